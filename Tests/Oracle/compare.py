"""Checks what dabiao publishes against the independent calculation, on random plans and submissions.

    python3 compare.py --dabiao PATH [--seeds 1,2,11-30] [--indicators 400] [--cases 3] [--jobs 2] [--every-situation]

Runs in a private cluster (scripts/with-cluster). For each seed it generates a plan and two years of submissions, loads the
plan with dabiao and the log of submissions as it stands, publishes cases (a month and an instant; all fifteen, or as many as
--cases says, drawn by the seed) with dabiao in the order of their instants, and compares every row and cell of attainment and
findings; of the findings' sentences only that they quote figures in both languages. Prints the counts and how often each situation that the method speaks of came up;
exits 1 when a case differs or, with --every-situation, when one never came up.
"""

import argparse
import collections
import concurrent.futures
import csv
import datetime
import io
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import generate
import oracle

HERE = pathlib.Path(__file__).resolve().parent
SQL = HERE.parents[1] / "sql"
COUNTS = ("indicators", "cases", "evaluations", "findings")


def psql(database, script):
    return subprocess.run(
        ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database], input=script, text=True, check=True,
        stdout=subprocess.PIPE).stdout


def load_log(database, folder):
    """The log as a district that has used dabiao all along would hold it: a batch an instant."""
    psql(database, f"""
begin;
create temporary table log (
    indicator text, unit text, period text, revision integer, submitted_at timestamptz, auto_accepted boolean,
    value numeric, denominator numeric, base_value numeric, base_denominator numeric, stage text, progress numeric,
    occurred_on date);
\\copy log from '{folder}/submissions.csv' csv header
create temporary table reviewed (
    indicator text, unit text, period text, revision integer, reviewed_at timestamptz, outcome text);
\\copy reviewed from '{folder}/reviews.csv' csv header
insert into intake.batch (district_id, file_name, content, line_count, outcome, received_at)
select district_id, 'log.csv', '', 0, 'accepted', submitted_at
from plan.district cross join (select distinct submitted_at from log) as sent;
insert into intake.submission (
    district_id, period, indicator, unit, revision, batch_id, line, value, denominator, base_value, base_denominator,
    stage, progress, occurred_on, submitted_at, accepted_at)
select
    batch.district_id, to_date(period, 'YYYY-MM'), indicator, unit, revision, batch_id, 1, value, denominator, base_value,
    base_denominator, stage, progress, occurred_on, submitted_at, case when auto_accepted then submitted_at end
from log join intake.batch on batch.received_at = log.submitted_at
order by revision;
insert into intake.review (
    district_id, period, indicator, unit, revision, submitted_at, reviewed_at, outcome, reason)
select
    district_id, submission.period, indicator, unit, revision, submitted_at, reviewed_at, reviewed.outcome, 'random'
from (select *, row_number() over () as line from reviewed) as reviewed
join intake.submission using (indicator, unit, revision)
where submission.period = to_date(reviewed.period, 'YYYY-MM')
order by line;
commit;
analyze;
""")


def published(database, month, view):
    text = psql(database, f"""
copy (select * from report.{view} where period = '{month}') to stdout (format csv, header);
""")
    rows = list(csv.DictReader(io.StringIO(text)))
    for row in rows:
        for column in ("livelihood", "headline", "provisional"):
            if column in row:
                row[column] = {"t": "true", "f": "false"}[row[column]]
    return rows


def differences(found, wanted):
    if len(found) != len(wanted):
        yield f"{len(found)} rows instead of {len(wanted)}"
    for number, (left, right) in enumerate(zip(found, wanted), 1):
        cells = [f"{name} {left.get(name)!r} instead of {right[name]!r}" for name in right
                 if left.get(name) != right[name] and not name.startswith("message_")]
        if cells:
            name = " ".join(filter(None, (right["indicator"], right.get("unit"), right.get("code"))))
            yield f"row {number} ({name}, {right.get('measure', '')} {right.get('direction', '')}): " + "; ".join(cells)


def unquoted(findings):
    """Findings whose sentence, behind the name and the period, quotes no figure or is not in its language."""
    for row in findings:
        zh, en = row["message_zh"].partition("：")[2], row["message_en"].partition(": ")[2]
        if not (re.search(r"\d", zh) and re.search("[一-龥]", zh) and zh.endswith("。") and "%s" not in zh
                and re.search(r"\d", en) and en.endswith(".")):
            yield f"{row['code']}: {row['message_zh']} {row['message_en']}"


def situations(plan, as_of, row):
    """What of the method a row of attainment shows."""
    indicator = row["plan"]
    yield f"measure {row['measure']} {indicator.accumulation}"
    yield f"frequency {indicator.frequency}"
    yield f"direction {row['direction'] or 'none'}"
    yield f"rule {row['rule']}"
    yield f"verdict {row['verdict']}"
    if row["period"][5:] in ("01", "12"):
        yield f"month {row['period'][5:]}"
    if row["direction"] == "at_most" and not row["attainment_pct"] and int(row["rule"]) > 3:
        yield f"{row['measure']} at_most met by a level of zero or less"
    if row["value"].startswith("-"):
        yield "negative accumulated value"
    if len(row["value"].lstrip("-").split(".")[0]) >= 14:
        yield "accumulated value of 14 digits and more"
    if row["base_value"] and oracle.Fraction(row["base_value"]) <= 0:
        yield "base of zero or less"
    if row["provisional"] == "true":
        yield "provisional"
    if row["unit"]:
        yield "unit with an allocation"
    if len(indicator.reporters) > 1 and not row["unit"]:
        yield "several reporters"
    if indicator.code in plan.profiles:
        yield "seasonal profile"
    if indicator.row["behind_floor"]:
        yield "floor of its own"
    if indicator.measure == "milestone" and indicator.required_stage == "started":
        yield "milestone that has to be started"
    if row["target_revision"].isdigit():
        revisions = plan.targets[indicator.code]
        if int(row["target_revision"]) > 1:
            yield "target revised"
        if revisions[0][2] > as_of.astimezone(plan.zone).date():
            yield "no target decided yet"
        elif revisions[-1][0] > int(row["target_revision"]):
            yield "target revised later"


EVERY = (
    [f"measure {measure} {accumulation}" for measure in ("growth", "share", "intensity_change")
     for accumulation in ("monthly", "cumulative", "point")]
    + [f"measure {measure} {accumulation}" for measure in ("total", "daily_average")
       for accumulation in ("monthly", "cumulative")]
    + [f"measure {measure} point" for measure in ("stock", "milestone", "progress")]
    + [f"frequency {frequency}" for frequency in oracle.DUE_MONTHS]
    + [f"direction {direction}" for direction in ("at_least", "at_most", "maintain", "none")]
    + [f"rule {rule}" for rule in range(1, 9)]
    + [f"verdict {verdict}" for verdict in oracle.LIGHTS]
    + [f"{measure} at_most met by a level of zero or less" for measure in ("total", "stock", "growth", "share",
                                                                           "intensity_change", "daily_average")]
    + [f"finding {code}" for code in oracle.SEVERITIES]
    + ["month 01", "month 12", "negative accumulated value", "accumulated value of 14 digits and more",
       "base of zero or less", "provisional", "unit with an allocation", "several reporters", "seasonal profile",
       "floor of its own", "milestone that has to be started", "target revised", "no target decided yet",
       "target revised later"])


def used_before(used):
    """{figure: revisions}: what any earlier publication used."""
    figures = collections.defaultdict(set)
    for rows in used:
        for row in rows:
            figures[row["indicator"], row["unit"], oracle.month_of(row["period"])].add(int(row["revision"]))
    return figures


def drawn(seed, cases, count):
    chosen = random.Random(seed).sample(range(len(cases)), count) if count else range(len(cases))
    return sorted((cases[place] for place in chosen), key=lambda case: case["as_of"])


def compare(dabiao, template, seed, indicators, case_count):
    """(counts, situations, differences) of one seed."""
    database = f"{template}_{seed}"
    subprocess.run(["createdb", "--template", template, database], check=True)
    environment = os.environ | {"PGDATABASE": database}
    counts, seen = collections.Counter(indicators=indicators), collections.Counter()
    try:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            generate.main(["--seed", str(seed), "--indicators", str(indicators), "--review", "required", "--no-files",
                           "--out", str(folder)])
            run = lambda *command: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
            run(dabiao, "plan", "load", folder / "plan")
            load_log(database, folder)
            plan, base_plan = oracle.read_plan(folder / "plan"), oracle.read_plan(folder / "base-plan")
            by_code = {each.code: each for each in plan.indicators}
            log = oracle.read_log(folder / "submissions.csv", folder / "reviews.csv", datetime.datetime.max)
            with open(folder / "cases.csv", newline="") as file:
                cases = list(csv.DictReader(file))
        # Publications are made in the order of their instants, as in life.
        used = []
        for case in drawn(seed, cases, case_count):
            month, as_of = case["month"], oracle.instant(case["as_of"])
            run(dabiao, "run", "--month", month, "--as-of", case["as_of"])
            wanted = oracle.run(plan, log.at(as_of), oracle.month_of(month)[1], as_of, base_plan,
                                used_before(used))
            used.append(wanted.used)
            for view, rows in (("attainment", wanted.attainment), ("findings", wanted.findings)):
                found = published(database, month, view)
                wrong = list(differences(found, rows)) + (list(unquoted(found)) if view == "findings" else [])
                if wrong:
                    return counts, seen, [f"seed {seed}, {month} as of {case['as_of']}, {view}: {len(wrong)} rows differ",
                                          *wrong[:10]]
                counts["evaluations" if view == "attainment" else "findings"] += len(rows)
            for row in wanted.attainment:
                seen.update(situations(plan, as_of, row | {"plan": by_code[row["indicator"]]}))
            seen.update(f"finding {row['code']}" for row in wanted.findings)
            counts["cases"] += 1
    finally:
        subprocess.run(["dropdb", "--force", database], check=True)
    return counts, seen, []


def seeds_of(text):
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def told(counts):
    return ", ".join(f"{counts[name]} {name}" for name in COUNTS)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dabiao", required=True)
    parser.add_argument("--seeds", default="1-5")
    parser.add_argument("--indicators", type=int, default=400)
    parser.add_argument("--cases", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every-situation", action="store_true")
    arguments = parser.parse_args()
    template = f"oracle_{os.getpid()}"
    subprocess.run(["createdb", template], check=True)
    totals, seen, failed = collections.Counter(), collections.Counter(), False
    try:
        subprocess.run(["sqitch", "--quiet", "deploy", f"db:pg:{template}"], cwd=SQL, check=True)
        with concurrent.futures.ProcessPoolExecutor(arguments.jobs) as pool:
            seeds = list(seeds_of(arguments.seeds))
            compared = pool.map(compare, *zip(*[
                (arguments.dabiao, template, seed, arguments.indicators, arguments.cases) for seed in seeds]))
            for seed, (counts, situation, wrong) in zip(seeds, compared):
                print(f"seed {seed}: {told(counts)}", *wrong, sep="\n", flush=True)
                totals += counts
                seen += situation
                failed = failed or bool(wrong)
    finally:
        subprocess.run(["dropdb", "--force", template], check=True)
    if failed:
        sys.exit(1)
    if arguments.every_situation:
        print("situations: " + ", ".join(f"{name} {seen[name]}" for name in sorted(seen)))
    print(f"independent calculation: {told(totals)} agree to the last digit")
    missing = [name for name in EVERY if not seen[name]]
    if missing and arguments.every_situation:
        sys.exit("never came up: " + ", ".join(missing))


if __name__ == "__main__":
    main()
