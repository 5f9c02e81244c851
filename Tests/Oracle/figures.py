"""Figures, months and instants as they are written (docs/method.md, sections 1 and 2)."""

import datetime
import re
from fractions import Fraction

HUNDRED = Fraction(100)

FIGURE = re.compile(r"[+-]?(\d*)(?:\.(\d*))?")


def figure(text):
    """The exact decimal that `text` writes, or None where it is empty; more than 14 + 6 digits are an error."""
    if text == "":
        return None
    match = FIGURE.fullmatch(text)
    if not match or not (match[1] or match[2]):
        raise ValueError(f"not a decimal: {text!r}")
    if len(match[1].lstrip("0")) > 14 or len((match[2] or "").rstrip("0")) > 6:
        raise ValueError(f"more than 14 integer or 6 fraction digits: {text!r}")
    return Fraction(text)


def rounded_units(number, decimals):
    """How many units of the last decimal |number| comes to, half away from zero (四舍五入)."""
    scaled, divisor = abs(number.numerator) * 10**decimals, number.denominator
    return (2 * scaled + divisor) // (2 * divisor)


def rounded(number, decimals):
    """`number` as a fraction, rounded half away from zero."""
    size = Fraction(rounded_units(number, decimals), 10**decimals)
    return -size if number < 0 else size


def printed(number, decimals=4):
    """`number` rounded once, without trailing zeros; empty for None."""
    if number is None:
        return ""
    units = rounded_units(number, decimals)
    whole, rest = divmod(units, 10**decimals)
    fraction = str(rest).zfill(decimals).rstrip("0") if decimals else ""
    sign = "-" if number < 0 and units else ""
    return f"{sign}{whole}" + (f".{fraction}" if fraction else "")


def exact(number):
    """A figure, or a sum of figures, whole in six decimals. Decision: a sum is no quotient, so it is not rounded."""
    return printed(number, 6)


def decimals_of(number):
    """How many decimals a figure has, without zeros at its end."""
    return len(exact(number).partition(".")[2])


def instant(text):
    moment = datetime.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"an instant needs its offset from UTC: {text!r}")
    return moment


def month_of(text):
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise ValueError(f"not a month: {text!r}")
    return int(text[:4]), int(text[5:])


def month_text(year, month):
    return f"{year:04d}-{month:02d}"
