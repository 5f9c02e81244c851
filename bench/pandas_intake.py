#!/usr/bin/env python3
"""A file of figures as an analyst takes it in with pandas, and openpyxl where it is a workbook: read, checked against the plan,
and copied into a table, whole or not at all.

    bench/pandas_intake.py FILE

It does a part of what the program does: one language, one fault a column, no titles, footers, units, formats, stages or
windows, and a table without history. Prints what became of the file.
"""

import io
import sys

import pandas
import sqlalchemy

COLUMNS = ["indicator", "unit", "period", "value", "note"]
FIGURE = r"-?\d{1,14}(?:\.\d{1,6})?"
PERIOD = r"\d{4}-(?:0[1-9]|1[0-2])"


def read(path):
    if path.endswith(".xlsx"):
        return pandas.read_excel(path, dtype=str, keep_default_na=False, engine="openpyxl")
    return pandas.read_csv(path, dtype=str, keep_default_na=False)


def faults(frame, reporters):
    """One row a fault: the line, the column and what is wanted."""
    known = set(reporters["indicator"])
    expected = set(zip(reporters["indicator"], reporters["unit"]))
    pairs = pandas.Series(list(zip(frame["indicator"], frame["unit"])), index=frame.index)
    checks = [
        ("indicator", ~frame["indicator"].isin(known), "an indicator of the plan"),
        ("unit", ~pairs.isin(expected), "an expected reporter"),
        ("period", ~frame["period"].str.fullmatch(PERIOD), "a month YYYY-MM"),
        ("value", ~frame["value"].str.fullmatch(FIGURE), "a figure"),
        ("indicator", frame.duplicated(["indicator", "unit", "period"]), "each figure once"),
    ]
    found = [pandas.DataFrame({"line": frame.index[bad] + 2, "column_name": column, "found": frame.loc[bad, column],
                               "wanted": wanted}) for column, bad, wanted in checks]
    return pandas.concat(found).sort_values("line", kind="stable")


def copy(connection, table, frame):
    """COPY, which is quicker than any insert."""
    text = io.StringIO()
    frame.to_csv(text, index=False, header=False)
    text.seek(0)
    with connection.connection.cursor() as cursor:
        cursor.copy_expert(f"copy pandas_bench.{table} from stdin (format csv)", text)


def main(path):
    engine = sqlalchemy.create_engine("postgresql+psycopg2://")
    with engine.begin() as connection:
        reporters = pandas.read_sql("select indicator, unit from plan.reporter", connection)
        frame = read(path)
        wrong = faults(frame, reporters)
        if len(wrong):
            copy(connection, "fault", wrong)
        else:
            copy(connection, "submission", frame.assign(period=frame["period"] + "-01")[COLUMNS])
    print(f"{len(wrong)} faults" if len(wrong) else f"{len(frame)} figures")


if __name__ == "__main__":
    main(sys.argv[1])
