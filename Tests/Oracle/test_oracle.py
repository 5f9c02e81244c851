"""Examples of the method worked out by hand, and checks of the generator. Run by `python3 -m unittest` here."""

import csv
import datetime
import os
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction

import generate
import tables
from figures import exact, figure, month_of, printed
from sample import LATE, Sample, monthly
from workplan import STAGES, WORK, due_date, read_plan

HERE = os.path.dirname(os.path.abspath(__file__))


class OracleTestCase(unittest.TestCase):
    def assertRow(self, row, **expected):
        self.assertEqual({name: row[name] for name in expected}, expected)


class FigureTests(unittest.TestCase):
    def test_rounds_once_half_away_from_zero(self):
        cases = {"0.00005": "0.0001", "-0.00005": "-0.0001", "0.00004999": "0", "-0.00004999": "0", "800": "800",
                 "1.25": "1.25", "-0.5": "-0.5", "2.00005": "2.0001", "99.99995": "100", "-1.99995": "-2", "0": "0"}
        for number, text in cases.items():
            self.assertEqual(printed(Fraction(number)), text, number)
        self.assertEqual(printed(Fraction(2, 3)), "0.6667")
        self.assertEqual(printed(Fraction(-1, 3)), "-0.3333")
        self.assertEqual(printed(None), "")

    def test_figures_are_exact_and_bounded(self):
        self.assertEqual(exact(figure("99999999999999.999999")), "99999999999999.999999")
        self.assertEqual(exact(figure("-0")), "0")
        for text in ("100000000000000", "0.0000001", "1e3", ".", "12abc", " 1", "NaN"):
            with self.assertRaises(ValueError, msg=text):
                figure(text)

    def test_quotes_only_where_needed(self):
        self.assertEqual(tables.field("plain 目标"), "plain 目标")
        self.assertEqual(tables.field('a "b", c'), '"a ""b"", c"')
        self.assertEqual(tables.field("a\nb"), '"a\nb"')
        self.assertEqual(tables.field(""), "")


class MeasureTests(OracleTestCase):
    def test_total(self):
        row = monthly(Sample("total", "at_least", "1200", "monthly"), ["100"] * 6).row(6)
        self.assertRow(row, target="1200", target_revision="1", figure_period="2020-06", value="600", denominator="",
                       actual="600", gap="-600", attainment_pct="50", expected_pct="50", pace_pct="100",
                       verdict="on_track", light="green", rule="8", coverage_pct="100", provisional="false",
                       projected="1200", required_per_month="100")

    def test_cumulative_total_takes_each_reporters_latest(self):
        sample = Sample("total", "at_least", "100", "cumulative", reporters="a b")
        row = sample.send("2020-01", "10").send("2020-02", "30").send("2020-01", "12.000001", "b").row(3)
        self.assertRow(row, value="42.000001", figure_period="2020-02", coverage_pct="50", provisional="true",
                       rule="6", verdict="overdue")

    def test_a_sum_is_printed_whole_a_quotient_to_four_decimals(self):
        row = monthly(Sample("total", "at_least", "1.000001", "monthly"), ["0.111111", "0.000001"]).row(2)
        # expected 1/6; projected 0.111112 * 6 = 0.666672; (1.000001 - 0.111112) / 10 = 0.0888889
        self.assertRow(row, value="0.111112", actual="0.111112", gap="-0.888889", projected="0.6667",
                       expected_pct="16.6667", required_per_month="0.0889", attainment_pct="11.1112")

    def test_stock_at_most(self):
        row = Sample("stock", "at_most", "90").send("2020-03", "100").row(3)
        self.assertRow(row, actual="100", gap="10", attainment_pct="90", expected_pct="100", pace_pct="90",
                       verdict="off_track", rule="8", projected="", required_per_month="")

    def test_stock_maintain_compares_with_the_baseline(self):
        row = Sample("stock", "maintain", "500").send("2020-03", "480").row(3)
        self.assertRow(row, attainment_pct="96", verdict="behind", light="yellow", gap="-20")

    def test_growth_at_least(self):
        row = Sample("growth", "at_least", "1", "cumulative").send("2020-06", "2040", base_value="2000").row(6)
        # 2040 / 2020
        self.assertRow(row, value="2040", base_value="2000", actual="2", gap="1", attainment_pct="100.9901",
                       expected_pct="100", pace_pct="100.9901", verdict="on_track")

    def test_growth_at_most(self):
        row = Sample("growth", "at_most", "-2", "point").send("2020-06", "97", base_value="100").row(6)
        # 98 / 97
        self.assertRow(row, actual="-3", gap="-1", attainment_pct="101.0309", verdict="on_track")

    def test_growth_sums_before_it_divides(self):
        sample = Sample("growth", "at_least", "10", "monthly", reporters="a b")
        sample.send("2020-01", "150", base_value="100").send("2020-01", "300", "b", base_value="300")
        # 450 / 400 = 1.125; a mean of ratios would be 25 %
        self.assertRow(sample.row(1), value="450", base_value="400", actual="12.5", gap="2.5",
                       attainment_pct="102.2727")

    def test_share(self):
        sample = Sample("share", "at_least", "80", "cumulative", reporters="a b")
        sample.send("2020-06", "40", denominator="50").send("2020-06", "35", "b", denominator="50")
        self.assertRow(sample.row(6), value="75", denominator="100", actual="75", gap="-5", attainment_pct="93.75",
                       pace_pct="93.75", verdict="off_track")

    def test_79_99996_does_not_meet_80(self):
        row = Sample("share", "at_least", "80", "point").send("2020-12", "79.99996", denominator="100").row(12)
        self.assertRow(row, actual="80", gap="0", attainment_pct="100", pace_pct="100", verdict="missed",
                       light="red", rule="7")
        row = Sample("share", "at_least", "80", "point").send("2020-06", "79.99996", denominator="100").row(6)
        self.assertRow(row, actual="80", pace_pct="100", verdict="behind", rule="8")

    def test_intensity_change(self):
        sample = Sample("intensity_change", "at_most", "-3", "cumulative")
        sample.send("2020-06", "50", denominator="110", base_value="50", base_denominator="100")
        # (50/110) / (50/100) - 1 = -1/11; 0.485 / (50/110) = 1.067
        self.assertRow(sample.row(6), value="50", denominator="110", base_value="50", base_denominator="100",
                       actual="-9.0909", gap="-6.0909", attainment_pct="106.7", verdict="on_track")

    def test_intensity_change_at_least(self):
        sample = Sample("intensity_change", "at_least", "10", "cumulative")
        sample.send("2020-06", "60", denominator="100", base_value="50", base_denominator="100")
        # 0.6 / 0.55
        self.assertRow(sample.row(6), actual="20", gap="10", attainment_pct="109.0909")

    def test_daily_average_monthly_counts_the_months_reported(self):
        sample = Sample("daily_average", "at_most", "8", "monthly").send("2020-01", "300").send("2020-02", "300")
        # 31 + 29 days
        self.assertRow(sample.row(2), denominator="60", actual="10", gap="2", attainment_pct="80",
                       verdict="off_track")
        sample = Sample("daily_average", "at_most", "8", "monthly", reporters="a b")
        sample.send("2020-01", "310").send("2020-03", "310", "b")
        self.assertRow(sample.row(3), denominator="62", actual="10")

    def test_daily_average_cumulative_counts_from_new_year(self):
        row = Sample("daily_average", "at_least", "10", "cumulative").send("2020-06", "1820").row(7)
        self.assertRow(row, denominator="182", actual="10", attainment_pct="100", verdict="overdue")
        row = Sample("daily_average", "at_least", "10", "cumulative").send("2020-12", "3660").row(12)
        self.assertRow(row, denominator="366", actual="10", verdict="attained", rule="7")

    def test_daily_average_of_a_longer_period(self):
        row = Sample("daily_average", "at_least", "1", "monthly", "quarterly").send("2020-06", "91").row(6)
        self.assertRow(row, denominator="91", actual="1")
        row = Sample("daily_average", "at_least", "1", "monthly", "monthly_from_february").send("2020-02", "6").row(2)
        self.assertRow(row, denominator="60", actual="0.1")

    def test_milestone(self):
        sample = Sample("milestone", reporters="a b").send("2020-06", stage="completed")
        sample.send("2020-06", unit="b", stage="started", progress="100")
        self.assertRow(sample.row(6), value="", target="", target_revision="", gap="", actual="99.5",
                       attainment_pct="99.5", expected_pct="50", pace_pct="199", verdict="on_track",
                       projected="", required_per_month="")
        self.assertRow(sample.send("2020-07", unit="b", stage="completed").row(7), actual="100", rule="4",
                       verdict="attained", coverage_pct="50", provisional="true")

    def test_a_missing_reporter_keeps_a_milestone_below_100(self):
        sample = Sample("milestone", reporters="a b").send("2020-06", stage="completed")
        self.assertRow(sample.row(6), actual="99", coverage_pct="50", provisional="true", rule="8",
                       verdict="on_track")

    def test_required_stage_and_empty_progress(self):
        sample = Sample("milestone", required_stage="started")
        self.assertRow(sample.send("2020-01", stage="not_started").row(1), actual="0", verdict="off_track")
        self.assertRow(sample.send("2020-02", stage="started").row(2), actual="100", verdict="attained", rule="4")

    def test_progress(self):
        row = Sample("progress").send("2020-03", progress="33.123456").row(3)
        self.assertRow(row, value="", actual="33.1235", attainment_pct="33.1235", expected_pct="25",
                       pace_pct="132.4938", gap="", verdict="on_track")
        sample = Sample("progress", reporters="a b").send("2020-03", progress="100")
        self.assertRow(sample.row(3), actual="99", rule="8")


class BaseTests(OracleTestCase):
    def growth(self):
        return Sample("growth", "at_least", "1", "monthly").send("2020-01", "110")

    def test_an_empty_base_falls_back_to_last_year(self):
        sample = self.growth().send("2019-01", "90").send("2019-01", "100", revision=2, at="2019-05-01T00:00:00Z")
        self.assertRow(sample.row(1), base_value="100", actual="10", verdict="on_track")
        self.assertEqual(sample.found(1), [])

    def test_one_missing_base_leaves_none(self):
        sample = self.growth().send("2020-02", "110", base_value="100")
        self.assertRow(sample.row(2), base_value="", actual="", gap="", attainment_pct="", pace_pct="",
                       expected_pct="100", verdict="not_assessable", light="grey", rule="3")
        self.assertEqual(sample.found(2), [("no_base", "a", "2020-01")])

    def test_only_the_figures_used_need_a_base(self):
        sample = Sample("growth", "at_least", "1", "cumulative").send("2020-01", "5")
        sample.send("2020-02", "110", base_value="100")
        self.assertRow(sample.row(2), actual="10")
        self.assertEqual(sample.found(2), [])

    def test_a_base_that_is_not_positive_is_shown_but_not_assessed(self):
        for base, actual, gap in (("0", "", ""), ("-100", "-210", "-211")):
            row = Sample("growth", "at_most", "1", "point").send("2020-01", "110", base_value=base).row(1)
            self.assertRow(row, base_value=base, actual=actual, gap=gap, verdict="not_assessable", projected="")

    def test_a_base_denominator_falls_back_too(self):
        sample = Sample("intensity_change", "at_most", "-3", "point")
        sample.send("2020-06", "50", denominator="110", base_value="50").send("2019-06", "7", denominator="100")
        self.assertRow(sample.row(6), base_denominator="100", actual="-9.0909")
        self.assertEqual([each for each in sample.found(6) if each[0] != "missing"], [("base_differs", "a", "2020-06")])

    def test_the_base_plan_must_hold_the_indicator(self):
        sample = self.growth().send("2019-01", "100")
        base_plan = Sample("growth").plan
        base_plan.year = 2019
        self.assertRow(sample.row(1, base_plan=base_plan), base_value="100")
        base_plan.indicators.clear()
        self.assertRow(sample.row(1, base_plan=base_plan), base_value="")


class VerdictTests(OracleTestCase):
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
        sample = Sample("total", "at_most", "100", "cumulative").send("2020-02", "100")
        self.assertRow(sample.row(2), verdict="on_track", rule="8", expected_pct="100")
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
                               ("intensity_change", "98"), ("total", "90"), ("milestone", "90"), ("progress", "90")):
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


class CoverageTests(OracleTestCase):
    def test_monthly_counts_pairs_up_to_the_figure_period(self):
        sample = Sample("total", "at_least", "100", "monthly", reporters="a b c")
        sample.send("2020-01", "1").send("2020-02", "1").send("2020-01", "1", "b")
        self.assertRow(sample.row(2), coverage_pct="50", provisional="true", value="3")
        self.assertRow(sample.row(5), coverage_pct="50", figure_period="2020-02", verdict="overdue")

    def test_only_expected_reporters_and_due_periods_count(self):
        sample = Sample("total", "at_least", "100", "monthly", "quarterly")
        sample.send("2020-03", "1").send("2020-03", "50", "b").send("2020-02", "50")
        self.assertRow(sample.row(3), value="1", coverage_pct="100")

    def test_a_unit_is_measured_against_its_allocation(self):
        sample = Sample("total", "at_least", "100", "monthly", reporters="a b", allocations={"a": "60", "b": "0"})
        sample.send("2020-06", "30").send("2020-06", "5", "b")
        self.assertRow(sample.row(6, unit="a"), target="60", target_revision="", value="30", attainment_pct="50",
                       coverage_pct="16.6667", verdict="on_track", required_per_month="5")
        self.assertRow(sample.row(6, unit="b"), target="0", gap="5", verdict="not_assessable", projected="")
        self.assertEqual([each["unit"] for each in sample.table("attainment", 6)], ["", "b", "a"])


class RevisionTests(OracleTestCase):
    def test_a_later_revision_supersedes_from_its_acceptance_on(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "1", at="2020-02-03T00:00:00Z")
        sample.send("2020-01", "2", revision=2, at="2020-02-04T00:00:00Z", auto=False)
        sample.review("2020-01", "accepted", "2020-02-06T00:00:00Z", revision=2)
        for as_of, value in (("2020-02-02T23:59:59Z", ""), ("2020-02-03T00:00:00Z", "1"),
                             ("2020-02-05T23:59:59Z", "1"), ("2020-02-06T00:00:00Z", "2")):
            self.assertRow(sample.row(1, as_of), value=value)
        self.assertEqual(sample.found(1, "2020-02-05T00:00:00Z"), [("awaiting_review", "a", "2020-01")])

    def test_a_returned_revision_leaves_the_earlier_one(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "1")
        sample.send("2020-01", "2", revision=2, at="2020-02-06T00:00:00Z")
        sample.review("2020-01", "returned", "2020-02-07T00:00:00Z", revision=2)
        self.assertRow(sample.row(1, "2020-02-06T12:00:00Z"), value="2")
        self.assertRow(sample.row(1), value="1")
        self.assertEqual(sample.found(1), [("returned", "a", "2020-01")])

    def test_the_target_in_force(self):
        sample = Sample("stock", "at_least", [("10", "2020-03-01"), ("20", "2020-07-01")]).send("2020-01", "1")
        for as_of, target, revision in (("2020-02-10T00:00:00Z", "10", "1"), ("2020-06-30T15:59:59Z", "10", "1"),
                                        ("2020-06-30T16:00:00Z", "20", "2")):
            self.assertRow(sample.row(1, as_of), target=target, target_revision=revision)


class FindingTests(unittest.TestCase):
    def test_missing_and_late(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "1", at="2020-02-10T15:59:59Z")
        sample.send("2020-02", "1", at="2020-03-10T16:00:00Z")
        self.assertEqual(sample.found(3), [("late", "a", "2020-02"), ("missing", "a", "2020-03")])

    def test_late_goes_by_the_first_revision(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "1")
        sample.send("2020-01", "2", revision=2, at="2020-06-01T00:00:00Z")
        self.assertEqual(sample.found(1), [])

    def test_the_due_day_clamps_to_the_month(self):
        self.assertEqual(due_date(Sample("stock", due_day=31).plan, 2020, 1), datetime.date(2020, 2, 29))
        self.assertEqual(due_date(Sample("stock", due_day=31).plan, 2020, 12), datetime.date(2021, 1, 31))

    def test_revised_after_publication(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "1")
        sample.send("2020-01", "2", revision=2, at="2020-06-01T00:00:00Z")
        january, may = (1, "2020-02-11T00:00:00Z"), (5, "2020-05-01T00:00:00Z")
        self.assertEqual(sample.found(1, "2020-05-01T00:00:00Z", [january]), [])
        self.assertEqual(sample.found(1, LATE, [january]), [("revised_after_publication", "a", "2020-01")])
        self.assertEqual(sample.quoted("revised_after_publication", 1, LATE, [january, may]),
                         [("2020-05", "1", "1", "2", "2")])
        # The one that is quoted is the last that differs; what is as it was published needs no word.
        self.assertEqual(sample.quoted("revised_after_publication", 6, LATE, [january, (6, "2020-07-11T00:00:00Z")]),
                         [("2020-01", "1", "1", "2", "2")])
        self.assertEqual(sample.found(1, LATE, [(1, "2020-06-02T00:00:00Z")]), [])
        sample.review("2020-01", "returned", "2020-08-01T00:00:00Z", revision=2)
        sample.review("2020-01", "returned", "2020-08-01T00:00:00Z")
        self.assertEqual(sample.quoted("revised_after_publication", 1, LATE, [january]), [("2020-01", "1", "1")])

    def test_cumulative_decrease_and_negative_value(self):
        sample = Sample("total", "at_least", "10", "cumulative").send("2020-01", "5").send("2020-03", "4.999999")
        sample.send("2020-04", "-1")
        self.assertEqual(sample.found(4), [
            ("cumulative_decrease", "a", "2020-03"), ("cumulative_decrease", "a", "2020-04"),
            ("missing", "a", "2020-02"), ("negative_value", "a", "2020-04")])
        self.assertEqual(monthly(Sample("total", "at_least", "10", "monthly"), ["5", "-1"]).found(2), [])
        self.assertEqual(monthly(Sample("total", "at_least", "10", "cumulative"), ["5", "5.0"]).found(2), [])

    def test_numerator_exceeds_denominator(self):
        sample = Sample("share", "at_least", "10", "point").send("2020-01", "5", denominator="4")
        self.assertEqual(sample.found(1), [("numerator_exceeds_denominator", "", "2020-01")])
        self.assertEqual(Sample("share", "at_least", "10", "point").send("2020-01", "4", denominator="4").found(1), [])

    def test_base_differs(self):
        sample = Sample("growth", "at_least", "1", "point").send("2020-01", "5", base_value="4")
        self.assertEqual(sample.send("2019-01", "4.0").found(1), [])
        sample.send("2020-02", "5", base_value="4").send("2019-02", "4.000001")
        self.assertEqual(sample.found(2), [("base_differs", "a", "2020-02")])

    def test_allocation_mismatch(self):
        sample = Sample("total", "at_least", "10", "monthly", "annual", allocations={"a": "9.999999"})
        self.assertEqual(sample.found(1), [("allocation_mismatch", "", "")])
        sample = Sample("total", "at_least", "10", "monthly", "annual", "a b", allocations={"a": "9", "b": "1"})
        self.assertEqual(sample.found(1), [])
        sample = Sample("share", "at_least", "10", "point", "annual", allocations={"a": "9"})
        self.assertEqual(sample.found(1), [])

    def test_part_exceeds_whole_and_plan_order(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "3")
        sample.indicator("1.10.1", "stock", "at_least", "10", part_of="1.1.1")
        sample.indicator("1.2.1", "stock", "at_least", "10", part_of="1.1.1")
        sample.send("2020-01", "3.000001", code="1.10.1").send("2020-01", "3", code="1.2.1")
        self.assertEqual([each["indicator"] for each in sample.table("attainment", 1)], ["1.1.1", "1.2.1", "1.10.1"])
        self.assertEqual([(each["code"], each["severity"], each["indicator"]) for each in sample.table("findings", 1)],
                         [("part_exceeds_whole", "error", "1.10.1")])
        self.assertEqual(sample.quoted("part_exceeds_whole", 1), [("3.000001", "3", "1.1.1")])

    def test_district_first_then_units_in_their_order(self):
        sample = Sample("total", "at_least", "10", "monthly", reporters="a b", allocations={"a": "1"})
        self.assertEqual(sample.found(2), [
            ("allocation_mismatch", "", ""), ("missing", "b", "2020-01"), ("missing", "b", "2020-02"),
            ("missing", "a", "2020-01"), ("missing", "a", "2020-02")])


class ProgramTests(unittest.TestCase):
    def files(self, directory, **texts):
        for name, text in texts.items():
            with open(os.path.join(directory, name + ".csv"), "w", encoding="utf-8", newline="") as file:
                file.write(text)

    def test_writes_the_columns_of_the_contract(self):
        with tempfile.TemporaryDirectory() as directory:
            self.files(
                directory,
                plan="district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review\n"
                     "sample,样例区,Sample,2020,目标,Targets,,Asia/Shanghai,10,automatic\n",
                units="unit,kind,name_zh,name_en\nb,department,乙,B\na,department,甲,A\n",
                sections="section,title_zh,title_en\n2,第二,Second\n",
                indicators=",".join(generate.PLAN_COLUMNS["indicators.csv"].split()) + "\n"
                           '2.2.1,true,,零售额,"Retail sales, ""total""",total,at_least,亿元,monthly,monthly,b,a b,,,,,,\n',
                targets="indicator,revision,value,decided_on,source\n2.2.1,1,800,2020-01-10,\n",
                allocations="indicator,unit,value\n2.2.1,a,500\n",
                log=",".join(generate.LOG_COLUMNS) + "\n"
                    "2.2.1,a,2020-01,1,2020-02-05T00:00:00Z,true,50.5,,,,,,\n"
                    "2.2.1,b,2020-01,1,2020-02-05T00:00:00Z,false,20,,,,,,\n",
                reviews=",".join(generate.REVIEW_COLUMNS) + "\n2.2.1,b,2020-01,1,2020-02-08T00:00:00Z,accepted,\n")
            out = os.path.join(directory, "out")
            subprocess.run(
                [sys.executable, os.path.join(HERE, "oracle.py"), "--plan", directory, "--log",
                 os.path.join(directory, "log.csv"), "--reviews", os.path.join(directory, "reviews.csv"),
                 "--month", "2020-01", "--as-of", "2020-02-11T00:00:00Z", "--out", out], check=True)
            texts = {}
            self.assertEqual(sorted(os.listdir(out)), sorted(f"{name}.csv" for name in tables.COLUMNS))
            for name in ("attainment", "findings", "unit_ranking"):
                with open(os.path.join(out, name + ".csv"), encoding="utf-8", newline="") as file:
                    texts[name] = file.read()
        # 70.5 / 800 = 8.8125 %, against 1/12: pace 105.75 %; 70.5 * 12 = 846; 729.5 / 11
        self.assertEqual(texts["attainment"], (
            "district,period,indicator,section,item,unit,lead_unit,name_zh,name_en,livelihood,headline,measure,"
            "direction,unit_of_measure,target,target_revision,figure_period,value,denominator,base_value,base_denominator,actual,"
            "gap,attainment_pct,expected_pct,pace_pct,verdict,light,rule,coverage_pct,provisional,projected,"
            "required_per_month\n"
            'sample,2020-01,2.2.1,2,2,,b,零售额,"Retail sales, ""total""",true,false,total,at_least,亿元,800,1,2020-01,'
            "70.5,,,,70.5,-729.5,8.8125,8.3333,105.75,on_track,green,8,100,false,846,66.3182\n"
            'sample,2020-01,2.2.1,2,2,a,b,零售额,"Retail sales, ""total""",true,false,total,at_least,亿元,500,,2020-01,'
            "50.5,,,,50.5,-449.5,10.1,8.3333,121.2,on_track,green,8,100,false,606,40.8636\n"))
        self.assertEqual(texts["unit_ranking"], (
            "district,period,place,unit,kind,name_zh,name_en,indicators,attained,missed,on_track,behind,off_track,overdue,"
            "not_due,no_data,not_assessable,green,yellow,red,grey,green_pct,worst_indicator,worst_verdict,"
            "worst_pace_pct\n"
            "sample,2020-01,1,a,department,甲,A,1,0,0,1,0,0,0,0,0,0,1,0,0,0,100,2.2.1,on_track,121.2\n"))
        self.assertEqual(texts["findings"], (
            "district,period,code,severity,indicator,unit,figure_period,message_zh,message_en\n"
            "sample,2020-01,allocation_mismatch,error,2.2.1,,,,\n"))


class GeneratorTests(unittest.TestCase):
    def table(self, *path):
        with open(os.path.join(*path), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def contents(self, directory):
        texts = {}
        for folder, _, names in os.walk(directory):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    texts[os.path.relpath(os.path.join(folder, name), directory)] = file.read()
        return texts

    def test_the_same_seed_gives_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            for directory in (first, second):
                subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), "--seed", "7", "--indicators", "20",
                                "--out", directory], check=True)
            self.assertEqual(self.contents(first), self.contents(second))

    def test_plans_and_submissions_are_valid(self):
        for seed in range(4):
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as directory:
                generate.main(["--seed", str(seed), "--indicators", "60", "--out", directory])
                self.check_plan(directory, "plan")
                self.check_plan(directory, "base-plan")
                self.check_log(directory)

    def check_plan(self, *path):
        plan = read_plan(os.path.join(*path))
        indicators = {each.code: each for each in plan.indicators}
        sections = {row["section"] for row in self.table(*path, "sections.csv")}
        for code, each in indicators.items():
            self.assertIn(code.split(".")[0], sections)
            self.assertLessEqual({*each.reporters, each.lead_unit}, set(plan.units))
            self.assertEqual(len(each.reporters), len(set(each.reporters)))
            self.assertEqual(each.direction == "", each.measure in WORK)
            whole, above = each.part_of, set()
            while whole:
                self.assertNotIn(whole, above | {code})
                above.add(whole)
                whole = indicators[whole].part_of
            revisions = plan.targets.get(code, [])
            self.assertEqual([revision for revision, _, _ in revisions], list(range(1, len(revisions) + 1)))
            for _, value, _ in revisions:
                self.assertGreater(value, -100 if each.measure in ("growth", "intensity_change") else 0)
            self.assertLessEqual(set(plan.allocations.get(code, ())), set(each.reporters))
            profile = sorted(plan.profiles.get(code, {}).items())
            self.assertEqual(profile, sorted(profile, key=lambda pair: (pair[1], pair[0])))
            self.assertTrue(not profile or profile[-1][1] == 100)

    def check_log(self, directory):
        plans = {name: read_plan(os.path.join(directory, name)) for name in ("plan", "base-plan")}
        indicators = {plan.year: {each.code: each for each in plan.indicators} for plan in plans.values()}
        needed = {"growth": ("value",), "share": ("value", "denominator"), "progress": ("progress",),
                  "intensity_change": ("value", "denominator"), "milestone": ("stage",)}
        allowed = {"growth": ("base_value",), "intensity_change": ("base_value", "base_denominator"),
                   "milestone": ("progress", "occurred_on")}
        cells = generate.LOG_COLUMNS[6:]
        newest, stages, log = {}, {}, self.table(directory, "submissions.csv")
        self.assertEqual(list(log[0]), generate.LOG_COLUMNS)
        for row in log:  # in the order of submission
            year, month = month_of(row["period"])
            each = indicators[year][row["indicator"]]
            self.assertIn(month, each.due_months)
            self.assertIn(row["unit"], each.reporters)
            required = needed.get(each.measure, ("value",))
            given = {name for name in cells if row[name]}
            self.assertLessEqual(set(required), given)
            self.assertLessEqual(given, set(required) | set(allowed.get(each.measure, ())))
            for name in given - {"stage", "occurred_on"}:
                figure(row[name])
            if row["progress"]:
                self.assertTrue(0 <= Fraction(row["progress"]) <= 100)
            key = row["indicator"], row["unit"], row["period"]
            self.assertEqual(int(row["revision"]), newest.get(key, (0, None))[0] + 1)
            self.assertNotEqual([row[name] for name in cells], newest.get(key, (0, None))[1])
            newest[key] = int(row["revision"]), [row[name] for name in cells]
            if row["stage"]:
                stage = STAGES.index(row["stage"])
                self.assertGreaterEqual(stage, stages.get((*key[:2], year), 0))
                stages[(*key[:2], year)] = stage
                if row["occurred_on"]:
                    self.assertLess(row["occurred_on"], row["submitted_at"])
        self.assertEqual(len(log), sum(
            1 for name, data in self.contents(os.path.join(directory, "submissions")).items()
            for line in data.splitlines()[1:]))


if __name__ == "__main__":
    unittest.main()
