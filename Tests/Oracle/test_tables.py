"""The summaries, scorecards and revisions of small plans, worked out by hand. Run by `python3 -m unittest` here."""

import dataclasses
import unittest

import oracle
from figures import figure, instant
from ledger import Log
from sample import Sample, SampleTestCase, monthly

JULY, AUGUST = "2020-07-11T00:00:00Z", "2020-08-11T00:00:00Z"


class WorstTests(SampleTestCase):
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
        self.assertEqual(self.worst(green="150", other="120"), "  ")

    def test_the_lowest_pace_is_compared_before_it_is_printed(self):
        self.assertEqual(self.worst(first="96.00002", second="96.00001"), "1.1.2 behind 96")
        self.assertEqual(self.worst(first="96.00001", second="96.00001"), "1.1.1 behind 96")

    def test_without_a_credit_comes_last(self):
        sample = Sample("stock", "at_least", "100").indicator("1.1.2", "stock", "at_least", "100")
        sample.send("2020-06", "900", auto=False).send("2020-05", "900", code="1.1.2")
        self.assertRows(sample.table("section_summary", 6), self.WORST, "1.1.2 overdue 900")

    def test_among_equals_headline_then_livelihood_then_weight(self):
        def worst(*cells):
            sample = Sample("stock", "at_least", "100", frequency="annual")
            for number, each in enumerate(cells, 2):
                sample.indicator(f"1.1.{number}", "stock", "at_least", "100", **each)
            (row,) = sample.table("section_summary", 6)
            return row["worst_indicator"]
        heavy, star, headline = {"weight": "9"}, {"livelihood": "true"}, {"headline": "true"}
        self.assertEqual(worst(), "")
        self.assertEqual(worst({}, {}, heavy), "1.1.4")
        self.assertEqual(worst({}, heavy, star), "1.1.4")
        self.assertEqual(worst(star | heavy, headline), "1.1.3")
        self.assertEqual(worst(headline | star, headline | heavy), "1.1.3")
        self.assertEqual(worst({}, {}), "1.1.2")


class SummaryTests(SampleTestCase):
    def test_sections_count_the_districts_rows(self):
        sample = Sample("total", "at_least", "100", "monthly", reporters="a b", allocations={"a": "10"})
        sample.plan.sections[2] = {"section": "2", "title_zh": "第二", "title_en": "Second"}
        sample.plan.sections[3] = {"section": "3", "title_zh": "第三", "title_en": "Third"}
        sample.indicator("1.1.2", "milestone", livelihood="true", headline="true")
        sample.indicator("1.1.3", "stock", "at_least", "3", frequency="annual")
        sample.indicator("1.1.4", "stock", "at_least", reference="true", headline="true", livelihood="true")
        sample.indicator("3.1.1", "stock", "at_least", "3")
        monthly(sample, ["50", "60"]).send("2020-06", "4", code="3.1.1")
        rows = sample.table("section_summary", 6)
        self.assertRows(rows, "section title_en indicators attained on_track not_due no_data green red grey green_pct",
                        "1 First 3 1 0 1 1 1 0 2 33.3333", "3 Third 1 0 1 0 0 1 0 0 100")
        self.assertRows(sample.table("headline", 6), "indicator verdict", "1.1.2 no_data", "1.1.4 for_reference")
        self.assertRows(sample.table("livelihood_projects", 6), "indicator verdict coverage_pct", "1.1.2 no_data 0",
                        "1.1.4 for_reference 0")

    def test_units_rank_by_the_share_that_is_green(self):
        sample = Sample("stock", "at_least", "30", reporters="a b c", allocations={"a": "10", "b": "10", "c": "10"})
        sample.indicator("1.1.2", "stock", "at_least", "30", reporters="c")
        sample.plan.allocations["1.1.2"] = {"c": sample.plan.allocations["1.1.1"]["c"]}
        sample.send("2020-06", "10", "a").send("2020-06", "10", "b").send("2020-06", "9", "c")
        sample.send("2020-06", "10", "c", code="1.1.2")
        self.assertRows(sample.table("unit_ranking", 6), "place unit kind indicators green green_pct worst_indicator",
                        "1 b town 1 1 100 –", "1 a town 1 1 100 –", "3 c town 2 1 50 1.1.1")

    def test_scorecard(self):
        sample = Sample("stock", "at_least", "100", weight="3").indicator("1.1.2", "stock", "at_least", "100")
        sample.indicator("1.1.3", "stock", "at_least", "100", lead_unit="b")
        sample.send("2020-01", "90").send("2020-01", "150", code="1.1.2")
        sample.indicator("1.1.4", "stock", "at_least", "100", weight="0.5").indicator(
            "1.1.5", "stock", "at_least", reference="true", lead_unit="c")
        # (3 × 90 + 1 × 100 + 0.5 × 0) / 4.5: what is beyond 100 does not make up for what is missing.
        columns = ("unit score indicators scored_indicators unreported_indicators on_track off_track awaiting_review no_data "
                   "worst_indicator completeness_pct")
        self.assertRows(sample.table("department_scorecard", 1), columns,
                        "b 0 1 1 1 0 0 0 1 1.1.3 –", "a 82.2222 3 3 1 1 1 0 1 1.1.1 40")
        sample.send("2020-01", "3", code="1.1.4", auto=False).send("2020-01", "3", code="1.1.3", auto=False)
        self.assertRows(sample.table("department_scorecard", 1), columns,
                        "b – 1 0 0 0 0 1 0 1.1.3 –", "a 92.5 3 2 0 1 1 1 0 1.1.1 80")

    def test_a_missing_base_earns_nothing_but_was_reported(self):
        sample = Sample("growth", "at_least", "1").send("2020-01", "5").indicator("1.1.2", "progress")
        sample.send("2020-01", "0", code="1.1.2", progress="0")
        self.assertRows(sample.table("department_scorecard", 1), "score scored_indicators unreported_indicators", "0 2 0")

    def test_reporting_rates(self):
        sample = Sample("stock", "at_least", "10", reporters="a b").indicator("1.1.2", "stock", "at_least", "10")
        sample.send("2020-01", "1", at="2020-02-10T15:59:59Z").send("2020-01", "1", "b", at="2020-02-10T16:00:00Z")
        sample.send("2020-01", "1", code="1.1.2", auto=False).send("2020-02", "1", at="2020-04-01T00:00:00Z")
        sample.indicator("1.1.3", "stock", "at_least", "10", due_day="45", reference="true")
        columns = "unit figure_period due submitted on_time accepted completeness_pct timeliness_pct acceptance_pct"
        self.assertRows(sample.table("reporting_rates", 2, "2020-03-11T00:00:00Z"), columns,
                        "b 2020-01 1 1 0 1 100 0 100", "b 2020-02 1 0 0 0 0 0 0",
                        "a 2020-01 2 2 2 1 100 100 50", "a 2020-02 2 0 0 0 0 0 0")
        self.assertRows(sample.table("reporting_rates", 2, "2020-03-15T00:00:00Z"), columns,
                        "b 2020-01 1 1 0 1 100 0 100", "b 2020-02 1 0 0 0 0 0 0",
                        "a 2020-01 3 2 2 1 66.6667 66.6667 33.3333", "a 2020-02 2 0 0 0 0 0 0")
        self.assertEqual(sample.table("reporting_rates", 2, "2020-02-10T12:00:00Z"), [])

    def test_milestones_show_what_all_have_reached(self):
        sample = Sample("milestone", reporters="a b", required_stage="started", due_month="9")
        columns = "required_stage due_month stage occurred_on actual"
        sample.send("2020-06", stage="completed", occurred_on="2020-05-28")
        self.assertRows(sample.table("milestones", 6), columns, "started 9 not_started 2020-05-28 99")
        sample.send("2020-06", unit="b", stage="started", occurred_on="2020-06-02")
        self.assertRows(sample.table("milestones", 6), columns, "started 9 started 2020-06-02 100")


class TrendTests(SampleTestCase):
    def test_each_month_on_the_figures_and_the_target_of_one_instant(self):
        sample = Sample("total", "at_least", [("100", "2020-01-10"), ("60", "2020-04-01")], "monthly")
        monthly(sample, ["5", "5"]).send("2020-01", "6", revision=2, at="2020-06-01T00:00:00Z")
        self.assertRows(sample.table("trend", 3), "month target actual attainment_pct verdict provisional",
                        "2020-01 60 6 10 on_track false", "2020-02 60 11 18.3333 on_track false",
                        "2020-03 60 11 18.3333 overdue true")


class RevisionTests(SampleTestCase):
    COLUMNS = ("unit previous_as_of previous_target target previous_actual actual previous_attainment_pct attainment_pct "
               "previous_verdict verdict previous_pace_pct pace_pct previous_light light")

    def sample(self):
        sample = Sample("total", "at_least", "120", "monthly", reporters="b a", allocations={"a": "60"})
        sample.send("2020-05", "30").send("2020-06", "40", "b")
        sample.send("2020-06", "20", at="2020-07-20T00:00:00Z").send("2020-05", "31", revision=2, at="2020-07-21T00:00:00Z")
        return sample

    def test_what_changed_and_the_figures_because_of_which(self):
        self.assertRows(
            self.sample().table("revisions", 6, AUGUST, [(6, JULY)]), self.COLUMNS,
            "– 2020-07-11T00:00:00Z 120 120 70 91 58.3333 75.8333 on_track on_track 116.6667 151.6667 green green",
            "a 2020-07-11T00:00:00Z 60 60 30 51 50 85 overdue on_track 120 170 grey green")
        self.assertEqual(self.sample().because(6, AUGUST, [(6, JULY)]), [
            ("", "figure", "a", "2020-05", "1", "30", "2", "31"), ("", "figure", "a", "2020-06", "1", "20"),
            ("a", "figure", "a", "2020-05", "1", "30", "2", "31"), ("a", "figure", "a", "2020-06", "1", "20")])

    def test_the_last_publication_of_the_same_month_counts(self):
        self.assertEqual(self.sample().table("revisions", 6, AUGUST, [(5, JULY)]), [])
        self.assertEqual(self.sample().table("revisions", 6, AUGUST, [(6, JULY), (6, "2020-07-22T00:00:00Z")]), [])
        self.assertEqual(self.sample().table("revisions", 6, JULY, [(6, JULY), (6, AUGUST)]), [])

    def test_a_target_decided_since(self):
        sample = Sample("stock", "at_least", [("10", "2020-01-10"), ("20", "2020-08-01", "调整通知")],
                        allocations={"a": "10"}).send("2020-06", "10")
        self.assertRows(sample.table("revisions", 6, AUGUST, [(6, JULY)]), self.COLUMNS,
                        "– 2020-07-11T00:00:00Z 10 20 10 10 100 50 on_track off_track 100 50 green red")
        self.assertEqual(sample.because(6, AUGUST, [(6, JULY)]),
                         [("", "target", "10", "20", "2020-08-01", "调整通知")])

    def test_an_allocation_feels_it_where_amounts_are_divided_by_it(self):
        sample = Sample("total", "at_least", [("10", "2020-01-10"), ("20", "2020-08-01")], "cumulative",
                        allocations={"a": "5"}).amounts("1.1.1", m6="4", m12="10").send("2020-06", "2")
        self.assertEqual(sample.because(6, AUGUST, [(6, JULY)]),
                         [("", "target", "10", "20", "2020-08-01"), ("a", "target", "10", "20", "2020-08-01")])

    def test_any_other_allocation_does_not(self):
        sample = Sample("stock", "at_least", [("10", "2020-01-10"), ("20", "2020-08-01")], allocations={"a": "5"})
        sample.send("2020-06", "2").send("2020-06", "3", revision=2, at="2020-07-20T00:00:00Z")
        self.assertEqual([each for each in sample.because(6, AUGUST, [(6, JULY)]) if each[0]],
                         [("a", "figure", "a", "2020-06", "1", "2", "2", "3")])

    def test_last_years_figure_that_filled_a_base(self):
        sample = Sample("growth", "at_least", "1", continues="7.7.7").send("2020-06", "110")
        sample.send("2019-06", "100", code="7.7.7").send("2019-06", "105", code="7.7.7", revision=2,
                                                         at="2020-07-20T00:00:00Z")
        self.assertEqual(sample.because(6, AUGUST, [(6, JULY)]), [("", "base", "a", "2019-06", "1", "100", "2", "105")])

    def test_a_figure_that_has_become_due(self):
        sample = Sample("stock", "at_least", "10", due_day="45").send("2020-05", "10", at="2020-06-20T00:00:00Z")
        self.assertEqual(sample.because(6, AUGUST, [(6, JULY)]), [])  # everybody's was in: nothing to tell
        sample = Sample("stock", "at_least", "10", due_day="45", frequency="half_yearly")
        self.assertEqual(sample.because(6, "2020-08-15T00:00:00Z", [(6, JULY)]), [("", "due", "a", "2020-06")])

    def test_what_came_in_and_waits_or_was_returned(self):
        sample = Sample("stock", "at_least", "10").send("2020-05", "10")
        sample.send("2020-06", "11", auto=False, at="2020-07-20T00:00:00Z")
        self.assertEqual(sample.because(6, AUGUST, [(6, JULY)]), [("", "waiting", "a", "2020-06", "1")])
        sample.review("2020-06", "returned", "2020-08-15T00:00:00Z")
        self.assertEqual(sample.because(6, "2020-08-16T00:00:00Z", [(6, AUGUST)]), [("", "waiting", "a", "2020-06", "1")])

    def test_a_review_taken_back(self):
        sample = Sample("stock", "at_least", "10").send("2020-06", "10").send("2020-05", "9")
        sample.review("2020-06", "returned", "2020-07-20T00:00:00Z")
        self.assertEqual(sample.because(6, AUGUST, [(6, JULY)]), [
            ("", "figure", "a", "2020-06", "1", "10"), ("", "review", "a", "2020-06", "1"),
            ("", "waiting", "a", "2020-06", "1")])

    def test_the_causes_of_what_it_is_relative_to(self):
        sample = Sample("stock", "at_least").indicator("1.1.2", "stock", "at_least", "9", reporters="b")
        sample.indicator("1.1.3", "stock", "at_least", "9", reporters="c")
        sample.target("1.1.1", ("", "2020-01-10"), relative_to="1.1.2").send("2020-06", "10")
        sample.target("1.1.2", ("", "2020-01-10"), relative_to="1.1.3").send("2020-06", "12", "b", code="1.1.2")
        sample.send("2020-06", "12", "c", code="1.1.3").send("2020-06", "13", "c", code="1.1.3", revision=2,
                                                             at="2020-07-20T00:00:00Z")
        changed = sample.publish(6, AUGUST, [(6, JULY)]).revised
        self.assertEqual([row.indicator.code for row, _ in changed], ["1.1.2", "1.1.3"])
        sample.sent[-1] = sample.sent[-1][:3] + (sample.sent[-2][3],)
        sample.send("2020-06", "13", "b", code="1.1.2", revision=2, at="2020-07-20T00:00:00Z")
        self.assertEqual([(row.indicator.code, [each.quoted for each in causes])
                          for row, causes in sample.publish(6, AUGUST, [(6, JULY)]).revised],
                         [(code, [("b", "2020-06", "1", "12", "2", "13")]) for code in ("1.1.1", "1.1.2")])

    def test_another_version_of_the_plan_at_the_same_instant(self):
        sample = Sample("stock", "at_least", "10").send("2020-06", "10")
        log = Log()
        for each in sample.sent:
            log.add(*each)
        first = oracle.publish(sample.plan, log, 6, instant(JULY))
        changed = dataclasses.replace(sample.plan, version=2, targets={})
        again = oracle.publish(changed, log, 6, instant(JULY), None, [first])
        self.assertEqual([[cause.kind for cause in causes] for _, causes in again.revised], [["plan"]])
        self.assertEqual(oracle.publish(changed, log, 6, instant(JULY), None, [first, again]).tables["revisions"],
                         again.tables["revisions"])


class RegisterTests(SampleTestCase):
    def test_target_changes_up_to_the_one_in_force(self):
        sample = Sample("stock", "at_least", [("800", "2020-01-10"), ("760", "2020-08-15", "通知"), ("750", "2020-09-01")])
        columns = "indicator revision previous_value value decided_on source"
        self.assertRows(sample.table("target_changes", 6, "2020-08-20T00:00:00Z"), columns,
                        "1.1.1 2 800 760 2020-08-15 通知")
        self.assertRows(sample.table("target_changes", 6), columns, "1.1.1 2 800 760 2020-08-15 通知",
                        "1.1.1 3 760 750 2020-09-01 –")
        self.assertRow(sample.row(6), first_target="800", target="750", target_revision="3")
        sample.plan.targets["1.1.1"][0].relative_to = "1.1.2"
        self.assertRow(sample.row(6), first_target="", target="750")

    def test_who_answers_on_the_day(self):
        sample = Sample("stock", "at_least", "1")
        sample.plan.responsibilities = [
            {"indicator": "1.1.1", "role": "support", "unit": "c", "post": ""},
            {"indicator": "1.1.1", "role": "lead", "unit": "a", "post": "p2"},
            {"indicator": "1.1.1", "role": "support", "unit": "b", "post": ""},
            {"indicator": "1.1.1", "role": "leader", "unit": "", "post": "p1"}]
        sample.plan.post_holders = [
            {"post": "p1", "name": "甲", "from": "2020-01-01", "to": "2020-06-30"},
            {"post": "p1", "name": "乙", "from": "2020-07-01", "to": ""},
            {"post": "p2", "name": "丙", "from": "2020-08-01", "to": ""}]
        columns = "role unit post holder"
        self.assertRows(sample.table("responsible", 6, "2020-06-30T15:59:59Z"), columns,
                        "leader – p1 甲", "lead a p2 –", "support b – –", "support c – –")
        self.assertEqual(sample.table("responsible", 6, "2020-06-30T16:00:00Z")[0]["holder"], "乙")
        del sample.plan.post_holders[1]
        self.assertEqual(sample.table("responsible", 6, "2020-06-30T16:00:00Z")[0]["holder"], "")

    def test_commentary_of_the_latest_accepted_figure(self):
        sample = Sample("stock", "at_least", "1", reporters="a b")
        sample.send("2020-03", "1", reason="疫情").send("2020-06", "1", "b", evidence="附件", note="初步")
        columns = "unit role figure_period reason next_step evidence note said_at"
        both = ("b unit 2020-06 – – 附件 初步 2020-07-05T00:00:00Z", "a unit 2020-03 疫情 – – – 2020-04-05T00:00:00Z")
        self.assertRows(sample.table("commentary", 6), columns, *both)
        # March's reason does not excuse June; one that waits for review says nothing yet.
        self.assertRows(sample.send("2020-06", "1").table("commentary", 6), columns, both[0])
        sample.send("2020-06", "2", "b", revision=2, auto=False, reason="其他")
        self.assertRows(sample.table("commentary", 6), columns, both[0])

    def test_the_office_has_the_last_word(self):
        sample = Sample("stock", "at_least", "1").comment("2020-06", "已约谈", "2020-07-06T00:00:00Z")
        sample.comment("2020-06", "已追回", "2020-07-08T00:00:00Z").comment("2020-06", "", "2020-07-10T00:00:00Z")
        columns = "unit role figure_period note said_at"
        for as_of, expected in (("2020-07-07T00:00:00Z", ["– office – 已约谈 2020-07-06T00:00:00Z"]),
                                ("2020-07-09T00:00:00Z", ["– office – 已追回 2020-07-08T00:00:00Z"]), (JULY, [])):
            self.assertRows(sample.table("commentary", 6, as_of), columns, *expected)
        self.assertEqual(sample.table("commentary", 5, "2020-07-09T00:00:00Z"), [])

    def test_units(self):
        self.assertRows(Sample("stock", "at_least", "1").table("units", 6), "period unit kind name_zh short_zh",
                        "2020-06 b town 单位b b", "2020-06 a town 单位a a", "2020-06 c town 单位c c")


class AppraisalTests(SampleTestCase):
    def sample(self, **limits):
        sample = Sample("total", "at_least", "100", "cumulative", reporters="a", weight="3", allocations={"a": "200"})
        points = {"missing": "-0.5", "late": "-0.1", "attained": "2", "missed": "-3", "attained_early": "1.5"}
        sample.plan.appraisal = {rule: (figure(number), figure(limits.get(rule, ""))) for rule, number in points.items()}
        sample.plan.grades = [(figure("90"), "良好"), (figure("60"), "合格"), (figure("95"), "优秀")]
        return sample

    def test_score_allocations_points_and_grade(self):
        sample = self.sample().indicator("1.1.2", "stock", "at_least", "100", frequency="annual")
        sample.send("2020-01", "40").send("2020-03", "104", at="2020-04-20T00:00:00Z").send("2020-12", "50", code="1.1.2")
        # February's is missing and March's late. 1.1.1 has come to 104 of 100: attained, and early. Of its 200 the unit
        # should have 50 by March and has 104.
        self.assertRows(sample.table("appraisal", 3), "unit score allocations_score points total grade",
                        "b – – 0 – –", "a 100 100 2.9 102.9 优秀", "c – – 0 – –")
        self.assertRows(sample.table("appraisal_points", 3), "unit rule indicator figure_period points",
                        "a missing 1.1.1 2020-02 -0.5", "a late 1.1.1 2020-03 -0.1", "a attained 1.1.1 2020-03 2",
                        "a attained_early 1.1.1 2020-03 1.5")
        # By December: (3 × 0 + 50) / 4 and 0 of the allocation, for nobody reported; ten figures are missing.
        sample.send("2020-03", "90", revision=2, at="2020-05-01T00:00:00Z")
        self.assertRows(sample.table("appraisal", 12), "unit score allocations_score points total grade",
                        "b – – 0 – –", "a 12.5 0 -8.1 -1.85 –", "c – – 0 – –")

    def test_a_limit_bounds_a_rule_either_way(self):
        sample = self.sample(missing="1.2", attained="0.5").send("2020-01", "104")
        # -5.5 → -1.2; 2 → 0.5; + 1.5; nothing is scored twice: attained, so 100; of its 200 nothing since January: 0.
        self.assertRows(sample.table("appraisal", 12)[1:2], "score allocations_score points total grade",
                        "100 0 0.8 50.8 –")
        self.assertEqual(len([row for row in sample.table("appraisal_points", 12) if row["rule"] == "missing"]), 11)

    def test_grades_are_compared_exactly(self):
        sample = Sample("stock", "at_least", "100").send("2020-01", "89.99999")
        sample.plan.grades = [(figure("90"), "良好"), (figure("60"), "合格")]
        self.assertRows(sample.table("appraisal", 1)[1:2], "score total grade", "90 90 合格")
        sample.send("2020-01", "90", revision=2)
        self.assertRows(sample.table("appraisal", 1)[1:2], "score total grade", "90 90 良好")

    def test_early_only_before_the_due_month(self):
        def rules(due_month):
            sample = Sample("total", "at_least", "100", "cumulative", due_month=due_month).send("2020-05", "100")
            sample.plan.appraisal = {"attained": (figure("1"), None), "attained_early": (figure("1"), None)}
            return [row["rule"] for row in sample.table("appraisal_points", 6)]
        self.assertEqual(rules("5"), ["attained"])
        self.assertEqual(rules("6"), ["attained", "attained_early"])


if __name__ == "__main__":
    unittest.main()
