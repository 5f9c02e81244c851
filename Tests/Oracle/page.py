"""The worked examples of docs/method.md: the files that an example shows, and what it says that they come to.

A block begins with ```csv and the name of a file. Blocks before the first example are what every example shares; of these,
`default NAME` holds what a column that an example leaves out says. Files under data/ are results: the rows of the file that
the indicator, the code or the unit of a row names, and of these the columns that are shown. `last/` is last year's plan.
A block of `sums` holds calculations, a line each.
"""

import ast
import csv
import io
import operator
import pathlib
import re
from dataclasses import dataclass, field
from fractions import Fraction

from figures import printed

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "method.md"
BLOCK = re.compile(r"^```(csv|text) +(.+?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLAN_FILES = ("plan units sections indicators targets allocations profiles floors appraisal grades responsibilities "
              "post_holders").split()
# What dabiao demands of a plan's files beside what the examples show.
DEMANDED = {
    "indicators.csv": "livelihood headline name_zh measure direction unit_of_measure accumulation frequency lead_unit "
                      "reporters part_of due_month required_stage behind_floor weight note",
    "targets.csv": "indicator revision value decided_on source",
    "allocations.csv": "indicator unit value",
    "submissions.csv": "indicator unit period revision submitted_at auto_accepted value denominator base_value "
                       "base_denominator stage progress occurred_on reason next_step evidence note",
    "reviews.csv": "indicator unit period revision reviewed_at outcome reason",
    "comments.csv": "indicator period said_at text",
    "appraisal.csv": "rule points limit",
}
ALWAYS = ("indicators.csv", "targets.csv", "submissions.csv", "reviews.csv", "comments.csv")


@dataclass
class Example:
    title: str
    files: dict = field(default_factory=dict)    # name -> rows, whole
    results: dict = field(default_factory=dict)  # name without .csv -> rows, of the columns shown
    sums: list = field(default_factory=list)

    @property
    def publications(self):
        """(month, instant) of each, in the order of their making."""
        return [(row["month"], row["as_of"]) for row in self.files["publications.csv"]]

    def write(self, folder):
        """The example's files, as compare.py and oracle.py read them."""
        folder = pathlib.Path(folder)
        for name, rows in self.files.items():
            base = name.removeprefix("last/")
            place = folder / ("last-plan" if name.startswith("last/") else "plan")
            path = (place if base.removesuffix(".csv") in PLAN_FILES else folder) / base
            path.parent.mkdir(parents=True, exist_ok=True)
            columns = list(rows[0]) if rows else DEMANDED[base].split()
            with open(path, "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns, lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def blocks_of(text):
    """{name: rows} of the CSV blocks of a part of the page."""
    return {name: list(csv.DictReader(io.StringIO(body))) for kind, name, body in BLOCK.findall(text) if kind == "csv"}


def completed(name, rows, defaults):
    """Rows with the columns that the example leaves out."""
    base = name.removeprefix("last/")
    empty = dict.fromkeys(DEMANDED.get(base, "").split(), "")
    usual = defaults.get(base, [{}])[0]
    return [empty | usual | row for row in rows]


def example_of(title, text, shared, defaults):
    blocks = blocks_of(text)
    example = Example(title)
    files = dict.fromkeys(ALWAYS, []) | shared | {name: rows for name, rows in blocks.items() if "data/" not in name}
    last = {name for name in blocks if name.startswith("last/")}
    if last:
        files = {f"last/{name}.csv": shared[f"{name}.csv"] for name in ("plan", "units", "sections")} | {
            "last/targets.csv": []} | files
        files["last/plan.csv"] = [row | {"year": str(int(row["year"]) - 1)} for row in files["last/plan.csv"]]
    example.files = {name: completed(name, rows, defaults) for name, rows in files.items()}
    example.results = {name.removeprefix("data/").removesuffix(".csv"): rows
                       for name, rows in blocks.items() if name.startswith("data/")}
    example.sums = [line for kind, name, body in BLOCK.findall(text) if (kind, name) == ("text", "sums")
                    for line in body.splitlines()]
    return example


def examples(text=None):
    """Every example of the page, in its order."""
    text = PAGE.read_text(encoding="utf-8") if text is None else text
    _, _, section = text.partition("\n## 17. ")
    head, *parts = re.split(r"^### ", section, flags=re.MULTILINE)
    blocks = blocks_of(head)
    defaults = {name.removeprefix("default "): rows for name, rows in blocks.items() if name.startswith("default ")}
    shared = {name: rows for name, rows in blocks.items() if not name.startswith("default ")}
    return [example_of(part.partition("\n")[0], part, shared, defaults) for part in parts]


# --- What a result shows of a file -----------------------------------------------------------------------------------

KEYS = {"findings": ["code"]}  # the rows that a result is of; of the others, all


def shown(name, rows, wanted):
    """The rows and columns of a file that a result shows."""
    columns = list(wanted[0])
    for key in KEYS.get(name, []):
        rows = [row for row in rows if row[key] in {each[key] for each in wanted}]
    return [{column: row[column] for column in columns} for row in rows]


# --- Sums ------------------------------------------------------------------------------------------------------------

OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def value_of(expression):
    """The exact value of a calculation as the page writes it; ⌊ ⌋ rounds down."""
    source = expression.translate(str.maketrans({"×": "*", "−": "-", "⌊": "[", "⌋": "]"}))

    def value(node):
        match node:
            case ast.Constant():
                return Fraction(ast.get_source_segment(source.strip(), node))
            case ast.List(elts=[inside]):
                return Fraction(value(inside).__floor__())
            case ast.UnaryOp(op=ast.USub()):
                return -value(node.operand)
            case ast.BinOp():
                return OPERATIONS[type(node.op)](value(node.left), value(node.right))
        raise ValueError(f"no sum: {expression}")

    return value(ast.parse(source.strip(), mode="eval").body)


def sum_faults(example):
    """Lines that are wrong, or whose result is neither a cell of the results nor used further down."""
    cells = {cell for rows in example.results.values() for row in rows for cell in row.values()}
    for place, line in enumerate(example.sums):
        left, _, right = line.rpartition(" = ")
        result = right.split(" ")[0].replace("−", "-")
        if printed(value_of(left)) != result:
            yield f"{line}: it is {printed(value_of(left))}"
        elif result not in cells and not any(result in later for later in example.sums[place + 1:]):
            yield f"{line}: no cell shows {result}"
