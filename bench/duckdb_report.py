#!/usr/bin/env python3
"""The month's figures by DuckDB: PostgreSQL attached, all districts measured in one go by duckdb_report.sql, then judged."""

import os
from pathlib import Path

import duckdb
import duckdb_extension_postgres_scanner
import psycopg2

from judgement import judge_all
from publishing import Request, due_dates, end_of, local_date, publish

SQL = Path(__file__).with_suffix(".sql")


def attached():
    """A database in memory beside the one that the environment names, which is read by DuckDB's own extension."""
    database = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    extension = next(Path(duckdb_extension_postgres_scanner.__path__[0]).rglob("*.duckdb_extension"))
    database.execute(f"load '{extension}'")
    database.execute(f"attach 'dbname={os.environ['PGDATABASE']}' as pg (type postgres, read_only)")
    return database


def add_calendars(database, plans, request):
    """Today and the ends of the due dates in each district's own time."""
    database.execute("create temp table today (district_id integer, today date)")
    database.execute("create temp table due_date (district_id integer, month integer, ends_at timestamptz)")
    days, ends = [], []
    for district_id, _, time_zone, due_day in plans:
        days.append(f"({district_id}, '{local_date(request.as_of, time_zone)}')")
        ends += [f"({district_id}, {month}, '{end_of(due_on, time_zone).isoformat()}')"
                 for month, due_on in due_dates(request.year, request.month, due_day).items()]
    database.execute(f"insert into today values {', '.join(days)}")
    database.execute(f"insert into due_date values {', '.join(ends)}")


def measure(database, request):
    values = {"year": request.year, "month": request.month, "as_of": request.as_of}
    for statement in database.extract_statements(SQL.read_text(encoding="utf-8")):
        database.execute(statement, {name: values[name] for name in statement.named_parameters})


def rows(database, query, *parameters):
    """A query's rows as dicts."""
    cursor = database.execute(query, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values)) for values in cursor.fetchall()]


def main():
    request = Request(__doc__)
    database = attached()
    plans = database.execute(
        "select distinct on (district_id) district_id, district, time_zone, due_day from pg.plan.work_plan "
        "join pg.plan.district using (district_id) where year = ? order by district_id, version desc",
        [request.year]).fetchall()
    add_calendars(database, plans, request)
    measure(database, request)
    profiles = {}
    for row in rows(
            database, "select district_id, indicator, month, cumulative_pct::decimal(20, 6) as cumulative_pct "
            "from pg.plan.profile join work_plan using (district_id, version) where year = ?", request.year):
        profiles.setdefault((row["district_id"], row["indicator"]), {})[row["month"]] = row["cumulative_pct"]
    judged = judge_all(rows(database, "from measured"), profiles, request.year, request.month)
    # The extension writes numeric with a fixed scale; COPY keeps the digits as printed.
    publish(psycopg2.connect(""), request, {district_id: code for district_id, code, *_ in plans}, judged,
            rows(database, "from reporting_rate"))


if __name__ == "__main__":
    main()
