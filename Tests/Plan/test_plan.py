"""The 2020 plan against its document: every printed number, every item, the words of each target and every star.

2020-work-targets.txt is the published document; printed-numbers.csv holds every number of its 129 items with the item and the
unit that stands beside it.
"""

import collections
import csv
import fractions
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = ROOT / "sql" / "plans" / "jingan-2020"
# "4所公办幼儿园各增设1个托班": 4 kindergartens are printed, 4 classes are meant.
PRINTED_FOR = {"7.1.2": "所"}
# A star stands before these in the same sentence, but the subject has changed since.
SUBJECT_CHANGED = {"4.11.6", "7.1.5", "7.1.7", "7.1.8", "7.5.6", "7.5.7"}
# What is counted in whole things; a 人次 or a 万户 is an amount.
COUNTED = set("家个台条套户场人幢项张处次")
# Compared with last year by definition.
COMPARED = {"growth", "intensity_change"}
ITEMS_OF_SECTION = {1: 6, 2: 16, 3: 10, 4: 19, 5: 14, 6: 10, 7: 13, 8: 7, 9: 34}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def item_of(indicator):
    return indicator.rsplit(".", 1)[0]


def items_of_document():
    """The text of each item by its number, 2.3 for section 二, item (三)."""
    texts, section = {}, 0
    for line in (ROOT / "Tests" / "Plan" / "2020-work-targets.txt").read_text(encoding="utf-8").splitlines():
        if re.match("[一二三四五六七八九]、", line):
            section += 1
        elif line.startswith("(一)"):
            # A numeral in brackets opens an item; "楔形绿地(二期)" has more than the numeral.
            for number, text in enumerate(re.split(r"\([一二三四五六七八九十]+\)", line)[1:], start=1):
                texts[f"{section}.{number}"] = text
    return texts


class Plan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.indicators = rows(PLAN / "indicators.csv")
        cls.targets = rows(PLAN / "targets.csv")
        cls.allocations = rows(PLAN / "allocations.csv")
        cls.units = {row["unit"]: row for row in rows(PLAN / "units.csv")}
        cls.by_code = {row["indicator"]: row for row in cls.indicators}
        cls.document = items_of_document()

    def test_items_by_section(self):
        items = {item_of(row["indicator"]) for row in self.indicators}
        counts = collections.Counter(int(item.split(".")[0]) for item in items)
        self.assertEqual(dict(counts), ITEMS_OF_SECTION)
        for section, count in ITEMS_OF_SECTION.items():
            self.assertLessEqual({f"{section}.{item}" for item in range(1, count + 1)}, items)
        self.assertEqual(len(items), 129)

    def test_document_has_as_many_items(self):
        counts = collections.Counter(int(item.split(".")[0]) for item in self.document)
        self.assertEqual(dict(counts), ITEMS_OF_SECTION)

    def test_wording_is_the_documents_own_of_the_same_item(self):
        for row in self.indicators:
            self.assertGreater(len(row["wording"]), 2, row["indicator"])
            self.assertIn(row["wording"], self.document[item_of(row["indicator"])], row["indicator"])

    def test_wording_is_a_clause_and_no_whole_item_of_several_sentences(self):
        for row in self.indicators:
            self.assertNotRegex(row["wording"], "[。★]", row["indicator"])

    def test_names_are_our_own(self):
        self.assertEqual([row["indicator"] for row in self.indicators if row["name_zh"] == row["wording"]], [])

    def test_every_sentence_of_the_document_is_covered(self):
        wordings = collections.defaultdict(list)
        for row in self.indicators:
            wordings[item_of(row["indicator"])].append(row["wording"])
        for item, text in self.document.items():
            for sentence in filter(None, text.split("。")):
                self.assertTrue(any(words in sentence for words in wordings[item]), f"{item}: {sentence}")

    def test_star_covers_what_follows_in_its_sentence_until_the_subject_changes(self):
        starred = set()
        for row in self.indicators:
            before, found, _ = self.document[item_of(row["indicator"])].partition(row["wording"])
            self.assertTrue(found, row["indicator"])
            if "★" in before.rpartition("。")[2]:
                starred.add(row["indicator"])
        self.assertLessEqual(SUBJECT_CHANGED, starred)
        livelihood = {row["indicator"] for row in self.indicators if row["livelihood"] == "true"}
        self.assertEqual(livelihood, starred - SUBJECT_CHANGED)

    def test_a_printed_target_stands_in_its_wording(self):
        for row in self.targets:
            indicator = self.by_code[row["indicator"]]
            if "100%计" not in indicator["note"] and row["indicator"] != "6.7.2":
                number = row["value"].lstrip("-")
                # "新建1个、翻建2个": the number stands in the clause that several targets share.
                self.assertRegex(indicator["wording"], rf"(?<![\d.]){re.escape(number)}(?![\d.])", row["indicator"])

    def test_whole_is_what_is_counted(self):
        for row in self.indicators:
            counted = row["measure"] in ("total", "stock") and row["unit_of_measure"] in COUNTED
            self.assertEqual(row["whole"], "true" if counted else "", row["indicator"])
        whole = {row["indicator"] for row in self.indicators if row["whole"]}
        for row in (*self.targets, *self.allocations):
            if row["indicator"] in whole:
                self.assertRegex(row["value"], "^[0-9]+$", row)

    def test_pacing_of_starts_events_and_works(self):
        for row in self.indicators:
            if row["required_stage"] == "started":
                # Default: nothing before the due month.
                self.assertEqual(row["pacing"], "", row["indicator"])
            if row["measure"] == "milestone" and re.search("竣工|完工|道路建设$|综合整治|修缮", row["wording"]):
                self.assertEqual(row["pacing"], "linear", row["indicator"])
            if row["pacing"]:
                self.assertIn(row["measure"], ("total", "milestone"), row["indicator"])
                self.assertNotEqual(row["pacing"] == "at_due", row["measure"] == "milestone", row["indicator"])

    def test_pacing_says_nothing_beside_a_profile(self):
        profiled = {row["indicator"] for row in rows(PLAN / "profiles.csv")}
        self.assertEqual({code for code in profiled if self.by_code[code]["pacing"]}, set())

    def test_profiles_end_at_the_due_month(self):
        at = {(row["indicator"], row["month"]): row["cumulative_pct"] for row in rows(PLAN / "profiles.csv")}
        for code in {code for code, _ in at}:
            self.assertEqual(at[code, self.by_code[code]["due_month"] or "12"], "100", code)

    def test_what_is_submitted_in_another_unit_says_so(self):
        for row in self.indicators:
            value = row["measure"] in ("growth", "intensity_change", "share", "ratio", "daily_average")
            denominator = row["measure"] in ("intensity_change", "share", "ratio")
            self.assertEqual((bool(row["value_unit"]), bool(row["denominator_unit"])), (value, denominator), row["indicator"])

    def test_comparisons_continue_last_years_indicator(self):
        for row in self.indicators:
            # The base year numbers its indicators as this one does.
            self.assertIn(row["continues"], ("", row["indicator"]))
            if row["measure"] in COMPARED or row["indicator"] == "2.2.1":
                self.assertTrue(row["continues"], row["indicator"])

    def test_plausible_bounds_hold_the_target(self):
        bounded = [row for row in self.indicators if row["plausible_min"] or row["plausible_max"]]
        self.assertLessEqual({"2.1.1", "2.2.1", "2.3.1"}, {row["indicator"] for row in bounded})
        self.assertGreaterEqual(len(bounded), 23)
        target = {row["indicator"]: fractions.Fraction(row["value"]) for row in self.targets}
        reporters = {row["indicator"]: len(row["reporters"].split()) for row in self.indicators}
        for row in bounded:
            lowest, highest = fractions.Fraction(row["plausible_min"]), fractions.Fraction(row["plausible_max"])
            self.assertLess(lowest, highest, row["indicator"])
            if reporters[row["indicator"]] < 2 and row["accumulation"] != "monthly":
                self.assertTrue(lowest <= target[row["indicator"]] <= highest, row["indicator"])
        for row in self.allocations:
            indicator = self.by_code[row["indicator"]]
            if indicator["plausible_max"] and indicator["measure"] in ("total", "stock") and indicator["accumulation"] != "monthly":
                self.assertLessEqual(fractions.Fraction(row["value"]), fractions.Fraction(indicator["plausible_max"]), row)

    def test_energy_is_due_six_weeks_later(self):
        later = {row["indicator"]: row["due_day"] for row in self.indicators if row["due_day"]}
        self.assertEqual(later, {"2.3.1": "45", "2.3.2": "45"})

    def test_about_is_said_of_no_target(self):
        """左右 and 约 would need a tolerance: the one 约 tells how many people there are, not how many are to be reached."""
        about = re.findall("左右|约.{5}", "".join(self.document.values()))
        self.assertEqual(about, ["约4万名持证"])
        self.assertEqual({row["tolerance"] + row["relative_to"] for row in self.targets}, {""})

    def test_what_is_our_own_is_marked_so(self):
        (plan,) = rows(PLAN / "plan.csv")
        self.assertEqual(plan["sample"], "false")
        for words in ("序时方式", "合理区间", "评估加减分与等次", "自行设定", "appraisal points and grades"):
            self.assertIn(words, plan["source"])
        self.assertLessEqual(
            {row["rule"] for row in rows(PLAN / "appraisal.csv")},
            {"missing", "late", "returned", "attained", "missed", "attained_early"},
        )
        grades = [int(row["from"]) for row in rows(PLAN / "grades.csv")]
        self.assertEqual(grades, sorted(set(grades), reverse=True))

    def test_short_names_tell_units_apart(self):
        # A town may be called by its whole name in both.
        names = [name for unit in self.units.values() for name in {unit["short_zh"], unit["name_zh"]}]
        self.assertEqual(len(names), len(set(names)))
        self.assertNotIn("", names)

    def test_targets_within_an_item_are_numbered_from_one(self):
        numbers = collections.defaultdict(list)
        for row in self.indicators:
            item, number = row["indicator"].rsplit(".", 1)
            numbers[item].append(int(number))
        for item, found in numbers.items():
            self.assertEqual(found, list(range(1, len(found) + 1)), item)

    def test_every_printed_number_is_a_target_or_stands_in_a_note(self):
        values = collections.defaultdict(list)
        for row in self.targets:
            if row["revision"] == "1" and row["value"]:
                values[item_of(row["indicator"])].append(fractions.Fraction(row["value"]))
        notes = collections.defaultdict(str)
        for row in self.indicators:
            notes[item_of(row["indicator"])] += " " + row["note"]
        lost = []
        for row in rows(ROOT / "Tests" / "Plan" / "printed-numbers.csv"):
            number = fractions.Fraction(row["number"])
            # A number printed twice in one item needs two places.
            wanted = [value for value in values[row["item"]] if abs(value) == abs(number)]
            if wanted:
                values[row["item"]].remove(wanted[0])
                continue
            place = re.compile(r"(?<![\d.])" + re.escape(row["number"]) + r"(?![\d]|\.\d)")
            notes[row["item"]], found = place.subn("", notes[row["item"]], count=1)
            if not found:
                lost.append(f"{row['item']}: {row['number']} {row['unit']}")
        self.assertEqual(lost, [])

    def test_targets_carry_the_printed_unit(self):
        printed = collections.defaultdict(set)
        for row in rows(ROOT / "Tests" / "Plan" / "printed-numbers.csv"):
            printed[row["item"], abs(fractions.Fraction(row["number"]))].add(row["unit"])
        for row in self.targets:
            if not row["value"] or row["revision"] != "1":
                continue
            units = printed.get((item_of(row["indicator"]), abs(fractions.Fraction(row["value"]))))
            if units:
                # "常住人口111 万" leaves the 人 to the reader.
                unit = self.by_code[row["indicator"]]["unit_of_measure"]
                printed_unit = PRINTED_FOR.get(row["indicator"], unit)
                self.assertTrue(printed_unit in units or printed_unit.removesuffix("人") in units, row["indicator"])

    def test_headline(self):
        headline = [row["indicator"] for row in self.indicators if row["headline"] == "true"]
        self.assertEqual(headline, ["2.1.1", "2.2.1", "2.3.1"])
        target = {row["indicator"]: row["value"] for row in self.targets if row["revision"] == "1"}
        self.assertEqual([target[code] for code in headline], ["1", "800", "-2"])
        self.assertEqual(self.by_code["2.2.1"]["unit_of_measure"], "亿元")

    def test_keep_stable_has_no_baseline(self):
        maintained = {row["indicator"] for row in self.indicators if row["direction"] == "maintain"}
        self.assertTrue(maintained)
        self.assertFalse(maintained & {row["indicator"] for row in self.targets})

    def test_fourteen_subdistricts_and_town(self):
        kinds = collections.Counter(unit["kind"] for unit in self.units.values())
        self.assertEqual((kinds["subdistrict"], kinds["town"]), (13, 1))

    def test_allocations_add_up(self):
        sums = collections.defaultdict(fractions.Fraction)
        for row in self.allocations:
            sums[row["indicator"]] += fractions.Fraction(row["value"])
        self.assertGreaterEqual(len(sums), 20)
        target = {row["indicator"]: fractions.Fraction(row["value"]) for row in self.targets if row["revision"] == "1"}
        for code, total in sums.items():
            if self.by_code[code]["measure"] in ("total", "stock"):
                self.assertEqual(total, target[code], code)

    def test_nested_targets(self):
        self.assertEqual(
            {row["part_of"] for row in self.indicators if row["indicator"].startswith("5.7.") and row["part_of"]},
            {next(row["indicator"] for row in self.targets if row["indicator"].startswith("5.7.") and row["value"] == "800")},
        )


if __name__ == "__main__":
    unittest.main()
