#!/usr/bin/env python3
"""Measure dabiao against psql, dbt, pandas, polars and DuckDB in one run, and write what was found to RESULTS.md.

    bench/bench.py --dabiao .build/release/dabiao
    bench/bench.py ... --check      a few small districts: do all of them publish the same figures? Nothing is timed.

Run by `make bench` in a private cluster. A contender whose figures differ from the program's in any row ends the bench:
its time would not count. Figures are compared on small districts first, and then after every turn that is timed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import harness
import results
from contenders import Bare, Dabiao, Dbt, Script
from harness import MONTH

PARTS = "districts,large,history,loading,lanes"


class Shape:
    """How many indicators a plan has, and how many reporters each: `150x14`."""

    def __init__(self, text):
        self.indicators, self.reporters = map(int, text.split("x"))


class Found:
    """What was measured of a number of districts: the number of submissions, and each contender's costs by its name."""

    def __init__(self, label, districts, submissions):
        self.label, self.districts, self.submissions, self.costs = label, districts, submissions, {}


def turn(contender, database, scratch):
    """Runs a contender once; its cost and the records that it exported. Its rows are left in the database."""
    out = Path(scratch) / contender.name
    shutil.rmtree(out, ignore_errors=True)
    cost = harness.measure(contender.commands(database, out), database)
    return cost, harness.exported_rows(out)


def compare(contender, database, wanted):
    """The figures that a contender left; ends the bench where they differ from those wanted."""
    found = harness.rows(database, contender.schema)
    different = harness.differences(wanted or found, found)
    if different:
        sys.exit(f"bench: {contender.name} and dabiao differ:\n" + "\n".join(different))
    return found


def check(contenders, scratch):
    """All contenders on small districts, one of which reviews its figures, row by row."""
    database = "bench_check"
    print(harness.make_database(database, 4, 2, Shape("40x4")))
    wanted, exported = None, {}
    for contender in contenders:
        harness.clear_results(database)
        _, exported[contender.name] = turn(contender, database, scratch)
        wanted = compare(contender, database, wanted)
        print(f"{contender.name}: {len(wanted)} rows of figures, equal", flush=True)
    compare_exports(exported)
    harness.drop_database(database)


def compare_exports(exported):
    """The files of figures have as many records, whoever wrote them."""
    if {"dabiao", "psql"} <= exported.keys() and exported["dabiao"] != exported["psql"]:
        sys.exit(f"bench: dabiao exported {exported['dabiao']} records, psql {exported['psql']}")


def measure_districts(label, districts, shape, contenders, repeat, scratch):
    """Every contender in turn, so that what disturbs the machine disturbs each alike."""
    database = f"bench_{districts}"
    print(harness.make_database(database, districts, 2, shape), flush=True)
    found = Found(label, districts, int(harness.psql(database, "select count(*) from intake.submission")))
    wanted, exported = None, {}
    for number in range(repeat):
        for contender in contenders:
            if number > 0 and contender.is_slow and found.submissions > 1_000_000:
                continue
            harness.clear_results(database)
            cost, exported[contender.name] = turn(contender, database, scratch)
            wanted = compare(contender, database, wanted)
            found.costs.setdefault(contender.name, []).append(cost)
            print(f"{label}, {contender.name}: {cost.wall:.2f} s, client {cost.client:.2f} s, server {cost.server:.2f} s, "
                  f"{cost.memory:.0f} MiB, {len(wanted)} rows of figures equal", flush=True)
    compare_exports(exported)
    harness.drop_database(database)
    return found


def measure_history(shape, contenders, repeat, scratch):
    """One district's month after 2 and after 10 years of submissions and of publications."""
    databases = {}
    program = next(contender for contender in contenders if contender.name == "dabiao").program
    for years in (2, 10):
        database = f"bench_history_{years}"
        print(harness.make_database(database, 1, years, shape), flush=True)
        for year in range(2022 - years, 2022):
            for month in range(1, 13):
                period, following = f"{year}-{month:02d}", f"{year + month // 12}-{month % 12 + 1:02d}-11T00:00:00+08:00"
                if period != MONTH:
                    harness.measure([[program, "run", "--month", period, "--as-of", following]], database)
        harness.psql(database, "vacuum (analyze)")
        databases[years] = database
    costs = {contender.name: {years: [] for years in databases} for contender in contenders}
    for number in range(repeat):
        for contender in contenders:
            if number >= 3 and contender.is_slow:
                continue
            for years, database in databases.items():
                costs[contender.name][years].append(turn(contender, database, scratch)[0])
                harness.unpublish(database, MONTH)
    for database in databases.values():
        harness.drop_database(database)
    return costs


def measure_loading(shape, contenders, repeat, scratch):
    """One district's month right after a bulk load, which leaves no statistics, and after `vacuum (analyze)`.

    Each turn begins with a fresh copy, since the first that reads a loaded row leaves a mark in it.
    """
    loaded, analyzed, database = "bench_loaded", "bench_analyzed", "bench_loading"
    costs = {contender.name: {template: [] for template in (loaded, analyzed)} for contender in contenders}
    harness.set_autovacuum(False)
    try:
        print(harness.make_database(loaded, 1, 2, shape, analyzed=False), flush=True)
        harness.copy_database(loaded, analyzed)
        harness.psql(analyzed, "vacuum (analyze)")
        wanted = None
        for _ in range(repeat):
            for contender in contenders:
                for template in (loaded, analyzed):
                    harness.copy_database(template, database)
                    costs[contender.name][template].append(turn(contender, database, scratch)[0])
                    wanted = compare(contender, database, wanted)
    finally:
        harness.set_autovacuum(True)
    for name in (loaded, analyzed, database):
        harness.drop_database(name)
    return {name: (of_templates[analyzed], of_templates[loaded]) for name, of_templates in costs.items()}


def measure_lanes(program, shape, repeat, scratch):
    """Sixteen districts by one connection and by two: time, and whether the bytes are the same."""
    database = "bench_lanes"
    harness.make_database(database, 16, 2, shape)
    costs = {1: [], 2: []}
    for _ in range(repeat):
        for lanes in costs:
            out = Path(scratch) / f"lanes-{lanes}"
            shutil.rmtree(out, ignore_errors=True)
            harness.clear_results(database)
            costs[lanes].append(harness.measure(Dabiao(program, lanes).commands(database, out), database))
    compared = subprocess.run(
        ["diff", "-rq", f"{scratch}/lanes-1", f"{scratch}/lanes-2"], capture_output=True, text=True)
    if compared.returncode != 0:
        sys.exit(f"bench: one lane and two differ: {compared.stdout}{compared.stderr}")
    harness.drop_database(database)
    return costs


def measure(arguments, contenders, scratch):
    """All parts that are asked for."""
    parts = arguments.parts.split(",")
    shape, large = Shape(arguments.shape), Shape(arguments.large)
    quick = [contender for contender in contenders if contender.schema == "report"]
    found = results.Findings(arguments.repeat)
    if "districts" in parts:
        for number in map(int, arguments.districts.split(",")):
            label = "1 district" if number == 1 else f"{number} districts"
            found.districts.append(measure_districts(label, number, shape, contenders, arguments.repeat, scratch))
    if "large" in parts:
        found.large = measure_districts("1 large district", 1, large, contenders, arguments.repeat, scratch)
    if "history" in parts:
        found.history = measure_history(shape, contenders, 3 * arguments.repeat, scratch)
    if "loading" in parts:
        found.loading = measure_loading(shape, quick, 3 * arguments.repeat, scratch)
    if "lanes" in parts:
        found.lanes = measure_lanes(os.path.abspath(arguments.dabiao), shape, arguments.repeat, scratch)
    if arguments.judging:
        found.judging = subprocess.run([arguments.judging], check=True, capture_output=True, text=True).stdout
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dabiao", required=True, help="the program")
    parser.add_argument("--environment", default="var/bench", help="virtual environment with requirements.txt")
    parser.add_argument("--columnar", default="var/bench-columnar", help="one with requirements-columnar.txt")
    parser.add_argument("--judging", help="program that measures judging alone")
    parser.add_argument("--districts", default=os.environ.get("BENCH_DISTRICTS", "1,16,100"), help="numbers of districts")
    parser.add_argument("--shape", default="150x14", help="indicators of a district, and reporters of each")
    parser.add_argument("--large", default="400x40", help="the same, of the large district")
    parser.add_argument("--repeat", type=int, default=3, help="turns of which the median is taken")
    parser.add_argument("--parts", default=PARTS, help="which measurements to make")
    parser.add_argument("--out", default=str(harness.HERE / "RESULTS.md"))
    parser.add_argument("--check", action="store_true", help="compare figures and stop")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.dabiao)
    contenders = [
        Dabiao(program, 2), Dabiao(program, 2, exports=False), Bare(2), Bare(2, exports=False),
        Dbt(arguments.environment, 2), Script("pandas", arguments.environment, is_slow=True),
        Script("polars", arguments.columnar), Script("DuckDB", arguments.columnar)]
    with tempfile.TemporaryDirectory(prefix="dabiao-bench-") as scratch:
        check(contenders, scratch)
        if arguments.check:
            return
        text = results.text(measure(arguments, contenders, scratch))
        Path(arguments.out).write_text(text, encoding="utf-8")
        print(text)


if __name__ == "__main__":
    main()
