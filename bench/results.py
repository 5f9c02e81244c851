"""RESULTS.md: what `make bench` found, each goal with what was measured, and whether it is met."""

import os
import platform
import re
import statistics
from pathlib import Path

import harness
from harness import MONTH

SETTINGS = (
    "server_version", "shared_buffers", "work_mem", "maintenance_work_mem", "effective_cache_size", "max_wal_size",
    "random_page_cost", "fsync", "synchronous_commit", "full_page_writes", "max_parallel_workers_per_gather", "jit",
)
# The wall time of one contender over that of another, and what it should be, by number of districts (None: any other).
RATIOS = (
    ("dabiao without files", "psql without files", "≤", {None: 0.40}),
    ("dabiao", "psql", "≤", {None: 0.60}),
    ("polars", "dabiao", "≥", {None: 2.5}),
    ("DuckDB", "dabiao", "≥", {None: 2.5}),
    ("pandas", "dabiao", "≥", {None: 12}),
    ("dbt", "dabiao", "≥", {None: 8, 100: 6}),
)
MEMORY, LARGE_MEMORY = 40, 80
GROWTH = 1.10
JUDGED = 1_000_000
CONTENDERS = """\
- dabiao: `dabiao run --export --parts data` (optimised build), two lanes where there are several districts; and the same
  without the export
- psql: the statements of `bench/bare`, hand-written: the same figures, the judgement in SQL numeric, findings and revisions
  as the first edition had them, and these rows of `data/` by `\\copy`; two psql side by side where there are several
  districts; and the same without files
- dbt: dbt-postgres, one model a step over all districts, two threads
- pandas: with SQLAlchemy, one district after another
- polars: read by connectorx, one lazy query over all districts
- DuckDB: PostgreSQL attached, one script over all districts

Every contender follows the first edition of the method, and none a rule of the second; the plans hold nothing in which the
two differ, so that the figures must be equal. dabiao computes the second edition: eight more kinds of finding, last year's
course, points, comments, and their files, with checksums, a descriptor and a hash over the figures used. The others but psql
write attainment, trend and reporting rates to tables and to files: less, which is in their favour. The last
three judge row by row in Python's fractions, since neither floats nor decimals of 38 digits give the same digits. The first
query of polars and of DuckDB uses both cores.
"""


class Findings:
    """Everything that was measured; a part that was not is None."""

    def __init__(self, repeat):
        self.repeat, self.districts = repeat, []
        self.large = self.history = self.loading = self.lanes = self.judging = None

    @property
    def sizes(self):
        return [*self.districts, *([self.large] if self.large else [])]


def machine():
    """The machine in general terms."""
    cpu = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text()).group(1)) / 1024 / 1024
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text())
    return (f"{cpu.group(1) if cpu else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory, "
            f"{system.group(1) if system else platform.system()}")


def wall(costs):
    return statistics.median(cost.wall for cost in costs)


def processor(costs):
    return statistics.median(cost.client + cost.server for cost in costs)


def median(costs, part):
    return statistics.median(getattr(cost, part) for cost in costs)


def table(header, lines):
    rule = ["---"] * len(header)
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in [header, rule, *lines])


def percent(after, before):
    return f"{(after / before - 1) * 100:+.0f} %"


def peak(found):
    """The most memory that the program took, with files or without."""
    return max(cost.memory for name, costs in found.costs.items() if name.startswith("dabiao") for cost in costs)


def goals(findings):
    """Yields what is asked for, what was found, the goal, and whether it is met."""
    for found in findings.districts:
        for over, under, sense, goal_of in RATIOS:
            ratio = wall(found.costs[over]) / wall(found.costs[under])
            goal = goal_of.get(found.districts, goal_of[None])
            is_met = ratio <= goal if sense == "≤" else ratio >= goal
            yield f"{found.label}: {over} ÷ {under}, wall", f"{ratio:.2f}", f"{sense} {goal:.2f}", is_met
    for found in findings.sizes:
        goal = LARGE_MEMORY if found is findings.large else MEMORY
        yield (f"{found.label}, {found.submissions // found.districts:,} submissions each: peak memory of dabiao",
               f"{peak(found):.0f} MiB", f"≤ {goal} MiB", peak(found) <= goal)
    for name in ("dabiao", "dabiao without files"):
        grown = []
        if findings.history:
            costs = findings.history[name]
            grown += [(f"after 10 years ÷ after 2, {kind}", of(costs[10]) / of(costs[2]))
                      for kind, of in (("wall", wall), ("processor", processor))]
        if findings.loading:
            analyzed, loaded = findings.loading[name]
            grown.append(("just loaded, without statistics ÷ with, wall", wall(loaded) / wall(analyzed)))
        for what, ratio in grown:
            yield f"{name}: {what}", f"{ratio:.2f}", f"≤ {GROWTH:.2f}", ratio <= GROWTH
    if findings.judging:
        rows = int(re.search(r"(\d+) rows", findings.judging).group(1))
        yield "judging, rows a second of a core", f"{rows:,}", f"≥ {JUDGED:,}", rows >= JUDGED


def costs_table(sizes):
    """What each contender took, beside dabiao doing the same: with files, or without where the contender writes none."""
    lines = []
    for found in sizes:
        for name, costs in found.costs.items():
            same = found.costs["dabiao without files" if name.endswith("without files") else "dabiao"]
            lines.append((
                found.label, f"{found.submissions:,}", name, f"{wall(costs):.2f}", f"{median(costs, 'client'):.2f}",
                f"{median(costs, 'server'):.2f}", f"{median(costs, 'memory'):.0f}", f"{found.submissions / wall(costs):,.0f}",
                f"{wall(costs) / wall(same):.2f}", f"{processor(costs) / processor(same):.2f}"))
    return table(
        ("districts", "submissions", "contender", "wall s", "client CPU s", "server CPU s", "client peak MiB",
         "submissions/s", "wall ÷ dabiao", "CPU ÷ dabiao"), lines)


def districts_table(sizes):
    """Seconds a district, so that what grows faster than the number of districts is seen."""
    return table(
        ("contender", *(found.label for found in sizes)),
        [(name, *(f"{wall(found.costs[name]) / found.districts:.3f} wall, "
                  f"{processor(found.costs[name]) / found.districts:.3f} CPU" for found in sizes))
         for name in sizes[0].costs])


def pair_table(before, after, pairs):
    """Times of each contender under two conditions."""
    return table(
        ("contender", f"{before}, wall s", f"{after}, wall s", "change", f"{before}, CPU s", f"{after}, CPU s", "change"),
        [(name, f"{wall(one):.2f}", f"{wall(other):.2f}", percent(wall(other), wall(one)), f"{processor(one):.2f}",
          f"{processor(other):.2f}", percent(processor(other), processor(one))) for name, one, other in pairs])


def text(findings):
    """RESULTS.md."""
    parts = [
        "# What `make bench` found\n",
        f"Machine: {machine()}. Everything ran on it at once: server and client share the cores.\n",
        "Server: " + ", ".join(
            f"{name} = {harness.psql('postgres', f'show {name}')}" for name in SETTINGS) + ".\n",
        f"One month, {MONTH}, of every district, at district and unit level, each district with 24 months of submissions. "
        f"The medians of {findings.repeat} turns (dbt and pandas one turn of more than a million submissions), contenders in "
        "turn within each. All gave the same figures in every row of attainment, trend and reporting rates.\n",
        CONTENDERS,
        "## Goals\n",
        table(("what", "found", "goal", "met"),
              [(what, found, goal, "yes" if is_met else "no") for what, found, goal, is_met in goals(findings)]),
    ]
    if findings.sizes:
        parts += ["\n## What each took\n", costs_table(findings.sizes)]
    if findings.districts:
        parts += ["\n## Growth with districts\n\nSeconds a district.\n", districts_table(findings.districts)]
    if findings.history:
        parts += ["\n## Growth with history\n\nOne district, every month before published.\n",
                  pair_table("2 years", "10 years", [(name, costs[2], costs[10]) for name, costs in findings.history.items()])]
    if findings.loading:
        parts += ["\n## Right after a bulk load\n\nOne district, autovacuum off; each turn on a fresh copy of the database.\n",
                  pair_table("analyzed", "just loaded", [(name, *costs) for name, costs in findings.loading.items()])]
    if findings.lanes:
        one, two = wall(findings.lanes[1]), wall(findings.lanes[2])
        parts += ["\n## Both cores\n\n16 districts; the exports of both are the same bytes.\n",
                  table(("lanes", "wall s", "client peak MiB"),
                        [(lanes, f"{wall(costs):.2f}", f"{median(costs, 'memory'):.0f}")
                         for lanes, costs in findings.lanes.items()]),
                  f"\nTwo are {one / two:.2f} times as fast as one."]
    if findings.judging:
        parts += ["\n## Judging alone\n", findings.judging.strip()]
    return "\n".join(parts) + "\n"
