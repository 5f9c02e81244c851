"""Checks every file of data/ that dabiao publishes against the independent calculation, on random plans and submissions.

    python3 compare.py --dabiao PATH [--seeds 1,2,11-30] [--indicators 400] [--cases 3] [--jobs 2] [--every-situation]

Runs in a private cluster (scripts/with-cluster). For each seed it generates a plan, last year's and two years of submissions,
loads the plans with dabiao and the log as it stands, and publishes cases (a month and an instant; all, or as many as --cases
says, drawn by the seed) with dabiao in the order of their instants, one month at least twice, the plan being replaced on the
way, and the first case twice more at the end. Each file must be what was calculated, to the byte; the sentences of findings
must quote, in both languages, the figures that were calculated, and `because` every cause. Prints the counts and how often each
situation that the method speaks of came up; exits 1 when a case differs or, with --every-situation, when one never came up.
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
import revisions
import tables
from figures import instant, month_of
from findings import QUOTING_MORE, SEVERITIES
from judgement import INFINITE
from ledger import read_log
from workplan import PERIODS, STAGES, WORK, read_plan, rows_of

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
    occurred_on date, reason text, next_step text, evidence text, note text);
\\copy log from '{folder}/submissions.csv' csv header
create temporary table reviewed (
    indicator text, unit text, period text, revision integer, reviewed_at timestamptz, outcome text,
    reason text);
\\copy reviewed from '{folder}/reviews.csv' csv header
create temporary table said (indicator text, period text, said_at timestamptz, text text);
\\copy said from '{folder}/comments.csv' csv header
insert into intake.batch (district_id, file_name, content, line_count, outcome, received_at)
select district_id, 'log.csv', '', 0, 'accepted', submitted_at
from plan.district cross join (select distinct submitted_at from log) as sent;
insert into intake.submission (
    district_id, period, indicator, unit, revision, batch_id, line, value, denominator, base_value, base_denominator,
    stage, progress, occurred_on, reason, next_step, evidence, note, submitted_at, accepted_at)
select
    batch.district_id, to_date(period, 'YYYY-MM'), indicator, unit, revision, batch_id, 1, value, denominator, base_value,
    base_denominator, stage, progress, occurred_on, reason, next_step, evidence, note, submitted_at,
    case when auto_accepted then submitted_at end
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
insert into intake.comment (district_id, period, indicator, said_at, text)
select district_id, to_date(period, 'YYYY-MM'), indicator, said_at, coalesce(text, '')
from said cross join plan.district
order by said_at;
commit;
analyze;
""")


def differences(name, found, wanted):
    """Where a file is not what was calculated, its sentences and causes aside; nothing where it is so to the byte."""
    columns = tables.COLUMNS[name]
    header, *rows = csv.reader(io.StringIO(found, newline="")) if found else [[]]
    if header != columns:
        yield f"columns {header} instead of {columns}"
        return
    words = [each for each in ("message_zh", "message_en", "because") if each in columns]
    if len(rows) == len(wanted):
        wanted = [right | {each: left[columns.index(each)] for each in words} for left, right in zip(rows, wanted)]
    if found == tables.csv_text(columns, wanted):
        return
    if len(rows) != len(wanted):
        yield f"{len(rows)} rows instead of {len(wanted)}"
        of_found, of_wanted = (
            collections.Counter(tuple(cell for column, cell in zip(columns, row) if column not in words) for row in each)
            for each in (rows, ([right[column] for column in columns] for right in wanted)))
        yield f"too many: {list(of_found - of_wanted)}, missing: {list(of_wanted - of_found)}"
        return
    alike = True
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
    """Findings whose sentence, in one of the languages, does not quote what it must, or what it should not."""
    for row, finding in zip(csv.DictReader(io.StringIO(found)), wanted):
        for language, script in (("zh", "[一-龥]"), ("en", "[A-Za-z]")):
            text = row[f"message_{language}"]
            body, whole = text, []
            for name in (names[finding.indicator], plan.units.get(finding.unit)):
                if name is not None:
                    before, met, after = body.partition(name[f"name_{language}"])
                    body = before + " " + after
                    whole.append(met)
            said = [each for each in finding.said if each not in body]
            for each in finding.said:
                body = body.replace(each, "", 1)
            must = collections.Counter(filter(None, (row["figure_period"], *finding.quoted)))
            does = collections.Counter(NUMBER.findall(body))
            more = finding.code not in QUOTING_MORE and does - must
            if must - does or more or not all(whole) or said or not re.search(script, body):
                yield f"{finding.code} must quote {sorted(must.elements())} {finding.said}: {text}"


def unexplained(found, wanted):
    """Revisions that do not name each of their causes, or one where there is none."""
    for row, (_, causes) in zip(csv.DictReader(io.StringIO(found)), wanted):
        text = row["because"]
        missing = [cause for cause in causes if not all(each in text for each in cause.quoted)]
        if missing or bool(text) != bool(causes):
            yield f"{row['indicator']} {row['unit']} because of {missing or causes}: {text}"


# --- What came up ----------------------------------------------------------------------------------------------------

def situations(publication):
    """What of the method a publication shows."""
    for row, cells in zip(publication.rows, publication.cells):
        yield from judged_situations(publication, row, cells)
    for finding in publication.findings:
        yield f"finding {finding.code} {finding.severity}"
    for name, rows in publication.tables.items():
        if rows:
            yield f"file {name}"
    for _, causes in publication.revised:
        for cause in causes:
            yield f"revision because of a {cause.kind}"
    for row in publication.tables["revisions"]:
        for column in revisions.COMPARED:
            if row[column] != row[f"previous_{column}"]:
                yield f"revision of the {column}"
    for row in publication.tables["department_scorecard"]:
        if not row["score"]:
            yield "department without a score"
        if not row["worst_indicator"]:
            yield "nothing that could be the worst"
    places = [row["place"] for row in publication.tables["unit_ranking"]]
    if len(set(places)) < len(places):
        yield "units that share a place"
    for row in publication.tables["milestones"]:
        yield f"milestone at {row['stage']}"
    for row in publication.tables["commentary"]:
        yield f"commentary of the {row['role']}"
    for row in publication.tables["appraisal_points"]:
        yield f"points for {row['rule']}"
    for row in publication.tables["appraisal"]:
        yield f"grade {row['grade'] or 'none'}"


def judged_situations(publication, row, cells):
    """What of the method a row of attainment shows."""
    indicator, plan, m, result = row.indicator, publication.plan, row.measured, row.result
    yield f"measure {indicator.measure} {indicator.accumulation}"
    yield f"frequency {indicator.frequency}"
    yield f"direction {indicator.direction or 'none'}"
    yield f"rule {result.rule} {result.verdict}"
    if publication.month in (1, 12):
        yield f"month {publication.month}"
    if result.ratio == INFINITE:
        yield f"{indicator.measure} at_most met by a level of zero or less"
    if len(cells["value"].lstrip("-").split(".")[0]) >= 14:
        yield "accumulated value of 14 digits and more"
    if row.unit:
        yield "unit with an allocation"
    if m.figure_month is not None and row.provisional and not m.provisional:
        yield "provisional by what it is relative to"
    if row.last_year_actual is not None:
        yield "last year's actual" + (" of a unit" if row.unit else "")
    if row.projected_last_year is not None:
        yield "last year's course"
    if indicator.due_day and m.figure_month is not None:
        yield "due day of its own" + (", two months after" if indicator.due_day > 31 else "")
    if m.figure_month is not None and (m.latest_due is None or m.figure_month > m.latest_due):
        yield "figures of everybody before they are due"
    if m.used and max(period for _, period in publication.standing.figures(
            indicator, (row.unit,) if row.unit else indicator.reporters, publication.month)) > m.figure_month:
        yield "an early figure that does not move the others"
    yield from numbers_and_pacing(plan, row)
    yield from aims(publication, row)


def numbers_and_pacing(plan, row):
    indicator, m, result = row.indicator, row.measured, row.result
    for name in ("value", "denominator", "base_value", "base_denominator"):
        if getattr(m, name) is not None and getattr(m, name) <= 0:
            yield f"accumulated {name} of zero or less"
    if m.base_missing:
        yield "base missing"
    if result.expected is None:
        return
    if indicator.code in plan.profiles:
        yield ("amounts" if indicator.code in plan.amounts else "percent") + (
            " by profile" if indicator.grows else " of a level with seasons")
    elif indicator.grows:
        yield f"{indicator.measure} {indicator.pacing} {indicator.direction}".strip()
    if indicator.whole and indicator.measure == "total" and indicator.direction == "at_least":
        yield "expected in whole things"
    if result.expected == 0:
        yield f"nothing expected {indicator.direction}".strip()
    if result.expected > 100:
        yield "more expected than the target"


def aims(publication, row):
    """What a row was held to."""
    indicator, target = row.indicator, row.aim.target
    if indicator.row["behind_floor"]:
        yield "floor of its own"
    if indicator.measure == "milestone" and indicator.required_stage == "started":
        yield "milestone that has to be started"
    if target is None:
        return
    if row.aim.tolerance:
        yield f"tolerance {indicator.direction}"
        if row.result.ratio is not None and row.result.ratio != INFINITE and row.result.ratio >= 1 and (
                (row.result.actual > row.aim.value) == (indicator.direction == "at_most")
                and row.result.actual != row.aim.value):
            yield "met by the tolerance alone"
    if row.aim.value == 0 and not target.relative_to:
        yield "target of zero"
    if target.relative_to:
        yield f"relative {indicator.measure}"
        if row.aim.other.aim.relative:
            yield "relative to what is relative"
        if row.aim.value is None:
            yield "relative to what has no actual"
        elif indicator.measure not in WORK and row.aim.effective(indicator.direction) < 0:
            yield "relative target below zero"
    history = publication.plan.targets[indicator.code]
    if target.revision > 1:
        yield "target revised"
    if history[0].decided_on > publication.standing.today:
        yield "no target decided yet"
    elif history[-1].revision > target.revision:
        yield "target revised later"


RULES = ("0 for_reference", "1 not_due", "2 no_data", "2 awaiting_review", "3 not_assessable", "4 attained", "5 missed",
         "6 overdue", "6 awaiting_review", "7 attained", "7 missed", "8 on_track", "8 behind", "8 off_track")
EVERY = (
    [f"measure {measure} {accumulation}" for measure in ("growth", "share", "ratio", "intensity_change")
     for accumulation in ("monthly", "cumulative", "point")]
    + [f"measure {measure} {accumulation}" for measure in ("total", "daily_average")
       for accumulation in ("monthly", "cumulative")]
    + [f"measure {measure} point" for measure in ("stock", "rate", "milestone", "progress")]
    + [f"frequency {frequency}" for frequency in PERIODS]
    + [f"direction {direction}" for direction in ("at_least", "at_most", "maintain", "none")]
    + [f"rule {rule}" for rule in RULES]
    + [f"{measure} at_most met by a level of zero or less" for measure in (
        "total", "stock", "growth", "rate", "share", "ratio", "intensity_change", "daily_average")]
    + [f"finding {code} {severity}" for code, severity in (*SEVERITIES.items(), ("allocation_mismatch", "info"))]
    + [f"file {name}" for name in tables.COLUMNS]
    + [f"revision of the {column}" for column in revisions.COMPARED]
    + [f"revision because of a {kind}" for kind in ("figure", "base", "target", "review", "plan", "due", "waiting")]
    + [f"milestone at {stage}" for stage in STAGES]
    + [f"accumulated {name} of zero or less" for name in ("value", "denominator", "base_value", "base_denominator")]
    + [f"relative {measure}" for measure in ("stock", "growth", "rate", "share", "ratio", "intensity_change",
                                             "daily_average")]
    + [f"tolerance {direction}" for direction in ("at_least", "at_most", "maintain")]
    + [f"points for {rule}" for rule in ("missing", "late", "returned", "attained", "missed", "attained_early")]
    + ["month 1", "month 12", "accumulated value of 14 digits and more", "unit with an allocation", "base missing",
       "provisional by what it is relative to", "relative to what is relative", "relative to what has no actual",
       "relative target below zero", "last year's actual", "last year's actual of a unit", "last year's course",
       "due day of its own", "due day of its own, two months after", "figures of everybody before they are due",
       "an early figure that does not move the others", "amounts by profile", "percent by profile",
       "amounts of a level with seasons", "percent of a level with seasons", "total linear at_least",
       "total linear at_most", "total at_due at_least", "milestone linear", "milestone at_due", "progress linear",
       "progress at_due", "expected in whole things", "nothing expected at_least", "nothing expected at_most",
       "more expected than the target", "floor of its own", "milestone that has to be started",
       "met by the tolerance alone", "target of zero", "target revised", "no target decided yet", "target revised later",
       "department without a score", "nothing that could be the worst", "units that share a place",
       "commentary of the unit", "commentary of the office", "grade none"])


# --- One seed --------------------------------------------------------------------------------------------------------

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
    """A plan and its submissions, in a database of its own and as the independent calculation reads them from a folder."""

    def __init__(self, dabiao, database, name, folder):
        self.dabiao, self.name, self.folder, self.exports = dabiao, name, folder, folder / "exports"
        self.environment = os.environ | {"PGDATABASE": database}
        self.last_plan = None
        if (folder / "last-plan").exists():
            self.run("plan", "load", folder / "last-plan")
            self.last_plan = read_plan(folder / "last-plan")
        self.load("1")
        load_log(database, folder)
        self.log = read_log(*(folder / f"{name}.csv" for name in ("submissions", "reviews", "comments")))

    def run(self, *command):
        subprocess.run([self.dabiao, *command], check=True, stdout=subprocess.DEVNULL, env=self.environment)

    def load(self, version):
        """Loads the version of the plan, which holds for every publication from now on."""
        name = "plan" if version == "1" else f"plan-{version}"
        self.run("plan", "load", self.folder / name)
        self.plan = read_plan(self.folder / name, int(version))
        self.names = {each.code: each.row for each in self.plan.indicators}

    def published(self, case):
        """{file: text} of data/, as dabiao publishes the case."""
        self.run("run", "--month", case["month"], "--as-of", case["as_of"], "--export", self.exports, "--parts", "data")
        data = self.exports / self.plan.district / case["month"] / "data"
        return {path.stem: path.read_bytes().decode() for path in data.iterdir()}

    def calculated(self, case, published):
        month = month_of(case["month"])[1]
        return oracle.publish(self.plan, self.log, month, instant(case["as_of"]), self.last_plan, published)

    def compare(self, case, found, wanted):
        """Lines that say where the files of a case differ; none where they are the same."""
        if set(found) != set(wanted.tables):
            return [f"{self.title(case)}: files {sorted(found)} instead of {sorted(wanted.tables)}"]
        wrong = []
        for name, rows in wanted.tables.items():
            lines = list(differences(name, found[name], rows))
            if name == "findings" and not lines:
                lines = list(misquoted(self.plan, self.names, found[name], wanted.findings))
            if name == "revisions" and not lines:
                lines = list(unexplained(found[name], wanted.revised))
            if lines:
                wrong += [f"{self.title(case)}, {name}: {len(lines)} rows differ", *lines[:10]]
        return wrong

    def title(self, case):
        return f"{self.name}, {case['month']} as of {case['as_of']}"


class Comparison:
    """The publications of one district, in the order of their making, and what came of comparing them."""

    def __init__(self, district):
        self.district, self.publications = district, []
        self.counts, self.seen = collections.Counter(), collections.Counter()

    def publish(self, case):
        """Lines that say where the case differs."""
        found = self.district.published(case)
        wanted = self.district.calculated(case, self.publications)
        self.publications.append(wanted)
        self.counts.update(told_of(found))
        self.seen.update(situations(wanted))
        return self.district.compare(case, found, wanted)

    def all_of(self, cases):
        version = "1"
        for case in cases:  # in the order of their instants, as in life
            if case["plan"] != version:
                version = case["plan"]
                self.district.load(version)
            wrong = self.publish(case)
            if wrong:
                return wrong
        # The first one again by another version of the plan, and once more: that changes nothing.
        if version == "1":
            self.district.load("2")
        wrong = self.publish(cases[0])
        again = self.district.compare(cases[0], self.district.published(cases[0]), self.publications[-1])
        return wrong or again and ["published again:", *again]


def compare(dabiao, template, seed, indicators, case_count):
    """(counts, situations, differences) of one seed."""
    gc.disable()  # everything lives as long as the seed does
    database = f"{template}_{seed}"
    subprocess.run(["createdb", "--template", template, database], check=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            generate.main(["--seed", str(seed), "--indicators", str(indicators), "--out", folder])
            comparison = Comparison(District(dabiao, database, f"seed {seed}", pathlib.Path(folder)))
            wrong = comparison.all_of(drawn(seed, list(rows_of(pathlib.Path(folder) / "cases.csv")), case_count))
            return comparison.counts + collections.Counter(indicators=indicators), comparison.seen, wrong
    finally:
        subprocess.run(["dropdb", "--force", database], check=True)
        gc.collect()


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
