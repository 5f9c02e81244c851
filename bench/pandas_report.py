#!/usr/bin/env python3
"""The month's figures as an analyst computes them: pandas and SQLAlchemy, one district after another.

Sums are of Decimal and verdicts of Fraction, since floats do not give the same digits. The results go to tables of the
schema pandas_bench and to CSV files.
"""

import argparse
import calendar
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pandas
import sqlalchemy
from sqlalchemy import text

STAGES = {"not_started": 0, "started": 1, "completed": 2}
NAMES = {rank: stage for stage, rank in STAGES.items()}
FLOORS = {"total": 90, "milestone": 90, "progress": 90, "share": 95, "stock": 95, "daily_average": 95, "growth": 98,
          "intensity_change": 98}
LIGHTS = {"attained": "green", "on_track": "green", "behind": "yellow", "missed": "red", "off_track": "red"}


def rounded(value):
    """A fraction rounded once, half away from zero, to four decimals."""
    if value is None:
        return None
    scaled = abs(value) * 10_000
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return plain(Decimal(whole if value >= 0 else -whole) / 10_000)


def plain(value):
    """A decimal without trailing zeros."""
    return None if value is None else format(value.normalize(), "f") if value else "0"


def total(values):
    """The sum of what is there; None when nothing is."""
    there = [value for value in values if value is not None]
    return sum(there, Decimal(0)) if there else None


def whole_total(values):
    """The sum, unless one is missing."""
    return None if any(value is None for value in values) else sum(values, Decimal(0))


class District:
    def __init__(self, engine, row, year, month, as_of):
        self.engine, self.id, self.year, self.month, self.as_of = engine, int(row.district_id), year, month, as_of
        self.version, self.time_zone, self.due_day = int(row.version), row.time_zone, int(row.due_day)

    def table(self, name):
        frame = pandas.read_sql(
            text(f"select * from plan.{name} where district_id = :d and year = :y and version = :v"), self.engine,
            params={"d": self.id, "y": self.year, "v": self.version}, coerce_float=False)
        return frame.astype(object).where(frame.notna(), None)

    def read(self):
        self.indicators = self.table("indicator").sort_values("ordinal")
        self.reporters = self.table("reporter")
        self.units = self.table("unit").set_index("unit")["ordinal"].to_dict()
        self.allocations = self.table("allocation")
        self.profiles = self.table("profile")
        self.targets = self.table("target")
        self.periods = pandas.read_sql("select * from plan.frequency_period", self.engine)
        submissions = pandas.read_sql(
            text("select period, indicator, unit, revision, value, denominator, base_value, base_denominator, stage, "
                 "progress, occurred_on, submitted_at, accepted_at from intake.submission where district_id = :d "
                 "and period between :first and :last and submitted_at <= :t"),
            self.engine, params={"d": self.id, "first": date(self.year - 1, 1, 1),
                                 "last": date(self.year, self.month, 1), "t": self.as_of},
            coerce_float=False)
        reviews = pandas.read_sql(
            text("select period, indicator, unit, revision, reviewed_at, outcome from intake.review "
                 "where district_id = :d and reviewed_at <= :t"),
            self.engine, params={"d": self.id, "t": self.as_of})
        reviews = reviews.sort_values("reviewed_at").drop_duplicates(
            ["period", "indicator", "unit", "revision"], keep="last")
        submissions = submissions.merge(
            reviews[["period", "indicator", "unit", "revision", "outcome"]],
            on=["period", "indicator", "unit", "revision"], how="left")
        accepted_at = pandas.to_datetime(submissions["accepted_at"], utc=True)
        by_itself = accepted_at <= pandas.Timestamp(self.as_of)
        submissions["accepted"] = (submissions["outcome"] == "accepted") | (submissions["outcome"].isna() & by_itself)
        self.first = submissions[submissions["revision"] == 1]
        figures = submissions[submissions["accepted"]].sort_values("revision").drop_duplicates(
            ["period", "indicator", "unit"], keep="last")
        self.figures = figures.astype(object).where(figures.notna(), None)

    def due(self):
        """Every figure that is due, with the accepted figure and its base."""
        periods = self.periods[self.periods["month"] <= self.month]
        frame = self.indicators[
            ["indicator", "ordinal", "measure", "accumulation", "frequency", "required_stage"]
        ].merge(self.reporters[["indicator", "unit"]], on="indicator").merge(periods, on="frequency")
        frame["period"] = [date(self.year, month, 1) for month in frame["month"]]
        frame["base_period"] = [date(self.year - 1, month, 1) for month in frame["month"]]
        frame = frame.merge(
            self.figures.drop(columns=["revision", "submitted_at", "accepted_at", "outcome"]),
            on=["indicator", "unit", "period"], how="left")
        base = self.figures[["indicator", "unit", "period", "value", "denominator"]].rename(
            columns={"period": "base_period", "value": "last_value", "denominator": "last_denominator"})
        frame = frame.merge(base, on=["indicator", "unit", "base_period"], how="left")
        frame = frame.merge(
            self.first[["indicator", "unit", "period", "submitted_at"]], on=["indicator", "unit", "period"], how="left")
        frame = frame.astype(object).where(frame.notna(), None)
        frame["base_value"] = [a if a is not None else b for a, b in zip(frame["base_value"], frame["last_value"])]
        frame["base_denominator"] = [
            a if a is not None else b for a, b in zip(frame["base_denominator"], frame["last_denominator"])]
        return frame

    def reporting_rate(self, due):
        submitted = pandas.to_datetime(due["submitted_at"], utc=True)
        local = submitted.dt.tz_convert(self.time_zone).dt.date
        last_days = []
        for month in due["month"]:
            year, following = (self.year, month + 1) if month < 12 else (self.year + 1, 1)
            last = calendar.monthrange(year, following)[1]
            last_days.append(date(year, following, min(self.due_day, last)))
        frame = pandas.DataFrame({
            "unit": due["unit"], "figure_period": due["period"], "due": 1,
            "submitted": submitted.notna().astype(int),
            "on_time": [int(day is not None and not pandas.isna(day) and day <= last)
                        for day, last in zip(local, last_days)],
            "accepted": due["accepted"].map(lambda value: int(value is True)),
        })
        return frame.groupby(["unit", "figure_period"], as_index=False).sum()

    def target(self, code):
        today = pandas.Timestamp(self.as_of).tz_convert(self.time_zone).date()
        rows = self.targets_of.get(code, [])
        decided = [row for row in rows if row.decided_on <= today]
        if decided:
            return max(decided, key=lambda row: row.revision)
        return next((row for row in rows if row.revision == 1), None)

    def report(self):
        self.read()
        due = self.due()
        self.targets_of = {code: list(rows.itertuples()) for code, rows in self.targets.groupby("indicator")}
        figures = due[due["accepted"].map(lambda value: value is True)]
        by_indicator = {code: rows for code, rows in figures.groupby("indicator")}
        expected = self.reporters.groupby("indicator")["unit"].nunique().to_dict()
        profiles = {code: dict(zip(rows["month"], rows["cumulative_pct"]))
                    for code, rows in self.profiles.groupby("indicator")}
        allocations = {code: list(rows.itertuples()) for code, rows in self.allocations.groupby("indicator")}
        empty = figures.iloc[0:0]
        evaluations, trend = [], []
        for indicator in self.indicators.itertuples():
            rows = by_indicator.get(indicator.indicator, empty)
            target = self.target(indicator.indicator)
            profile = profiles.get(indicator.indicator)
            for month in range(1, self.month + 1):
                judged = self.judge(
                    indicator, rows[rows["month"] <= month], expected[indicator.indicator], month,
                    target.value if target is not None else None, profile)
                trend.append({"ordinal": indicator.ordinal, "month": month, **judged})
                if month == self.month:
                    evaluations.append({
                        "unit": None, "target_revision": target.revision if target is not None else None, **judged})
            units = sorted(allocations.get(indicator.indicator, []), key=lambda row: self.units[row.unit])
            for allocation in units:
                judged = self.judge(
                    indicator, rows[rows["unit"] == allocation.unit], 1, self.month, allocation.value, profile)
                evaluations.append({"unit": allocation.unit, "target_revision": None, **judged})
        return pandas.DataFrame(evaluations), pandas.DataFrame(trend), self.reporting_rate(due)

    def judge(self, indicator, rows, reporters, month, target, profile):
        """One row of attainment (method, sections 4 to 9)."""
        measure, direction, monthly = indicator.measure, indicator.direction, indicator.accumulation == "monthly"
        row = dict.fromkeys(
            "figure_period value denominator base_value base_denominator actual gap attainment_pct expected_pct pace_pct "
            "coverage_pct projected required_per_month stage occurred_on".split())
        row.update(indicator=indicator.indicator, target=plain(target))
        if measure == "milestone":
            row["stage"] = "not_started"
        months = [p.month for p in self.periods_of(indicator.frequency) if p.month <= month]
        if not months:
            return {**row, "verdict": "not_due", "light": "grey", "rule": 1, "provisional": False}
        if rows.empty:
            return {**row, "verdict": "no_data", "light": "grey", "rule": 2, "provisional": True, "coverage_pct": "0"}
        reached = rows["month"].max()
        if monthly:
            accepted, wanted = len(rows), reporters * sum(1 for m in months if m <= reached)
            used = rows
        else:
            used = rows.sort_values("month").drop_duplicates("unit", keep="last")
            accepted, wanted = int((used["month"] == reached).sum()), reporters
        value, denominator = total(used["value"]), total(used["denominator"])
        base, base_denominator = whole_total(used["base_value"]), whole_total(used["base_denominator"])
        count = used["unit"].nunique()
        days = None
        if measure == "daily_average":
            last = date(self.year, reached, calendar.monthrange(self.year, reached)[1])
            if monthly:
                covered = {(p.month, p.covers_from) for p in self.periods_of(indicator.frequency)} & set(
                    zip(used["month"], used["covers_from"]))
                days = sum((date(self.year, m, calendar.monthrange(self.year, m)[1]) - date(self.year, c, 1)).days + 1
                           for m, c in covered)
            else:
                days = (last - date(self.year, 1, 1)).days + 1
        if measure == "milestone":
            if count >= reporters:
                row["stage"] = NAMES[min(STAGES[stage] for stage in used["stage"])]
        dates = [day for day in used["occurred_on"] if day is not None]
        row["occurred_on"] = max(dates) if dates else None
        row["figure_period"] = date(self.year, reached, 1)
        provisional = accepted < wanted or reached < months[-1]
        row["provisional"] = provisional
        row["coverage_pct"] = rounded(Fraction(accepted * 100, wanted))
        grows = measure in ("milestone", "progress") or (measure == "total" and direction == "at_least")
        due_month = indicator.due_month
        if not grows:
            expected = Fraction(100)
        elif profile:
            known = [m for m in profile if m <= reached]
            expected = Fraction(profile[max(known)]) if known else Fraction(0)
        else:
            expected = Fraction(100) if reached >= due_month else Fraction(int(reached) * 100, int(due_month))
        row["expected_pct"] = rounded(expected)
        if measure not in ("milestone", "progress"):
            row["value"] = plain(value)
        if measure in ("share", "intensity_change"):
            row["denominator"] = plain(denominator)
        if measure == "daily_average":
            row["denominator"] = str(days)
        if measure in ("growth", "intensity_change"):
            row["base_value"] = plain(base)
        if measure == "intensity_change":
            row["base_denominator"] = plain(base_denominator)

        actual = level = required = None
        goal = None if target is None else Fraction(target)
        factor = None if goal is None else 1 + goal / 100
        if measure in ("total", "stock"):
            actual = level = Fraction(value)
            required = goal
        elif measure == "growth":
            level = Fraction(value)
            if base:
                actual = (level / Fraction(base) - 1) * 100
                required = Fraction(base) * factor if base > 0 and goal is not None else None
        elif measure == "share":
            if denominator:
                actual = Fraction(value) / Fraction(denominator) * 100
                level = actual if denominator > 0 else None
            required = goal
        elif measure == "intensity_change":
            if denominator:
                level = Fraction(value) / Fraction(denominator) if denominator > 0 else None
                if base and base_denominator:
                    before = Fraction(base) / Fraction(base_denominator)
                    actual = (Fraction(value) / Fraction(denominator) / before - 1) * 100
                    if base > 0 and base_denominator > 0 and goal is not None:
                        required = before * factor
        elif measure == "daily_average":
            actual = level = Fraction(value) / days
            required = goal
        else:
            counted = []
            for stage, progress in zip(used["stage"], used["progress"]):
                if measure == "progress":
                    counted.append(progress)
                elif stage == "completed" or stage == indicator.required_stage:
                    counted.append(Decimal(100))
                else:
                    counted.append(min(progress or Decimal(0), Decimal(99)))
            actual = Fraction(sum(counted, Decimal(0))) / count
            if count < reporters:
                actual = min(actual, Fraction(99))
            level, required = actual, Fraction(100)
        if measure in ("total", "stock"):
            row["actual"] = plain(value)
            row["gap"] = None if target is None else plain(value - target)
        else:
            row["actual"] = rounded(actual)
            if goal is not None and actual is not None and measure not in ("milestone", "progress"):
                row["gap"] = rounded(actual - goal)

        ratio, by_level = None, False
        if level is not None and required is not None:
            if direction == "at_most":
                ratio = required / level if level > 0 else None
                by_level = level <= 0
            elif required > 0:
                ratio = level / required
        if ratio is None and not by_level:
            return {**row, "verdict": "not_assessable", "light": "grey", "rule": 3}
        met = by_level if ratio is None else ratio >= 1
        pace = None if ratio is None or expected == 0 else ratio * 10_000 / expected
        row["attainment_pct"] = rounded(None if ratio is None else ratio * 100)
        row["pace_pct"] = rounded(pace)
        if measure == "total" and direction == "at_least":
            row["projected"] = rounded(Fraction(value) * 100 / expected) if expected else None
            if reached < due_month:
                row["required_per_month"] = rounded(max(goal - Fraction(value), Fraction(0)) / int(due_month - reached))
        floor = indicator.behind_floor if indicator.behind_floor is not None else FLOORS[measure]
        if grows and met:
            verdict, rule = "attained", 4
        elif measure == "total" and direction == "at_most" and not met:
            verdict, rule = "missed", 5
        elif reached < months[-1]:
            verdict, rule = "overdue", 6
        elif month >= due_month and not provisional:
            verdict, rule = ("attained" if met else "missed"), 7
        else:
            on_pace = pace is None or pace >= 100
            verdict, rule = ("on_track" if on_pace else "behind" if pace >= Fraction(floor) else "off_track"), 8
        return {**row, "verdict": verdict, "light": LIGHTS.get(verdict, "grey"), "rule": rule}

    def periods_of(self, frequency):
        if not hasattr(self, "by_frequency"):
            self.by_frequency = {name: sorted(rows.itertuples(), key=lambda p: p.month)
                                 for name, rows in self.periods.groupby("frequency")}
        return self.by_frequency[frequency]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--month", required=True)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    year, month = map(int, arguments.month.split("-"))
    engine = sqlalchemy.create_engine("postgresql+psycopg2://")
    plans = pandas.read_sql(
        text("select distinct on (district_id) district_id, district, version, time_zone, due_day from plan.work_plan "
             "join plan.district using (district_id) where year = :y order by district_id, version desc"),
        engine, params={"y": year})
    with engine.begin() as connection:
        connection.execute(text("create schema pandas_bench"))
        for table in ("evaluation", "trend_point", "reporting_rate"):
            connection.execute(text(f"create table pandas_bench.{table} (like report.{table})"))
            for column in ("run_id", "ordinal"):
                connection.execute(text(f"alter table pandas_bench.{table} drop column if exists {column}"))
    numeric = {name: sqlalchemy.Numeric for name in (
        "target value denominator base_value base_denominator actual gap attainment_pct expected_pct pace_pct "
        "coverage_pct projected required_per_month").split()}
    for plan in plans.itertuples():
        evaluation, trend, rate = District(engine, plan, year, month, arguments.as_of).report()
        folder = Path(arguments.out) / plan.district
        folder.mkdir(parents=True)
        shown = "indicator target actual attainment_pct pace_pct verdict light provisional".split()
        for name, frame in (("evaluation", evaluation), ("trend_point", trend[["month", *shown]]),
                            ("reporting_rate", rate)):
            frame = frame.astype(object).where(frame.notna(), None)
            frame.insert(0, "district_id", plan.district_id)
            frame.to_csv(folder / f"{name}.csv", index=False)
            frame.to_sql(name, engine, schema="pandas_bench", if_exists="append", index=False, method="multi",
                         chunksize=500, dtype={key: kind for key, kind in numeric.items() if key in frame})


if __name__ == "__main__":
    main()
