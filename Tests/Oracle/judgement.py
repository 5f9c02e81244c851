"""Attainment, pace, verdict and projection (docs/method.md, sections 6 to 9), and the credit of section 10."""

from dataclasses import dataclass
from fractions import Fraction

from figures import HUNDRED
from measurement import Measurement, measure
from workplan import CHANGES, DIVIDED, WORK, Indicator, Target

LIGHTS = {
    "for_reference": "grey", "not_due": "grey", "no_data": "grey", "awaiting_review": "grey",
    "not_assessable": "grey", "overdue": "grey", "attained": "green", "on_track": "green", "behind": "yellow",
    "missed": "red", "off_track": "red",
}
INFINITE = "infinite"


@dataclass
class Aim:
    """What a row is held to: the target in force, or a unit's allocation of it."""
    value: Fraction = None          # v
    tolerance: Fraction = Fraction(0)
    target: Target = None           # None for an allocation
    other: object = None            # the Row of what it is relative to

    @property
    def relative(self):
        return self.target is not None and bool(self.target.relative_to)

    def effective(self, direction):
        """v with the tolerance granted."""
        return self.value + self.tolerance if direction == "at_most" else self.value - self.tolerance


@dataclass
class Evaluation:
    verdict: str
    rule: int
    ratio: object = None            # of section 6, INFINITE, or None: not assessable
    actual: Fraction = None
    gap: Fraction = None
    attainment: Fraction = None
    expected: Fraction = None
    pace: Fraction = None
    projected: Fraction = None
    required_per_month: Fraction = None


@dataclass
class Row:
    """One indicator judged, for the district or for one unit with an allocation."""
    indicator: Indicator
    unit: str                       # empty for the district
    measured: Measurement
    aim: Aim
    provisional: bool
    result: Evaluation
    last_year_actual: Fraction = None
    projected_last_year: Fraction = None


def quotient(a, b):
    return None if a is None or b is None or b == 0 else a / b


def positive(*numbers):
    return all(number is not None and number > 0 for number in numbers)


# --- The actual and what it is held to (sections 4 and 6) ------------------------------------------------------------

def actual_of(indicator, m):
    """Wherever it can be divided, even by a base or denominator that is negative."""
    if indicator.measure in ("total", "stock", "rate"):
        return m.value
    if indicator.measure in WORK:
        return m.progress
    level = quotient(m.value, m.denominator) if indicator.measure in (*DIVIDED, "daily_average") else m.value
    if indicator.measure == "daily_average":
        return level
    if indicator.measure in ("share", "ratio"):
        scale = HUNDRED if indicator.measure == "share" else indicator.scale
        return None if level is None else level * scale
    base = quotient(m.base_value, m.base_denominator) if indicator.measure == "intensity_change" else m.base_value
    change = quotient(level, base)
    return None if change is None else (change - 1) * 100


def rests_well(indicator, m):
    """Whether no base or denominator is missing, zero or negative."""
    needed = []
    if indicator.measure in DIVIDED:
        needed.append(m.denominator)
    if indicator.measure == "growth":
        needed.append(m.base_value)
    if indicator.measure == "intensity_change":
        needed += [m.base_value, m.base_denominator]
    return positive(*needed)


def aim_of(standing, indicator, unit, month):
    if unit:
        return Aim(standing.plan.allocations[indicator.code][unit])
    target = standing.target(indicator)
    if target is None:
        return Aim()
    if not target.relative_to:
        return Aim(target.value, target.tolerance or Fraction(0), target)
    other = district_row(standing, standing.by_code[target.relative_to], month)
    actual = other.result.actual if rests_well(other.indicator, other.measured) else None
    value = None if actual is None else actual + (target.value or 0)
    return Aim(value, target.tolerance or Fraction(0), target, other)


def ratio_of(indicator, m, aim):
    """Section 6's ratio, INFINITE, or None: not assessable."""
    if indicator.measure in WORK:
        return None if m.progress is None else m.progress / 100
    # Decision: a base or denominator first, then the target, then a level of zero or less.
    if m.value is None or aim.value is None or not rests_well(indicator, m):
        return None
    wanted = aim.effective(indicator.direction)
    if indicator.measure in CHANGES:
        wanted += 100
    if wanted < 0:
        return None
    if indicator.measure == "rate":
        level = 100 + m.value
    elif indicator.measure == "growth":
        level, wanted = m.value, m.base_value * wanted / 100
    elif indicator.measure == "intensity_change":
        level, wanted = m.value / m.denominator, m.base_value / m.base_denominator * wanted / 100
    else:
        level = actual_of(indicator, m)
    if indicator.direction == "at_most":
        return INFINITE if level <= 0 else wanted / level
    return quotient(level, wanted)


# --- What is expected by now (section 7) -----------------------------------------------------------------------------

def expected_before_whole(standing, indicator, month):
    """Percent expected by the end of the month, or None where a profile's amounts have no target to be divided by."""
    plan = standing.plan
    profile = plan.profiles.get(indicator.code)
    if profile:
        # Decision: a profile may be sparse; the last month given so far stands, 0 before the first.
        given = [each for each in profile if each <= month]
        expected = profile[max(given)] if given else Fraction(0)
        if indicator.code not in plan.amounts:
            return expected
        target = standing.target(indicator)
        expected = None if target is None else quotient(expected * 100, target.value)
        return min(expected, HUNDRED) if expected is not None and indicator.grows else expected
    if not indicator.grows:
        return HUNDRED
    if indicator.pacing == "at_due":
        return HUNDRED if month >= indicator.due_month else Fraction(0)
    return min(Fraction(month, indicator.due_month), Fraction(1)) * 100


def in_whole_things(indicator, aim, expected):
    """A whole total that is to reach its target is expected in whole things."""
    counted = indicator.whole and indicator.measure == "total" and indicator.direction == "at_least"
    if not counted or not aim.value or expected is None:
        return expected
    return Fraction(aim.value * expected // 100) / aim.value * 100


# --- The verdict (section 8) -----------------------------------------------------------------------------------------

def verdict_of(indicator, m, aim, provisional, ratio, pace):
    """(verdict, rule): the first that applies."""
    if indicator.reference:
        return "for_reference", 0
    if m.latest_due is None and m.figure_month is None:
        return "not_due", 1
    if m.figure_month is None:
        return ("awaiting_review" if m.awaits_review else "no_data"), 2
    if ratio is None:
        return "not_assessable", 3
    met = ratio == INFINITE or ratio >= 1
    at_most = indicator.direction == "at_most"
    if indicator.grows and not at_most and met:
        return "attained", 4
    if indicator.measure == "total" and at_most and m.value > aim.effective("at_most"):
        return "missed", 5
    if m.overdue:
        return ("awaiting_review" if m.awaits_review else "overdue"), 6
    if m.figure_month >= indicator.due_month and not provisional:
        return ("attained" if met else "missed"), 7
    if pace is None or pace >= 100:
        return "on_track", 8
    return ("behind" if pace >= indicator.floor else "off_track"), 8


def pace_of(indicator, ratio, expected):
    """Attainment against what is expected, in percent; None counts as met."""
    if ratio == INFINITE or expected is None:
        return None
    if indicator.direction == "at_most":
        return ratio * expected
    return quotient(ratio * 10000, expected)


def evaluate(standing, indicator, m, aim, provisional):
    expected = before = None
    if m.figure_month is not None and not indicator.reference:
        before = expected_before_whole(standing, indicator, m.figure_month)
        expected = in_whole_things(indicator, aim, before)
    ratio = None if indicator.reference else ratio_of(indicator, m, aim)
    pace = None if ratio is None else pace_of(indicator, ratio, expected)
    verdict, rule = verdict_of(indicator, m, aim, provisional, ratio, pace)
    result = Evaluation(verdict, rule, ratio, actual_of(indicator, m), expected=expected)
    if indicator.measure not in WORK and result.actual is not None and aim.value is not None:
        result.gap = result.actual - aim.value
    if rule > 3:
        result.attainment = None if ratio == INFINITE else ratio * 100
        result.pace = pace
        if indicator.measure == "total":
            project(indicator, m, aim, before, result)
    return result


def project(indicator, m, aim, before, result):
    """Section 9: where the present pace leads, and what is needed in each month left."""
    result.projected = quotient(m.value * 100, before)
    left = indicator.due_month - m.figure_month
    if indicator.direction == "at_least" and left > 0:
        result.required_per_month = max(aim.value - m.value, Fraction(0)) / left


# --- Rows ------------------------------------------------------------------------------------------------------------

def rests_on_less(m, other):
    """Whether what a target is relative to is provisional, or of an earlier figure period, or of none."""
    theirs = other.measured.figure_month
    return other.provisional or theirs is None or theirs < m.figure_month


def judge(standing, indicator, unit, month):
    m = measure(standing, indicator, (unit,) if unit else indicator.reporters, month)
    aim = aim_of(standing, indicator, unit, month)
    provisional = m.provisional
    if m.figure_month is not None and aim.other is not None:
        provisional = provisional or rests_on_less(m, aim.other)
    return Row(indicator, unit, m, aim, provisional, evaluate(standing, indicator, m, aim, provisional))


def district_row(standing, indicator, month):
    """The district's own row as of the month, judged once."""
    key = indicator.code, month
    if key not in standing.district_rows:
        standing.district_rows[key] = judge(standing, indicator, "", month)
    return standing.district_rows[key]


def last_years_course(standing, row):
    """(last_year_actual, projected_last_year): section 9, by last year's plan as of the same instant."""
    indicator, month = row.indicator, row.measured.figure_month
    last = standing.last
    continued = last.by_code.get(indicator.continues) if last is not None else None
    if month is None or continued is None or continued.measure != indicator.measure:
        return None, None
    reporters = (row.unit,) if row.unit else continued.reporters
    then = measure(last, continued, reporters, month)
    actual = actual_of(continued, then)
    if indicator.measure != "total" or row.result.rule <= 3:
        return actual, None
    december = measure(last, continued, reporters, 12)
    whole = (then.figure_month, december.figure_month) == (month, 12) and then.coverage == december.coverage == 100
    if not whole or then.value <= 0:
        return actual, None
    return actual, row.measured.value * december.value / then.value


def credit_of(row):
    """What a row earns, from 0 to 100, or None where it is left out (section 10)."""
    result = row.result
    if result.verdict in ("no_data", "overdue"):
        return Fraction(0)
    if result.verdict == "not_assessable":
        return Fraction(0) if row.measured.base_missing else None
    if result.rule <= 2 or result.verdict == "awaiting_review":
        return None
    if result.expected == 0 and result.verdict == "on_track":
        return None
    if result.ratio == INFINITE:
        return HUNDRED
    earned = result.attainment if result.expected == 0 and result.verdict in ("attained", "missed") else result.pace
    return max(Fraction(0), min(earned, HUNDRED))
