"""What an analyst must know before trusting the figures (docs/method.md, section 11)."""

from dataclasses import dataclass
from fractions import Fraction

from figures import decimals_of, exact, month_text, printed, rounded
from judgement import INFINITE
from workplan import BASED, DIVIDED, WORK, due_date

SEVERITIES = {
    "missing": "warning", "late": "info", "awaiting_review": "info", "returned": "warning",
    "revised_after_publication": "warning", "cumulative_decrease": "warning", "part_exceeds_whole": "error",
    "numerator_exceeds_denominator": "error", "base_differs": "info", "base_filled": "info", "no_base": "error",
    "allocation_mismatch": "error", "negative_value": "warning", "target_revised": "info", "implausible": "warning",
    "jump": "warning", "far_above_target": "warning", "at_risk": "warning", "due_soon": "info", "near_target": "info",
}
# The others quote no more than their figures; these may name a limit, a unit or a number of revisions, too.
QUOTING_MORE = {"base_filled", "target_revised", "implausible", "jump", "far_above_target", "at_risk", "due_soon",
                "near_target", "revised_after_publication"}
INDEX = Fraction(100)  # a base stated as 100 is that of an index


@dataclass
class Finding:
    code: str
    indicator: str
    unit: str          # empty for the district
    month: int         # of the figure, or None where it is about none
    quoted: tuple      # the numbers, months and days that its sentence must name, in either language
    said: tuple = ()   # words of others that it must repeat
    severity: str = ""

    def __post_init__(self):
        self.severity = self.severity or SEVERITIES[self.code]


def day(plan, moment):
    return str(moment.astimezone(plan.zone).date())


def cells(submission):
    """The figures of a submission as a sentence quotes them."""
    numbers = (submission.value, submission.denominator, submission.base_value, submission.base_denominator,
               submission.progress)
    return tuple(exact(each) for each in numbers if each is not None)


def revision(submission):
    return (str(submission.revision), *cells(submission))


def level(indicator, number):
    """An actual, or a target that is a figure, as it is printed."""
    return exact(number) if indicator.measure in ("total", "stock", "rate") else printed(number)


# --- What one reporter's figures show --------------------------------------------------------------------------------

class Reporter:
    """One reporter's figures of an indicator up to a month, and what they show."""

    def __init__(self, standing, rows, indicator, unit, month, earlier):
        self.standing, self.plan, self.log = standing, standing.plan, standing.log
        self.indicator, self.unit, self.earlier = indicator, unit, earlier
        self.figures = {period: each for (_, period), each in standing.figures(indicator, (unit,), month).items()}
        self.periods = [each for each in indicator.periods if each <= month]
        # What the accumulation of a row takes: of the district's, or of the unit's own.
        self.taken = {period for row in rows for who, period in row.measured.used or () if who == unit}

    def findings(self):
        for period in self.periods:
            accepted = self.figures.get(period)
            yield from self.coming_in(period, accepted)
            yield from self.published_before(period, accepted)
            if accepted is not None and self.indicator.measure not in WORK:
                yield from self.doubtful(period, accepted)
                yield from self.jump(period, accepted)
                yield from self.implausible(period, accepted)
                if self.indicator.measure in BASED:
                    yield from self.bases(period, accepted)

    def finding(self, code, period, *quoted, said=()):
        return Finding(code, self.indicator.code, self.unit, period, quoted, said)

    def before(self, period):
        """The reporter's latest accepted figure of the year before the period, and its period; or None, None."""
        last = max((each for each in self.figures if each < period), default=None)
        return self.figures.get(last), last

    def coming_in(self, period, accepted):
        key = self.standing.key(self.indicator, self.unit, period)
        revisions, last_day = self.log.existing(*key), due_date(self.plan, self.indicator, period)
        newest = revisions[-1] if revisions else None
        status, reason = self.log.status(*key, newest) if revisions else ("none", "")
        if accepted is not None:
            if revisions[0].submitted_at.astimezone(self.plan.zone).date() > last_day:
                yield self.finding("late", period, day(self.plan, revisions[0].submitted_at), str(last_day))
        elif status != "awaiting" and self.standing.is_due(self.indicator, period):
            yield self.finding("missing", period, str(last_day))
        if status in ("awaiting", "returned"):
            code, said = ("returned", (reason,)) if status == "returned" else ("awaiting_review", ())
            yield self.finding(code, period, str(newest.revision), day(self.plan, newest.submitted_at), said=said)

    def published_before(self, period, accepted):
        """Only the last publication that reaches the period counts: what it used, and last year's where that filled in."""
        last = next((each for each in reversed(self.earlier) if each.month >= period), None)
        if last is None:
            return
        key = self.indicator.code, self.unit, period
        then, base_then = last.used.get(key), last.bases.get(key)
        if then is not None and (accepted is None or then.revision != accepted.revision):
            yield self.finding("revised_after_publication", period, month_text(self.plan.year, last.month),
                               *revision(then), *(() if accepted is None else revision(accepted)))
        elif base_then is not None:
            base_now = self.standing.last_years(self.indicator, self.unit, period)
            if base_now is None or base_now.revision != base_then.revision:
                yield self.finding("revised_after_publication", period, month_text(self.plan.year, last.month),
                                   *revision(base_then), *(() if base_now is None else revision(base_now)))

    def doubtful(self, period, accepted):
        last, before = self.before(period)
        index = self.indicator.measure == "growth" and accepted.base_value == INDEX
        if self.indicator.accumulation == "cumulative" and last is not None and not index:
            if accepted.value < last.value:
                yield self.finding("cumulative_decrease", period, exact(accepted.value), exact(last.value),
                                   month_text(self.plan.year, before))
        if self.indicator.accumulation != "monthly" and self.indicator.measure != "rate" and accepted.value < 0:
            yield self.finding("negative_value", period, exact(accepted.value))

    def jump(self, period, accepted):
        last, before = self.before(period)
        seasonal = self.indicator.accumulation == "monthly" and self.indicator.code in self.plan.profiles
        if last is None or seasonal or self.indicator.whole or self.indicator.measure == "rate":
            return
        names = ["value"] + ["denominator"] * (self.indicator.measure in DIVIDED)
        if self.indicator.measure in BASED:
            names += ["base_value"] + ["base_denominator"] * (self.indicator.measure == "intensity_change")
        pairs = [(getattr(accepted, name), getattr(last, name)) for name in names]
        leaps = [pair for pair in pairs if all(pair) and not Fraction(1, 10) < abs(pair[0] / pair[1]) < 10]
        if leaps:
            yield self.finding("jump", period, *(exact(each) for pair in leaps for each in pair),
                               month_text(self.plan.year, before))

    def own_value(self, period, accepted):
        """What is held against the plausible bounds, or None where it cannot be divided."""
        indicator = self.indicator
        if indicator.measure not in (*DIVIDED, *BASED):
            return accepted.value
        divisors = [accepted.denominator] if indicator.measure in DIVIDED else []
        if indicator.measure in BASED:
            base, base_denominator = self.standing.base(indicator, self.unit, period, accepted)
            divisors += [base] + [base_denominator] * (indicator.measure == "intensity_change")
        if not all(each is not None and each > 0 for each in divisors):
            return None
        if indicator.measure == "growth":
            return (accepted.value / base - 1) * 100
        quotient = accepted.value / accepted.denominator
        if indicator.measure == "intensity_change":
            return (quotient / (base / base_denominator) - 1) * 100
        return quotient * (100 if indicator.measure == "share" else indicator.scale)

    def implausible(self, period, accepted):
        least, most = self.indicator.plausible
        if least is None and most is None:
            return
        own = self.own_value(period, accepted)
        if own is None or (least is None or own >= least) and (most is None or own <= most):
            return
        figure = own is accepted.value
        yield self.finding("implausible", period, exact(own) if figure else printed(own),
                           *(exact(each) for each in (least, most) if each is not None))

    def bases(self, period, accepted):
        with_denominator = self.indicator.measure == "intensity_change"
        stated, last = [accepted.base_value], self.standing.last_years(self.indicator, self.unit, period)
        known = [None if last is None else last.value]
        if with_denominator:
            stated.append(accepted.base_denominator)
            known.append(None if last is None else last.denominator)
        pairs = list(zip(stated, known))
        differing = [pair for pair in pairs if None not in pair and pair[0] != pair[1] and pair[0] != INDEX]
        if differing:
            yield self.finding("base_differs", period, *(exact(each) for pair in differing for each in pair))
        if period not in self.taken:
            return
        filled = [there for said, there in pairs if said is None and there is not None]
        if filled:
            yield self.finding("base_filled", period, *map(exact, filled))
        figures = (accepted.value, accepted.denominator)
        missing = [figures[place] for place, pair in enumerate(pairs) if pair == (None, None)]
        if missing:
            yield self.finding("no_base", period, *map(exact, missing))


# --- What a row shows ------------------------------------------------------------------------------------------------

def of_a_row(row):
    """What is told of the district's row and of units' rows alike, in the row's figure period."""
    indicator, result, m = row.indicator, row.result, row.measured

    def finding(code, *quoted):
        return Finding(code, indicator.code, row.unit, m.figure_month, quoted)

    above = indicator.measure in ("total", "stock", "share", "ratio", "daily_average")
    if above and indicator.direction == "at_least" and not indicator.whole and (result.attainment or 0) > 300:
        yield finding("far_above_target", level(indicator, result.actual), target_text(row), printed(result.attainment))
    if result.verdict == "on_track" and row.projected_last_year is not None:
        limit = row.aim.effective(indicator.direction)
        if row.projected_last_year != limit and (
                (row.projected_last_year > limit) == (indicator.direction == "at_most")):
            yield finding("at_risk", printed(row.projected_last_year), target_text(row))
    if not indicator.whole and indicator.measure not in WORK and result.rule > 3 and nearly(row):
        yield finding("near_target", level(indicator, result.actual), target_text(row))


def nearly(row):
    """Whether a target that is not met would be, by the actual rounded as finely as the target is stated."""
    if row.result.ratio == INFINITE or row.result.ratio >= 1:
        return False
    stated = row.aim.target.value if row.aim.relative else row.aim.value
    actual = rounded(row.result.actual, max(1, decimals_of(stated or Fraction(0))))
    limit = row.aim.effective(row.indicator.direction)
    return actual <= limit if row.indicator.direction == "at_most" else actual >= limit


def target_text(row):
    return printed(row.aim.value) if row.aim.relative else exact(row.aim.value)


def changes_of(target, revisions):
    """(before, after) of each change of a target up to the one in force."""
    return [pair for pair in zip(revisions, revisions[1:]) if target is not None and pair[1].revision <= target.revision]


def of_the_district(standing, row, month, rows):
    indicator, m, plan = row.indicator, row.measured, standing.plan
    if indicator.measure == "share" and None not in (m.value, m.denominator) and m.value > m.denominator:
        yield Finding("numerator_exceeds_denominator", indicator.code, "", m.figure_month,
                      (exact(m.value), exact(m.denominator)))
    whole = rows.get((indicator.part_of, ""))
    if whole is not None and None not in (m.value, whole.measured.value) and m.value > whole.measured.value:
        yield Finding("part_exceeds_whole", indicator.code, "", m.figure_month,
                      (exact(m.value), exact(whole.measured.value)), (indicator.part_of,))
    soon = indicator.due_month in (month, month + 1) and row.result.verdict != "attained" and not indicator.reference
    if soon and (indicator.measure == "milestone" or indicator.pacing == "at_due"):
        yield Finding("due_soon", indicator.code, "", m.figure_month, (str(indicator.due_month),))
    yield from allocations(plan, indicator, standing.target(indicator))
    changed = changes_of(standing.target(indicator), plan.targets.get(indicator.code, []))
    if changed:
        yield Finding("target_revised", indicator.code, "", None, tuple(
            text for before, after in changed for text in (
                *(exact(each.told) for each in (before, after) if each.told is not None), str(after.decided_on))),
            tuple(after.source for _, after in changed if after.source))


def allocations(plan, indicator, target):
    """Short of the target an error; beyond it, on the safe side, a remark (层层加码)."""
    shares = plan.allocations.get(indicator.code)
    if not shares or indicator.measure not in ("total", "stock") or target is None or target.relative_to:
        return
    allocated = sum(shares.values())
    if allocated != target.value:
        unsafe = (allocated > target.value) == (indicator.direction == "at_most")
        yield Finding("allocation_mismatch", indicator.code, "", None,
                      (exact(allocated), exact(target.value), exact(allocated - target.value)),
                      severity="error" if unsafe else "info")


def findings(standing, rows, month, earlier):
    """In plan order, then by code, unit and period."""
    place = {unit: position for position, unit in enumerate(["", *standing.plan.units])}
    by_key = {(each.indicator.code, each.unit): each for each in rows}
    for indicator in standing.plan.indicators:
        own = [by_key[indicator.code, unit] for unit in place if (indicator.code, unit) in by_key]
        found = list(of_the_district(standing, own[0], month, by_key))
        for row in own:
            found += of_a_row(row)
        for unit in indicator.reporters:
            found += Reporter(standing, own, indicator, unit, month, earlier).findings()
        yield from sorted(found, key=lambda each: (each.code, place[each.unit], each.month or 0))
