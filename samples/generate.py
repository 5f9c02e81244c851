#!/usr/bin/env python3
"""Write a year of synthetic submissions for a work plan, with what real reporting has: a bad spring, late and missing
figures, corrections, returned files.

    python3 samples/generate.py --plan sql/plans/jingan-2020 --seed 2020 --out DIR

Every figure is invented. Figures are integers of an indicator's smallest printed unit ("ticks"), and chance is a hash of
the seed and of what is being decided, so the same plan and seed give the same bytes whatever the order of computing.
"""

import argparse
import calendar
import csv
import hashlib
import shutil
import sys
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

LABEL = "样本数据（合成，非真实）"
TIME_ZONE = timezone(timedelta(hours=8))

PLAN_COLUMNS = {
    "plan": (
        "district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review,stop_on_error,republish,"
        "early_days,sample,remind_days,change_note"
    ),
    "units": "unit,kind,name_zh,name_en,short_zh",
    "sections": "section,title_zh,title_en",
    "indicators": (
        "indicator,livelihood,headline,name_zh,name_en,measure,direction,unit_of_measure,value_unit,denominator_unit,scale,"
        "accumulation,frequency,lead_unit,reporters,part_of,continues,due_month,pacing,whole,due_day,required_stage,"
        "behind_floor,weight,plausible_min,plausible_max,reference,wording,note"
    ),
    "targets": "indicator,revision,value,tolerance,relative_to,decided_on,source",
    "allocations": "indicator,unit,value",
    "profiles": "indicator,month,cumulative_pct,cumulative_value",
    "responsibilities": "indicator,role,unit,post",
    "post_holders": "post,name,from,to",
}
SUBMISSION_COLUMNS = (
    "indicator,unit,period,value,denominator,base_value,base_denominator,stage,progress,occurred_on,reason,next_step,"
    "evidence,note"
).split(",")
MANIFEST_COLUMNS = "at,action,file,indicator,unit,period,reason".split(",")

DUE_MONTHS = {
    "monthly": tuple(range(1, 13)),
    "monthly_from_february": tuple(range(2, 13)),
    "quarterly": (3, 6, 9, 12),
    "half_yearly": (6, 12),
    "annual": (12,),
}

# One entry a month, January to December.

# Percent of the expected accumulation that was reached: the spring of 2020 and the recovery after it.
PANDEMIC = (97, 62, 58, 66, 76, 84, 90, 94, 97, 99, 100, 100)
# The same for retail sales, which fell less and came back more slowly.
PANDEMIC_RETAIL = (96, 79, 75, 78, 83, 87, 91, 94, 96, 98, 99, 100)
# The same for work at desks, which went on from home.
PANDEMIC_TASK = (99, 84, 82, 86, 90, 94, 97, 99, 100, 100, 100, 100)
# Points taken off a level or a share.
PANDEMIC_LEVEL = (0, 5, 6, 5, 3, 2, 1, 1, 0, 0, 0, 0)
# Hundredths of a percent taken off accumulated growth.
PANDEMIC_GROWTH = (200, 1050, 1400, 1280, 1030, 790, 610, 460, 330, 200, 90, 0)
# Hundredths of a percent of accumulated growth of energy used, and of intensity below its target.
ENERGY_GROWTH = (-300, -660, -740, -680, -520, -410, -310, -230, -150, -80, -20, 40)
INTENSITY_BELOW_TARGET = (190, 190, 180, 150, 130, 110, 80, 60, 40, 50, 60, 70)

# How an indicator's year goes: percent of the schedule and the cap in percent of the target, each (lowest, highest).
COURSES = {
    "early": ((140, 165), (101, 110)),
    "steady": ((101, 104), (100, 103)),
    "short": ((84, 95), (100, 100)),
    "stalled": ((45, 68), (100, 100)),
    "silent": ((88, 99), (100, 100)),  # figures stop after September
    "absent": ((90, 90), (100, 100)),  # no figure ever
}
# Of what opens at once, how much of the work must be done, in millionths.
OPEN_FROM = 970_000
# Level against the target in percent: January to December, in a straight line but for the spring.
LEVELS = {"early": (101, 105), "steady": (98, 101), "short": (93, 98), "stalled": (84, 90), "silent": (96, 99), "absent": (98, 98)}
# Accumulated growth at the year's end against the target, hundredths of a percent.
GROWTH_ENDS = {"early": 120, "steady": 20, "short": -60, "stalled": -400, "silent": -100, "absent": 0}

# Invented levels of the year before, in the indicator's value_unit and denominator_unit: (value, denominator).
BASE_LEVELS = {"2.1": (250, 250), "2.3": (180, 2200)}

# Why a figure lags and what is done about it, until June and from July on: (reason, next step) by what it measures.
ACCOUNTS = {
    "money": (
        ("疫情影响客流和经营，一季度降幅较大", "落实助企纾困政策，推动消费回补，跟踪重点企业"),
        ("重点企业恢复慢于预期", "逐户走访重点企业，协调解决经营困难"),
    ),
    "level": (
        ("疫情期间人员到岗不足，日常工作有所放松", "逐一排查未达标点位，按周通报"),
        ("部分点位反复，巩固措施不到位", "对反复点位挂账销号，月底复查"),
    ),
    "works": (
        ("疫情期间停工，复工时间晚于计划", "倒排工期，增加作业班组，按周调度"),
        ("前期手续办理慢于计划", "会同相关部门并联办理手续，每周协调"),
    ),
    "event": (
        ("受疫情影响推迟", "已商定新的时间，抓紧筹备"),
        ("筹备和报批时间长于预期", "会同主办单位加快报批，确保年内完成"),
    ),
    "count": (
        ("疫情期间暂停实施，恢复时间晚于计划", "按月分解余量，具备条件的先行恢复"),
        ("参与单位协调时间较长", "明确责任人和时间节点，每月通报进展"),
    ),
    "task": (
        ("集中力量防控疫情，部分工作延后", "调整年度安排，下半年补足进度"),
        ("涉及部门较多，协调时间较长", "由分管领导牵头协调，按节点督办"),
    ),
}
# What adds up to its target over the year, and what is held at a level.
WORK_MEASURES = ("total", "milestone", "progress")
LEVEL_MEASURES = ("stock", "share", "daily_average")


# -- The plan ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Indicator:
    code: str
    measure: str
    direction: str
    unit_of_measure: str
    accumulation: str
    due_months: tuple
    due_month: int
    due_day: int  # by which a figure is due, above 31 in the month after the next (method, section 2)
    at_due: bool  # nothing is expected before the due month
    whole: bool
    required_stage: str
    part_of: str
    headline: bool
    reporters: tuple
    target: str  # as printed; empty where the plan has none
    allocations: dict
    profile: dict  # month: millionths of the target

    @property
    def item(self):
        """The item of the document it belongs to: 2.3 of 2.3.1."""
        return self.code.rsplit(".", 1)[0]

    @property
    def places(self):
        """Decimals its figures are given with."""
        if self.measure == "progress" or self.measure == "milestone":
            return 0
        if self.measure in ("growth", "intensity_change") or "." in self.target:
            return 2
        return 2 if self.unit_of_measure.startswith(("亿", "万", "公里", "吨")) and self.measure != "share" else 0

    def due_on(self, period):
        """The day by which the figure of a period is due (method, section 2)."""
        year, month = (int(part) for part in period.split("-"))
        later, day = divmod(self.due_day - 1, 31)
        year, month = year + (month + later) // 12, (month + later) % 12 + 1
        return date(year, month, min(day + 1, calendar.monthrange(year, month)[1]))

    def first_month(self, month):
        """The first month that a figure for `month` covers."""
        return max((due for due in self.due_months if due < month), default=0) + 1


@dataclass
class Plan:
    tables: dict
    year: int
    due_day: int
    review: str
    units: list
    indicators: list = field(default_factory=list)

    @classmethod
    def read(cls, folder):
        tables = {name: read_csv(folder / f"{name}.csv") for name in PLAN_COLUMNS}
        profiles = {}
        for row in tables["profiles"]:
            profiles.setdefault(row["indicator"], []).append(row)
        head = tables["plan"][0]
        targets = {}
        for row in sorted(tables["targets"], key=lambda row: int(row["revision"])):
            targets[row["indicator"]] = row["value"]
        indicators = []
        for row in tables["indicators"]:
            code = row["indicator"]
            indicators.append(
                Indicator(
                    code=code,
                    measure=row["measure"],
                    direction=row["direction"],
                    unit_of_measure=row["unit_of_measure"],
                    accumulation="point" if row["measure"] in ("stock", "milestone", "progress") else row["accumulation"],
                    due_months=DUE_MONTHS[row["frequency"]],
                    due_month=int(row["due_month"] or 12),
                    due_day=int(row["due_day"] or head["due_day"]),
                    at_due=(row["pacing"] or ("at_due" if row["measure"] == "milestone" else "linear")) == "at_due",
                    whole=row["whole"] == "true",
                    required_stage=row["required_stage"] or "completed",
                    part_of=row["part_of"],
                    headline=row["headline"] == "true",
                    reporters=tuple(row["reporters"].split()) or (row["lead_unit"],),
                    target=targets.get(code, ""),
                    allocations={a["unit"]: a["value"] for a in tables["allocations"] if a["indicator"] == code},
                    profile={int(p["month"]): point(p, targets.get(code)) for p in profiles.get(code, ())},
                )
            )
        return cls(
            tables, int(head["year"]), int(head["due_day"]), head["review"], [u["unit"] for u in tables["units"]], indicators
        )


def point(row, target):
    """A line of a profile in millionths of the target, whether it is given as a percentage or as an amount."""
    if row["cumulative_value"]:
        return ticks(row["cumulative_value"], 6) * 1_000_000 // ticks(target, 6)
    return ticks(row["cumulative_pct"], 4)


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# -- Chance and numbers -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chance:
    """Numbers that depend on the seed and on a name, and on nothing else."""

    seed: int

    def number(self, *name):
        text = "|".join(str(part) for part in (self.seed, *name))
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")

    def between(self, lowest, highest, *name):
        return lowest + self.number(*name) % (highest - lowest + 1)

    def pick(self, candidates, one_in, least, *name):
        """One in so many of the candidates, but at least `least`."""
        ranked = sorted(candidates, key=lambda candidate: (self.number(*name, candidate), str(candidate)))
        return ranked[: max(least, len(ranked) // one_in)]


def ticks(text, places):
    """A printed decimal as an integer of 10 to the minus `places`; digits beyond are cut."""
    sign = -1 if text.startswith("-") else 1
    whole, _, fraction = text.lstrip("+-").partition(".")
    return sign * int(whole + (fraction + "0" * places)[:places])


def printed(number, places):
    """The shortest decimal text of so many ticks."""
    sign = "-" if number < 0 else ""
    digits = str(abs(number)).rjust(places + 1, "0")
    if places == 0:
        return sign + digits
    return (sign + digits[:-places] + "." + digits[-places:]).rstrip("0").rstrip(".")


def apportion(total, weights):
    """`total` split by weights into integers that add up to it (largest remainders)."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in order[: total - sum(shares)]:
        shares[i] += 1
    return shares


def days_through(year, month):
    """Days from 1 January to the end of the month."""
    return sum(calendar.monthrange(year, m)[1] for m in range(1, month + 1))


# -- Figures ----------------------------------------------------------------------------------------------------------


class Year:
    """One year's figures of every indicator, as they would stand when everything has been reported rightly."""

    def __init__(self, plan, year, chance):
        self.plan = plan
        self.year = year
        self.chance = chance
        self.is_base = year < plan.year
        self.reached_by = {}
        self.courses = {} if self.is_base else choose_courses(plan, chance)
        self.by_code = {indicator.code: indicator for indicator in plan.indicators}
        pairs = [
            (indicator.code, unit)
            for indicator in plan.indicators
            if indicator.measure in ("growth", "intensity_change")
            for unit in indicator.reporters
        ]
        # Every other reporter of a rate states its base; the rest leave it to last year's figure.
        self.states_base = set(pairs[::2])

    def rows(self):
        """All submissions of the year, keyed by (indicator, unit, period), in plan order."""
        rows = {}
        for indicator in self.plan.indicators:
            make = {
                "total": self.total,
                "stock": self.stock,
                "growth": self.growth,
                "share": self.share,
                "intensity_change": self.intensity_change,
                "daily_average": self.daily_average,
                "milestone": self.milestone,
                "progress": self.progress,
            }[indicator.measure]
            for unit in indicator.reporters:
                for month, cells in make(indicator, unit):
                    period = f"{self.year}-{month:02d}"
                    row = dict.fromkeys(SUBMISSION_COLUMNS, "")
                    row.update(indicator=indicator.code, unit=unit, period=period, note=self.note(indicator, month))
                    row.update(cells)
                    if not self.is_base:
                        row.update(self.account(indicator, unit, month))
                        row.update(self.evidence(indicator, row))
                    rows[indicator.code, unit, period] = row
        return rows

    def note(self, indicator, month):
        combined = indicator.due_months == DUE_MONTHS["monthly_from_february"] and month == 2
        return LABEL + ("；1至2月合并发布" if combined else "")

    # What a unit says of its figures

    def account(self, indicator, unit, month):
        """Why the figure lags and what is done about it: two units in three say so."""
        if not self.lags(indicator, unit, month) or self.chance.between(1, 3, "account", indicator.code, unit, month) == 3:
            return {}
        reason, next_step = ACCOUNTS[kind_of_account(indicator)][0 if month <= 6 else 1]
        return {"reason": reason, "next_step": next_step}

    def evidence(self, indicator, row):
        """Where to find what shows that a stage was reached."""
        return {"evidence": f"目标管理档案 {indicator.code} {row['period']}"} if row["occurred_on"] else {}

    def lags(self, indicator, unit, month):
        """Whether a figure is a good way behind what is expected of it."""
        if indicator.measure in WORK_MEASURES:
            behind = self.reached(indicator, unit, month) * 10 < expected_millionths(indicator, month) * 9
            return behind and indicator.direction != "at_most"
        if indicator.direction != "at_least":
            return False
        if indicator.measure == "growth":
            return self.growth_hundredths(indicator, unit, month) < ticks(indicator.target or "0", 2) - 300
        return indicator.measure in LEVEL_MEASURES and self.level(indicator, unit, month) < 9_500

    # What a year looks like

    def root(self, indicator):
        """The indicator that it is ultimately part of: parts share the whole's chances, so never outgrow it."""
        while indicator.part_of in self.by_code:
            indicator = self.by_code[indicator.part_of]
        return indicator

    def course(self, indicator):
        return self.courses.get(self.root(indicator).code, "steady")

    def reached(self, indicator, unit, month):
        """How much of the year's target has been reached by the end of a month, in millionths."""
        key = indicator.code, unit, month
        if month == 0:
            return 0
        if key not in self.reached_by:
            so_far = self.reached(indicator, unit, month - 1)
            self.reached_by[key] = max(so_far, self.reached_at(indicator, unit, month))
        return self.reached_by[key]

    def reached_at(self, indicator, unit, month):
        """What the month's course alone would give, which may be less than was reached before."""
        root = self.root(indicator)
        scheduled = scheduled_millionths(indicator, month)
        if self.is_base:
            # Some years begin fast and some slowly; the end is a little below or above this year's targets.
            bend = self.chance.between(-120, 120, "bend", root.code) * month * (12 - month) // 36
            return scheduled * self.chance.between(930, 1010, "base", root.code, unit) * (1000 + bend) // 1_000_000
        factors, caps = COURSES[self.course(indicator)]
        factor = self.chance.between(*factors, "factor", root.code)
        cap = self.chance.between(*caps, "cap", root.code)
        dips = PANDEMIC_TASK if indicator.measure == "progress" else PANDEMIC
        if is_retail(indicator):
            if month == 12:
                return 1_004_300
            factor, cap, dips = 100, 103, PANDEMIC_RETAIL
        jitter = self.chance.between(0, 30, "jitter", root.code, unit, month)  # thousandths, upwards only
        return min(scheduled * dips[month - 1] * factor * (1000 + jitter) // 10_000_000, cap * 10_000)

    def done(self, indicator, unit, month):
        """The same as a unit reports it: what opens at once counts nothing before, and then counts whole."""
        reached = self.reached(indicator, unit, month)
        if indicator.at_due and not self.is_base:
            return 1_000_000 if reached >= OPEN_FROM else 0
        return reached

    def level(self, indicator, unit, month):
        """A level against its target, in ten-thousandths."""
        root = self.root(indicator)
        if self.is_base:
            return 9700 + self.chance.between(-40, 40, "level", self.year, root.code, unit, month)
        start, end = LEVELS[self.course(indicator)]
        level = start * 100 + (end - start) * 100 * (month - 1) // 11 - PANDEMIC_LEVEL[month - 1] * 100
        return level + self.chance.between(0, 40, "level", root.code, unit, month)

    def weights(self, indicator, name):
        if indicator.allocations and set(indicator.allocations) == set(indicator.reporters):
            return [ticks(indicator.allocations[unit], 6) for unit in indicator.reporters]
        return [self.chance.between(70, 130, "weight", name, unit) for unit in indicator.reporters]

    def part(self, indicator, total, unit, name=None):
        """A reporter's part of a whole year's amount."""
        weights = self.weights(indicator, name or self.root(indicator).code)
        return apportion(total, weights)[indicator.reporters.index(unit)]

    def target_ticks(self, indicator):
        fallback = {"share": "80", "stock": "72"}.get(indicator.measure, "100")
        return ticks(indicator.target or fallback, indicator.places)

    def stated(self, indicator, accumulated):
        """Month and figures as submitted: differences where submissions cover only the months since the last."""
        before = None
        for month in indicator.due_months:
            now = accumulated[month]
            if indicator.accumulation == "monthly" and before is not None:
                yield month, tuple(a - b for a, b in zip(now, before))
            else:
                yield month, now
            before = now

    # One method a measure; each yields (month, cells)

    def total(self, indicator, unit):
        goal = self.part(indicator, self.target_ticks(indicator), unit)
        if indicator.direction == "at_most":
            # Over its ceiling by the end of the year when the course is a bad one.
            percent = 108 if self.course(indicator) in ("short", "stalled") else 93
            months = {m: (goal * percent * m // 1200,) for m in indicator.due_months}
        else:
            # Where several units count whole things, their first ones do not all come in the same month.
            spread = len(indicator.reporters) > 1 and indicator.whole
            begun = self.chance.between(0, 999_999, "begun", self.root(indicator).code, unit) if spread else 0
            months = {m: ((goal * self.done(indicator, unit, m) + begun) // 1_000_000,) for m in indicator.due_months}
        for month, (value,) in self.stated(indicator, months):
            yield month, {"value": printed(value, indicator.places)}

    def stock(self, indicator, unit):
        goal = self.part(indicator, self.target_ticks(indicator), unit)
        for month in indicator.due_months:
            level = self.level(indicator, unit, month)
            if indicator.direction == "at_most":
                level = 20_100 - level if self.course(indicator) in ("short", "stalled") else level - 250
            elif indicator.direction == "maintain":
                level = 10_000 + self.chance.between(-150, 200, "kept", indicator.code, unit, month)
            yield month, {"value": printed(goal * level // 10_000, indicator.places)}

    def share(self, indicator, unit):
        target = self.target_ticks(indicator)
        hundred = 100 * 10**indicator.places
        whole = self.part(indicator, self.chance.between(240, 900, "whole", indicator.code) * 100, unit)
        months, before = {}, (0, 0)
        for month in indicator.due_months:
            level = self.level(indicator, unit, month)
            if indicator.direction == "at_most":
                level = 19_800 - level
            if indicator.accumulation == "point":
                denominator = whole // 100 + self.chance.between(0, 2, "whole", indicator.code, unit, month)
                numerator = min(ceiling_quotient(denominator * target * level, hundred * 10_000), denominator)
            else:
                denominator = whole * month // 12 + self.chance.between(0, 9, "whole", indicator.code, unit, month)
                wanted = ceiling_quotient(denominator * target * level, hundred * 10_000)
                numerator = max(before[0], min(wanted, before[0] + denominator - before[1]))
            before = months[month] = (numerator, denominator)
        for month, (numerator, denominator) in self.stated(indicator, months):
            yield month, {"value": printed(numerator, 0), "denominator": printed(denominator, 0)}

    def daily_average(self, indicator, unit):
        goal = self.part(indicator, self.target_ticks(indicator), unit)
        months = {}
        for month in indicator.due_months:
            level = self.level(indicator, unit, month)
            if indicator.direction == "at_most":
                level = 19_800 - level
            months[month] = (goal * days_through(self.year, month) * level // 10_000,)
        for month, (value,) in self.stated(indicator, months):
            yield month, {"value": printed(value, indicator.places)}

    def accumulated_base(self, indicator, unit, level, name):
        """A base year's accumulation by month, in hundredths."""
        year = self.part(indicator, level * 100, unit, indicator.item)
        return {
            m: year * m // 12 + (self.chance.between(-6, 6, "season", indicator.item, name, unit, m) if m < 12 else 0) * year // 1000
            for m in range(1, 13)
        }

    def growth_hundredths(self, indicator, unit, month):
        """Accumulated growth in hundredths of a percent."""
        wobble = self.chance.between(-12, 12, "growth", indicator.item, unit, month)
        if indicator.direction == "at_most":
            return ENERGY_GROWTH[month - 1] + wobble
        course = self.course(indicator)
        end = -30 if indicator.headline and course == "steady" else GROWTH_ENDS[course]
        return ticks(indicator.target or "0", 2) + end - PANDEMIC_GROWTH[month - 1] + wobble

    def base_levels(self, indicator):
        drawn = self.chance.between(60, 400, "base", indicator.item)
        return BASE_LEVELS.get(indicator.item, (drawn, drawn * 12))

    def restated(self, indicator, unit, month, base):
        """Last year's figure on a comparable basis: for some months the office has revised it a little."""
        if self.chance.between(1, 3, "revised", indicator.item, unit, month) > 1:
            return base
        return tuple(b + b * self.chance.between(-3, 3, "basis", indicator.item, unit, month) // 1000 for b in base)

    def growth(self, indicator, unit):
        base = self.accumulated_base(indicator, unit, self.base_levels(indicator)[0], "value")
        bases = {m: (base[m],) for m in indicator.due_months}
        now = {
            m: (base[m] * (10_000 + self.growth_hundredths(indicator, unit, m)) // 10_000,) for m in indicator.due_months
        }
        yield from self.rates(indicator, unit, now, bases)

    def intensity_change(self, indicator, unit):
        value_level, denominator_level = self.base_levels(indicator)
        value = self.accumulated_base(indicator, unit, value_level, "value")
        denominator = self.accumulated_base(indicator, unit, denominator_level, "denominator")
        target = ticks(indicator.target or "-2", 2)
        bases, now = {}, {}
        for m in indicator.due_months:
            wobble = self.chance.between(-12, 12, "growth", indicator.item, unit, m)
            used = 10_000 + ENERGY_GROWTH[m - 1] + wobble
            sign = -1 if indicator.direction == "at_most" else 1
            change = 10_000 + target + sign * INTENSITY_BELOW_TARGET[m - 1]
            bases[m] = (value[m], denominator[m])
            now[m] = (value[m] * used // 10_000, denominator[m] * used // change)
        yield from self.rates(indicator, unit, now, bases)

    def rates(self, indicator, unit, now, bases):
        columns = ("value", "denominator")
        if self.is_base:
            for month, figures in self.stated(indicator, bases):
                yield month, {c: printed(f, 2) for c, f in zip(columns, figures)}
            return
        stated_bases = dict(self.stated(indicator, bases))
        for month, figures in self.stated(indicator, now):
            cells = {c: printed(f, 2) for c, f in zip(columns, figures)}
            if (indicator.code, unit) in self.states_base:
                base = self.restated(indicator, unit, month, stated_bases[month])
                cells |= {f"base_{c}": printed(f, 2) for c, f in zip(columns, base)}
            yield month, cells

    def milestone(self, indicator, unit):
        starts_at = self.chance.between(5, 20, "starts", indicator.code, unit)
        stage = "not_started"
        for month in indicator.due_months:
            percent = 0 if self.is_base else min(self.reached(indicator, unit, month) // 10_000, 100)
            if indicator.required_stage == "started":
                now = "started" if percent == 100 else "not_started"
            else:
                now = "completed" if percent == 100 else "started" if percent >= starts_at else "not_started"
            cells = {"stage": now, "progress": str(percent)}
            if now != stage:
                day = self.chance.between(1, 28, "occurred", indicator.code, unit, now)
                cells["occurred_on"] = f"{self.year}-{month:02d}-{day:02d}"
            stage = now
            yield month, cells

    def progress(self, indicator, unit):
        for month in indicator.due_months:
            percent = min(self.reached(indicator, unit, month) // 10_000, 100)
            if self.is_base and month == 12:
                percent = 100
            yield month, {"progress": str(percent)}


def scheduled_millionths(indicator, month):
    """How far the work is meant to be by the end of a month, in millionths. An event is prepared before it takes place."""
    if month in indicator.profile:
        return indicator.profile[month]
    return min(1_000_000 * month // indicator.due_month, 1_000_000)


def expected_millionths(indicator, month):
    """What the plan expects by the end of a month before whole things are counted (method, section 7), in millionths."""
    if indicator.at_due and not indicator.profile:
        return 1_000_000 if month >= indicator.due_month else 0
    return scheduled_millionths(indicator, month)


def kind_of_account(indicator):
    """Which of ACCOUNTS suits an indicator."""
    if is_retail(indicator) or indicator.measure == "growth":
        return "money"
    if indicator.measure in LEVEL_MEASURES:
        return "level"
    if indicator.measure == "progress":
        return "task"
    if indicator.at_due:
        return "event"
    return "works" if indicator.measure == "milestone" or indicator.unit_of_measure in ("万平方米", "公里") else "count"


def is_retail(indicator):
    return indicator.code == "2.2.1"


def ceiling_quotient(a, b):
    return -(-a // b)


def choose_courses(plan, chance):
    """A course for each indicator, so that every verdict occurs over the year. Headlines keep steady."""
    free = [i.code for i in plan.indicators if not i.headline and not i.part_of and i.direction != "maintain"]
    monthly = {i.code for i in plan.indicators if len(i.due_months) >= 11}
    counted = {i.code for i in plan.indicators if i.measure in ("total", "milestone", "progress")}
    courses = {}
    for course, one_in, pool in (
        ("silent", 40, monthly),
        ("early", 4, counted),
        ("stalled", 20, counted),
        ("absent", 60, counted),
        ("short", 8, set(free)),
    ):
        candidates = [code for code in free if code in pool and code not in courses]
        for code in chance.pick(candidates, one_in, 1, "course", course):
            courses[code] = course
    return courses


# -- What happens to the figures on their way -------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    at: datetime
    action: str
    rows: tuple = ()  # of a submission
    name: str = ""  # of its file, after the number
    indicator: str = ""
    unit: str = ""
    period: str = ""
    reason: str = ""


def instant(year, month, day, hour, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=TIME_ZONE)


def on(day, hour):
    return instant(day.year, day.month, day.day, hour)


def before_due(due, days):
    """So many days before a due day, but not before its month has begun."""
    return max(due - timedelta(days=days), due.replace(day=1))


def base_steps(plan, rows, chance):
    """The base year: one file a unit, in January and February."""
    for unit in plan.units:
        mine = tuple(row for row in rows.values() if row["unit"] == unit)
        if mine:
            day = chance.between(0, 7, "base day", unit)
            at = instant(plan.year, 1, 6, 10) + timedelta(days=7 * day)
            # Never past February.
            yield Step(min(at, instant(plan.year, 2, 24, 10)), "submit", mine, f"{unit}-{plan.year - 1}-base")


def year_steps(plan, year, chance):
    """The plan year: one file a unit and month, and what goes wrong with some of their lines."""
    rows = year.rows()
    by_code = year.by_code
    involved = {i.part_of for i in plan.indicators if i.part_of} | {i.code for i in plan.indicators if i.part_of}
    for key in list(rows):
        course = year.course(by_code[key[0]])
        if course == "absent" or (course == "silent" and int(key[2][5:]) > 9):
            del rows[key]

    taken = set()

    def due_on(key):
        return by_code[key[0]].due_on(key[2])

    def choose(candidates, one_in, least, name):
        chosen = chance.pick([key for key in candidates if key not in taken], one_in, least, name)
        taken.update(chosen)
        return chosen

    ordinary = [key for key in rows if not by_code[key[0]].headline and key[0] not in involved]
    numeric = [key for key in rows if rows[key]["value"] not in ("", "0") and key[0] not in involved]
    amounts = [key for key in numeric if by_code[key[0]].measure == "total"]
    spring = f"{plan.year}-03"
    headline_spring = [key for key in amounts if by_code[key[0]].headline and key[2] == spring]
    corrected = (headline_spring or [key for key in amounts if key[2] == spring])[:1]
    taken.update(corrected)
    mistyped = choose([key for key in amounts if key[2][5:] < "11"], 10**9, 2, "mistyped")
    unanswered = choose([key for key in ordinary if key in set(numeric) and key[2][5:] < "12"], 10**9, 1, "unanswered")
    questioned = choose([key for key in numeric if key[2][5:] < "12"], 10**9, 1, "questioned")
    missing = choose([key for key in ordinary if key[2][5:] < "12"], 90, 2, "missing")
    corrected += choose([key for key in numeric if key[2] != f"{plan.year}-12"], 70, 2, "corrected")
    late = choose(ordinary, 60, 2, "late")

    first = dict(rows)
    for key in missing:
        del first[key]
    for key in late:
        row = first.pop(key)
        day = due_on(key) + timedelta(days=chance.between(2, 9, "late by", key))
        yield Step(on(day, 16), "submit", (noted(row, "迟报"),), f"{key[1]}-{key[2]}-late")
    for key in corrected:
        first[key] = misstated(rows[key], by_code[key[0]], chance)
        right = noted(rows[key], "更正:核实后调整")
        day = due_on(key).replace(day=1) + timedelta(days=40)
        yield Step(on(day.replace(day=20), 11), "submit", (right,), f"{key[1]}-{key[2]}-correction")
    for key in (*mistyped, *unanswered):
        first[key] = mistyped_row(rows[key], by_code[key[0]])

    # The returned lines travel in files of their own, so that a file that is returned is returned whole.
    for kind, keys in (("mistyped", mistyped), ("unanswered", unanswered), ("questioned", questioned)):
        for key in keys:
            row = first.pop(key)
            line = {"indicator": key[0], "unit": key[1], "period": key[2]}
            sent = on(due_on(key), 9)
            yield Step(sent, "submit", (row,), f"{key[1]}-{key[2]}-{key[0]}")
            reason = "增幅异常，请核对原始凭证" if kind == "questioned" else "数值与上期相差十倍，疑为单位错误，请核对后重报"
            yield Step(sent + timedelta(days=2, hours=1), "return", reason=reason, **line)
            if kind == "mistyped":
                again = noted(rows[key], "退回后重报")
                yield Step(sent + timedelta(days=4), "submit", (again,), f"{key[1]}-{key[2]}-resubmitted")
                yield Step(sent + timedelta(days=5), "accept", reason="", **line)
            if kind == "questioned":
                yield Step(sent + timedelta(days=6), "accept", reason="经说明数据无误", **line)

    batches = {}
    for key, row in first.items():
        batches.setdefault((key[2], key[1], due_on(key)), []).append(row)
    for (period, unit, due), mine in batches.items():
        # Units send on a few days and hours; one file in sixteen comes after the due day.
        days = sorted({before_due(due, back) for back in (6, 4, 2, 0)})
        day = days[chance.between(0, len(days) - 1, "day", unit, period)]
        name = f"{unit}-{period}"
        if chance.between(1, 16, "late file", unit, period) == 1:
            day, name = due + timedelta(days=3), f"{unit}-{period}-late"
        hour = (9, 14)[chance.between(0, 1, "hour", unit, period)]
        yield Step(on(day, hour), "submit", tuple(mine), name)


def noted(row, remark):
    return row | {"note": f"{row['note']}；{remark}"}


def misstated(row, indicator, chance):
    """The figure first sent, two to five percent off (a share's numerator downwards only, to stay within its whole)."""
    places = 2 if indicator.measure in ("growth", "intensity_change") else indicator.places
    if indicator.measure == "share":
        places = 0
    value = ticks(row["value"], places)
    key = (row["indicator"], row["unit"], row["period"])
    off = abs(value) * chance.between(20, 50, "off", *key) // 1000 or 1
    upwards = indicator.measure != "share" and chance.between(0, 1, "upwards", *key)
    return row | {"value": printed(value + off if upwards or value - off < 0 else value - off, places)}


def mistyped_row(row, indicator):
    """The value ten times too large, as when a unit of measure is mistaken (a share's whole along with it)."""
    row = row | {"value": ten_times(row["value"])}
    if indicator.measure == "share":
        row["denominator"] = ten_times(row["denominator"])
    return row


def ten_times(text):
    return printed(10 * ticks(text, 6), 6)


def acceptances(steps, chance):
    """Where the plan requires a review: the office accepts whatever it does not return, a day later, and one figure in
    thirty only after the month has been published."""
    returned = {(s.indicator, s.unit, s.period) for s in steps if s.action == "return"}
    for step in steps:
        for row in step.rows:
            key = (row["indicator"], row["unit"], row["period"])
            if key not in returned:
                days = 12 if chance.between(1, 30, "waits", *key) == 1 else 1
                yield Step(step.at + timedelta(days=days, hours=1), "accept", (), "", *key)


# -- Files ------------------------------------------------------------------------------------------------------------


def write_csv(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def write_marked_plan(source, plan, folder):
    """The plan as it is, marked as a sample, since the figures that are loaded under it are invented."""
    folder.mkdir()
    for path in sorted(source.glob("*.csv")):
        shutil.copyfile(path, folder / path.name)
    (head,) = plan.tables["plan"]
    write_csv(folder / "plan.csv", PLAN_COLUMNS["plan"].split(","), [head | {"sample": "true"}])


def write_base_plan(plan, folder):
    """The plan of the year before: who reports what, and no targets. This year's indicators may continue its own."""
    folder.mkdir()
    year = str(plan.year - 1)
    head = plan.tables["plan"][0] | {
        "year": year,
        "title_zh": f"{year}年同期基数（样本数据，非真实）",
        "title_en": f"Base figures of {year} (synthetic sample data)",
        "source": "SYNTHETIC sample data for base figures only, not published by anyone （样本数据，非真实）",
        "review": "automatic",
        "sample": "true",
        "change_note": "",
    }
    rows = {name: [] for name in PLAN_COLUMNS}
    rows |= {name: plan.tables[name] for name in ("units", "sections")}
    # The document's words are those of this year's targets, and there is no year before the base year.
    rows["indicators"] = [row | {"continues": "", "wording": ""} for row in plan.tables["indicators"]]
    rows["plan"] = [head]
    for name, columns in PLAN_COLUMNS.items():
        write_csv(folder / f"{name}.csv", columns.split(","), rows[name])


README = """\
样本数据，非真实。ALL FIGURES IN THIS FOLDER ARE SYNTHETIC.

They were drawn by samples/generate.py (seed {seed}) for the work plan of {year}, to try the program on a year with a bad
spring, late, missing, corrected and returned figures. None is a figure of any office, and none was taken from a
published source; the names of units and the targets are the plan's. Do not quote them.

base-plan/     units and indicators for {base_year}, without targets, so that base figures of {base_year} have a plan to belong to
work-plan/     the work plan of {year} marked as a sample (plan.csv), so that whatever is made of these figures says so
submissions/   {files} files, {lines} lines; each line's note says that it is synthetic
manifest.csv   {steps} steps in order: at, action (submit, return, accept), file or indicator, unit, period, and reason

Load them with samples/load.
"""


def generate(plan_folder, seed, out):
    """Write base-plan, work-plan, submissions, manifest.csv and README.txt into an empty or new folder."""
    plan = Plan.read(plan_folder)
    chance = Chance(seed)
    current = Year(plan, plan.year, chance)
    steps = list(year_steps(plan, current, chance))
    if plan.review == "required":
        steps += list(acceptances(steps, chance))
    steps += base_steps(plan, Year(plan, plan.year - 1, chance).rows(), chance)
    steps.sort(key=lambda step: (step.at, step.action != "submit", step.name, step.indicator, step.unit, step.period))

    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise SystemExit(f"{out} is not empty")
    (out / "submissions").mkdir()
    write_base_plan(plan, out / "base-plan")
    write_marked_plan(plan_folder, plan, out / "work-plan")
    files = lines = 0
    manifest = []
    width = max(3, len(str(sum(step.action == "submit" for step in steps))))
    for step in steps:
        line = {
            "at": step.at.isoformat(),
            "action": step.action,
            "indicator": step.indicator,
            "unit": step.unit,
            "period": step.period,
            "reason": step.reason,
        }
        if step.action == "submit":
            files += 1
            lines += len(step.rows)
            line["file"] = f"submissions/{files:0{width}d}-{step.name}.csv"
            write_csv(out / line["file"], SUBMISSION_COLUMNS, step.rows)
        manifest.append(line)
    write_csv(out / "manifest.csv", MANIFEST_COLUMNS, manifest)
    (out / "README.txt").write_text(
        README.format(
            seed=seed, year=plan.year, base_year=plan.year - 1, files=files, lines=lines, steps=len(manifest)
        ),
        encoding="utf-8",
    )
    return files, lines, len(manifest)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--plan", type=Path, required=True, help="folder of the work plan's CSV files")
    parser.add_argument("--seed", type=int, default=2020)
    parser.add_argument("--out", type=Path, required=True, help="folder to write, new or empty")
    given = parser.parse_args(arguments)
    files, lines, steps = generate(given.plan, given.seed, given.out)
    print(f"{files} files, {lines} lines, {steps} steps in {given.out}")


if __name__ == "__main__":
    sys.exit(main())
