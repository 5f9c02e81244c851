"""Targets, allocations and bounds near enough to a random plan's figures that every verdict turns up."""

import datetime
from fractions import Fraction

import judgement
from figures import exact
from measurement import measure
from random_log import LogDraft
from random_plan import LARGEST, MICRO, as_figure, clamp, micros_text
from workplan import CHANGES, WORK

SOURCES = ("", "区政府工作报告", "区府办〔2020〕15号，见附件")


class TargetDraft(LogDraft):
    """Decides on targets as if the figures of the whole year were known."""

    def targets(self, standing):
        self.standing = standing
        for indicator in standing.plan.indicators:
            self.bounds(indicator)
            if indicator.measure not in WORK and not indicator.reference and not self.chance(0.02):
                self.revisions(indicator)

    def bounds(self, indicator):
        """Plausible bounds around the figure of the year; either may be missing."""
        if indicator.measure in WORK or not self.chance(0.3):
            return
        figures = self.standing.figures(indicator, indicator.reporters, 12)
        middle = judgement.actual_of(indicator, self.measured(indicator, 12))
        if not figures or middle is None:
            return
        if indicator.measure not in (*CHANGES, "share", "ratio"):
            middle = next(iter(figures.values())).value
        width = abs(middle) * self.random.randint(1, 12) / 10 + 1
        names = self.random.choice((("plausible_min",), ("plausible_max",), ("plausible_min", "plausible_max")))
        row = next(each for each in self.tables["indicators.csv"] if each["indicator"] == indicator.code)
        for name in names:
            edge = middle - width if name == "plausible_min" else middle + width
            row[name] = micros_text(clamp(as_figure(edge, 2)))

    def measured(self, indicator, month, reporters=None):
        return measure(self.standing, indicator, reporters or indicator.reporters, month)

    # --- One target ---

    def tuned(self, indicator, m):
        """A target (millionths) that the measurement just meets, just misses, or paces, or None."""
        r = self.random
        if m.value is None or m.figure_month is None or not judgement.rests_well(indicator, m):
            return None
        expected = judgement.expected_before_whole(self.standing, indicator, m.figure_month)
        factor = r.choice((Fraction(1), Fraction(1), indicator.floor / 100 or Fraction(1),
                           Fraction(r.randint(700, 1300), 1000), Fraction(r.randint(970, 1030), 1000)))
        pace = r.choice((Fraction(1), expected / 100)) if expected else Fraction(1)
        level = self.level(indicator, m)
        wanted = level * factor / pace if indicator.direction == "at_most" else level / factor / pace
        places = 0 if indicator.whole else r.choice((0, 1, 1, 2, 4, 6, 6))
        return as_figure((wanted - 1) * 100 if indicator.measure in CHANGES else wanted, places)

    def level(self, indicator, m):
        """What a target is compared with; of a percent change the level that it leads to."""
        actual = judgement.actual_of(indicator, m)
        return 1 + actual / 100 if indicator.measure in CHANGES else actual

    def fallback_target(self, measure_name):
        if measure_name in CHANGES:
            return MICRO * self.random.randint(-10, 10)
        return MICRO * self.random.randint(1, 100)

    def valid(self, target, indicator):
        if indicator.measure in CHANGES:
            return target is not None and target > -100 * MICRO
        return (target is not None and 0 < target < LARGEST
                and (indicator.measure != "share" or target <= 100 * MICRO))

    def tolerance(self, indicator, target):
        """(target, tolerance): about as much; often so that the figure is met by the tolerance alone."""
        r = self.random
        if not self.chance(0.25):
            return target, None
        step = MICRO if indicator.whole else MICRO // 100
        tolerance = abs(target) * r.randint(0, 60) // 1000 // step * step
        side = -1 if indicator.direction == "at_most" else 1
        moved = target + side * tolerance
        if self.chance(0.6) and self.valid(moved, indicator):
            target = moved
        return target, tolerance

    def others(self, indicator):
        """What it may be relative to: earlier in the plan, so that nothing runs in a circle, with the same kind of actual."""
        def kind(each):
            return "change" if each.measure in CHANGES else "share" if each.measure == "share" else (
                each.row["unit_of_measure"])
        if indicator.grows or indicator.whole or indicator.code in self.amounts:
            return []
        plan = self.standing.plan.indicators
        earlier = plan[:plan.index(indicator)]
        return [each for each in earlier[-60:] if each.measure not in WORK and kind(each) == kind(indicator)]

    def revision(self, indicator, m, month, others):
        """(value, tolerance, relative_to) as texts."""
        r = self.random
        target = self.tuned(indicator, m)
        if not self.valid(target, indicator):
            target = self.fallback_target(indicator.measure)
        if others and self.chance(0.7):
            other = r.choice(others)
            actual = judgement.actual_of(other, self.measured(other, month))
            difference = r.choice((0, 5, -15)) * MICRO // 10
            if actual is not None and self.chance(0.7):
                difference = clamp(target - as_figure(actual, r.choice((1, 2, 6))))
            tolerance = r.choice(("", "", "0.5", "1"))
            return (micros_text(difference) if difference or self.chance(0.5) else ""), tolerance, other.code
        if indicator.direction == "at_most" and indicator.code not in self.amounts and self.chance(0.06):
            return "0", r.choice(("", "", "2")), ""
        target, tolerance = self.tolerance(indicator, target)
        return micros_text(target), "" if tolerance is None else micros_text(tolerance), ""

    def revisions(self, indicator):
        r = self.random
        month = r.choice((6, 6, 9, 12, r.randint(1, 12)))
        m = self.measured(indicator, month)
        others = self.others(indicator) if self.chance(0.35) else []
        # Some targets are decided only when figures have long been coming.
        days = r.randint(100, 250) if self.chance(0.1) else r.randint(-20, 40)
        decided = datetime.date(self.year, 1, 1) + datetime.timedelta(days)
        for number in range(1, r.choice((1, 1, 1, 2, 3)) + 1):
            value, tolerance, relative_to = self.revision(indicator, m, month, others)
            self.tables["targets.csv"].append({
                "indicator": indicator.code, "revision": str(number), "value": value, "tolerance": tolerance,
                "relative_to": relative_to, "decided_on": str(decided), "source": r.choice(SOURCES)})
            decided += datetime.timedelta(r.choice((0, 30, 100, 200)))
        if self.chance(0.35):
            amount = int(Fraction(value or 0) * MICRO)
            self.allocate(indicator, amount if not relative_to and amount > 0 else self.fallback_target("stock"), month)

    # --- What is broken down ---

    def allocate(self, indicator, target, month):
        r = self.random
        units = list(indicator.reporters)
        if self.chance(0.3):
            units = r.sample(units, r.randint(1, len(units)))
        step = MICRO if indicator.whole else 1
        left = target
        for position, unit in enumerate(units):
            if indicator.measure in ("total", "stock"):
                share = left if position == len(units) - 1 else left * r.randint(0, 1000) // 1000 // step * step
                left -= share
                if self.chance(0.1):
                    share = r.choice((0, share // 2 // step * step, share + MICRO))
            else:
                share = self.tuned(indicator, self.measured(indicator, month, (unit,)))
                if not self.valid(share, indicator):
                    share = self.fallback_target(indicator.measure)
            if indicator.measure not in CHANGES:
                share = max(share, 0)
            self.tables["allocations.csv"].append(
                {"indicator": indicator.code, "unit": unit, "value": micros_text(clamp(share))})

    # --- Another version of the plan ---

    def changed_tables(self):
        """The plan as it is loaded again later in the year: other weights, floors and words, and targets decided since."""
        r = self.random
        tables = {name: [dict(row) for row in rows] for name, rows in self.tables.items()}
        tables["plan.csv"][0]["change_note"] = "年中调整"
        for row in tables["indicators.csv"]:
            if self.chance(0.05):
                row |= {"weight": r.choice(("", "3", "0.25")), "behind_floor": r.choice(("", "70", "99"))}
            if self.chance(0.05):
                row |= {"wording": "调整后的提法", "headline": "true"}
        last = {row["indicator"]: row for row in tables["targets.csv"]}
        for code, row in last.items():
            value = Fraction(row["value"] or 0) + r.randint(1, 5)
            indicator = self.standing.by_code[code]
            if self.chance(0.05) and not row["relative_to"] and self.valid(int(value * MICRO), indicator):
                tables["targets.csv"].append(row | {
                    "revision": str(int(row["revision"]) + 1), "value": exact(value), "source": "区府办调整通知",
                    "decided_on": str(datetime.date.fromisoformat(row["decided_on"]) + datetime.timedelta(
                        r.choice((0, 40, 120))))})
        tables["targets.csv"].sort(key=lambda row: ([int(part) for part in row["indicator"].split(".")],
                                                    int(row["revision"])))
        return tables
