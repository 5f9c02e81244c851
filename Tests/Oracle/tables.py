"""The files of data/: each a header and rows of text, in the order in which they are published (docs/exports.md)."""

import collections
import re
from fractions import Fraction

from figures import exact, month_text, printed
from findings import SEVERITIES
from judgement import LIGHTS
from measurement import accepted_figures
from workplan import STAGES, due_date, truth

VERDICTS = "attained missed on_track behind off_track overdue not_due no_data not_assessable".split()
BRIGHTNESS = ("red", "yellow", "grey", "green")  # worst first
COUNTS = ["indicators", *VERDICTS, "green", "yellow", "red", "grey"]
WORST = "worst_indicator worst_verdict worst_pace_pct".split()
RATES = "completeness_pct timeliness_pct acceptance_pct".split()
COLUMNS = {
    "headline": "district period indicator name_zh name_en unit_of_measure target actual attainment_pct expected_pct "
                "pace_pct verdict light figure_period provisional".split(),
    "attainment": "district period indicator section item unit lead_unit name_zh name_en livelihood headline measure "
                  "direction unit_of_measure target target_revision figure_period value denominator base_value "
                  "base_denominator actual gap attainment_pct expected_pct pace_pct verdict light rule coverage_pct "
                  "provisional projected required_per_month".split(),
    "section_summary": ["district", "period", "section", "title_zh", "title_en", *COUNTS, "green_pct", *WORST],
    "department_scorecard": ["district", "period", "unit", "name_zh", "name_en", "score", "indicators",
                             "scored_indicators", *COUNTS[1:], *WORST, *RATES],
    "unit_ranking": ["district", "period", "place", "unit", "kind", "name_zh", "name_en", *COUNTS, "green_pct", *WORST],
    "livelihood_projects": "district period indicator lead_unit name_zh name_en measure unit_of_measure target actual "
                           "attainment_pct expected_pct pace_pct verdict light figure_period coverage_pct "
                           "provisional".split(),
    "milestones": "district period indicator lead_unit name_zh name_en livelihood required_stage due_month stage "
                  "occurred_on actual expected_pct pace_pct verdict light figure_period coverage_pct "
                  "provisional".split(),
    "reporting_rates": ["district", "period", "unit", "name_zh", "name_en", "figure_period", "due", "submitted",
                        "on_time", "accepted", *RATES],
    "findings": "district period code severity indicator unit figure_period message_zh message_en".split(),
    "trend": "district period indicator name_zh name_en unit_of_measure month target actual attainment_pct pace_pct "
             "verdict light provisional".split(),
    "revisions": "district period indicator unit name_zh name_en previous_as_of previous_target target previous_actual "
                 "actual previous_attainment_pct attainment_pct previous_verdict verdict because".split(),
}


def flag(value):
    return "true" if value else "false"


def month_cell(plan, month):
    return "" if month is None else month_text(plan.year, month)


# --- Row by row ------------------------------------------------------------------------------------------------------

def level_of(indicator, number):
    """An actual, or a difference from one: whole where it is a sum, rounded where it is a quotient."""
    return exact(number) if indicator.measure in ("total", "stock") else printed(number)


def judged_cells(row):
    """The cells that attainment.csv and trend.csv share."""
    shown, result = row.indicator.row, row.result
    return {
        "indicator": row.indicator.code,
        "name_zh": shown["name_zh"],
        "name_en": shown["name_en"],
        "unit_of_measure": shown["unit_of_measure"],
        "target": exact(row.target),
        "actual": level_of(row.indicator, result.actual),
        "attainment_pct": printed(result.attainment),
        "pace_pct": printed(result.pace),
        "verdict": result.verdict,
        "light": LIGHTS[result.verdict],
        "provisional": flag(row.measured.provisional),
    }


def attainment_row(plan, row, head):
    """Every cell that any file shows of one judged indicator."""
    indicator, m, result = row.indicator, row.measured, row.result
    section, item, _ = indicator.code.split(".")
    shown = indicator.row
    return head | judged_cells(row) | {
        "section": section,
        "item": item,
        "unit": row.unit,
        "lead_unit": indicator.lead_unit,
        "livelihood": flag(truth(shown["livelihood"])),
        "headline": flag(truth(shown["headline"])),
        "measure": indicator.measure,
        "direction": indicator.direction,
        "target_revision": "" if row.target_revision is None else str(row.target_revision),
        "figure_period": month_cell(plan, m.figure_month),
        "value": exact(m.value),
        "denominator": exact(m.denominator),
        "base_value": exact(m.base_value),
        "base_denominator": exact(m.base_denominator),
        "gap": level_of(indicator, result.gap),
        "expected_pct": printed(result.expected),
        "rule": str(result.rule),
        "coverage_pct": printed(m.coverage),
        "projected": printed(result.projected),
        "required_per_month": printed(result.required_per_month),
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
            "code": each.code,
            "severity": SEVERITIES[each.code], "indicator": each.indicator, "unit": each.unit,
            "figure_period": month_cell(plan, each.month), "message_zh": "", "message_en": "",
        }


# --- Counts, the worst, scores (section 10) --------------------------------------------------------------------------

def worst_of(rows):
    """Red before yellow before grey before green, then the lowest pace, compared exactly, then plan order."""
    def badness(row):
        pace = row.result.pace
        return BRIGHTNESS.index(LIGHTS[row.result.verdict]), pace is None, pace or Fraction(0)
    worst = min(rows, key=badness)
    return {"worst_indicator": worst.indicator.code, "worst_verdict": worst.result.verdict,
            "worst_pace_pct": printed(worst.result.pace)}


def green_share(rows):
    return Fraction(100 * sum(LIGHTS[each.result.verdict] == "green" for each in rows), len(rows))


def counts_of(rows):
    found = collections.Counter(each.result.verdict for each in rows)
    found.update(LIGHTS[each.result.verdict] for each in rows)
    return {name: str(found[name]) for name in COUNTS} | {"indicators": str(len(rows))} | worst_of(rows)


def score_of(rows):
    """(how many have a pace, Σ weight × min(pace, 100) / Σ weight over these)."""
    scored = [(each.indicator.weight, min(each.result.pace, Fraction(100))) for each in rows
              if each.result.pace is not None]
    weights = sum(weight for weight, _ in scored)
    return len(scored), sum(weight * pace for weight, pace in scored) / weights if weights else None


def reporting(plan, log, month):
    """{(unit, due month): [due, submitted, on time, accepted]} over all that was due up to the month."""
    counted = collections.defaultdict(lambda: [0, 0, 0, 0])
    for indicator in plan.indicators:
        accepted = accepted_figures(plan, log, indicator, indicator.reporters, month)
        for unit in indicator.reporters:
            for due in (each for each in indicator.due_months if each <= month):
                revisions = log.existing((indicator.code, unit, (plan.year, due)))
                on_time = bool(revisions) and (revisions[0].submitted_at.astimezone(plan.zone).date()
                                               <= due_date(plan, plan.year, due))
                for place, holds in enumerate((True, bool(revisions), on_time, (unit, due) in accepted)):
                    counted[unit, due][place] += holds
    return counted


def rates_of(counts):
    due, *parts = counts
    return {name: printed(Fraction(100 * part, due)) if due else "" for name, part in zip(RATES, parts)}


def unit_names(plan, unit):
    return {name: plan.units[unit][name] for name in ("name_zh", "name_en", "kind")} | {"unit": unit}


def section_rows(plan, rows, head):
    for number, section in plan.sections.items():
        own = [each for each in rows if each.indicator.code.split(".")[0] == str(number)]
        if own:
            yield head | section | counts_of(own) | {"green_pct": printed(green_share(own))}


def scorecard_rows(plan, rows, counted, head):
    for unit in plan.units:
        own = [each for each in rows if each.indicator.lead_unit == unit]
        if own:
            scored, score = score_of(own)
            reported = [sum(counts) for counts in zip(*(counts for (who, _), counts in counted.items() if who == unit))]
            yield (head | unit_names(plan, unit) | counts_of(own) | rates_of(reported or [0, 0, 0, 0])
                   | {"score": printed(score), "scored_indicators": str(scored)})


def ranking_rows(plan, rows, head):
    own = {unit: [each for each in rows if each.unit == unit] for unit in plan.units}
    shares = {unit: green_share(each) for unit, each in own.items() if each}
    for unit in sorted(shares, key=lambda each: -shares[each]):
        place = 1 + sum(share > shares[unit] for share in shares.values())
        yield (head | unit_names(plan, unit) | counts_of(own[unit])
               | {"place": str(place), "green_pct": printed(shares[unit])})


def rate_rows(plan, counted, head):
    for unit in plan.units:
        for due in range(1, 13):
            if (unit, due) in counted:
                counts = counted[unit, due]
                yield (head | unit_names(plan, unit) | {"figure_period": month_text(plan.year, due)} | rates_of(counts)
                       | dict(zip(("due", "submitted", "on_time", "accepted"), map(str, counts))))


# --- What changed since the last publication of the month ------------------------------------------------------------

COMPARED = "target actual attainment_pct verdict".split()


def because(publication, previous, row):
    """Each figure of the row's reporters that another revision stands for now."""
    def said(submission):
        return "none" if submission is None else f"revision {submission.revision}"
    changes = []
    reporters = (row.unit,) if row.unit else row.indicator.reporters
    for unit in sorted(reporters):
        for due in row.indicator.due_months:
            then, now = (each.used.get((row.indicator.code, unit, due)) for each in (previous, publication))
            if said(then) != said(now):
                changes.append(f"{unit} {month_text(publication.plan.year, due)}: {said(then)} -> {said(now)}")
    return "; ".join(changes)


def revision_rows(publication, cells, previous):
    before = dict(zip(map(identity, previous.rows), previous.cells))
    for row, now in zip(publication.rows, cells):
        then = before.get(identity(row))
        if then is not None and any(then[name] != now[name] for name in COMPARED):
            yield (now | {f"previous_{name}": then[name] for name in COMPARED}
                   | {"previous_as_of": previous.as_of_text, "because": because(publication, previous, row)})


def identity(row):
    return row.indicator.code, row.unit


# --- All of them -----------------------------------------------------------------------------------------------------

def tables(publication, log, previous=None):
    """{file: rows}, a row being {column: text}."""
    plan, month = publication.plan, publication.month
    head = {"district": plan.district, "period": month_text(plan.year, month)}
    cells = [attainment_row(plan, row, head) for row in publication.rows]
    district = [(row, shown) for row, shown in zip(publication.rows, cells) if not row.unit]
    rows = [row for row, _ in district]
    counted = reporting(plan, log, month)
    return {
        "headline": [shown for _, shown in district if shown["headline"] == "true"],
        "attainment": cells,
        "section_summary": list(section_rows(plan, rows, head)),
        "department_scorecard": list(scorecard_rows(plan, rows, counted, head)),
        "unit_ranking": list(ranking_rows(plan, publication.rows, head)),
        "livelihood_projects": [shown for _, shown in district if shown["livelihood"] == "true"],
        "milestones": [milestone_row(row, shown) for row, shown in district if row.indicator.measure == "milestone"],
        "reporting_rates": list(rate_rows(plan, counted, head)),
        "findings": list(finding_rows(plan, publication.findings, head)),
        "trend": [head | judged_cells(row) | {"month": month_text(plan.year, until)}
                  for until, row in publication.trend],
        "revisions": list(revision_rows(publication, cells, previous)) if previous else [],
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
