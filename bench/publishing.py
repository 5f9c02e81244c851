"""What the contenders in Python have in common: what they are asked, when a figure is due, and how a month is written."""

import argparse
import calendar
import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

# The tables of figures with the columns in which every contender must agree.
FIGURES = {
    "evaluation": (
        "district_id", "indicator", "unit", "target", "target_revision", "figure_period", "value", "denominator",
        "base_value", "base_denominator", "actual", "gap", "attainment_pct", "expected_pct", "pace_pct", "verdict", "light",
        "rule", "coverage_pct", "provisional", "projected", "required_per_month", "stage", "occurred_on"),
    "trend_point": (
        "district_id", "month", "indicator", "target", "actual", "attainment_pct", "pace_pct", "verdict", "light",
        "provisional"),
    "reporting_rate": ("district_id", "unit", "figure_period", "due", "submitted", "on_time", "accepted"),
}


class Request:
    """The month asked for: `year`, `month`, the instant `as_of`, the `schema` for the rows and the folder `out` for files."""

    def __init__(self, description):
        parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("--month", required=True, help="2021-12")
        parser.add_argument("--as-of", required=True, help="an instant with its offset")
        parser.add_argument("--schema", required=True, help="where the tables of figures are made")
        parser.add_argument("--out", required=True, help="folder of the CSV files, one a district")
        arguments = parser.parse_args()
        self.year, self.month = map(int, arguments.month.split("-"))
        self.as_of = datetime.fromisoformat(arguments.as_of)
        self.schema, self.out = arguments.schema, Path(arguments.out)


def local_date(instant, time_zone):
    return instant.astimezone(ZoneInfo(time_zone)).date()


def due_dates(year, month, due_day):
    """The last day on which each month's figures are on time, by month: `due_day` of the next month or that month's last."""
    dates = {}
    for reported in range(1, month + 1):
        following = date(year + reported // 12, reported % 12 + 1, 1)
        length = calendar.monthrange(following.year, following.month)[1]
        dates[reported] = following.replace(day=min(due_day, length))
    return dates


def end_of(day, time_zone):
    """The first instant after a day of a zone."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(time_zone))


def table_statements(schema):
    """What makes the empty tables of figures, of the types that the program's have."""
    yield f"create schema {schema}"
    for table, columns in FIGURES.items():
        yield f"create table {schema}.{table} as select {', '.join(columns)} from report.{table} limit 0"


def write_csv(path, columns, rows):
    """Writes rows, which are dicts and may have more columns."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def publish(connection, request, codes, judged, rates):
    """Writes each district's rows to its folder and copies the files into the tables, in one transaction.

    `codes` is what districts are called by their number, `judged` their rows of attainment and of trend, `rates` all rows
    of reporting rates.
    """
    rates_of = {district_id: [] for district_id in codes}
    for rate in rates:
        rates_of[rate["district_id"]].append(rate)
    with connection, connection.cursor() as cursor:
        for statement in table_statements(request.schema):
            cursor.execute(statement)
        for district_id, code in codes.items():
            folder = request.out / code
            folder.mkdir(parents=True)
            for (table, columns), rows in zip(FIGURES.items(), (*judged[district_id], rates_of[district_id])):
                path = folder / f"{table}.csv"
                write_csv(path, columns, rows)
                with open(path, encoding="utf-8") as file:
                    cursor.copy_expert(
                        f"copy {request.schema}.{table} ({', '.join(columns)}) from stdin (format csv, header)", file)
