"""Writes the sheet of a workbook (.xlsx) that holds submissions as CSV, with each cell as the clerk typed it.

    python3 -I -c SCRIPT WORKBOOK CSV FAULTS

CSV gets one line a row, in UTF-8. FAULTS gets one JSON object a line for what a line of CSV cannot show: kind, line,
column, found. Exit status: 0 read; 3 openpyxl is not installed; 4 no workbook that can be read.
"""

import csv
import datetime
import json
import re
import resource
import sys
import zipfile
from decimal import Decimal

# A workbook is a compressed archive: a small file can ask for all the memory and time there is.
MEMORY = 2 << 30
SECONDS = 900
UNCOMPRESSED = 512 << 20

NAMES = {
    "indicator": "指标", "unit": "单位", "period": "期间", "value": "数值", "denominator": "分母",
    "base_value": "同期数值", "base_denominator": "同期分母", "stage": "阶段", "progress": "进度",
    "occurred_on": "发生日期", "note": "备注",
}
REQUIRED = {"indicator", "unit", "period"}
FIGURES = {"value", "denominator", "base_value", "base_denominator", "progress"}


def column_of(text):
    """The column that a header's cell names, or None."""
    text = str(text).strip().lower() if text is not None else ""
    return next((name for name, chinese in NAMES.items() if text in (name, chinese)), None)


def figure(number):
    """A number as it was typed. A workbook holds binary fractions: 2.3 as 2.2999999999999998."""
    if isinstance(number, int) or number == int(number):
        return str(int(number))
    exact = Decimal(repr(number))
    if exact.as_tuple().exponent >= -6:
        return format(exact, "f")
    # A sum of decimals is off in its 16th digit or so. Three zeros before that tell such noise from a long figure.
    rounded = Decimal("%.15g" % number).normalize()
    if len(rounded.as_tuple().digits) <= 12 and rounded.as_tuple().exponent >= -6:
        return format(rounded, "f")
    return format(exact, "f")


def shown(number, number_format):
    """A number with what its format makes of it: a percent sign, or 万 and 亿; None where the format scales it."""
    text = figure(number)
    first = number_format.split(";")[0]
    literals = "".join(quoted or escaped for quoted, escaped in re.findall(r'"([^"]*)"|\\(.)', first))
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", first)
    if "%" in bare:
        return format((Decimal(text) * 100).normalize(), "f") + "%"
    if re.search(r"[0#?],+(?![0#?,])", bare):
        return None
    units = re.search("[万萬亿億]", literals + bare)
    return text + (units.group() if units else "")


def cell_text(cell, column):
    """A cell as the text of a CSV field; None where no text says what it shows."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return shown(value, cell.number_format or "") if column in FIGURES else figure(value)
    if isinstance(value, datetime.datetime):
        if value.time() != datetime.time():
            return value.isoformat(" ")
        value = value.date()
    if isinstance(value, datetime.date):
        return value.strftime("%Y-%m") if column == "period" and value.day == 1 else value.isoformat()
    return " ".join(str(value).split("\n")).replace("\r", " ").replace("\0", " ")


def submissions_sheet(workbook):
    """The only visible sheet with content, or among several the only one with the columns of a submission."""
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"
              and any(cell.value is not None for row in sheet.iter_rows() for cell in row)]
    if len(sheets) > 1:
        headed = [sheet for sheet in sheets if REQUIRED <= {column_of(cell.value) for cell in sheet[1]}]
        sheets = headed if len(headed) == 1 else sheets
    return sheets


def main(source, target, fault_path):
    try:
        from openpyxl import load_workbook
    except ImportError:
        return 3
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    faults = []

    def fault(kind, line, column, found):
        faults.append({"kind": kind, "line": line, "column": column or "", "found": str(found)})

    try:
        with zipfile.ZipFile(source) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > UNCOMPRESSED:
                return 4
        # As written, for formulas, merged cells and hidden rows; as last calculated, for values.
        written = load_workbook(source)
        sheets = submissions_sheet(written)
        if len(sheets) != 1:
            fault("sheets", 1, "", "、".join(sheet.title for sheet in sheets))
            rows = []
        else:
            sheet = sheets[0]
            values = load_workbook(source, read_only=True, data_only=True)[sheet.title]
            values.reset_dimensions()
            for merged in sheet.merged_cells.ranges:
                fault("merged", merged.min_row, "", merged.coord)
            rows = values.iter_rows()
        columns = []
        with open(target, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            for line, row in enumerate(rows, 1):
                if line == 1:
                    columns = [column_of(cell.value) for cell in row]
                fields = []
                for place, cell in enumerate(row):
                    column = columns[place] if place < len(columns) else None
                    text = cell_text(cell, column)
                    if text is None:
                        fault("scaled", line, column, figure(cell.value))
                        text = figure(cell.value)
                    if cell.value is None:
                        formula = sheet.cell(line, place + 1)
                        if formula.data_type == "f":
                            fault("uncalculated", line, column, formula.value)
                    fields.append(text)
                if any(fields) and sheet.row_dimensions[line].hidden:
                    fault("hidden", line, "", line)
                while len(fields) > len(columns) and not fields[-1]:
                    fields.pop()
                writer.writerow(fields + [""] * (len(columns) - len(fields)))
    except MemoryError:
        return 4
    except Exception:  # openpyxl lets through whatever a broken archive or document raises
        return 4
    with open(fault_path, "w", encoding="utf-8") as file:
        for entry in faults:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
