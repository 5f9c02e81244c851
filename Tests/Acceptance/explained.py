"""Checks the JSON of `dabiao explain` on one row of each measure and verdict, and of units, with Python's own fractions.

    explained.py MONTH        (DABIAO names the program; the database is PGDATABASE)

Says what is wrong, and how much it checked; exits 1 when something is wrong.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
from fractions import Fraction

MONTH = sys.argv[1]
STEPS = ("actual", "attainment", "expected", "pace")


def rows():
    text = subprocess.run(
        ["psql", "-XAtqc", f"copy (select * from report.attainment where period = '{MONTH}') to stdout (format csv, header)"],
        check=True, text=True, stdout=subprocess.PIPE).stdout
    return list(csv.DictReader(io.StringIO(text)))


def exact(step):
    return Fraction(int(step["numerator"]), int(step["denominator"]))


def printed(number, decimals):
    """Half away from zero, by decimal digits alone."""
    units, rest = divmod(abs(number) * 10**decimals, 1)
    units = int(units) + (1 if rest >= Fraction(1, 2) else 0)
    text = f"{units:0{decimals + 1}d}"
    text = (text[:-decimals] + "." + text[-decimals:]).rstrip("0").rstrip(".")
    return ("-" if number < 0 and units else "") + text


def value_of(formula):
    """What the numbers of a formula come to."""
    expression = re.sub(r"\d+(\.\d+)?", lambda number: f"Fraction('{number[0]}')", formula)
    return eval(expression.replace("×", "*").replace("−", "-"), {"Fraction": Fraction, "min": min})


def faults(row, said):
    for column in ("verdict", "light", "period", "indicator", "measure", "direction"):
        found = said["definition"].get(column) if column in ("measure", "direction") else said[column]
        if (found or "") != row[column]:
            yield f"{column} {found} instead of {row[column]}"
    if str(said["rule"]) != row["rule"] or not said["reason"]["zh"] or not said["reason"]["en"]:
        yield "the rule"
    if (said["target"]["value"] if "target" in said else "") != row["target"]:
        yield "the target"
    if row["target_revision"] and not said["target"].get("decided_on"):
        yield "a target without the date of its decision"
    for step in STEPS:
        column = step if step == "actual" else f"{step}_pct"
        if (said[step]["printed"] if step in said else "") != row[column]:
            yield f"{column} {said.get(step)} instead of {row[column]}"
        if step not in said:
            continue
        decimals = 6 if step == "actual" and row["measure"] in ("total", "stock") else 4
        if printed(exact(said[step]), decimals) != row[column]:
            yield f"{step}: {exact(said[step])} does not round to {row[column]}"
        formula = said[step].get("formula")
        if formula and "profile" not in formula["numbers"] and value_of(formula["numbers"]) != exact(said[step]):
            yield f"{step}: {formula['numbers']} is not {exact(said[step])}"
    for column, name in (("value", "value"), ("base_value", "base_value"), ("base_denominator", "base_denominator")):
        if said["accumulated"].get(name, "") != row[column]:
            yield f"accumulated {name}"
    for name in ("value", "denominator", "base_value", "base_denominator"):
        if name in said["accumulated"]:
            total = sum(Fraction(each[name]) for each in said["submissions"])
            if total != Fraction(said["accumulated"][name]):
                yield f"the submissions' {name} add up to {total}"
    if row["figure_period"] and not said["submissions"]:
        yield "no submission"
    for each in said["submissions"]:
        if each["period"] > MONTH or not each["accepted_at"] or each["accepted_at"] < each["submitted_at"]:
            yield f"a submission of {each['period']} accepted at {each.get('accepted_at')}"
        if not each["submitted_by"] or not each["file"]:
            yield "a submission by nobody"
    for side in ("next_better", "next_worse"):
        if side in said and exact(said["actual"]) + exact(said[side]["distance"]) != exact(said[side]["actual"]):
            yield side
    if row["rule"] == "8" and "next_better" not in said and "next_worse" not in said:
        yield "no next verdict"
    if not said["check"]["is_equal"] or said["check"]["compared"] < 19:
        yield f"not as published: {said['check']}"


def main():
    chosen, seen = [], set()
    for row in rows():
        key = row["measure"], row["verdict"], row["accumulation"] if "accumulation" in row else "", bool(row["unit"])
        if key not in seen:
            seen.add(key)
            chosen.append(row)
    wrong = 0
    for row in chosen:
        command = [os.environ["DABIAO"], "explain", row["indicator"], "--month", MONTH, "--json"]
        if row["unit"]:
            command += ["--unit", row["unit"]]
        said = json.loads(subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout)
        for fault in faults(row, said):
            wrong += 1
            print(f"{row['indicator']} {row['unit']} ({row['measure']}, {row['verdict']}): {fault}")
    measures = {row["measure"] for row in chosen}
    units = sum(1 for row in chosen if row["unit"])
    print(f"{len(chosen)} explanations, {units} of them of units, of {len(measures)} measures")
    sys.exit(1 if wrong or len(measures) < 8 or units < 4 else 0)


main()
