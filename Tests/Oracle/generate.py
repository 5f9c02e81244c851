#!/usr/bin/env python3
"""A random but valid work plan, last year's plan, and two years of submissions, the same for the same seed.

    python3 generate.py --seed 1 --indicators 1000 --out DIR

writes into DIR:
    plan/ base-plan/     the CSV files of a plan, of this year and of the year before
    submissions.csv      the log, in the columns that oracle.py reads and a test can COPY
    reviews.csv          the reviews of those revisions
    submissions/         the same submissions as departments would send them: a file a unit, period and revision,
                         in UTF-8, UTF-8 with BOM or GB18030; sorted by path they never precede what they correct
    cases.csv            month,as_of: publications worth comparing, in the order of their instants
"""

import argparse
import calendar
import csv
import datetime
import os
import random
import shutil
import zoneinfo
from collections import defaultdict
from fractions import Fraction

import measurement
from figures import exact, month_text, printed
from judgement import expected_of, positive
from ledger import BaseYear, read_log
from tables import write_csv
from workplan import DUE_MONTHS, FLOORS, STAGES, WORK, plan_order, read_plan

UTC = datetime.timezone.utc
MICRO = 10**6
LARGEST = 10**20 - 1  # in millionths: 14 integer and 6 fraction digits

LOG_COLUMNS = ("indicator unit period revision submitted_at auto_accepted value denominator base_value "
               "base_denominator stage progress occurred_on").split()
REVIEW_COLUMNS = "indicator unit period revision reviewed_at outcome reason".split()
FILE_COLUMNS = ("indicator unit period value denominator base_value base_denominator stage progress occurred_on "
                "note").split()
PLAN_COLUMNS = {
    "plan.csv": "district district_zh district_en year title_zh title_en source time_zone due_day review",
    "units.csv": "unit kind name_zh name_en",
    "sections.csv": "section title_zh title_en",
    "indicators.csv": "indicator livelihood headline name_zh name_en measure direction unit_of_measure accumulation "
                      "frequency lead_unit reporters part_of due_month required_stage behind_floor weight note",
    "targets.csv": "indicator revision value decided_on source",
    "allocations.csv": "indicator unit value",
    "profiles.csv": "indicator month cumulative_pct",
    "responsibilities.csv": "indicator role unit post",
    "post_holders.csv": "post name from to",
}
MEASURES = ("total", "total", "total", "stock", "growth", "growth", "share", "intensity_change", "daily_average",
            "milestone", "progress")
ACCUMULATIONS = {
    "total": ("monthly", "cumulative"),
    "daily_average": ("monthly", "cumulative"),
    "growth": ("monthly", "cumulative", "point"),
    "share": ("monthly", "cumulative", "point"),
    "intensity_change": ("monthly", "cumulative", "point"),
}
FREQUENCIES = ("monthly", "monthly", "monthly", "monthly_from_february", "quarterly", "quarterly", "half_yearly",
               "annual")
REASONS = ("与统计局口径不符", "见附件，请核对", "请补报说明 (see the note)")
UNITS_OF_MEASURE = {
    "total": "亿元", "stock": "户", "growth": "%", "share": "%", "intensity_change": "%", "daily_average": "吨/日",
    "milestone": "", "progress": "%",
}


def micros_text(micros):
    return exact(Fraction(micros, MICRO))


def clamp(micros):
    return max(-LARGEST, min(LARGEST, micros))


def as_figure(number, decimals=6):
    """The nearest figure to a fraction, in millionths."""
    return clamp(int(Fraction(printed(number, decimals)) * MICRO))


class Generator:
    def __init__(self, seed, indicators, year, review, with_files=True):
        self.random = random.Random(seed)
        self.count = indicators
        self.year = year
        self.review_word = review
        self.with_files = with_files
        chance = self.random
        self.zone_name = chance.choice(("Asia/Shanghai",) * 6 + ("Asia/Urumqi", "UTC", "America/New_York"))
        self.zone = zoneinfo.ZoneInfo(self.zone_name)
        self.due_day = chance.choice((5, 8, 10, 15, 20, 28, 30, 31))
        self.automatic = chance.random() < 0.3
        self.tables = {name: [] for name in PLAN_COLUMNS}
        self.log, self.reviews = [], []

    def chance(self, probability):
        return self.random.random() < probability

    # --- The plan ---

    def units(self):
        number = min(60, max(6, self.count // 10))
        codes = [f"u{position:02d}" for position in range(1, number + 1)]
        self.random.shuffle(codes)
        self.unit_codes = codes
        for position, code in enumerate(codes, 1):
            kind = self.random.choice(("department", "department", "subdistrict", "town", "other"))
            self.tables["units.csv"].append(
                {"unit": code, "kind": kind, "name_zh": f"第{position}单位", "name_en": f"Unit {position}"})

    def codes(self):
        sections = max(2, -(-self.count // 60))
        every = [(s, i, q) for s in range(1, sections + 1) for i in range(1, 13) for q in range(1, 13)]
        chosen = sorted(self.random.sample(every, self.count))
        for section in sorted({each[0] for each in chosen}):
            self.tables["sections.csv"].append(
                {"section": str(section), "title_zh": f"第{section}部分", "title_en": f"Section {section}"})
        return [".".join(map(str, each)) for each in chosen]

    def indicator(self, code, earlier):
        r = self.random
        measure = r.choice(MEASURES)
        direction = ""
        if measure not in WORK:
            direction = r.choice(("at_least", "at_least", "at_most") + (("maintain",) if measure == "stock" else ()))
        frequency = r.choice(FREQUENCIES)
        lead = r.choice(self.unit_codes)
        reporters = () if self.chance(0.4) else tuple(r.sample(self.unit_codes, r.choice((1, 2, 3, 4, 5))))
        accumulation = r.choice(ACCUMULATIONS.get(measure, ("point",)))
        wholes = [each["indicator"] for each in earlier
                  if (each["measure"], each["accumulation"]) == (measure, accumulation)]
        part_of = r.choice(wholes) if wholes and measure not in WORK and self.chance(0.2) else ""
        row = {
            "indicator": code,
            "livelihood": r.choice(("true", "false", "")),
            "headline": r.choice(("true", "false", "false", "")),
            "name_zh": f"指标{code}",
            "name_en": r.choice((f"Indicator {code}", f"Indicator {code}, of which new", f'The "{code}" indicator')),
            "measure": measure,
            "direction": direction,
            "unit_of_measure": UNITS_OF_MEASURE[measure],
            "accumulation": accumulation,
            "frequency": frequency,
            "lead_unit": lead,
            "reporters": " ".join(reporters),
            "part_of": part_of,
            "due_month": r.choice(("", "", "", "", "6", "9", "10", str(r.randint(1, 12)))),
            "required_stage": r.choice(("", "started", "completed")) if measure == "milestone" else "",
            "behind_floor": r.choice(("", "", "", "", "80", "92.5", "99.999999", "0", "120")),
            "weight": r.choice(("", "", "2", "0.5", "1.25")),
            "note": r.choice(("", "", "以市政府正式下达指标为准")),
        }
        self.tables["indicators.csv"].append(row)
        self.tables["responsibilities.csv"] += [
            {"indicator": code, "role": "leader", "unit": "", "post": f"p{r.randint(1, 5)}"},
            {"indicator": code, "role": "lead", "unit": lead, "post": ""},
        ]
        if self.chance(0.3):
            other = r.choice([each for each in self.unit_codes if each != lead])
            self.tables["responsibilities.csv"].append(
                {"indicator": code, "role": "support", "unit": other, "post": ""})
        if measure in ("total",) + WORK and direction != "at_most" and self.chance(0.35):
            self.profile(code, int(row["due_month"] or 12))
        return row

    def profile(self, code, due_month):
        r = self.random
        months = list(range(1, due_month))
        if self.chance(0.4):
            months = sorted(r.sample(months, r.randint(0, len(months))))
        percents = sorted(r.choice((0, r.randint(0, 100), r.randint(0, 10000) / 100)) for _ in months)
        for month, percent in list(zip(months, percents)) + [(due_month, 100)]:
            self.tables["profiles.csv"].append(
                {"indicator": code, "month": str(month), "cumulative_pct": f"{percent:g}"})

    def posts(self):
        for number in range(1, 6):
            change = datetime.date(self.year, self.random.randint(2, 11), self.random.randint(1, 28))
            self.tables["post_holders.csv"] += [
                {"post": f"p{number}", "name": f"甲{number}", "from": f"{self.year - 1}-01-01", "to": str(change)},
                {"post": f"p{number}", "name": f"乙{number}", "from": str(change + datetime.timedelta(1)), "to": ""},
            ]

    # --- Submissions ---

    def utc(self, local):
        """The instant of a wall-clock time in the plan's zone, as the log writes it."""
        return local.replace(tzinfo=self.zone).astimezone(UTC)

    def first_submitted_at(self, year, month):
        start = datetime.datetime(year + month // 12, month % 12 + 1, 1)
        due = start.replace(day=min(self.due_day, calendar.monthrange(start.year, start.month)[1]))
        if self.chance(0.03):  # the last second in time, or the first one late
            return self.utc(due + datetime.timedelta(days=1) - datetime.timedelta(seconds=self.random.choice((0, 1))))
        late = self.random.randint(1, 40) if self.chance(0.12) else 0
        days = (due - start).days + late if late else self.random.randint(0, (due - start).days)
        return self.utc(start + datetime.timedelta(days=days, seconds=self.random.randint(0, 86399)))

    def rounded(self, micros, places):
        step = 10 ** (6 - places)
        return clamp(round(Fraction(micros, step)) * step)

    def series(self, accumulation, months, scale, places):
        """{month: millionths}: what one reporter would report of a year; a scale may be zero or negative."""
        r = self.random
        figures, running, level = {}, 0, scale
        for month in months:
            amount = scale * r.randint(200, 1800) // 1000
            if self.chance(0.02):
                amount = 0
            if accumulation == "monthly":
                figures[month] = -amount // 3 if self.chance(0.04) else amount
            elif accumulation == "cumulative":
                running += -amount // 2 if self.chance(0.05) else amount
                figures[month] = running
            else:
                level = level * r.randint(900, 1120) // 1000
                figures[month] = -level if self.chance(0.02) else level
        return {month: self.rounded(micros, places) for month, micros in figures.items()}

    def moved(self, series, places):
        """A series near another one: the year after, or the denominator of a numerator."""
        factor = self.random.randint(850, 1180)
        return {month: self.rounded(micros * (factor + self.random.randint(-40, 40)) // 1000, places)
                for month, micros in series.items()}

    def submit(self, row, unit, year, month, after, cells, correct):
        """The revisions of one figure and their reviews; gives the instant of the last."""
        revisions = self.random.choice((1,) * 8 + (2, 2, 3))
        moment = max(self.first_submitted_at(year, month), after)
        for revision in range(1, revisions + 1):
            key = {"indicator": row["indicator"], "unit": unit, "period": month_text(year, month),
                   "revision": str(revision)}
            automatic = self.automatic if self.chance(0.9) else not self.automatic
            self.log.append(dict.fromkeys(LOG_COLUMNS, "") | cells | key | {
                "submitted_at": stamp(moment), "auto_accepted": "true" if automatic else "false"})
            self.review(key, moment, automatic)
            last = moment
            moment += datetime.timedelta(days=self.random.randint(0, 50), seconds=self.random.randint(1, 86399))
            cells = correct(cells)
        return last + datetime.timedelta(hours=1)

    def review(self, key, submitted_at, automatic):
        r = self.random
        if automatic:
            outcomes = r.choice(((),) * 30 + (("returned",), ("returned", "accepted")))
        else:
            outcomes = r.choice((("accepted",),) * 24 + ((), (), ("returned",), ("returned",),
                                                         ("returned", "accepted"), ("accepted", "returned")))
        moment = submitted_at
        for outcome in outcomes:
            moment += datetime.timedelta(days=r.choice((0, 1, 2, 5, 30)), seconds=r.randint(1, 86399))
            self.reviews.append(key | {"reviewed_at": stamp(moment), "outcome": outcome,
                                       "reason": r.choice(REASONS) if outcome == "returned" else ""})

    def value_submissions(self, row, reporters, months, in_base_plan):
        r = self.random
        measure, accumulation = row["measure"], row["accumulation"]
        places = r.choice((0, 1, 2, 2, 4, 6))
        scale = MICRO * r.choice((1, 10, 300, 5000, 10**5, 10**6)) * r.randint(1, 99) // r.choice((1, 7, 10))
        if self.chance(0.03):
            scale = LARGEST // 2
        if self.chance(0.06):  # a year of nothing, or of returns and repayments
            scale = r.choice((0, -scale))
        with_denominator = measure in ("share", "intensity_change")
        with_base = measure in ("growth", "intensity_change")
        gaps = r.choice((0, 0, 0.03, 0.1, 0.5))
        empty_bases = r.choice((0, 0.2, 1))
        spoilt = self.chance(0.04)  # every base, or denominator, zero or negative
        for unit in reporters:
            if self.chance(0.03):
                continue
            last = self.series(accumulation, months, scale, places)
            this = self.moved(last, places)
            if with_base and self.chance(0.02):  # a year that brings nothing of what the year before had
                this = {month: -micros if self.chance(0.3) else 0 for month, micros in this.items()}
            # Of a year of nothing there may still be something that it is nothing of.
            of_nothing = r.choice((0, 100 * MICRO))
            last_denominator = {month: self.rounded((micros or of_nothing) * r.randint(1100, 2500) // 1000, places)
                                for month, micros in last.items()}
            this_denominator = self.moved(last_denominator, places)
            for month in months:
                denominators = [last_denominator[month], this_denominator[month]]
                if with_denominator and (self.chance(0.01) or spoilt):
                    denominators[r.randint(0, 1)] = r.choice((0, -MICRO, this[month] // 2))
                # Last year's figures are needed as bases; of other measures a few show that they do not leak.
                if in_base_plan and not self.chance(0.06 if with_base else 0.9):
                    cells = {"value": micros_text(last[month])}
                    if with_denominator:
                        cells["denominator"] = micros_text(denominators[0])
                    if with_base and self.chance(0.5):
                        cells["base_value"] = micros_text(last[month])
                    if measure == "intensity_change" and self.chance(0.5):
                        cells["base_denominator"] = micros_text(denominators[0])
                    self.submit(row, unit, self.year - 1, month, datetime.datetime.min.replace(tzinfo=UTC), cells,
                                self.corrected_value(places))
                if self.chance(gaps):
                    continue
                cells = {"value": micros_text(this[month])}
                if with_denominator:
                    cells["denominator"] = micros_text(denominators[1])
                if with_base and not self.chance(empty_bases):
                    base = last[month] if self.chance(0.6) else self.rounded(last[month] * 99 // 100, places)
                    if spoilt or self.chance(0.01):
                        base = r.choice((0, -base))
                    cells["base_value"] = micros_text(base)
                if measure == "intensity_change" and not self.chance(empty_bases):
                    cells["base_denominator"] = micros_text(denominators[0])
                self.submit(row, unit, self.year, month, datetime.datetime.min.replace(tzinfo=UTC), cells,
                            self.corrected_value(places))

    def corrected_value(self, places):
        def correct(cells):
            micros = int(Fraction(cells["value"]) * MICRO)
            step = 10 ** (6 - places)
            moved = self.rounded(micros * self.random.randint(950, 1050) // 1000, places)
            if moved == micros:
                moved = micros - step if micros > 0 else micros + step
            return cells | {"value": micros_text(moved)}
        return correct

    def work_submissions(self, row, reporters, months, in_base_plan):
        """Stages and progress of one year each; a milestone's are sent in order, so that no stage goes back."""
        r = self.random
        milestone = row["measure"] == "milestone"
        gaps = r.choice((0, 0.05, 0.3))
        for year in (self.year - 1, self.year) if in_base_plan else (self.year,):
            speed = r.choice((4, 8, 9, 12))
            for unit in reporters:
                if self.chance(0.05):
                    continue
                after = datetime.datetime.min.replace(tzinfo=UTC)
                stage, progress, occurred_on = 0, 0, ""
                for month in months:
                    progress = min(100 * MICRO, max(progress, speed * MICRO * month * r.randint(700, 1300) // 1000))
                    reached = 0 if progress < 10 * MICRO else 1 if progress < 100 * MICRO else 2
                    if reached > stage:
                        stage = reached
                        occurred_on = f"{year}-{month:02d}-{r.randint(1, 28):02d}"
                    if self.chance(gaps):
                        continue
                    cells = {"progress": micros_text(self.rounded(progress, r.choice((0, 1, 6))))}
                    if milestone:
                        cells |= {"stage": STAGES[stage], "occurred_on": occurred_on}
                        if stage == 0:
                            cells["progress"] = r.choice(("", "0"))
                        elif self.chance(0.2):
                            cells["progress"] = ""
                    sent = self.submit(row, unit, year, month, after, cells, self.corrected_progress)
                    if milestone:
                        after = sent

    def corrected_progress(self, cells):
        if cells.get("stage") in ("not_started", "completed"):
            return cells | {"progress": {"": "0" if cells["stage"] == "not_started" else "100"}.get(
                cells["progress"], "")}
        progress = cells["progress"]
        while progress == cells["progress"]:
            progress = str(self.random.randint(0, 100))
        return cells | {"progress": progress}

    # --- Targets, near enough to the figures that every verdict turns up ---

    def tuned(self, m, row, expected):
        """A target (millionths) that the measurement just meets, just misses, or paces, or None."""
        r = self.random
        measure, direction = row["measure"], row["direction"]
        floor = Fraction(row["behind_floor"] or FLOORS[measure])
        factor = r.choice((Fraction(1), Fraction(1), floor / 100 or Fraction(1), Fraction(r.randint(700, 1300), 1000),
                           Fraction(r.randint(970, 1030), 1000)))
        places = r.choice((0, 1, 2, 4, 6, 6))
        if m.value is None or m.value <= 0:
            return None
        if measure in ("growth", "intensity_change"):
            if not positive(m.base_value):
                return None
            level = m.value / m.base_value
            if measure == "intensity_change":
                if not positive(m.denominator, m.base_denominator):
                    return None
                level = (m.value / m.denominator) / (m.base_value / m.base_denominator)
            wanted = level * factor if direction == "at_most" else level / factor
            return as_figure((wanted - 1) * 100, places)
        level = m.value
        if measure == "share":
            if not positive(m.denominator):
                return None
            level = m.value / m.denominator * 100
        elif measure == "daily_average":
            level = m.value / m.denominator
        pace = r.choice((Fraction(1), expected / 100)) if expected else Fraction(1)
        wanted = level * factor if direction == "at_most" else level / factor / pace
        return as_figure(wanted, places)

    def fallback_target(self, measure):
        if measure in ("growth", "intensity_change"):
            return MICRO * self.random.randint(-10, 10)
        return MICRO * self.random.randint(1, 100)

    def valid(self, target, measure):
        if measure in ("growth", "intensity_change"):
            return target is not None and target > -100 * MICRO
        return target is not None and target > 0 and (measure != "share" or target <= 100 * MICRO)

    def targets(self, plan, log, base_plan):
        r = self.random
        base_year = BaseYear(plan, log, base_plan)
        for indicator in plan.indicators:
            row, measure = indicator.row, indicator.measure
            if measure in WORK or self.chance(0.02):
                continue
            month = r.choice((6, 6, 9, 12, r.randint(1, 12)))
            m = measurement.measure(plan, log, base_year, indicator, indicator.reporters, month)
            expected = expected_of(plan, indicator, m.figure_month) if m.figure_month else None
            revisions = r.choice((1, 1, 1, 2, 3))
            # Some targets are decided only when figures have long been coming.
            days = r.randint(100, 250) if self.chance(0.1) else r.randint(-20, 40)
            decided = datetime.date(self.year, 1, 1) + datetime.timedelta(days)
            for revision in range(1, revisions + 1):
                target = self.tuned(m, row, expected)
                if not self.valid(target, measure):
                    target = self.fallback_target(measure)
                self.tables["targets.csv"].append({
                    "indicator": indicator.code, "revision": str(revision), "value": micros_text(target),
                    "decided_on": str(decided), "source": r.choice(("", "区政府工作报告"))})
                decided += datetime.timedelta(r.choice((0, 30, 100, 200)))
            if self.chance(0.35):
                self.allocate(plan, log, base_year, indicator, target, month)

    def allocate(self, plan, log, base_year, indicator, target, month):
        r = self.random
        units = list(indicator.reporters)
        if self.chance(0.3):
            units = r.sample(units, r.randint(1, len(units)))
        left = target
        for position, unit in enumerate(units):
            if indicator.measure in ("total", "stock"):
                share = left if position == len(units) - 1 else left * r.randint(0, 1000) // 1000
                left -= share
                if self.chance(0.1):
                    share = r.choice((0, share // 2, share + MICRO))
            else:
                m = measurement.measure(plan, log, base_year, indicator, (unit,), month)
                share = self.tuned(m, indicator.row, None)
                if not self.valid(share, indicator.measure):
                    share = self.fallback_target(indicator.measure)
            self.tables["allocations.csv"].append(
                {"indicator": indicator.code, "unit": unit, "value": micros_text(clamp(share))})

    # --- All of it ---

    def generate(self, out):
        shutil.rmtree(os.path.join(out, "submissions"), ignore_errors=True)
        self.units()
        indicators = []
        for code in self.codes():
            indicators.append(self.indicator(code, indicators))
        self.posts()
        self.tables["plan.csv"].append(self.head(self.year))

        base_codes = {row["indicator"] for row in indicators if not self.chance(0.05)}
        for row in indicators:
            reporters = row["reporters"].split() or [row["lead_unit"]]
            months = DUE_MONTHS[row["frequency"]]
            submissions = self.work_submissions if row["measure"] in WORK else self.value_submissions
            submissions(row, reporters, months, row["indicator"] in base_codes)

        os.makedirs(out, exist_ok=True)
        self.write_base_plan(os.path.join(out, "base-plan"), base_codes)
        for name in ("submissions.csv", "reviews.csv"):
            columns, rows = (LOG_COLUMNS, self.log) if name == "submissions.csv" else (REVIEW_COLUMNS, self.reviews)
            rows.sort(key=lambda each: (each.get("submitted_at") or each["reviewed_at"], plan_order(
                each["indicator"]), each["unit"], each["period"], int(each["revision"])))
            write_csv(os.path.join(out, name), columns, rows)

        # The targets come last: they are tuned to the figures, read back as any program would read them.
        plan_directory = os.path.join(out, "plan")
        self.write_plan(plan_directory, self.tables)
        plan, base_plan = read_plan(plan_directory), read_plan(os.path.join(out, "base-plan"))
        paths = os.path.join(out, "submissions.csv"), os.path.join(out, "reviews.csv")
        settled = read_log(*paths).at(datetime.datetime(self.year + 1, 12, 31, tzinfo=UTC))
        self.targets(plan, settled, base_plan)
        self.write_plan(plan_directory, self.tables)

        write_csv(os.path.join(out, "cases.csv"), ("month", "as_of"), self.cases())
        if self.with_files:
            self.write_files(os.path.join(out, "submissions"))

    def head(self, year):
        return {
            "district": "sample", "district_zh": "样例区", "district_en": "Sample District", "year": str(year),
            "title_zh": f"{year}年重点工作", "title_en": f"Work targets, {year}", "source": "generated",
            "time_zone": self.zone_name, "due_day": str(self.due_day),
            "review": "automatic" if self.automatic else self.review_word,
        }

    def cases(self):
        """Each month just after its due date; three of them again once or twice; one at an odd moment."""
        r = self.random
        moments = []
        for month in range(1, 13):
            start = datetime.datetime(self.year + month // 12, month % 12 + 1, 1)
            day = min(self.due_day, calendar.monthrange(start.year, start.month)[1])
            moments.append((start + datetime.timedelta(days=day), month))
        for first, month in r.sample(moments, 3):
            for _ in range(r.randint(1, 2)):
                moments.append((first + datetime.timedelta(seconds=r.randint(1, 300 * 86400)), month))
        moments.append((datetime.datetime(self.year, 1, 1) + datetime.timedelta(seconds=r.randint(0, 400 * 86400)),
                        r.randint(1, 12)))
        return [{"month": month_text(self.year, month), "as_of": stamp(self.utc(moment))}
                for moment, month in sorted(moments)]

    def write_plan(self, directory, tables):
        os.makedirs(directory, exist_ok=True)
        for name, columns in PLAN_COLUMNS.items():
            write_csv(os.path.join(directory, name), columns.split(), tables[name])

    def write_base_plan(self, directory, codes):
        """Last year's plan: the same units and indicators but a few, with nominal targets and nothing allocated."""
        tables = dict(self.tables)
        tables["plan.csv"] = [self.head(self.year - 1)]
        tables["indicators.csv"] = [
            row | {"part_of": row["part_of"] if row["part_of"] in codes else ""}
            for row in self.tables["indicators.csv"] if row["indicator"] in codes]
        for name in ("profiles.csv", "responsibilities.csv"):
            tables[name] = [row for row in self.tables[name] if row["indicator"] in codes]
        tables["sections.csv"] = [row for row in self.tables["sections.csv"]
                                  if any(code.split(".")[0] == row["section"] for code in codes)]
        tables["targets.csv"] = [
            {"indicator": row["indicator"], "revision": "1", "value": "5", "decided_on": f"{self.year - 1}-01-15",
             "source": ""} for row in tables["indicators.csv"] if row["measure"] not in WORK]
        self.write_plan(directory, tables)

    def write_files(self, directory):
        files = defaultdict(list)
        for row in self.log:
            files[row["period"], int(row["revision"]), row["unit"]].append(row)
        os.makedirs(directory)
        for (period, revision, unit), rows in sorted(files.items()):
            rows.sort(key=lambda each: plan_order(each["indicator"]))
            lines = [dict.fromkeys(FILE_COLUMNS, "") | {column: row[column] for column in FILE_COLUMNS[:-1]} |
                     {"note": self.random.choice(("", "", "已核对", '按"可比口径", 初步数'))} for row in rows]
            path = os.path.join(directory, f"{period}-r{revision}-{unit}.csv")
            encoding = self.random.choice(("utf-8", "utf-8", "utf-8-sig", "gb18030"))
            with open(path, "w", encoding=encoding, newline="") as file:
                writer = csv.DictWriter(file, FILE_COLUMNS, lineterminator=self.random.choice(("\n", "\r\n")))
                writer.writeheader()
                writer.writerows(lines)


def stamp(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--indicators", type=int, default=100)
    parser.add_argument("--year", type=int, default=2020)
    parser.add_argument("--review", default="manual", help="the word in plan.csv for a plan whose figures are reviewed")
    parser.add_argument("--out", required=True)
    parser.add_argument("--no-files", action="store_true", help="leave out submissions/, the files of departments")
    options = parser.parse_args(arguments)
    Generator(options.seed, options.indicators, options.year, options.review, not options.no_files).generate(
        options.out)


if __name__ == "__main__":
    main()
