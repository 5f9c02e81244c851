"""A random but valid work plan, and last year's, as tables of text (docs/method.md, sections 2 to 8)."""

import datetime
import os
import random
import zoneinfo
from fractions import Fraction

from figures import exact, printed
from tables import write_csv
from workplan import FLOORS, PERIODS, WORK

MICRO = 10**6
LARGEST = 10**20 - 1  # in millionths: 14 integer and 6 fraction digits
PLAN_COLUMNS = {
    "plan.csv": "district district_zh district_en year title_zh title_en source time_zone due_day review stop_on_error "
                "republish early_days sample remind_days change_note",
    "units.csv": "unit kind name_zh name_en short_zh",
    "sections.csv": "section title_zh title_en",
    "indicators.csv": "indicator livelihood headline name_zh name_en measure direction unit_of_measure value_unit "
                      "denominator_unit scale accumulation frequency lead_unit reporters part_of continues due_month "
                      "pacing whole due_day required_stage behind_floor weight plausible_min plausible_max reference "
                      "wording note",
    "targets.csv": "indicator revision value tolerance relative_to decided_on source",
    "allocations.csv": "indicator unit value",
    "profiles.csv": "indicator month cumulative_pct cumulative_value",
    "floors.csv": "measure behind_floor",
    "appraisal.csv": "rule points limit",
    "grades.csv": "grade from",
    "responsibilities.csv": "indicator role unit post",
    "post_holders.csv": "post name from to",
}
MEASURES = ("total", "total", "total", "total", "stock", "stock", "growth", "growth", "rate", "share", "ratio",
            "intensity_change", "daily_average", "milestone", "progress")
ACCUMULATIONS = {
    "total": ("monthly", "cumulative"),
    "daily_average": ("monthly", "cumulative"),
    "growth": ("monthly", "cumulative", "point"),
    "share": ("monthly", "cumulative", "point"),
    "ratio": ("monthly", "cumulative", "point"),
    "intensity_change": ("monthly", "cumulative", "point"),
}
FREQUENCIES = ("monthly", "monthly", "monthly", "monthly_from_february", "quarterly", "quarterly", "half_yearly",
               "annual")
UNITS_OF_MEASURE = {  # few, so that there is something of the same unit to be relative to
    "total": ("亿元", "亿元", "户"), "stock": ("户", "亿元"), "growth": ("%",), "rate": ("%",), "share": ("%",),
    "ratio": ("件/万人", "户"), "intensity_change": ("%",), "daily_average": ("吨/日", "户"), "milestone": ("",),
    "progress": ("%",),
}
WORDINGS = ("", "", "达到目标", "力争达到目标，保持全市前列", '"达标", 或略高')
RETURN_REASONS = ("与统计局口径不符", "见附件，请核对", "请补报说明 (see the note)")


def micros_text(micros):
    return exact(Fraction(micros, MICRO))


def clamp(micros):
    return max(-LARGEST, min(LARGEST, micros))


def as_figure(number, decimals=6):
    """The nearest figure to a fraction, in millionths."""
    return clamp(int(Fraction(printed(number, decimals)) * MICRO))


class PlanDraft:
    """Units, indicators, profiles, posts and points; targets come when figures are there to tune them to."""

    def __init__(self, seed, indicators, year):
        self.random = random.Random(seed)
        self.count, self.year = indicators, year
        self.zone_name = self.random.choice(("Asia/Shanghai",) * 6 + ("Asia/Urumqi", "UTC", "America/New_York"))
        self.zone = zoneinfo.ZoneInfo(self.zone_name)
        self.due_day = self.random.choice((5, 8, 10, 15, 20, 28, 30, 31))
        self.automatic = self.chance(0.3)
        self.tables = {name: [] for name in PLAN_COLUMNS}
        self.last_rows = {}    # this year's code -> last year's row that it continues
        self.profiles = {}     # code -> [(month, percent)], as percent or as amounts
        self.amounts = set()

    def chance(self, probability):
        return self.random.random() < probability

    def head(self, year):
        return dict.fromkeys(PLAN_COLUMNS["plan.csv"].split(), "") | {
            "district": "sample", "district_zh": "样例区", "district_en": "Sample District", "year": str(year),
            "title_zh": f"{year}年重点工作", "title_en": f"Work targets, {year}", "source": "generated",
            "time_zone": self.zone_name, "due_day": str(self.due_day),
            "review": "automatic" if self.automatic else "required",
        }

    def units(self):
        number = min(60, max(6, self.count // 10))
        codes = [f"u{position:02d}" for position in range(1, number + 1)]
        self.random.shuffle(codes)
        self.unit_codes = codes
        for position, code in enumerate(codes, 1):
            kind = self.random.choice(("department", "department", "subdistrict", "town", "other"))
            self.tables["units.csv"].append({
                "unit": code, "kind": kind, "name_zh": f"第{position}单位", "name_en": f"Unit {position}",
                "short_zh": self.random.choice(("", f"{position}单位"))})

    def codes(self):
        """As many codes as there are indicators, in plan order, and their sections."""
        sections = max(2, -(-self.count // 60))
        every = [(s, i, q) for s in range(1, sections + 1) for i in range(1, 13) for q in range(1, 13)]
        return [".".join(map(str, each)) for each in sorted(self.random.sample(every, self.count))]

    def sections_of(self, rows):
        return [{"section": section, "title_zh": f"第{section}部分", "title_en": f"Section {section}"}
                for section in sorted({row["indicator"].split(".")[0] for row in rows}, key=int)]

    # --- Indicators ---

    def indicator(self, code, earlier):
        r = self.random
        measure = r.choice(MEASURES)
        direction = ""
        if measure not in WORK:
            direction = r.choice(("at_least", "at_least", "at_most") + (("maintain",) if measure == "stock" else ()))
        lead = r.choice(self.unit_codes)
        most = 1 if measure == "rate" else 5
        reporters = () if self.chance(0.4) else tuple(r.sample(self.unit_codes, r.randint(1, most)))
        accumulation = r.choice(ACCUMULATIONS.get(measure, ("point",)))
        wholes = [each["indicator"] for each in earlier
                  if (each["measure"], each["accumulation"]) == (measure, accumulation)]
        may_be_part = wholes and measure not in (*WORK, "rate") and self.chance(0.2)
        divided = measure in ("growth", "share", "ratio", "intensity_change")
        row = dict.fromkeys(PLAN_COLUMNS["indicators.csv"].split(), "") | {
            "indicator": code,
            "livelihood": r.choice(("true", "false", "")),
            "headline": r.choice(("true", "false", "false", "")),
            "name_zh": f"指标{code}",
            "name_en": r.choice((f"Indicator {code}", f"Indicator {code}, of which new", f'The "{code}" indicator')),
            "measure": measure,
            "direction": direction,
            "unit_of_measure": r.choice(UNITS_OF_MEASURE[measure]),
            "value_unit": "亿元" if divided else "吨" if measure == "daily_average" else "",
            "denominator_unit": "万人" if divided and measure != "growth" else "",
            "scale": r.choice(("", "1", "100", "10000")) if measure == "ratio" else "",
            "accumulation": accumulation,
            "frequency": r.choice(FREQUENCIES),
            "lead_unit": lead,
            "reporters": " ".join(reporters),
            "part_of": r.choice(wholes) if may_be_part else "",
            "due_month": r.choice(("", "", "", "", "6", "9", "10", str(r.randint(1, 12)))),
            "due_day": r.choice(("",) * 6 + ("45", str(r.randint(1, 31)), str(r.randint(32, 62)))),
            "required_stage": r.choice(("", "started", "completed")) if measure == "milestone" else "",
            "behind_floor": r.choice(("", "", "", "", "80", "92.5", "99.999999", "0", "120")),
            "weight": r.choice(("", "", "2", "0.5", "1.25")),
            "reference": "true" if measure not in WORK and self.chance(0.05) else "",
            "wording": r.choice(WORDINGS),
            "note": r.choice(("", "", "以市政府正式下达指标为准")),
        }
        if measure in ("total", *WORK):
            row["pacing"] = r.choice(("", "", "linear", "at_due") if direction != "at_most" else ("", "linear"))
        if measure in ("total", "stock") and self.chance(0.2):
            row |= {"whole": "true", "unit_of_measure": "家"}
        # A part is measured as its whole is.
        units = {each["indicator"]: each["unit_of_measure"] for each in earlier}
        if row["part_of"] and units[row["part_of"]] != row["unit_of_measure"]:
            row["part_of"] = ""
        self.tables["indicators.csv"].append(row)
        self.responsibilities(code, lead)
        self.profile(row)
        return row

    def responsibilities(self, code, lead):
        r = self.random
        rows = [{"indicator": code, "role": "leader", "unit": "", "post": f"p{r.randint(1, 6)}"},
                {"indicator": code, "role": "lead", "unit": lead, "post": r.choice(("", "p1"))}]
        if self.chance(0.3):
            other = r.choice([each for each in self.unit_codes if each != lead])
            rows.append({"indicator": code, "role": "support", "unit": other, "post": ""})
        self.tables["responsibilities.csv"] += rows

    def profile(self, row):
        """Work comes to 100 % in its due month; a level with seasons may rise and fall."""
        r = self.random
        grows = row["measure"] in ("total", *WORK)
        if not self.chance(0.35 if grows else 0.15):
            return
        due_month = int(row["due_month"] or 12)
        months = list(range(1, due_month if grows else 13))
        if self.chance(0.4):
            months = sorted(r.sample(months, r.randint(0 if grows else 1, len(months))))
        most = 100 if grows else 160
        percents = [r.choice((0, r.randint(0, most), r.randint(0, 100 * most) / 100)) for _ in months]
        if grows:
            percents = sorted(percents) + [100]
            months.append(due_month)
        self.profiles[row["indicator"]] = list(zip(months, (Fraction(f"{each:g}") for each in percents)))
        if row["measure"] in ("total", "stock", "share", "ratio", "daily_average") and self.chance(0.4):
            self.amounts.add(row["indicator"])

    def posts(self):
        for number in range(1, 6):  # p6 has nobody
            change = datetime.date(self.year, self.random.randint(2, 11), self.random.randint(1, 28))
            gap = self.random.choice((1, 1, 20))
            self.tables["post_holders.csv"] += [
                {"post": f"p{number}", "name": f"甲{number}", "from": f"{self.year - 1}-01-01", "to": str(change)},
                {"post": f"p{number}", "name": f"乙{number}", "from": str(change + datetime.timedelta(gap)), "to": ""},
            ]
        self.tables["post_holders.csv"].append(
            {"post": "p6", "name": "丙", "from": f"{self.year - 1}-01-01", "to": f"{self.year - 1}-12-31"})

    def points(self):
        r = self.random
        for measure in r.sample(sorted(FLOORS), 3):
            self.tables["floors.csv"].append({"measure": measure, "behind_floor": r.choice(("85", "90", "96.5", "100"))})
        for rule, points in (("missing", "-0.5"), ("late", "-0.1"), ("returned", "-0.25"), ("attained", "0.5"),
                             ("missed", "-1"), ("attained_early", "1.5")):
            if self.chance(0.85):
                self.tables["appraisal.csv"].append(
                    {"rule": rule, "points": points, "limit": r.choice(("", "", "2", "3.3"))})
        grades = [("优秀", "95"), ("良好", "80.5"), ("合格", "60"), ("不合格", "0")]
        self.tables["grades.csv"] += [{"grade": grade, "from": least} for grade, least in grades[:r.choice((3, 4))]]

    # --- Last year's plan ---

    def last_indicator(self, row, code):
        """What the indicator continues: the same things counted the same way, under another number."""
        r = self.random
        last = row | {"indicator": code, "part_of": "", "continues": "", "reference": "", "due_day": "", "wording": "",
                      "pacing": "", "plausible_min": "", "plausible_max": ""}
        if row["measure"] == "growth" and row["accumulation"] != "point" and self.chance(0.4):
            last |= {"measure": "total", "unit_of_measure": row["value_unit"], "value_unit": "", "behind_floor": ""}
        if row["accumulation"] != "monthly" and self.chance(0.15):
            last["frequency"] = r.choice(FREQUENCIES)
        if self.chance(0.2) and row["measure"] != "rate":
            last["reporters"] = " ".join(r.sample(self.unit_codes, r.randint(1, 4)))
        return last

    def last_year(self):
        """Most values continue one of last year; nothing else does, though its number was there as well."""
        codes = self.codes()
        self.random.shuffle(codes)
        for row in self.tables["indicators.csv"]:
            if row["measure"] in WORK or self.chance(0.2):
                continue
            last = self.last_indicator(row, codes.pop())
            row["continues"] = last["indicator"]
            self.last_rows[row["indicator"]] = last

    def last_tables(self):
        rows = sorted(self.last_rows.values(), key=lambda row: [int(part) for part in row["indicator"].split(".")])
        return {name: [] for name in PLAN_COLUMNS} | {
            "plan.csv": [self.head(self.year - 1)],
            "units.csv": self.tables["units.csv"],
            "sections.csv": self.sections_of(rows),
            "indicators.csv": rows,
            "targets.csv": [{"indicator": row["indicator"], "revision": "1", "value": "5", "tolerance": "",
                             "relative_to": "", "decided_on": f"{self.year - 1}-01-15", "source": ""} for row in rows],
        }

    def profile_rows(self):
        """As percent, or as amounts of the first revision's value."""
        first = {row["indicator"]: row for row in reversed(self.tables["targets.csv"])}
        for code, months in self.profiles.items():
            amounts = code in self.amounts and code in first
            for month, percent in months:
                cells = {"cumulative_pct": "" if amounts else exact(percent), "cumulative_value": ""}
                if amounts:
                    cells["cumulative_value"] = micros_text(as_figure(Fraction(first[code]["value"]) * percent / 100))
                yield {"indicator": code, "month": str(month)} | cells


def write_plan(directory, tables):
    os.makedirs(directory, exist_ok=True)
    for name, columns in PLAN_COLUMNS.items():
        write_csv(os.path.join(directory, name), columns.split(), tables[name])


def periods_of(row):
    return PERIODS[row["frequency"]]
