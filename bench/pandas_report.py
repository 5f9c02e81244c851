#!/usr/bin/env python3
"""The month's figures as an analyst computes them with pandas and SQLAlchemy, one district after another.

Sums are of Decimal, since floats do not give the same digits. The results go to tables and to CSV files.
"""

import calendar
from datetime import date
from decimal import Decimal

import pandas
import sqlalchemy
from sqlalchemy import text

from judgement import STAGES, judge
from publishing import FIGURES, Request, due_dates, local_date, table_statements

RANKS = {stage: rank for rank, stage in enumerate(STAGES)}
DECIMALS = (
    "target", "value", "denominator", "base_value", "base_denominator", "actual", "gap", "attainment_pct", "expected_pct",
    "pace_pct", "coverage_pct", "projected", "required_per_month")


def total(values):
    """The sum of what is there; None when nothing is."""
    there = [value for value in values if value is not None]
    return sum(there, Decimal(0)) if there else None


def whole_total(values):
    """The sum, unless one is missing."""
    return None if any(value is None for value in values) else sum(values, Decimal(0))


def last_day(year, month):
    return date(year, month, calendar.monthrange(year, month)[1])


class District:
    def __init__(self, engine, row, request):
        self.engine, self.id = engine, int(row.district_id)
        self.year, self.month, self.as_of = request.year, request.month, request.as_of
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
            text("select period, indicator, unit, revision, reviewed_at, review_id, outcome from intake.review "
                 "where district_id = :d and reviewed_at <= :t"),
            self.engine, params={"d": self.id, "t": self.as_of})
        reviews = reviews.sort_values(["reviewed_at", "review_id"]).drop_duplicates(
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
        submitted_on = submitted.dt.tz_convert(self.time_zone).dt.date
        due_on = due_dates(self.year, self.month, self.due_day)
        frame = pandas.DataFrame({
            "unit": due["unit"], "figure_period": due["period"], "due": 1,
            "submitted": submitted.notna().astype(int),
            "on_time": [int(not pandas.isna(day) and day <= due_on[month])
                        for day, month in zip(submitted_on, due["month"])],
            "accepted": due["accepted"].map(lambda value: int(value is True)),
        })
        return frame.groupby(["unit", "figure_period"], as_index=False).sum()

    def target(self, code):
        """The value and the number of the revision that applies."""
        today = local_date(self.as_of, self.time_zone)
        rows = self.targets_of.get(code, [])
        decided = [row for row in rows if row.decided_on <= today]
        applies = max(decided, key=lambda row: row.revision) if decided else next(
            (row for row in rows if row.revision == 1), None)
        return (applies.value, applies.revision) if applies is not None else (None, None)

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
        none = figures.iloc[0:0]
        evaluations, trend = [], []
        for indicator in self.indicators.itertuples():
            rows = by_indicator.get(indicator.indicator, none)
            target, revision = self.target(indicator.indicator)
            profile = profiles.get(indicator.indicator)
            for month in range(1, self.month + 1):
                measured = self.measured(indicator, rows[rows["month"] <= month], expected[indicator.indicator], month)
                trend.append(judge(
                    {**measured, "unit": None, "target": target, "target_revision": revision}, profile, self.year))
            evaluations.append(trend[-1])
            for row in sorted(allocations.get(indicator.indicator, []), key=lambda row: self.units[row.unit]):
                measured = self.measured(indicator, rows[rows["unit"] == row.unit], 1, self.month)
                evaluations.append(judge(
                    {**measured, "unit": row.unit, "target": row.value, "target_revision": None}, profile, self.year))
        rates = self.reporting_rate(due)
        rates["district_id"] = self.id
        return pandas.DataFrame(evaluations), pandas.DataFrame(trend), rates

    def measured(self, indicator, rows, reporters, month):
        """What the figures up to a month add up to (method, sections 4 and 5), as `judge` takes it."""
        monthly = indicator.accumulation == "monthly"
        months = [period.month for period in self.periods_of(indicator.frequency) if period.month <= month]
        measured = {
            "district_id": self.id, "indicator": indicator.indicator, "month": month, "measure": indicator.measure,
            "direction": indicator.direction, "due_month": int(indicator.due_month), "behind_floor": indicator.behind_floor,
            "reporters": int(reporters), "latest_due": int(months[-1]) if months else None, "reached": None}
        if rows.empty or not months:
            return measured
        reached = int(rows["month"].max())
        used = rows if monthly else rows.sort_values("month").drop_duplicates("unit", keep="last")
        dates = [day for day in used["occurred_on"] if day is not None]
        return {
            **measured,
            "reached": reached,
            "accepted": len(rows) if monthly else int((used["month"] == reached).sum()),
            "wanted": int(reporters) * (sum(1 for due in months if due <= reached) if monthly else 1),
            "value": total(used["value"]), "denominator": total(used["denominator"]),
            "base_value": whole_total(used["base_value"]), "base_denominator": whole_total(used["base_denominator"]),
            "count": used["unit"].nunique(), "days": self.days(indicator, used, reached),
            "progress_sum": self.progress_sum(indicator, used),
            "stage_rank": min((RANKS[stage] for stage in used["stage"] if stage is not None), default=None),
            "occurred_on": max(dates) if dates else None,
        }

    def days(self, indicator, used, reached):
        """The days that a daily average is of."""
        if indicator.measure != "daily_average":
            return None
        if indicator.accumulation != "monthly":
            return (last_day(self.year, reached) - date(self.year, 1, 1)).days + 1
        return sum((last_day(self.year, month) - date(self.year, first, 1)).days + 1
                   for month, first in set(zip(used["month"], used["covers_from"])))

    def progress_sum(self, indicator, used):
        """The percentages that count, added up: a stage that was reached is 100, one that was not less."""
        if indicator.measure == "progress":
            return sum(used["progress"], Decimal(0))
        if indicator.measure != "milestone":
            return None
        reached = ("completed", indicator.required_stage)
        return sum((Decimal(100) if stage in reached else min(progress or Decimal(0), Decimal(99))
                    for stage, progress in zip(used["stage"], used["progress"])), Decimal(0))

    def periods_of(self, frequency):
        if not hasattr(self, "by_frequency"):
            self.by_frequency = {name: sorted(rows.itertuples(), key=lambda p: p.month)
                                 for name, rows in self.periods.groupby("frequency")}
        return self.by_frequency[frequency]


def main():
    request = Request(__doc__)
    engine = sqlalchemy.create_engine("postgresql+psycopg2://")
    plans = pandas.read_sql(
        text("select distinct on (district_id) district_id, district, version, time_zone, due_day from plan.work_plan "
             "join plan.district using (district_id) where year = :y order by district_id, version desc"),
        engine, params={"y": request.year})
    with engine.begin() as connection:
        for statement in table_statements(request.schema):
            connection.execute(text(statement))
    for plan in plans.itertuples():
        folder = request.out / plan.district
        folder.mkdir(parents=True)
        for (table, columns), frame in zip(FIGURES.items(), District(engine, plan, request).report()):
            frame = frame[list(columns)].astype(object).where(frame[list(columns)].notna(), None)
            frame.to_csv(folder / f"{table}.csv", index=False)
            frame.to_sql(table, engine, schema=request.schema, if_exists="append", index=False, method="multi",
                         chunksize=500, dtype={name: sqlalchemy.Numeric for name in DECIMALS if name in frame})


if __name__ == "__main__":
    main()
