"""Fills forms as a clerk does, and looks at what they let a clerk do, with openpyxl as Debian has it.

    /usr/bin/python3 Tests/Acceptance/fill.py FOLDER FIGURES_CSV PERIOD    fills each form; prints what it filled
    /usr/bin/python3 Tests/Acceptance/fill.py --look FORM                  says what is wrong with a form
"""

import csv
import datetime
import pathlib
import sys

import openpyxl

COLUMNS = {
    "数值": "value", "分母": "denominator", "同期基数": "base_value", "同期分母": "base_denominator", "阶段": "stage",
    "进度": "progress", "发生日期": "occurred_on",
}
STAGES = {"not_started": "未启动", "started": "已启动", "completed": "已完成"}
CONTACTS = {"填报人：": "张三", "审核人：": "李四", "电话：": "021-62345678"}
HEADER = 3


def head(sheet):
    return {cell.value: cell.column for cell in sheet[HEADER] if cell.value}


def fill(path, figures, units):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = head(sheet)
    for row in sheet.iter_rows(min_row=HEADER + 1):
        label = {cell.value: cell for cell in row if cell.value in CONTACTS}
        for text, cell in label.items():
            sheet.cell(cell.row, cell.column + 1).value = CONTACTS[text]
        figure = figures.get((row[0].value, units.get(row[columns["单位"] - 1].value)))
        for title, name in COLUMNS.items() if figure else ():
            if figure[name] and title in columns:
                cell = row[columns[title] - 1]
                assert not cell.protection.locked, f"{path} {cell.coordinate} is locked"
                text = figure[name]
                if name == "stage":
                    cell.value = STAGES[text]
                elif name == "occurred_on":
                    cell.value = datetime.date.fromisoformat(text)
                else:
                    cell.value = float(text) if "." in text else int(text)
                print(name, path, cell.coordinate)
    book.save(path)


def look(path):
    """Every unlocked cell is one to be filled in and has its check; everything else is locked."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = head(sheet)
    wrong = []
    if not all(other.protection.sheet for other in book.worksheets):
        wrong.append("a sheet is not protected")
    free = {"佐证材料", "备注", "滞后原因", "下一步措施"}
    checked = {place for check in sheet.data_validations.dataValidation for area in check.sqref.ranges
               for place in ((row, column) for row, column in area.cells)}
    titles = {column: title for title, column in columns.items()}
    for row in sheet.iter_rows(min_row=HEADER + 1):
        if not row[0].value or row[0].value in CONTACTS:
            continue
        for cell in row:
            title = titles.get(cell.column)
            if not cell.protection.locked:
                if title not in COLUMNS and title not in free:
                    wrong.append(f"{cell.coordinate} ({title}) is unlocked")
                if title in COLUMNS and (cell.row, cell.column) not in checked:
                    wrong.append(f"{cell.coordinate} ({title}) is not checked")
    kinds = {check.type for check in sheet.data_validations.dataValidation}
    if not kinds <= {"decimal", "list", "date"} or "decimal" not in kinds:
        wrong.append(f"checks {kinds}")
    if (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) != ("landscape", "9"):
        wrong.append("not A4 across")
    if book.sheetnames != ["报送表", "报送说明"]:
        wrong.append(f"sheets {book.sheetnames}")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


def main(arguments):
    if arguments[0] == "--look":
        return look(arguments[1])
    folder, source, period = arguments
    with open(source, encoding="utf-8", newline="") as file:
        figures = {(row["indicator"], row["unit"]): row for row in csv.DictReader(file) if row["period"] == period}
    with open("sql/plans/jingan-2020/units.csv", encoding="utf-8", newline="") as file:
        units = {row["name_zh"]: row["unit"] for row in csv.DictReader(file)}
    for path in sorted(pathlib.Path(folder).glob("*.xlsx")):
        fill(path, figures, units)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
