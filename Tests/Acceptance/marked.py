"""Mends the marked copy of broken.xlsx, as its comments say, with openpyxl as Debian has it.

    /usr/bin/python3 Tests/Acceptance/marked.py COPY MENDED
"""

import sys

import openpyxl


def main(source, target):
    book = openpyxl.load_workbook(source)
    sheet = book.worksheets[0]
    marked = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    wanted = {"D3": "12.5%", "D5": "6 位", "A6": "2.2.1", "F7": "未启动", "H7": "月末"}
    wrong = [f"{place}: {marked.get(place)}" for place, word in wanted.items() if word not in marked.get(place, "")]
    wrong += [f"{place} is marked: {text}" for place, text in marked.items() if place not in wanted]
    wrong += [f"{place} is not filled" for place in marked if sheet[place].fill.fgColor.rgb[2:] != "FFEB9C"]
    if wrong:
        print(*wrong, sep="\n")
        return 1
    sheet["D3"].value, sheet["D3"].number_format = 12.5, "General"
    sheet["D5"].value, sheet["A6"].value, sheet["F7"].value = 0.333333, "2.2.1", "已完成"
    sheet["H7"].value = sheet["H7"].value.replace(month=6)
    book.save(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
