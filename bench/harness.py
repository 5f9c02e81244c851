"""What the contenders have in common: a database to start from, time, processor and memory taken, rows to compare."""

import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from publishing import FIGURES

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MONTH = "2021-12"
AS_OF = "2022-01-11T00:00:00+08:00"
# The files of `data/` that hold figures, as whoever publishes them computes alike.
FIGURE_VIEWS = (
    "headline", "attainment", "section_summary", "department_scorecard", "unit_ranking", "livelihood_projects",
    "milestones", "reporting_rates", "trend",
)
TICK = os.sysconf("SC_CLK_TCK")


def psql(database, sql):
    """The answer of a query as text, one line a row."""
    done = subprocess.run(
        ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", sql], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"bench: psql on {database}: {done.stderr}")
    return done.stdout.strip()


def make_database(name, districts, years, shape, analyzed=True):
    """A database of synthetic districts, as it is once autovacuum has passed; says what it holds.

    Not analyzed, it is as a bulk load leaves it.
    """
    drop_database(name)
    subprocess.run(["createdb", name], check=True)
    deployed = subprocess.run(
        ["sqitch", "--quiet", "deploy", f"db:pg:{name}"], cwd=ROOT / "sql", capture_output=True, text=True)
    if deployed.returncode != 0:
        sys.exit(f"bench: sqitch: {deployed.stdout}{deployed.stderr}")
    generated = subprocess.run(
        [sys.executable, HERE / "generate.py", "--districts", str(districts), "--years", str(years), "--indicators",
         str(shape.indicators), "--reporters", str(shape.reporters)],
        env={**os.environ, "PGDATABASE": name}, stdout=subprocess.PIPE, text=True)
    if generated.returncode != 0:
        sys.exit("bench: generate.py failed")
    if analyzed:
        psql(name, "vacuum (analyze)")
    psql(name, "checkpoint")
    return generated.stdout.strip()


def clear_results(database, statement="truncate report.run cascade"):
    """Nothing published, or what a statement leaves, so that every contender starts from the same."""
    psql(database, statement)
    for schema in psql(database, "select nspname from pg_namespace where nspname like '%\\_bench'").splitlines():
        psql(database, f"drop schema {schema} cascade")
    psql(database, "checkpoint")


def drop_database(name):
    subprocess.run(["dropdb", "--if-exists", "--force", name], check=True, capture_output=True)


def copy_database(template, name):
    """A copy of a database, with its statistics and without anything that reading the template would have left."""
    drop_database(name)
    subprocess.run(["createdb", "--template", template, name], check=True)
    psql(name, "checkpoint")


def set_autovacuum(is_on):
    """For the whole server, at once."""
    psql("postgres", "alter system reset autovacuum" if is_on else "alter system set autovacuum = off")
    psql("postgres", "select pg_reload_conf()")


def postmaster():
    return int(psql("postgres", "select split_part(pg_read_file('postmaster.pid'), chr(10), 1)"))


def server_seconds(parent):
    """Processor seconds of the server: its postmaster, the children that live and those that have ended."""
    total = 0
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            fields = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(entry) == parent:
            total += sum(map(int, fields[11:15]))
        elif int(fields[1]) == parent:
            total += int(fields[11]) + int(fields[12])
    return total / TICK


class Cost:
    """What one run of a contender took: seconds of wall, of the clients' and the server's processors, the clients' peak MiB."""

    def __init__(self, wall, client, server, memory):
        self.wall, self.client, self.server, self.memory = wall, client, server, memory


def unpublish(database, period):
    """Takes back what is published for a month, and leaves the months before."""
    runs = f"(select run_id from report.run where period = '{period}-01')"
    clear_results(database, "; ".join(
        [f"delete from report.publication where period = '{period}-01'"]
        + [f"delete from report.{table} where run_id in {runs}"
           for table in ("appraisal_point", "appraised_unit", "remark", "revision", "trend_point", "reporting_rate",
                         "finding", "evaluation", "run")]))


def measure(commands, database, environment=None):
    """Runs processes side by side to their end, and says what they took; ends the bench when one fails."""
    parent = postmaster()
    time.sleep(0.2)
    with tempfile.TemporaryDirectory(prefix="dabiao-measure-") as folder:
        before = server_seconds(parent)
        started = time.monotonic()
        running = {}
        for number, command in enumerate(commands):
            memory, log = Path(folder) / f"{number}.memory", open(Path(folder) / f"{number}.log", "w+")
            # The kernel counts what a process was before it became another program, so memory is not taken from here,
            # a process that grows, but by GNU time, which is small.
            process = subprocess.Popen(
                ["time", "--quiet", "--format", "%M", "--output", memory, *map(str, command)], stdin=subprocess.DEVNULL,
                stdout=log, stderr=subprocess.STDOUT, env={**os.environ, "PGDATABASE": database, **(environment or {})})
            running[process.pid] = (process, memory, log)
        client = kibibytes = 0
        while running:
            pid, status, used = os.wait4(-1, 0)
            process, memory, log = running.pop(pid)
            process.returncode = os.waitstatus_to_exitcode(status)
            log.seek(0)
            said = log.read()
            log.close()
            if process.returncode != 0:
                sys.exit(f"bench: {' '.join(map(str, process.args))[:200]}\n{said[-3000:]}")
            client += used.ru_utime + used.ru_stime
            kibibytes += int(memory.read_text())
        wall = time.monotonic() - started
    time.sleep(0.3)
    return Cost(wall, client, server_seconds(parent) - before, kibibytes / 1024)


def rows(database, schema):
    """Every published figure, in one order: the lines of the three tables of figures."""
    lines = []
    for table, columns in FIGURES.items():
        text = psql(database, f"copy (select {', '.join(columns)} from {schema}.{table}) to stdout (format csv)")
        lines.extend(sorted(f"{table},{line}" for line in text.splitlines()))
    return lines


def differences(wanted, found):
    """The first lines in which two results differ."""
    if wanted == found:
        return []
    missing, extra = sorted(set(wanted) - set(found)), sorted(set(found) - set(wanted))
    return [f"- {line}" for line in missing[:5]] + [f"+ {line}" for line in extra[:5]] or ["the same lines, repeated"]


def exported_rows(folder):
    """Records in the files of FIGURE_VIEWS under a folder, headers not counted."""
    count = 0
    for path in sorted(Path(folder).rglob("*.csv")):
        if "office" in path.parts or path.stem not in FIGURE_VIEWS:
            continue
        with open(path, newline="", encoding="utf-8") as file:
            count += max(0, sum(1 for _ in csv.reader(file)) - 1)
    return count
