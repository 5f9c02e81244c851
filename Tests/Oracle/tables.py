"""The files of data/: each a header and rows of text, in the order in which they are published (docs/exports.md)."""

import collections
import datetime
import re
from fractions import Fraction

from appraisal import score_of
from figures import exact, month_text, printed
from findings import changes_of, level, target_text
from judgement import LIGHTS, credit_of
from revisions import COMPARED, revised
from workplan import STAGES, due_date

VERDICTS = ("attained missed on_track behind off_track overdue awaiting_review not_due no_data "
            "not_assessable").split()
BRIGHTNESS = ("red", "yellow", "grey")  # worst first; green is never the worst
COUNTS = ["indicators", *VERDICTS, "green", "yellow", "red", "grey"]
WORST = "worst_indicator worst_verdict worst_pace_pct".split()
RATES = "completeness_pct timeliness_pct acceptance_pct".split()
ROLES = ("leader", "lead", "support")
COLUMNS = {name: ["district", "period", *columns] for name, columns in {
    "headline": "indicator name_zh name_en unit_of_measure target actual attainment_pct expected_pct pace_pct verdict "
                "light figure_period provisional".split(),
    "attainment": "indicator section item unit lead_unit name_zh name_en livelihood headline measure direction "
                  "unit_of_measure target target_revision figure_period value denominator base_value base_denominator "
                  "actual gap attainment_pct expected_pct pace_pct verdict light rule coverage_pct provisional projected "
                  "required_per_month tolerance relative_to first_target last_year_actual projected_last_year "
                  "wording".split(),
    "section_summary": ["section", "title_zh", "title_en", *COUNTS, "green_pct", *WORST],
    "department_scorecard": ["unit", "name_zh", "name_en", "score", "indicators", "scored_indicators",
                             "unreported_indicators", *COUNTS[1:], *WORST, *RATES],
    "unit_ranking": ["place", "unit", "kind", "name_zh", "name_en", *COUNTS, "green_pct", *WORST],
    "livelihood_projects": "indicator lead_unit name_zh name_en measure unit_of_measure target actual attainment_pct "
                           "expected_pct pace_pct verdict light figure_period coverage_pct provisional".split(),
    "milestones": "indicator lead_unit name_zh name_en livelihood required_stage due_month stage occurred_on actual "
                  "expected_pct pace_pct verdict light figure_period coverage_pct provisional".split(),
    "reporting_rates": ["unit", "name_zh", "name_en", "figure_period", "due", "submitted", "on_time", "accepted", *RATES],
    "findings": "code severity indicator unit figure_period message_zh message_en".split(),
    "trend": "indicator name_zh name_en unit_of_measure month target actual attainment_pct pace_pct verdict light "
             "provisional".split(),
    "revisions": "indicator unit name_zh name_en previous_as_of previous_target target previous_actual actual "
                 "previous_attainment_pct attainment_pct previous_verdict verdict previous_pace_pct pace_pct "
                 "previous_light light because".split(),
    "units": "unit kind name_zh name_en short_zh".split(),
    "responsible": "indicator role unit post holder".split(),
    "target_changes": "indicator revision previous_value value decided_on source".split(),
    "commentary": "indicator unit role figure_period reason next_step evidence note said_at".split(),
    "appraisal": "unit name_zh name_en score allocations_score points total grade".split(),
    "appraisal_points": "unit rule indicator figure_period points".split(),
}.items()}


def flag(value):
    return "true" if value else "false"


def month_cell(plan, month):
    return "" if month is None else month_text(plan.year, month)


def utc(moment):
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


# --- Row by row ------------------------------------------------------------------------------------------------------

def gap_text(row):
    """Whole where both are figures, or sums of figures; a quotient where one of them is."""
    return printed(row.result.gap) if row.aim.relative else level(row.indicator, row.result.gap)


def judged_cells(row):
    """The cells that attainment.csv and trend.csv share."""
    shown, result = row.indicator.row, row.result
    return {
        "indicator": row.indicator.code,
        "name_zh": shown["name_zh"],
        "name_en": shown["name_en"],
        "unit_of_measure": shown["unit_of_measure"],
        "target": target_text(row),
        "actual": level(row.indicator, result.actual),
        "attainment_pct": printed(result.attainment),
        "pace_pct": printed(result.pace),
        "verdict": result.verdict,
        "light": LIGHTS[result.verdict],
        "provisional": flag(row.provisional),
    }


def target_cells(plan, row):
    """What is told of a target beside its value; nothing of it in a unit's row."""
    target = row.aim.target
    revisions = plan.targets.get(row.indicator.code, []) if target is not None else []
    first = revisions[0] if revisions and not revisions[0].relative_to else None
    return {
        "target_revision": "" if target is None else str(target.revision),
        "tolerance": "" if target is None else exact(target.tolerance),
        "relative_to": "" if target is None else target.relative_to,
        "first_target": "" if first is None else exact(first.value),
    }


def attainment_row(plan, row, head):
    """Every cell that any file shows of one judged indicator."""
    indicator, m, result = row.indicator, row.measured, row.result
    section, item, _ = indicator.code.split(".")
    return head | judged_cells(row) | target_cells(plan, row) | {
        "section": section,
        "item": item,
        "unit": row.unit,
        "lead_unit": indicator.lead_unit,
        "livelihood": flag(indicator.livelihood),
        "headline": flag(indicator.headline),
        "measure": indicator.measure,
        "direction": indicator.direction,
        "figure_period": month_cell(plan, m.figure_month),
        "value": exact(m.value),
        "denominator": exact(m.denominator),
        "base_value": exact(m.base_value),
        "base_denominator": exact(m.base_denominator),
        "gap": gap_text(row),
        "expected_pct": printed(result.expected),
        "rule": str(result.rule),
        "coverage_pct": printed(m.coverage),
        "projected": printed(result.projected),
        "required_per_month": printed(result.required_per_month),
        "last_year_actual": level(indicator, row.last_year_actual),
        "projected_last_year": printed(row.projected_last_year),
        "wording": indicator.row["wording"],
    }


def milestone_row(row, cells):
    """The stage that every reporter has reached, one without a figure none, and the last day on which one reached its own."""
    used = list((row.measured.used or {}).values())
    stages = [each.stage for each in used] if len(used) == len(row.indicator.reporters) else STAGES[:1]
    return cells | {
        "required_stage": row.indicator.required_stage,
        "due_month": str(row.indicator.due_month),
        "stage": min(stages, key=STAGES.index),
        "occurred_on": max((each.occurred_on for each in used), default=""),
    }


def finding_rows(plan, found, head):
    """All but the sentences, whose wording is no part of the method."""
    for each in found:
        yield head | {
            "code": each.code, "severity": each.severity, "indicator": each.indicator, "unit": each.unit,
            "figure_period": month_cell(plan, each.month), "message_zh": "", "message_en": "",
        }


# --- Counts, the worst, scores (section 10) --------------------------------------------------------------------------

def worst_of(rows):
    """Red before yellow before grey, then the lowest credit; headline, ★, weight and plan order decide among equals."""
    def badness(row):
        credit, indicator = credit_of(row), row.indicator
        return (BRIGHTNESS.index(LIGHTS[row.result.verdict]), credit is None, credit or Fraction(0),
                0 if indicator.headline else 1 if indicator.livelihood else 2, -indicator.weight)
    bad = [each for each in rows if LIGHTS[each.result.verdict] in BRIGHTNESS and each.result.verdict != "not_due"]
    if not bad:
        return dict.fromkeys(WORST, "")
    worst = min(bad, key=badness)
    return {"worst_indicator": worst.indicator.code, "worst_verdict": worst.result.verdict,
            "worst_pace_pct": printed(worst.result.pace)}


def green_share(rows):
    return Fraction(100 * sum(LIGHTS[each.result.verdict] == "green" for each in rows), len(rows))


def counts_of(rows):
    found = collections.Counter(each.result.verdict for each in rows)
    found.update(LIGHTS[each.result.verdict] for each in rows)
    return {name: str(found[name]) for name in COUNTS} | {"indicators": str(len(rows))} | worst_of(rows)


def scoring(rows):
    """The score, how many have a credit, and how many of these have none because nobody reported them."""
    return {
        "score": printed(score_of(rows)),
        "scored_indicators": str(sum(credit_of(each) is not None for each in rows)),
        "unreported_indicators": str(sum(each.result.verdict in ("no_data", "overdue") for each in rows)),
    }


def reporting(standing, month):
    """{(unit, period): [due, submitted, on time, accepted]} over the figures up to the month that are due."""
    plan, counted = standing.plan, collections.defaultdict(lambda: [0, 0, 0, 0])
    for indicator in plan.indicators:
        accepted = standing.figures(indicator, indicator.reporters, month)
        for period in (each for each in indicator.periods if each <= month and standing.is_due(indicator, each)):
            last_day = due_date(plan, indicator, period)
            for unit in indicator.reporters:
                revisions = standing.log.existing(*standing.key(indicator, unit, period))
                on_time = bool(revisions) and revisions[0].submitted_at.astimezone(plan.zone).date() <= last_day
                for place, holds in enumerate((True, bool(revisions), on_time, (unit, period) in accepted)):
                    counted[unit, period][place] += holds
    return counted


def rates_of(counts):
    due, *parts = counts
    return {name: printed(Fraction(100 * part, due)) if due else "" for name, part in zip(RATES, parts)}


def unit_cells(plan, unit):
    shown = plan.units[unit]
    return {name: shown.get(name) or "" for name in ("name_zh", "name_en", "kind", "short_zh")} | {"unit": unit}


def section_rows(plan, rows, head):
    for number, section in plan.sections.items():
        own = [each for each in rows if each.indicator.code.split(".")[0] == str(number)]
        if own:
            yield head | section | counts_of(own) | {"green_pct": printed(green_share(own))}


def scorecard_rows(plan, rows, counted, head):
    for unit in plan.units:
        own = [each for each in rows if each.indicator.lead_unit == unit]
        if own:
            reported = [sum(counts) for counts in zip(*(counts for (who, _), counts in counted.items() if who == unit))]
            yield head | unit_cells(plan, unit) | counts_of(own) | rates_of(reported or [0, 0, 0, 0]) | scoring(own)


def ranking_rows(plan, rows, head):
    own = {unit: [each for each in rows if each.unit == unit] for unit in plan.units}
    shares = {unit: green_share(each) for unit, each in own.items() if each}
    for unit in sorted(shares, key=lambda each: -shares[each]):
        place = 1 + sum(share > shares[unit] for share in shares.values())
        yield (head | unit_cells(plan, unit) | counts_of(own[unit])
               | {"place": str(place), "green_pct": printed(shares[unit])})


def rate_rows(plan, counted, head):
    for unit in plan.units:
        for period in range(1, 13):
            if (unit, period) in counted:
                counts = counted[unit, period]
                yield (head | unit_cells(plan, unit) | {"figure_period": month_text(plan.year, period)}
                       | rates_of(counts) | dict(zip(("due", "submitted", "on_time", "accepted"), map(str, counts))))


# --- What changed, who answers, what was said ------------------------------------------------------------------------

def revision_rows(publication):
    """All but the causes, whose wording is no part of the method."""
    if publication.previous is None:
        return
    for row, now, then, causes in revised(publication.previous, publication):
        publication.revised.append((row, causes))
        yield (now | {f"previous_{name}": then[name] for name in COMPARED}
               | {"previous_as_of": utc(publication.previous.as_of), "because": ""})


def change_rows(standing, head):
    for indicator in standing.plan.indicators:
        target = standing.target(indicator)
        for before, after in changes_of(target, standing.plan.targets.get(indicator.code, [])):
            yield head | {
                "indicator": indicator.code, "revision": str(after.revision),
                "previous_value": exact(before.value or Fraction(0)), "value": exact(after.value or Fraction(0)), "decided_on": str(after.decided_on), "source": after.source,
            }


def responsible_rows(standing, head):
    """Leader, lead and support of each indicator, with whoever holds the post on the day of the publication."""
    plan, today = standing.plan, str(standing.today)
    holders = {row["post"]: row["name"] for row in plan.post_holders
               if row["from"] <= today and (not row["to"] or today <= row["to"])}
    place = {unit: position for position, unit in enumerate(["", *plan.units])}
    own = collections.defaultdict(list)
    for row in plan.responsibilities:
        own[row["indicator"]].append(row)
    for indicator in plan.indicators:
        for row in sorted(own[indicator.code], key=lambda each: (ROLES.index(each["role"]), place[each["unit"]])):
            yield head | row | {"holder": holders.get(row["post"], "")}


def commentary_rows(standing, month, head):
    """What each reporter says beside its latest accepted figure, then what the office says of the month."""
    plan, words = standing.plan, ("reason", "next_step", "evidence", "note")
    for indicator in plan.indicators:
        figures = standing.figures(indicator, indicator.reporters, month)
        for unit in (each for each in plan.units if each in indicator.reporters):
            latest = max((period for who, period in figures if who == unit), default=None)
            said = {} if latest is None else {name: getattr(figures[unit, latest], name) for name in words}
            if any(said.values()):
                yield head | said | {
                    "indicator": indicator.code, "unit": unit, "role": "unit",
                    "figure_period": month_text(plan.year, latest), "said_at": utc(figures[unit, latest].submitted_at)}
        comment = standing.log.comment_on(indicator.code, (plan.year, month))
        if comment is not None:
            yield head | dict.fromkeys(words, "") | {
                "indicator": indicator.code, "unit": "", "role": "office", "figure_period": "", "note": comment.text,
                "said_at": utc(comment.said_at)}


def appraisal_rows(plan, appraisals, head):
    for each in appraisals:
        yield head | unit_cells(plan, each.unit) | {
            "score": printed(each.score), "allocations_score": printed(each.allocations_score),
            "points": exact(each.points), "total": printed(each.total), "grade": each.grade,
        }


def point_rows(plan, points, head):
    for each in points:
        yield head | {
            "unit": each.unit, "rule": each.rule, "indicator": each.indicator,
            "figure_period": month_cell(plan, each.month), "points": exact(each.points),
        }


# --- All of them -----------------------------------------------------------------------------------------------------

def tables(publication, appraised):
    """{file: rows}, a row being {column: text}."""
    plan, month, standing = publication.plan, publication.month, publication.standing
    head = {"district": plan.district, "period": month_text(plan.year, month)}
    publication.tables["attainment"] = cells = [attainment_row(plan, row, head) for row in publication.rows]
    district = [(row, shown) for row, shown in zip(publication.rows, cells) if not row.unit]
    counting = [row for row, _ in district if not row.indicator.reference]
    counted = reporting(standing, month)
    appraisals, points = appraised
    return {
        "headline": [shown for _, shown in district if shown["headline"] == "true"],
        "attainment": cells,
        "section_summary": list(section_rows(plan, counting, head)),
        "department_scorecard": list(scorecard_rows(plan, counting, counted, head)),
        "unit_ranking": list(ranking_rows(plan, publication.rows, head)),
        "livelihood_projects": [shown for _, shown in district if shown["livelihood"] == "true"],
        "milestones": [milestone_row(row, shown) for row, shown in district if row.indicator.measure == "milestone"],
        "reporting_rates": list(rate_rows(plan, counted, head)),
        "findings": list(finding_rows(plan, publication.findings, head)),
        "trend": [head | judged_cells(row) | {"month": month_text(plan.year, until)}
                  for series in publication.trend.values() for until, row in series],
        "revisions": list(revision_rows(publication)),
        "units": [head | unit_cells(plan, unit) for unit in plan.units],
        "responsible": list(responsible_rows(standing, head)),
        "target_changes": list(change_rows(standing, head)),
        "commentary": list(commentary_rows(standing, month, head)),
        "appraisal": list(appraisal_rows(plan, appraisals, head)),
        "appraisal_points": list(point_rows(plan, points, head)),
    }


QUOTED = re.compile('[,"\r\n]')


def field(text):
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def csv_text(columns, rows):
    lines = [",".join(columns)]
    lines += [",".join([field(row[column]) for column in columns]) for row in rows]
    return "\n".join(lines) + "\n"


def write_csv(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(csv_text(columns, rows))
