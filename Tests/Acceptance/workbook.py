"""Reads an exported month's workbook back and compares it with data/.

    workbook.py MONTH_FOLDER UNITS_CSV

Says what is wrong, and how much it checked; exits 1 when something is wrong.
"""

import csv
import pathlib
import sys
from decimal import Decimal

import openpyxl

month = pathlib.Path(sys.argv[1])
faults = []


def data(name):
    with open(month / f"data/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def office(name):
    """The labels that people read, as office/ has them: the two must not differ."""
    with open(month / f"office/{name}.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return rows[0], rows[1:]


with open(sys.argv[2], encoding="utf-8", newline="") as file:
    units = {row["unit"]: row["name_zh"] for row in csv.DictReader(file)}

FILLS = {"green": "C6EFCE", "yellow": "FFEB9C", "red": "F8696B", "grey": "E7E6E6"}
attainment = data("attainment")
section_titles = {row["section"]: row["title_zh"] for row in data("section_summary")}
SEVERITIES = ["error", "warning", "info"]
sheets = {
    "主要指标": ("attainment", lambda row: row["headline"] == "true" and not row["unit"]),
    "全部指标": ("attainment", lambda row: not row["unit"]),
    "分解到单位": ("attainment", lambda row: row["unit"]),
    "分领域情况": ("section_summary", None),
    "部门评分": ("department_scorecard", None),
    "实事项目": ("attainment", lambda row: row["livelihood"] == "true" and not row["unit"]),
    "核查问题": ("findings", None),
}

# Columns in the row's unit of measure.
FIGURES = {"target", "actual", "gap", "projected", "required_per_month"}


def scale(text):
    """How many digits a figure of data/ has after the point."""
    return len(text.partition(".")[2])


def number_format(column, row):
    """How a number of a column is shown: a figure with the decimals of the target and of the actual, of an actual that is
    a quotient with two at most; a percentage with two; a count with none."""
    if column in FIGURES:
        actual = scale(row["actual"]) if row["measure"] in ("total", "stock") else min(scale(row["actual"]), 2)
        decimals = max(scale(row["target"]), actual)
        return "#,##0" + ("." + "0" * decimals if decimals else "")
    return "0.00" if column.endswith("_pct") or column == "score" else "0"


book = openpyxl.load_workbook(month / "月报.xlsx")
if book.sheetnames != list(sheets):
    faults.append(f"sheets {book.sheetnames}")
cells = numbers = colours = 0
looks = set()
for name, (view, keep) in sheets.items():
    sheet = book[name]
    headers, labelled = office(view)
    rows = data(view)
    pairs = [(row, dict(zip(headers, line))) for row, line in zip(rows, labelled) if keep is None or keep(row)]
    if view == "findings":
        pairs.sort(key=lambda pair: SEVERITIES.index(pair[0]["severity"]))
    columns = dict(zip(headers, rows[0])) if rows else {}
    shown = [cell.value for cell in sheet[3]]
    body = list(sheet.iter_rows(min_row=4, max_col=len(shown)))
    if len(body) != len(pairs):
        faults.append(f"{name}: {len(body)} rows, {len(pairs)} in data/")
    for cell_row, (row, labels) in zip(body, pairs):
        for header, cell in zip(shown, cell_row):
            cells += 1
            if cell.data_type == "f":
                faults.append(f"{name}!{cell.coordinate} is a formula")
            if header == "领域" and view == "attainment":
                wanted = section_titles[row["section"]]
            elif columns[header].endswith("indicator"):
                wanted = row[columns[header]]
            else:
                wanted = labels[header]
                # The apostrophe that office/ puts before what a spreadsheet would run.
                if wanted[:1] == "'":
                    wanted = wanted[1:]
            found = cell.value
            if isinstance(found, (int, float)):
                numbers += 1
                # At most 15 digits, so that the nearest double is the figure itself.
                same = Decimal(repr(found)) == Decimal(wanted)
                looks.add(number_format(columns[header], row))
                if cell.number_format != number_format(columns[header], row):
                    faults.append(f"{name}!{cell.coordinate} {header}: {wanted} shown as {cell.number_format}")
            else:
                same = (found or "") == wanted
            if not same:
                faults.append(f"{name}!{cell.coordinate} {header}: {found!r}, wanted {wanted!r}")
            if header in ("结论", "亮灯"):
                colours += 1
                if cell.fill.fgColor.rgb[2:] != FILLS[row["light"]]:
                    faults.append(f"{name}!{cell.coordinate} is {cell.fill.fgColor.rgb}, the light {row['light']}")
    setup = sheet.page_setup
    said = (setup.orientation, setup.paperSize, setup.fitToWidth, sheet.print_title_rows, sheet.freeze_panes is not None,
            sheet.auto_filter.ref is not None, sheet.sheet_properties.pageSetUpPr.fitToPage, "&P" in sheet.oddFooter.center.text)
    # openpyxl reads the unwritten 1 of fitToWidth as None.
    if said[:2] != ("landscape", "9") and said[:2] != ("landscape", 9) or said[2] not in (None, 1) \
            or said[3] not in ("1:3", "$1:$3") or not all(said[4:]):
        faults.append(f"{name}: print set-up {said}")

retail = {cell.value: cell for cell in book["主要指标"][3]}
target = book["主要指标"].cell(row=5, column=retail["目标"].column)
if (target.value, target.number_format) != (800, "#,##0.00"):
    faults.append(f"retail sales: target {target.value!r} as {target.number_format}")

print(f"{cells} cells of {len(sheets)} sheets compared with data/, {numbers} numbers in {len(looks)} formats, {colours} colours")
print(*faults[:20], sep="\n")
sys.exit(1 if faults or not colours or len(looks) < 4 else 0)
