"""Checks the JSON of `dabiao explain` on one row of each measure and verdict, and of units, with Python's own fractions.

    explained.py MONTH        (DABIAO names the program; the database is PGDATABASE)

Says what is wrong, and how much it checked; exits 1 when something is wrong.
"""

import csv
import io
import json
import math
import os
import re
import subprocess
import sys
from fractions import Fraction

MONTH = sys.argv[1]
# The steps of an explanation and their columns; a step of last year's course stands inside `last_year`.
STEPS = {
    "actual": "actual", "attainment": "attainment_pct", "expected": "expected_pct", "pace": "pace_pct",
    "projected": "projected", "required_per_month": "required_per_month",
}
LAST_YEAR = {"actual": "last_year_actual", "projected": "projected_last_year"}
MILLIONTH = Fraction(1, 10**6)


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
    for sign, python in (("×", "*"), ("−", "-"), ("⌊", "floor("), ("⌋", ")")):
        expression = expression.replace(sign, python)
    return eval(expression, {"Fraction": Fraction, "min": min, "max": max, "floor": math.floor})


def step_faults(name, step, column, row, prints_all=False):
    if (step["printed"] if step else "") != row[column]:
        yield f"{column} {step} instead of {row[column]}"
    if not step:
        return
    if printed(exact(step), 6 if prints_all else 4) != row[column]:
        yield f"{name}: {exact(step)} does not round to {row[column]}"
    formula = step.get("formula")
    if formula and value_of(formula["numbers"]) != exact(step):
        yield f"{name}: {formula['numbers']} is not {exact(step)}"


def boundary_faults(said):
    """Whether a boundary lies where it says: as far from the actual, and on the side that it names."""
    actual = exact(said["actual"])
    for side, sign in (("next_better", 1), ("next_worse", -1)):
        if side not in said:
            continue
        boundary, distance = Fraction(said[side]["actual"]), Fraction(said[side]["distance"])
        if abs(actual + distance - boundary) >= MILLIONTH:
            yield f"{side}: {distance} from {actual} is not {boundary}"
        upwards = said[side]["side"] in ("at_least", "above")
        if distance * (1 if upwards else -1) < 0 or upwards != ((sign > 0) == (said["definition"].get("direction") != "at_most")):
            yield f"{side}: {said[side]['side']} {boundary} from {actual}"
        if said[side]["verdict"] == said["verdict"]:
            yield f"{side} is {said['verdict']}, as it is"
        if said["definition"]["is_whole"] and actual.denominator == 1 and boundary.denominator != 1:
            yield f"{side}: {boundary} is no whole thing"


def faults(row, said):
    for column in ("verdict", "light", "period", "indicator", "measure", "direction"):
        found = said["definition"].get(column) if column in ("measure", "direction") else said[column]
        if (found or "") != row[column]:
            yield f"{column} {found} instead of {row[column]}"
    if str(said["rule"]) != row["rule"] or not said["reason"]["zh"] or not said["reason"]["en"]:
        yield "the rule"
    target = said.get("target", {})
    if target.get("value", {}).get("printed", "") != row["target"]:
        yield "the target"
    if (target.get("tolerance", ""), target.get("relative_to", {}).get("indicator", "")) != (row["tolerance"], row["relative_to"]):
        yield "the target's tolerance or relation"
    if row["target_revision"] and not said["target"].get("decided_on"):
        yield "a target without the date of its decision"
    prints_all = row["measure"] in ("total", "stock", "rate")
    for name, column in STEPS.items():
        yield from step_faults(name, said.get(name), column, row, prints_all and name == "actual")
    for name, column in LAST_YEAR.items():
        step = said.get("last_year", {}).get(name)
        yield from step_faults(f"last year's {name}", step, column, row, prints_all and name == "actual")
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
    if "actual" in said:
        yield from boundary_faults(said)
    expects_nothing = exact(said["paced"]) == 0 if "paced" in said else False
    if row["rule"] == "8" and not expects_nothing and "next_better" not in said and "next_worse" not in said:
        yield "no next verdict"
    if not said["check"]["is_equal"] or said["check"]["compared"] < 24:
        yield f"not as published: {said['check']}"


def main():
    chosen, seen = [], set()
    for row in rows():
        key = row["measure"], row["verdict"], bool(row["unit"]), bool(row["tolerance"]), bool(row["relative_to"])
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
