"""The 2020 plan against the numbers that its document prints.

printed-numbers.csv holds every number of the document's 129 items with the item and the unit that stands beside it.
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
ITEMS_OF_SECTION = {1: 6, 2: 16, 3: 10, 4: 19, 5: 14, 6: 10, 7: 13, 8: 7, 9: 34}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def item_of(indicator):
    return indicator.rsplit(".", 1)[0]


class Plan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.indicators = rows(PLAN / "indicators.csv")
        cls.targets = rows(PLAN / "targets.csv")
        cls.allocations = rows(PLAN / "allocations.csv")
        cls.units = {row["unit"]: row for row in rows(PLAN / "units.csv")}
        cls.by_code = {row["indicator"]: row for row in cls.indicators}

    def test_items_by_section(self):
        items = {item_of(row["indicator"]) for row in self.indicators}
        counts = collections.Counter(int(item.split(".")[0]) for item in items)
        self.assertEqual(dict(counts), ITEMS_OF_SECTION)
        for section, count in ITEMS_OF_SECTION.items():
            self.assertLessEqual({f"{section}.{item}" for item in range(1, count + 1)}, items)
        self.assertEqual(len(items), 129)

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
