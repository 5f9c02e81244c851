"""Can every view and every query of a run be worked out district by district, each on a node of its own?

    distribution.py < LOG

Reads two things in PostgreSQL's plans over a database with districts in it:

- a query of the run, whose plans auto_explain has written into the log, reads growing tables only by their district_id, so
  that it goes to one node;
- a join in a view of two sides that both hold growing rows is on district_id, so that it is done where the rows are.

Prints one line for each view or query: ok, or what breaks the rule.
"""

import json
import re
import subprocess
import sys

REFERENCE = {"plan.frequency_period", "plan.district"}
SCHEMAS = {"plan", "intake", "report"}
# One join method shows every equality that a join is on; without it a nested loop hides them in its inner scan.
SETTINGS = "set enable_nestloop = off; set enable_mergejoin = off; set enable_memoize = off; set jit = off;\n"


def explain(statement):
    """The plan of a statement as PostgreSQL's JSON."""
    script = f"begin;\n{SETTINGS}explain (format json, verbose) {statement};\nrollback;\n"
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


def logged(log):
    """(query, plan) of each statement in a log of auto_explain's, the same query once."""
    decoder, seen, place = json.JSONDecoder(), set(), 0
    while (start := log.find(" plan:\n", place)) >= 0:
        place = start + len(" plan:\n")
        # The server indents what follows the first line of an entry by a tab.
        found, _ = decoder.raw_decode(re.sub(r"\n\t", "\n", log[place:].lstrip()))
        query = " ".join(found["Query Text"].split())
        if query not in seen:
            seen.add(query)
            yield query, found["Plan"]


def main():
    faults = 0
    for view in views():
        wrong = list(joins_off_district(explain(f"select * from {view}")))
        faults += report(f"view {view}", wrong, "joins growing rows without their district: ")
    for query, plan in logged(sys.stdin.read()):
        wrong = sorted(set(scans_off_district(plan)))
        faults += report(f"query {query[:60].replace(':', ' ')}", wrong, "reads without the district: ")
    sys.exit(1 if faults else 0)


def report(what, wrong, fault):
    print(f"{what}: {fault + '; '.join(wrong) if wrong else 'ok'}")
    return len(wrong)


if __name__ == "__main__":
    main()
