"""Checks what dabiao publishes of each worked example of docs/method.md.

    python3 compare_page.py --dabiao PATH --template DATABASE

Runs in a private cluster. For each example a copy of the template, which holds the schema alone, is given the example's plan
and log, and its publications are made: what the page shows must be in the files of data/, and each of these must be what was
calculated independently. Prints the counts; exits 1 where one differs.
"""

import argparse
import collections
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

import page
from compare import Comparison, District, told


def unlike(example, found):
    """Lines that say which results of the page are not what was published."""
    for name, wanted in example.results.items():
        rows = page.shown(name, list(csv.DictReader(io.StringIO(found.get(name, ""), newline=""))), wanted)
        if rows != wanted:
            yield f"{example.title}, {name}.csv: {rows} instead of {wanted}"


def check(dabiao, database, example):
    """(counts, lines that say what differs) of an example."""
    with tempfile.TemporaryDirectory() as folder:
        example.write(folder)
        comparison = Comparison(District(dabiao, database, example.title, pathlib.Path(folder)))
        cases = [{"plan": "1", "month": month, "as_of": as_of} for month, as_of in example.publications]
        wrong = [line for case in cases for line in comparison.publish(case)]
        # Published once more, the last one says the same.
        return comparison.counts, wrong + list(unlike(example, comparison.district.published(cases[-1])))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dabiao", required=True)
    parser.add_argument("--template", required=True)
    arguments = parser.parse_args()
    totals, failed = collections.Counter(), False
    examples = page.examples()
    for number, example in enumerate(examples):
        database = f"{arguments.template}_{number}"
        subprocess.run(["createdb", "--template", arguments.template, database], check=True)
        try:
            counts, wrong = check(arguments.dabiao, database, example)
        finally:
            subprocess.run(["dropdb", "--force", database], check=True)
        counts["indicators"] = len(example.files["indicators.csv"])
        totals += counts
        failed = failed or bool(wrong)
        print(*wrong, sep="\n", end="\n" if wrong else "", flush=True)
    print(f"{len(examples)} examples: {told(totals)}")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
