"""The sample generator: the same bytes for a seed, every rule of a submission kept, and a year that looks real.

    python3 -m unittest discover -s Tests/Samples
"""

import csv
import hashlib
import math
import os
import subprocess
import sys
import tempfile
import unittest
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "samples" / "generate.py"
REAL_PLAN = ROOT / "sql" / "plans" / "jingan-2020"
sys.path.insert(0, str(GENERATOR.parent))

import generate  # noqa: E402

# The columns of the fixture's indicators; the others of a plan are empty.
INDICATOR_COLUMNS = (
    "indicator,livelihood,headline,name_zh,name_en,measure,direction,unit_of_measure,accumulation,frequency,lead_unit,"
    "reporters,part_of,due_month,required_stage,behind_floor,weight,note,continues,pacing,whole,due_day"
)
FIXTURE_COLUMNS = generate.PLAN_COLUMNS | {
    "plan": "district,district_zh,district_en,year,title_zh,title_en,source,time_zone,due_day,review",
    "units": "unit,kind,name_zh,name_en",
    "indicators": INDICATOR_COLUMNS,
    "targets": "indicator,revision,value,decided_on,source",
    "profiles": "indicator,month,cumulative_pct",
}
FIXTURE = {
    "plan": "jingan,静安区,Jing'an,2020,目标安排,Work targets,fixture,Asia/Shanghai,10,automatic",
    "units": """fgw,department,发改委,Development
swj,department,商务委,Commerce
jjs,subdistrict,江宁路街道,Jiangninglu
ccl,subdistrict,曹家渡街道,Caojiadu
ppz,town,彭浦镇,Pengpu""",
    "sections": """2,推动区域经济高质量发展,Economy
4,持续推进城市精细化管理,Management""",
    "indicators": """2.1.1,false,true,区级一般公共预算收入,Revenue,growth,at_least,%,cumulative,monthly,fgw,,,,,,,,2.1.1,,,
2.2.1,false,true,社会消费品零售总额,Retail sales,total,at_least,亿元,cumulative,monthly_from_february,swj,,,,,,,,2.2.1,,,
2.3.1,false,true,单位增加值能耗,Energy intensity,intensity_change,at_most,%,cumulative,quarterly,fgw,,,,,,,,2.3.1,,,45
2.3.2,false,true,能耗总量增长率,Energy growth,growth,at_most,%,cumulative,quarterly,fgw,fgw swj,,,,,,,2.3.2,,,45
2.4.1,false,false,千万级企业,Large firms,total,at_least,家,monthly,monthly,swj,jjs ccl ppz,,,,,,,,,true,
2.4.2,false,false,亿元级企业,Larger firms,total,at_least,家,monthly,monthly,swj,jjs ccl ppz,2.4.1,,,,,,,,true,
2.7.1,false,false,亿元楼总量,Buildings,stock,maintain,幢,,quarterly,swj,,,,,,,,,,true,
2.8.1,false,false,活动,Events,total,at_least,场,cumulative,monthly,swj,,,,,,,,,,true,
2.8.2,false,false,展览,Fairs,total,at_least,场,cumulative,monthly,swj,,,,,,,,,,true,
2.8.3,false,false,市集,Markets,total,at_least,场,cumulative,monthly,swj,ccl ppz,,,,,,,,at_due,true,
4.1.1,false,false,文明城区复评,Re-evaluation,milestone,,项,,quarterly,fgw,,,,completed,,,,,linear,,
4.1.2,false,false,项目开工,Start,milestone,,项,,monthly,fgw,jjs ccl,,9,started,,,,,,,
4.2.1,true,false,屋面改造,Roofs,total,at_least,万平方米,monthly,monthly,fgw,jjs ccl ppz,,,,,,,,,,
4.3.1,true,false,立面改造,Facades,milestone,,项,,monthly,fgw,,,,completed,,,,,,,
4.4.1,true,false,深化改革,Reform,progress,,项,,monthly,fgw,jjs ccl,,,,,,,,,,
4.5.1,true,false,信访件,Petitions,total,at_most,件,cumulative,monthly,fgw,,,,,,,,,,true,
4.6.1,true,false,湿垃圾处置量,Wet waste,daily_average,at_least,吨/日,monthly,monthly,fgw,jjs ccl ppz,,,,,,,,,,
4.6.2,true,false,再生资源回收量,Recycling,daily_average,at_least,吨/日,cumulative,monthly,fgw,jjs ccl ppz,,,,,,,,,,
4.9.1,false,false,常住人口,Population,stock,at_most,万人,,half_yearly,fgw,,,,,,,,,,,
4.18.1,false,false,实际解决率,Resolved,share,at_least,%,monthly,monthly,fgw,jjs ccl ppz,,,,,,,,,,
4.18.2,false,false,满意率,Satisfied,share,at_least,%,point,monthly,fgw,,,,,,,,,,,
4.19.1,false,false,全覆盖,Coverage,share,at_least,%,cumulative,annual,fgw,,,,,,,,,,,""",
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
        given = csv.DictReader([FIXTURE_COLUMNS[name], *body.splitlines()])
        generate.write_csv(folder / f"{name}.csv", columns.split(","), given)


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

    def in_time(self, key):
        """Whether the first figure came by its due day."""
        return self.revisions[key][0][0].date() <= self.indicators[key[0]].due_on(key[2])

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
        for name in ("units", "sections"):
            self.assertEqual(read(base / f"{name}.csv"), read(self.plan_folder() / f"{name}.csv"))
        kept = [row | {"continues": "", "wording": ""} for row in read(self.plan_folder() / "indicators.csv")]
        self.assertEqual(read(base / "indicators.csv"), kept)
        for name in ("targets", "allocations", "profiles", "responsibilities", "post_holders"):
            self.assertEqual((base / f"{name}.csv").read_text("utf-8"), generate.PLAN_COLUMNS[name] + "\n")
        (head,) = read(base / "plan.csv")
        self.assertEqual((head["year"], head["sample"]), ("2019", "true"))
        self.assertIn("SYNTHETIC", head["source"])
        self.assertIn("样本数据，非真实", head["source"])

    def test_whatever_continues_last_year_is_there_last_year(self):
        given = read(self.plan_folder() / "indicators.csv")
        continued = {row["continues"] for row in given if row["continues"]}
        self.assertTrue(continued)
        self.assertLessEqual(continued, {row["indicator"] for row in read(self.sample.out / "base-plan" / "indicators.csv")})

    def test_work_plan_is_the_plan_marked_as_a_sample(self):
        marked = self.sample.out / "work-plan"
        self.assertEqual({path.name for path in marked.iterdir()}, {path.name for path in self.plan_folder().glob("*.csv")})
        for path in marked.iterdir():
            if path.name != "plan.csv":
                self.assertEqual(path.read_bytes(), (self.plan_folder() / path.name).read_bytes(), path.name)
        (given,), (head,) = read(self.plan_folder() / "plan.csv"), read(marked / "plan.csv")
        self.assertNotEqual(given["sample"], "true")
        self.assertEqual(head, given | {"sample": "true"})

    # What real life has

    def test_some_figures_are_missing_and_some_late(self):
        missing = self.sample.due(2020) - set(self.sample.revisions)
        self.assertTrue(missing)
        self.assertLess(len(missing) * 10, len(self.sample.due(2020)) * (1 if self.plan_folder() == REAL_PLAN else 3))
        self.assertTrue([key for key in self.sample.revisions if key[2] >= "2020" and not self.sample.in_time(key)])

    def test_energy_comes_six_weeks_later_than_the_rest(self):
        energy = {code for code, indicator in self.sample.indicators.items() if indicator.due_day > 31}
        self.assertEqual(energy, {"2.3.1", "2.3.2"})
        for (code, _, period), sent in self.sample.revisions.items():
            if period > "2020" and code in energy:
                self.assertGreater(sent[0][0].date(), replace(self.sample.indicators[code], due_day=31).due_on(period))
                self.assertLessEqual((sent[0][0].date() - self.sample.indicators[code].due_on(period)).days, 9)

    def test_some_lagging_figures_say_why_and_what_is_done_and_no_others_do(self):
        year = generate.Year(self.sample.plan, 2020, generate.Chance(2020))
        said = set()
        for name, row in self.sample.lines():
            self.assertEqual(bool(row["reason"]), bool(row["next_step"]), (name, row))
            self.assertEqual(bool(row["evidence"]), bool(row["occurred_on"]), (name, row))
            indicator, month = self.sample.indicators[row["indicator"]], int(row["period"][5:])
            lags = row["period"] > "2020" and year.lags(indicator, row["unit"], month)
            said.add((lags, bool(row["reason"])))
        self.assertEqual(said, {(True, True), (True, False), (False, False)})

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
            self.assertLess(self.sample.accumulated("2.2.1", period), Fraction(800 * month, 12) * 85 / 100)
        mid_year = Fraction(800 * 6, 12)
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
        work = i.measure in generate.WORK_MEASURES
        if lasting and ratio >= 1:
            return "attained"
        if i.measure == "total" and i.direction == "at_most" and ratio < 1:
            return "missed"
        if q < due[-1]:
            return "overdue"
        needed = known if i.accumulation == "monthly" else [q]
        complete = all((i.code, unit, f"2020-{d:02d}") in rows for d in needed for unit in i.reporters)
        if q >= i.due_month and complete:
            return "attained" if ratio >= 1 else "missed"
        expected = self.expected(i, q) if work else Fraction(1)
        floor = 90 if work else 98 if i.measure in ("growth", "intensity_change") else 95
        if i.direction == "at_most":
            pace = ratio * expected
        else:
            pace = ratio / expected if expected else 1
        if pace >= 1:
            return "on_track"
        return "behind" if pace * 100 >= floor else "off_track"

    def expected(self, i, q):
        """What is expected by month q (method, section 7)."""
        if q in i.profile:
            part = Fraction(i.profile[q], 1_000_000)
        elif i.at_due:
            part = Fraction(q >= i.due_month)
        else:
            part = min(Fraction(q, i.due_month), Fraction(1))
        if i.whole and i.direction == "at_least" and i.target and Fraction(i.target):
            part = math.floor(Fraction(i.target) * part) / Fraction(i.target)
        return part

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
        # Some are in time and still wait when their month is published, the day after they were due.
        waiting = {
            key
            for s in sample.manifest
            if s["action"] == "accept" and sample.in_time(key := (s["indicator"], s["unit"], s["period"]))
            and date.fromisoformat(s["at"][:10]) > sample.indicators[key[0]].due_on(key[2]) + timedelta(days=1)
        }
        self.assertTrue(waiting)
        self.assertLess(len(waiting) * 10, len(sample.revisions))


@unittest.skipUnless(REAL_PLAN.exists(), "sql/plans/jingan-2020 is not here yet")
class RealPlanTest(Rules, unittest.TestCase):
    @classmethod
    def plan_folder(cls):
        return REAL_PLAN

    def test_last_year_begins_fast_for_some_and_slowly_for_others(self):
        rows, halves = self.sample.latest(), set()
        for code, indicator in self.sample.indicators.items():
            if indicator.measure == "total" and not indicator.whole and not indicator.profile:
                end = self.sample.accumulated(code, "2019-12", rows=rows)
                halves.add(self.sample.accumulated(code, "2019-06", rows=rows) * 2 > end)
        self.assertEqual(halves, {True, False})

    def test_only_figures_of_another_size_are_implausible(self):
        bounds = {
            row["indicator"]: (Fraction(row["plausible_min"]), Fraction(row["plausible_max"]))
            for row in read(REAL_PLAN / "indicators.csv")
            if row["plausible_min"]
        }
        outside = set()
        for key, sent in self.sample.revisions.items():
            for _, row in sent:
                if key[0] in bounds and not self.rate(row):
                    value = Fraction(row["value"])
                    if row["denominator"]:
                        value = value / Fraction(row["denominator"]) * 100
                    lowest, highest = bounds[key[0]]
                    if not lowest <= value <= highest:
                        outside.add(key)
        returned = {(s["indicator"], s["unit"], s["period"]) for s in self.sample.manifest if s["action"] == "return"}
        self.assertTrue(outside)
        self.assertLessEqual(outside, returned)


class NumbersTest(unittest.TestCase):
    def test_printing(self):
        self.assertEqual(generate.printed(-5, 2), "-0.05")
        self.assertEqual(generate.printed(80000, 2), "800")
        self.assertEqual(generate.printed(10, 0), "10")
        self.assertEqual(generate.printed(0, 2), "0")

    def test_due_days_above_31_are_days_of_the_month_after_the_next(self):
        indicator = generate.Plan.read(REAL_PLAN).indicators[0]
        for day, period, due in (
            (10, "2020-06", (2020, 7, 10)),
            (31, "2020-05", (2020, 6, 30)),
            (31, "2020-01", (2020, 2, 29)),
            (32, "2020-06", (2020, 8, 1)),
            (45, "2020-12", (2021, 2, 14)),
            (62, "2020-12", (2021, 2, 28)),
            (45, "2020-11", (2021, 1, 14)),
        ):
            self.assertEqual(replace(indicator, due_day=day).due_on(period), date(*due), (day, period))

    def test_ticks(self):
        self.assertEqual(generate.ticks("10.3", 2), 1030)
        self.assertEqual(generate.ticks("-2", 2), -200)

    def test_apportion_adds_up(self):
        self.assertEqual(generate.apportion(20, [1, 1, 1]), [7, 7, 6])
        self.assertEqual(sum(generate.apportion(1, [3, 5, 7])), 1)


if __name__ == "__main__":
    unittest.main()
