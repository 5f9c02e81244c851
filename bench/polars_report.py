#!/usr/bin/env python3
"""The month's figures by polars: read by connectorx, all districts measured in one lazy query, then judged."""

import os
from urllib.parse import quote

import polars as pl
import psycopg2
from polars import col

from judgement import STAGES, judge_all
from publishing import Request, due_dates, end_of, local_date, publish

FIGURE = ["district_id", "indicator", "unit", "month"]
SCOPE = ["district_id", "indicator", "scope_unit", "reported"]
MONTHLY = col("accumulation") == "monthly"
# Twice as fast as streaming where everything fits into memory.
ENGINE = "in-memory"
HUNDRED = pl.lit(100).cast(pl.Decimal(38, 10))


class Source:
    """The database that the environment names, read for one plan year."""

    def __init__(self, request):
        self.request = request
        host, user = quote(os.environ["PGHOST"], safe=""), os.environ.get("PGUSER", "postgres")
        self.uri = f"postgresql://{user}@{host}:{os.environ.get('PGPORT', '5432')}/{os.environ['PGDATABASE']}"
        self.plans = self.read(
            "select distinct on (district_id) district_id, version, district, time_zone, due_day::integer from plan.work_plan "
            f"join plan.district using (district_id) where year = {request.year} order by district_id, version desc")

    def read(self, query):
        return pl.read_database_uri(query, self.uri, engine="connectorx")

    def plan(self, table, columns):
        """Rows of the plans' newest versions."""
        return self.read(
            f"select district_id, version, {columns} from plan.{table} where year = {self.request.year}").lazy().join(
                self.plans.lazy().select("district_id", "version"), on=["district_id", "version"]).drop("version")

    def months(self, table, columns, condition, rest=""):
        """Rows of the intake, of this plan year and the one before."""
        year, month = self.request.year, self.request.month
        return self.read(
            f"select {columns.format(current=f'''period >= '{year}-01-01' as is_current''')} from intake.{table} "
            f"where period between '{year - 1}-01-01' and '{year}-{month:02d}-01' and {condition} {rest}").lazy()


def submitted(source):
    """Every revision of the two years, with whether it counts (method, section 3)."""
    as_of = source.request.as_of.isoformat()
    submissions = source.months(
        "submission", "district_id, {current}, date_part('month', period)::integer as month, indicator, unit, revision, value, "
        "denominator, base_value, base_denominator, stage, progress, occurred_on, submitted_at, "
        f"coalesce(accepted_at <= '{as_of}', false) as by_itself", f"submitted_at <= '{as_of}'")
    reviews = source.months(
        "review", "distinct on (district_id, period, indicator, unit, revision) district_id, {current}, "
        "date_part('month', period)::integer as month, indicator, unit, revision, outcome", f"reviewed_at <= '{as_of}'",
        "order by district_id, period, indicator, unit, revision, reviewed_at desc, review_id desc")
    return submissions.join(reviews, on=["is_current", *FIGURE, "revision"], how="left").with_columns(
        accepted=(col("outcome") == "accepted").fill_null(col("by_itself"))).drop("outcome", "by_itself")


def due_figures(source, indicators, reporters, periods):
    """Every figure that is due, with the accepted one, its base and when the first came."""
    revisions = submitted(source)
    accepted = revisions.filter("accepted").sort("revision").unique(["is_current", *FIGURE], keep="last").drop(
        "revision", "submitted_at")
    current = accepted.filter("is_current").drop("is_current")
    base = accepted.filter(~col("is_current")).select(*FIGURE, last_value="value", last_denominator="denominator")
    first = revisions.filter(col("is_current") & (col("revision") == 1)).select(*FIGURE, first_submitted_at="submitted_at")
    return (
        indicators.select("district_id", "indicator", "measure", "accumulation", "frequency", "required_stage")
        .join(reporters, on=["district_id", "indicator"])
        .join(periods, on="frequency")
        .join(current, on=FIGURE, how="left")
        .join(base, on=FIGURE, how="left")
        .join(first, on=FIGURE, how="left")
        .with_columns(
            base_value=pl.coalesce("base_value", "last_value"),
            base_denominator=pl.coalesce("base_denominator", "last_denominator")))


def calendars(source):
    """Today, and the ends of the due dates, in each district's own time."""
    request, days, ends = source.request, [], []
    for plan in source.plans.iter_rows(named=True):
        days.append((plan["district_id"], local_date(request.as_of, plan["time_zone"])))
        ends += [(plan["district_id"], month, end_of(due_on, plan["time_zone"]))
                 for month, due_on in due_dates(request.year, request.month, plan["due_day"]).items()]
    return (
        pl.LazyFrame(days, schema={"district_id": pl.Int32, "today": pl.Date}, orient="row"),
        pl.LazyFrame(ends, schema={"district_id": pl.Int32, "month": pl.Int32, "ends_at": pl.Datetime("us", "UTC")},
                     orient="row"))


def reporting_rates(due, ends, year):
    return due.join(ends, on=["district_id", "month"]).group_by("district_id", "unit", "month").agg(
        due=pl.len(), submitted=col("first_submitted_at").count(),
        on_time=(col("first_submitted_at") < col("ends_at")).sum(), accepted=col("accepted").sum(),
    ).with_columns(figure_period=pl.date(year, col("month"), 1)).sort("district_id", "unit", "month")


def scopes(source, reporters, today):
    """What is to be measured: each district in every month, and each unit that has an allocation in the reported one."""
    month = source.request.month
    targets = source.plan("target", "indicator, revision as target_revision, value as target, decided_on")
    applicable = targets.join(today, on="district_id").with_columns(is_decided=col("decided_on") <= col("today")).filter(
        col("is_decided") | (col("target_revision") == 1)).sort("is_decided", "target_revision").unique(
        ["district_id", "indicator"], keep="last").select("district_id", "indicator", "target", "target_revision")
    of_districts = (
        reporters.group_by("district_id", "indicator").agg(reporters=pl.len().cast(pl.Int32))
        .join(applicable, on=["district_id", "indicator"], how="left")
        .join(pl.LazyFrame({"reported": range(1, month + 1)}, schema={"reported": pl.Int32}), how="cross")
        .with_columns(scope_unit=pl.lit(None, pl.String)))
    of_units = source.plan("allocation", "indicator, unit as scope_unit, value as target").with_columns(
        reporters=pl.lit(1, pl.Int32), target_revision=pl.lit(None, pl.Int32), reported=pl.lit(month, pl.Int32))
    return of_districts, of_units


def used_figures(due, of_districts, of_units):
    """The accepted figures that each scope is made of: all where months add up, otherwise each reporter's latest."""
    accepted = due.filter(col("accepted").fill_null(False)).drop("accepted", "frequency", "first_submitted_at")
    used = pl.concat([
        of_districts.select(SCOPE).join(accepted, on=["district_id", "indicator"]).filter(col("month") <= col("reported")),
        of_units.select(*SCOPE, unit="scope_unit").join(accepted, on=["district_id", "indicator", "unit"]),
    ], how="diagonal")
    latest = used.filter(~MONTHLY).sort("month").unique([*SCOPE, "unit"], keep="last")
    return pl.concat([used.filter(MONTHLY), latest])


def whole(name):
    """The sum, unless one is missing."""
    return pl.when(col(name).null_count() == 0).then(col(name).sum()).alias(name)


def summed(used):
    """What the figures of each scope add up to (method, sections 4 and 5)."""
    ranks = {stage: rank for rank, stage in enumerate(STAGES)}
    return used.with_columns(
        counted=pl.when(col("measure") == "progress").then("progress")
        .when((col("stage") == "completed") | (col("stage") == col("required_stage"))).then(HUNDRED)
        .otherwise(pl.min_horizontal(col("progress").fill_null(0), HUNDRED - 1)),
        stage_rank=col("stage").replace_strict(ranks, return_dtype=pl.Int32),
    ).group_by(SCOPE).agg(
        reached=col("month").max(), value=col("value").sum(), denominator=col("denominator").sum(),
        base_value=whole("base_value"), base_denominator=whole("base_denominator"), count=col("unit").n_unique(),
        figures=pl.len(), latest_figures=(col("month") == col("month").max()).sum(), progress_sum=col("counted").sum(),
        stage_rank=col("stage_rank").min(), occurred_on=col("occurred_on").max())


def days_covered(used, year):
    """The days that a daily average of months that add up is of."""
    covered = (pl.date(year, col("month"), 1).dt.month_end() - pl.date(year, col("covers_from"), 1)).dt.total_days() + 1
    return used.filter(MONTHLY & (col("measure") == "daily_average")).unique([*SCOPE, "month"]).group_by(SCOPE).agg(
        covered=covered.sum())


def measure(source):
    """The frames of all districts: what is to be judged, and the reporting rates."""
    year, month = source.request.year, source.request.month
    indicators = source.plan(
        "indicator", "indicator, ordinal, measure, direction, accumulation, frequency, due_month::integer, required_stage, "
        "behind_floor")
    reporters, units = source.plan("reporter", "indicator, unit"), source.plan("unit", "unit, ordinal as unit_ordinal")
    periods = source.read(
        "select frequency, month::integer as month, covers_from::integer as covers_from from plan.frequency_period").lazy(
        ).filter(col("month") <= month)
    today, ends = calendars(source)
    # Collected once, as it is used three times.
    due = due_figures(source, indicators, reporters, periods).collect(engine=ENGINE).lazy()
    of_districts, of_units = scopes(source, reporters, today)
    used = used_figures(due, of_districts, of_units)
    due_by = periods.rename({"month": "due"}).join(
        pl.LazyFrame({"at": range(1, month + 1)}, schema={"at": pl.Int32}), how="cross").filter(
        col("due") <= col("at")).group_by("frequency", "at").agg(latest_due=col("due").max(), dues=pl.len())
    measured = (
        pl.concat([of_districts, of_units], how="diagonal")
        .join(indicators, on=["district_id", "indicator"])
        .join(units.rename({"unit": "scope_unit"}), on=["district_id", "scope_unit"], how="left")
        .join(summed(used), on=SCOPE, how="left", nulls_equal=True)
        .join(days_covered(used, year), on=SCOPE, how="left", nulls_equal=True)
        .join(due_by.select("frequency", "latest_due", reported="at"), on=["frequency", "reported"], how="left")
        .join(due_by.select("frequency", "dues", reached="at"), on=["frequency", "reached"], how="left")
        .with_columns(
            accepted=pl.when(MONTHLY).then("figures").otherwise("latest_figures"),
            wanted=pl.when(MONTHLY).then(col("reporters") * col("dues")).otherwise("reporters"),
            days=pl.when(MONTHLY).then("covered").otherwise(
                (pl.date(year, col("reached"), 1).dt.month_end() - pl.date(year, 1, 1)).dt.total_days() + 1))
        .sort("district_id", "ordinal", "unit_ordinal", "reported", nulls_last=False)
        .rename({"scope_unit": "unit", "reported": "month"}))
    return pl.collect_all([measured, reporting_rates(due, ends, year)], engine=ENGINE)


def main():
    request = Request(__doc__)
    source = Source(request)
    frame, rates = measure(source)
    profiles = {}
    for row in source.plan("profile", "indicator, month::integer as month, cumulative_pct").collect().iter_rows(named=True):
        profiles.setdefault((row["district_id"], row["indicator"]), {})[row["month"]] = row["cumulative_pct"]
    judged = judge_all(frame.iter_rows(named=True), profiles, request.year, request.month)
    publish(psycopg2.connect(""), request, dict(zip(source.plans["district_id"], source.plans["district"])), judged,
            rates.iter_rows(named=True))


if __name__ == "__main__":
    main()
