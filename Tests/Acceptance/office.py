"""Checks docs/exports.md against an exported month, and office/ as LibreOffice opens it against data/, cell by cell.

    office.py MONTH_FOLDER UNITS_CSV SCRATCH [gb18030]

Says what is wrong, and how much it checked; exits 1 when something is wrong.
"""

import csv
import datetime
import json
import pathlib
import re
import subprocess
import sys
import zoneinfo
from decimal import Decimal

import openpyxl

month, units, scratch = map(pathlib.Path, sys.argv[1:4])
encoding = sys.argv[4] if len(sys.argv) > 4 else "utf-8"
# LibreOffice's own numbers for the encodings.
CHARSETS = {"utf-8": 76, "gb18030": 85}
ZONE = zoneinfo.ZoneInfo("Asia/Shanghai")
faults = []


def table(heading):
    """The rows of the first table under a heading of the document."""
    lines = document[document.index(heading) + 1:]
    start = next(i for i, line in enumerate(lines) if line.startswith("|"))
    rows = []
    for line in lines[start + 2:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip().strip("`") for cell in line.strip("|").split("|")])
    return rows


document = pathlib.Path("docs/exports.md").read_text(encoding="utf-8").splitlines()
package = json.loads((month / "datapackage.json").read_text(encoding="utf-8"))
labels = {}
for heading in document[document.index("## Codes"):]:
    if heading.startswith("### "):
        for column in re.findall("`([a-z_]+)`", heading):
            labels[column] = dict(table(heading))

# The document names every column, in order, with its type and its header for people.
headers = {}
for resource in package["resources"]:
    rows = table(f"### {resource['name']}.csv")
    said = [(row[0], row[2]) for row in rows]
    found = [(field["name"], field["type"]) for field in resource["schema"]["fields"]]
    if said != found:
        faults.append(f"docs/exports.md has of {resource['name']} {said}, the data package {found}")
    for field in resource["schema"]["fields"]:
        known = field.get("constraints", {}).get("enum")
        if known and set(known) != set(labels[field["name"]]):
            faults.append(f"docs/exports.md has of {field['name']} {set(labels[field['name']])}, the data package {known}")
    headers[resource["name"]] = [row[1] for row in rows]

with open(units, encoding="utf-8", newline="") as file:
    names = {row["unit"]: row["name_zh"] for row in csv.DictReader(file)}


def for_people(text, field, fields):
    """What a cell of data/ is to be in the spreadsheet."""
    if text == "":
        return None
    column, kind = field["name"], field["type"]
    if kind in ("number", "integer"):
        return Decimal(text)
    if kind == "boolean":
        return {"true": "是", "false": "否"}[text]
    if kind == "yearmonth":
        return f"{int(text[:4])}年{int(text[5:])}月"
    if kind == "date":
        return datetime.date.fromisoformat(text)
    if kind == "datetime":
        instant = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
        return instant.astimezone(ZONE).replace(tzinfo=None, microsecond=0)
    if column in labels:
        return labels[column][text]
    if column in ("indicator", "worst_indicator", "relative_to"):
        return "指标" + text
    if column == "district":
        return "静安区"
    if column == "lead_unit" or (column == "unit" and not unit_has_name(fields)):
        text = names[text]
    return "'" + text if text[0] in "=+-@\t\r\n＝＋－＠" else text


def unit_has_name(fields):
    return "indicator" not in {field["name"] for field in fields}


def opened(value):
    """A cell of the spreadsheet, its type made comparable."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return Decimal(repr(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    return value


subprocess.run(
    ["soffice", f"-env:UserInstallation=file://{scratch}/libreoffice", "--headless",
     f"--infilter=CSV:44,34,{CHARSETS[encoding]},1,,2052", "--convert-to", "xlsx", "--outdir", scratch / encoding,
     *sorted((month / "office").glob("*.csv"))],
    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)

cells = 0
defused = 0
for resource in package["resources"]:
    name, fields = resource["name"], resource["schema"]["fields"]
    raw = (month / f"office/{name}.csv").read_bytes()
    if raw.startswith(b"\xef\xbb\xbf") != (encoding == "utf-8"):
        faults.append(f"office/{name}.csv: the byte-order mark")
    text = raw.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    with open(month / resource["path"], encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    if len(re.findall("\r\n", text)) != len(rows):
        faults.append(f"office/{name}.csv: {len(rows)} rows, {len(re.findall(chr(13) + chr(10), text))} ends of line")
    sheet = openpyxl.load_workbook(scratch / encoding / f"{name}.xlsx").active
    found = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=len(fields))]
    if found[0] != headers[name]:
        faults.append(f"office/{name}.csv: headers {found[0]}, documented {headers[name]}")
    if len(found) != len(rows):
        faults.append(f"office/{name}.csv: {len(found)} rows opened, {len(rows)} in data/")
    for number, (row, shown) in enumerate(zip(rows[1:], found[1:]), 2):
        for field, value, cell in zip(fields, row, shown):
            wanted = for_people(value, field, fields)
            cells += 1
            defused += isinstance(wanted, str) and wanted[0] == "'"
            if opened(cell) != wanted:
                faults.append(f"office/{name}.csv, row {number}, {field['name']}: {cell!r}, wanted {wanted!r}")

print(f"{cells} cells in {len(package['resources'])} files opened and compared, {defused} formulas defused")
print(*faults[:20], sep="\n")
sys.exit(1 if faults or cells == 0 else 0)
