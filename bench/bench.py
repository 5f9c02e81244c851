#!/usr/bin/env python3
"""Measure dabiao against psql alone, dbt and pandas in one run, and write what was found to RESULTS.md.

    bench/bench.py --dabiao .build/release/dabiao --venv var/bench
    bench/bench.py ... --check      one small district: do all of them publish the same figures? Nothing is timed.

Run by `make bench` in a private cluster. A contender whose figures differ from the program's in any row ends the bench:
its time would not count.
"""

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import harness
from contenders import Bare, Dabiao, Dbt, Pandas
from harness import AS_OF, MONTH

SETTINGS = (
    "server_version", "shared_buffers", "work_mem", "maintenance_work_mem", "effective_cache_size", "max_wal_size",
    "random_page_cost", "fsync", "synchronous_commit", "full_page_writes", "max_parallel_workers_per_gather", "jit",
)


def machine():
    """The machine in general terms."""
    cpu = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text()).group(1)) / 1024 / 1024
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text())
    return (f"{cpu.group(1) if cpu else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory, "
            f"{system.group(1) if system else platform.system()}")


def measure_size(districts, contenders, repeat, scratch):
    """Every contender in turn, so that what disturbs the machine disturbs each alike."""
    database = f"bench_{districts}"
    print(harness.make_database(database, districts, 2, 150, 14), flush=True)
    submissions = int(harness.psql(database, "select count(*) from intake.submission"))
    costs = {contender.letter: [] for contender in contenders}
    wanted, exported = None, {}
    for turn in range(repeat):
        for contender in contenders:
            if turn > 0 and contender.letter in "cd" and districts >= 100:
                continue
            out = Path(scratch) / contender.name
            shutil.rmtree(out, ignore_errors=True)
            harness.clear_results(database)
            cost = harness.measure(contender.commands(database, out), database)
            found = harness.rows(database, contender.schema)
            if wanted is None:
                wanted = found
            different = harness.differences(wanted, found)
            if different:
                sys.exit(f"bench: {contender.name} and dabiao differ:\n" + "\n".join(different))
            exported[contender.letter] = harness.exported_rows(out)
            costs[contender.letter].append(cost)
            print(f"{districts} districts, {contender.name}: {cost.wall:.2f} s, client {cost.client:.2f} s, server "
                  f"{cost.server:.2f} s, {cost.memory:.0f} MiB, {len(found)} figures equal", flush=True)
    if {"a", "b"} <= exported.keys() and exported["a"] != exported["b"]:
        sys.exit(f"bench: dabiao exported {exported['a']} rows, psql {exported['b']}")
    subprocess.run(["dropdb", "--force", database], check=True)
    return {"districts": districts, "submissions": submissions, "figures": len(wanted), "costs": costs}


def measure_history(contenders, repeat, scratch):
    """One district's month after 2 and after 10 years of submissions and of publications."""
    databases = {}
    program = next(contender for contender in contenders if contender.letter == "a").program
    for years in (2, 10):
        database = f"bench_history_{years}"
        print(harness.make_database(database, 1, years, 150, 14), flush=True)
        for year in range(2022 - years, 2022):
            for month in range(1, 13):
                period, following = f"{year}-{month:02d}", f"{year + month // 12}-{month % 12 + 1:02d}-11T00:00:00+08:00"
                if period != MONTH:
                    harness.measure([[program, "run", "--month", period, "--as-of", following]], database)
        harness.psql(database, "vacuum (analyze)")
        databases[years] = database
    costs = {contender.letter: {2: [], 10: []} for contender in contenders}
    for _ in range(repeat):
        for contender in contenders:
            for years, database in databases.items():
                out = Path(scratch) / f"history-{years}"
                shutil.rmtree(out, ignore_errors=True)
                costs[contender.letter][years].append(harness.measure(contender.commands(database, out), database))
                harness.unpublish(database, MONTH)
    for database in databases.values():
        subprocess.run(["dropdb", "--force", database], check=True)
    for letter, of_years in costs.items():
        for years, taken in of_years.items():
            print(f"{letter}, history of {years} years: " + ", ".join(f"{cost.wall:.2f}" for cost in taken), flush=True)
    return costs


def measure_jobs(program, districts, repeat, scratch):
    """The same districts by one process and by two: time, and whether the bytes are the same."""
    database = "bench_jobs"
    harness.make_database(database, districts, 2, 150, 14)
    costs = {1: [], 2: []}
    for _ in range(repeat):
        for jobs in (1, 2):
            out = Path(scratch) / f"jobs-{jobs}"
            shutil.rmtree(out, ignore_errors=True)
            harness.clear_results(database)
            costs[jobs].append(harness.measure(Dabiao(program, jobs).commands(database, out), database))
    compared = subprocess.run(
        ["diff", "-rq", f"{scratch}/jobs-1", f"{scratch}/jobs-2"], capture_output=True, text=True)
    if compared.returncode != 0:
        sys.exit(f"bench: one job and two differ: {compared.stdout}{compared.stderr}")
    subprocess.run(["dropdb", "--force", database], check=True)
    return costs


def median(costs, part):
    return statistics.median(getattr(cost, part) for cost in costs)


def processor(costs):
    return statistics.median(cost.client + cost.server for cost in costs)


def table(header, lines):
    rule = ["---"] * len(header)
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in [header, rule, *lines])


def growth(after, before):
    return f"{(after / before - 1) * 100:+.0f} %"


def size_table(contenders, sizes):
    lines = []
    for size in sizes:
        for contender in contenders:
            costs, own = size["costs"][contender.letter], size["costs"]["a"]
            wall = median(costs, "wall")
            lines.append((
                size["districts"], f"{size['submissions']:,}", f"{contender.letter} {contender.name}", f"{wall:.2f}",
                f"{median(costs, 'client'):.2f}", f"{median(costs, 'server'):.2f}", f"{median(costs, 'memory'):.0f}",
                f"{size['submissions'] / wall:,.0f}", f"{wall / median(own, 'wall'):.2f}",
                f"{processor(costs) / processor(own):.2f}"))
    return table(
        ("districts", "submissions", "contender", "wall s", "client CPU s", "server CPU s", "client peak MiB",
         "submissions/s", "wall ÷ a", "CPU ÷ a"), lines)


def districts_table(contenders, sizes):
    """Seconds a district, so that what grows faster than the number of districts is seen."""
    return table(
        ("contender", *(f"{size['districts']} districts" for size in sizes)),
        [(f"{contender.letter} {contender.name}", *(
            f"{median(size['costs'][contender.letter], 'wall') / size['districts']:.3f} wall, "
            f"{processor(size['costs'][contender.letter]) / size['districts']:.3f} CPU" for size in sizes))
         for contender in contenders])


def history_table(contenders, history):
    lines = []
    for contender in contenders:
        two, ten = history[contender.letter][2], history[contender.letter][10]
        lines.append((
            f"{contender.letter} {contender.name}", f"{median(two, 'wall'):.2f}", f"{median(ten, 'wall'):.2f}",
            growth(median(ten, "wall"), median(two, "wall")), f"{processor(two):.2f}", f"{processor(ten):.2f}",
            growth(processor(ten), processor(two))))
    return table(
        ("contender", "2 years, wall s", "10 years, wall s", "growth", "2 years, CPU s", "10 years, CPU s", "growth"), lines)


def aims(sizes, history, evaluation):
    """What was aimed at, what was found, and whether that meets it."""
    for size in sizes:
        where = f"{size['districts']} districts"
        costs = {letter: taken for letter, taken in size["costs"].items() if taken}
        for over, under, aim, at_most in (
                ("a", "b", 1.5 if size["districts"] < 16 else 1.2, True), ("c", "a", 3, False), ("d", "a", 10, False)):
            if {over, under} <= costs.keys():
                ratio = median(costs[over], "wall") / median(costs[under], "wall")
                yield (f"{where}: wall {over} ÷ {under}", f"{ratio:.2f}", f"{'≤' if at_most else '≥'} {aim}",
                       ratio <= aim if at_most else ratio >= aim)
        peak = max(cost.memory for cost in costs["a"])
        yield f"{where}: peak memory of a", f"{peak:.0f} MiB", "≤ 40 MiB", peak <= 40
    if history:
        two, ten = history["a"][2], history["a"][10]
        found = processor(ten) / processor(two)
        yield "CPU of a after 10 years ÷ after 2", f"{found:.2f}", "< 1.10", found < 1.1
        found = median(ten, "wall") / median(two, "wall")
        yield "wall of a after 10 years ÷ after 2", f"{found:.2f}", "< 1.10", found < 1.1
    if evaluation:
        rows = int(re.search(r"(\d+) rows", evaluation).group(1))
        yield "evaluating, rows a second a core", f"{rows:,}", "≥ 1,000,000", rows >= 1_000_000


def report(contenders, sizes, history, jobs, evaluation, repeat):
    """RESULTS.md."""
    parts = [
        "# What `make bench` found\n",
        f"Machine: {machine()}. Everything ran on it at once: server and client share the cores.\n",
        "Server: " + ", ".join(
            f"{name} = {harness.psql('postgres', f'show {name}')}" for name in SETTINGS) + ".\n",
        f"One month, {MONTH}, of every district, at district and unit level, each district with 24 months of submissions. "
        f"The medians of {repeat} turns (dbt and pandas one turn at 100 districts and more), contenders in turn within each. "
        "All four gave the same figures in every row of attainment, trend and reporting rates. a and b also write findings, "
        "revisions and the files of data/, a with their checksums and descriptor; c and d write less, which is in their "
        "favour.\n",
        "- a: `dabiao run --export --parts data` (optimised build), two lanes where there are several districts",
        "- b: psql, the same reads, findings and files, the judgement in SQL numeric, two psql side by side where there are "
        "several districts",
        "- c: dbt-postgres, one model a step over all districts, two threads",
        "- d: pandas and SQLAlchemy, one district after another\n",
        size_table(contenders, sizes),
        "\n## Against the aims\n",
        table(("what", "found", "aim", "met"),
              [(what, found, aim, "yes" if met else "no") for what, found, aim, met in aims(sizes, history, evaluation)]),
        "\n## Growth with districts\n\nSeconds a district.\n",
        districts_table(contenders, sizes),
    ]
    if history:
        parts.append("\n## Growth with history\n\nOne district, every month before published.\n")
        parts.append(history_table(contenders, history))
    if jobs:
        one, two = median(jobs[1], "wall"), median(jobs[2], "wall")
        parts.append(
            "\n## Both cores\n\n16 districts; the exports of both are the same bytes.\n\n" + table(
                ("lanes", "wall s", "client peak MiB"),
                [(n, f"{median(costs, 'wall'):.2f}", f"{median(costs, 'memory'):.0f}") for n, costs in jobs.items()])
            + f"\n\nTwo are {one / two:.2f} times as fast as one.")
    if evaluation:
        parts.append("\n## Judging alone\n\n" + evaluation)
    return "\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dabiao", required=True)
    parser.add_argument("--venv", required=True, help="virtual environment with requirements.txt")
    parser.add_argument("--evaluate", help="program that measures judging alone")
    parser.add_argument("--sizes", default=os.environ.get("BENCH_DISTRICTS", "1,16,100"))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--contenders", default="abcd")
    parser.add_argument("--out", default=str(harness.HERE / "RESULTS.md"))
    parser.add_argument("--parts", default="sizes,history,jobs", help="which measurements to make")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.dabiao)
    contenders = [contender for contender in (
        Dabiao(program, 2), Bare(2), Dbt(arguments.venv, 2), Pandas(arguments.venv))
        if contender.letter in arguments.contenders]
    with tempfile.TemporaryDirectory(prefix="dabiao-bench-") as scratch:
        if arguments.check:
            check(contenders, scratch)
            return
        parts = arguments.parts.split(",")
        sizes = [measure_size(int(n), contenders, arguments.repeat, scratch)
                 for n in arguments.sizes.split(",") if "sizes" in parts]
        history = measure_history(contenders, 5, scratch) if "history" in parts else None
        jobs = measure_jobs(program, 16, 3, scratch) if "jobs" in parts else None
        evaluation = None
        if arguments.evaluate:
            evaluation = subprocess.run([arguments.evaluate], check=True, capture_output=True, text=True).stdout
        text = report(contenders, sizes, history, jobs, evaluation, arguments.repeat)
        Path(arguments.out).write_text(text, encoding="utf-8")
        print(text)


def check(contenders, scratch):
    """All contenders on one small district, row by row."""
    database = "bench_check"
    print(harness.make_database(database, 1, 2, 40, 4))
    wanted = None
    for contender in contenders:
        harness.measure(contender.commands(database, Path(scratch) / contender.name), database)
        found = harness.rows(database, contender.schema)
        wanted = wanted or found
        different = harness.differences(wanted, found)
        if different:
            sys.exit(f"bench: {contender.name} and dabiao differ:\n" + "\n".join(different))
        if contender.schema == "report":
            harness.clear_results(database)
        print(f"{contender.name}: {len(found)} rows of figures, equal")
    subprocess.run(["dropdb", "--force", database], check=True)


if __name__ == "__main__":
    main()
