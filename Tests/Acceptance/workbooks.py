"""Writes the workbooks that spreadsheets.t submits, with openpyxl as Debian has it.

    /usr/bin/python3 Tests/Acceptance/workbooks.py FOLDER
"""

import datetime
import sys

import openpyxl

HEADER = ["指标", "单位", "期间", "数值", "同期数值", "阶段", "进度", "发生日期", "备注"]


def book(rows, title="填报"):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return workbook, sheet


def formatted(sheet, place, number_format):
    sheet[place].number_format = number_format


def main(folder):
    june = datetime.date(2020, 6, 1)
    workbook, sheet = book([
        HEADER,
        ["2.4.2", "investment", "2020-06", 12, None, None, None, None, "引进“千万级”企业,含总部"],
        ["2.2.1", "statistics", june, 2.3, None, None, None, None, None],
        ["2.2.1", "statistics", "2020-05", 1234567.89, None, None, None, None, "核对"],
        ["2.2.1", "statistics", "2020-04", "=0.1+0.2", None, None, None, None, None],
        ["2.1.1", "finance", "2020-06", 99999999999.25, 0.000001, None, None, None, None],
        ["1.6.1", "dev_reform", june, None, None, "已开工", 33.5, datetime.date(2020, 6, 8), "分两段\n说明"],
    ])
    for place in ("C3", "C7"):
        formatted(sheet, place, "yyyy-mm")
    formatted(sheet, "H7", "yyyy-mm-dd")
    for place in ("D4", "D6", "E6"):
        formatted(sheet, place, "0.######")
    workbook.save(f"{folder}/sound.xlsx")

    workbook, sheet = book([
        HEADER,
        ["2.4.2", "investment", "2020-06", 1200, None, None, None, None, None],
        ["2.2.1", "statistics", "2020-06", 0.125, None, None, None, None, None],
        ["2.2.1", "statistics", "2020-05", 3, None, None, None, None, None],
        ["2.2.1", "statistics", "2020-04", 1 / 3, None, None, None, None, None],
        ["2.2.l", "statistics", "2020-03", 1, None, None, None, None, None],
        ["1.6.1", "dev_reform", "2020年6月", None, None, "竣工", 33, datetime.date(2020, 7, 8), None],
    ])
    formatted(sheet, "D2", "#,##0")
    formatted(sheet, "D3", "0.0%")
    formatted(sheet, "D4", '0"亿元"')
    formatted(sheet, "D5", "0.0000000")
    formatted(sheet, "H7", "yyyy/m/d")
    workbook.save(f"{folder}/broken.xlsx")

    workbook, sheet = book([
        HEADER[:4],
        ["2.4.2", "investment", "2020-03", 1234567],
        ["2.4.2", "investment", "2020-04", "=1+1"],
        ["2.4.2", "investment", "2020-05", 1],
        ["2.4.2", "investment", "2020-06", 2],
    ])
    formatted(sheet, "D2", "0,")
    sheet.row_dimensions[4].hidden = True
    sheet.merge_cells("D5:D6")
    workbook.save(f"{folder}/shapes.xlsx")

    workbook, _ = book([HEADER[:4], ["2.4.2", "investment", "2020-01", 1]], "一")
    workbook.create_sheet("二").append(HEADER[:4])
    workbook.save(f"{folder}/sheets.xlsx")

    workbook, _ = book([HEADER[:4], ["2.4.2", "investment", "2020-01", 1]], "填报")
    workbook.create_sheet("说明").append(["填报说明：每月 10 日前报送"])
    workbook.create_sheet("空")
    workbook.save(f"{folder}/explained.xlsx")


if __name__ == "__main__":
    main(sys.argv[1])
