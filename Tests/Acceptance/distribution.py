"""Can every view and every query of a run be worked out district by district, each on a node of its own?

Asks PostgreSQL for its plans over a database with districts in it, and reads two things in them:

- a query of the run reads growing tables only by their district_id, so that it goes to one node;
- a join in a view of two sides that both hold growing rows is on district_id, so that it is done where the rows are.

Prints one line for each view or query: ok, or what breaks the rule.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

SQL = Path(__file__).resolve().parents[2] / "Sources" / "Reporting" / "SQL"
REFERENCE = {"plan.frequency_period", "plan.district"}
SCHEMAS = {"plan", "intake", "report"}
VALUES = {
    "district_id": "1", "year": "2020", "version": "1", "reported month": "6", "as-of instant": "'2020-07-11T00:00:00Z'",
    "run_id": "1", "indicator": "'2.2.1'",
}
# One join method shows every equality that a join is on; without it a nested loop hides them in its inner scan.
SETTINGS = "set enable_nestloop = off; set enable_mergejoin = off; set enable_memoize = off; set jit = off;\n"


def explain(prologue, statement):
    """The plan of a statement as PostgreSQL's JSON."""
    script = f"begin;\n{SETTINGS}{prologue}\n{statement};\nrollback;\n"
    done = subprocess.run(
        ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1"], input=script, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{statement[:80]}: {done.stderr}")
    return json.loads(done.stdout)[0]["Plan"]


def relation(node):
    name = f"{node.get('Schema')}.{node.get('Relation Name')}"
    return name if node.get("Schema") in SCHEMAS and name not in REFERENCE else None


def conditions(node):
    return " ".join(str(node.get(key, "")) for key in ("Index Cond", "Recheck Cond", "Filter", "Hash Cond", "Join Filter"))


def growing(node, common):
    """Whether a part of the plan yields rows of growing tables."""
    if relation(node):
        return True
    if node.get("CTE Name"):
        return common.get(node["CTE Name"], False)
    return any(growing(child, common) for child in node.get("Plans", ()) if not is_aside(child))


def is_aside(node):
    return node.get("Parent Relationship") in ("InitPlan", "SubPlan")


def walk(node):
    yield node
    for child in node.get("Plans", ()):
        yield from walk(child)


def common_tables(plan):
    """Which common table expressions hold growing rows; they stand before what reads them."""
    common = {}
    for node in walk(plan):
        if str(node.get("Subplan Name", "")).startswith("CTE "):
            common[node["Subplan Name"][4:]] = growing(node, common)
    return common


def joins_off_district(plan):
    """Joins of growing rows that are not on district_id, as their conditions."""
    common = common_tables(plan)
    for node in walk(plan):
        if "Join" not in node["Node Type"] and node["Node Type"] != "Nested Loop":
            continue
        sides = [child for child in node.get("Plans", ()) if not is_aside(child)]
        if len(sides) == 2 and all(growing(side, common) for side in sides):
            # A nested loop, which is left where a join has no equality, says in its inner side what it is on.
            inner = " ".join(conditions(part) for part in walk(sides[1])) if node["Node Type"] == "Nested Loop" else ""
            if not re.search(r"district_id = [a-z_0-9.]*district_id", conditions(node) + inner):
                yield conditions(node) or node["Node Type"]


def scans_off_district(plan):
    """Reads of growing tables that do not name the district."""
    for node in walk(plan):
        if relation(node) and "Scan" in node["Node Type"] and "Bitmap Index" not in node["Node Type"]:
            if not re.search(r"district_id = ", conditions(node)):
                yield relation(node)


def views():
    done = subprocess.run(
        ["psql", "-XAtqc", "select format('%s.%s', schemaname, viewname) from pg_views where schemaname in "
         "('plan', 'intake', 'report') order by 1"], capture_output=True, text=True, check=True)
    return done.stdout.split()


def prepared(path):
    """A query of the run as a prepared statement and a call of it with values for its parameters."""
    text = path.read_text(encoding="utf-8").strip().rstrip(";")
    count = max((int(number) for number in re.findall(r"\$(\d+)", text)), default=0)
    names = dict(re.findall(r"\$(\d+) ([a-z_-]+(?: [a-z]+)?)", text.split("\n\n")[0].replace("\n-- ", " ")))
    values = []
    for number in range(1, count + 1):
        name = names.get(str(number), "")
        values.append(next((value for key, value in VALUES.items() if name.startswith(key)), "null"))
    call = f"execute query({', '.join(values)})" if values else "execute query"
    return f"prepare query as\n{text};", call


def main():
    faults = 0
    for view in views():
        wrong = list(joins_off_district(explain("", f"explain (format json, verbose) select * from {view}")))
        faults += report(f"view {view}", wrong, "joins growing rows without their district: ")
    tables = (SQL / "working_tables.sql").read_text(encoding="utf-8")
    for path in sorted(SQL.glob("*.sql")):
        if path.name == "working_tables.sql":
            continue
        statement, call = prepared(path)
        plan = explain(f"{tables}\n{statement}", f"explain (format json, verbose) {call}")
        faults += report(f"query {path.name}", sorted(set(scans_off_district(plan))), "reads without the district: ")
    sys.exit(1 if faults else 0)


def report(what, wrong, fault):
    print(f"{what}: {fault + '; '.join(wrong) if wrong else 'ok'}")
    return len(wrong)


if __name__ == "__main__":
    main()
