"""From submissions to accumulated figures, the figure period and its coverage (docs/method.md, sections 4 and 5)."""

import calendar
from dataclasses import dataclass
from fractions import Fraction

from figures import HUNDRED
from workplan import BASED, DIVIDED, STAGES, WORK


@dataclass
class Measurement:
    latest_due: int = None     # d
    figure_month: int = None   # q
    coverage: Fraction = None
    provisional: bool = False  # not yet for what the indicator is relative to
    awaits_review: bool = False
    value: Fraction = None     # A or N
    denominator: Fraction = None
    base_value: Fraction = None
    base_denominator: Fraction = None
    progress: Fraction = None
    base_missing: bool = False  # a reporter has none
    used: dict = None           # the figures that the accumulation takes

    @property
    def overdue(self):
        return self.latest_due is not None and (self.figure_month is None or self.figure_month < self.latest_due)


def figure_month_of(figures, reporters, due):
    """q: the latest period with a figure that is due, or with everybody's."""
    counted = {}
    for _, period in figures:
        counted[period] = counted.get(period, 0) + 1
    return max((each for each, count in counted.items() if each in due or count == len(reporters)), default=None)


def taken(indicator, figures):
    """Those that the accumulation takes: all of them when monthly, otherwise each reporter's latest."""
    if indicator.accumulation == "monthly":
        return dict(figures)
    latest = {}
    for unit, period in figures:
        latest[unit] = max(period, latest.get(unit, 0))
    return {(unit, period): figures[unit, period] for unit, period in latest.items()}


def total_of(values):
    """Their sum, or None when there are none or one is missing."""
    values = list(values)
    return None if not values or None in values else sum(values, Fraction(0))


def days_between(year, first, last):
    return sum(calendar.monthrange(year, month)[1] for month in range(first, last + 1))


def days_of(year, indicator, figures, figure_month):
    if indicator.accumulation != "monthly":
        return days_between(year, 1, figure_month)
    days = 0
    for period in {period for _, period in figures}:
        previous = max((each for each in indicator.periods if each < period), default=0)
        days += days_between(year, previous + 1, period)
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


def awaits_review(standing, indicator, reporters, period):
    """Whether every reporter has sent a figure that waits for the office; of an overdue period none is accepted."""
    return all(standing.log.awaits(*standing.key(indicator, unit, period)) for unit in reporters)


def accumulate(standing, indicator, reporters, m, figures):
    used = m.used = taken(indicator, figures)
    if indicator.measure in WORK:
        m.progress = progress_of(indicator, reporters, used)
        return
    m.value = total_of(each.value for each in used.values())
    if indicator.measure in DIVIDED:
        m.denominator = total_of(each.denominator for each in used.values())
    if indicator.measure == "daily_average":
        m.denominator = Fraction(days_of(standing.plan.year, indicator, figures, m.figure_month))
    if indicator.measure in BASED:
        bases = [standing.base(indicator, unit, period, each) for (unit, period), each in used.items()]
        m.base_value = total_of(value for value, _ in bases)
        if indicator.measure == "intensity_change":
            m.base_denominator = total_of(denominator for _, denominator in bases)
        m.base_missing = m.base_value is None or indicator.measure in DIVIDED and m.base_denominator is None


def measure(standing, indicator, reporters, month):
    periods = [each for each in indicator.periods if each <= month]
    due = [each for each in periods if standing.is_due(indicator, each)]
    figures = standing.figures(indicator, reporters, month)
    m = Measurement(due[-1] if due else None, figure_month_of(figures, reporters, due))
    if m.overdue:
        m.awaits_review = awaits_review(standing, indicator, reporters, m.latest_due)
    if m.figure_month is None:
        m.provisional = bool(due)
        m.coverage = Fraction(0) if due else None
        return m

    figures = {key: each for key, each in figures.items() if key[1] <= m.figure_month}
    if indicator.accumulation == "monthly":
        present, pairs = len(figures), len(reporters) * sum(each <= m.figure_month for each in periods)
    else:
        present, pairs = sum((unit, m.figure_month) in figures for unit in reporters), len(reporters)
    m.coverage = HUNDRED * present / pairs
    m.provisional = m.coverage < 100 or m.overdue
    accumulate(standing, indicator, reporters, m, figures)
    return m
