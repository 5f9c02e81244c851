#!/usr/bin/env python3
"""Opens the page of a month in headless Chromium and looks at it.

    look.py figures BULLETIN    every figure on it against the files of data/ beside it, in both languages
    look.py layout BULLETIN     at 1280 and 360 pixels: overflow, missing glyphs, outside requests, accessibility (axe)
    look.py print BULLETIN      on A4
    look.py hostile BULLETIN    a page into whose names and notes markup was written
    look.py shoot BULLETIN DIR  screenshots and a PDF, for people

The last line says what was looked at. Chromium is Debian's; DABIAO_CHROMIUM names another.
"""

import csv
import os
import re
import sys
from collections import Counter
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ANCHORS = ("zh", "en")
WIDTHS = (1280, 360)
LIGHTS = ("green", "yellow", "red", "grey")
CHROMIUM = os.environ.get("DABIAO_CHROMIUM", "/usr/bin/chromium")


@contextmanager
def browser():
    with sync_playwright() as playwright:
        # The sandbox of Chromium refuses to run as root, as tests in a container do.
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()


def opened(chromium, path, anchor, width=1280, **options):
    page = chromium.new_page(viewport={"width": width, "height": 900}, **options)
    page.requests = []
    page.on("request", lambda request: page.requests.append(request.url))
    page.goto(f"{Path(path).resolve().as_uri()}#{anchor}")
    return page


def rows(path, name):
    with open(Path(path).parent / "data" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Data:
    """The files of data/, as the page refers to them."""

    def __init__(self, path):
        self.targets = {row["indicator"]: row for row in rows(path, "attainment") if not row["unit"]}
        self.headline = {row["indicator"]: row for row in rows(path, "headline")}
        self.sections = {row["section"]: row for row in rows(path, "section_summary")}
        self.scorecards = {row["unit"]: row for row in rows(path, "department_scorecard")}
        self.livelihood = {row["indicator"]: row for row in rows(path, "livelihood_projects")}
        self.findings = Counter(row["code"] for row in rows(path, "findings"))
        trend = rows(path, "trend")
        self.trend = {(row["indicator"], row["month"]): row for row in trend}
        months = sorted({row["month"] for row in trend})
        self.last = months[-2] if len(months) > 1 else None
        self.by_month = {
            month: Counter(row["light"] for row in trend if row["month"] == month) for month in months
        }
        self.lights = Counter(row["light"] for row in self.targets.values())
        self.moves = Counter(
            (self.trend[code, self.last]["light"], row["light"]) for code, row in self.targets.items() if self.last
        )

    def cell(self, row, column):
        """What the page must print; a dash for nothing."""
        kind, *key = row.split(" ")
        if kind == "findings":
            return str(self.findings[key[0]])
        if kind == "lights":
            return str(self.by_month[key[0]][column])
        if kind == "change":
            return str(self.moves[key[0], column])
        if kind == "trend":
            month = self.last if key[1] == "last" else key[1]
            return self.trend[key[0], month][column] or "–"
        table = {
            "attainment": self.targets,
            "headline": self.headline,
            "section_summary": self.sections,
            "department_scorecard": self.scorecards,
        }[kind]
        return table[key[0]][column] or "–"

    def behind(self):
        """Codes in the order of the page: red, yellow; the lowest pace; the highest expectation; plan order."""
        behind = [(place, row) for place, row in enumerate(self.targets.values()) if row["light"] in ("red", "yellow")]

        def key(item):
            place, row = item
            pace = Decimal(row["pace_pct"]) if row["pace_pct"] else Decimal("Infinity")
            expected = Decimal(row["expected_pct"]) if row["expected_pct"] else Decimal("-Infinity")
            return (("red", "yellow").index(row["light"]), pace, -expected, place)

        return [row["indicator"] for _, row in sorted(behind, key=key)]


def figures(path):
    data = Data(path)
    faults = []
    compared = 0

    def check(found, wanted, what):
        nonlocal compared
        compared += 1
        if found != wanted:
            faults.append(f"{what}: found {found!r}, wanted {wanted!r}")

    with browser() as chromium:
        for anchor in ANCHORS:
            page = opened(chromium, path, anchor)
            cells = page.evaluate(
                """anchor => [...document.querySelectorAll(`#${anchor} [data-c]`)].map(element => [
                     element.closest('[data-row]').dataset.row, element.dataset.c, element.textContent])""",
                anchor,
            )
            for row, column, text in cells:
                check(text, data.cell(row, column), f"{anchor} {row} {column}")
            listed = page.evaluate(
                """anchor => [...document.querySelectorAll(`#${anchor} .all tbody tr`)].map(row => [
                     row.dataset.row.split(' ')[1], row.querySelector('th').innerText, row.querySelector('.verdict').className])""",
                anchor,
            )
            check([code for code, _, _ in listed], list(data.targets), f"{anchor}: all targets in plan order")
            names = {"zh": "name_zh", "en": "name_en"}[anchor]
            page_names = page.evaluate(
                """anchor => [...document.querySelectorAll(`#${anchor} .all tbody th`)].map(cell => cell.textContent)""",
                anchor,
            )
            for (code, _, mark), name in zip(listed, page_names):
                wanted = data.targets[code]
                check(name.replace(" ★", ""), f"{code} {wanted[names]}", f"{anchor} {code} name")
                check(mark, f"verdict {wanted['light']}", f"{anchor} {code} light")
            told = page.evaluate(
                """anchor => [...document.querySelectorAll(`#${anchor}-behind`)].flatMap(heading => [
                     ...heading.parentElement.querySelectorAll('li[data-row], tr[data-row]')].map(row => row.dataset.row.split(' ')[1]))""",
                anchor,
            )
            check(told, data.behind(), f"{anchor}: what is behind, largest shortfall first")
            tiles = page.evaluate(
                """anchor => [...document.querySelectorAll(`#${anchor} [data-light]`)].map(tile => [
                     tile.dataset.light, tile.textContent])""",
                anchor,
            )
            check(dict(tiles), {light: str(data.lights[light]) for light in LIGHTS}, f"{anchor}: tiles")
            summary = page.locator(f"#{anchor} .overview .summary").inner_text()
            words = [len(data.targets)] + [data.lights[light] for light in LIGHTS]
            check([int(number) for number in re.findall(r"\d+", summary)], words, f"{anchor}: lights in words")
            scores = [Decimal(card["score"]) for card in data.scorecards.values() if card["score"]]
            ranked = page.evaluate(
                """anchor => [...document.querySelectorAll(`#${anchor} .departments [data-c=score]`)].map(cell => cell.textContent)""",
                anchor,
            )
            check(len(ranked), len(data.scorecards), f"{anchor}: departments")
            check([Decimal(s) for s in ranked if s != "–"], sorted(scores, reverse=True), f"{anchor}: order of scores")
            projects = page.evaluate(
                """anchor => [...document.querySelectorAll(`#${anchor}-livelihood`)].flatMap(heading => [
                     ...heading.parentElement.querySelectorAll('tr[data-row]')].map(row => row.dataset.row.split(' ')[1]))""",
                anchor,
            )
            check(sorted(projects), sorted(data.livelihood), f"{anchor}: livelihood projects")
            page.close()
    return faults, f"{compared} figures and names are those of data/"


# The elements that reach past the page's width, those apart that scroll inside a box of their own.
OVERFLOWING = """width => [...document.querySelectorAll('body *')].filter(element => {
  const box = element.closest('.scroll');
  return (!box || box === element) && element.getBoundingClientRect().right > width + 0.5
    && element.getClientRects().length > 0;
}).slice(0, 5).map(element => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`)"""

# The characters that the font stack draws as it draws a character that no font has.
MISSING = """() => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  context.canvas.width = context.canvas.height = 24;
  context.font = '16px ' + getComputedStyle(document.body).fontFamily;
  const drawn = character => {
    context.clearRect(0, 0, 24, 24);
    context.fillText(character, 3, 18);
    return context.getImageData(0, 0, 24, 24).data.join();
  };
  const none = ['\\u{10FFFD}', '\\u{E001}', '\\u{0378}'].map(drawn);
  const characters = [...new Set(document.body.textContent)].filter(character => character.trim());
  return [characters.length, characters.filter(character => none.includes(drawn(character)))];
}"""

# Leaves one edition and the first rows of every table and list.
SHORTENED = """anchor => {
  for (const edition of document.querySelectorAll('.edition')) if (edition.id !== anchor) edition.remove();
  for (const list of document.querySelectorAll('tbody, ul:not(.tiles), ol'))
    [...list.children].slice(3).forEach(child => child.remove());
}"""


def layout(path):
    faults = []
    characters = 0
    rules = 0
    with browser() as chromium:
        for anchor in ANCHORS:
            for width in WIDTHS:
                where = f"{anchor} at {width}"
                page = opened(chromium, path, anchor, width)
                for state in ("closed", "open"):
                    if state == "open":
                        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
                    scroll = page.evaluate("document.documentElement.scrollWidth")
                    if scroll > width:
                        faults.append(f"{where}, lists {state}: {scroll} pixels wide: {page.evaluate(OVERFLOWING, width)}")
                shown = page.evaluate("[...document.querySelectorAll('.edition')].filter(e => e.offsetHeight).map(e => e.id)")
                if shown != [anchor]:
                    faults.append(f"{where}: shows {shown}")
                characters, missing = page.evaluate(MISSING)
                if missing:
                    faults.append(f"{where}: no glyph for {missing}")
                outside = [url for url in page.requests if not url.startswith("file://")] + page.requests[1:]
                if outside:
                    faults.append(f"{where}: asks for {outside}")
                if page.evaluate("document.scripts.length"):
                    faults.append(f"{where}: holds a script")
                if width == WIDTHS[0]:
                    # All lists are open; three rows of each are like the hundred others, and judged in a hundredth of the time.
                    page.evaluate(SHORTENED, anchor)
                    result = Axe().run(page, options={"resultTypes": ["violations"]})
                    rules = len(result.response["passes"])
                    for violation in result.response["violations"]:
                        nodes = [node["html"][:160] for node in violation["nodes"][:3]]
                        faults.append(f"{where}: axe {violation['id']} ({violation['impact']}): {nodes}")
                page.close()
        # The switch works by a click, with scripts switched off, and back.
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(Path(path).resolve().as_uri())
        seen = []
        for name in ("English", "中文"):
            seen.append([page.locator(f"#{anchor} h1").is_visible() for anchor in ANCHORS])
            page.locator(".switch a:visible", has_text=name).click()
        seen.append([page.locator(f"#{anchor} h1").is_visible() for anchor in ANCHORS])
        if seen != [[True, False], [False, True], [True, False]]:
            faults.append(f"the language switch, without scripts: {seen}")
    return faults, (
        f"no overflow at {WIDTHS[0]} and {WIDTHS[1]} pixels in either language, {characters} characters all with glyphs, "
        f"no request, no script, {rules} axe rules pass"
    )


def printed(path):
    faults = []
    counts = []
    with browser() as chromium:
        for anchor in ANCHORS:
            page = opened(chromium, path, anchor)
            page.emulate_media(media="print")
            # A4 less its margins, at 96 pixels to the inch.
            width = round((210 - 30) / 25.4 * 96)
            page.set_viewport_size({"width": width, "height": 1000})
            scroll = page.evaluate("document.documentElement.scrollWidth")
            if scroll > width:
                faults.append(f"{anchor}: {scroll} pixels wide on paper of {width}: {page.evaluate(OVERFLOWING, width)}")
            pdf = page.pdf(prefer_css_page_size=True, print_background=True)
            pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
            boxes = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf))
            sizes = {tuple(round(float(n)) for n in box.split()) for box in boxes}
            # Chromium rounds A4 to whole pixels before it makes points of them.
            if any(abs(size[2] - 595) > 1 or abs(size[3] - 842) > 1 for size in sizes) or not sizes:
                faults.append(f"{anchor}: pages of {sizes} points, A4 is 595 by 842")
            if not 3 <= pages <= 14:
                faults.append(f"{anchor}: {pages} pages")
            counts.append(pages)
            page.close()
    return faults, f"prints on A4 in {counts[0]} pages (Chinese) and {counts[1]} (English), none cut off"


HOSTILE = ("<script>", "</style>", "]]>", "onmouseover=", "<img")


def hostile(path):
    faults = []
    with browser() as chromium:
        for anchor in ANCHORS:
            page = opened(chromium, path, anchor)
            alive = page.evaluate(
                """() => [...document.querySelectorAll('script, img, iframe, object, embed, link, form, base')].map(e => e.outerHTML)
                   .concat([...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
                     .filter(a => a.name.startsWith('on') || /^javascript:/i.test(a.value)).map(a => a.name + '=' + a.value))"""
            )
            if alive:
                faults.append(f"{anchor}: alive: {alive[:5]}")
            styles = page.evaluate("document.querySelectorAll('style').length")
            if styles != 1:
                faults.append(f"{anchor}: {styles} style elements")
            text = page.evaluate("anchor => document.getElementById(anchor).textContent", anchor)
            for mark in HOSTILE:
                if mark not in text:
                    faults.append(f"{anchor}: {mark} is not readable as text; was it put in?")
            if page.evaluate("document.title").count("·") != 1:
                faults.append(f"{anchor}: title {page.evaluate('document.title')}")
            page.close()
    return faults, "markup in names, notes and reasons is text"


def shoot(path, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with browser() as chromium:
        for anchor in ANCHORS:
            for width in WIDTHS:
                page = opened(chromium, path, anchor, width)
                page.screenshot(path=folder / f"{anchor}-{width}.png", full_page=True)
                page.close()
            page = opened(chromium, path, anchor)
            page.pdf(path=folder / f"{anchor}.pdf", prefer_css_page_size=True, print_background=True)
            page.close()
    return [], f"screenshots and PDFs are in {folder}"


def main(arguments):
    looks = {"figures": figures, "layout": layout, "print": printed, "hostile": hostile, "shoot": shoot}
    if len(arguments) < 2 or arguments[0] not in looks:
        sys.exit(__doc__)
    faults, said = looks[arguments[0]](*arguments[1:])
    for fault in faults[:20]:
        print(fault)
    print(f"{len(faults)} faults where {said}" if faults else said)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
