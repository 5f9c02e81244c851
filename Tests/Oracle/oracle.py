#!/usr/bin/env python3
"""An independent calculation of every file of data/: docs/method.md in exact fractions, sharing no code with dabiao.

    python3 oracle.py --plan DIR [--last-plan DIR] --log submissions.csv [--reviews reviews.csv] [--comments comments.csv]
                      [--published 2020-05@2020-06-11T00:00:00Z ...] --month 2020-06 --as-of 2020-07-11T00:00:00Z
                      --out OUTDIR

writes OUTDIR/*.csv, the sentences of findings.csv and the causes of revisions.csv left empty. --published names the earlier
publications, in the order in which they were made; what they said is calculated from the same files.

submissions.csv: indicator,unit,period,revision,submitted_at,auto_accepted,value,denominator,base_value,base_denominator,
                 stage,progress,occurred_on and, where there are any, reason,next_step,evidence,note; last year's submissions
                 stand in the same file
reviews.csv:     indicator,unit,period,revision,reviewed_at,outcome (accepted or returned),reason
comments.csv:    indicator,period,said_at,text: the office's; an empty text takes back what was said

The modules follow the page: figures, workplan, ledger, standing, measurement, judgement, findings, revisions, appraisal,
tables. What could be read in two ways is decided as section 16 says.
"""

import argparse
import datetime
import os
from dataclasses import dataclass, field

import tables
from appraisal import appraise
from figures import instant, month_of
from findings import findings
from judgement import district_row, judge, last_years_course
from ledger import read_log
from revisions import previous_of
from standing import Standing
from workplan import BASED, Plan, read_plan


@dataclass
class Publication:
    plan: Plan
    month: int
    as_of: datetime.datetime
    standing: Standing
    rows: list = field(default_factory=list)      # in plan order, the district before its units
    trend: dict = field(default_factory=dict)     # indicator -> [(month, Row)] of the district
    findings: list = field(default_factory=list)
    used: dict = field(default_factory=dict)      # (indicator, unit, period) -> submission, all that was accepted
    bases: dict = field(default_factory=dict)     # the same -> last year's, where the figure leaves its base empty
    filling: set = field(default_factory=set)     # the figures that leave their base, or a part of it, empty
    revised: list = field(default_factory=list)
    previous: object = None
    tables: dict = field(default_factory=dict)

    @property
    def cells(self):
        return self.tables["attainment"]


def use(publication, indicator):
    """Notes what of the indicator is accepted, and the bases that last year fills in."""
    standing = publication.standing
    for (unit, period), each in standing.figures(indicator, indicator.reporters, publication.month).items():
        key = indicator.code, unit, period
        publication.used[key] = each
        empty = each.base_value is None or indicator.measure == "intensity_change" and each.base_denominator is None
        if indicator.measure in BASED and empty:
            publication.filling.add(key)
            last = standing.last_years(indicator, unit, period)
            if last is not None:
                publication.bases[key] = last


def publish(plan, log, month, as_of, last_plan=None, published=()):
    """What is published for the month as of the instant, `published` being what was before, in the order of its making."""
    standing = Standing(plan, log.at(as_of), as_of, last_plan)
    published = sorted(published, key=lambda each: each.as_of)
    result = Publication(plan, month, as_of, standing)
    for indicator in plan.indicators:
        result.trend[indicator.code] = [(until, district_row(standing, indicator, until))
                                        for until in range(1, month + 1)]
        result.rows.append(district_row(standing, indicator, month))
        allocated = plan.allocations.get(indicator.code, {})
        result.rows += [judge(standing, indicator, unit, month) for unit in plan.units if unit in allocated]
        use(result, indicator)
    for row in result.rows:
        row.last_year_actual, row.projected_last_year = last_years_course(standing, row)
    result.findings = list(findings(standing, result.rows, month, [each for each in published if each.as_of < as_of]))
    result.previous = previous_of(published, as_of, month, plan, result.used)
    result.tables = tables.tables(result, appraise(result))
    return result


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plan", required=True)
    parser.add_argument("--last-plan")
    parser.add_argument("--log", required=True)
    parser.add_argument("--reviews")
    parser.add_argument("--comments")
    parser.add_argument("--published", action="append", default=[], metavar="MONTH@INSTANT")
    parser.add_argument("--month", required=True)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args(arguments)

    plan = read_plan(options.plan)
    last_plan = read_plan(options.last_plan) if options.last_plan else None
    log = read_log(options.log, options.reviews, options.comments)
    published = []
    for month, as_of in [each.split("@") for each in options.published] + [(options.month, options.as_of)]:
        year, month = month_of(month)
        if year != plan.year:
            parser.error(f"the plan is of {plan.year}, the month of {year}")
        published.append(publish(plan, log, month, instant(as_of), last_plan, published))

    os.makedirs(options.out, exist_ok=True)
    for name, rows in published[-1].tables.items():
        tables.write_csv(os.path.join(options.out, name + ".csv"), tables.COLUMNS[name], rows)


if __name__ == "__main__":
    main()
