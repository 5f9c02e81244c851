"""Section 11 of the method, worked out by hand. Run by `python3 -m unittest` here."""

import unittest

from sample import LATE, Sample, SampleTestCase, monthly


class FindingTests(SampleTestCase):
    def test_missing_and_late(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "1", at="2020-02-10T15:59:59Z")
        sample.send("2020-02", "1", at="2020-03-10T16:00:00Z")
        self.assertEqual(sample.found(3), [("late", "a", "2020-02"), ("missing", "a", "2020-03")])

    def test_late_goes_by_the_first_revision(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "1")
        sample.send("2020-01", "2", revision=2, at="2020-06-01T00:00:00Z")
        self.assertEqual(sample.found(1), [])

    def test_revised_after_publication(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "1")
        sample.send("2020-01", "2", revision=2, at="2020-06-01T00:00:00Z")
        january, may = (1, "2020-02-11T00:00:00Z"), (5, "2020-05-01T00:00:00Z")
        self.assertEqual(sample.found(1, "2020-05-01T00:00:00Z", [january]), [])
        self.assertEqual(sample.found(1, LATE, [january]), [("revised_after_publication", "a", "2020-01")])
        self.assertEqual(sample.quoted("revised_after_publication", 1, LATE, [january, may]),
                         [("2020-05", "1", "1", "2", "2")])
        # Only the last publication that reaches the period counts: once told, the warning ends.
        july = (6, "2020-07-11T00:00:00Z")
        self.assertEqual(sample.quoted("revised_after_publication", 6, LATE, [january, july]), [])
        again = (1, "2020-07-12T00:00:00Z")
        sample.send("2020-02", "5").send("2020-02", "6", revision=2, at="2020-08-01T00:00:00Z")
        self.assertEqual(sample.quoted("revised_after_publication", 6, LATE, [july, again]), [("2020-06", "1", "5", "2", "6")])
        self.assertEqual(sample.quoted("revised_after_publication", 1, LATE, [january, (6, LATE)]),
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
        sample = Sample("share", "at_least", "50", "point").send("2020-01", "5", denominator="4")
        self.assertEqual(sample.found(1), [("numerator_exceeds_denominator", "", "2020-01")])
        self.assertEqual(Sample("ratio", "at_least", "1", "point").send("2020-01", "5", denominator="4").found(1), [])
        self.assertEqual(Sample("share", "at_least", "50", "point").send("2020-01", "4", denominator="4").found(1), [])

    def test_base_differs(self):
        sample = Sample("growth", "at_least", "1", "point", continues="7.7.7").send("2020-01", "5", base_value="4")
        self.assertEqual(sample.send("2019-01", "4.0", code="7.7.7").found(1), [])
        sample.send("2020-02", "5", base_value="4").send("2019-02", "4.000001", code="7.7.7")
        self.assertEqual(sample.found(2), [("base_differs", "a", "2020-02")])
        # Of an index the year before is 100, whatever it came to.
        sample.send("2020-02", "103", base_value="100", revision=2)
        self.assertEqual([each for each in sample.found(2) if each[0] != "jump"], [])

    def test_allocation_mismatch(self):
        def severity(direction, allocated, measure="stock", **target):
            sample = Sample(measure, direction, allocations={"a": allocated}, accumulation="monthly", frequency="annual")
            sample.target("1.1.1", ("10", "2020-01-10"), tolerance="1", **target)
            return [each["severity"] for each in sample.table("findings", 1)]
        self.assertEqual([severity("at_least", "9.999999"), severity("maintain", "9"), severity("at_most", "11")],
                         [["error"]] * 3)
        self.assertEqual([severity("at_least", "11"), severity("maintain", "11"), severity("at_most", "9", "total")],
                         [["info"]] * 3)
        self.assertEqual(severity("at_least", "10"), [])
        sample = Sample("total", "at_least", "10", "monthly", "annual", "a b", allocations={"a": "9", "b": "1"})
        self.assertEqual(sample.found(1), [])
        sample = Sample("share", "at_least", "10", "point", "annual", allocations={"a": "9"})
        self.assertEqual(sample.found(1), [])
        sample = Sample("stock", "at_least", "10", allocations={"a": "9"}).indicator("1.1.2", "stock", "at_least", "1")
        self.assertNotIn("allocation_mismatch", [each[0] for each in sample.target(
            "1.1.1", ("10", "2020-01-10"), relative_to="1.1.2").found(1)])

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


class SentenceTests(SampleTestCase):
    """What a sentence must quote, whatever its words."""

    def test_figures_of_the_revision(self):
        sample = Sample("intensity_change", "at_most", "-3").send(
            "2020-01", "5.50", denominator="8", base_value="6", base_denominator="9", revision=2)
        sample.send("2020-01", "5", denominator="8", revision=3, at="2020-02-20T00:00:00Z")
        published = [(1, "2020-02-11T00:00:00Z")]
        self.assertEqual(sample.quoted("revised_after_publication", 1, published=published),
                         [("2020-01", "2", "5.5", "8", "6", "9", "3", "5", "8")])

    def test_what_nobody_has_accepted_is_not_told(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "5.50", revision=2, auto=False)
        self.assertEqual(sample.quoted("awaiting_review", 1), [("2", "2020-02-05")])

    def test_days_are_those_of_the_plan(self):
        sample = Sample("stock", "at_least", "10").send("2020-01", "1", at="2020-02-10T16:00:00Z")
        self.assertEqual(sample.quoted("late", 2), [("2020-02-11", "2020-02-10")])
        self.assertEqual(sample.quoted("missing", 2), [("2020-03-10",)])

    def test_a_return_repeats_its_reason(self):
        sample = Sample("milestone").send("2020-01", stage="started", progress="40", occurred_on="2020-01-03")
        sample.review("2020-01", "returned", "2020-02-06T00:00:00Z", reason="请补报")
        self.assertEqual(sample.quoted("returned", 1), [("1", "2020-02-05", "请补报")])

    def test_comparisons_quote_both_sides(self):
        sample = Sample("total", "at_least", "10", "cumulative", reporters="a b", allocations={"a": "4", "b": "5.5"})
        sample.send("2020-01", "5").send("2020-03", "4.999999")
        self.assertEqual(sample.quoted("cumulative_decrease", 3), [("4.999999", "5", "2020-01")])
        self.assertEqual(sample.quoted("allocation_mismatch", 3), [("9.5", "10", "-0.5")])
        sample = Sample("share", "at_least", "10").send("2020-01", "5", denominator="4")
        self.assertEqual(sample.quoted("numerator_exceeds_denominator", 1), [("5", "4")])
        sample = Sample("stock", "at_least", "10").send("2020-01", "-1.5")
        self.assertEqual(sample.quoted("negative_value", 1), [("-1.5",)])

    def test_bases_are_quoted_where_they_differ_or_miss(self):
        sample = Sample("intensity_change", "at_most", "-3", continues="7.7.7").send(
            "2020-01", "50", denominator="110", base_value="40", base_denominator="100")
        sample.send("2019-01", "41", denominator="100", code="7.7.7").send("2020-02", "60", denominator="120")
        self.assertEqual(sample.quoted("base_differs", 2), [("40", "41")])
        self.assertEqual(sample.quoted("no_base", 2), [("60", "120")])


class RevisedBaseTests(SampleTestCase):
    """Last year's figure, which filled in a base of this year's, changes after a publication."""
    APRIL = (1, "2020-04-01T00:00:00Z")

    def sample(self, **cells):
        sample = Sample("growth", "at_least", "1", continues="7.7.7").send("2020-01", "110", **cells)
        sample.send("2019-01", "100", code="7.7.7", at="2019-02-05T00:00:00Z")
        return sample.send("2019-01", "105", code="7.7.7", revision=2, at="2020-06-01T00:00:00Z")

    def told(self, sample, published):
        return sample.quoted("revised_after_publication", 1, LATE, published)

    def test_told_of_this_years_period(self):
        sample = self.sample()
        self.assertEqual(self.told(sample, [self.APRIL]), [("2020-01", "1", "100", "2", "105")])
        self.assertIn(("revised_after_publication", "a", "2020-01"), sample.found(1, LATE, [self.APRIL]))
        self.assertEqual(self.told(sample, [self.APRIL, (1, "2020-07-01T00:00:00Z")]), [])

    def test_not_where_the_base_was_stated(self):
        self.assertEqual(self.told(self.sample(base_value="99"), [self.APRIL]), [])

    def test_a_base_that_was_not_there_has_not_changed(self):
        self.assertEqual(self.told(self.sample(), [(1, "2019-12-01T00:00:00Z")]), [])
        sample = self.sample()
        sample.sent[1] = sample.sent[1][:3] + (sample.sent[2][3],)
        self.assertEqual(self.told(sample, [self.APRIL]), [])

    def test_one_that_is_gone_has(self):
        sample = self.sample()
        for revision in (1, 2):
            sample.review("2019-01", "returned", "2020-08-01T00:00:00Z", revision=revision, code="7.7.7")
        self.assertEqual(self.told(sample, [self.APRIL]), [("2020-01", "1", "100")])


class ImplausibleTests(SampleTestCase):
    def found_of(self, measure, value, least="", most="", **cells):
        sample = Sample(measure, "at_least", "1", plausible_min=least, plausible_max=most, continues="7.7.7",
                        scale=cells.pop("scale", ""))
        return sample.send("2020-01", value, **cells).quoted("implausible", 1)

    def test_the_bounds_themselves_are_plausible(self):
        self.assertEqual(self.found_of("stock", "5", "5", "5"), [])
        self.assertEqual(self.found_of("stock", "4.999999", "5"), [("4.999999", "5")])
        self.assertEqual(self.found_of("stock", "5.1", "", "5"), [("5.1", "5")])
        self.assertEqual(self.found_of("rate", "-8", "-5", "5"), [("-8", "-5", "5")])

    def test_a_quotient_is_compared_exactly(self):
        self.assertEqual(self.found_of("share", "1", "33.3333", "33.3333", denominator="3"), [("33.3333",) * 3])
        self.assertEqual(self.found_of("ratio", "7", "", "3", denominator="20", scale="10"), [("3.5", "3")])
        self.assertEqual(self.found_of("growth", "130", "", "25", base_value="100"), [("30", "25")])
        self.assertEqual(self.found_of("intensity_change", "6", "", "-5", denominator="4", base_value="2",
                                       base_denominator="1"), [])
        self.assertEqual(self.found_of("intensity_change", "6", "-5", "", denominator="4", base_value="2",
                                       base_denominator="1"), [("-25", "-5")])

    def test_without_a_positive_divisor_nothing_is_said(self):
        self.assertEqual(self.found_of("share", "1", "33.3333", "33.3333", denominator="-3"), [])
        self.assertEqual(self.found_of("growth", "130", "", "25"), [])

    def test_a_filled_base_serves(self):
        sample = Sample("growth", "at_least", "1", plausible_max="25", continues="7.7.7").send("2020-01", "130")
        self.assertEqual(sample.send("2019-01", "100", code="7.7.7").quoted("implausible", 1), [("30", "25")])

    def test_the_days_of_an_average_do_not_count(self):
        sample = Sample("daily_average", "at_least", "1", "monthly", plausible_max="100").send("2020-01", "310")
        self.assertEqual(sample.quoted("implausible", 1), [("310", "100")])


class JumpTests(SampleTestCase):
    def jumps(self, first, second, measure="stock", accumulation="point", profile=None, **cells):
        sample = Sample(measure, "at_least", "1", accumulation, profile=profile, **cells)
        first, second = (dict(value=each) if isinstance(each, str) else each for each in (first, second))
        return sample.send("2020-01", **first).send("2020-03", **second).quoted("jump", 3)

    def test_a_factor_of_ten_either_way(self):
        self.assertEqual(self.jumps("3", "30"), [("30", "3", "2020-01")])
        self.assertEqual(self.jumps("3", "29.999999"), [])
        self.assertEqual(self.jumps("30", "-3"), [("-3", "30", "2020-01")])
        self.assertEqual(self.jumps("30", "3.000001"), [])
        self.assertEqual(self.jumps("0", "3") + self.jumps("3", "0"), [])

    def test_denominators_and_bases_as_stated(self):
        first = dict(value="5", denominator="10", base_value="4", base_denominator="9")
        second = dict(value="5", denominator="100", base_value="50", base_denominator="8")
        self.assertEqual(self.jumps(first, second, "intensity_change"), [("100", "10", "50", "4", "2020-01")])
        self.assertEqual(self.jumps(first | {"base_value": ""}, second | {"denominator": "9"}, "intensity_change"), [])

    def test_where_it_is_no_slip(self):
        self.assertEqual(self.jumps("3", "30", whole="true"), [])
        self.assertEqual(self.jumps("3", "30", "rate"), [])
        self.assertEqual(self.jumps("3", "30", "total", "monthly", {12: 100}), [])
        self.assertEqual(self.jumps("3", "30", "total", "cumulative", {12: 100}), [("30", "3", "2020-01")])
        self.assertEqual(self.jumps("3", "30", "total", "monthly"), [("30", "3", "2020-01")])

    def test_beside_what_was_accepted_before(self):
        sample = Sample("stock", "at_least", "1").send("2020-01", "3").send("2020-02", "300", auto=False)
        self.assertEqual(sample.send("2020-03", "5").quoted("jump", 3), [])


class RowFindingTests(SampleTestCase):
    def test_far_above_target(self):
        def found(value, measure="stock", direction="at_least", **cells):
            return Sample(measure, direction, "2", **cells).send("2020-06", value).quoted("far_above_target", 6)
        self.assertEqual(found("6") + found("7", direction="maintain") + found("7", whole="true"), [])
        self.assertEqual(found("6.000001"), [("6.000001", "2", "300.0001")])
        sample = Sample("stock", "at_least", "20", reporters="a b", allocations={"a": "1", "b": "10"})
        sample.send("2020-05", "4").send("2020-05", "4", "b")
        self.assertEqual([each for each in sample.found(6) if each[0] == "far_above_target"],
                         [("far_above_target", "a", "2020-05")])

    def at_risk(self, target, direction="at_least", tolerance=None):
        sample = Sample("total", direction, None, "cumulative", continues="9.9.9", profile={6: 10, 12: 100})
        sample.target("1.1.1", (target, "2020-01-10"), tolerance=tolerance)
        sample.last = Sample("total", "at_least", "5", "cumulative", year=2019)
        sample.last.plan.indicators.clear()
        sample.last.indicator("9.9.9", "total", "at_least", "5", "cumulative")
        sample.send("2019-06", "50", code="9.9.9").send("2019-12", "80", code="9.9.9")
        return sample.send("2020-06", "60").quoted("at_risk", 6)

    def test_at_risk(self):
        # 60 × 80 / 50 = 96, as the rest of last year went; on track by the profile alone.
        self.assertEqual(self.at_risk("96") + self.at_risk("97", tolerance="1"), [])
        self.assertEqual(self.at_risk("96.01"), [("96", "96.01")])
        self.assertEqual(self.at_risk("900", "at_most"), [])

    def test_due_soon(self):
        def found(measure, month, due_month="7", stage="started", **cells):
            sample = Sample(measure, "at_least" if measure == "total" else "", "9", "cumulative", due_month=due_month,
                            **cells)
            sample.send("2020-05", "1", stage=stage, progress="50")
            return [each for each in sample.found(month) if each[0] == "due_soon"]
        told = [("due_soon", "", "2020-05")]
        self.assertEqual([found("milestone", month) for month in (5, 6, 7, 8)], [[], told, told, []])
        self.assertEqual(found("milestone", 6, stage="completed"), [])
        self.assertEqual(found("progress", 6), [])
        self.assertEqual(found("progress", 6, pacing="at_due"), told)
        self.assertEqual(found("total", 7, pacing="at_due"), told)
        self.assertEqual(Sample("milestone", due_month="1").found(1)[0], ("due_soon", "", ""))

    def test_near_target(self):
        def found(measure, value, target, direction="at_least", tolerance=None, **cells):
            sample = Sample(measure, direction, None, "point", **cells)
            sample.target("1.1.1", (target, "2020-01-10"), tolerance=tolerance)
            return sample.send("2020-12", value).quoted("near_target", 12)
        self.assertEqual(found("rate", "2.9991", "3"), [("2.9991", "3")])
        self.assertEqual(found("rate", "2.95", "3"), [("2.95", "3")])
        self.assertEqual(found("rate", "2.949999", "3") + found("rate", "3", "3"), [])
        self.assertEqual(found("rate", "2.9991", "3.000") + found("rate", "2.9991", "3.001"), [("2.9991", "3")])
        self.assertEqual(found("stock", "5.04", "5", "at_most"), [("5.04", "5")])
        self.assertEqual(found("stock", "5.05", "5", "at_most") + found("stock", "4.99", "5", whole="true"), [])
        self.assertEqual(found("stock", "4.86", "5", tolerance="0.1"), [("4.86", "5")])
        sample = Sample("rate", "at_least").indicator("1.1.2", "rate", "at_least", "1").send("2020-12", "4.96")
        sample.target("1.1.1", ("", "2020-01-10"), relative_to="1.1.2").send("2020-12", "4.97", code="1.1.2")
        self.assertEqual(sample.quoted("near_target", 12), [("4.96", "4.97")])

    def test_target_revised(self):
        sample = Sample("stock", "at_least", [("800", "2020-01-10"), ("760", "2020-08-15", "区府办〔2020〕15号"),
                                              ("750", "2020-09-01")])
        self.assertEqual(sample.quoted("target_revised", 6, "2020-08-14T15:00:00Z"), [])
        self.assertEqual(sample.quoted("target_revised", 6, "2020-08-15T00:00:00Z"),
                         [("800", "760", "2020-08-15", "区府办〔2020〕15号")])
        self.assertEqual(sample.quoted("target_revised", 6),
                         [("800", "760", "2020-08-15", "760", "750", "2020-09-01", "区府办〔2020〕15号")])
        self.assertIn(("target_revised", "", ""), sample.found(6))


class TakenTests(SampleTestCase):
    def test_bases_of_what_a_row_takes(self):
        # The unit's own row takes its early figure, which the district's leaves alone.
        sample = Sample("growth", "at_least", "1", reporters="a b", due_day="45", allocations={"a": "1"})
        sample.send("2020-04", "5", base_value="4").send("2020-04", "5", "b", base_value="4").send("2020-05", "6")
        as_of = "2020-06-20T00:00:00Z"
        self.assertRow(sample.row(6, as_of), figure_period="2020-04")
        self.assertEqual([each for each in sample.found(6, as_of) if each[0] == "no_base"], [("no_base", "a", "2020-05")])
        del sample.plan.allocations["1.1.1"]
        self.assertEqual([each for each in sample.found(6, as_of) if each[0] == "no_base"], [])

    def test_missing_waits_for_its_due_day_and_the_office(self):
        sample = Sample("stock", "at_least", "10", due_day="45")
        self.assertEqual(sample.found(6, "2020-03-14T15:00:00Z"), [])
        self.assertEqual(sample.found(6, "2020-03-14T16:00:00Z"), [("missing", "a", "2020-01")])
        sample.send("2020-01", "3", auto=False)
        self.assertEqual(sample.found(6, "2020-03-14T16:00:00Z"), [("awaiting_review", "a", "2020-01")])
        sample.review("2020-01", "returned", "2020-02-06T00:00:00Z")
        self.assertEqual(sample.found(6, "2020-03-14T16:00:00Z"),
                         [("missing", "a", "2020-01"), ("returned", "a", "2020-01")])

    def test_an_index_may_fall(self):
        sample = Sample("growth", "at_least", "1", "cumulative").send("2020-01", "103", base_value="100")
        self.assertEqual(sample.send("2020-02", "101", base_value="100").found(2), [])
        sample.send("2020-02", "101", base_value="99", revision=2)
        self.assertEqual(sample.found(2), [("cumulative_decrease", "a", "2020-02")])

    def test_a_negative_rate_is_no_finding(self):
        self.assertEqual(Sample("rate", "at_least", "-5").send("2020-01", "-2").found(1), [])


if __name__ == "__main__":
    unittest.main()
