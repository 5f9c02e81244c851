"""Attainment, pace, verdict and projection (docs/method.md, sections 6 to 9)."""

from dataclasses import dataclass
from fractions import Fraction

from figures import HUNDRED
from workplan import WORK

LIGHTS = {
    "not_due": "grey", "no_data": "grey", "not_assessable": "grey", "overdue": "grey",
    "attained": "green", "on_track": "green", "behind": "yellow", "missed": "red", "off_track": "red",
}
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
