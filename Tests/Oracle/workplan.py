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

PERIODS = {
    "monthly": tuple(range(1, 13)),
    "monthly_from_february": tuple(range(2, 13)),
    "quarterly": (3, 6, 9, 12),
    "half_yearly": (6, 12),
    "annual": (12,),
}
STAGES = ("not_started", "started", "completed")
FLOORS = {
    "total": 90, "milestone": 90, "progress": 90,
    "share": 95, "ratio": 95, "stock": 95, "daily_average": 95,
    "growth": 98, "rate": 98, "intensity_change": 98,
}
WORK = ("milestone", "progress")
CHANGES = ("growth", "rate", "intensity_change")    # in percent, signed
DIVIDED = ("share", "ratio", "intensity_change")    # these carry a denominator
BASED = ("growth", "intensity_change")              # these carry a base
ALWAYS_POINT = ("stock", "rate", "milestone", "progress")


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
    continues: str = ""
    due_month: int = 12
    due_day: int = None
    pacing: str = "linear"
    whole: bool = False
    reference: bool = False
    scale: Fraction = Fraction(1)
    required_stage: str = "completed"
    floor: Fraction = Fraction(90)
    weight: Fraction = Fraction(1)
    plausible: tuple = (None, None)
    headline: bool = False
    livelihood: bool = False

    @property
    def periods(self):
        return PERIODS[self.frequency]

    @property
    def grows(self):
        """Whether the work of the year adds up to the target, instead of holding it at any date."""
        return self.measure in ("total", *WORK)


@dataclass
class Target:
    revision: int
    value: Fraction            # beside a `relative_to` the difference from its actual
    decided_on: datetime.date
    tolerance: Fraction = None
    relative_to: str = ""
    source: str = ""

    @property
    def told(self):
        """The figure that names it: none where it is another's actual as it is."""
        return None if self.relative_to and self.value == 0 else self.value


@dataclass
class Plan:
    district: str
    year: int
    zone: zoneinfo.ZoneInfo
    due_day: int
    units: dict        # code -> its row, in the order of units.csv
    sections: dict     # number -> its row, ascending
    indicators: list   # in plan order
    targets: dict      # indicator -> [Target], ascending
    allocations: dict  # indicator -> {unit: value}
    profiles: dict     # indicator -> {month: percent or amount}
    amounts: set       # the indicators whose profile is one of amounts
    responsibilities: list = ()
    post_holders: list = ()
    appraisal: dict = None   # rule -> (points, limit), in the order of appraisal.csv
    grades: list = ()        # (from, grade)
    version: int = 1

    def named(self, code):
        return next((each for each in self.indicators if each.code == code), None)


def plan_order(code):
    """2.2.1 stands before 2.10.1."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in code.split(".")]


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def truth(text):
    return {"true": True, "false": False, "": False}[text]


def otherwise(number, default):
    return Fraction(default) if number is None else number


def indicator_of(row, floors=FLOORS):
    row = defaultdict(str, row)  # a column that is left out is empty
    measure = row["measure"]
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
        continues=row["continues"],
        due_month=int(row["due_month"] or 12),
        due_day=int(row["due_day"]) if row["due_day"] else None,
        pacing=row["pacing"] or ("at_due" if measure == "milestone" else "linear"),
        whole=truth(row["whole"]),
        reference=truth(row["reference"]),
        scale=otherwise(figure(row["scale"]), 1),
        required_stage=row["required_stage"] or "completed",
        floor=otherwise(figure(row["behind_floor"]), floors[measure]),
        weight=otherwise(figure(row["weight"]), 1),
        plausible=(figure(row["plausible_min"]), figure(row["plausible_max"])),
        headline=truth(row["headline"]),
        livelihood=truth(row["livelihood"]),
    )


def target_of(row):
    row = defaultdict(str, row)
    return Target(int(row["revision"]), figure(row["value"]), datetime.date.fromisoformat(row["decided_on"]),
                  figure(row["tolerance"]), row["relative_to"], row["source"])


def read_plan(directory, version=1):
    def table(name):
        path = os.path.join(directory, name)
        return rows_of(path) if os.path.exists(path) else []

    (head,) = table("plan.csv")
    floors = FLOORS | {row["measure"]: figure(row["behind_floor"]) for row in table("floors.csv")}
    targets, allocations, profiles, amounts = defaultdict(list), defaultdict(dict), defaultdict(dict), set()
    for row in table("targets.csv"):
        targets[row["indicator"]].append(target_of(row))
    for revisions in targets.values():
        revisions.sort(key=lambda each: each.revision)
    for row in table("allocations.csv"):
        allocations[row["indicator"]][row["unit"]] = figure(row["value"])
    for row in table("profiles.csv"):
        percent, amount = figure(row["cumulative_pct"]), figure(row.get("cumulative_value") or "")
        profiles[row["indicator"]][int(row["month"])] = amount if percent is None else percent
        if percent is None:
            amounts.add(row["indicator"])
    return Plan(
        district=head["district"],
        year=int(head["year"]),
        zone=zoneinfo.ZoneInfo(head["time_zone"]),
        due_day=int(head["due_day"]),
        units={row["unit"]: row for row in table("units.csv")},
        sections=dict(sorted((int(row["section"]), row) for row in table("sections.csv"))),
        indicators=sorted((indicator_of(row, floors) for row in table("indicators.csv")),
                          key=lambda each: plan_order(each.code)),
        targets=dict(targets),
        allocations=dict(allocations),
        profiles=dict(profiles),
        amounts=amounts,
        responsibilities=table("responsibilities.csv"),
        post_holders=table("post_holders.csv"),
        appraisal={row["rule"]: (figure(row["points"]), figure(row["limit"])) for row in table("appraisal.csv")},
        grades=[(figure(row["from"]), row["grade"]) for row in table("grades.csv")],
        version=version,
    )


def due_date(plan, indicator, month):
    """The last day on which the figure of a period of the plan year comes in time (section 2)."""
    day = indicator.due_day or plan.due_day
    months, day = (1, day) if day <= 31 else (2, day - 31)
    year, month = divmod(plan.year * 12 + month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day, calendar.monthrange(year, month + 1)[1]))
