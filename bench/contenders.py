"""The contenders, each as the processes that publish one month of every district and write its files."""

import os
import shutil
import sys
from pathlib import Path

from harness import AS_OF, HERE, MONTH, ROOT, psql

SQL = ROOT / "Sources" / "Reporting" / "SQL"
VIEWS = (
    "headline", "attainment", "section_summary", "department_scorecard", "unit_ranking", "livelihood_projects",
    "milestones", "reporting_rates", "findings", "trend", "revisions",
)


def districts(database):
    return [line.split("|") for line in psql(
        database, "select district_id, district from plan.district order by district_id").splitlines()]


class Dabiao:
    """The program: `dabiao run`, which exports what the others write: `data/`."""

    letter, name, schema = "a", "dabiao", "report"

    def __init__(self, program, jobs):
        self.program, self.jobs = program, jobs

    def commands(self, database, out):
        run = [self.program, "run", "--month", MONTH, "--as-of", AS_OF, "--export", out, "--parts", "data"]
        if len(districts(database)) > 1:
            run += ["--all-districts", "--jobs", str(self.jobs)]
        return [run]


class Bare:
    """psql alone: the same result tables by hand-written SQL, the judgement in numeric, \\copy of the same rows."""

    letter, name, schema = "b", "psql", "report"

    def __init__(self, jobs):
        self.jobs = jobs

    def commands(self, database, out):
        known = districts(database)
        jobs = min(self.jobs, len(known))
        folder = Path(out)
        folder.mkdir(parents=True)
        commands = []
        for job in range(jobs):
            script = folder / f"job-{job}.sql"
            script.write_text(self.script(known[job::jobs], folder), encoding="utf-8")
            commands.append(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, "-f", script])
        return commands

    def script(self, known, folder):
        def text(path):
            return path.read_text(encoding="utf-8").strip().rstrip(";")

        year, month = MONTH.split("-")
        month = str(int(month))
        types = "(integer, integer, integer, integer, timestamptz"
        judgement = f"with measured as (\n{text(SQL / 'measurement.sql')}\n),\n{text(HERE / 'bare' / 'judgement.sql')}"
        parts = [
            "set jit = off;",
            "set time zone 'UTC';",
            "set default_statistics_target = 10;",
            "set client_min_messages = warning;",
        ]
        # Prepared inside the first transaction, where the working table exists.
        prepared = [
            f"prepare gather {types}) as\n{text(SQL / 'due.sql')};",
            f"prepare judged {types}) as\n{judgement};",
            f"prepare finding (integer, integer, integer, integer, bigint) as\n{text(SQL / 'finding.sql')};",
            f"prepare rate (integer, integer, integer, integer, bigint) as\n{text(SQL / 'reporting_rate.sql')};",
            "prepare earlier_publication (integer, integer, integer, timestamptz, bigint) as\n"
            f"{text(SQL / 'earlier_publication.sql')};",
            f"prepare earlier_use (integer, integer, integer) as\n{text(SQL / 'earlier_use.sql')};",
            f"prepare changed (integer, integer, integer, bigint) as\n{text(SQL / 'revision.sql')};",
        ]
        for district_id, code in known:
            run = [
                f"\\set district_id {district_id}",
                f"\\set month {month}",
                f"insert into report.run (district_id, year, version, period, as_of, program_version) values "
                f"({district_id}, {year}, 1, '{MONTH}-01', '{AS_OF}', 'bare') returning run_id \\gset",
                "begin isolation level repeatable read;",
                f"{text(SQL / 'working_tables.sql')};",
            ]
            key = f"{district_id}, {year}, 1, {month}, '{AS_OF}'"
            run += prepared
            prepared = []
            run += [
                "set local enable_nestloop = off;",
                "set local enable_mergejoin = off;",
                f"execute gather ({key});",
                "set local enable_nestloop = on;",
                "set local enable_mergejoin = on;",
                "analyze pg_temp.due;",
                f"create temporary table judged_row on commit drop as execute judged ({key});",
                text(HERE / "bare" / "results.sql") + ";",
                f"execute earlier_publication ({district_id}, {year}, {month}, '{AS_OF}', :run_id);",
                f"execute earlier_use ({district_id}, {year}, {month});",
                "set local enable_nestloop = off;",
                f"execute finding ({district_id}, {year}, 1, {month}, :run_id);",
                f"execute rate ({district_id}, {year}, 1, {month}, :run_id);",
                f"execute changed ({district_id}, {year}, {month}, :run_id);",
                "set local enable_nestloop = on;",
                "update report.run set outcome = 'published', finished_at = statement_timestamp() "
                "where district_id = :district_id and run_id = :run_id;",
                f"insert into report.publication (district_id, period, run_id) values "
                f"({district_id}, '{MONTH}-01', :run_id);",
                "commit;",
            ]
            (folder / code).mkdir()
            run.append("set join_collapse_limit = 4;")
            run += [
                f"\\copy (select * from report.{view} where district = '{code}' and period = '{MONTH}') "
                f"to '{folder}/{code}/{view}.csv' (format csv, header)"
                for view in VIEWS
            ]
            run.append("reset join_collapse_limit;")
            parts.append("\n".join(run))
        return "\n".join(parts) + "\n"


class Dbt:
    """dbt-postgres: the same figures as models."""

    letter, name, schema = "c", "dbt", "dbt_bench"

    def __init__(self, virtual_environment, threads):
        self.program = Path(virtual_environment) / "bin" / "dbt"
        self.threads = threads

    def commands(self, database, out):
        folder = Path(out)
        shutil.copytree(HERE / "dbt", folder)
        (folder / "profiles.yml").write_text(
            "bench:\n  target: bench\n  outputs:\n    bench:\n      type: postgres\n"
            f"      host: {os.environ['PGHOST']}\n      port: {os.environ.get('PGPORT', '5432')}\n"
            f"      user: {os.environ.get('PGUSER', 'postgres')}\n      password: ''\n      dbname: {database}\n"
            f"      schema: dbt_bench\n      threads: {self.threads}\n", encoding="utf-8")
        return [[
            self.program, "--quiet", "--no-send-anonymous-usage-stats", "--no-use-colors", "run", "--project-dir",
            folder, "--profiles-dir", folder, "--vars", f"{{period: '{MONTH}-01', as_of: '{AS_OF}'}}"]]


class Pandas:
    """pandas with SQLAlchemy: the same figures by a script as analysts write it, one district after another."""

    letter, name, schema = "d", "pandas", "pandas_bench"

    def __init__(self, virtual_environment):
        self.python = Path(virtual_environment) / "bin" / "python"

    def commands(self, database, out):
        return [[self.python, HERE / "pandas_report.py", "--month", MONTH, "--as-of", AS_OF, "--out", out]]
