"""A plan and what of its log stands at an instant (docs/method.md, sections 2 and 3)."""

from workplan import WORK, due_date


class Standing:
    """What is due and accepted, and which target is in force, at `as_of`; `last` is last year's plan at the same instant."""

    def __init__(self, plan, log, as_of, last_plan=None):
        if last_plan is not None and last_plan.year != plan.year - 1:
            raise ValueError(f"last year's plan is of {last_plan.year}, not of {plan.year - 1}")
        self.plan, self.log, self.as_of = plan, log, as_of
        self.today = as_of.astimezone(plan.zone).date()
        self.last = None if last_plan is None else Standing(last_plan, log, as_of)
        self.by_code = {each.code: each for each in plan.indicators}
        self.district_rows = {}  # (indicator, month) -> Row, filled by judgement.district_row
        self.due_memo = {}

    def is_due(self, indicator, period):
        """Whether the figure of the period is due: the plan's date is later than its due day."""
        key = indicator.due_day, period
        if key not in self.due_memo:
            self.due_memo[key] = self.today > due_date(self.plan, indicator, period)
        return self.due_memo[key]

    def figures(self, indicator, reporters, month):
        """{(reporter, period): what is accepted}, of the periods up to the month."""
        return {(unit, period): each for (unit, period), each in self.log.of_year(indicator, self.plan.year).items()
                if period <= month and unit in reporters}

    def key(self, indicator, unit, period):
        return indicator.code, unit, (self.plan.year, period)

    def last_years(self, indicator, unit, period):
        """Last year's accepted figure of the indicator that this one continues, or None (section 4)."""
        if not indicator.continues:
            return None
        return self.log.accepted(indicator.continues, unit, (self.plan.year - 1, period))

    def base(self, indicator, unit, period, submission):
        """(base value, base denominator) of a figure: as stated, or else last year's."""
        value, denominator = submission.base_value, submission.base_denominator
        last = self.last_years(indicator, unit, period)
        if last is not None:
            value = last.value if value is None else value
            denominator = last.denominator if denominator is None else denominator
        return value, denominator

    def target(self, indicator):
        """The target in force, or None: the highest revision decided by now, before any decision the first."""
        revisions = self.plan.targets.get(indicator.code, [])
        if indicator.measure in WORK or not revisions:
            return None
        return ([each for each in revisions if each.decided_on <= self.today] or revisions[:1])[-1]
