#!/usr/bin/env python3
"""Submits a file of 100,000 lines, the most that is taken, and prints how long it took and how much memory the program and the server's
process held at most. Run it in a private cluster:

    DABIAO=… scripts/with-cluster python3 bench/intake.py [--lines 100000]

It submits the file sound, and then with every line at fault. The database is made and dropped here.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time

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


def write_submissions(path, lines, is_faulty):
    with open(path, "w", encoding="utf-8") as file:
        file.write("indicator,unit,period,value,note\n")
        for line in range(lines):
            rest, month = divmod(line, MONTHS)
            indicator, unit = divmod(rest, UNITS)
            value = f"{line}万" if is_faulty else f"{line}.{line % 1000000:06}"
            file.write(f"1.{indicator + 1}.1,unit_{unit:03},2020-{month + 1:02},{value},第 {line} 行\n")


def anonymous_kib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return sum(int(line.split()[1]) for line in status if line.startswith(("RssAnon:", "RssShmem:")))


def private_kib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("RssAnon:"))


def psql(sql):
    return subprocess.run(["psql", "-XAtqc", sql], check=True, capture_output=True, text=True).stdout.strip()


def submit(dabiao, path):
    start = time.monotonic()
    process = subprocess.Popen([dabiao, "submit", path], stdout=subprocess.PIPE, text=True)
    tail = []
    reader = threading.Thread(target=lambda: tail.extend(line.rstrip() for line in process.stdout))
    reader.start()
    client = server = 0
    backend = None
    while process.poll() is None:
        try:
            if backend is None:
                found = psql("select pid from pg_stat_activity where application_name = 'dabiao'")
                backend = int(found) if found else None
            client = max(client, anonymous_kib(process.pid))
            if backend:
                server = max(server, private_kib(backend))
        except (FileNotFoundError, ProcessLookupError, StopIteration):
            pass
        time.sleep(0.05)
    reader.join()
    seconds = time.monotonic() - start
    print(f"{os.path.getsize(path) / 2**20:.0f} MiB, exit {process.returncode}, {seconds:.0f} s, program at most "
          f"{client / 1024:.0f} MiB, server process at most {server / 1024:.0f} MiB")
    print("\n".join(line for line in tail[-2:]))
    sys.stdout.flush()
    return client / 1024, server / 1024


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--lines", type=int, default=100_000)
    arguments = arguments.parse_args()
    dabiao = os.environ["DABIAO"]
    os.environ["PGDATABASE"] = f"bench_intake_{os.getpid()}"
    subprocess.run(["createdb", os.environ["PGDATABASE"]], check=True)
    try:
        subprocess.run(["sqitch", "--quiet", "deploy", f"db:pg:{os.environ['PGDATABASE']}"], cwd="sql", check=True)
        with tempfile.TemporaryDirectory() as folder:
            write_plan(folder, -(-arguments.lines // (UNITS * MONTHS)))
            subprocess.run([dabiao, "plan", "load", folder], check=True, stdout=subprocess.DEVNULL)
            for is_faulty in (True, False):
                path = f"{folder}/{'faulty' if is_faulty else 'sound'}.csv"
                write_submissions(path, arguments.lines, is_faulty)
                print(f"{arguments.lines} lines, {'each at fault' if is_faulty else 'sound'}:", end=" ")
                submit(dabiao, path)
        print("stored:", psql("select count(*) from intake.submission"), "figures,",
              psql("select count(*) from intake.fault"), "faults")
    finally:
        os.environ["PGDATABASE"], name = "postgres", os.environ["PGDATABASE"]
        subprocess.run(["dropdb", "--if-exists", "--force", name], check=True)


if __name__ == "__main__":
    main()
