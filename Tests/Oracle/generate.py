#!/usr/bin/env python3
"""A random but valid work plan, last year's plan, and two years of submissions, the same for the same seed.

    python3 generate.py --seed 1 --indicators 1000 --out DIR

writes into DIR:
    plan/ plan-2/        the CSV files of this year's plan, and of the version that replaces it later in the year
    last-plan/           last year's, which this year's continues
    submissions.csv      the log of both years, in the columns that oracle.py reads and a test can COPY
    reviews.csv          the reviews of those revisions
    comments.csv         what the office said
    cases.csv            month,as_of,plan: publications worth comparing, in the order of their instants, and which version of
                         the plan (1 or 2) is the newest by then
"""

import argparse
import datetime
import functools
import os

from figures import month_text
from ledger import read_log
from random_log import COMMENT_COLUMNS, LOG_COLUMNS, REVIEW_COLUMNS, UTC, last_day, stamp
from random_plan import write_plan
from random_targets import TargetDraft
from standing import Standing
from tables import write_csv
from workplan import plan_order, read_plan


class Generator(TargetDraft):
    """Draws the plan, then the figures, then the targets, tuned to the figures read back as any program would."""

    def generate(self, out):
        os.makedirs(out, exist_ok=True)
        path = functools.partial(os.path.join, out)
        self.units()
        indicators = []
        for code in self.codes():
            indicators.append(self.indicator(code, indicators))
        self.tables["sections.csv"] = self.sections_of(indicators)
        self.tables["plan.csv"].append(self.head(self.year))
        self.posts()
        self.points()
        self.last_year()
        self.submissions()
        self.remarks()
        self.write_log(path)
        write_plan(path("last-plan"), self.last_tables())

        self.tables["profiles.csv"] = list(self.profile_rows())
        write_plan(path("plan"), self.tables)
        settled = read_log(path("submissions.csv"), path("reviews.csv")).at(
            datetime.datetime(self.year + 1, 12, 31, tzinfo=UTC))
        self.targets(Standing(read_plan(path("plan")), settled, settled.as_of, read_plan(path("last-plan"))))
        self.tables["profiles.csv"] = list(self.profile_rows())
        write_plan(path("plan"), self.tables)
        write_plan(path("plan-2"), self.changed_tables())
        write_csv(path("cases.csv"), ("month", "as_of", "plan"), self.cases())

    def write_log(self, path):
        for name, columns, rows in (("submissions.csv", LOG_COLUMNS, self.log),
                                    ("reviews.csv", REVIEW_COLUMNS, self.reviews),
                                    ("comments.csv", COMMENT_COLUMNS, self.comments)):
            moment = next(column for column in columns if column.endswith("_at"))
            rows.sort(key=lambda each: (each[moment], plan_order(each["indicator"]), each.get("unit", ""),
                                        each["period"], int(each.get("revision", 0))))
            write_csv(path(name), columns, rows)

    def cases(self):
        """Each month just after the plan's due day; three of them again once or twice; one at an odd moment."""
        r = self.random
        moments = [(last_day(self.year, month, self.due_day) + datetime.timedelta(days=1), month)
                   for month in range(1, 13)]
        for first, month in r.sample(moments, 3):
            for _ in range(r.randint(1, 2)):
                moments.append((first + datetime.timedelta(seconds=r.randint(1, 300 * 86400)), month))
        moments.append((datetime.datetime(self.year, 1, 1) + datetime.timedelta(seconds=r.randint(0, 400 * 86400)),
                        r.randint(1, 12)))
        change = r.randint(4, len(moments) - 2)
        return [{"month": month_text(self.year, month), "as_of": stamp(self.utc(moment)),
                 "plan": "1" if place < change else "2"}
                for place, (moment, month) in enumerate(sorted(moments))]


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--indicators", type=int, default=100)
    parser.add_argument("--year", type=int, default=2020)
    parser.add_argument("--out", required=True)
    options = parser.parse_args(arguments)
    Generator(options.seed, options.indicators, options.year).generate(options.out)


if __name__ == "__main__":
    main()
