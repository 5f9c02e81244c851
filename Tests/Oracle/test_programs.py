"""What oracle.py writes, and whether what generate.py draws is a valid plan. Run by `python3 -m unittest` here."""

import csv
import os
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction

import generate
import tables
from figures import figure, month_of
from random_log import LOG_COLUMNS, REVIEW_COLUMNS
from sample import SampleTestCase
from workplan import CHANGES, STAGES, WORK, read_plan

HERE = os.path.dirname(os.path.abspath(__file__))


class ProgramTests(SampleTestCase):
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
                indicators="indicator,livelihood,headline,name_zh,name_en,measure,direction,unit_of_measure,accumulation,"
                           "frequency,lead_unit,reporters,behind_floor,weight,wording\n"
                           '2.2.1,true,,零售额,"Retail sales, ""total""",total,at_least,亿元,monthly,monthly,b,a b,,,"达到,800"\n',
                targets="indicator,revision,value,tolerance,decided_on,source\n2.2.1,1,800,10,2020-01-10,\n",
                allocations="indicator,unit,value\n2.2.1,a,500\n",
                log=",".join(LOG_COLUMNS[:-4]) + "\n"
                    "2.2.1,a,2020-01,1,2020-02-05T00:00:00Z,true,50.5,,,,,,\n"
                    "2.2.1,b,2020-01,1,2020-02-05T00:00:00Z,false,20,,,,,,\n",
                reviews=",".join(REVIEW_COLUMNS) + "\n2.2.1,b,2020-01,1,2020-02-08T00:00:00Z,accepted,\n")
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
        # 70.5 / 790 = 8.9241 %, against 1/12: pace 107.0886 %; 70.5 * 12 = 846; 729.5 / 11
        self.assertEqual(texts["attainment"], (
            "district,period,indicator,section,item,unit,lead_unit,name_zh,name_en,livelihood,headline,measure,"
            "direction,unit_of_measure,target,target_revision,figure_period,value,denominator,base_value,base_denominator,actual,"
            "gap,attainment_pct,expected_pct,pace_pct,verdict,light,rule,coverage_pct,provisional,projected,"
            "required_per_month,tolerance,relative_to,first_target,last_year_actual,projected_last_year,wording\n"
            'sample,2020-01,2.2.1,2,2,,b,零售额,"Retail sales, ""total""",true,false,total,at_least,亿元,800,1,2020-01,'
            "70.5,,,,70.5,-729.5,8.9241,8.3333,107.0886,on_track,green,8,100,false,846,66.3182,10,,800,,,"
            '"达到,800"\n'
            'sample,2020-01,2.2.1,2,2,a,b,零售额,"Retail sales, ""total""",true,false,total,at_least,亿元,500,,2020-01,'
            "50.5,,,,50.5,-449.5,10.1,8.3333,121.2,on_track,green,8,100,false,606,40.8636,,,,,,"
            '"达到,800"\n'))
        self.assertEqual(texts["unit_ranking"], (
            "district,period,place,unit,kind,name_zh,name_en,indicators,attained,missed,on_track,behind,off_track,overdue,"
            "awaiting_review,not_due,no_data,not_assessable,green,yellow,red,grey,green_pct,worst_indicator,worst_verdict,"
            "worst_pace_pct\n"
            "sample,2020-01,1,a,department,甲,A,1,0,0,1,0,0,0,0,0,0,0,1,0,0,0,100,,,\n"))
        self.assertEqual(texts["findings"], (
            "district,period,code,severity,indicator,unit,figure_period,message_zh,message_en\n"
            "sample,2020-01,allocation_mismatch,error,2.2.1,,,,\n"))


class GeneratorTests(SampleTestCase):
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
        for seed in range(5):
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as directory:
                generate.main(["--seed", str(seed), "--indicators", "120", "--out", directory])
                plans = [read_plan(os.path.join(directory, name)) for name in ("plan", "plan-2", "last-plan")]
                for plan in plans:
                    for indicator in plan.indicators:
                        with self.subTest(indicator=indicator.code, year=plan.year):
                            self.check_indicator(plan, indicator)
                            self.check_targets(plan, indicator)
                            self.check_profile(plan, indicator)
                            self.check_continued(plans[-1], indicator)
                self.check_log(directory, plans)

    def check_indicator(self, plan, each):
        self.assertIn(int(each.code.split(".")[0]), plan.sections)
        self.assertLessEqual({*each.reporters, each.lead_unit}, set(plan.units))
        self.assertEqual(len(each.reporters), len(set(each.reporters)))
        self.assertEqual(each.direction == "", each.measure in WORK)
        self.assertTrue(each.measure != "rate" or len(each.reporters) == 1)
        self.assertTrue(not each.row["pacing"] or each.grows)
        self.assertTrue(each.pacing != "at_due" or each.direction != "at_most")
        self.assertTrue(not each.whole or each.measure in ("total", "stock"))
        self.assertTrue(not each.reference or each.measure not in WORK and not plan.targets.get(each.code))
        self.assertTrue(each.due_day is None or 1 <= each.due_day <= 62)
        self.assertGreater(each.scale, 0)
        whole, above = each.part_of, set()
        while whole:
            self.assertNotIn(whole, above | {each.code})
            above.add(whole)
            whole = plan.named(whole).part_of

    def check_targets(self, plan, each):
        revisions, allocations = plan.targets.get(each.code, []), plan.allocations.get(each.code, {})
        self.assertEqual([target.revision for target in revisions], list(range(1, len(revisions) + 1)))
        self.assertLessEqual(set(allocations), set(each.reporters) if revisions else set())
        numbers = list(allocations.values())
        for target in revisions:
            numbers += [target.value or 0, target.tolerance or 0]
            self.assertGreaterEqual(target.tolerance or 0, 0)
            if target.relative_to:
                self.check_relative(plan, each, plan.named(target.relative_to))
            elif each.measure in CHANGES:
                self.assertGreater(target.value, -100)
            else:
                self.assertTrue(target.value > 0 or target.value == 0 and each.direction == "at_most")
        if each.whole:
            self.assertTrue(all(number.denominator == 1 for number in numbers))
        if each.measure not in CHANGES:
            self.assertTrue(all(share >= 0 for share in allocations.values()))

    def check_relative(self, plan, each, other):
        """The same kind of actual, and only of what stands before, so that nothing runs in a circle."""
        self.assertLess(plan.indicators.index(other), plan.indicators.index(each))
        self.assertFalse(each.grows or other.measure in WORK or each.code in plan.amounts)
        for kind in (CHANGES, ("share",)):
            self.assertEqual(each.measure in kind, other.measure in kind)
        self.assertEqual(each.row["unit_of_measure"], other.row["unit_of_measure"])

    def check_profile(self, plan, each):
        profile = sorted(plan.profiles.get(each.code, {}).items())
        end = 100
        if each.code in plan.amounts:
            end = plan.targets[each.code][0].value
            self.assertNotIn(each.measure, (*CHANGES, *WORK))
            self.assertTrue(all(target.value > 0 for target in plan.targets[each.code]))
        self.assertTrue(all(number >= 0 for _, number in profile))
        if each.grows and profile:
            self.assertEqual(profile, sorted(profile, key=lambda pair: (pair[1], pair[0])))
            self.assertEqual(profile[-1], (each.due_month, end))

    def check_continued(self, last, each):
        """It is there, carries a value, in the same unit, accumulation and, where periods are added, frequency."""
        if not each.continues:
            return
        other = last.named(each.continues)
        unit = lambda indicator: indicator.row["value_unit"] or indicator.row["unit_of_measure"]
        self.assertEqual((unit(each), each.accumulation), (unit(other), other.accumulation))
        self.assertTrue(each.measure == other.measure or (each.measure, other.measure) == ("growth", "total"))
        self.assertTrue(each.accumulation != "monthly" or each.frequency == other.frequency)

    def check_log(self, directory, plans):
        indicators = {plan.year: {each.code: each for each in plan.indicators} for plan in plans}
        needed = {"growth": ("value",), "share": ("value", "denominator"), "ratio": ("value", "denominator"),
                  "progress": ("progress",), "intensity_change": ("value", "denominator"), "milestone": ("stage",)}
        allowed = {"growth": ("base_value",), "intensity_change": ("base_value", "base_denominator"),
                   "milestone": ("progress", "occurred_on")}
        cells = LOG_COLUMNS[6:-4]
        newest, stages, log = {}, {}, self.table(directory, "submissions.csv")
        self.assertEqual(list(log[0]), LOG_COLUMNS)
        for row in log:  # in the order of submission
            year, month = month_of(row["period"])
            each = indicators[year][row["indicator"]]
            self.assertIn(month, each.periods)
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


if __name__ == "__main__":
    unittest.main()
