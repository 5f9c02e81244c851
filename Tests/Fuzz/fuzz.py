#!/usr/bin/env python3
"""Mutated submission files, workbooks and plan files through the parsers and the database, judged by a reader of their own.

    scripts/with-cluster python3 Tests/Fuzz/fuzz.py --target PROGRAM [--cases N] [--seed S] [--jobs J]

What the strict reader here accepts the program accepts as well, and the database then holds what that reader made of it. The
program takes more than the strict reader does; then each figure stored must stand in the file as a number, under a code, a
unit and a month that stand there, too. A file refused must leave nothing. The reader shares no code with the program. The seed is
printed; the same seed and number of jobs give the same files. A failing case is kept in var/fuzz.
"""

import argparse
import calendar
import collections
import datetime
import json
import os
import random
import io
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
import zipfile
from decimal import Decimal
from xml.sax.saxutils import escape

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MOMENT = "2020-12-20T12:00:00+08:00"
TODAY = datetime.date(2020, 12, 20)

# --- The plan that submissions are judged by.

UNITS = ["statistics", "commerce", "jiangning_road", "finance"]
# indicator: measure, direction, accumulation, frequency, reporters
INDICATORS = {
    "1.1.1": ("total", "at_least", "monthly", "monthly", ["commerce"]),
    "1.1.2": ("stock", "at_least", "point", "quarterly", ["statistics", "jiangning_road"]),
    "1.2.1": ("growth", "at_least", "cumulative", "monthly_from_february", ["statistics"]),
    "1.2.2": ("share", "at_least", "cumulative", "half_yearly", ["finance", "commerce"]),
    "2.1.1": ("intensity_change", "at_most", "cumulative", "quarterly", ["statistics"]),
    "2.1.2": ("daily_average", "at_least", "monthly", "monthly", ["jiangning_road"]),
    "2.10.1": ("milestone", "", "point", "monthly", ["finance"]),
    "2.2.1": ("progress", "", "point", "monthly", ["commerce", "finance"]),
}
DUE = {
    "monthly": range(1, 13), "monthly_from_february": range(2, 13), "quarterly": (3, 6, 9, 12), "half_yearly": (6, 12),
}
TAKES = {
    "total": ["value"], "stock": ["value"], "growth": ["value", "base_value"], "share": ["value", "denominator"],
    "intensity_change": ["value", "denominator", "base_value", "base_denominator"], "daily_average": ["value"],
    "milestone": ["stage", "progress", "occurred_on"], "progress": ["progress"],
}
OPTIONAL = {("growth", "base_value"), ("intensity_change", "base_value"), ("intensity_change", "base_denominator"),
            ("milestone", "progress"), ("milestone", "occurred_on")}
COLUMNS = {
    "indicator": "指标", "unit": "单位", "period": "期间", "value": "数值", "denominator": "分母",
    "base_value": "同期数值", "base_denominator": "同期分母", "stage": "阶段", "progress": "进度",
    "occurred_on": "发生日期", "note": "备注",
}
STAGES = {"not_started": "未开工", "started": "已开工", "completed": "已完成"}


def plan_files():
    files = {
        "plan.csv": "district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review\n"
                    "fuzz,试验区,Fuzz,2020,计划,Plan,none,Asia/Shanghai,10,automatic\n",
        "units.csv": "unit,kind,name_zh,name_en\n" + "".join(f"{unit},department,{unit}局,{unit}\n" for unit in UNITS),
        "sections.csv": "section,title_zh,title_en\n1,一,One\n2,二,Two\n",
        "allocations.csv": "indicator,unit,value\n1.1.2,statistics,60\n1.1.2,jiangning_road,40\n",
        "profiles.csv": "indicator,month,cumulative_pct\n" + "".join(
            f"1.1.1,{month},{pct}\n" for month, pct in enumerate([0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 1)),
    }
    indicators = ("indicator,livelihood,headline,name_zh,name_en,measure,direction,unit_of_measure,accumulation,"
                  "frequency,lead_unit,reporters,part_of,due_month,required_stage,behind_floor,weight,note\n")
    targets = "indicator,revision,value,decided_on,source\n"
    for code, (measure, direction, accumulation, frequency, reporters) in INDICATORS.items():
        indicators += (f"{code},false,true,指标{code},Indicator {code},{measure},{direction},家,{accumulation},"
                       f"{frequency},{reporters[0]},{' '.join(reporters) if len(reporters) > 1 else ''},,,,,,\n")
        if direction:
            targets += f"{code},1,100,2020-01-20,none\n"
    files["indicators.csv"] = indicators
    files["targets.csv"] = targets
    return {name: text.encode() for name, text in files.items()}


# --- The strict reader.


class Refused(Exception):
    """The reader does not accept the file; the message says why."""


def records(text):
    """RFC 4180: (line, fields) of each record, LF or CR LF."""
    result, line, position = [], 1, 0
    while position < len(text):
        fields, first = [], line
        while True:
            if position < len(text) and text[position] == '"':
                end = position + 1
                field = ""
                while True:
                    close = text.find('"', end)
                    if close < 0:
                        raise Refused("a quote is left open")
                    field += text[end:close]
                    if text[close + 1:close + 2] == '"':
                        field += '"'
                        end = close + 2
                        continue
                    break
                line += field.count("\n")
                position = close + 1
                if position < len(text) and text[position] not in ",\r\n":
                    raise Refused("text after a quote")
            else:
                match = re.compile(r'[^,\r\n"]*').match(text, position)
                field = match.group()
                position = match.end()
                if text[position:position + 1] == '"':
                    raise Refused("a stray quote")
            if "\0" in field:
                raise Refused("a NUL")
            fields.append(field)
            if text[position:position + 1] == ",":
                position += 1
                continue
            break
        if text[position:position + 2] == "\r\n":
            position += 2
        elif text[position:position + 1] == "\n":
            position += 1
        elif position < len(text):
            raise Refused("a stray carriage return")
        line += 1
        result.append((first, fields))
    return result


def decoded(data):
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            if data.startswith(b"\xef\xbb\xbf"):
                break
            continue
        # GB18030 can write the mark, too.
        return text.removeprefix("\ufeff")
    raise Refused("no text")


def decimal(text):
    if not re.fullmatch(r"-?[0-9]{1,14}(\.[0-9]{1,6})?", text):
        raise Refused(f"no figure: {text!r}")
    return Decimal(text)


def plain(figure):
    """A figure as the program writes it: without zeros at its end, and never as -0."""
    text = format(figure, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if figure else "0"


def date(text):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise Refused(f"no date: {text!r}")
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Refused(str(error)) from error
    if not 1949 <= day.year <= 2999:
        raise Refused(f"no day of a plan: {text}")
    return day


def header_of(fields):
    names = [field.strip(" \t").lower() for field in fields]
    columns = []
    for name in names:
        column = next((key for key, chinese in COLUMNS.items() if name in (key, chinese)), None)
        if name and column is None:
            raise Refused(f"column {name!r}")
        if column in columns and column:
            raise Refused(f"column {name!r} twice")
        columns.append(column)
    if not {"indicator", "unit", "period"} <= set(columns):
        raise Refused("a column is missing")
    return columns


def figures_of(data):
    """What a file of submissions says, or Refused."""
    rows = records(decoded(data))
    if not rows:
        raise Refused("empty")
    columns = header_of(rows[0][1])
    figures, seen, stages = [], set(), collections.defaultdict(dict)
    for line, fields in rows[1:]:
        fields = [field.strip(" \t") for field in fields]
        if not any(fields):
            continue
        if len(fields) != len(columns):
            raise Refused(f"line {line}: {len(fields)} fields")
        if any(field for field, column in zip(fields, columns) if column is None):
            raise Refused(f"line {line}: text without a column")
        row = {column: field for field, column in zip(fields, columns) if column}
        row = {column: row.get(column, "") for column in COLUMNS}
        figures.append((line, judged(row)))
        key = (row["indicator"], row["unit"], row["period"])
        if key in seen:
            raise Refused(f"line {line}: {key} again")
        seen.add(key)
        if row["stage"]:
            stages[key[:2]][row["period"]] = figures[-1][1]["stage"]
    if not figures:
        raise Refused("no line")
    for series in stages.values():
        order = [list(STAGES).index(series[period]) for period in sorted(series)]
        if order != sorted(order):
            raise Refused("a stage goes back")
    return figures


def judged(row):
    """The figure of a line as the database should hold it."""
    if row["indicator"] not in INDICATORS or row["unit"] not in UNITS:
        raise Refused("unknown code")
    measure, _, _, frequency, reporters = INDICATORS[row["indicator"]]
    if row["unit"] not in reporters:
        raise Refused("not a reporter")
    match = re.fullmatch(r"2020-(0[1-9]|1[0-2])", row["period"], re.ASCII)
    if not match or int(match.group(1)) not in DUE[frequency]:
        raise Refused("period")
    month = int(match.group(1))
    end = datetime.date(2020, month, calendar.monthrange(2020, month)[1])
    if end >= TODAY:
        raise Refused("period not over")
    result = {"indicator": row["indicator"], "unit": row["unit"], "period": f"{row['period']}-01",
              "note": tidy(row["note"]) or None}
    for column in ("value", "denominator", "base_value", "base_denominator", "progress"):
        result[column] = decimal(row[column]) if row[column] else None
    if result["progress"] is not None and (row["progress"].startswith("-") or result["progress"] > 100):
        raise Refused("progress")
    result["occurred_on"] = date(row["occurred_on"]) if row["occurred_on"] else None
    if result["occurred_on"] and result["occurred_on"] > min(TODAY, end):
        raise Refused("occurred too late")
    result["stage"] = next((code for code, name in STAGES.items() if row["stage"] in (code, name)), None)
    if row["stage"] and not result["stage"]:
        raise Refused("stage")
    for column in ("value", "denominator", "base_value", "base_denominator", "stage", "progress", "occurred_on"):
        if result[column] is None:
            if column in TAKES[measure] and (measure, column) not in OPTIONAL:
                raise Refused(f"{column} is missing")
        elif column not in TAKES[measure]:
            raise Refused(f"{column} is not taken")
    return result


def invisible(character):
    return unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp")


def tidy(text):
    """A text as it is stored: nothing invisible at its ends, line breaks and the like within it as spaces."""
    while text and invisible(text[0]):
        text = text[1:]
    while text and invisible(text[-1]):
        text = text[:-1]
    result = ""
    for character in text:
        if unicodedata.category(character) not in ("Cc", "Zl", "Zp"):
            result += character
        elif not result.endswith(" "):
            result += " "
    return result


def unfounded(rows, text):
    """What of the rows stored does not stand in a text."""
    plain = unicodedata.normalize("NFKC", text.replace("\u3002", "."))
    plain = "".join(character for character in plain if unicodedata.category(character) != "Cf")
    plain = re.sub("[\u2212\u2013\u2014]", "-", plain)
    numbers = {abs(Decimal(token)) for token in re.findall(r"[0-9]+(?:\.[0-9]+)?", plain) if len(token) < 60}
    digits = "".join(character for character in plain if not invisible(character))
    for row in rows:
        figure = dict(zip(COLUMNS, row))
        if figure["indicator"] not in digits and f"指标{figure['indicator']}" not in digits:
            yield f"indicator {figure['indicator']}"
        if figure["unit"] not in digits.lower():
            yield f"unit {figure['unit']}"
        if not re.search(f"{figure['period'][:4]}.{{0,3}}{int(figure['period'][5:7])}|2020.?{figure['period'][5:7]}", digits):
            yield f"period {figure['period']}"
        for column in ("value", "denominator", "base_value", "base_denominator", "progress"):
            if figure[column] is not None and abs(Decimal(figure[column])) not in numbers:
                yield f"{column} {figure[column]}"


def as_stored(figures):
    rows = []
    for line, figure in figures:
        row = []
        for column in COLUMNS:
            value = figure[column]
            if isinstance(value, Decimal):
                value = plain(value)
            row.append(None if value is None else str(value))
        rows.append(row + [str(line)])
    return rows


PLAN_TABLES = {
    "units.csv": ("unit", ["unit", "kind", "name_zh", "name_en"]),
    "sections.csv": ("section", ["section", "title_zh", "title_en"]),
    "indicators.csv": ("indicator", ["indicator", "livelihood", "headline", "name_zh", "name_en", "measure", "direction",
                                     "unit_of_measure", "accumulation", "frequency", "lead_unit"]),
    "targets.csv": ("target", ["indicator", "revision", "value", "decided_on"]),
    "allocations.csv": ("allocation", ["indicator", "unit", "value"]),
    "profiles.csv": ("profile", ["indicator", "month", "cumulative_pct"]),
}


def plan_text(data):
    """A file's text, in whichever of both encodings it is."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def plan_rows(files):
    """What the files of a plan say, as the database should hold it; Refused where one is no table of its columns."""
    result = []
    for name, (table, columns) in PLAN_TABLES.items():
        if name not in files:
            continue
        try:
            text = plan_text(files[name]).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise Refused(f"{name} is neither UTF-8 nor GB18030") from error
        rows = [[field.strip(" \t\u3000") for field in fields] for _, fields in records(text)]
        rows = [fields for fields in rows if any(fields)]
        header = [column.lower() for column in rows[0]]
        while header[-1] == "":
            header.pop()
        for fields in rows[1:]:
            while len(fields) > len(header) and fields[-1] == "":
                fields.pop()
            if len(fields) != len(header):
                raise Refused(f"{name}: {len(fields)} fields")
            row = dict(zip(header, fields))
            stored = [table]
            for column in columns:
                cell = row.get(column, "")
                if column.endswith("_en"):
                    # English names are optional.
                    cell = cell or row.get(column.removesuffix("en") + "zh", "")
                if column in ("value", "cumulative_pct"):
                    # A seventh digit is no more than a zero, or it is a fault.
                    cell = re.sub(r"(\.[0-9]{6})0+$", r"\1", cell)
                    cell = plain(decimal(cell))
                elif column in ("section", "revision", "month"):
                    if not re.fullmatch("[0-9]+", cell):
                        raise Refused(f"{name}: no number: {cell!r}")
                    cell = str(int(cell))
                elif column in ("livelihood", "headline"):
                    cell = {"是": "true", "否": "false"}.get(cell, cell.lower()) or "false"
                elif column == "decided_on":
                    cell = str(date(cell))
                stored.append(cell or None)
            result.append(stored)
    return sorted(result, key=str)


# --- Files, sound and then less so.

NASTY = [
    "1,200", '"1,200"', "12%", "１２", "3万", "1.2亿", "=1+1", "NaN", "Infinity", "-inf", "1e5", "0x1F", "+1", "-0", "-0.000000",
    "00012.50", "99999999999999.999999", "100000000000000", "0.0000001", ".5", "5.", "--1", "1-", "٣", "²", "\t5 ", " 5",
    "\u00a05", "\u30005", "\0", "\x1a", "\r", "\n", "\r\n", '"', '""', '"""', ",", ",,", ";", "\\.", "\\N", "'", "2020-02-30",
    "2020-02-29", "2020-11-31", "2020-12", "2020-00", "2019-06", "2021-01", "0000-01", "２０２０-06", "2020-6", "2020-06-01",
    "1.1.1", "1.1.2 ", "1.1.l", "2.10.1", "2.1.10", "statistics", "Statistics", "commerce\u200b", "未开工", "已完成", "completed",
    "COMPLETED", "\ufeff", "é", "模", "镕", "😀", "\u202e", "null", "true", "100", "100.000001", "101", "-1", "NULL",
    "'; drop table intake.batch; --", "$1", "%s", "{}", "A" * 300, "字" * 300,
]


def written(value, rng):
    """A field, in quotes where it must be, and sometimes where it need not."""
    if any(mark in value for mark in ',"\r\n') or rng.random() < 0.05:
        return '"' + value.replace('"', '""') + '"'
    return value


def sound_file(rng):
    columns = list(COLUMNS)
    if rng.random() < 0.3:
        rng.shuffle(columns)
    is_chinese = rng.random() < 0.4
    lines = [[COLUMNS[column] if is_chinese else column for column in columns]]
    keys = [(code, unit, month) for code, (_, _, _, frequency, reporters) in INDICATORS.items() for unit in reporters
            for month in DUE[frequency] if month < 12]
    for code, unit, month in rng.sample(keys, rng.randint(1, 6)):
        measure = INDICATORS[code][0]
        row = dict.fromkeys(COLUMNS, "")
        row.update(indicator=code, unit=unit, period=f"2020-{month:02}")
        for column in TAKES[measure]:
            if (measure, column) in OPTIONAL and rng.random() < 0.4:
                continue
            if column == "stage":
                row[column] = "started" if rng.random() < 0.5 else STAGES["started"]
            elif column == "progress":
                row[column] = rng.choice(["0", "33.3", "100", "99.999999"])
            elif column == "occurred_on":
                row[column] = f"2020-{month:02}-01"
            else:
                row[column] = rng.choice(["0", "-12.5", "1234567.891", "99999999999999.999999", "0.000001"])
        if rng.random() < 0.3:
            row["note"] = rng.choice(["按可比口径调整", "核对,无误", 'the "new" base', "两行\n说明", "ok", "m²"])
        lines.append([row[column] for column in columns])
    end = rng.choice(["\n", "\r\n"])
    text = "".join(",".join(written(value, rng) for value in line) + end for line in lines)
    encoding = rng.choice(["utf-8", "utf-8", "utf-8-sig", "gb18030"])
    return text.encode(encoding)


def mutated(data, rng, other):
    """The bytes with one thing done to them."""
    choice = rng.randrange(14)
    place = rng.randrange(len(data) + 1)
    lines = data.split(b"\n")
    if choice == 0 and data:
        place %= len(data)
        return data[:place] + bytes([data[place] ^ (1 << rng.randrange(8))]) + data[place + 1:]
    if choice == 1:
        return data[:place] + bytes([rng.randrange(256)]) + data[place:]
    if choice == 2:
        return data[:place] + data[place + rng.randint(1, 8):]
    if choice == 3:
        return data[:place]
    if choice == 4:
        end = place + rng.randint(1, 40)
        return data[:place] + data[place:end] * 2 + data[end:]
    if choice == 5:
        return data + rng.choice(lines) + b"\n"
    if choice == 6:
        rng.shuffle(lines)
        return b"\n".join(lines)
    if choice == 7:
        return data[:place] + other[rng.randrange(len(other) + 1):]
    if choice == 8:
        return data[:place] + rng.choice(NASTY).encode("utf-8" if rng.random() < 0.7 else "gb18030") + data[place:]
    if choice == 9:
        try:
            return data.decode().encode(rng.choice(["utf-16", "utf-16-le", "utf-32", "big5", "gb18030"]))
        except UnicodeError:
            return data[::-1]
    # A whole cell, the likeliest slip of all.
    row = rng.randrange(len(lines))
    cells = lines[row].split(b",")
    cell = rng.randrange(len(cells))
    cells[cell] = rng.choice(NASTY).encode("utf-8" if choice < 13 else "gb18030")
    lines[row] = b",".join(cells)
    return b"\n".join(lines)


# --- The cases.


class Target:
    """The program under test, one process for many cases."""

    def __init__(self, program, name):
        self.environment = dict(os.environ, PGDATABASE=name)
        self.program = program
        self.process = None

    def ask(self, frame):
        if self.process is None:
            self.process = subprocess.Popen([self.program, MOMENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            stderr=subprocess.PIPE, env=self.environment)
        try:
            self.process.stdin.write(frame)
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = b""
        if line:
            return json.loads(line)
        said = self.process.stderr.read().decode(errors="replace")
        self.process.wait()
        outcome = {"outcome": "crash", "trouble": [f"ended with {self.process.returncode}: {said[-500:]}"]}
        self.process = None
        return outcome

    def close(self):
        if self.process:
            self.process.stdin.close()
            self.process.wait()


def submission_case(target, rng, counts):
    data = sound_file(rng)
    for _ in range(rng.choice([0, 1, 1, 1, 2, 2, 3, 5])):
        data = mutated(data, rng, sound_file(rng))
    answer = target.ask(b"submission %d\n" % len(data) + data)
    counts["submission " + answer["outcome"]] += 1
    trouble = answer["trouble"]
    try:
        wanted = as_stored(figures_of(data))
    except Refused as refused:
        wanted = None
        reason = refused
    if answer["outcome"] == "accepted":
        if wanted is None:
            counts["taken beyond the reader"] += 1
            text = data.decode("utf-8" if is_utf8(data) else "gb18030", errors="replace")
            trouble += [f"stored what does not stand in the file: {what} ({reason})"
                        for what in unfounded(answer["rows"], text)]
        elif answer["rows"] != wanted:
            trouble.append(f"stored {answer['rows']}, not {wanted}")
        counts["figures stored"] += len(answer["rows"])
    elif answer["outcome"] == "refused":
        if answer["rows"]:
            trouble.append(f"a refused file left {answer['rows']}")
        if not answer["faults"]:
            trouble.append("refused without a fault")
        # A file may be sound and yet in doubt: the reader does not ask in which encoding it was meant, nor whether a comma
        # stood between thousands.
        if wanted is not None and not set(answer["faults"]) <= {"encoding", "split_figure"}:
            trouble.append(f"refused for {answer['faults']} what the reader accepts")
    return trouble, data


def is_utf8(data):
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


PARTS = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook><sheets><sheet name="报送" sheetId="1" id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" '
        'Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="x/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0.00;[Red]-0.00"/></numFmts><fonts><font/>'
                     '<font><strike/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="9"/></cellXfs>'
                     "</styleSheet>",
}
NASTY_XML = [
    b"<row/>", b"</row>", b'<c r="XFD1"/>', b'r="2147483647"', b"<v>1e308</v>", b"<v>nan</v>", b"<!DOCTYPE x>", b"&#x0;", b"&lt;",
    b"<![CDATA[1]]>", b"<f>1+1</f>", b't="e"', b't="s"', b's="1"', b's="2"', b's="99"', b"<!--", b"-->", b"]]>", b"\xff", b"\x00",
    b'<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', b'hidden="1"', b"<is><t>1</t></is>", b"<v></v>", b"_x000D_",
]


def sound_workbook(rng):
    """The parts of a workbook that says what a sound file says."""
    rows = records(decoded(sound_file(rng)))
    texts, xml = [], ""
    for number, (_, fields) in enumerate(rows, 1):
        cells = ""
        for column, field in enumerate(fields):
            place = f"{chr(65 + column)}{number}"
            if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,6})?", field) and rng.random() < 0.8:
                cells += f'<c r="{place}" s="{rng.randrange(2)}"><v>{field}</v></c>'
            elif field and rng.random() < 0.5:
                cells += f'<c r="{place}" t="s"><v>{len(texts)}</v></c>'
                texts.append(field)
            elif field:
                cells += f'<c r="{place}" t="inlineStr"><is><t>{escape(field)}</t></is></c>'
        xml += f'<row r="{number}">{cells}</row>'
    parts = dict(PARTS)
    parts["xl/worksheets/sheet1.xml"] = f"<worksheet><sheetData>{xml}</sheetData></worksheet>"
    parts["xl/sharedStrings.xml"] = "<sst>" + "".join(f"<si><t>{escape(text)}</t></si>" for text in texts) + "</sst>"
    return {name: text.encode() for name, text in parts.items()}


def archive(parts, rng):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return file.getvalue()


def workbook_case(target, rng, counts):
    """A mutated part in a sound archive, or a mutated archive."""
    parts = sound_workbook(rng)
    names = sorted(parts)
    for _ in range(rng.choice([0, 1, 1, 2, 4])):
        name = rng.choice(["xl/worksheets/sheet1.xml"] * 4 + names)
        data = parts[name]
        place = rng.randrange(len(data) + 1)
        if rng.random() < 0.5:
            parts[name] = data[:place] + rng.choice(NASTY_XML) + data[place + rng.choice([0, 0, 1, 5]):]
        else:
            parts[name] = mutated(data, rng, parts[rng.choice(names)])
    data = archive(parts, rng)
    if rng.random() < 0.3:
        for _ in range(rng.choice([1, 1, 3, 10])):
            data = mutated(data, rng, archive(sound_workbook(rng), rng))
    answer = target.ask(b"submission %d\n" % len(data) + data)
    counts["workbook " + answer["outcome"]] += 1
    trouble = answer["trouble"]
    if answer["outcome"] == "accepted":
        # What is stored stands in the parts as they were before the archive itself was mutated: it keeps their checksums.
        text = " ".join(part.decode(errors="replace") for part in parts.values())
        text = text.replace("_x000D_", "") + " " + re.sub("<[^>]*>", "", text)
        trouble += [f"stored what does not stand in the workbook: {what}" for what in unfounded(answer["rows"], text)]
    elif answer["outcome"] == "refused" and (answer["rows"] or not answer["faults"]):
        trouble.append(f"a refused workbook left {answer['rows']} for {answer['faults']}")
    return trouble, data


def plan_case(target, rng, counts, folder):
    files = plan_files()
    name = rng.choice(sorted(files))
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        files[name] = mutated(files[name], rng, files[rng.choice(sorted(files))])
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for file, data in files.items():
        with open(f"{folder}/{file}", "wb") as out:
            out.write(data)
    answer = target.ask(f"plan {folder}\n".encode())
    counts["plan " + answer["outcome"]] += 1
    trouble = answer["trouble"]
    if answer["outcome"] == "accepted":
        try:
            wanted = plan_rows(files)
        except Refused as refused:
            trouble.append(f"accepted what the reader refuses: {refused}")
        else:
            found = sorted(answer["rows"], key=str)
            if [row for row in found if row[0] != "profile"] != [row for row in wanted if row[0] != "profile"]:
                missing = [row for row in wanted if row not in found]
                extra = [row for row in found if row not in wanted]
                trouble.append(f"stored {extra[:3]}, not {missing[:3]}")
    return trouble, files[name]


def work(number, arguments, template, counts, failures):
    name = f"{template}_{number}"
    subprocess.run(["createdb", "--template", template, name], check=True)
    plan_name = f"{template}_plan_{number}"
    subprocess.run(["createdb", "--template", template, plan_name], check=True)
    rng = random.Random(f"{arguments.seed} {number}")
    target, plan_target = Target(arguments.target, name), Target(arguments.target, plan_name)
    folder = tempfile.mkdtemp(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    try:
        for case in range(number, arguments.cases, arguments.jobs):
            if time.monotonic() > arguments.deadline:
                break
            kind = rng.random()
            if kind < arguments.plans:
                trouble, data = plan_case(plan_target, rng, counts, folder)
            elif kind < arguments.plans + arguments.workbooks:
                trouble, data = workbook_case(target, rng, counts)
            else:
                trouble, data = submission_case(target, rng, counts)
            counts["cases"] += 1
            if trouble:
                failures.append((case, trouble, data))
                if len(failures) >= 20:
                    break
    finally:
        target.close()
        plan_target.close()
        shutil.rmtree(folder, ignore_errors=True)
        for database in (name, plan_name):
            subprocess.run(["dropdb", "--if-exists", "--force", database], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--target", required=True)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--plans", type=float, default=0.3, help="share of the cases that are plans")
    parser.add_argument("--workbooks", type=float, default=0.2, help="share of the cases that are workbooks")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end early after so long")
    arguments = parser.parse_args()
    template = f"fuzz_{os.getpid()}"
    subprocess.run(["createdb", template], check=True)
    counts, failures = collections.Counter(), []
    start = time.monotonic()
    try:
        subprocess.run(["sqitch", "--quiet", "deploy", f"db:pg:{template}"], cwd=f"{ROOT}/sql", check=True)
        with tempfile.TemporaryDirectory() as folder:
            for name, data in plan_files().items():
                with open(f"{folder}/{name}", "wb") as out:
                    out.write(data)
            target = Target(arguments.target, template)
            loaded = target.ask(f"plan {folder}\n".encode())
            target.close()
            assert loaded["outcome"] == "accepted", loaded
        arguments.deadline = time.monotonic() + arguments.seconds
        threads = [threading.Thread(target=work, args=(number, arguments, template, counts, failures))
                   for number in range(arguments.jobs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        subprocess.run(["dropdb", "--if-exists", "--force", template], check=True)
    seconds = time.monotonic() - start
    print(f"fuzz: seed {arguments.seed}, {arguments.jobs} jobs, {seconds:.0f} s: " + ", ".join(
        f"{counts[name]} {name}" for name in sorted(counts)))
    for case, trouble, data in failures:
        os.makedirs(f"{ROOT}/var/fuzz", exist_ok=True)
        path = f"{ROOT}/var/fuzz/{arguments.seed}-{case}.csv"
        with open(path, "wb") as out:
            out.write(data)
        print(f"fuzz: case {case}, kept as {path}: {'; '.join(trouble)[:1500]}")
    # A run that never accepts, or never refuses, tests nothing.
    idle = [name for name in ("submission accepted", "submission refused", "workbook accepted", "workbook refused",
                              "plan accepted", "plan refused")
            if not counts[name]]
    if idle:
        print(f"fuzz: no case of: {', '.join(idle)}")
    print(f"fuzz: {len(failures)} failures")
    return 1 if failures or idle else 0


if __name__ == "__main__":
    sys.exit(main())
