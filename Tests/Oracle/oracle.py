#!/usr/bin/env python3
"""An independent calculation of attainment: docs/method.md in exact fractions, sharing no code with dabiao.

    python3 oracle.py --plan DIR [--base-plan DIR] --log submissions.csv [--reviews reviews.csv]
                      [--published published.csv] --month 2020-06 --as-of 2020-07-11T00:00:00Z --out OUTDIR

writes OUTDIR/attainment.csv and OUTDIR/findings.csv. Section numbers in comments are the method's.

submissions.csv: indicator,unit,period,revision,submitted_at,auto_accepted,value,denominator,base_value,
                 base_denominator,stage,progress,occurred_on; last year's submissions stand in the same file.
reviews.csv:     indicator,unit,period,revision,reviewed_at,outcome (accepted or returned)
published.csv:   indicator,unit,period,revision: the figures an earlier published run used (see --used)

What the method leaves open is decided here, each decision marked "Decision".
"""

import argparse
import calendar
import csv
import datetime
import os
import re
import zoneinfo
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

ATTAINMENT_COLUMNS = (
    "district period indicator section item unit lead_unit name_zh name_en livelihood headline measure direction "
    "unit_of_measure target target_revision figure_period value denominator base_value base_denominator actual gap "
    "attainment_pct expected_pct pace_pct verdict light rule coverage_pct provisional projected required_per_month"
).split()
FINDING_COLUMNS = "district period code severity indicator unit figure_period message_zh message_en".split()
USED_COLUMNS = "indicator unit period revision".split()

DUE_MONTHS = {
    "monthly": tuple(range(1, 13)),
    "monthly_from_february": tuple(range(2, 13)),
    "quarterly": (3, 6, 9, 12),
    "half_yearly": (6, 12),
    "annual": (12,),
}
STAGES = ("not_started", "started", "completed")
FLOORS = {
    "total": 90, "milestone": 90, "progress": 90,
    "share": 95, "stock": 95, "daily_average": 95,
    "growth": 98, "intensity_change": 98,
}
WORK = ("milestone", "progress")
ALWAYS_POINT = ("stock", "milestone", "progress")
SEVERITIES = {
    "missing": "warning", "late": "info", "awaiting_review": "info", "returned": "warning",
    "revised_after_publication": "warning", "cumulative_decrease": "warning", "part_exceeds_whole": "error",
    "numerator_exceeds_denominator": "error", "base_differs": "info", "no_base": "error",
    "allocation_mismatch": "error", "negative_value": "warning",
}
LIGHTS = {
    "not_due": "grey", "no_data": "grey", "not_assessable": "grey", "overdue": "grey",
    "attained": "green", "on_track": "green", "behind": "yellow", "missed": "red", "off_track": "red",
}
HUNDRED = Fraction(100)


# --- Figures (section 1) ---------------------------------------------------------------------------------------------

FIGURE = re.compile(r"[+-]?(\d*)(?:\.(\d*))?")


def figure(text):
    """The exact decimal that `text` writes, or None where it is empty; more than 14 + 6 digits are an error."""
    if text == "":
        return None
    match = FIGURE.fullmatch(text)
    if not match or not (match[1] or match[2]):
        raise ValueError(f"not a decimal: {text!r}")
    if len(match[1].lstrip("0")) > 14 or len((match[2] or "").rstrip("0")) > 6:
        raise ValueError(f"more than 14 integer or 6 fraction digits: {text!r}")
    return Fraction(text)


def printed(number, decimals=4):
    """`number` rounded once, half away from zero, without trailing zeros; empty for None."""
    if number is None:
        return ""
    scaled = abs(number) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, rest = divmod(units, 10**decimals)
    fraction = str(rest).zfill(decimals).rstrip("0") if decimals else ""
    sign = "-" if number < 0 and units else ""
    return f"{sign}{whole}" + (f".{fraction}" if fraction else "")


def exact(number):
    """A figure, or a sum of figures, whole in six decimals. Decision: a sum is no quotient, so it is not rounded."""
    return printed(number, 6)


# --- The plan --------------------------------------------------------------------------------------------------------

@dataclass
class Indicator:
    code: str
    row: dict
    measure: str
    direction: str
    accumulation: str
    frequency: str
    lead_unit: str
    reporters: tuple
    part_of: str = ""
    due_month: int = 12
    required_stage: str = "completed"
    floor: Fraction = Fraction(90)

    @property
    def due_months(self):
        return DUE_MONTHS[self.frequency]


@dataclass
class Plan:
    district: str
    year: int
    zone: zoneinfo.ZoneInfo
    due_day: int
    units: list        # codes in the order of units.csv
    indicators: list   # in plan order
    targets: dict      # indicator -> [(revision, value, decided_on)], ascending
    allocations: dict  # indicator -> {unit: value}
    profiles: dict     # indicator -> {month: percent}


def plan_order(code):
    """2.2.1 stands before 2.10.1."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in code.split(".")]


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def truth(text):
    return {"true": True, "false": False, "": False}[text]


def indicator_of(row):
    measure = row["measure"]
    floor = figure(row["behind_floor"])
    return Indicator(
        code=row["indicator"],
        row=row,
        measure=measure,
        direction=row["direction"],
        accumulation="point" if measure in ALWAYS_POINT else row["accumulation"],
        frequency=row["frequency"],
        lead_unit=row["lead_unit"],
        reporters=tuple(row["reporters"].split()) or (row["lead_unit"],),
        part_of=row["part_of"],
        due_month=int(row["due_month"] or 12),
        required_stage=row["required_stage"] or "completed",
        floor=Fraction(FLOORS[measure]) if floor is None else floor,
    )


def read_plan(directory):
    def table(name):
        path = os.path.join(directory, name)
        return rows_of(path) if os.path.exists(path) else []

    (head,) = table("plan.csv")
    targets, allocations, profiles = defaultdict(list), defaultdict(dict), defaultdict(dict)
    for row in table("targets.csv"):
        decided_on = datetime.date.fromisoformat(row["decided_on"])
        targets[row["indicator"]].append((int(row["revision"]), figure(row["value"]), decided_on))
    for revisions in targets.values():
        revisions.sort()
    for row in table("allocations.csv"):
        allocations[row["indicator"]][row["unit"]] = figure(row["value"])
    for row in table("profiles.csv"):
        profiles[row["indicator"]][int(row["month"])] = figure(row["cumulative_pct"])
    return Plan(
        district=head["district"],
        year=int(head["year"]),
        zone=zoneinfo.ZoneInfo(head["time_zone"]),
        due_day=int(head["due_day"]),
        units=[row["unit"] for row in table("units.csv")],
        indicators=sorted(map(indicator_of, table("indicators.csv")), key=lambda each: plan_order(each.code)),
        targets=dict(targets),
        allocations=dict(allocations),
        profiles=dict(profiles),
    )


def target_at(plan, indicator, as_of):
    """The (revision, value) in force at `as_of` (section 3), or (None, None)."""
    revisions = plan.targets.get(indicator.code, [])
    if indicator.measure in WORK or not revisions:
        return None, None
    today = as_of.astimezone(plan.zone).date()
    decided = [each for each in revisions if each[2] <= today]
    revision, value, _ = decided[-1] if decided else revisions[0]
    return revision, value


# --- The log (section 3) ---------------------------------------------------------------------------------------------

@dataclass
class Submission:
    revision: int
    submitted_at: datetime.datetime
    auto_accepted: bool
    value: Fraction = None
    denominator: Fraction = None
    base_value: Fraction = None
    base_denominator: Fraction = None
    stage: str = ""
    progress: Fraction = None


def instant(text):
    moment = datetime.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"an instant needs its offset from UTC: {text!r}")
    return moment


def month_of(text):
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise ValueError(f"not a month: {text!r}")
    return int(text[:4]), int(text[5:])


def month_text(year, month):
    return f"{year:04d}-{month:02d}"


class Log:
    """Every submission and review, seen as they stood at one instant."""

    def __init__(self, as_of):
        self.as_of = as_of
        self.submissions = defaultdict(list)  # (indicator, unit, (year, month)) -> revisions, ascending
        self.reviews = defaultdict(list)      # key + (revision,) -> [(reviewed_at, line, outcome)]
        self.accepted_memo = {}

    def at(self, as_of):
        """The same submissions and reviews as they stood at another instant."""
        log = Log(as_of)
        log.submissions, log.reviews = self.submissions, self.reviews
        return log

    def add(self, indicator, unit, period, submission):
        self.submissions[indicator, unit, period].append(submission)
        self.submissions[indicator, unit, period].sort(key=lambda each: each.revision)

    def review(self, indicator, unit, period, revision, reviewed_at, outcome):
        if outcome not in ("accepted", "returned"):
            raise ValueError(f"an outcome is accepted or returned, not {outcome!r}")
        reviews = self.reviews[indicator, unit, period, revision]
        reviews.append((reviewed_at, len(reviews), outcome))

    def existing(self, key):
        return [each for each in self.submissions.get(key, ()) if each.submitted_at <= self.as_of]

    def status(self, key, submission):
        """Decision: the last review at or before the instant; without one, accepted if automatically, else awaiting."""
        past = [each for each in self.reviews.get(key + (submission.revision,), ()) if each[0] <= self.as_of]
        if past:
            return max(past)[2]
        return "accepted" if submission.auto_accepted else "awaiting"

    def accepted(self, indicator, unit, period):
        """The highest revision accepted at the instant, or None."""
        key = (indicator, unit, period)
        if key not in self.accepted_memo:
            standing = [each for each in self.existing(key) if self.status(key, each) == "accepted"]
            self.accepted_memo[key] = standing[-1] if standing else None
        return self.accepted_memo[key]


def read_log(log_path, reviews_path, as_of):
    log = Log(as_of)
    seen = set()
    for row in rows_of(log_path):
        key = (row["indicator"], row["unit"], month_of(row["period"]))
        if key + (row["revision"],) in seen:
            raise ValueError(f"a revision stands twice in the log: {key} {row['revision']}")
        seen.add(key + (row["revision"],))
        log.add(*key, Submission(
            revision=int(row["revision"]),
            submitted_at=instant(row["submitted_at"]),
            auto_accepted=truth(row["auto_accepted"]),
            value=figure(row["value"]),
            denominator=figure(row["denominator"]),
            base_value=figure(row["base_value"]),
            base_denominator=figure(row["base_denominator"]),
            stage=row["stage"],
            progress=figure(row["progress"]),
        ))
    for row in rows_of(reviews_path) if reviews_path else ():
        log.review(row["indicator"], row["unit"], month_of(row["period"]), int(row["revision"]),
                   instant(row["reviewed_at"]), row["outcome"])
    return log


class BaseYear:
    """Last year's accepted figures; with the plan of that year at hand, of its indicators only."""

    def __init__(self, plan, log, base_plan=None):
        if base_plan and base_plan.year != plan.year - 1:
            raise ValueError(f"the base plan is of {base_plan.year}, not of {plan.year - 1}")
        self.year = plan.year - 1
        self.log = log
        self.codes = {each.code for each in base_plan.indicators} if base_plan else None

    def accepted(self, indicator, unit, month):
        if self.codes is not None and indicator.code not in self.codes:
            return None
        return self.log.accepted(indicator.code, unit, (self.year, month))


# --- Measurement (sections 4 and 5) ----------------------------------------------------------------------------------

@dataclass
class Measurement:
    latest_due: int = None     # d
    figure_month: int = None   # q
    coverage: Fraction = None
    provisional: bool = False
    value: Fraction = None     # A or N
    denominator: Fraction = None
    base_value: Fraction = None
    base_denominator: Fraction = None
    progress: Fraction = None

    @property
    def overdue(self):
        return self.latest_due is not None and self.figure_month != self.latest_due


def accepted_figures(plan, log, indicator, reporters, month):
    """{(reporter, due month): submission}, of the plan year up to `month`."""
    figures = {}
    for unit in reporters:
        for due in indicator.due_months:
            if due <= month:
                submission = log.accepted(indicator.code, unit, (plan.year, due))
                if submission is not None:
                    figures[unit, due] = submission
    return figures


def used_figures(indicator, figures):
    """Those that the accumulation takes: all of them when monthly, otherwise each reporter's latest."""
    if indicator.accumulation == "monthly":
        return dict(figures)
    latest = {}
    for unit, due in figures:
        latest[unit] = max(due, latest.get(unit, 0))
    return {(unit, due): figures[unit, due] for unit, due in latest.items()}


def total_of(values):
    """Their sum, or None when there are none or one is missing."""
    values = list(values)
    return None if not values or None in values else sum(values, Fraction(0))


def bases_of(indicator, unit, due, submission, base_year):
    """(base_value, base_denominator): as stated, or else last year's accepted figure."""
    last = base_year.accepted(indicator, unit, due)
    value, denominator = submission.base_value, submission.base_denominator
    if value is None and last is not None:
        value = last.value
    if denominator is None and last is not None:
        denominator = last.denominator
    return value, denominator


def days_between(year, first, last):
    return sum(calendar.monthrange(year, month)[1] for month in range(first, last + 1))


def days_of(plan, indicator, figures, figure_month):
    if indicator.accumulation != "monthly":
        return days_between(plan.year, 1, figure_month)
    days = 0
    for due in {due for _, due in figures}:
        previous = max((each for each in indicator.due_months if each < due), default=0)
        days += days_between(plan.year, previous + 1, due)
    return days


def progress_of(indicator, reporters, used):
    """The mean over those who reported; at most 99 while one is missing."""
    counted = []
    for submission in used.values():
        progress = submission.progress or Fraction(0)
        if indicator.measure == "milestone":
            reached = STAGES.index(submission.stage) >= STAGES.index(indicator.required_stage)
            progress = HUNDRED if reached else min(progress, Fraction(99))
        counted.append(progress)
    mean = sum(counted, Fraction(0)) / len(counted)
    return mean if len(counted) == len(reporters) else min(mean, Fraction(99))


def measure(plan, log, base_year, indicator, reporters, month):
    due = [each for each in indicator.due_months if each <= month]
    if not due:
        return Measurement()
    figures = accepted_figures(plan, log, indicator, reporters, month)
    if not figures:
        return Measurement(latest_due=due[-1], coverage=Fraction(0), provisional=True)

    result = Measurement(latest_due=due[-1], figure_month=max(each for _, each in figures))
    if indicator.accumulation == "monthly":
        pairs = len(reporters) * sum(1 for each in due if each <= result.figure_month)
        result.coverage = HUNDRED * len(figures) / pairs
    else:
        present = sum(1 for unit in reporters if (unit, result.figure_month) in figures)
        result.coverage = HUNDRED * present / len(reporters)
    result.provisional = result.coverage < 100 or result.overdue

    used = used_figures(indicator, figures)
    if indicator.measure in WORK:
        result.progress = progress_of(indicator, reporters, used)
        return result
    result.value = total_of(each.value for each in used.values())
    if indicator.measure in ("share", "intensity_change"):
        result.denominator = total_of(each.denominator for each in used.values())
    if indicator.measure == "daily_average":
        result.denominator = Fraction(days_of(plan, indicator, figures, result.figure_month))
    if indicator.measure in ("growth", "intensity_change"):
        bases = [bases_of(indicator, unit, each, used[unit, each], base_year) for unit, each in used]
        result.base_value = total_of(base for base, _ in bases)
        if indicator.measure == "intensity_change":
            result.base_denominator = total_of(base for _, base in bases)
    return result


# --- Attainment and verdict (sections 6 to 9) ------------------------------------------------------------------------

INFINITE = "infinite"


def quotient(a, b):
    return None if a is None or b is None or b == 0 else a / b


def actual_of(indicator, m):
    """Decision: printed wherever it can be divided, even under a base or denominator that is not assessable."""
    if indicator.measure in ("total", "stock"):
        return m.value
    if indicator.measure in WORK:
        return m.progress
    if indicator.measure == "daily_average":
        return quotient(m.value, m.denominator)
    if indicator.measure == "share":
        share = quotient(m.value, m.denominator)
        return None if share is None else share * 100
    if indicator.measure == "growth":
        level = quotient(m.value, m.base_value)
    else:
        level = quotient(quotient(m.value, m.denominator), quotient(m.base_value, m.base_denominator))
    return None if level is None else (level - 1) * 100


def positive(*numbers):
    return all(number is not None and number > 0 for number in numbers)


def ratio_of(indicator, m, target):
    """Section 6's ratio, INFINITE, or None: not assessable."""
    if indicator.measure in WORK:
        return None if m.progress is None else m.progress / 100
    # Decision: no target, then a base or denominator that is missing or not positive, then an at_most level <= 0.
    if target is None or m.value is None:
        return None
    if indicator.measure in ("total", "stock"):
        level, wanted = m.value, target
    elif indicator.measure == "daily_average":
        level, wanted = m.value / m.denominator, target
    elif indicator.measure == "share":
        if not positive(m.denominator):
            return None
        level, wanted = m.value / m.denominator * 100, target
    elif indicator.measure == "growth":
        if not positive(m.base_value):
            return None
        level, wanted = m.value, m.base_value * (1 + target / 100)
    else:
        if not positive(m.denominator, m.base_denominator, m.base_value):
            return None
        level = m.value / m.denominator
        wanted = m.base_value / m.base_denominator * (1 + target / 100)
    if indicator.direction == "at_most":
        return INFINITE if level <= 0 else wanted / level
    return quotient(level, wanted)


def expected_of(plan, indicator, figure_month):
    """Percent expected by the end of the figure period (section 7)."""
    if indicator.measure not in ("total",) + WORK or indicator.direction == "at_most":
        return HUNDRED
    profile = plan.profiles.get(indicator.code)
    if profile:
        # Decision: a profile may be sparse; the greatest month given so far stands, 0 before the first.
        given = [month for month in profile if month <= figure_month]
        return profile[max(given)] if given else Fraction(0)
    return min(Fraction(figure_month, indicator.due_month), Fraction(1)) * 100


@dataclass
class Evaluation:
    verdict: str
    rule: int
    actual: Fraction = None
    gap: Fraction = None
    attainment: Fraction = None
    expected: Fraction = None
    pace: Fraction = None
    projected: Fraction = None
    required_per_month: Fraction = None


def verdict_of(indicator, m, target, month, ratio, expected):
    """(verdict, rule): the first rule of section 8 that applies."""
    if m.latest_due is None:
        return "not_due", 1
    if m.figure_month is None:
        return "no_data", 2
    if ratio is None:
        return "not_assessable", 3
    met = ratio == INFINITE or ratio >= 1
    lasting = indicator.measure in WORK or (indicator.measure == "total" and indicator.direction == "at_least")
    if lasting and met:
        return "attained", 4
    if indicator.measure == "total" and indicator.direction == "at_most" and m.value > target:
        return "missed", 5
    if m.overdue:
        return "overdue", 6
    if month >= indicator.due_month and not m.provisional:
        return ("attained" if met else "missed"), 7
    if ratio == INFINITE or expected == 0 or ratio * 100 >= expected:
        return "on_track", 8
    return ("behind" if ratio * 10000 >= indicator.floor * expected else "off_track"), 8


def evaluate(plan, indicator, m, target, month):
    expected = None if m.figure_month is None else expected_of(plan, indicator, m.figure_month)
    ratio = ratio_of(indicator, m, target)
    verdict, rule = verdict_of(indicator, m, target, month, ratio, expected)
    result = Evaluation(verdict, rule, actual=actual_of(indicator, m), expected=expected)
    if indicator.measure not in WORK and result.actual is not None and target is not None:
        result.gap = result.actual - target
    if rule > 3:
        if ratio != INFINITE:
            result.attainment = ratio * 100
            result.pace = quotient(ratio * 10000, expected)
        if indicator.measure == "total" and indicator.direction == "at_least":
            result.projected = None if expected == 0 else m.value / expected * 100
            if m.figure_month < indicator.due_month:
                left = indicator.due_month - m.figure_month
                result.required_per_month = max(target - m.value, Fraction(0)) / left
    return result


# --- Findings (section 11) -------------------------------------------------------------------------------------------

def due_date(plan, year, month):
    """The plan's due day of the month after the period, or that month's last day where it is shorter."""
    year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime.date(year, month, min(plan.due_day, calendar.monthrange(year, month)[1]))


def reporter_findings(plan, log, base_year, indicator, month, published):
    """(code, unit, due month) for what one reporter's figures show."""
    figures = accepted_figures(plan, log, indicator, indicator.reporters, month)
    used = used_figures(indicator, figures)
    for unit in indicator.reporters:
        earlier = None
        for due in (each for each in indicator.due_months if each <= month):
            key = (indicator.code, unit, (plan.year, due))
            accepted = figures.get((unit, due))
            revisions = log.existing(key)
            if accepted is None:
                yield "missing", unit, due
            elif revisions[0].submitted_at.astimezone(plan.zone).date() > due_date(plan, plan.year, due):
                yield "late", unit, due
            if revisions:
                newest = log.status(key, revisions[-1])
                if newest == "awaiting":
                    yield "awaiting_review", unit, due
                if newest == "returned":
                    yield "returned", unit, due
            # Decision: a published figure that nothing accepted replaces has changed too.
            if any(accepted is None or revision != accepted.revision for revision in published.get(key, ())):
                yield "revised_after_publication", unit, due
            if accepted is None or indicator.measure in WORK:
                continue
            if indicator.accumulation == "cumulative":
                if earlier is not None and accepted.value < earlier.value:
                    yield "cumulative_decrease", unit, due
                earlier = accepted
            if indicator.accumulation != "monthly" and accepted.value < 0:
                yield "negative_value", unit, due
            if indicator.measure in ("growth", "intensity_change"):
                with_denominator = indicator.measure == "intensity_change"
                last = base_year.accepted(indicator, unit, due)
                if last is not None:
                    pairs = [(accepted.base_value, last.value)]
                    if with_denominator:
                        pairs.append((accepted.base_denominator, last.denominator))
                    if any(None not in pair and pair[0] != pair[1] for pair in pairs):
                        yield "base_differs", unit, due
                # Decision: once for each figure used whose base, or base denominator, is missing.
                if (unit, due) in used:
                    value, denominator = bases_of(indicator, unit, due, accepted, base_year)
                    if value is None or (with_denominator and denominator is None):
                        yield "no_base", unit, due


def district_findings(plan, indicator, as_of, measured):
    m = measured[indicator.code]
    if indicator.measure == "share" and None not in (m.value, m.denominator) and m.value > m.denominator:
        yield "numerator_exceeds_denominator", "", m.figure_month
    whole = measured.get(indicator.part_of)
    if whole and None not in (m.value, whole.value) and m.value > whole.value:
        yield "part_exceeds_whole", "", m.figure_month
    allocations = plan.allocations.get(indicator.code)
    if allocations and indicator.measure in ("total", "stock"):
        _, target = target_at(plan, indicator, as_of)
        if target is not None and target != sum(allocations.values()):
            yield "allocation_mismatch", "", None  # Decision: about the plan, so of no figure period.


def findings(plan, log, base_year, month, as_of, measured, published):
    place = {unit: position for position, unit in enumerate([""] + plan.units)}
    for indicator in plan.indicators:
        found = list(reporter_findings(plan, log, base_year, indicator, month, published))
        found += district_findings(plan, indicator, as_of, measured)
        found.sort(key=lambda each: (each[0], place[each[1]], each[2] or 0))
        for code, unit, due in found:
            yield {
                "district": plan.district, "period": month_text(plan.year, month), "code": code,
                "severity": SEVERITIES[code], "indicator": indicator.code, "unit": unit,
                "figure_period": "" if due is None else month_text(plan.year, due),
                "message_zh": "", "message_en": "",
            }


# --- The run ---------------------------------------------------------------------------------------------------------

def attainment_row(plan, indicator, unit, m, target, target_revision, month):
    result = evaluate(plan, indicator, m, target, month)
    parts = indicator.code.split(".")
    level = exact if indicator.measure in ("total", "stock") else printed
    shown = indicator.row
    return {
        "district": plan.district,
        "period": month_text(plan.year, month),
        "indicator": indicator.code,
        "section": parts[0],
        "item": parts[1] if len(parts) > 1 else "",
        "unit": unit,
        "lead_unit": indicator.lead_unit,
        "name_zh": shown["name_zh"],
        "name_en": shown["name_en"],
        "livelihood": "true" if truth(shown["livelihood"]) else "false",
        "headline": "true" if truth(shown["headline"]) else "false",
        "measure": indicator.measure,
        "direction": indicator.direction,
        "unit_of_measure": shown["unit_of_measure"],
        "target": exact(target),
        "target_revision": "" if target_revision is None else str(target_revision),
        "figure_period": "" if m.figure_month is None else month_text(plan.year, m.figure_month),
        "value": exact(m.value),
        "denominator": exact(m.denominator),
        "base_value": exact(m.base_value),
        "base_denominator": exact(m.base_denominator),
        "actual": level(result.actual),
        "gap": level(result.gap),
        "attainment_pct": printed(result.attainment),
        "expected_pct": printed(result.expected),
        "pace_pct": printed(result.pace),
        "verdict": result.verdict,
        "light": LIGHTS[result.verdict],
        "rule": str(result.rule),
        "coverage_pct": printed(m.coverage),
        "provisional": "true" if m.provisional else "false",
        "projected": printed(result.projected),
        "required_per_month": printed(result.required_per_month),
    }


@dataclass
class Run:
    attainment: list
    findings: list
    used: list


def run(plan, log, month, as_of, base_plan=None, published=None):
    base_year = BaseYear(plan, log, base_plan)
    measured, rows, used = {}, [], []
    for indicator in plan.indicators:
        m = measure(plan, log, base_year, indicator, indicator.reporters, month)
        measured[indicator.code] = m
        revision, target = target_at(plan, indicator, as_of)
        rows.append(attainment_row(plan, indicator, "", m, target, revision, month))
        allocations = plan.allocations.get(indicator.code, {})
        for unit in plan.units:
            if unit in allocations:
                own = measure(plan, log, base_year, indicator, (unit,), month)
                target = None if indicator.measure in WORK else allocations[unit]
                rows.append(attainment_row(plan, indicator, unit, own, target, None, month))
        figures = accepted_figures(plan, log, indicator, indicator.reporters, month)
        for (unit, due), submission in figures.items():
            used.append({"indicator": indicator.code, "unit": unit, "period": month_text(plan.year, due),
                         "revision": str(submission.revision)})
    found = list(findings(plan, log, base_year, month, as_of, measured, published or {}))
    return Run(rows, found, used)


def read_published(path):
    published = defaultdict(set)
    for row in rows_of(path) if path else ():
        published[row["indicator"], row["unit"], month_of(row["period"])].add(int(row["revision"]))
    return published


QUOTED = re.compile('[,"\r\n]')


def field(text):
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def write_csv(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(columns) + "\n")
        for row in rows:
            file.write(",".join(field(row[column]) for column in columns) + "\n")


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plan", required=True)
    parser.add_argument("--base-plan")
    parser.add_argument("--log", required=True)
    parser.add_argument("--reviews")
    parser.add_argument("--published")
    parser.add_argument("--month", required=True)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--used", help="also write the figures this run used, for a later run's --published")
    options = parser.parse_args(arguments)

    plan = read_plan(options.plan)
    year, month = month_of(options.month)
    if year != plan.year:
        parser.error(f"the plan is of {plan.year}, the month of {year}")
    as_of = instant(options.as_of)
    log = read_log(options.log, options.reviews, as_of)
    base_plan = read_plan(options.base_plan) if options.base_plan else None
    result = run(plan, log, month, as_of, base_plan, read_published(options.published))

    os.makedirs(options.out, exist_ok=True)
    write_csv(os.path.join(options.out, "attainment.csv"), ATTAINMENT_COLUMNS, result.attainment)
    write_csv(os.path.join(options.out, "findings.csv"), FINDING_COLUMNS, result.findings)
    if options.used:
        write_csv(options.used, USED_COLUMNS, result.used)


if __name__ == "__main__":
    main()
