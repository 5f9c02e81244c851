"""What was submitted and reviewed, and what of it stands at an instant (docs/method.md, section 3)."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from figures import figure, instant, month_of
from workplan import rows_of, truth


@dataclass
class Submission:
    revision: int
    submitted_at: datetime.datetime
    auto_accepted: bool
    value: Fraction = None
    denominator: Fraction = None
    base_value: Fraction = None
    base_denominator: Fraction = None
    stage: str = ""
    progress: Fraction = None
    occurred_on: str = ""


class Log:
    """Every submission and review, seen as they stood at one instant."""

    def __init__(self, as_of=datetime.datetime.max.replace(tzinfo=datetime.timezone.utc)):
        self.as_of = as_of
        self.submissions = defaultdict(list)  # (indicator, unit, (year, month)) -> revisions, ascending
        self.reviews = defaultdict(list)      # key + (revision,) -> [(reviewed_at, line, outcome, reason)]
        self.accepted_memo, self.year_memo = {}, {}

    def at(self, as_of):
        """The same submissions and reviews as they stood at another instant."""
        log = Log(as_of)
        log.submissions, log.reviews = self.submissions, self.reviews
        return log

    def add(self, indicator, unit, period, submission):
        self.submissions[indicator, unit, period].append(submission)
        self.submissions[indicator, unit, period].sort(key=lambda each: each.revision)

    def review(self, indicator, unit, period, revision, reviewed_at, outcome, reason=""):
        if outcome not in ("accepted", "returned"):
            raise ValueError(f"an outcome is accepted or returned, not {outcome!r}")
        reviews = self.reviews[indicator, unit, period, revision]
        reviews.append((reviewed_at, len(reviews), outcome, reason))

    def existing(self, key):
        return [each for each in self.submissions.get(key, ()) if each.submitted_at <= self.as_of]

    def status(self, key, submission):
        """(accepted, returned or awaiting, the reason): the last review at or before the instant decides."""
        past = [each for each in self.reviews.get(key + (submission.revision,), ()) if each[0] <= self.as_of]
        if past:
            return max(past)[2:]
        return ("accepted" if submission.auto_accepted else "awaiting"), ""

    def accepted(self, indicator, unit, period):
        """The highest revision accepted at the instant, or None."""
        key = (indicator, unit, period)
        if key not in self.accepted_memo:
            standing = [each for each in self.existing(key) if self.status(key, each)[0] == "accepted"]
            self.accepted_memo[key] = standing[-1] if standing else None
        return self.accepted_memo[key]

    def of_year(self, indicator, year):
        """{(reporter, due month): what is accepted of the year}, of the expected reporters."""
        if (indicator.code, year) not in self.year_memo:
            figures = {(unit, due): self.accepted(indicator.code, unit, (year, due))
                       for unit in indicator.reporters for due in indicator.due_months}
            self.year_memo[indicator.code, year] = {key: each for key, each in figures.items() if each is not None}
        return self.year_memo[indicator.code, year]


def read_log(log_path, reviews_path=None):
    log = Log()
    seen = set()
    for row in rows_of(log_path):
        key = (row["indicator"], row["unit"], month_of(row["period"]))
        if key + (row["revision"],) in seen:
            raise ValueError(f"a revision stands twice in the log: {key} {row['revision']}")
        seen.add(key + (row["revision"],))
        log.add(*key, Submission(
            revision=int(row["revision"]),
            submitted_at=instant(row["submitted_at"]),
            auto_accepted=truth(row["auto_accepted"]),
            value=figure(row["value"]),
            denominator=figure(row["denominator"]),
            base_value=figure(row["base_value"]),
            base_denominator=figure(row["base_denominator"]),
            stage=row["stage"],
            progress=figure(row["progress"]),
            occurred_on=row["occurred_on"],
        ))
    for row in rows_of(reviews_path) if reviews_path else ():
        log.review(row["indicator"], row["unit"], month_of(row["period"]), int(row["revision"]),
                   instant(row["reviewed_at"]), row["outcome"], row["reason"])
    return log


class BaseYear:
    """Last year's accepted figures; with the plan of that year at hand, of its indicators only."""

    def __init__(self, plan, log, base_plan=None):
        if base_plan and base_plan.year != plan.year - 1:
            raise ValueError(f"the base plan is of {base_plan.year}, not of {plan.year - 1}")
        self.year = plan.year - 1
        self.log = log
        self.codes = {each.code for each in base_plan.indicators} if base_plan else None

    def accepted(self, indicator, unit, month):
        if self.codes is not None and indicator.code not in self.codes:
            return None
        return self.log.accepted(indicator.code, unit, (self.year, month))
