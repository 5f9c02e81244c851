"""A cell of a workbook as the clerk typed it: numbers that a workbook holds as binary fractions, formats, dates."""

import datetime
import importlib.util
import pathlib
import types
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPECIFICATION = importlib.util.spec_from_file_location("workbook", ROOT / "Sources/Intake/Workbook/workbook.py")
workbook = importlib.util.module_from_spec(SPECIFICATION)
SPECIFICATION.loader.exec_module(workbook)


def cell(value, number_format="General"):
    return types.SimpleNamespace(value=value, number_format=number_format)


class Figures(unittest.TestCase):
    def test_typed_decimals_come_back(self):
        for text in ("0.1", "2.3", "1234.56", "-0.000001", "99999999999.25", "12345678901234.5", "0.3", "43.1", "1E+3"):
            number = float(text)
            self.assertEqual(float(workbook.figure(number)), number)
            if "E" not in text:
                self.assertEqual(workbook.figure(number), text)
        # As a spreadsheet writes them: 17 digits.
        self.assertEqual(workbook.figure(float("2.2999999999999998")), "2.3")
        self.assertEqual(workbook.figure(float("1234567.8899999999")), "1234567.89")

    def test_every_decimal_of_six_digits_after_the_point_comes_back(self):
        for step in range(0, 1_000_000, 997):
            for whole in ("0", "7", "123456", "99999999"):
                text = f"{whole}.{step:06}".rstrip("0").rstrip(".")
                self.assertEqual(workbook.figure(float(text)), text)

    def test_noise_of_a_sum_is_dropped(self):
        self.assertEqual(workbook.figure(0.1 + 0.2), "0.3")
        self.assertEqual(workbook.figure(sum([0.1] * 10)), "1")
        self.assertEqual(workbook.figure(1.1 + 2.2), "3.3")

    def test_a_long_figure_is_not_rounded(self):
        self.assertEqual(workbook.figure(1 / 3), "0.3333333333333333")
        self.assertEqual(workbook.figure(1234567890.1234567), "1234567890.1234567")
        self.assertEqual(workbook.figure(0.0000001), "0.0000001")

    def test_integers(self):
        self.assertEqual(workbook.figure(12345678901234567), "12345678901234567")
        self.assertEqual(workbook.figure(-0.0), "0")
        self.assertEqual(workbook.figure(1e15), "1000000000000000")


class Formats(unittest.TestCase):
    def test_what_a_format_adds_is_shown(self):
        for number_format, wanted in {
            "General": "1234.5", "#,##0": "1234.5", "0.00": "1234.5", "0.0%": "123450%", '0.0"亿元"': "1234.5亿",
            "0.0\\万": "1234.5万", '0"家"': "1234.5", "0,": None, "#,##0.0,,": None, '0"%"': "1234.5",
            "#,##0.00_);[Red](#,##0.00)": "1234.5", '_(* #,##0_);_(* (#,##0);_(* "-"_)': "1234.5",
        }.items():
            self.assertEqual(workbook.shown(1234.5, number_format), wanted, number_format)


class Cells(unittest.TestCase):
    def test_dates(self):
        day = datetime.datetime(2020, 6, 1)
        self.assertEqual(workbook.cell_text(cell(day), "period"), "2020-06")
        self.assertEqual(workbook.cell_text(cell(day), "occurred_on"), "2020-06-01")
        self.assertEqual(workbook.cell_text(cell(day), "indicator"), "2020-06-01")
        self.assertEqual(workbook.cell_text(cell(datetime.datetime(2020, 6, 8)), "period"), "2020-06-08")
        self.assertEqual(workbook.cell_text(cell(datetime.datetime(2020, 6, 8, 9, 30)), "occurred_on"), "2020-06-08 09:30:00")

    def test_texts(self):
        self.assertEqual(workbook.cell_text(cell(None), "note"), "")
        self.assertEqual(workbook.cell_text(cell("两行\n说明"), "note"), "两行 说明")
        self.assertEqual(workbook.cell_text(cell("#DIV/0!"), "value"), "#DIV/0!")
        self.assertEqual(workbook.cell_text(cell(True), "value"), "TRUE")
        self.assertEqual(workbook.cell_text(cell(202006), "period"), "202006")

    def test_columns(self):
        self.assertEqual([workbook.column_of(name) for name in ("指标", " Unit ", "期间", "备註", None)],
                         ["indicator", "unit", "period", None, None])


if __name__ == "__main__":
    unittest.main()
