"""The sample generator: the same bytes for a seed, every rule of a submission kept, and a year that looks real.

    python3 -m unittest discover -s Tests/Samples
"""

import csv
import hashlib
import os
import subprocess
import sys
import tempfile
import unittest
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "samples" / "generate.py"
REAL_PLAN = ROOT / "sql" / "plans" / "jingan-2020"
sys.path.insert(0, str(GENERATOR.parent))

import generate  # noqa: E402

FIXTURE = {
    "plan": "jingan,静安区,Jing'an,2020,目标安排,Work targets,fixture,Asia/Shanghai,10,automatic",
    "units": """fgw,department,发改委,Development
swj,department,商务委,Commerce
jjs,subdistrict,江宁路街道,Jiangninglu
ccl,subdistrict,曹家渡街道,Caojiadu
ppz,town,彭浦镇,Pengpu""",
    "sections": """2,推动区域经济高质量发展,Economy
4,持续推进城市精细化管理,Management""",
    "indicators": """2.1.1,false,true,区级一般公共预算收入,Revenue,growth,at_least,%,cumulative,monthly,fgw,,,,,,,
2.2.1,false,true,社会消费品零售总额,Retail sales,total,at_least,亿元,cumulative,monthly_from_february,swj,,,,,,,
2.3.1,false,true,单位增加值能耗,Energy intensity,intensity_change,at_most,%,cumulative,quarterly,fgw,,,,,,,
2.3.2,false,true,能耗总量增长率,Energy growth,growth,at_most,%,cumulative,quarterly,fgw,fgw swj,,,,,,
2.4.1,false,false,千万级企业,Large firms,total,at_least,家,monthly,monthly,swj,jjs ccl ppz,,,,,,
2.4.2,false,false,亿元级企业,Larger firms,total,at_least,家,monthly,monthly,swj,jjs ccl ppz,2.4.1,,,,,
2.7.1,false,false,亿元楼总量,Buildings,stock,maintain,幢,,quarterly,swj,,,,,,,
2.8.1,false,false,活动,Events,total,at_least,场,cumulative,monthly,swj,,,,,,,
2.8.2,false,false,展览,Fairs,total,at_least,场,cumulative,monthly,swj,,,,,,,
2.8.3,false,false,市集,Markets,total,at_least,场,cumulative,monthly,swj,ccl ppz,,,,,,
4.1.1,false,false,文明城区复评,Re-evaluation,milestone,,项,,quarterly,fgw,,,,completed,,,
4.1.2,false,false,项目开工,Start,milestone,,项,,monthly,fgw,jjs ccl,,9,started,,,
4.2.1,true,false,屋面改造,Roofs,total,at_least,万平方米,monthly,monthly,fgw,jjs ccl ppz,,,,,,
4.3.1,true,false,立面改造,Facades,milestone,,项,,monthly,fgw,,,,completed,,,
4.4.1,true,false,深化改革,Reform,progress,,项,,monthly,fgw,jjs ccl,,,,,,
4.5.1,true,false,信访件,Petitions,total,at_most,件,cumulative,monthly,fgw,,,,,,,
4.6.1,true,false,湿垃圾处置量,Wet waste,daily_average,at_least,吨/日,monthly,monthly,fgw,jjs ccl ppz,,,,,,
4.6.2,true,false,再生资源回收量,Recycling,daily_average,at_least,吨/日,cumulative,monthly,fgw,jjs ccl ppz,,,,,,
4.9.1,false,false,常住人口,Population,stock,at_most,万人,,half_yearly,fgw,,,,,,,
4.18.1,false,false,实际解决率,Resolved,share,at_least,%,monthly,monthly,fgw,jjs ccl ppz,,,,,,
4.18.2,false,false,满意率,Satisfied,share,at_least,%,point,monthly,fgw,,,,,,,
4.19.1,false,false,全覆盖,Coverage,share,at_least,%,cumulative,annual,fgw,,,,,,,""",
    "targets": """2.1.1,1,1,2020-02-20,
2.2.1,1,800,2020-02-20,
2.3.1,1,-2,2020-02-20,
2.3.2,1,2.5,2020-02-20,
2.4.1,1,20,2020-02-20,
2.4.2,1,1,2020-02-20,
2.8.1,1,52,2020-02-20,
2.8.2,1,300,2020-02-20,
2.8.3,1,70,2020-02-20,
4.2.1,1,10.3,2020-02-20,
4.5.1,1,400,2020-02-20,
4.6.1,1,500,2020-02-20,
4.6.2,1,300,2020-02-20,
4.9.1,1,111,2020-02-20,
4.18.1,1,80,2020-02-20,
4.18.2,1,80,2020-02-20,
4.19.1,1,100,2020-02-20,""",
    "allocations": """4.6.1,jjs,200
4.6.1,ccl,180
4.6.1,ppz,120""",
    "profiles": "\n".join(f"4.2.1,{m},{p}" for m, p in zip(range(1, 13), (2, 4, 10, 20, 30, 42, 54, 66, 78, 88, 95, 100))),
    "responsibilities": "",
    "post_holders": "",
}

REQUIRED = {
    "total": {"value"},
    "stock": {"value"},
    "daily_average": {"value"},
    "growth": {"value"},
    "share": {"value", "denominator"},
    "intensity_change": {"value", "denominator"},
    "milestone": {"stage", "progress"},
    "progress": {"progress"},
}
OPTIONAL = {"growth": {"base_value"}, "intensity_change": {"base_value", "base_denominator"}, "milestone": {"occurred_on"}}
INPUTS = ("value", "denominator", "base_value", "base_denominator", "stage", "progress", "occurred_on")
STAGES = ("not_started", "started", "completed")


def write_fixture(folder, review="automatic"):
    folder.mkdir(parents=True)
    for name, columns in generate.PLAN_COLUMNS.items():
        body = FIXTURE[name].replace("automatic", review)
        (folder / f"{name}.csv").write_text(columns + "\n" + (body + "\n" if body else ""), encoding="utf-8")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def digest(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Sample:
    """A generated folder, read back."""

    def __init__(self, plan_folder, out, seed=2020):
        generate.generate(plan_folder, seed, out)
        self.out = out
        self.plan = generate.Plan.read(plan_folder)
        self.indicators = {i.code: i for i in self.plan.indicators}
        self.manifest = read(out / "manifest.csv")
        self.files = {step["file"]: read(out / step["file"]) for step in self.manifest if step["action"] == "submit"}
        self.revisions = {}  # (indicator, unit, period): [(at, row)]
        for step in self.manifest:
            for row in self.files.get(step["file"], ()):
                key = (row["indicator"], row["unit"], row["period"])
                self.revisions.setdefault(key, []).append((datetime.fromisoformat(step["at"]), row))

    def lines(self):
        for name, rows in self.files.items():
            for row in rows:
                yield name, row

    def due(self, year):
        return {
            (i.code, unit, f"{year}-{month:02d}")
            for i in self.plan.indicators
            for unit in i.reporters
            for month in i.due_months
        }

    def due_date(self, period):
        year, month = (int(part) for part in period.split("-"))
        return date(year + month // 12, month % 12 + 1, self.plan.due_day)

    def latest(self):
        """The figures that stand at the end, nothing returned among them."""
        outcome = {}
        for step in self.manifest:
            if step["action"] == "submit":
                for row in self.files[step["file"]]:
                    outcome[row["indicator"], row["unit"], row["period"]] = "submitted"
            else:
                outcome[step["indicator"], step["unit"], step["period"]] = step["action"]
        return {key: sent[-1][1] for key, sent in self.revisions.items() if outcome[key] != "return"}

    def accumulated(self, code, period, column="value", rows=None):
        """A district's accumulated figure through a period (method, section 4)."""
        indicator, total = self.indicators[code], Fraction(0)
        rows = self.latest() if rows is None else rows
        for unit in indicator.reporters:
            mine = sorted(
                (p, row[column])
                for (c, u, p), row in rows.items()
                if c == code and u == unit and p[:4] == period[:4] and p <= period
            )
            chosen = mine if indicator.accumulation == "monthly" else mine[-1:]
            total += sum((Fraction(value) for _, value in chosen), Fraction(0))
        return total


class Rules:
    """What holds for any plan; the subclasses say which."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.base = Path(cls.folder.name)
        cls.sample = Sample(cls.plan_folder(), cls.base / "sample")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    # The same seed

    def test_same_seed_gives_same_bytes_whatever_the_hash_order(self):
        for hash_seed in ("0", "7"):
            out = self.base / f"again-{hash_seed}"
            subprocess.run(
                [sys.executable, GENERATOR, "--plan", self.plan_folder(), "--seed", "2020", "--out", out],
                check=True,
                capture_output=True,
                env=os.environ | {"PYTHONHASHSEED": hash_seed, "LC_ALL": "C", "TZ": "America/New_York"},
            )
            self.assertEqual(digest(out), digest(self.sample.out))

    def test_another_seed_differs(self):
        other = Sample(self.plan_folder(), self.base / "other", seed=2021)
        self.assertNotEqual(digest(other.out), digest(self.sample.out))

    # The rules of a submission

    def test_only_due_periods_and_expected_reporters(self):
        due = self.sample.due(2019) | self.sample.due(2020)
        self.assertEqual(set(self.sample.revisions) - due, set())

    def test_base_year_is_complete(self):
        self.assertEqual(self.sample.due(2019) - set(self.sample.revisions), set())

    def test_values_that_the_measure_needs_and_no_others(self):
        for name, row in self.sample.lines():
            measure = self.sample.indicators[row["indicator"]].measure
            given = {column for column in INPUTS if row[column]}
            self.assertLessEqual(REQUIRED[measure], given, (name, row))
            self.assertLessEqual(given, REQUIRED[measure] | OPTIONAL.get(measure, set()), (name, row))

    def test_figures_are_short_plain_decimals(self):
        for name, row in self.sample.lines():
            for column in ("value", "denominator", "base_value", "base_denominator", "progress"):
                if row[column]:
                    self.assertRegex(row[column], r"^-?(0|[1-9][0-9]{0,13})(\.[0-9]{1,6})?$", (name, row))

    def test_keys_are_unique_in_a_file(self):
        for name, rows in self.sample.files.items():
            keys = [(row["indicator"], row["unit"], row["period"]) for row in rows]
            self.assertEqual(len(keys), len(set(keys)), name)
            self.assertTrue(keys, name)

    def test_every_file_is_in_the_manifest_once_in_order_and_speaks_for_one_unit(self):
        listed = [step["file"] for step in self.sample.manifest if step["action"] == "submit"]
        stored = sorted(f"submissions/{path.name}" for path in (self.sample.out / "submissions").iterdir())
        self.assertEqual(listed, stored)
        for name, rows in self.sample.files.items():
            self.assertEqual(len({row["unit"] for row in rows}), 1, name)
            self.assertEqual(len({row["period"][:4] for row in rows}), 1, name)
            if "2020" in rows[0]["period"]:
                self.assertEqual(len({row["period"] for row in rows}), 1, name)

    def test_no_two_files_have_the_same_bytes(self):
        contents = [(self.sample.out / name).read_bytes() for name in self.sample.files]
        self.assertEqual(len(contents), len(set(contents)))

    def test_progress_and_shares_stay_within_bounds(self):
        for name, row in self.sample.lines():
            if row["progress"]:
                self.assertLessEqual(int(row["progress"]), 100)
                self.assertGreaterEqual(int(row["progress"]), 0)
            if self.sample.indicators[row["indicator"]].measure == "share":
                self.assertGreater(Fraction(row["denominator"]), 0, (name, row))
                self.assertLessEqual(Fraction(row["value"]), Fraction(row["denominator"]), (name, row))

    def test_nothing_is_negative(self):
        for name, row in self.sample.lines():
            for column in ("value", "denominator", "base_value", "base_denominator"):
                self.assertFalse(row[column].startswith("-"), (name, row))

    def test_stages_and_progress_never_go_back_and_dates_lie_in_their_period(self):
        for code, indicator in self.sample.indicators.items():
            if indicator.measure not in ("milestone", "progress"):
                continue
            for unit in indicator.reporters:
                before = {}
                for (c, u, period), sent in sorted(self.sample.revisions.items()):
                    if (c, u) != (code, unit):
                        continue
                    row = sent[-1][1]
                    year = period[:4]
                    self.assertGreaterEqual(int(row["progress"]), before.get((year, "progress"), 0), row)
                    before[year, "progress"] = int(row["progress"])
                    if indicator.measure == "milestone":
                        stage = STAGES.index(row["stage"])
                        self.assertGreaterEqual(stage, before.get((year, "stage"), 0), row)
                        before[year, "stage"] = stage
                        self.assertEqual(int(row["progress"]) == 100, row["stage"] == indicator.required_stage, row)
                    if row["occurred_on"]:
                        date.fromisoformat(row["occurred_on"])
                        self.assertEqual(row["occurred_on"][:7], period)

    def test_parts_never_exceed_their_whole(self):
        rows = self.sample.latest()
        for code, indicator in self.sample.indicators.items():
            if indicator.part_of and indicator.measure == "total":
                for month in range(1, 13):
                    period = f"2020-{month:02d}"
                    part = self.sample.accumulated(code, period, rows=rows)
                    self.assertLessEqual(part, self.sample.accumulated(indicator.part_of, period, rows=rows), (code, period))

    def test_labelled_synthetic(self):
        for name, row in self.sample.lines():
            self.assertIn("样本", row["note"], name)
        self.assertIn("ALL FIGURES IN THIS FOLDER ARE SYNTHETIC", (self.sample.out / "README.txt").read_text("utf-8"))

    # The manifest

    def test_manifest_is_in_order_and_nothing_speaks_of_the_future(self):
        instants = [datetime.fromisoformat(step["at"]) for step in self.sample.manifest]
        self.assertEqual(instants, sorted(instants))
        for step, at in zip(self.sample.manifest, instants):
            self.assertTrue(step["at"].endswith("+08:00"))
            self.assertIn(at.year, (2020, 2021))
            for row in self.sample.files.get(step["file"], ()):
                self.assertLess(row["period"], step["at"][:7], step["file"])
                if row["period"].startswith("2019"):
                    self.assertLess(step["at"][:7], "2020-03")

    def test_manifest_fields_need_no_quoting(self):
        for line in (self.sample.out / "manifest.csv").read_text("utf-8").splitlines():
            self.assertEqual(line.count(","), 6, line)
            self.assertNotIn('"', line)

    def test_reviews_follow_a_submission_and_returns_have_reasons(self):
        for step in self.sample.manifest:
            if step["action"] == "submit":
                continue
            sent = self.sample.revisions[step["indicator"], step["unit"], step["period"]]
            self.assertLess(sent[0][0], datetime.fromisoformat(step["at"]))
            self.assertTrue(step["reason"] or step["action"] == "accept", step)

    # The base plan

    def test_base_plan_keeps_the_catalogue_and_drops_the_targets(self):
        base = self.sample.out / "base-plan"
        for name in ("units", "sections", "indicators"):
            self.assertEqual(read(base / f"{name}.csv"), read(self.plan_folder() / f"{name}.csv"))
        for name in ("targets", "allocations", "profiles", "responsibilities", "post_holders"):
            self.assertEqual((base / f"{name}.csv").read_text("utf-8"), generate.PLAN_COLUMNS[name] + "\n")
        (head,) = read(base / "plan.csv")
        self.assertEqual(head["year"], "2019")
        self.assertIn("SYNTHETIC", head["source"])
        self.assertIn("样本数据，非真实", head["source"])

    # What real life has

    def test_some_figures_are_missing_and_some_late(self):
        missing = self.sample.due(2020) - set(self.sample.revisions)
        self.assertTrue(missing)
        self.assertLess(len(missing) * 10, len(self.sample.due(2020)) * (1 if self.plan_folder() == REAL_PLAN else 3))
        late = [k for k, s in self.sample.revisions.items() if k[2] >= "2020" and s[0][0].date() > self.sample.due_date(k[2])]
        self.assertTrue(late)

    def test_corrections_change_the_figure_and_march_is_corrected_on_20_may(self):
        corrections = {k: s for k, s in self.sample.revisions.items() if "更正" in s[-1][1]["note"]}
        self.assertTrue(corrections)
        for sent in corrections.values():
            self.assertNotEqual(sent[0][1]["value"], sent[-1][1]["value"])
        self.assertIn(
            ("2020-03", "2020-05-20"), {(k[2], s[-1][0].date().isoformat()) for k, s in corrections.items()}
        )
        self.assertIn(("2.2.1", "2020-03"), {(k[0], k[2]) for k in corrections})

    def test_returned_then_resubmitted_and_returned_for_good_and_accepted_after_all(self):
        ends = set()
        for step in self.sample.manifest:
            if step["action"] == "return":
                key = (step["indicator"], step["unit"], step["period"])
                again = len(self.sample.revisions[key]) > 1
                accepted = any(
                    s["action"] == "accept" and (s["indicator"], s["unit"], s["period"]) == key and s["at"] > step["at"]
                    for s in self.sample.manifest
                )
                ends.add((again, accepted))
        self.assertEqual(ends, {(True, True), (False, False), (False, True)})

    def test_bases_are_stated_by_some_and_left_empty_by_others(self):
        stated = {bool(row["base_value"]) for _, row in self.sample.lines() if self.rate(row) and row["period"] > "2020"}
        self.assertEqual(stated, {True, False})
        self.assertFalse(any(row["base_value"] for _, row in self.sample.lines() if row["period"] < "2020"))

    def rate(self, row):
        return self.sample.indicators[row["indicator"]].measure in ("growth", "intensity_change")

    def test_retail_sales_dip_in_spring_and_end_near_800(self):
        for period in ("2020-02", "2020-03", "2020-04"):
            month = int(period[5:])
            expected = Fraction(generate.expected_millionths(self.sample.indicators["2.2.1"], month), 1_000_000) * 800
            self.assertLess(self.sample.accumulated("2.2.1", period), expected * 85 / 100)
        mid_year = Fraction(generate.expected_millionths(self.sample.indicators["2.2.1"], 6), 1_000_000) * 800
        self.assertTrue(mid_year * 80 / 100 < self.sample.accumulated("2.2.1", "2020-06") < mid_year)
        self.assertTrue(780 < self.sample.accumulated("2.2.1", "2020-12") < 815)

    def test_revenue_falls_in_spring_and_ends_near_zero(self):
        def change(period):
            now = self.sample.accumulated("2.1.1", period)
            return (now / self.sample.accumulated("2.1.1", period.replace("2020", "2019")) - 1) * 100

        self.assertLess(change("2020-03"), -8)
        self.assertTrue(-2 < change("2020-12") < 2)

    def test_energy_intensity_is_two_to_four_percent_down(self):
        for month in (3, 6, 9, 12):
            period, base = f"2020-{month:02d}", f"2019-{month:02d}"
            now = self.sample.accumulated("2.3.1", period) / self.sample.accumulated("2.3.1", period, "denominator")
            then = self.sample.accumulated("2.3.1", base) / self.sample.accumulated("2.3.1", base, "denominator")
            self.assertTrue(-5 < (now / then - 1) * 100 < -2, month)

    def test_every_course_is_taken(self):
        courses = generate.choose_courses(self.sample.plan, generate.Chance(2020))
        self.assertEqual(set(courses.values()), set(generate.COURSES) - {"steady"})

    def test_every_verdict_is_reached(self):
        reached = {verdict for month in range(1, 13) for verdict in self.verdicts(month).values()}
        self.assertEqual(
            reached,
            {"not_due", "no_data", "not_assessable", "attained", "missed", "overdue", "on_track", "behind", "off_track"},
        )

    def verdicts(self, m):
        """Each indicator's verdict at month m with everything in (method, sections 5 to 8, complete sums only)."""
        rows = self.sample.latest()
        return {code: self.verdict(indicator, m, rows) for code, indicator in self.sample.indicators.items()}

    def verdict(self, i, m, rows):
        due = [month for month in i.due_months if month <= m]
        if not due:
            return "not_due"
        known = [d for d in due if any((i.code, unit, f"2020-{d:02d}") in rows for unit in i.reporters)]
        if not known:
            return "no_data"
        q = known[-1]
        period = f"2020-{q:02d}"
        ratio = self.ratio(i, q, period, rows)
        if ratio is None:
            return "not_assessable"
        lasting = i.measure in ("milestone", "progress") or (i.measure == "total" and i.direction == "at_least")
        if lasting and ratio >= 1:
            return "attained"
        if i.measure == "total" and i.direction == "at_most" and ratio < 1:
            return "missed"
        if q < due[-1]:
            return "overdue"
        needed = known if i.accumulation == "monthly" else [q]
        complete = all((i.code, unit, f"2020-{d:02d}") in rows for d in needed for unit in i.reporters)
        if m >= i.due_month and complete:
            return "attained" if ratio >= 1 else "missed"
        expected = Fraction(generate.expected_millionths(i, q), 1_000_000) if lasting else Fraction(1)
        floor = 90 if lasting or i.measure == "total" else 98 if i.measure in ("growth", "intensity_change") else 95
        if expected == 0 or ratio / expected >= 1:
            return "on_track"
        return "behind" if ratio / expected * 100 >= floor else "off_track"

    def ratio(self, i, q, period, rows):
        def sums(column, at=period):
            return self.sample.accumulated(i.code, at, column, rows)

        if i.measure in ("milestone", "progress"):
            given = [
                Fraction(mine[-1])
                for unit in i.reporters
                if (mine := [r["progress"] for (c, u, p), r in rows.items() if (c, u) == (i.code, unit) and "2020" <= p <= period])
            ]
            return sum(given) / len(given) / 100
        if not i.target:
            return None
        target = Fraction(i.target)
        actual = sums("value")
        if i.measure == "share":
            actual = actual / sums("denominator") * 100
        if i.measure == "daily_average":
            actual /= generate.days_through(2020, q)
        if i.measure in ("growth", "intensity_change"):
            base = sums("value", period.replace("2020", "2019"))
            if i.measure == "intensity_change":
                actual /= sums("denominator")
                base /= sums("denominator", period.replace("2020", "2019"))
            target = base * (1 + target / 100)
        return target / actual if i.direction == "at_most" else actual / target


class FixtureTest(Rules, unittest.TestCase):
    @classmethod
    def plan_folder(cls):
        folder = cls.base / "plan"
        if not folder.exists():
            write_fixture(folder)
        return folder

    def test_a_plan_with_review_has_every_figure_accepted_or_returned(self):
        folder = self.base / "reviewed-plan"
        write_fixture(folder, review="required")
        sample = Sample(folder, self.base / "reviewed")
        reviewed = {(s["indicator"], s["unit"], s["period"]) for s in sample.manifest if s["action"] != "submit"}
        self.assertEqual({key for key in sample.revisions if key[2] > "2020"} - reviewed, set())


@unittest.skipUnless(REAL_PLAN.exists(), "sql/plans/jingan-2020 is not here yet")
class RealPlanTest(Rules, unittest.TestCase):
    @classmethod
    def plan_folder(cls):
        return REAL_PLAN


class NumbersTest(unittest.TestCase):
    def test_printing(self):
        self.assertEqual(generate.printed(-5, 2), "-0.05")
        self.assertEqual(generate.printed(80000, 2), "800")
        self.assertEqual(generate.printed(10, 0), "10")
        self.assertEqual(generate.printed(0, 2), "0")

    def test_ticks(self):
        self.assertEqual(generate.ticks("10.3", 2), 1030)
        self.assertEqual(generate.ticks("-2", 2), -200)

    def test_apportion_adds_up(self):
        self.assertEqual(generate.apportion(20, [1, 1, 1]), [7, 7, 6])
        self.assertEqual(sum(generate.apportion(1, [3, 5, 7])), 1)


if __name__ == "__main__":
    unittest.main()
