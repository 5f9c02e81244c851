#!/usr/bin/env python3
"""An independent calculation of every file of data/: docs/method.md in exact fractions, sharing no code with dabiao.

    python3 oracle.py --plan DIR [--base-plan DIR] --log submissions.csv [--reviews reviews.csv]
                      [--published 2020-05@2020-06-11T00:00:00Z ...] --month 2020-06 --as-of 2020-07-11T00:00:00Z
                      --out OUTDIR

writes OUTDIR/*.csv, the sentences of findings.csv left empty. --published names the earlier publications, in the order in
which they were made; what they said is calculated from the same files.

submissions.csv: indicator,unit,period,revision,submitted_at,auto_accepted,value,denominator,base_value,
                 base_denominator,stage,progress,occurred_on; last year's submissions stand in the same file.
reviews.csv:     indicator,unit,period,revision,reviewed_at,outcome (accepted or returned),reason

The modules follow the sections of the page: figures, workplan, ledger, measurement, judgement, findings, tables. What the
page leaves open is decided there, each decision marked "Decision".
"""

import argparse
import datetime
import os
from dataclasses import dataclass, field

import tables
from figures import instant, month_of
from findings import findings
from judgement import Evaluation, evaluate
from ledger import BaseYear, read_log
from measurement import Measurement, accepted_figures, measure
from workplan import WORK, Indicator, Plan, read_plan, target_at


@dataclass
class Row:
    """One indicator judged, for the district or for one unit with an allocation."""
    indicator: Indicator
    unit: str
    measured: Measurement
    target: object
    target_revision: int
    result: Evaluation


@dataclass
class Publication:
    plan: Plan
    month: int
    as_of: datetime.datetime
    rows: list = field(default_factory=list)      # in plan order, the district before its units
    trend: list = field(default_factory=list)     # (month, Row) of the district
    findings: list = field(default_factory=list)
    used: dict = field(default_factory=dict)      # (indicator, unit, due month) -> submission, all that was accepted
    tables: dict = field(default_factory=dict)

    @property
    def as_of_text(self):
        return self.as_of.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def cells(self):
        return self.tables["attainment"]


def judged(plan, log, base_year, indicator, unit, month, as_of):
    m = measure(plan, log, base_year, indicator, (unit,) if unit else indicator.reporters, month)
    if unit:
        revision, target = None, None if indicator.measure in WORK else plan.allocations[indicator.code][unit]
    else:
        revision, target = target_at(plan, indicator, as_of)
    return Row(indicator, unit, m, target, revision, evaluate(plan, indicator, m, target, month))


def publish(plan, log, month, as_of, base_plan=None, earlier=()):
    """What is published for the month as of the instant, `earlier` being what was published before, in that order."""
    log = log.at(as_of)
    base_year = BaseYear(plan, log, base_plan)
    earlier = [each for each in earlier if each.as_of < as_of]
    result = Publication(plan, month, as_of)
    for indicator in plan.indicators:
        series = [(until, judged(plan, log, base_year, indicator, "", until, as_of)) for until in range(1, month + 1)]
        result.trend += series
        allocated = plan.allocations.get(indicator.code, {})
        result.rows.append(series[-1][1])
        result.rows += [judged(plan, log, base_year, indicator, unit, month, as_of)
                        for unit in plan.units if unit in allocated]
        accepted = accepted_figures(plan, log, indicator, indicator.reporters, month)
        result.used.update({(indicator.code, unit, due): each for (unit, due), each in accepted.items()})
    measured = {each.indicator.code: each.measured for each in result.rows if not each.unit}
    result.findings = list(findings(plan, log, base_year, month, as_of, measured, earlier))
    same_month = [each for each in earlier if each.month == month]
    result.tables = tables.tables(result, log, same_month[-1] if same_month else None)
    return result


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plan", required=True)
    parser.add_argument("--base-plan")
    parser.add_argument("--log", required=True)
    parser.add_argument("--reviews")
    parser.add_argument("--published", action="append", default=[], metavar="MONTH@INSTANT")
    parser.add_argument("--month", required=True)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args(arguments)

    plan = read_plan(options.plan)
    base_plan = read_plan(options.base_plan) if options.base_plan else None
    log = read_log(options.log, options.reviews)
    published = []
    for month, as_of in [each.split("@") for each in options.published] + [(options.month, options.as_of)]:
        year, month = month_of(month)
        if year != plan.year:
            parser.error(f"the plan is of {plan.year}, the month of {year}")
        published.append(publish(plan, log, month, instant(as_of), base_plan, published))

    os.makedirs(options.out, exist_ok=True)
    for name, rows in published[-1].tables.items():
        tables.write_csv(os.path.join(options.out, name + ".csv"), tables.COLUMNS[name], rows)


if __name__ == "__main__":
    main()
