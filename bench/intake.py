#!/usr/bin/env python3
"""Submits files of 100,000 lines, the most that is taken, as CSV and as .xlsx, sound and with every line at fault, and measures
the program beside pandas and openpyxl doing a part of the same (bench/pandas_intake.py): seconds, lines a second, the most
memory. Each starts from the same database, in turns; the best of some rounds counts.

    DABIAO=… scripts/with-cluster PYTHON bench/intake.py [--lines 100000] [--rounds 3]

PYTHON is one for which bench/requirements.txt is installed. The database is made and dropped here.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
UNITS = 420
MONTHS = 12


def write(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(row + "\n" for row in rows)


def write_plan(folder, indicators):
    units = [f"unit_{number:03}" for number in range(UNITS)]
    write(f"{folder}/plan.csv", [
        "district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review",
        "bench,测,Bench,2020,测,Bench,bench,Asia/Shanghai,10,automatic"])
    write(f"{folder}/units.csv", ["unit,kind,name_zh,name_en"] + [f"{unit},department,{unit},{unit}" for unit in units])
    write(f"{folder}/sections.csv", ["section,title_zh,title_en", "1,一,One"])
    write(f"{folder}/indicators.csv", [
        "indicator,livelihood,headline,name_zh,name_en,measure,direction,unit_of_measure,accumulation,frequency,"
        "lead_unit,reporters,part_of,due_month,required_stage,behind_floor,weight,note"] + [
        f"1.{number}.1,false,false,指标{number},Indicator {number},total,at_least,家,monthly,monthly,unit_000,"
        f"{' '.join(units)},,,,,," for number in range(1, indicators + 1)])
    write(f"{folder}/targets.csv", ["indicator,revision,value,decided_on,source"] + [
        f"1.{number}.1,1,1000,2020-01-20,bench" for number in range(1, indicators + 1)])


def lines(count, is_faulty):
    yield ["indicator", "unit", "period", "value", "note"]
    for line in range(count):
        rest, month = divmod(line, MONTHS)
        indicator, unit = divmod(rest, UNITS)
        value = f"{line}万" if is_faulty else f"{line}.{line % 1000000:06}"
        yield [f"1.{indicator + 1}.1", f"unit_{unit:03}", f"2020-{month + 1:02}", value, f"第 {line} 行"]


def write_csv(path, rows):
    write(path, (",".join(row) for row in rows))


def write_workbook(path, rows):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("填报")
    for row in rows:
        sheet.append(row)
    book.save(path)


def psql(sql):
    done = subprocess.run(["psql", "-XAtqc", sql], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"intake: psql: {done.stderr}")
    return done.stdout.strip()


def measure(command, wanted):
    """Seconds and the most MiB of a command that must end with a code; the file's result must be on record."""
    psql("truncate intake.batch, pandas_bench.submission, pandas_bench.fault cascade; checkpoint")
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != wanted:
        sys.exit(f"intake: {command} ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--lines", type=int, default=100_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments = arguments.parse_args()
    dabiao = os.environ["DABIAO"]
    os.environ["PGDATABASE"] = name = f"bench_intake_{os.getpid()}"
    subprocess.run(["createdb", name], check=True)
    try:
        subprocess.run(["sqitch", "--quiet", "deploy", f"db:pg:{name}"], cwd=HERE.parent / "sql", check=True)
        psql("create schema pandas_bench; create table pandas_bench.submission (indicator text, unit text, period date, "
             "value numeric(20, 6), note text, primary key (period, indicator, unit)); create table pandas_bench.fault "
             "(line integer, column_name text, found text, wanted text)")
        with tempfile.TemporaryDirectory() as folder:
            write_plan(folder, -(-arguments.lines // (UNITS * MONTHS)))
            subprocess.run([dabiao, "plan", "load", folder], check=True, stdout=subprocess.DEVNULL)
            for ending, writer in (("csv", write_csv), ("xlsx", write_workbook)):
                for is_faulty in (False, True):
                    path = f"{folder}/{'faulty' if is_faulty else 'sound'}.{ending}"
                    writer(path, lines(arguments.lines, is_faulty))
                    compare(path, is_faulty, dabiao, arguments)
    finally:
        os.environ["PGDATABASE"] = "postgres"
        subprocess.run(["dropdb", "--if-exists", "--force", name], check=True)


def compare(path, is_faulty, dabiao, arguments):
    contenders = {
        "dabiao": ([dabiao, "submit", path], 65 if is_faulty else 0),
        "pandas": ([sys.executable, str(HERE / "pandas_intake.py"), path], 0),
    }
    best = {}
    for _ in range(arguments.rounds):
        for contender, (command, wanted) in contenders.items():
            found = measure(command, wanted)
            stored = psql("select (select count(*) from intake.submission) + (select count(*) from intake.fault) + "
                          "(select count(*) from pandas_bench.submission) + (select count(*) from pandas_bench.fault)")
            if int(stored) < arguments.lines:
                sys.exit(f"intake: {contender} put {stored} of {arguments.lines} lines on record")
            best[contender] = min(best.get(contender, found), found)
    size = os.path.getsize(path) / 2**20
    print(f"{Path(path).suffix[1:]}, {'every line at fault' if is_faulty else 'sound'}, {arguments.lines:,} lines, {size:.1f} MiB:")
    for contender, (seconds, memory) in best.items():
        print(f"  {contender}: {seconds:.2f} s, {arguments.lines / seconds:,.0f} lines/s, {memory:.0f} MiB, "
              f"{best['pandas'][0] / seconds:.2f} times as quick as pandas")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
