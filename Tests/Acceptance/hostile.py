"""Writes workbooks that ask for more than a sheet of figures does.

    /usr/bin/python3 Tests/Acceptance/hostile.py FOLDER
"""

import os
import sys
import zipfile

HEAD = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in ("指标", "单位", "期间", "数值"))
LINE = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in ("2.2.1", "statistics", "2020-06", "1"))
SOUND = f"<row>{HEAD}</row><row>{LINE}</row>"


def workbook(path, sheet, texts="<sst/>", extra=(), styles="<styleSheet/>"):
    """A workbook whose sheet is given in pieces, so that gigabytes are written without being held."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", '<Relationships><Relationship Id="a" Type="x/officeDocument" '
                                        'Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("xl/workbook.xml", '<workbook><sheets><sheet name="s" id="r"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels",
                         '<Relationships><Relationship Id="r" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
                         '<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/>'
                         '<Relationship Id="t" Type="x/styles" Target="styles.xml"/></Relationships>')
        archive.writestr("xl/styles.xml", styles)
        archive.writestr("xl/sharedStrings.xml", texts)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for piece in sheet:
                part.write(piece.encode())
        for name, data in extra:
            archive.writestr(name, data)


def sheet(*middle, before="", after=""):
    yield f"<worksheet>{before}<sheetData>"
    yield from middle
    yield f"</sheetData>{after}</worksheet>"


def many(text, count):
    piece = text * 4096
    for _ in range(count // 4096):
        yield piece


def main(folder):
    os.makedirs(folder)

    def path(name):
        return os.path.join(folder, name + ".xlsx")

    workbook(path("gigabyte-of-blanks"), sheet(SOUND, *many(" " * 1024, 1 << 20)))
    workbook(path("gigabyte-of-rows"), sheet(SOUND, *many("<row/>" * 8, 1 << 22)))
    workbook(path("millions-of-cells"), sheet(SOUND, *many(f"<row>{LINE}</row>", 1 << 20)))
    workbook(path("far-row"), sheet(SOUND, '<row r="2147483647"><c r="A2147483647"><v>1</v></c></row>'))
    workbook(path("far-column"), sheet(SOUND, '<row r="3"><c r="XFE3"><v>1</v></c></row>'))
    workbook(path("far-cell-with-content"), sheet(SOUND, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    workbook(path("merged-over-the-sheet"), sheet(SOUND, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))
    workbook(path("merges"), sheet(SOUND, after="<mergeCells>" + '<mergeCell ref="A2:D1048576"/>' * 200_000 + "</mergeCells>"))
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10)) + "]>"
    workbook(path("laughs"), iter([laughs + f"<worksheet><sheetData>{SOUND}</sheetData>&k;</worksheet>"]))
    workbook(path("external-entity"), iter(['<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData>'
                                            "<row><c><v>&a;</v></c></row></sheetData></worksheet>"]))
    workbook(path("nested"), sheet(SOUND, "<a>" * 1_000_000))
    workbook(path("long-tag"), sheet(SOUND, "<row " + 'a="b" ' * 4_000_000 + "/>"))
    workbook(path("texts"), sheet(SOUND), texts="<sst>" + "<si><t>" + "x" * 1024 + "</t></si>" * 1 + "<si><t>y</t></si>" * 8_000_000 + "</sst>")
    workbook(path("formats"), sheet(SOUND, '<row><c s="0"><v>1</v></c></row>'), styles="<styleSheet><numFmts>" + '<numFmt numFmtId="200" formatCode="' + "0;" * 500 + '"/>' * 200_000 + "</numFmts></styleSheet>")
    workbook(path("many-parts"), sheet(SOUND), extra=[(f"x/{number}", "") for number in range(20_000)])
    with zipfile.ZipFile(path("nothing-else"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(1 << 30))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
