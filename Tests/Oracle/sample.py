"""Small plans and their submissions, for examples worked out by hand."""

import datetime
import zoneinfo
from fractions import Fraction

import generate
import oracle
import tables
from figures import figure, instant, month_of
from ledger import Log, Submission
from workplan import Plan, indicator_of, plan_order

LATE = "2021-02-01T00:00:00Z"


class Sample:
    """A plan of one indicator, `1.1.1`, in the time zone of Shanghai, and its log."""

    def __init__(self, measure, direction="", target=None, accumulation="point", frequency="monthly", reporters="a",
                 allocations=None, profile=None, due_day=10, **cells):
        units = {unit: {"name_zh": f"单位{unit}", "name_en": f"Unit {unit}", "kind": "town"} for unit in "bac"}
        sections = {1: {"section": "1", "title_zh": "第一", "title_en": "First"}}
        self.plan = Plan("sample", 2020, zoneinfo.ZoneInfo("Asia/Shanghai"), due_day, units, sections, [], {}, {}, {})
        self.sent, self.reviewed = [], []
        self.indicator("1.1.1", measure, direction, target, accumulation, frequency, reporters, **cells)
        if allocations:
            self.plan.allocations["1.1.1"] = {unit: figure(value) for unit, value in allocations.items()}
        if profile:
            self.plan.profiles["1.1.1"] = {month: Fraction(percent) for month, percent in profile.items()}

    def indicator(self, code, measure, direction="", target=None, accumulation="point", frequency="monthly",
                  reporters="a", **cells):
        columns = generate.PLAN_COLUMNS["indicators.csv"].split()
        row = dict.fromkeys(columns, "") | cells | {
            "indicator": code, "measure": measure, "direction": direction, "accumulation": accumulation,
            "frequency": frequency, "reporters": reporters, "lead_unit": cells.get("lead_unit", "a")}
        self.plan.indicators.append(indicator_of(row))
        self.plan.indicators.sort(key=lambda each: plan_order(each.code))
        if target is not None:
            revisions = target if isinstance(target, list) else [(target, "2020-01-10")]
            self.plan.targets[code] = [(number, figure(value), datetime.date.fromisoformat(decided_on))
                                       for number, (value, decided_on) in enumerate(revisions, 1)]
        return self

    def send(self, period, value="", unit="a", revision=1, at=None, auto=True, code="1.1.1", stage="", **cells):
        year, month = month_of(period)
        at = at or f"{year + month // 12}-{month % 12 + 1:02d}-05T00:00:00Z"
        occurred_on = cells.pop("occurred_on", "")
        figures = {name: figure(text) for name, text in (cells | {"value": value}).items()}
        self.sent.append((code, unit, (year, month), Submission(
            revision, instant(at), auto, stage=stage, occurred_on=occurred_on, **figures)))
        return self

    def review(self, period, outcome, at, unit="a", revision=1, reason=""):
        self.reviewed.append(("1.1.1", unit, month_of(period), revision, instant(at), outcome, reason))
        return self

    def publish(self, month, as_of=LATE, published=(), base_plan=None):
        """The publication, `published` being the months and instants of those before."""
        log, publications = Log(), []
        for each in self.sent:
            log.add(*each)
        for each in self.reviewed:
            log.review(*each)
        for month, as_of in [*published, (month, as_of)]:
            publications.append(oracle.publish(self.plan, log, month, instant(as_of), base_plan, publications))
        return publications[-1]

    def table(self, name, month, as_of=LATE, published=()):
        """The rows of a file of data/, with the columns that it has."""
        rows = self.publish(month, as_of, published).tables[name]
        return [{column: row[column] for column in tables.COLUMNS[name]} for row in rows]

    def row(self, month, as_of=LATE, unit="", base_plan=None):
        (row,) = [each for each in self.publish(month, as_of, base_plan=base_plan).tables["attainment"]
                  if (each["indicator"], each["unit"]) == ("1.1.1", unit)]
        return row

    def found(self, month, as_of=LATE, published=()):
        return [(each["code"], each["unit"], each["figure_period"])
                for each in self.table("findings", month, as_of, published)]

    def quoted(self, code, month, as_of=LATE, published=()):
        """What the sentences of the findings with the code must quote."""
        return [each.quoted + each.said for each in self.publish(month, as_of, published).findings if each.code == code]


def monthly(sample, values, unit="a"):
    for month, value in enumerate(values, 1):
        sample.send(f"2020-{month:02d}", value, unit)
    return sample
