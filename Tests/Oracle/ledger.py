"""What was submitted, reviewed and said, and what of it stands at an instant (docs/method.md, section 3)."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from figures import figure, instant, month_of
from workplan import rows_of, truth

FIGURES = "value denominator base_value base_denominator progress".split()
WORDS = "stage occurred_on reason next_step evidence note".split()
END_OF_TIME = datetime.datetime.max.replace(tzinfo=datetime.timezone.utc)


@dataclass
class Submission:
    revision: int
    submitted_at: datetime.datetime
    auto_accepted: bool
    value: Fraction = None
    denominator: Fraction = None
    base_value: Fraction = None
    base_denominator: Fraction = None
    progress: Fraction = None
    stage: str = ""
    occurred_on: str = ""
    reason: str = ""
    next_step: str = ""
    evidence: str = ""
    note: str = ""


@dataclass
class Review:
    reviewed_at: datetime.datetime
    outcome: str
    reason: str = ""


@dataclass
class Comment:
    said_at: datetime.datetime
    text: str


class Log:
    """Every submission, review and comment, seen as they stood at one instant."""

    def __init__(self, as_of=END_OF_TIME):
        self.as_of = as_of
        self.submissions = defaultdict(list)  # (indicator, unit, (year, month)) -> revisions, ascending
        self.reviews = defaultdict(list)      # key + (revision,) -> reviews, as they were made
        self.comments = defaultdict(list)     # (indicator, (year, month)) -> comments, as they were made
        self.accepted_memo, self.year_memo = {}, {}

    def at(self, as_of):
        """The same submissions, reviews and comments as they stood at another instant."""
        log = Log(as_of)
        log.submissions, log.reviews, log.comments = self.submissions, self.reviews, self.comments
        return log

    def add(self, indicator, unit, period, submission):
        self.submissions[indicator, unit, period].append(submission)
        self.submissions[indicator, unit, period].sort(key=lambda each: each.revision)

    def review(self, indicator, unit, period, revision, review):
        if review.outcome not in ("accepted", "returned"):
            raise ValueError(f"an outcome is accepted or returned, not {review.outcome!r}")
        self.reviews[indicator, unit, period, revision].append(review)

    def comment(self, indicator, period, comment):
        self.comments[indicator, period].append(comment)

    def existing(self, indicator, unit, period):
        return [each for each in self.submissions.get((indicator, unit, period), ()) if each.submitted_at <= self.as_of]

    def newest(self, indicator, unit, period):
        """The newest revision at the instant, or None."""
        return (self.existing(indicator, unit, period) or [None])[-1]

    def past_reviews(self, indicator, unit, period, submission):
        reviews = self.reviews.get((indicator, unit, period, submission.revision), ())
        return sorted((each for each in reviews if each.reviewed_at <= self.as_of), key=lambda each: each.reviewed_at)

    def status(self, indicator, unit, period, submission):
        """(accepted, returned or awaiting, the reason): the last review at or before the instant decides."""
        past = self.past_reviews(indicator, unit, period, submission)
        if past:
            return past[-1].outcome, past[-1].reason
        return ("accepted" if submission.auto_accepted else "awaiting"), ""

    def accepted(self, indicator, unit, period):
        """The highest revision accepted at the instant, or None."""
        key = (indicator, unit, period)
        if key not in self.accepted_memo:
            standing = [each for each in self.existing(*key) if self.status(*key, each)[0] == "accepted"]
            self.accepted_memo[key] = standing[-1] if standing else None
        return self.accepted_memo[key]

    def awaits(self, indicator, unit, period):
        """Whether the newest revision awaits review."""
        newest = self.newest(indicator, unit, period)
        return newest is not None and self.status(indicator, unit, period, newest)[0] == "awaiting"

    def of_year(self, indicator, year):
        """{(reporter, period): what is accepted of the year}, of the expected reporters."""
        if (indicator.code, year) not in self.year_memo:
            figures = {(unit, period): self.accepted(indicator.code, unit, (year, period))
                       for unit in indicator.reporters for period in indicator.periods}
            self.year_memo[indicator.code, year] = {key: each for key, each in figures.items() if each is not None}
        return self.year_memo[indicator.code, year]

    def comment_on(self, indicator, period):
        """The comment of the office that stands: the last one; an empty one takes back what was said."""
        said = [each for each in self.comments.get((indicator, period), ()) if each.said_at <= self.as_of]
        last = sorted(said, key=lambda each: each.said_at)[-1:]
        return last[0] if last and last[0].text else None


def read_log(log_path, reviews_path=None, comments_path=None):
    log = Log()
    seen = set()
    for row in rows_of(log_path):
        key = (row["indicator"], row["unit"], month_of(row["period"]))
        if key + (row["revision"],) in seen:
            raise ValueError(f"a revision stands twice in the log: {key} {row['revision']}")
        seen.add(key + (row["revision"],))
        log.add(*key, Submission(
            int(row["revision"]), instant(row["submitted_at"]), truth(row["auto_accepted"]),
            **{name: figure(row[name]) for name in FIGURES}, **{name: row.get(name) or "" for name in WORDS}))
    for row in rows_of(reviews_path) if reviews_path else ():
        log.review(row["indicator"], row["unit"], month_of(row["period"]), int(row["revision"]),
                   Review(instant(row["reviewed_at"]), row["outcome"], row["reason"]))
    for row in rows_of(comments_path) if comments_path else ():
        log.comment(row["indicator"], month_of(row["period"]), Comment(instant(row["said_at"]), row["text"]))
    return log
