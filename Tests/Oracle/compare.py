"""Checks every file of data/ that dabiao publishes against the independent calculation, on random plans and submissions.

    python3 compare.py --dabiao PATH [--seeds 1,2,11-30] [--indicators 400] [--cases 3] [--jobs 2] [--every-situation]

Runs in a private cluster (scripts/with-cluster). For each seed it generates a plan and two years of submissions, loads the
plan with dabiao and the log of submissions as it stands, and publishes cases (a month and an instant; all, or as many as
--cases says, drawn by the seed) with dabiao in the order of their instants, one month at least twice, and the first one
once more at the end. Each file must be what was calculated, to the byte; the sentences of findings must quote, in both
languages, the figures that were calculated and no others. Prints the counts and how often each situation that the method
speaks of came up; exits 1 when a case differs or, with --every-situation, when one never came up.
"""

import argparse
import collections
import concurrent.futures
import csv
import gc
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
import tables
from figures import instant, month_of
from findings import SEVERITIES
from judgement import LIGHTS
from ledger import read_log
from workplan import DUE_MONTHS, STAGES, read_plan, rows_of

HERE = pathlib.Path(__file__).resolve().parent
SQL = HERE.parents[1] / "sql"
COUNTS = ("indicators", "cases", "files", "rows", "cells")


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
    indicator text, unit text, period text, revision integer, reviewed_at timestamptz, outcome text,
    reason text);
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
    district_id, submission.period, indicator, unit, revision, submitted_at, reviewed_at, reviewed.outcome, reviewed.reason
from (select *, row_number() over () as line from reviewed) as reviewed
join intake.submission using (indicator, unit, revision)
where submission.period = to_date(reviewed.period, 'YYYY-MM')
order by reviewed.line;
commit;
analyze;
""")


def differences(name, found, wanted):
    """Where a file is not what was calculated, its sentences aside; nothing where it is so to the byte."""
    columns = tables.COLUMNS[name]
    header, *rows = csv.reader(io.StringIO(found, newline="")) if found else [[]]
    if header != columns:
        yield f"columns {header} instead of {columns}"
        return
    if name == "findings" and len(rows) == len(wanted):
        wanted = [right | dict(zip(columns[-2:], left[-2:])) for left, right in zip(rows, wanted)]
    if found == tables.csv_text(columns, wanted):
        return
    if len(rows) != len(wanted):
        yield f"{len(rows)} rows instead of {len(wanted)}"
    alike = len(rows) == len(wanted)
    for number, (left, right) in enumerate(zip(rows, wanted), 1):
        cells = [f"{column} {cell!r} instead of {right[column]!r}" for column, cell in zip(columns, left)
                 if cell != right[column]]
        if cells:
            alike = False
            yield f"row {number} ({' '.join(left[:5])}): " + "; ".join(cells)
    if alike:
        yield "the same cells, quoted or ended otherwise"


NUMBER = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d\d|-?\d+(?:\.\d+)?")


def misquoted(plan, names, found, wanted):
    """Findings whose sentence, in one of the languages, does not quote what it must, or something else."""
    for row, finding in zip(csv.DictReader(io.StringIO(found)), wanted):
        for language, script in (("zh", "[一-龥]"), ("en", "[A-Za-z]")):
            text = row[f"message_{language}"]
            body, whole = text, []
            for name in (names[finding.indicator], plan.units.get(finding.unit)):
                if name is not None:
                    before, met, after = body.partition(name[f"name_{language}"])
                    body = before + " " + after
                    whole.append(met)
            quoted = sorted(filter(None, (row["figure_period"], *finding.quoted)))
            said = [each for each in finding.said if each not in body]
            for each in finding.said:
                body = body.replace(each, "", 1)
            if sorted(NUMBER.findall(body)) != quoted or not all(whole) or said or not re.search(script, body):
                yield f"{finding.code} must quote {quoted} {finding.said}: {text}"


def situations(plan, publication):
    """What of the method a publication shows."""
    for row, cells in zip(publication.rows, publication.cells):
        yield from judged_situations(plan, publication.as_of, row, cells)
    for finding in publication.findings:
        yield f"finding {finding.code}"
    for name, rows in publication.tables.items():
        if rows:
            yield f"file {name}"
    for row in publication.tables["revisions"]:
        yield "revision because of " + ("figures" if row["because"] else "the plan")
        for column in tables.COMPARED:
            if row[column] != row[f"previous_{column}"]:
                yield f"revision of the {column}"
    scores = [row["score"] for row in publication.tables["department_scorecard"]]
    if "" in scores:
        yield "department without a score"
    places = [row["place"] for row in publication.tables["unit_ranking"]]
    if len(set(places)) < len(places):
        yield "units that share a place"
    for row in publication.tables["milestones"]:
        yield f"milestone at {row['stage']}"


def judged_situations(plan, as_of, row, cells):
    """What of the method a row of attainment shows."""
    indicator = row.indicator
    yield f"measure {indicator.measure} {indicator.accumulation}"
    yield f"frequency {indicator.frequency}"
    yield f"direction {indicator.direction or 'none'}"
    yield f"rule {row.result.rule}"
    yield f"verdict {row.result.verdict}"
    if cells["period"][5:] in ("01", "12"):
        yield f"month {cells['period'][5:]}"
    if indicator.direction == "at_most" and row.result.attainment is None and row.result.rule > 3:
        yield f"{indicator.measure} at_most met by a level of zero or less"
    if cells["value"].startswith("-"):
        yield "negative accumulated value"
    if len(cells["value"].lstrip("-").split(".")[0]) >= 14:
        yield "accumulated value of 14 digits and more"
    if row.measured.base_value is not None and row.measured.base_value <= 0:
        yield "base of zero or less"
    if row.measured.provisional:
        yield "provisional"
    if row.unit:
        yield "unit with an allocation"
    if len(indicator.reporters) > 1 and not row.unit:
        yield "several reporters"
    if indicator.code in plan.profiles:
        yield "seasonal profile"
    if indicator.row["behind_floor"]:
        yield "floor of its own"
    if indicator.measure == "milestone" and indicator.required_stage == "started":
        yield "milestone that has to be started"
    if row.target_revision is not None:
        revisions = plan.targets[indicator.code]
        if row.target_revision > 1:
            yield "target revised"
        if revisions[0][2] > as_of.astimezone(plan.zone).date():
            yield "no target decided yet"
        elif revisions[-1][0] > row.target_revision:
            yield "target revised later"


EVERY = (
    [f"measure {measure} {accumulation}" for measure in ("growth", "share", "intensity_change")
     for accumulation in ("monthly", "cumulative", "point")]
    + [f"measure {measure} {accumulation}" for measure in ("total", "daily_average")
       for accumulation in ("monthly", "cumulative")]
    + [f"measure {measure} point" for measure in ("stock", "milestone", "progress")]
    + [f"frequency {frequency}" for frequency in DUE_MONTHS]
    + [f"direction {direction}" for direction in ("at_least", "at_most", "maintain", "none")]
    + [f"rule {rule}" for rule in range(1, 9)]
    + [f"verdict {verdict}" for verdict in LIGHTS]
    + [f"{measure} at_most met by a level of zero or less" for measure in ("total", "stock", "growth", "share",
                                                                           "intensity_change", "daily_average")]
    + [f"finding {code}" for code in SEVERITIES]
    + [f"file {name}" for name in tables.COLUMNS]
    + [f"revision of the {column}" for column in tables.COMPARED]
    + [f"milestone at {stage}" for stage in STAGES]
    + ["month 01", "month 12", "negative accumulated value", "accumulated value of 14 digits and more",
       "base of zero or less", "provisional", "unit with an allocation", "several reporters", "seasonal profile",
       "floor of its own", "milestone that has to be started", "target revised", "no target decided yet",
       "target revised later", "revision because of figures", "revision because of the plan",
       "department without a score", "units that share a place"])


def drawn(seed, cases, count):
    """All cases, or a month that is published twice and others, as many as `count` says."""
    if not count:
        return cases
    chance = random.Random(seed)
    again = chance.choice([case for place, case in enumerate(cases)
                           if case["month"] in [each["month"] for each in cases[:place]]])
    first = next(case for case in cases if case["month"] == again["month"])
    others = [case for case in cases if case not in (first, again)]
    chosen = [first, again, *chance.sample(others, max(count - 2, 0))]
    return [case for case in cases if case in chosen]


class District:
    """A generated plan and its submissions, in a database of its own and as the independent calculation reads them."""

    def __init__(self, dabiao, database, seed, indicators, folder):
        self.dabiao, self.exports, self.seed = dabiao, folder / "exports", seed
        self.environment = os.environ | {"PGDATABASE": database}
        generate.main(["--seed", str(seed), "--indicators", str(indicators), "--review", "required", "--no-files",
                       "--out", str(folder)])
        self.run("plan", "load", folder / "plan")
        load_log(database, folder)
        self.plan, self.base_plan = read_plan(folder / "plan"), read_plan(folder / "base-plan")
        self.names = {each.code: each.row for each in self.plan.indicators}
        self.log = read_log(folder / "submissions.csv", folder / "reviews.csv")
        self.cases = list(rows_of(folder / "cases.csv"))

    def run(self, *command):
        subprocess.run([self.dabiao, *command], check=True, stdout=subprocess.DEVNULL, env=self.environment)

    def published(self, case):
        """{file: text} of data/, as dabiao publishes the case."""
        self.run("run", "--month", case["month"], "--as-of", case["as_of"], "--export", self.exports, "--parts", "data")
        data = self.exports / self.plan.district / case["month"] / "data"
        return {path.stem: path.read_bytes().decode() for path in data.iterdir()}

    def calculated(self, case, earlier):
        month = month_of(case["month"])[1]
        return oracle.publish(self.plan, self.log, month, instant(case["as_of"]), self.base_plan, earlier)

    def compare(self, case, found, wanted):
        """Lines that say where the files of a case differ; none where they are the same."""
        if set(found) != set(wanted.tables):
            return [f"{self.title(case)}: files {sorted(found)} instead of {sorted(wanted.tables)}"]
        wrong = []
        for name, rows in wanted.tables.items():
            lines = list(differences(name, found[name], rows))
            if name == "findings" and not lines:
                lines = list(misquoted(self.plan, self.names, found[name], wanted.findings))
            if lines:
                wrong += [f"{self.title(case)}, {name}: {len(lines)} rows differ", *lines[:10]]
        return wrong

    def title(self, case):
        return f"seed {self.seed}, {case['month']} as of {case['as_of']}"


def compare(dabiao, template, seed, indicators, case_count):
    """(counts, situations, differences) of one seed."""
    gc.disable()  # everything lives as long as the seed does; nothing refers in a circle
    database = f"{template}_{seed}"
    subprocess.run(["createdb", "--template", template, database], check=True)
    counts, seen = collections.Counter(indicators=indicators), collections.Counter()
    try:
        with tempfile.TemporaryDirectory() as folder:
            district = District(dabiao, database, seed, indicators, pathlib.Path(folder))
            cases, publications = drawn(seed, district.cases, case_count), []
            for case in cases:  # in the order of their instants, as in life
                found, wanted = district.published(case), district.calculated(case, publications)
                wrong = district.compare(case, found, wanted)
                if wrong:
                    return counts, seen, wrong
                publications.append(wanted)
                counts.update(told_of(found))
                seen.update(situations(district.plan, wanted))
            # The first one once more: what has been published since then leaves it as it was.
            wrong = district.compare(cases[0], district.published(cases[0]), publications[0])
            return counts, seen, wrong and ["published again:", *wrong]
    finally:
        subprocess.run(["dropdb", "--force", database], check=True)


def told_of(found):
    rows = {name: text.count("\n") - 1 for name, text in found.items()}
    return {"cases": 1, "files": len(found), "rows": sum(rows.values()),
            "cells": sum(rows[name] * len(tables.COLUMNS[name]) for name in rows)}


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
