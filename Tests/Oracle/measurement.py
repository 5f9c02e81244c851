"""From submissions to accumulated figures, the figure period and its coverage (docs/method.md, sections 4 and 5)."""

import calendar
from dataclasses import dataclass
from fractions import Fraction

from figures import HUNDRED
from workplan import STAGES, WORK


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
    used: dict = None          # the figures that the accumulation takes

    @property
    def overdue(self):
        return self.latest_due is not None and self.figure_month != self.latest_due


def accepted_figures(plan, log, indicator, reporters, month):
    """{(reporter, due month): submission}, of the plan year up to `month`."""
    return {(unit, due): submission for (unit, due), submission in log.of_year(indicator, plan.year).items()
            if due <= month and unit in reporters}


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

    used = result.used = used_figures(indicator, figures)
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
