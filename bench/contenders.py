"""The contenders, each as the processes that publish one month of every district and write its files."""

import os
import shutil
from pathlib import Path

from harness import AS_OF, FIGURE_VIEWS, HERE, MONTH, psql

VIEWS = (*FIGURE_VIEWS, "findings", "revisions")


def districts(database):
    return [line.split("|") for line in psql(
        database, "select district_id, district from plan.district order by district_id").splitlines()]


class Dabiao:
    """The program: `dabiao run`, with `data/` exported or not."""

    schema, is_slow = "report", False

    def __init__(self, program, jobs, exports=True):
        self.name = "dabiao" if exports else "dabiao without files"
        self.program, self.jobs, self.exports = program, jobs, exports

    def commands(self, database, out):
        run = [self.program, "run", "--month", MONTH, "--as-of", AS_OF]
        if self.exports:
            run += ["--export", out, "--parts", "data"]
        if len(districts(database)) > 1:
            run += ["--all-districts", "--jobs", str(self.jobs)]
        return [run]


class Bare:
    """psql alone: the same result tables by the statements of `bench/bare`, the judgement in numeric, and `\\copy` of the
    rows of `data/`, or no files.

    One psql a lane; each does its districts one after another, a transaction each.
    """

    schema, is_slow = "report", False
    folder = HERE / "bare"

    def __init__(self, jobs, exports=True):
        self.name = "psql" if exports else "psql without files"
        self.jobs, self.exports = jobs, exports

    def commands(self, database, out):
        known = districts(database)
        lanes = min(self.jobs, len(known))
        folder = Path(out)
        folder.mkdir(parents=True)
        for _, code in known:
            (folder / code).mkdir()
        commands = []
        for lane in range(lanes):
            script = folder / f"lane-{lane}.sql"
            script.write_text(self.script(known[lane::lanes], folder), encoding="utf-8")
            commands.append(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, "-f", script])
        return commands

    def script(self, known, folder):
        """What one psql does, as one file: settings, and for each district a run, its publication and its files."""
        parts = [
            "set jit = off;",
            "set time zone 'UTC';",
            "set default_statistics_target = 10;",
            "set client_min_messages = warning;",
        ]
        for place, (district_id, code) in enumerate(known):
            # Prepared inside the first transaction, where the working tables exist.
            parts += self.run(district_id, self.prepared() if place == 0 else [])
            if self.exports:
                parts += self.files(code, folder / code)
        return "\n".join(parts) + "\n"

    def statement(self, name):
        return (self.folder / f"{name}.sql").read_text(encoding="utf-8").strip().rstrip(";")

    def prepared(self):
        plan, month = "integer, integer, integer, integer", "integer, integer, integer"
        judged = f"with measured as (\n{self.statement('measurement')}\n),\n{self.statement('judgement')}"
        return [
            f"prepare due ({plan}, timestamptz) as\n{self.statement('due')};",
            f"prepare judged ({plan}, timestamptz) as\n{judged};",
            f"prepare earlier_publication ({month}, timestamptz, bigint) as\n{self.statement('earlier_publication')};",
            f"prepare earlier_use ({month}) as\n{self.statement('earlier_use')};",
            f"prepare finding ({plan}, bigint) as\n{self.statement('finding')};",
            f"prepare reporting_rate ({plan}, bigint) as\n{self.statement('reporting_rate')};",
            f"prepare revision ({month}, bigint) as\n{self.statement('revision')};",
        ]

    def run(self, district_id, prepared):
        year, month = map(int, MONTH.split("-"))
        plan, reported = f"{district_id}, {year}, 1, {month}", f"{district_id}, {year}, {month}"
        return [
            f"\\set district_id {district_id}",
            f"\\set month {month}",
            f"insert into report.run (district_id, year, version, period, as_of, program_version) values "
            f"({district_id}, {year}, 1, '{MONTH}-01', '{AS_OF}', 'psql') returning run_id \\gset",
            "begin isolation level repeatable read;",
            f"{self.statement('working_tables')};",
            *prepared,
            # Whatever the planner knows of the submissions, it is to read them once.
            "set local enable_nestloop = off;",
            "set local enable_mergejoin = off;",
            f"execute due ({plan}, '{AS_OF}');",
            "set local enable_nestloop = on;",
            "set local enable_mergejoin = on;",
            "analyze pg_temp.due;",
            f"create temporary table judged_row on commit drop as execute judged ({plan}, '{AS_OF}');",
            f"{self.statement('results')};",
            f"execute earlier_publication ({reported}, '{AS_OF}', :run_id);",
            f"execute earlier_use ({reported});",
            # Of what these compute on the way the planner has no statistics, and would loop over it.
            "set local enable_nestloop = off;",
            f"execute finding ({plan}, :run_id);",
            f"execute reporting_rate ({plan}, :run_id);",
            f"execute revision ({reported}, :run_id);",
            "set local enable_nestloop = on;",
            "update report.run set outcome = 'published', finished_at = statement_timestamp() "
            "where district_id = :district_id and run_id = :run_id;",
            f"insert into report.publication (district_id, period, run_id) values "
            f"({district_id}, '{MONTH}-01', :run_id);",
            "commit;",
        ]

    def files(self, code, folder):
        return [
            "set join_collapse_limit = 4;",
            *(f"\\copy (select * from report.{view} where district = '{code}' and period = '{MONTH}') "
              f"to '{folder}/{view}.csv' (format csv, header)" for view in VIEWS),
            "reset join_collapse_limit;",
        ]


class Dbt:
    """dbt-postgres: the same figures as models, a model a step over all districts."""

    name, schema, is_slow = "dbt", "dbt_bench", True

    def __init__(self, environment, threads):
        self.program = Path(environment) / "bin" / "dbt"
        self.threads = threads

    def commands(self, database, out):
        folder = Path(out)
        shutil.copytree(HERE / "dbt", folder)
        (folder / "profiles.yml").write_text(
            "bench:\n  target: bench\n  outputs:\n    bench:\n      type: postgres\n"
            f"      host: {os.environ['PGHOST']}\n      port: {os.environ.get('PGPORT', '5432')}\n"
            f"      user: {os.environ.get('PGUSER', 'postgres')}\n      password: ''\n      dbname: {database}\n"
            f"      schema: {self.schema}\n      threads: {self.threads}\n", encoding="utf-8")
        return [[
            self.program, "--quiet", "--no-send-anonymous-usage-stats", "--no-use-colors", "run", "--project-dir",
            folder, "--profiles-dir", folder, "--vars", f"{{period: '{MONTH}-01', as_of: '{AS_OF}'}}"]]


class Script:
    """The same figures by a script in Python, as analysts write them with one library."""

    def __init__(self, library, environment, is_slow=False):
        self.name, self.is_slow, self.schema = library, is_slow, f"{library.lower()}_bench"
        self.python = Path(environment) / "bin" / "python"
        self.script = HERE / f"{library.lower()}_report.py"

    def commands(self, database, out):
        return [[self.python, self.script, "--month", MONTH, "--as-of", AS_OF, "--schema", self.schema, "--out", out]]
