"""What a publication changed since its month was last published, and why (docs/method.md, section 13)."""

from dataclasses import dataclass

from figures import exact, month_text
from findings import revision
from workplan import BASED

COMPARED = "target actual attainment_pct pace_pct verdict light".split()


@dataclass
class Cause:
    kind: str       # figure, base, target, review, plan, due or waiting
    quoted: tuple   # what `because` must name of it


def previous_of(publications, as_of, month, plan, used):
    """The publication before of the same month: of an earlier T, or of the same T with another plan or other figures."""
    def before(each):
        same = each.plan.version == plan.version and fingerprint(each.used) == fingerprint(used)
        return each.month == month and (each.as_of < as_of or each.as_of == as_of and not same)
    return next((each for each in reversed(publications) if before(each)), None)


def fingerprint(used):
    return {key: each.revision for key, each in used.items()}


def number(submission):
    return None if submission is None else submission.revision


def from_what_to_what(before, after):
    """The revisions and figures of both, as far as there were any."""
    return tuple(text for each in (before, after) if each is not None for text in revision(each))


class Comparison:
    """Two publications of a month, as far as one row of them goes."""

    def __init__(self, then, now):
        self.then, self.now, self.plan = then, now, now.plan

    def causes(self, row):
        """Every cause that there is why the row may differ, those of what it is relative to included."""
        if self.then.plan.version != self.plan.version:
            yield Cause("plan", (str(self.then.plan.version), str(self.plan.version)))
        yield from self.of_target(row)
        indicator = row.indicator
        for unit in (row.unit,) if row.unit else indicator.reporters:
            for period in (each for each in indicator.periods if each <= self.now.month):
                yield from self.of_figure(indicator, unit, period)
        if row.aim.other is not None:
            yield from (each for each in self.causes(row.aim.other) if each.kind != "plan")

    def of_target(self, row):
        """An allocation depends on the target only where a profile's amounts are divided by it."""
        before, after = (each.standing.target(row.indicator) for each in (self.then, self.now))
        if before is None or after is None or before.revision == after.revision:
            return
        if not row.unit or row.indicator.code in self.plan.amounts:
            yield Cause("target", (*(exact(each.told) for each in (before, after) if each.told is not None),
                                   str(after.decided_on), *filter(None, [after.source])))

    def of_figure(self, indicator, unit, period):
        key, place = (indicator.code, unit, period), (unit, month_text(self.plan.year, period))
        before, after = self.then.used.get(key), self.now.used.get(key)
        if number(before) != number(after):
            yield Cause("figure", (*place, *from_what_to_what(before, after)))
        if indicator.measure in BASED:
            base_before, base_after = (None if each is None else each.standing.last_years(indicator, unit, period)
                                       for each in (self.then, self.now))
            leaves_empty = any(each is not None and key in each.filling for each in (self.then, self.now))
            if leaves_empty and number(base_before) != number(base_after):
                yield Cause("base", (unit, month_text(self.plan.year - 1, period),
                                     *from_what_to_what(base_before, base_after)))
        yield from self.of_reviews(indicator, unit, period, place)
        due_before, due_after = (each.standing.is_due(indicator, period) for each in (self.then, self.now))
        if due_before != due_after:
            yield Cause("due", place)

    def of_reviews(self, indicator, unit, period, place):
        """The review of the figure used that was taken back, and what has come in since and waits or was returned."""
        key = self.now.standing.key(indicator, unit, period)
        log_before, log_after = self.then.standing.log, self.now.standing.log
        used = self.then.used.get((indicator.code, unit, period))
        if used is not None and log_after.status(*key, used)[0] == "returned":
            yield Cause("review", (*place, str(used.revision)))
        newest = log_after.newest(*key)
        if newest is None:
            return
        status = log_after.status(*key, newest)[0]
        known = log_before.newest(*key)
        if status != "accepted" and (number(known) != newest.revision or log_before.status(*key, known)[0] != status):
            yield Cause("waiting", (*place, str(newest.revision)))


def revised(then, now):
    """(row, its cells, its cells then, its causes) of every row that differs as printed."""
    comparison = Comparison(then, now)
    before = {(row.indicator.code, row.unit): cells for row, cells in zip(then.rows, then.cells)}
    for row, cells in zip(now.rows, now.cells):
        old = before.get((row.indicator.code, row.unit))
        if old is not None and any(old[name] != cells[name] for name in COMPARED):
            yield row, cells, old, list(comparison.causes(row))
