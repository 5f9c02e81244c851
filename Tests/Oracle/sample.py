"""Small plans and their submissions, for examples worked out by hand."""

import datetime
import unittest
import zoneinfo
from fractions import Fraction

import oracle
import tables
from figures import figure, instant, month_of
from ledger import Comment, Log, Review, Submission
from random_plan import PLAN_COLUMNS
from workplan import Plan, Target, indicator_of, plan_order

LATE = "2021-04-01T00:00:00Z"
SHANGHAI = zoneinfo.ZoneInfo("Asia/Shanghai")


class Sample:
    """A plan of one indicator, `1.1.1`, in the time zone of Shanghai, and its log; last year's plan is `last`."""

    def __init__(self, measure, direction="", target=None, accumulation="point", frequency="monthly", reporters="a",
                 allocations=None, profile=None, due_day="", plan_due_day=10, year=2020, **cells):
        units = {unit: {"name_zh": f"单位{unit}", "name_en": f"Unit {unit}", "short_zh": unit, "kind": "town"}
                 for unit in "bac"}
        sections = {1: {"section": "1", "title_zh": "第一", "title_en": "First"}}
        self.plan = Plan("sample", year, SHANGHAI, plan_due_day, units, sections, [], {}, {}, {}, set(), [], [], {}, [])
        self.sent, self.reviewed, self.comments, self.last = [], [], [], None
        self.indicator("1.1.1", measure, direction, target, accumulation, frequency, reporters, due_day=due_day, **cells)
        if allocations:
            self.allocate("1.1.1", **allocations)
        if profile:
            self.plan.profiles["1.1.1"] = {month: Fraction(percent) for month, percent in profile.items()}

    def indicator(self, code, measure, direction="", target=None, accumulation="point", frequency="monthly",
                  reporters="a", **cells):
        columns = PLAN_COLUMNS["indicators.csv"].split()
        row = dict.fromkeys(columns, "") | {"lead_unit": "a"} | cells | {
            "indicator": code, "measure": measure, "direction": direction, "accumulation": accumulation,
            "frequency": frequency, "reporters": reporters}
        self.plan.indicators.append(indicator_of(row))
        self.plan.indicators.sort(key=lambda each: plan_order(each.code))
        if target is not None:
            self.target(code, *(target if isinstance(target, list) else [(target, "2020-01-10")]))
        return self

    def target(self, code, *revisions, tolerance=None, relative_to=""):
        """Revisions as (value, decided on, source); the tolerance and what they are relative to hold for all."""
        self.plan.targets[code] = [
            Target(number, figure(value), datetime.date.fromisoformat(decided_on), figure(tolerance or ""), relative_to,
                   *source)
            for number, (value, decided_on, *source) in enumerate(revisions, 1)]
        return self

    def amounts(self, code, **months):
        self.plan.profiles[code] = {int(month[1:]): figure(amount) for month, amount in months.items()}
        self.plan.amounts.add(code)
        return self

    def allocate(self, code, **values):
        self.plan.allocations[code] = {unit: figure(value) for unit, value in values.items()}
        return self

    def send(self, period, value="", unit="a", revision=1, at=None, auto=True, code="1.1.1", **cells):
        year, month = month_of(period)
        at = at or f"{year + month // 12}-{month % 12 + 1:02d}-05T00:00:00Z"
        words = {name: cells.pop(name) for name in ("stage", "occurred_on", "reason", "next_step", "evidence", "note")
                 if name in cells}
        figures = {name: figure(text) for name, text in (cells | {"value": value}).items()}
        self.sent.append((code, unit, (year, month), Submission(revision, instant(at), auto, **figures, **words)))
        return self

    def review(self, period, outcome, at, unit="a", revision=1, reason="", code="1.1.1"):
        self.reviewed.append((code, unit, month_of(period), revision, Review(instant(at), outcome, reason)))
        return self

    def comment(self, period, text, at, code="1.1.1"):
        self.comments.append((code, month_of(period), Comment(instant(at), text)))
        return self

    def publish(self, month, as_of=LATE, published=()):
        """The publication, `published` being the months and instants of those before."""
        log, publications = Log(), []
        for each in self.sent:
            log.add(*each)
        for each in self.reviewed:
            log.review(*each)
        for each in self.comments:
            log.comment(*each)
        last = None if self.last is None else self.last.plan
        for month, as_of in [*published, (month, as_of)]:
            publications.append(oracle.publish(self.plan, log, month, instant(as_of), last, publications))
        return publications[-1]

    def table(self, name, month, as_of=LATE, published=()):
        """The rows of a file of data/, with the columns that it has."""
        rows = self.publish(month, as_of, published).tables[name]
        return [{column: row[column] for column in tables.COLUMNS[name]} for row in rows]

    def row(self, month, as_of=LATE, unit="", code="1.1.1"):
        (row,) = [each for each in self.table("attainment", month, as_of)
                  if (each["indicator"], each["unit"]) == (code, unit)]
        return row

    def found(self, month, as_of=LATE, published=()):
        return [(each["code"], each["unit"], each["figure_period"])
                for each in self.table("findings", month, as_of, published)]

    def quoted(self, code, month, as_of=LATE, published=()):
        """What the sentences of the findings with the code must quote."""
        return [each.quoted + each.said for each in self.publish(month, as_of, published).findings if each.code == code]

    def because(self, month, as_of=LATE, published=()):
        """(unit, kind, what must be named) of every cause of every revised row."""
        return [(row.unit, cause.kind, *cause.quoted)
                for row, causes in self.publish(month, as_of, published).revised for cause in causes]


def monthly(sample, values, unit="a"):
    for month, value in enumerate(values, 1):
        sample.send(f"2020-{month:02d}", value, unit)
    return sample


class SampleTestCase(unittest.TestCase):
    maxDiff = None

    def assertRow(self, row, **expected):
        self.assertEqual({name: row[name] for name in expected}, expected)

    def assertRows(self, rows, columns, *expected):
        """The named columns of the rows, a line a row."""
        names = columns.split()
        self.assertEqual([" ".join(row[name] or "–" for name in names) for row in rows], list(expected))
