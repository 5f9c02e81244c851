"""The year so far in points, for each unit of the plan (docs/method.md, section 15)."""

from dataclasses import dataclass
from fractions import Fraction

from judgement import credit_of

OF_FINDINGS = ("missing", "late", "returned")


@dataclass
class Point:
    unit: str
    rule: str
    indicator: str
    month: int        # of the figure
    points: Fraction


@dataclass
class Appraisal:
    unit: str
    score: Fraction
    allocations_score: Fraction
    points: Fraction
    total: Fraction
    grade: str


def weighted_mean(pairs):
    pairs = [(weight, credit) for weight, credit in pairs if credit is not None]
    weights = sum(weight for weight, _ in pairs)
    return sum(weight * credit for weight, credit in pairs) / weights if weights else None


def score_of(rows):
    """The weighted mean of the credits."""
    return weighted_mean((each.indicator.weight, credit_of(each)) for each in rows)


def attained_early(indicator, series):
    """Whether it is attained, and was already, by the same figures, in a month before its due month."""
    return series[-1][1].result.verdict == "attained" and any(
        row.result.verdict == "attained" for month, row in series if month < indicator.due_month)


def points_of(publication):
    """Every point, in the order of units.csv, then of appraisal.csv, then of the findings or the plan."""
    points = {unit: [] for unit in publication.plan.units}
    for rule, (number, _) in publication.plan.appraisal.items():
        if rule in OF_FINDINGS:
            for each in publication.findings:
                if each.code == rule:
                    points[each.unit].append(Point(each.unit, rule, each.indicator, each.month, number))
            continue
        for indicator in publication.plan.indicators:
            series = publication.trend[indicator.code]
            verdict, month = series[-1][1].result.verdict, series[-1][1].measured.figure_month
            if attained_early(indicator, series) if rule == "attained_early" else verdict == rule:
                points[indicator.lead_unit].append(Point(indicator.lead_unit, rule, indicator.code, month, number))
    return points


def sum_of(plan, points):
    """The points of a unit, the sum of each rule bounded by its limit either way."""
    total = Fraction(0)
    for rule, (_, limit) in plan.appraisal.items():
        own = sum((each.points for each in points if each.rule == rule), Fraction(0))
        total += own if limit is None else max(-limit, min(own, limit))
    return total


def grade_of(plan, total):
    reached = [(least, grade) for least, grade in plan.grades if total is not None and least <= total]
    return max(reached)[1] if reached else ""


def appraise(publication):
    """(appraisals, points), in the order of units.csv."""
    plan, appraisals, every = publication.plan, [], points_of(publication)
    for unit, points in every.items():
        score = score_of([each for each in publication.rows if not each.unit and each.indicator.lead_unit == unit])
        allocated = weighted_mean((Fraction(1), credit_of(each)) for each in publication.rows if each.unit == unit)
        means = [each for each in (score, allocated) if each is not None]
        total = sum(means) / len(means) + sum_of(plan, points) if means else None
        appraisals.append(Appraisal(unit, score, allocated, sum_of(plan, points), total, grade_of(plan, total)))
    return appraisals, [each for points in every.values() for each in points]
