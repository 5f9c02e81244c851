"""Sections 1 to 5 of the method, worked out by hand. Run by `python3 -m unittest` here."""

import unittest
from fractions import Fraction

import tables
from figures import exact, figure, printed, rounded
from sample import Sample, SampleTestCase, monthly
from workplan import due_date


class FigureTests(SampleTestCase):
    def test_rounds_once_half_away_from_zero(self):
        cases = {"0.00005": "0.0001", "-0.00005": "-0.0001", "0.00004999": "0", "-0.00004999": "0", "800": "800",
                 "1.25": "1.25", "-0.5": "-0.5", "2.00005": "2.0001", "99.99995": "100", "-1.99995": "-2", "0": "0"}
        for number, text in cases.items():
            self.assertEqual(printed(Fraction(number)), text, number)
        self.assertEqual(printed(Fraction(2, 3)), "0.6667")
        self.assertEqual(printed(Fraction(-1, 3)), "-0.3333")
        self.assertEqual(printed(None), "")

    def test_rounded_fractions(self):
        for number, decimals, result in (("2.95", 1, "3"), ("-2.95", 1, "-3"), ("2.9491", 1, "2.9"), ("0.04", 1, "0")):
            self.assertEqual(rounded(Fraction(number), decimals), Fraction(result))

    def test_digits_that_say_nothing_do_not_count(self):
        self.assertEqual(figure("000800.0"), 800)
        self.assertEqual(figure("0.50000000"), Fraction(1, 2))

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


class MeasureTests(SampleTestCase):
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
                       attainment_pct="99.5", expected_pct="0", pace_pct="", verdict="on_track",
                       projected="", required_per_month="")
        self.assertRow(sample.send("2020-07", unit="b", stage="completed").row(7), actual="100", rule="4",
                       verdict="attained", coverage_pct="50", provisional="true")

    def test_a_missing_reporter_keeps_a_milestone_below_100(self):
        sample = Sample("milestone", reporters="a b").send("2020-06", stage="completed")
        self.assertRow(sample.row(6), actual="99", coverage_pct="50", provisional="true", rule="8",
                       verdict="on_track")

    def test_required_stage_and_empty_progress(self):
        sample = Sample("milestone", required_stage="started", pacing="linear")
        self.assertRow(sample.send("2020-01", stage="not_started").row(1), actual="0", verdict="off_track")
        self.assertRow(sample.send("2020-02", stage="started").row(2), actual="100", verdict="attained", rule="4")

    def test_rate(self):
        row = Sample("rate", "at_least", "6").send("2020-06", "5.123456").row(6)
        # (100 + 5.123456) / 106
        self.assertRow(row, value="5.123456", actual="5.123456", gap="-0.876544", attainment_pct="99.1731",
                       expected_pct="100", pace_pct="99.1731", verdict="behind", base_value="")
        row = Sample("rate", "at_most", "-2").send("2020-06", "-4").row(6)
        self.assertRow(row, gap="-2", attainment_pct="102.0833", verdict="on_track")
        row = Sample("rate", "at_most", "-2").send("2020-06", "-100").row(6)
        self.assertRow(row, attainment_pct="", pace_pct="", verdict="on_track")
        row = Sample("rate", "at_least", "-2").send("2020-06", "-120").row(6)
        self.assertRow(row, attainment_pct="-20.4082", verdict="off_track")

    def test_ratio(self):
        sample = Sample("ratio", "at_least", "12", "cumulative", reporters="a b", scale="10000")
        sample.send("2020-06", "30", denominator="25000").send("2020-06", "27", "b", denominator="25000")
        # 57 / 50000 × 10000 = 11.4 for every ten thousand; 11.4 / 12 = 95 %
        self.assertRow(sample.row(6), value="57", denominator="50000", actual="11.4", gap="-0.6", attainment_pct="95",
                       verdict="behind")
        row = Sample("ratio", "at_most", "3", "point").send("2020-06", "7", denominator="2").row(6)
        self.assertRow(row, actual="3.5", attainment_pct="85.7143", verdict="off_track")

    def test_progress(self):
        row = Sample("progress").send("2020-03", progress="33.123456").row(3)
        self.assertRow(row, value="", actual="33.1235", attainment_pct="33.1235", expected_pct="25",
                       pace_pct="132.4938", gap="", verdict="on_track")
        sample = Sample("progress", reporters="a b").send("2020-03", progress="100")
        self.assertRow(sample.row(3), actual="99", rule="8")


class BaseTests(SampleTestCase):
    """Growth of 1.1.1, which continues last year's 7.7.7."""

    def growth(self, **cells):
        sample = Sample("growth", "at_least", "1", "monthly", continues="7.7.7", **cells).send("2020-01", "110")
        sample.last = Sample("growth", "at_least", "1", "monthly", year=2019)
        sample.last.plan.indicators.clear()
        sample.last.indicator("7.7.7", "growth", "at_least", "1", "monthly")
        return sample

    def test_an_empty_base_falls_back_to_what_it_continues(self):
        sample = self.growth().send("2019-01", "90", code="7.7.7")
        sample.send("2019-01", "100", revision=2, at="2019-05-01T00:00:00Z", code="7.7.7")
        self.assertRow(sample.row(1), base_value="100", actual="10", verdict="on_track")
        self.assertEqual(sample.found(1), [("base_filled", "a", "2020-01")])
        self.assertRow(sample.send("2020-01", "110", base_value="110", revision=2).row(1), base_value="110", actual="0")

    def test_the_same_code_of_last_year_says_nothing(self):
        sample = self.growth().send("2019-01", "100")
        self.assertRow(sample.row(1), base_value="", verdict="not_assessable")
        sample = Sample("growth", "at_least", "1", "monthly").send("2020-01", "110").send("2019-01", "100")
        self.assertRow(sample.row(1), base_value="", verdict="not_assessable")

    def test_a_growth_may_continue_a_total(self):
        sample = self.growth()
        sample.last.plan.indicators.clear()
        sample.last.indicator("7.7.7", "total", "at_least", "500", "monthly")
        self.assertRow(sample.send("2019-01", "88", code="7.7.7").row(1), base_value="88", actual="25",
                       last_year_actual="")

    def test_one_missing_base_leaves_none(self):
        sample = self.growth().send("2020-02", "110", base_value="100")
        self.assertRow(sample.row(2), base_value="", actual="", gap="", attainment_pct="", pace_pct="",
                       expected_pct="100", verdict="not_assessable", light="grey", rule="3")
        self.assertEqual(sample.found(2), [("no_base", "a", "2020-01")])

    def test_only_the_figures_used_need_a_base(self):
        sample = Sample("growth", "at_least", "1", "cumulative").send("2020-01", "50")
        sample.send("2020-02", "110", base_value="100")
        self.assertRow(sample.row(2), actual="10")
        self.assertEqual(sample.found(2), [])

    def test_a_base_that_is_not_positive_is_shown_but_not_assessed(self):
        for base, actual, gap in (("0", "", ""), ("-100", "-210", "-211")):
            row = Sample("growth", "at_most", "1", "point").send("2020-01", "110", base_value=base).row(1)
            self.assertRow(row, base_value=base, actual=actual, gap=gap, verdict="not_assessable", projected="")

    def test_a_base_denominator_falls_back_for_itself(self):
        sample = Sample("intensity_change", "at_most", "-3", "point", continues="7.7.7")
        sample.send("2020-06", "50", denominator="110", base_value="50")
        sample.send("2019-06", "7", denominator="100", code="7.7.7")
        self.assertRow(sample.row(6), base_denominator="100", actual="-9.0909")
        self.assertEqual([each for each in sample.found(6) if each[0] != "missing"],
                         [("base_differs", "a", "2020-06"), ("base_filled", "a", "2020-06")])
        self.assertEqual(sample.quoted("base_filled", 6), [("100",)])

    def test_one_part_filled_and_the_other_missing(self):
        sample = Sample("intensity_change", "at_most", "-3", "point", continues="7.7.7")
        sample.send("2020-06", "50", denominator="110").send("2019-06", "7", code="7.7.7")
        self.assertEqual([each[0] for each in sample.found(6) if each[0] != "missing"], ["base_filled", "no_base"])
        self.assertEqual(sample.quoted("no_base", 6), [("110",)])


class CoverageTests(SampleTestCase):
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


class DueTests(SampleTestCase):
    """Section 2: what is due at T, and section 5: what that makes of the figure period."""

    def test_due_days(self):
        def dates(due_day, *months):
            plan = Sample("stock", due_day=due_day).plan
            return [str(due_date(plan, plan.indicators[0], month)) for month in months]
        self.assertEqual(dates("", 1, 12), ["2020-02-10", "2021-01-10"])
        self.assertEqual(dates("31", 1, 3, 12), ["2020-02-29", "2020-04-30", "2021-01-31"])
        self.assertEqual(dates("45", 1, 11, 12), ["2020-03-14", "2021-01-14", "2021-02-14"])
        self.assertEqual(dates("32", 12), ["2021-02-01"])
        self.assertEqual(dates("62", 12, 2), ["2021-02-28", "2020-04-30"])

    def test_due_is_the_day_after_in_the_plans_time_zone(self):
        sample = Sample("stock", "at_least", "10", due_day="45")
        for as_of, verdict, provisional, coverage, found in (
                ("2020-03-14T15:59:59Z", "not_due", "false", "", []),
                ("2020-03-14T16:00:00Z", "no_data", "true", "0", [("missing", "a", "2020-01")])):
            self.assertRow(sample.row(1, as_of), verdict=verdict, provisional=provisional, coverage_pct=coverage)
            self.assertEqual(sample.found(1, as_of), found)

    def test_what_is_not_due_yet_is_not_overdue(self):
        sample = Sample("stock", "at_least", "10", due_day="45").send("2020-04", "10")
        self.assertRow(sample.row(6, "2020-06-14T12:00:00Z"), figure_period="2020-04", verdict="on_track",
                       provisional="false", coverage_pct="100")
        self.assertRow(sample.row(6, "2020-07-15T00:00:00Z"), figure_period="2020-04", verdict="overdue",
                       provisional="true", coverage_pct="100")

    def test_one_early_figure_does_not_move_the_others(self):
        sample = Sample("stock", "at_least", "20", reporters="a b", due_day="45", allocations={"a": "10"})
        sample.send("2020-04", "10").send("2020-04", "11", "b").send("2020-05", "30", at="2020-06-03T00:00:00Z")
        self.assertRow(sample.row(6, "2020-06-20T00:00:00Z"), figure_period="2020-04", value="21", coverage_pct="100",
                       provisional="false")
        self.assertRow(sample.row(6, "2020-06-20T00:00:00Z", "a"), figure_period="2020-05", value="30")
        # The fourteenth of July makes it due; so does the other's figure before that.
        self.assertRow(sample.row(6, "2020-07-15T00:00:00Z"), figure_period="2020-05", value="41", coverage_pct="50",
                       provisional="true", verdict="on_track")
        sample.send("2020-05", "12", "b", at="2020-06-21T00:00:00Z")
        self.assertRow(sample.row(6, "2020-06-22T00:00:00Z"), figure_period="2020-05", value="42", coverage_pct="100",
                       provisional="false")

    def test_an_early_figure_of_everybody_stands_though_nothing_is_due(self):
        sample = Sample("stock", "at_least", "20").send("2020-01", "10", at="2020-02-01T00:00:00Z")
        self.assertRow(sample.row(1, "2020-02-02T00:00:00Z"), figure_period="2020-01", verdict="off_track", rule="8",
                       provisional="false", coverage_pct="100")

    def test_monthly_adds_up_to_the_figure_period_only(self):
        sample = Sample("total", "at_least", "120", "monthly", reporters="a b")
        for unit in "ab":
            sample.send("2020-01", "5", unit)
        sample.send("2020-02", "7", at="2020-03-01T00:00:00Z")
        self.assertRow(sample.row(2, "2020-03-02T00:00:00Z"), figure_period="2020-01", value="10", coverage_pct="100")
        self.assertRow(sample.row(2, "2020-03-11T00:00:00Z"), figure_period="2020-02", value="17", coverage_pct="75")


class RevisionTests(SampleTestCase):
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


if __name__ == "__main__":
    unittest.main()
