"""A work plan as its CSV files hold it."""

import calendar
import csv
import datetime
import os
import zoneinfo
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from figures import figure

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
    weight: Fraction = Fraction(1)

    @property
    def due_months(self):
        return DUE_MONTHS[self.frequency]


@dataclass
class Plan:
    district: str
    year: int
    zone: zoneinfo.ZoneInfo
    due_day: int
    units: dict        # code -> its row, in the order of units.csv
    sections: dict     # number -> its row, ascending
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
    floor, weight = figure(row["behind_floor"]), figure(row["weight"])
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
        weight=Fraction(1) if weight is None else weight,
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
        units={row["unit"]: row for row in table("units.csv")},
        sections=dict(sorted((int(row["section"]), row) for row in table("sections.csv"))),
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


def due_date(plan, year, month):
    """The plan's due day of the month after the period, or that month's last day where it is shorter."""
    year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime.date(year, month, min(plan.due_day, calendar.monthrange(year, month)[1]))
