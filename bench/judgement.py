"""The judgement of what was measured (method, sections 4 to 9), exact: sums of Decimal, quotients of Fraction, rounded once."""

from datetime import date
from decimal import Decimal, getcontext
from fractions import Fraction

# Enough for a year's sum of the longest figures, so that no operation on decimals rounds.
getcontext().prec = 60

FLOORS = {"total": 90, "milestone": 90, "progress": 90, "share": 95, "stock": 95, "daily_average": 95, "growth": 98,
          "intensity_change": 98}
LIGHTS = {"attained": "green", "on_track": "green", "behind": "yellow", "missed": "red", "off_track": "red"}
STAGES = ("not_started", "started", "completed")
UNSTATED = dict.fromkeys(
    ("figure_period", "value", "denominator", "base_value", "base_denominator", "actual", "gap", "attainment_pct",
     "expected_pct", "pace_pct", "coverage_pct", "projected", "required_per_month", "stage", "occurred_on"))


def rounded(value):
    """A fraction rounded half away from zero to four decimals, as text."""
    if value is None:
        return None
    # Whole numbers, since an operation on fractions looks for a common divisor.
    numerator, denominator = value.numerator, value.denominator
    whole = (20_000 * abs(numerator) + denominator) // (2 * denominator)
    return plain(Decimal(whole if numerator >= 0 else -whole).scaleb(-4))


def plain(value):
    """A decimal without trailing zeros, as text."""
    return None if value is None else format(value.normalize(), "f") if value else "0"


def judge(measured, profile, year):
    """A row of attainment as a dict, `month` beside its columns.

    `measured` says of an indicator, for the district (`unit` None) or a unit: `district_id`, `month`, `target`,
    `target_revision`; its `measure`, `direction`, `due_month`, `behind_floor`; the number of `reporters`, the month
    `latest_due`; the month `reached` by figures, None without any, and what those of `count` reporters add up to, `value`,
    `denominator`, `base_value`, `base_denominator`, `days`, `progress_sum`; the least `stage_rank`, the last `occurred_on`;
    and how many figures are `accepted` of those `wanted`. `profile` is the percentage due by month, None without one.
    """
    row = {**UNSTATED, **{key: measured[key] for key in ("district_id", "indicator", "unit", "month", "target_revision")},
           "target": plain(measured["target"])}
    if measured["measure"] == "milestone":
        row["stage"] = STAGES[0]
    if measured["latest_due"] is None:
        return {**row, "verdict": "not_due", "light": "grey", "rule": 1, "provisional": False}
    if measured["reached"] is None:
        return {**row, "verdict": "no_data", "light": "grey", "rule": 2, "provisional": True, "coverage_pct": "0"}
    row.update(stated(measured, year))
    actual, level, required = levels(measured)
    row.update(compared(measured, actual))
    expected = expectation(measured, profile)
    row["expected_pct"] = rounded(expected)
    ratio, meets_by_level = attainment(measured["direction"], level, required)
    if ratio is None and not meets_by_level:
        return {**row, "verdict": "not_assessable", "light": "grey", "rule": 3}
    pace = None if ratio is None or expected == 0 else ratio * 10_000 / expected
    row["attainment_pct"] = rounded(None if ratio is None else ratio * 100)
    row["pace_pct"] = rounded(pace)
    row.update(outlook(measured, expected))
    verdict, rule = decide(measured, meets_by_level if ratio is None else ratio >= 1, pace, row["provisional"])
    return {**row, "verdict": verdict, "light": LIGHTS.get(verdict, "grey"), "rule": rule}


def judge_all(measured, profiles, year, month):
    """The rows of attainment and of trend by district, from everything measured; `profiles` by district and indicator."""
    districts = {}
    for scope in measured:
        evaluation, trend = districts.setdefault(scope["district_id"], ([], []))
        row = judge(scope, profiles.get((scope["district_id"], scope["indicator"])), year)
        if scope["month"] == month:
            evaluation.append(row)
        if scope["unit"] is None:
            trend.append(row)
    return districts


def grows(measured):
    """Whether the expectation rises over the year."""
    return measured["measure"] in ("milestone", "progress") or (
        measured["measure"] == "total" and measured["direction"] == "at_least")


def stated(measured, year):
    """What was reported, and how much of it was there."""
    measure = measured["measure"]
    row = {"figure_period": date(year, measured["reached"], 1), "occurred_on": measured["occurred_on"],
           "provisional": measured["accepted"] < measured["wanted"] or measured["reached"] < measured["latest_due"],
           "coverage_pct": rounded(Fraction(measured["accepted"] * 100, measured["wanted"]))}
    if measure == "milestone" and measured["count"] >= measured["reporters"]:
        row["stage"] = STAGES[measured["stage_rank"]]
    if measure not in ("milestone", "progress"):
        row["value"] = plain(measured["value"])
    if measure in ("share", "intensity_change"):
        row["denominator"] = plain(measured["denominator"])
    if measure == "daily_average":
        row["denominator"] = str(measured["days"])
    if measure in ("growth", "intensity_change"):
        row["base_value"] = plain(measured["base_value"])
    if measure == "intensity_change":
        row["base_denominator"] = plain(measured["base_denominator"])
    return row


def levels(measured):
    """The actual, the level that is compared, and the level that the target requires."""
    measure, value, denominator = measured["measure"], measured["value"], measured["denominator"]
    base, base_denominator = measured["base_value"], measured["base_denominator"]
    goal = None if measured["target"] is None else Fraction(measured["target"])
    actual = level = required = None
    if measure in ("total", "stock"):
        actual = level = Fraction(value)
        required = goal
    elif measure == "growth":
        level = Fraction(value)
        if base:
            actual = (level / Fraction(base) - 1) * 100
            required = Fraction(base) * (1 + goal / 100) if base > 0 and goal is not None else None
    elif measure == "share":
        if denominator:
            actual = Fraction(value) / Fraction(denominator) * 100
            level = actual if denominator > 0 else None
        required = goal
    elif measure == "intensity_change":
        if denominator:
            quotient = Fraction(value) / Fraction(denominator)
            level = quotient if denominator > 0 else None
            if base and base_denominator:
                before = Fraction(base) / Fraction(base_denominator)
                actual = (quotient / before - 1) * 100
                if base > 0 and base_denominator > 0 and goal is not None:
                    required = before * (1 + goal / 100)
    elif measure == "daily_average":
        actual = level = Fraction(value) / measured["days"]
        required = goal
    else:
        actual = Fraction(measured["progress_sum"]) / measured["count"]
        if measured["count"] < measured["reporters"]:
            actual = min(actual, Fraction(99))
        level, required = actual, Fraction(100)
    return actual, level, required


def compared(measured, actual):
    """The actual and its distance from the target, as printed."""
    target = measured["target"]
    if measured["measure"] in ("total", "stock"):
        return {"actual": plain(measured["value"]), "gap": None if target is None else plain(measured["value"] - target)}
    if target is None or actual is None or measured["measure"] in ("milestone", "progress"):
        return {"actual": rounded(actual)}
    return {"actual": rounded(actual), "gap": rounded(actual - Fraction(target))}


def expectation(measured, profile):
    """The percentage of the target that is due by the month reached."""
    reached, due_month = measured["reached"], measured["due_month"]
    if not grows(measured):
        return Fraction(100)
    if profile:
        known = [month for month in profile if month <= reached]
        return Fraction(profile[max(known)]) if known else Fraction(0)
    return Fraction(100) if reached >= due_month else Fraction(reached * 100, due_month)


def attainment(direction, level, required):
    """The level in proportion to what is required, and whether it meets that without a proportion."""
    if level is None or required is None:
        return None, False
    if direction == "at_most":
        return (required / level, False) if level > 0 else (None, True)
    return (level / required if required > 0 else None), False


def outlook(measured, expected):
    """Where a total that grows is bound, and what it still takes each month."""
    if measured["measure"] != "total" or measured["direction"] != "at_least":
        return {}
    value, target, left = measured["value"], measured["target"], measured["due_month"] - measured["reached"]
    row = {"projected": rounded(Fraction(value) * 100 / expected) if expected else None}
    if left > 0:
        row["required_per_month"] = rounded(max(Fraction(target) - Fraction(value), Fraction(0)) / left)
    return row


def decide(measured, is_met, pace, is_provisional):
    """The verdict and the number of its rule."""
    measure, direction = measured["measure"], measured["direction"]
    if grows(measured) and is_met:
        return "attained", 4
    if measure == "total" and direction == "at_most" and not is_met:
        return "missed", 5
    if measured["reached"] < measured["latest_due"]:
        return "overdue", 6
    if measured["month"] >= measured["due_month"] and not is_provisional:
        return ("attained" if is_met else "missed"), 7
    if pace is None or pace >= 100:
        return "on_track", 8
    floor = FLOORS[measure] if measured["behind_floor"] is None else Fraction(measured["behind_floor"])
    return ("behind" if pace >= floor else "off_track"), 8
