"""Sections 6 to 9 of the method, worked out by hand. Run by `python3 -m unittest` here."""

import unittest
from fractions import Fraction

from judgement import credit_of
from sample import Sample, SampleTestCase, monthly


class VerdictTests(SampleTestCase):
    def test_1_not_due(self):
        row = Sample("total", "at_least", "10", "monthly", "quarterly").row(2)
        self.assertRow(row, verdict="not_due", rule="1", light="grey", target="10", coverage_pct="",
                       provisional="false", expected_pct="", figure_period="", value="", projected="")

    def test_2_no_data(self):
        row = Sample("total", "at_least", "10", "monthly").send("2020-07", "1").row(6)
        self.assertRow(row, verdict="no_data", rule="2", light="grey", coverage_pct="0", provisional="true",
                       expected_pct="", required_per_month="")

    def test_3_not_assessable_without_a_target(self):
        row = Sample("stock", "at_most").send("2020-06", "-1").row(6)
        self.assertRow(row, verdict="not_assessable", rule="3", target="", actual="-1", gap="", attainment_pct="",
                       expected_pct="100", coverage_pct="100", provisional="false")

    def test_3_a_denominator_that_is_not_positive(self):
        for denominator, actual in (("0", ""), ("-50", "-20")):
            row = Sample("share", "at_most", "5", "point").send("2020-06", "10", denominator=denominator).row(6)
            self.assertRow(row, verdict="not_assessable", actual=actual, denominator=denominator)

    def test_4_attained_for_good(self):
        row = Sample("total", "at_least", "100", "cumulative").send("2020-02", "110").row(3)
        self.assertRow(row, verdict="attained", rule="4", light="green", provisional="true", attainment_pct="110",
                       expected_pct="16.6667", pace_pct="660", projected="660", required_per_month="0")
        row = Sample("total", "at_least", "100", "cumulative").send("2020-02", "100").row(3)
        self.assertRow(row, verdict="attained", rule="4", attainment_pct="100")

    def test_5_missed_for_good(self):
        sample = Sample("total", "at_most", "100", "cumulative", due_month="2").send("2020-02", "100")
        self.assertRow(sample.row(2), verdict="attained", rule="7", expected_pct="100")
        self.assertRow(sample.send("2020-03", "100.000001").row(4), verdict="missed", rule="5", light="red",
                       attainment_pct="100", gap="0.000001")

    def test_6_overdue_shows_the_last_figure(self):
        row = Sample("stock", "at_least", "100").send("2020-05", "120").row(6)
        self.assertRow(row, verdict="overdue", rule="6", light="grey", figure_period="2020-05", actual="120",
                       coverage_pct="100", provisional="true", attainment_pct="120", pace_pct="120")

    def test_7_at_the_due_month(self):
        sample = Sample("stock", "at_least", "100", due_month="6", reporters="a b").send("2020-06", "60")
        self.assertRow(sample.row(6), verdict="off_track", rule="8", provisional="true", coverage_pct="50")
        self.assertRow(sample.send("2020-06", "40", "b").row(6), verdict="attained", rule="7")
        sample = Sample("total", "at_least", "100", "monthly", due_month="1").send("2020-01", "99.999999")
        self.assertRow(sample.row(1), verdict="missed", rule="7", attainment_pct="100", required_per_month="")

    def test_8_the_floor_is_compared_exactly(self):
        for value, verdict in (("50", "on_track"), ("49.999999", "behind"), ("45", "behind"),
                               ("44.999999", "off_track")):
            row = Sample("total", "at_least", "100", "cumulative").send("2020-06", value).row(6)
            self.assertRow(row, verdict=verdict, rule="8")
        row = Sample("total", "at_least", "100", "cumulative", behind_floor="80").send("2020-06", "40").row(6)
        self.assertRow(row, verdict="behind", pace_pct="80")

    def test_default_floors(self):
        for measure, floor in (("share", "95"), ("stock", "95"), ("daily_average", "95"), ("growth", "98"),
                               ("intensity_change", "98"), ("total", "90"), ("milestone", "90"), ("progress", "90"),
                               ("rate", "98"), ("ratio", "95")):
            indicator = Sample(measure, accumulation="cumulative").plan.indicators[0]
            self.assertEqual(indicator.floor, Fraction(floor), measure)

    def test_an_at_most_level_of_zero_or_less_meets_its_target(self):
        for value in ("0", "-3"):
            row = Sample("stock", "at_most", "5").send("2020-06", value).row(6)
            self.assertRow(row, verdict="on_track", rule="8", attainment_pct="", pace_pct="", actual=value)
        row = Sample("stock", "at_most", "5").send("2020-12", "0").row(12)
        self.assertRow(row, verdict="attained", rule="7", attainment_pct="")

    def test_a_profile_sets_the_pace_and_carries_forward(self):
        def row(month):
            sample = Sample("total", "at_least", "100", "cumulative", profile={3: 20, 9: 100})
            return sample.send(f"2020-{month:02d}", "19").row(month)
        self.assertRow(row(2), expected_pct="0", pace_pct="", attainment_pct="19", verdict="on_track", projected="",
                       required_per_month="8.1")
        self.assertRow(row(3), expected_pct="20", pace_pct="95", verdict="behind")
        self.assertRow(row(5), expected_pct="20", pace_pct="95", verdict="behind", projected="95")
        sample = Sample("total", "at_least", "100", "cumulative", profile={3: 20, 12: 100}).send("2020-01", "-1")
        self.assertRow(sample.row(1), expected_pct="0", attainment_pct="-1", pace_pct="", verdict="on_track")

    def test_expected_stops_at_100_past_the_due_month(self):
        row = Sample("progress", due_month="4").send("2020-06", progress="50").row(6)
        self.assertRow(row, expected_pct="100", pace_pct="50", verdict="missed", rule="7")


class ToleranceTests(SampleTestCase):
    def test_about_6_5_is_met_at_6_4(self):
        def row(value, **more):
            sample = Sample("rate", "at_least").target("1.1.1", ("6.5", "2020-01-10"), tolerance="0.1")
            return sample.send("2020-12", value).row(12)
        self.assertRow(row("6.4"), target="6.5", tolerance="0.1", gap="-0.1", attainment_pct="100", verdict="attained")
        # 106.39 / 106.4
        self.assertRow(row("6.39"), attainment_pct="99.9906", verdict="missed")

    def test_at_most_may_be_exceeded_by_it(self):
        sample = Sample("total", "at_most", accumulation="cumulative", due_month="6")
        sample.target("1.1.1", ("100", "2020-01-10"), tolerance="5")
        self.assertRow(sample.send("2020-06", "105").row(6), gap="5", attainment_pct="100", verdict="attained", rule="7")
        self.assertRow(sample.send("2020-07", "105.01").row(7), verdict="missed", rule="5")

    def test_maintain_as_at_least(self):
        sample = Sample("stock", "maintain").target("1.1.1", ("500", "2020-01-10"), tolerance="20")
        self.assertRow(sample.send("2020-12", "480").row(12), attainment_pct="100", gap="-20", verdict="attained")

    def test_an_allocation_has_none(self):
        sample = Sample("stock", "at_least", allocations={"a": "100"})
        sample.target("1.1.1", ("100", "2020-01-10"), tolerance="10").send("2020-12", "90")
        self.assertRow(sample.row(12), attainment_pct="100", tolerance="10", first_target="100")
        self.assertRow(sample.row(12, unit="a"), attainment_pct="90", tolerance="", first_target="", relative_to="")

    def test_below_zero_it_cannot_be_assessed(self):
        sample = Sample("stock", "at_least").target("1.1.1", ("5", "2020-01-10"), tolerance="6").send("2020-06", "5")
        self.assertRow(sample.row(6), verdict="not_assessable", rule="3", gap="0")
        sample.target("1.1.1", ("5", "2020-01-10"), tolerance="5")
        self.assertRow(sample.row(6), verdict="not_assessable", rule="3")


class ZeroTests(SampleTestCase):
    def test_not_one_is_allowed(self):
        sample = Sample("total", "at_most", "0", "monthly").send("2020-01", "0")
        self.assertRow(sample.row(1), target="0", attainment_pct="", pace_pct="", verdict="on_track")
        self.assertRow(sample.send("2020-02", "1").row(2), attainment_pct="0", pace_pct="0", verdict="missed", rule="5")
        self.assertRow(Sample("stock", "at_most", "0").send("2020-01", "1").row(1), attainment_pct="0",
                       verdict="off_track", rule="8")

    def test_with_a_tolerance(self):
        sample = Sample("stock", "at_most").target("1.1.1", ("0", "2020-01-10"), tolerance="2").send("2020-12", "2")
        self.assertRow(sample.row(12), attainment_pct="100", gap="2", verdict="attained")

    def test_a_percent_change_of_zero_is_like_any_other(self):
        row = Sample("rate", "at_least", "0").send("2020-12", "0.5").row(12)
        self.assertRow(row, attainment_pct="100.5", gap="0.5", verdict="attained")


class RelativeTests(SampleTestCase):
    def sample(self, value="", mine="6", theirs="105", **cells):
        """1.1.1 is to grow as 1.1.2 does, and by `value` more."""
        sample = Sample("rate", "at_least", **cells).indicator("1.1.2", "growth", "at_least", "9", reporters="b")
        sample.target("1.1.1", (value, "2020-01-10"), relative_to="1.1.2").send("2020-06", mine)
        return sample.send("2020-06", theirs, "b", code="1.1.2", base_value="99")

    def test_in_step_with_another(self):
        # 105 / 99 − 1 = 6/99 = 6.0606… %; (100 + 6) / (100 + 6.0606…) = 106 × 99 / 10500
        self.assertRow(self.sample().row(6), target="6.0606", relative_to="1.1.2", first_target="", gap="-0.0606",
                       actual="6", attainment_pct="99.9429", verdict="behind", provisional="false")
        self.assertRow(self.sample("-0.5").row(6), target="5.5606", gap="0.4394", verdict="on_track")

    def test_without_the_others_actual_it_cannot_be_assessed(self):
        sample = self.sample()
        sample.sent.pop()
        self.assertRow(sample.row(6), target="", gap="", verdict="not_assessable", rule="3", provisional="true")
        # An actual that rests on a negative base is shown, but does not serve.
        sample = Sample("growth", "at_least").indicator("1.1.2", "growth", "at_least", "9", reporters="b")
        sample.target("1.1.1", ("", "2020-01-10"), relative_to="1.1.2").send("2020-06", "2", base_value="1")
        sample.send("2020-06", "1", "b", code="1.1.2", base_value="-4")
        self.assertRow(sample.row(6, code="1.1.2"), actual="-125", verdict="not_assessable")
        self.assertRow(sample.row(6), target="", verdict="not_assessable", provisional="false")

    def test_provisional_by_the_other(self):
        sample = self.sample().indicator("1.1.3", "rate", "at_least")
        sample.target("1.1.3", ("0", "2020-01-10"), relative_to="1.1.1").send("2020-06", "6", code="1.1.3")
        self.assertEqual([sample.row(6, code=code)["provisional"] for code in ("1.1.1", "1.1.2", "1.1.3")], ["false"] * 3)
        # July's figure of 1.1.2 does not come: 1.1.1, of July, rests on June's, and 1.1.3 on that of 1.1.1.
        sample.send("2020-07", "7").send("2020-07", "7", code="1.1.3")
        self.assertEqual([sample.row(7, code=code)["provisional"] for code in ("1.1.1", "1.1.2", "1.1.3")], ["true"] * 3)
        self.assertRow(sample.row(7, code="1.1.3"), target="7", coverage_pct="100", verdict="on_track")

    def test_provisional_where_the_other_is_of_an_earlier_period(self):
        sample = Sample("stock", "at_least").indicator("1.1.2", "stock", "at_least", "9", frequency="quarterly")
        sample.target("1.1.1", ("1", "2020-01-10"), relative_to="1.1.2")
        sample.send("2020-06", "10", code="1.1.2").send("2020-06", "12").send("2020-07", "12")
        self.assertRow(sample.row(6), target="11", provisional="false")
        self.assertRow(sample.row(7), target="11", provisional="true", figure_period="2020-07")
        self.assertRow(sample.row(7, code="1.1.2"), provisional="false")

    def test_an_allocation_is_relative_to_none(self):
        sample = self.sample().allocate("1.1.1", a="5")
        sample.sent.pop()
        self.assertRow(sample.row(6, unit="a"), target="5", verdict="on_track", provisional="false", relative_to="")


class ReferenceTests(SampleTestCase):
    def test_only_its_figures_are_shown(self):
        sample = Sample("stock", "at_least", frequency="quarterly", reference="true")
        self.assertRow(sample.row(2), verdict="for_reference", rule="0", light="grey", coverage_pct="",
                       provisional="false")
        self.assertRow(sample.row(3), coverage_pct="0", provisional="true", rule="0")
        self.assertRow(sample.send("2020-03", "5").row(3), actual="5", coverage_pct="100", provisional="false",
                       expected_pct="", attainment_pct="", pace_pct="", verdict="for_reference")


class ExpectedTests(SampleTestCase):
    def test_a_yearly_cap_of_190_allows_95_by_june(self):
        def row(value):
            return Sample("total", "at_most", "190", "cumulative").send("2020-06", value).row(6)
        # 190 / 185 × 50 %
        self.assertRow(row("185"), attainment_pct="102.7027", expected_pct="50", pace_pct="51.3514", verdict="off_track",
                       projected="370", required_per_month="")
        self.assertRow(row("95"), attainment_pct="200", pace_pct="100", verdict="on_track")
        self.assertRow(row("-1"), attainment_pct="", pace_pct="", verdict="on_track", projected="-2")

    def test_pacing(self):
        def row(measure, month, **cells):
            return Sample(measure, due_month="6", **cells).send(
                f"2020-{month:02d}", progress="50", stage="started").row(month)
        self.assertRow(row("milestone", 5), expected_pct="0", pace_pct="", verdict="on_track")
        self.assertRow(row("milestone", 6), expected_pct="100", pace_pct="50", verdict="missed", rule="7")
        self.assertRow(row("milestone", 3, pacing="linear"), expected_pct="50", pace_pct="100")
        self.assertRow(row("progress", 3), expected_pct="50", pace_pct="100")
        self.assertRow(row("progress", 5, pacing="at_due"), expected_pct="0", pace_pct="")
        total = Sample("total", "at_least", "10", "cumulative", pacing="at_due").send("2020-11", "3")
        self.assertRow(total.row(11), expected_pct="0", attainment_pct="30", verdict="on_track", projected="",
                       required_per_month="7")

    def test_whole_things(self):
        def row(month, value, target="1", **more):
            sample = Sample("total", "at_least", target, "cumulative", whole="true", **more)
            return sample.send(f"2020-{month:02d}", value).row(month)
        # One company a year is expected in December, not a twelfth of one in January.
        self.assertRow(row(1, "0"), expected_pct="0", pace_pct="", verdict="on_track", projected="0")
        self.assertRow(row(12, "0"), expected_pct="100", pace_pct="0", verdict="missed")
        # 10 × 5/12 = 4.16…: four are expected.
        self.assertRow(row(5, "4", "10"), expected_pct="40", pace_pct="100", verdict="on_track", projected="9.6")
        self.assertRow(row(5, "3", "10", allocations={"a": "7"}), expected_pct="40", pace_pct="75")
        sample = Sample("total", "at_least", "10", "cumulative", whole="true", allocations={"a": "7", "b": "0"})
        # 7 × 5/12 = 2.9: two of seven.
        self.assertRow(sample.send("2020-05", "2").row(5, unit="a"), expected_pct="28.5714", pace_pct="100")
        stock = Sample("stock", "at_least", "7", whole="true", profile={5: 50}).send("2020-05", "7")
        self.assertRow(stock.row(5), expected_pct="50", pace_pct="200")

    def test_amounts_are_divided_by_the_target_in_force(self):
        sample = Sample("total", "at_least", [("200", "2020-01-10"), ("250", "2020-06-01")], "cumulative",
                        allocations={"a": "50"}).amounts("1.1.1", m3="30", m6="120", m12="200")
        sample.send("2020-06", "60")
        self.assertRow(sample.row(6, "2020-05-31T00:00:00Z"), target="200", expected_pct="", verdict="no_data")
        self.assertRow(sample.row(6), target="250", expected_pct="48", attainment_pct="24", pace_pct="50")
        self.assertRow(sample.row(6, unit="a"), expected_pct="48", attainment_pct="120", verdict="attained")
        sample.plan.targets["1.1.1"][1].value = sample.plan.targets["1.1.1"][0].value / 2
        self.assertRow(sample.row(6), target="100", expected_pct="100", pace_pct="60")

    def test_a_level_with_seasons_may_rise_and_fall(self):
        def row(direction, month, value):
            sample = Sample("stock", direction, "100", profile={1: 120, 7: 80, 12: 100})
            return sample.send(f"2020-{month:02d}", value).row(month)
        self.assertRow(row("at_least", 6, "108"), expected_pct="120", attainment_pct="108", pace_pct="90")
        self.assertRow(row("at_least", 8, "80"), expected_pct="80", pace_pct="100", verdict="on_track")
        # 100 / 125 × 120 % = 96; 100 / 125 × 80 % = 64
        self.assertRow(row("at_most", 6, "125"), attainment_pct="80", pace_pct="96", verdict="behind")
        self.assertRow(row("at_most", 8, "125"), pace_pct="64", verdict="off_track")
        sample = Sample("share", "at_least", "80").amounts("1.1.1", m1="60", m2="100")
        sample.send("2020-01", "6", denominator="10").send("2020-02", "6", denominator="10")
        self.assertRow(sample.row(1), attainment_pct="75", expected_pct="75", pace_pct="100")
        self.assertRow(sample.row(2), expected_pct="125", pace_pct="60")

    def test_nothing_expected_of_at_most_allows_nothing(self):
        def row(value):
            return Sample("total", "at_most", "10", "cumulative", profile={6: 0, 12: 100}).send("2020-06", value).row(6)
        self.assertRow(row("0"), expected_pct="0", pace_pct="", verdict="on_track")
        self.assertRow(row("1"), attainment_pct="1000", pace_pct="0", verdict="off_track")


class AwaitingTests(SampleTestCase):
    def test_the_holdup_is_the_office(self):
        sample = Sample("stock", "at_least", "10", reporters="a b").send("2020-01", "5", auto=False)
        self.assertRow(sample.row(1), verdict="no_data", rule="2")
        sample.send("2020-01", "5", "b", auto=False)
        self.assertRow(sample.row(1), verdict="awaiting_review", rule="2", light="grey", coverage_pct="0",
                       provisional="true", attainment_pct="")
        self.assertEqual(sample.found(1), [("awaiting_review", "b", "2020-01"), ("awaiting_review", "a", "2020-01")])
        sample.review("2020-01", "returned", "2020-02-06T00:00:00Z")
        self.assertRow(sample.row(1), verdict="no_data")

    def test_the_last_figure_is_still_shown(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "12").send("2020-02", "3", auto=False)
        self.assertRow(sample.row(2), verdict="awaiting_review", rule="6", actual="12", attainment_pct="120",
                       figure_period="2020-01", provisional="true")
        self.assertRow(sample.row(3), verdict="overdue", rule="6")

    def test_only_the_latest_due_period_counts(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "12", auto=False)
        self.assertRow(sample.row(2), verdict="no_data")
        self.assertRow(sample.row(2, "2020-03-01T00:00:00Z"), verdict="awaiting_review")


class RuleOrderTests(SampleTestCase):
    def test_7_wants_a_figure_of_the_due_month(self):
        sample = Sample("stock", "at_least", "10", due_month="5", due_day="45").send("2020-05", "12")
        self.assertRow(sample.row(5, "2020-06-11T00:00:00Z"), verdict="attained", rule="7")
        sample = Sample("stock", "at_least", "10", due_month="5", due_day="45").send("2020-04", "12")
        self.assertRow(sample.row(5, "2020-06-11T00:00:00Z"), verdict="on_track", rule="8", provisional="false")
        self.assertRow(sample.row(5, "2020-07-15T00:00:00Z"), verdict="overdue", rule="6")

    def test_7_waits_for_what_it_is_relative_to(self):
        sample = Sample("stock", "at_least", due_month="6").indicator("1.1.2", "stock", "at_least", "9", reporters="b c")
        sample.target("1.1.1", ("0", "2020-01-10"), relative_to="1.1.2").send("2020-06", "12")
        self.assertRow(sample.send("2020-06", "10", "b", code="1.1.2").row(6), verdict="on_track", rule="8")
        self.assertRow(sample.send("2020-06", "2", "c", code="1.1.2").row(6), verdict="attained", rule="7")


class LastYearTests(SampleTestCase):
    def sample(self, **cells):
        sample = Sample("total", "at_least", "120", "monthly", reporters="a b", continues="9.9.9",
                        allocations={"a": "60"}, **cells)
        sample.last = Sample("total", "at_least", "5", "monthly", year=2019)
        sample.last.plan.indicators.clear()
        sample.last.indicator("9.9.9", "total", "at_least", "5", "monthly", reporters="a b")
        for month in range(1, 13):
            sample.send(f"2019-{month:02d}", "4" if month <= 6 else "8", code="9.9.9")
            sample.send(f"2019-{month:02d}", "2", "b", code="9.9.9")
        return sample

    def test_the_same_month_and_where_its_course_leads(self):
        sample = monthly(monthly(self.sample(), ["8"] * 6), ["3"] * 6, "b")
        # Last year 36 by June and 96 by December: 66 × 96 / 36 = 176. The unit: 48 × 72 / 24 = 144.
        self.assertRow(sample.row(6), actual="66", last_year_actual="36", projected_last_year="176", projected="132")
        self.assertRow(sample.row(6, unit="a"), last_year_actual="24", projected_last_year="144")

    def test_not_where_last_year_has_a_gap(self):
        sample = monthly(monthly(self.sample(), ["8"] * 6), ["3"] * 6, "b")
        sample.sent = [each for each in sample.sent if each[:3] != ("9.9.9", "b", (2019, 5))]
        self.assertRow(sample.row(6), last_year_actual="34", projected_last_year="")
        self.assertRow(sample.row(6, unit="a"), last_year_actual="24", projected_last_year="144")
        sample.sent = [each for each in sample.sent if each[:3] != ("9.9.9", "a", (2019, 12))]
        self.assertRow(sample.row(6, unit="a"), last_year_actual="24", projected_last_year="")

    def test_as_of_the_same_instant(self):
        sample = monthly(monthly(self.sample(), ["8"] * 6), ["3"] * 6, "b")
        sample.send("2019-01", "5", revision=2, at="2020-12-01T00:00:00Z", code="9.9.9")
        self.assertRow(sample.row(6, "2020-07-11T00:00:00Z"), last_year_actual="36")
        self.assertRow(sample.row(6), last_year_actual="37")

    def test_of_another_measure_there_is_none(self):
        sample = Sample("growth", "at_least", "1", "monthly", continues="9.9.9")
        sample.last = self.sample().last
        sample.send("2019-01", "5", code="9.9.9").send("2020-01", "6")
        self.assertRow(sample.row(1), base_value="5", actual="20", last_year_actual="", projected_last_year="")
        sample = Sample("rate", "at_least", "1", continues="9.9.9")
        sample.last = Sample("rate", "at_least", "1", year=2019)
        sample.last.plan.indicators.clear()
        sample.last.indicator("9.9.9", "rate", "at_least", "1")
        sample.send("2019-01", "5.5", code="9.9.9").send("2020-01", "6")
        self.assertRow(sample.row(1), last_year_actual="5.5", projected_last_year="")

    def test_nothing_is_projected_where_nothing_is_judged(self):
        sample = self.sample()
        self.assertRow(sample.row(6), verdict="no_data", last_year_actual="", projected_last_year="")
        sample = monthly(monthly(self.sample(), ["8"] * 6), ["3"] * 6, "b")
        del sample.plan.targets["1.1.1"]
        self.assertRow(sample.row(6), verdict="not_assessable", last_year_actual="36", projected_last_year="")


class CreditTests(SampleTestCase):
    def credit(self, sample, month=6, as_of="2021-04-01T00:00:00Z", unit=""):
        (row,) = [each for each in sample.publish(month, as_of).rows
                  if (each.indicator.code, each.unit) == ("1.1.1", unit)]
        return credit_of(row)

    def test_silence_earns_nothing(self):
        sample = Sample("stock", "at_least", "100")
        self.assertEqual(self.credit(sample), 0)
        sample.send("2020-05", "120")
        self.assertEqual(self.credit(sample, 5), 100)
        self.assertEqual(self.credit(sample), 0)
        self.assertIsNone(self.credit(sample.send("2020-06", "1", auto=False)))

    def test_a_missing_base_is_silence_a_bad_one_is_not(self):
        sample = Sample("growth", "at_least", "1").send("2020-06", "5")
        self.assertEqual(self.credit(sample), 0)
        self.assertIsNone(self.credit(sample.send("2020-06", "5", base_value="-1", revision=2)))
        self.assertIsNone(self.credit(Sample("stock", "at_least").send("2020-06", "5")))

    def test_what_is_judged_earns_its_pace(self):
        for value, credit in (("49.5", 99), ("60", 100), ("-3", 0)):
            self.assertEqual(self.credit(Sample("total", "at_least", "100", "cumulative").send("2020-06", value)), credit)
        self.assertEqual(self.credit(Sample("stock", "at_most", "5").send("2020-06", "0")), 100)
        self.assertEqual(self.credit(Sample("total", "at_most", "190", "cumulative").send("2020-06", "190")), 50)

    def test_nothing_expected_yet(self):
        def sample(value, direction="at_least"):
            return Sample("total", direction, "10", "cumulative", profile={6: 0, 12: 100}).send("2020-06", value)
        self.assertIsNone(self.credit(sample("3")))
        self.assertEqual(self.credit(sample("10")), 100)
        self.assertIsNone(self.credit(sample("0", "at_most")))
        self.assertEqual(self.credit(sample("1", "at_most")), 0)
        # Missed for good while nothing was expected: 10 / 16.
        self.assertEqual(self.credit(sample("16", "at_most")), Fraction(125, 2))

    def test_references_and_what_is_not_due_are_left_out(self):
        self.assertIsNone(self.credit(Sample("stock", "at_least", reference="true").send("2020-06", "5")))
        self.assertIsNone(self.credit(Sample("stock", "at_least", "5", frequency="annual")))


if __name__ == "__main__":
    unittest.main()
