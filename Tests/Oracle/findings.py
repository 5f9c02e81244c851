"""What an analyst must know before trusting the figures (docs/method.md, section 11)."""

from dataclasses import dataclass

from figures import exact, month_text
from measurement import accepted_figures, bases_of, used_figures
from workplan import WORK, due_date, target_at

SEVERITIES = {
    "missing": "warning", "late": "info", "awaiting_review": "info", "returned": "warning",
    "revised_after_publication": "warning", "cumulative_decrease": "warning", "part_exceeds_whole": "error",
    "numerator_exceeds_denominator": "error", "base_differs": "info", "no_base": "error",
    "allocation_mismatch": "error", "negative_value": "warning",
}


@dataclass
class Finding:
    code: str
    indicator: str
    unit: str        # empty for the district
    month: int       # of the figure, or None where it is about none
    quoted: tuple    # every number, month and day that its sentence must name, in either language
    said: tuple = ()  # words of others that it must repeat


def day(plan, moment):
    return str(moment.astimezone(plan.zone).date())


def cells(submission):
    """The figures of a submission as a sentence quotes them."""
    numbers = (submission.value, submission.denominator, submission.base_value, submission.base_denominator,
               submission.progress)
    return tuple(exact(each) for each in numbers if each is not None)


def revision(submission):
    return (str(submission.revision), *cells(submission))


class Reporter:
    """One reporter's figures of an indicator up to a month, and what they show."""

    def __init__(self, plan, log, base_year, indicator, unit, month, earlier):
        self.plan, self.log, self.base_year = plan, log, base_year
        self.indicator, self.unit, self.earlier = indicator, unit, earlier
        self.figures = accepted_figures(plan, log, indicator, (unit,), month)
        self.used = used_figures(indicator, self.figures)
        self.due_months = [each for each in indicator.due_months if each <= month]

    def findings(self):
        for due in self.due_months:
            accepted = self.figures.get((self.unit, due))
            yield from self.coming_in(due, accepted)
            yield from self.published_before(due, accepted)
            if accepted is not None and self.indicator.measure not in WORK:
                yield from self.doubtful(due, accepted)
                if self.indicator.measure in ("growth", "intensity_change"):
                    yield from self.bases(due, accepted)

    def finding(self, code, due, *quoted, said=()):
        return Finding(code, self.indicator.code, self.unit, due, quoted, said)

    def coming_in(self, due, accepted):
        key = (self.indicator.code, self.unit, (self.plan.year, due))
        revisions, last_day = self.log.existing(key), due_date(self.plan, self.plan.year, due)
        if accepted is None:
            yield self.finding("missing", due, str(last_day))
        elif revisions[0].submitted_at.astimezone(self.plan.zone).date() > last_day:
            yield self.finding("late", due, day(self.plan, revisions[0].submitted_at), str(last_day))
        if revisions:
            newest = revisions[-1]
            status, reason = self.log.status(key, newest)
            # Decision: of a figure that nobody has accepted it is told that it came, and not what it says.
            came = str(newest.revision), day(self.plan, newest.submitted_at)
            if status == "awaiting":
                yield self.finding("awaiting_review", due, *came)
            if status == "returned":
                yield self.finding("returned", due, *came, said=(reason,))

    def published_before(self, due, accepted):
        """Reading 13: every earlier publication that reaches the period; the last that differs is quoted."""
        key = (self.indicator.code, self.unit, due)
        for publication in reversed(self.earlier):
            used = publication.used.get(key)
            if used is not None and (accepted is None or used.revision != accepted.revision):
                yield self.finding("revised_after_publication", due, month_text(self.plan.year, publication.month),
                                   *revision(used), *(() if accepted is None else revision(accepted)))
                return

    def doubtful(self, due, accepted):
        before = [each for each in self.due_months if each < due and (self.unit, each) in self.figures]
        if self.indicator.accumulation == "cumulative" and before:
            last = self.figures[self.unit, before[-1]]
            if accepted.value < last.value:
                yield self.finding("cumulative_decrease", due, exact(accepted.value), exact(last.value),
                                   month_text(self.plan.year, before[-1]))
        if self.indicator.accumulation != "monthly" and accepted.value < 0:
            yield self.finding("negative_value", due, exact(accepted.value))

    def bases(self, due, accepted):
        with_denominator = self.indicator.measure == "intensity_change"
        last = self.base_year.accepted(self.indicator, self.unit, due)
        if last is not None:
            pairs = [(accepted.base_value, last.value)]
            if with_denominator:
                pairs.append((accepted.base_denominator, last.denominator))
            differing = [pair for pair in pairs if None not in pair and pair[0] != pair[1]]
            if differing:
                yield self.finding("base_differs", due, *(exact(each) for pair in differing for each in pair))
        # Decision: once for each figure used whose base, or base denominator, is missing.
        if (self.unit, due) in self.used:
            value, denominator = bases_of(self.indicator, self.unit, due, accepted, self.base_year)
            missing = [accepted.value] if value is None else []
            if with_denominator and denominator is None:
                missing.append(accepted.denominator)
            if missing:
                yield self.finding("no_base", due, *map(exact, missing))


def of_the_district(plan, indicator, as_of, measured):
    m = measured[indicator.code]
    if indicator.measure == "share" and None not in (m.value, m.denominator) and m.value > m.denominator:
        yield Finding("numerator_exceeds_denominator", indicator.code, "", m.figure_month,
                      (exact(m.value), exact(m.denominator)))
    whole = measured.get(indicator.part_of)
    if whole and None not in (m.value, whole.value) and m.value > whole.value:
        yield Finding("part_exceeds_whole", indicator.code, "", m.figure_month, (exact(m.value), exact(whole.value)),
                      (indicator.part_of,))
    allocations = plan.allocations.get(indicator.code)
    if allocations and indicator.measure in ("total", "stock"):
        _, target = target_at(plan, indicator, as_of)
        allocated = sum(allocations.values())
        if target is not None and target != allocated:
            # Decision: about the plan, so of no figure period.
            yield Finding("allocation_mismatch", indicator.code, "", None,
                          (exact(allocated), exact(target), exact(allocated - target)))


def findings(plan, log, base_year, month, as_of, measured, earlier):
    """In plan order, then by code, unit and period."""
    place = {unit: position for position, unit in enumerate(["", *plan.units])}
    for indicator in plan.indicators:
        found = list(of_the_district(plan, indicator, as_of, measured))
        for unit in indicator.reporters:
            found += Reporter(plan, log, base_year, indicator, unit, month, earlier).findings()
        yield from sorted(found, key=lambda each: (each.code, place[each.unit], each.month or 0))
