"""The summaries, scorecards and revisions of small plans, worked out by hand. Run by `python3 -m unittest` here."""

import unittest

from sample import Sample, monthly

JULY, AUGUST = "2020-07-11T00:00:00Z", "2020-08-11T00:00:00Z"


class TableTestCase(unittest.TestCase):
    maxDiff = None

    def assertRows(self, rows, columns, *expected):
        """The named columns of the rows, a line a row."""
        names = columns.split()
        self.assertEqual([" ".join(row[name] or "–" for name in names) for row in rows], list(expected))


class WorstTests(TableTestCase):
    WORST = "worst_indicator worst_verdict worst_pace_pct"

    def levels(self, **values):
        """Stocks of 1.1.1, 1.1.2 … that are to reach 100."""
        sample = Sample("stock", "at_least", "100")
        for position, value in enumerate(values.values(), 1):
            if position > 1:
                sample.indicator(f"1.1.{position}", "stock", "at_least", "100")
            if value:
                sample.send("2020-06", value, code=f"1.1.{position}")
        return sample

    def worst(self, **values):
        (row,) = self.levels(**values).table("section_summary", 6)
        return " ".join(row[name] for name in self.WORST.split())

    def test_red_before_yellow_before_grey_before_green(self):
        self.assertEqual(self.worst(green="150", grey="", yellow="96", red="94"), "1.1.4 off_track 94")
        self.assertEqual(self.worst(green="150", grey="", yellow="96"), "1.1.3 behind 96")
        self.assertEqual(self.worst(green="150", grey=""), "1.1.2 no_data ")
        self.assertEqual(self.worst(green="150", other="120"), "1.1.2 on_track 120")

    def test_the_lowest_pace_is_compared_before_it_is_printed(self):
        self.assertEqual(self.worst(first="96.00002", second="96.00001"), "1.1.2 behind 96")
        self.assertEqual(self.worst(first="96.00001", second="96.00001"), "1.1.1 behind 96")

    def test_without_a_pace_comes_last(self):
        sample = Sample("stock", "at_least", "100").indicator("1.1.2", "stock", "at_least", "100")
        sample.send("2020-05", "900", code="1.1.2")
        self.assertRows(sample.table("section_summary", 6), self.WORST, "1.1.2 overdue 900")


class SummaryTests(TableTestCase):
    def test_sections_count_the_districts_rows(self):
        sample = Sample("total", "at_least", "100", "monthly", reporters="a b", allocations={"a": "10"})
        sample.plan.sections[2] = {"section": "2", "title_zh": "第二", "title_en": "Second"}
        sample.plan.sections[3] = {"section": "3", "title_zh": "第三", "title_en": "Third"}
        sample.indicator("1.1.2", "milestone", livelihood="true", headline="true")
        sample.indicator("1.1.3", "stock", "at_least", "3", frequency="annual")
        sample.indicator("3.1.1", "stock", "at_least", "3")
        monthly(sample, ["50", "60"]).send("2020-06", "4", code="3.1.1")
        rows = sample.table("section_summary", 6)
        self.assertRows(rows, "section title_en indicators attained on_track not_due no_data green red grey green_pct",
                        "1 First 3 1 0 1 1 1 0 2 33.3333", "3 Third 1 0 1 0 0 1 0 0 100")
        self.assertRows(sample.table("headline", 6), "indicator verdict", "1.1.2 no_data")
        self.assertRows(sample.table("livelihood_projects", 6), "indicator verdict coverage_pct", "1.1.2 no_data 0")

    def test_units_rank_by_the_share_that_is_green(self):
        sample = Sample("stock", "at_least", "30", reporters="a b c", allocations={"a": "10", "b": "10", "c": "10"})
        sample.indicator("1.1.2", "stock", "at_least", "30", reporters="c")
        sample.plan.allocations["1.1.2"] = {"c": sample.plan.allocations["1.1.1"]["c"]}
        sample.send("2020-06", "10", "a").send("2020-06", "10", "b").send("2020-06", "9", "c")
        sample.send("2020-06", "10", "c", code="1.1.2")
        self.assertRows(sample.table("unit_ranking", 6), "place unit kind indicators green green_pct worst_indicator",
                        "1 b town 1 1 100 1.1.1", "1 a town 1 1 100 1.1.1", "3 c town 2 1 50 1.1.1")

    def test_scorecard(self):
        sample = Sample("stock", "at_least", "100", weight="3").indicator("1.1.2", "stock", "at_least", "100")
        sample.indicator("1.1.3", "stock", "at_least", "100", lead_unit="b")
        sample.send("2020-01", "90").send("2020-01", "150", code="1.1.2")
        # (3 × 90 + 1 × 100) / 4: what is beyond 100 does not make up for what is missing.
        columns = "unit score indicators scored_indicators on_track off_track no_data worst_indicator completeness_pct"
        self.assertRows(sample.table("department_scorecard", 1), columns,
                        "b – 1 0 0 0 1 1.1.3 –", "a 92.5 2 2 1 1 0 1.1.1 66.6667")

    def test_reporting_rates(self):
        sample = Sample("stock", "at_least", "10", reporters="a b").indicator("1.1.2", "stock", "at_least", "10")
        sample.send("2020-01", "1", at="2020-02-10T15:59:59Z").send("2020-01", "1", "b", at="2020-02-10T16:00:00Z")
        sample.send("2020-01", "1", code="1.1.2", auto=False).send("2020-02", "1", at="2020-04-01T00:00:00Z")
        columns = "unit figure_period due submitted on_time accepted completeness_pct timeliness_pct acceptance_pct"
        self.assertRows(sample.table("reporting_rates", 2, "2020-03-11T00:00:00Z"), columns,
                        "b 2020-01 1 1 0 1 100 0 100", "b 2020-02 1 0 0 0 0 0 0",
                        "a 2020-01 2 2 2 1 100 100 50", "a 2020-02 2 0 0 0 0 0 0")

    def test_milestones_show_what_all_have_reached(self):
        sample = Sample("milestone", reporters="a b", required_stage="started", due_month="9")
        columns = "required_stage due_month stage occurred_on actual"
        sample.send("2020-06", stage="completed", occurred_on="2020-05-28")
        self.assertRows(sample.table("milestones", 6), columns, "started 9 not_started 2020-05-28 99")
        sample.send("2020-06", unit="b", stage="started", occurred_on="2020-06-02")
        self.assertRows(sample.table("milestones", 6), columns, "started 9 started 2020-06-02 100")


class TrendTests(TableTestCase):
    def test_each_month_on_the_figures_and_the_target_of_one_instant(self):
        sample = Sample("total", "at_least", [("100", "2020-01-10"), ("60", "2020-04-01")], "monthly")
        monthly(sample, ["5", "5"]).send("2020-01", "6", revision=2, at="2020-06-01T00:00:00Z")
        self.assertRows(sample.table("trend", 3), "month target actual attainment_pct verdict provisional",
                        "2020-01 60 6 10 on_track false", "2020-02 60 11 18.3333 on_track false",
                        "2020-03 60 11 18.3333 overdue true")


class RevisionTests(TableTestCase):
    COLUMNS = ("unit previous_as_of previous_target target previous_actual actual previous_attainment_pct attainment_pct "
               "previous_verdict verdict because")

    def sample(self):
        sample = Sample("total", "at_least", "120", "monthly", reporters="b a", allocations={"a": "60"})
        sample.send("2020-05", "30").send("2020-06", "40", "b")
        sample.send("2020-06", "20", at="2020-07-20T00:00:00Z").send("2020-05", "31", revision=2, at="2020-07-21T00:00:00Z")
        return sample

    def test_what_changed_and_the_figures_because_of_which(self):
        self.assertRows(
            self.sample().table("revisions", 6, AUGUST, [(6, JULY)]), self.COLUMNS,
            "– 2020-07-11T00:00:00Z 120 120 70 91 58.3333 75.8333 on_track on_track "
            "a 2020-05: revision 1 -> revision 2; a 2020-06: none -> revision 1",
            "a 2020-07-11T00:00:00Z 60 60 30 51 50 85 overdue on_track "
            "a 2020-05: revision 1 -> revision 2; a 2020-06: none -> revision 1")

    def test_the_last_publication_of_the_same_month_counts(self):
        self.assertEqual(self.sample().table("revisions", 6, AUGUST, [(5, JULY)]), [])
        self.assertEqual(self.sample().table("revisions", 6, AUGUST, [(6, JULY), (6, "2020-07-22T00:00:00Z")]), [])
        self.assertEqual(self.sample().table("revisions", 6, JULY, [(6, JULY), (6, AUGUST)]), [])

    def test_a_new_target_is_no_figure(self):
        sample = Sample("stock", "at_least", [("10", "2020-01-10"), ("20", "2020-08-01")]).send("2020-06", "10")
        self.assertRows(sample.table("revisions", 6, AUGUST, [(6, JULY)]), self.COLUMNS,
                        "– 2020-07-11T00:00:00Z 10 20 10 10 100 50 on_track off_track –")


class SentenceTests(TableTestCase):
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
        sample = Sample("intensity_change", "at_most", "-3").send(
            "2020-01", "50", denominator="110", base_value="40", base_denominator="100")
        sample.send("2019-01", "41", denominator="100").send("2020-02", "60", denominator="120")
        self.assertEqual(sample.quoted("base_differs", 2), [("40", "41")])
        self.assertEqual(sample.quoted("no_base", 2), [("60", "120")])


if __name__ == "__main__":
    unittest.main()
