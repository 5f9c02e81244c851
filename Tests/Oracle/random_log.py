"""Two years of random submissions, reviews and comments of a random plan."""

import calendar
import datetime
from fractions import Fraction

from figures import month_text
from random_plan import RETURN_REASONS, LARGEST, MICRO, PlanDraft, clamp, micros_text, periods_of
from workplan import STAGES, WORK

UTC = datetime.timezone.utc
START_OF_TIME = datetime.datetime.min.replace(tzinfo=UTC)
LOG_COLUMNS = ("indicator unit period revision submitted_at auto_accepted value denominator base_value "
               "base_denominator stage progress occurred_on reason next_step evidence note").split()
REVIEW_COLUMNS = "indicator unit period revision reviewed_at outcome reason".split()
COMMENT_COLUMNS = "indicator period said_at text".split()


def stamp(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def last_day(year, month, day):
    """The day, 1 to 62, of the months after the period, or the last of its month where that is shorter."""
    months, day = (1, day) if day <= 31 else (2, day - 31)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return datetime.datetime(year, month + 1, min(day, calendar.monthrange(year, month + 1)[1]))


class LogDraft(PlanDraft):
    """What was sent in: near the due day, corrected, returned, late or never."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.log, self.reviews, self.comments = [], [], []

    def utc(self, local):
        """The instant of a wall-clock time in the plan's zone, as the log writes it."""
        return local.replace(tzinfo=self.zone).astimezone(UTC)

    def first_submitted_at(self, row, year, month):
        start = datetime.datetime(year + month // 12, month % 12 + 1, 1)
        due = last_day(year, month, int(row["due_day"] or self.due_day))
        if self.chance(0.03):  # the last second in time, or the first one late
            return self.utc(due + datetime.timedelta(days=1) - datetime.timedelta(seconds=self.random.choice((0, 1))))
        late = self.random.randint(1, 40) if self.chance(0.12) else 0
        days = (due - start).days + late if late else self.random.randint(0, (due - start).days)
        return self.utc(start + datetime.timedelta(days=days, seconds=self.random.randint(0, 86399)))

    def rounded(self, micros, places):
        step = 10 ** (6 - places)
        return clamp(round(Fraction(micros, step)) * step)

    def series(self, accumulation, months, scale, places):
        """{month: millionths}: what one reporter would report of a year; a scale may be zero or negative."""
        r = self.random
        figures, running, level = {}, 0, scale
        for month in months:
            amount = scale * r.randint(200, 1800) // 1000
            if self.chance(0.02):
                amount = 0
            if accumulation == "monthly":
                figures[month] = -amount // 3 if self.chance(0.04) else amount
            elif accumulation == "cumulative":
                running += -amount // 2 if self.chance(0.05) else amount
                figures[month] = running
            else:
                level = level * r.randint(900, 1120) // 1000
                figures[month] = -level if self.chance(0.02) else level
        return {month: self.rounded(micros, places) for month, micros in figures.items()}

    def moved(self, series, places):
        """A series near another one: the year after, or the denominator of a numerator."""
        factor = self.random.randint(850, 1180)
        return {month: self.rounded(micros * (factor + self.random.randint(-40, 40)) // 1000, places)
                for month, micros in series.items()}

    def submit(self, row, unit, year, month, cells, correct, after=START_OF_TIME):
        """The revisions of one figure and their reviews; gives the instant of the last."""
        revisions = self.random.choice((1,) * 8 + (2, 2, 3))
        moment = max(self.first_submitted_at(row, year, month), after)
        for revision in range(1, revisions + 1):
            key = {"indicator": row["indicator"], "unit": unit, "period": month_text(year, month),
                   "revision": str(revision)}
            automatic = self.automatic if self.chance(0.9) else not self.automatic
            self.log.append(dict.fromkeys(LOG_COLUMNS, "") | cells | self.words() | key | {
                "submitted_at": stamp(moment), "auto_accepted": "true" if automatic else "false"})
            self.review(key, moment, automatic)
            last = moment
            # Last year's figures are corrected in this year, too, when they have long served as bases.
            days = self.random.randint(200, 500) if year < self.year and self.chance(0.3) else self.random.randint(0, 50)
            moment += datetime.timedelta(days=days, seconds=self.random.randint(1, 86399))
            cells = correct(cells)
        return last + datetime.timedelta(hours=1)

    def words(self):
        said = {"reason": "天气原因，进度滞后", "next_step": '下月"补上"', "evidence": "附件3", "note": "初步数"}
        return {name: text for name, text in said.items() if self.chance(0.08)}

    def review(self, key, submitted_at, automatic):
        r = self.random
        if automatic:
            outcomes = r.choice(((),) * 30 + (("returned",), ("returned", "accepted")))
        else:
            outcomes = r.choice((("accepted",),) * 22 + ((), (), (), ("returned",), ("returned",),
                                                         ("returned", "accepted"), ("accepted", "returned")))
        moment = submitted_at
        for outcome in outcomes:
            moment += datetime.timedelta(days=r.choice((0, 1, 2, 5, 30)), seconds=r.randint(1, 86399))
            self.reviews.append(key | {"reviewed_at": stamp(moment), "outcome": outcome,
                                       "reason": r.choice(RETURN_REASONS) if outcome == "returned" else ""})

    # --- Values ---

    def value_submissions(self, row):
        """This year's figures of an indicator, and last year's of what it continues."""
        r = self.random
        last_row = self.last_rows.get(row["indicator"])
        places = 0 if row["whole"] else r.choice((0, 1, 2, 2, 4, 6))
        scale = MICRO * r.choice((1, 10, 300, 5000, 10**5, 10**6)) * r.randint(1, 99) // r.choice((1, 7, 10))
        if self.chance(0.03):
            scale = LARGEST // 2
        if self.chance(0.08):  # a year of nothing, or of returns and repayments
            scale = r.choice((0, -scale))
        draft = Values(self, row, places, scale)
        units = row["reporters"].split() or [row["lead_unit"]]
        last_units = (last_row["reporters"].split() or [last_row["lead_unit"]]) if last_row else []
        for unit in sorted({*units, *last_units}, key=self.unit_codes.index):
            if not self.chance(0.03):
                draft.of_unit(unit, last_row if unit in last_units else None, unit in units)

    def corrected_value(self, places):
        def correct(cells):
            micros = int(Fraction(cells["value"]) * MICRO)
            step = 10 ** (6 - places)
            moved = self.rounded(micros * self.random.randint(950, 1050) // 1000, places)
            if moved == micros:
                moved = micros - step if micros > 0 else micros + step
            return cells | {"value": micros_text(moved)}
        return correct

    def rate_submissions(self, row):
        """Growth rates as published: a few percent either way, rarely a collapse."""
        r = self.random
        rows = [(row, self.year)]
        if row["indicator"] in self.last_rows:
            rows.append((self.last_rows[row["indicator"]], self.year - 1))
        for of_year, year in rows:
            level = r.randint(-60, 140)
            for month in periods_of(of_year):
                rate = level + r.randint(-25, 25)
                if self.chance(0.05):
                    rate = r.choice((-1000, -1200, 0))
                if self.chance(0.9):
                    unit = of_year["reporters"] or of_year["lead_unit"]
                    self.submit(of_year, unit, year, month, {"value": micros_text(rate * MICRO // 10)},
                                self.corrected_value(2))

    # --- Work ---

    def work_submissions(self, row):
        """Stages and progress; a milestone's are sent in order, so that no stage goes back."""
        r = self.random
        milestone = row["measure"] == "milestone"
        gaps = r.choice((0, 0.05, 0.3))
        speed = r.choice((4, 8, 9, 12))
        for unit in row["reporters"].split() or [row["lead_unit"]]:
            if self.chance(0.05):
                continue
            after = START_OF_TIME
            stage, progress, occurred_on = 0, 0, ""
            for month in periods_of(row):
                progress = min(100 * MICRO, max(progress, speed * MICRO * month * r.randint(700, 1300) // 1000))
                reached = 0 if progress < 10 * MICRO else 1 if progress < 100 * MICRO else 2
                if reached > stage:
                    stage = reached
                    occurred_on = f"{self.year}-{month:02d}-{r.randint(1, 28):02d}"
                if self.chance(gaps):
                    continue
                cells = {"progress": micros_text(self.rounded(progress, r.choice((0, 1, 6))))}
                if milestone:
                    cells |= {"stage": STAGES[stage], "occurred_on": occurred_on}
                    if stage == 0:
                        cells["progress"] = r.choice(("", "0"))
                    elif self.chance(0.2):
                        cells["progress"] = ""
                sent = self.submit(row, unit, self.year, month, cells, self.corrected_progress, after)
                if milestone:
                    after = sent

    def corrected_progress(self, cells):
        if cells.get("stage") in ("not_started", "completed"):
            return cells | {"progress": {"": "0" if cells["stage"] == "not_started" else "100"}.get(
                cells["progress"], "")}
        progress = cells["progress"]
        while progress == cells["progress"]:
            progress = str(self.random.randint(0, 100))
        return cells | {"progress": progress}

    # --- All of it ---

    def submissions(self):
        for row in self.tables["indicators.csv"]:
            if row["measure"] in WORK:
                self.work_submissions(row)
            elif row["measure"] == "rate":
                self.rate_submissions(row)
            else:
                self.value_submissions(row)

    def remarks(self):
        """The office's comments: some corrected, some taken back."""
        for row in self.tables["indicators.csv"]:
            if not self.chance(0.15):
                continue
            month = self.random.randint(1, 12)
            moment = last_day(self.year, month, self.due_day) - datetime.timedelta(days=self.random.randint(0, 9))
            for text in self.random.choice((("已约谈",), ("已约谈", "进度已追回，持续关注"), ("数据待核", ""))):
                self.comments.append({"indicator": row["indicator"], "period": month_text(self.year, month),
                                      "said_at": stamp(self.utc(moment)), "text": text})
                moment += datetime.timedelta(days=self.random.randint(1, 60))


class Values:
    """The figures of one indicator that carries values, a unit at a time."""

    def __init__(self, draft, row, places, scale):
        r = draft.random
        self.draft, self.random, self.row, self.places, self.scale = draft, r, row, places, scale
        self.with_denominator = row["measure"] in ("share", "ratio", "intensity_change")
        self.with_base = row["measure"] in ("growth", "intensity_change")
        self.gaps = r.choice((0, 0, 0.03, 0.1, 0.5))
        self.empty_bases = r.choice((0, 0.2, 1))
        self.spoilt = draft.chance(0.04)  # every base, or denominator, zero or negative
        self.index = row["measure"] == "growth" and draft.chance(0.08)  # the year before is 100
        self.nothing = self.with_base and draft.chance(0.04)  # of what the year before had

    def of_unit(self, unit, last_row, this_year):
        draft, r = self.draft, self.random
        months = sorted({*periods_of(self.row), *(periods_of(last_row) if last_row else ())})
        last = draft.series(self.row["accumulation"], months, self.scale, self.places)
        this = draft.moved(last, self.places)
        if self.index:
            this = {month: MICRO * r.randint(850, 1200) // 10 for month in months}
        if self.nothing:
            this = {month: -micros if draft.chance(0.3) else 0 for month, micros in this.items()}
        # Of a year of nothing there may still be something that it is nothing of.
        of_nothing = r.choice((0, 100 * MICRO))
        last_denominator = {month: draft.rounded((micros or of_nothing) * r.randint(1100, 2500) // 1000, self.places)
                            for month, micros in last.items()}
        this_denominator = draft.moved(last_denominator, self.places)
        for month in months:
            denominators = [last_denominator[month], this_denominator[month]]
            if self.with_denominator and (draft.chance(0.01) or self.spoilt):
                denominators[r.randint(0, 1)] = r.choice((0, -MICRO, this[month] // 2))
            if last_row is not None and month in periods_of(last_row) and not draft.chance(0.06):
                self.of_last_year(last_row, unit, month, last[month], denominators[0])
            if this_year and month in periods_of(self.row) and not draft.chance(self.gaps):
                self.of_this_year(unit, month, this[month], last[month], denominators)

    def slip(self, micros):
        """Now and then 万 for 亿, or a digit too many."""
        if not self.draft.chance(0.01):
            return micros
        return clamp(micros * 10 ** self.random.choice((1, 2, 4)))

    def of_last_year(self, row, unit, month, micros, denominator):
        cells = {"value": micros_text(micros)}
        if row["measure"] in ("share", "ratio", "intensity_change"):
            cells["denominator"] = micros_text(denominator)
        if row["measure"] in ("growth", "intensity_change") and self.draft.chance(0.5):
            cells["base_value"] = micros_text(micros)
        if row["measure"] == "intensity_change" and self.draft.chance(0.5):
            cells["base_denominator"] = micros_text(denominator)
        self.draft.submit(row, unit, self.draft.year - 1, month, cells, self.draft.corrected_value(self.places))

    def of_this_year(self, unit, month, micros, last, denominators):
        draft, r = self.draft, self.random
        cells = {"value": micros_text(self.slip(micros))}
        if self.with_denominator:
            cells["denominator"] = micros_text(self.slip(denominators[1]))
        if self.with_base and not draft.chance(self.empty_bases):
            base = last if draft.chance(0.6) else draft.rounded(last * 99 // 100, self.places)
            if self.index:
                base = 100 * MICRO
            if self.spoilt or draft.chance(0.01):
                base = r.choice((0, -base))
            cells["base_value"] = micros_text(self.slip(base))
        if self.row["measure"] == "intensity_change" and not draft.chance(self.empty_bases):
            cells["base_denominator"] = micros_text(denominators[0])
        draft.submit(self.row, unit, draft.year, month, cells, draft.corrected_value(self.places))
