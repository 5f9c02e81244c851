"""Checks what dabiao publishes against the independent calculation, on random plans and submissions.

    python3 compare.py --dabiao PATH [--seeds 1,2] [--indicators 400]

Runs in a private cluster (scripts/with-cluster). For each seed it generates a plan and two years of submissions, loads the
plan with dabiao and the log of submissions as it stands, publishes each case with dabiao, and compares every row and cell of
attainment and findings (all but the findings' sentences). Prints the counts; exits 1 at the first case that differs.
"""

import argparse
import csv
import io
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SQL = HERE.parents[1] / "sql"


def psql(database, script):
    return subprocess.run(
        ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database], input=script, text=True, check=True,
        stdout=subprocess.PIPE).stdout


def deployed(database):
    subprocess.run(["createdb", database], check=True)
    subprocess.run(["sqitch", "--quiet", "deploy", f"db:pg:{database}"], cwd=SQL, check=True)


def load_log(database, folder):
    """The log as a district that has used dabiao all along would hold it: one batch, each revision at its own time."""
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
insert into intake.batch (district_id, file_name, sha256, content, line_count, outcome)
select district_id, 'log.csv', sha256(''), '', 0, 'accepted' from plan.district;
insert into intake.submission (
    district_id, period, indicator, unit, revision, batch_id, line, value, denominator, base_value, base_denominator,
    stage, progress, occurred_on, submitted_at, accepted_at)
select
    batch.district_id, to_date(period, 'YYYY-MM'), indicator, unit, revision, batch_id, 1, value, denominator, base_value,
    base_denominator, stage, progress, occurred_on, submitted_at, case when auto_accepted then submitted_at end
from log cross join intake.batch;
insert into intake.review (district_id, period, indicator, unit, revision, reviewed_at, outcome, reason)
select district_id, to_date(period, 'YYYY-MM'), indicator, unit, revision, reviewed_at, outcome, 'random'
from reviewed cross join plan.district
on conflict (district_id, period, indicator, unit, revision, reviewed_at) do nothing;
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
        row.pop("message_zh", None)
        row.pop("message_en", None)
    return rows


def expected(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row.pop("message_zh", None)
        row.pop("message_en", None)
    return rows


def differences(found, wanted):
    if len(found) != len(wanted):
        yield f"{len(found)} rows instead of {len(wanted)}"
    for number, (left, right) in enumerate(zip(found, wanted), 1):
        cells = [f"{name} {left.get(name)!r} instead of {right[name]!r}" for name in right if left.get(name) != right[name]]
        if cells:
            name = " ".join(filter(None, (right["indicator"], right.get("unit"), right.get("code"))))
            yield f"row {number} ({name}, {right.get('measure', '')} {right.get('direction', '')}): " + "; ".join(cells)


def compare(dabiao, seed, indicators):
    database = f"oracle_{os.getpid()}_{seed}"
    deployed(database)
    checked = {"cases": 0, "evaluations": 0, "findings": 0}
    verdicts = set()
    try:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            run = lambda *command: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            run(sys.executable, HERE / "generate.py", "--seed", str(seed), "--indicators", str(indicators),
                "--review", "required", "--out", folder)
            os.environ["PGDATABASE"] = database
            run(dabiao, "plan", "load", folder / "plan")
            load_log(database, folder)
            with open(folder / "cases.csv", newline="") as file:
                cases = list(csv.DictReader(file))
            # Publications are made in the order of their instants, as in life.
            used = {}
            for case in sorted(cases, key=lambda case: case["as_of"]):
                month, as_of = case["month"], case["as_of"]
                run(dabiao, "run", "--month", month, "--as-of", as_of)
                out = folder / "out"
                options = []
                earlier = folder / "published.csv"
                write_used(earlier, used, month)
                if used:
                    options = ["--published", earlier]
                run(sys.executable, HERE / "oracle.py", "--plan", folder / "plan", "--base-plan", folder / "base-plan",
                    "--log", folder / "submissions.csv", "--reviews", folder / "reviews.csv", "--month", month,
                    "--as-of", as_of, "--out", out, "--used", folder / "used.csv", *options)
                with open(folder / "used.csv", newline="") as file:
                    used[(as_of, month)] = list(csv.DictReader(file))
                for view in ("attainment", "findings"):
                    found = published(database, month, view)
                    wanted = expected(out / f"{view}.csv")
                    wrong = list(differences(found, wanted))
                    if wrong:
                        print(f"seed {seed}, {month} as of {as_of}, {view}: {len(wrong)} rows differ")
                        print("\n".join(wrong[:10]))
                        return None
                    checked["evaluations" if view == "attainment" else "findings"] += len(wanted)
                    verdicts.update(row["verdict"] for row in wanted if "verdict" in row)
                checked["cases"] += 1
    finally:
        os.environ["PGDATABASE"] = "postgres"
        subprocess.run(["dropdb", "--force", database], check=True)
    checked["verdicts"] = verdicts
    return checked


def write_used(path, used, month):
    """For each figure, what the last earlier publication that reached as far used."""
    latest = {}
    for (as_of, reported), rows in sorted(used.items()):
        for row in rows:
            latest.setdefault(row["period"], {})
        for period in latest:
            if period <= reported:
                latest[period] = {(r["indicator"], r["unit"]): r for r in rows if r["period"] == period}
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["indicator", "unit", "period", "revision"])
        for period, rows in latest.items():
            for (indicator, unit), row in rows.items():
                writer.writerow([indicator, unit, period, row["revision"]])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dabiao", required=True)
    parser.add_argument("--seeds", default="1,2,3,4,5")
    parser.add_argument("--indicators", type=int, default=400)
    arguments = parser.parse_args()
    totals = {"cases": 0, "evaluations": 0, "findings": 0}
    verdicts = set()
    for seed in map(int, arguments.seeds.split(",")):
        checked = compare(arguments.dabiao, seed, arguments.indicators)
        if checked is None:
            sys.exit(1)
        verdicts |= checked.pop("verdicts")
        for name, count in checked.items():
            totals[name] += count
        print(f"seed {seed}: " + ", ".join(f"{count} {name}" for name, count in checked.items()), flush=True)
    print("independent calculation: " + ", ".join(f"{count} {name}" for name, count in totals.items())
          + f" agree to the last digit; verdicts seen: {', '.join(sorted(verdicts))}")


if __name__ == "__main__":
    main()
