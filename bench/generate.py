#!/usr/bin/env python3
"""Fill an empty dabiao database with synthetic districts of any number, for measuring only.

    bench/generate.py --districts 16 --years 2 --seed 1

Work plans, submissions with corrections, and reviews are streamed by COPY through one psql, whose connection is the
environment's. A district has about 150 indicators of most measures and of every accumulation, about 14 reporters each, and
about 25,000 submissions a year. Every figure is invented; the same arguments give the same rows. The contenders follow the
method's first edition, so the plans hold nothing in which the second differs: work in equal parts by month, no limit on a
total, one due day, no target that depends on another. The history ends in December of LAST_YEAR.
"""

import argparse
import random
import subprocess
import sys

LAST_YEAR = 2021
TIME_ZONE = "Asia/Shanghai"
DEPARTMENTS = 6
SUBDISTRICTS = 14

DUE_MONTHS = {
    "monthly": tuple(range(1, 13)),
    "monthly_from_february": tuple(range(2, 13)),
    "quarterly": (3, 6, 9, 12),
    "half_yearly": (6, 12),
    "annual": (12,),
}
FREQUENCIES = ("monthly",) * 22 + ("monthly_from_february",) * 5 + ("quarterly",) * 3 + ("half_yearly", "annual")
# (measure, direction, accumulation), taken in turn.
KINDS = (
    ("total", "at_least", "monthly"),
    ("growth", "at_least", "cumulative"),
    ("share", "at_least", "point"),
    ("total", "at_least", "cumulative"),
    ("stock", "at_least", "point"),
    ("milestone", None, "point"),
    ("share", "at_most", "cumulative"),
    ("intensity_change", "at_most", "cumulative"),
    ("daily_average", "at_least", "monthly"),
    ("stock", "at_most", "point"),
    ("growth", "at_least", "monthly"),
    ("share", "at_most", "monthly"),
    ("progress", None, "point"),
    ("stock", "maintain", "point"),
    ("daily_average", "at_most", "cumulative"),
    ("growth", "at_most", "cumulative"),
    ("intensity_change", "at_least", "monthly"),
)
VALUED = {"total", "stock", "growth", "share", "intensity_change", "daily_average"}
# Of these what was not stated is last year's figure under the same code.
BASED = {"growth", "intensity_change"}
PROFILE = (3, 5, 10, 20, 32, 45, 58, 70, 81, 90, 96, 100)


class Indicator:
    """One indicator of the plan that every district has, with reporters of its own."""

    def __init__(self, place, units, reporters_wanted, chance):
        section, rest = divmod(place, 30)
        item, seq = divmod(rest, 3)
        self.code = f"{section + 1}.{item + 1}.{seq + 1}"
        self.ordinal, self.section, self.item = place + 1, section + 1, item + 1
        self.measure, self.direction, self.accumulation = KINDS[place % len(KINDS)]
        self.frequency = FREQUENCIES[place * 7 % len(FREQUENCIES)]
        self.lead = f"department_{place % DEPARTMENTS + 1}"
        names = [f"{kind}_{number}" for kind, number in units]
        names = names[DEPARTMENTS:] + names[:DEPARTMENTS]
        self.reporters = names[:min(len(names), max(1, reporters_wanted + place % 5 - 2))]
        self.due_month = 9 if place % 9 == 0 and 9 in DUE_MONTHS[self.frequency] else 12
        self.required_stage = ("started", "completed")[place % 2] if self.measure == "milestone" else None
        self.floor = 85 if place % 11 == 0 else None
        self.weight = 1 + place % 3
        self.has_profile = self.measure == "total" and self.direction == "at_least" and place % 4 == 0
        self.is_allocated = self.measure in ("total", "stock", "share") and place % 4 != 3
        # What a reporter's month comes to, in thousandths of a unit.
        self.scale = chance.choice((2_000, 40_000, 750_000, 9_000_000))

    def target(self, chance):
        """A target that is met by some and missed by others, in millionths."""
        spread = chance.randrange(80, 121)
        if self.measure in ("growth", "intensity_change"):
            return chance.randrange(-8_000_000, 12_000_000, 10_000)
        if self.measure == "share":
            return chance.randrange(40, 90) * 1_000_000
        periods = 12 if self.accumulation != "point" else 1
        if self.measure == "daily_average":
            return self.scale * 1_000 * len(self.reporters) * spread // 100 // 30
        return self.scale * 1_000 * len(self.reporters) * periods * spread // 100


def decimal(millionths):
    """Plain decimal of a whole number of millionths, as PostgreSQL prints numeric(20,6)."""
    sign = "-" if millionths < 0 else ""
    whole, fraction = divmod(abs(millionths), 1_000_000)
    return f"{sign}{whole}.{fraction:06d}"


def optional(value):
    return "\\N" if value is None else str(value)


def units_of(reporters):
    """The units of every district as kind and number, in plan order: enough for an indicator with so many reporters."""
    subdistricts = max(SUBDISTRICTS, reporters + 2 - DEPARTMENTS)
    return [("department", n + 1) for n in range(DEPARTMENTS)] + [("subdistrict", n + 1) for n in range(subdistricts)]


def plan_tables(districts, years, units, indicators, seed):
    """Yields each table of the plans as its COPY target and its rows."""
    ids = range(1, districts + 1)
    yield "plan.district (district_id, district, name_zh, name_en)", (
        f"{d}\td{d:05d}\t第{d}区\tDistrict {d}" for d in ids)
    yield (
        "plan.work_plan (district_id, year, version, title_zh, title_en, source, time_zone, due_day, review, sha256, "
        "loaded_at)"
    ), (
        f"{d}\t{y}\t1\t{y}年工作目标\tWork targets {y}\tsynthetic\t{TIME_ZONE}\t10\t{review_rule(d)}"
        f"\t\\\\x{d * 10000 + y:064x}\t{y}-01-05T00:00:00Z"
        for d in ids for y in years)
    yield "plan.unit (district_id, year, version, unit, ordinal, kind, name_zh, name_en)", (
        f"{d}\t{y}\t1\t{kind}_{n}\t{place + 1}\t{kind}\t单位{place + 1}\tUnit {place + 1}"
        for d in ids for y in years for place, (kind, n) in enumerate(units))
    yield "plan.section (district_id, year, version, section, title_zh, title_en)", (
        f"{d}\t{y}\t1\t{s}\t第{s}部分\tSection {s}"
        for d in ids for y in years for s in sorted({i.section for i in indicators}))
    yield (
        "plan.indicator (district_id, year, version, indicator, ordinal, section, item, livelihood, headline, name_zh, "
        "name_en, measure, direction, unit_of_measure, accumulation, frequency, lead_unit, due_month, required_stage, "
        "behind_floor, weight, continues)"
    ), (
        f"{d}\t{y}\t1\t{i.code}\t{i.ordinal}\t{i.section}\t{i.item}\t{'ft'[i.ordinal % 7 == 0]}"
        f"\t{'ft'[i.ordinal % 50 == 1]}\t指标{i.ordinal}\tIndicator {i.ordinal}\t{i.measure}\t{optional(i.direction)}"
        f"\t单位\t{i.accumulation}\t{i.frequency}\t{i.lead}\t{i.due_month}\t{optional(i.required_stage)}"
        f"\t{optional(i.floor)}\t{i.weight}\t{optional(i.code if i.measure in BASED else None)}"
        for d in ids for y in years for i in indicators)
    yield "plan.reporter (district_id, year, version, indicator, unit)", (
        f"{d}\t{y}\t1\t{i.code}\t{unit}" for d in ids for y in years for i in indicators for unit in i.reporters)
    yield "plan.profile (district_id, year, version, indicator, month, cumulative_pct)", (
        f"{d}\t{y}\t1\t{i.code}\t{month + 1}\t{percent}"
        for d in ids for y in years for i in indicators if i.has_profile for month, percent in enumerate(PROFILE))

    def targets():
        for d in ids:
            for y in years:
                chance = random.Random(f"{seed} target {d} {y}")
                for i in indicators:
                    if i.measure not in VALUED:
                        continue
                    value = i.target(chance)
                    yield f"{d}\t{y}\t1\t{i.code}\t1\t{decimal(value)}\t{y}-01-05"
                    if i.ordinal % 10 == 0:
                        yield f"{d}\t{y}\t1\t{i.code}\t2\t{decimal(value * 105 // 100)}\t{y}-07-01"

    yield "plan.target (district_id, year, version, indicator, revision, value, decided_on)", targets()

    def allocations():
        for d in ids:
            for y in years:
                chance = random.Random(f"{seed} allocation {d} {y}")
                for i in indicators:
                    if i.is_allocated:
                        whole = i.target(chance)
                        for unit in i.reporters:
                            value = whole if i.measure == "share" else whole // len(i.reporters)
                            yield f"{d}\t{y}\t1\t{i.code}\t{unit}\t{decimal(value)}"

    yield "plan.allocation (district_id, year, version, indicator, unit, value)", allocations()


def review_rule(district):
    """Every fourth district reviews each figure before it counts."""
    return "required" if district % 4 == 0 else "automatic"


def submissions(district, years, indicators, seed, batches, reviews):
    """Yields a district's submissions, month by month; adds its batches, one an instant, and its reviews to those given."""
    is_reviewed = review_rule(district) == "required"
    for year in years:
        running = {}
        for month in range(1, 13):
            chance = random.Random(f"{seed} {district} {year} {month}")
            uniform = chance.random
            period = f"{year}-{month:02d}-01"
            next_month = f"{year + month // 12}-{month % 12 + 1:02d}"
            line = 1
            for i in indicators:
                if month not in DUE_MONTHS[i.frequency]:
                    continue
                measure = i.measure
                adds_up = i.accumulation == "cumulative"
                for unit in i.reporters:
                    key = (i.code, unit)
                    luck = uniform()
                    if luck < 0.015:
                        continue
                    line += 1
                    value = int(i.scale * (0.7 + 0.6 * uniform()))
                    if adds_up:
                        value += running.get(key, 0)
                        running[key] = value
                    denominator = base = base_denominator = stage = progress = occurred = "\\N"
                    if measure in VALUED:
                        value_text = decimal(value * 1_000)
                        if measure == "share":
                            denominator = decimal(int(i.scale * 1.6) * 1_000)
                        elif measure == "growth":
                            if luck < 0.6:
                                base = decimal(int(value * (0.9 + 0.2 * uniform())) * 1_000)
                        elif measure == "intensity_change":
                            denominator = decimal(int(value * (4 + uniform())) * 1_000)
                            if luck < 0.6:
                                base = decimal(int(value * (0.95 + 0.1 * uniform())) * 1_000)
                                base_denominator = decimal(int(value * 4.5) * 1_000)
                    else:
                        value_text = "\\N"
                        done = min(100, month * 8 + int(20 * uniform()))
                        progress = decimal(done * 1_000_000)
                        if measure == "milestone":
                            stage = "completed" if done >= 95 else "started" if done > 15 else "not_started"
                            if stage != "not_started":
                                occurred = f"{year}-{month:02d}-15"
                    day = 2 + int(11 * luck * 1.05 % 11)
                    submitted = f"{next_month}-{day:02d}T08:00:00Z"
                    batch = batches.setdefault(submitted, len(batches) + 1)
                    accepted = "\\N" if is_reviewed else submitted
                    figures = f"{denominator}\t{base}\t{base_denominator}\t{stage}\t{progress}\t{occurred}"
                    yield (f"{district}\t{period}\t{i.code}\t{unit}\t1\t{batch}\t{line}\t{value_text}\t{figures}"
                           f"\t{submitted}\t{accepted}")
                    last = 1
                    if luck > 0.9:
                        if value_text != "\\N":
                            value_text = decimal(int(value * 1.01) * 1_000)
                        corrected = f"{next_month}-{day + 8:02d}T08:00:00Z"
                        batch = batches.setdefault(corrected, len(batches) + 1)
                        accepted = "\\N" if is_reviewed else corrected
                        yield (f"{district}\t{period}\t{i.code}\t{unit}\t2\t{batch}\t{line}\t{value_text}\t{figures}"
                               f"\t{corrected}\t{accepted}")
                        last = 2
                    if is_reviewed:
                        for revision in range(1, last + 1):
                            if luck < 0.05 or (luck > 0.97 and revision == 2):
                                outcome = "returned\t不一致"
                            elif luck > 0.95 and revision == 1:
                                # Corrected before anybody looked at it.
                                continue
                            else:
                                outcome = "accepted\t\\N"
                            reviewed = f"{next_month}-{day + 8 * (revision - 1):02d}T16:00:00Z"
                            sent = submitted if revision == 1 else corrected
                            reviews.append(
                                f"{district}\t{period}\t{i.code}\t{unit}\t{revision}\t{sent}\t{reviewed}\t{outcome}")
                    elif luck > 0.99:
                        reviewed = f"{next_month}-{day + 8:02d}T16:00:00Z"
                        sent = submitted if last == 1 else corrected
                        reviews.append(
                            f"{district}\t{period}\t{i.code}\t{unit}\t{last}\t{sent}\t{reviewed}\treturned\t不一致")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--districts", type=int, default=1)
    parser.add_argument("--years", type=int, default=2, help="years of history, the last one being %d" % LAST_YEAR)
    parser.add_argument("--indicators", type=int, default=150, help="indicators of a plan")
    parser.add_argument("--reporters", type=int, default=14, help="reporters of an indicator, on average")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    years = range(LAST_YEAR - arguments.years + 1, LAST_YEAR + 1)
    shape = random.Random(f"{arguments.seed} shape")
    units = units_of(arguments.reporters)
    indicators = [Indicator(place, units, arguments.reporters, shape) for place in range(arguments.indicators)]

    psql = subprocess.Popen(
        ["psql", "-Xq", "-v", "ON_ERROR_STOP=1"], stdin=subprocess.PIPE, text=True, encoding="utf-8")
    counts = {"submissions": 0, "reviews": 0}

    def copy(table, rows, counted=None):
        write = psql.stdin.write
        write(f"copy {table} from stdin;\n")
        gathered = []
        for row in rows:
            gathered.append(row)
            if len(gathered) == 2_000:
                if counted:
                    counts[counted] += len(gathered)
                write("\n".join(gathered) + "\n")
                gathered.clear()
        if counted:
            counts[counted] += len(gathered)
        write("".join(row + "\n" for row in gathered) + "\\.\n")

    # The rows refer to one another as they should by construction: looking each reference up would be most of the time.
    psql.stdin.write("set session_replication_role = replica;\n")
    psql.stdin.write("begin;\n")
    for table, rows in plan_tables(arguments.districts, years, units, indicators, arguments.seed):
        if table.startswith("plan.district "):
            psql.stdin.write("create temporary table district_row (like plan.district);\n")
            copy("district_row (district_id, district, name_zh, name_en)", rows)
            psql.stdin.write("insert into plan.district overriding system value select * from district_row;\n")
        else:
            copy(table, rows)
    psql.stdin.write("commit;\n")
    for district in range(1, arguments.districts + 1):
        batches, reviews = {}, []
        psql.stdin.write("begin;\n")
        copy(
            "intake.submission (district_id, period, indicator, unit, revision, batch_id, line, value, denominator, "
            "base_value, base_denominator, stage, progress, occurred_on, submitted_at, accepted_at)",
            submissions(district, years, indicators, arguments.seed, batches, reviews), "submissions")
        copy(
            "intake.batch (district_id, batch_id, file_name, content, line_count, outcome, received_at)",
            (f"{district}\t{batch}\tgenerated.csv\t\\\\x\t0\taccepted\t{sent}" for sent, batch in batches.items()))
        copy(
            "intake.review (district_id, period, indicator, unit, revision, submitted_at, reviewed_at, outcome, reason)",
            reviews, "reviews")
        psql.stdin.write("commit;\n")
    psql.stdin.close()
    if psql.wait() != 0:
        sys.exit(psql.returncode)
    print(f"{arguments.districts} districts, {len(years)} years, {len(indicators)} indicators: "
          f"{counts['submissions']} submissions, {counts['reviews']} reviews")


if __name__ == "__main__":
    main()
