"""Whether the worked examples of docs/method.md come out as they stand there. Run by `python3 -m unittest` here."""

import pathlib
import tempfile
import unittest

import oracle
import page
from figures import instant, month_of
from ledger import read_log
from workplan import FLOORS, read_plan

WORDS = ("because",)  # its wording is no part of the method


def publish(example):
    """The example's last publication."""
    with tempfile.TemporaryDirectory() as folder:
        example.write(folder)
        folder = pathlib.Path(folder)
        plan = read_plan(folder / "plan")
        last_plan = read_plan(folder / "last-plan") if (folder / "last-plan").exists() else None
        log = read_log(*(folder / f"{name}.csv" for name in ("submissions", "reviews", "comments")))
    publications = []
    for month, as_of in example.publications:
        publications.append(oracle.publish(plan, log, month_of(month)[1], instant(as_of), last_plan, publications))
    return publications[-1]


class PageTests(unittest.TestCase):
    maxDiff = None

    def test_every_example_comes_to_what_the_page_says(self):
        for example in page.examples():
            with self.subTest(example=example.title):
                publication = publish(example)
                self.assertTrue(example.results)
                for name, rows in example.results.items():
                    wanted = [{column: cell for column, cell in row.items() if column not in WORDS} for row in rows]
                    self.assertEqual(page.shown(name, publication.tables[name], wanted), wanted, name)

    def test_every_sum_adds_up_and_is_shown(self):
        for example in page.examples():
            with self.subTest(example=example.title):
                self.assertEqual(list(page.sum_faults(example)), [])

    def test_every_measure_has_an_example_with_its_sums(self):
        measures = {row["measure"] for each in page.examples() if each.sums for row in each.files["indicators.csv"]}
        self.assertEqual(measures, set(FLOORS))

    def test_a_wrong_sum_is_found(self):
        text = page.PAGE.read_text(encoding="utf-8")
        for right, wrong in (("18.75 + 21.75", "18.75 + 21.76"), ("= 97.5\n", "= 97.4\n"), ("⌊5 × 50", "⌊6 × 50")):
            with self.subTest(wrong=wrong):
                self.assertEqual(text.count(right), 1)
                faults = [fault for each in page.examples(text.replace(right, wrong)) for fault in page.sum_faults(each)]
                self.assertNotEqual(faults, [])
