"""Word documents: numbers that people see, what tracked changes took out, notes, boxes, tables, and hostile ones."""

import zipfile
from pathlib import Path

import pytest
from word_examples import docx, listed, para, run, table

from ingest.documents import Flowing, read_document
from ingest.docx import DocxSettings, read_docx
from ingest.errors import BrokenPaper, LockedPaper, NotAPaper, PaperError
from ingest.pack import read_pack
from ingest.papers import PackKind


def read(tmp_path: Path, body: str, **parts: str) -> Flowing:
    """A document with this body, as read."""
    return read_document(docx(tmp_path / "a.docx", body, **parts))


def texts(tmp_path: Path, body: str, **parts: str) -> list[str]:
    """The lines of a document with this body."""
    return [line.text for line in read(tmp_path, body, **parts).pages[0].lines]


def test_a_document_has_no_pages(tmp_path: Path) -> None:
    """One sheet, which is never shown as a page."""
    read_ = read(tmp_path, para("Minutes") + para("Noted."))
    assert (read_.paged, len(read_.pages), read_.pages[0].text) == (False, 1, "Minutes\nNoted.")


def test_numbers_of_lists_are_in_the_text(tmp_path: Path) -> None:
    """As Word prints them: levels nest, a deeper one starts again, bullets are bullets."""
    body = listed("Roads") + listed("Noted", depth=1) + listed("One", depth=2) + listed("Two", depth=2)
    body += listed("Parks") + listed("Agreed", depth=1) + listed("A point", number=2)
    assert texts(tmp_path, body) == [
        "1. Roads", "1.1 Noted", "a) One", "b) Two", "2. Parks", "2.1 Agreed", "• A point",
    ]  # fmt: skip


def test_a_list_may_start_anew_and_a_style_may_number(tmp_path: Path) -> None:
    """A start given by the list itself counts once; a paragraph's style can bring a number and boldness."""
    body = para("Apologies", '<w:pStyle w:val="Item"/>') + listed("Seventh", 3) + listed("Eighth", 3)
    lines = read(tmp_path, body).pages[0].lines
    assert [(line.text, line.bold) for line in lines] == [
        ("1. Apologies", True),
        ("7. Seventh", False),
        ("8. Eighth", False),
    ]


def test_headings_and_bold_openings(tmp_path: Path) -> None:
    """A heading is larger than the text; a paragraph that opens in bold says with which words."""
    body = para("Cabinet", '<w:pStyle w:val="H1"/>')
    body += f"<w:p>{run('Planning ', '<w:b/>')}{run('– the council met.')}</w:p>"
    heading, paragraph = read(tmp_path, body).pages[0].lines
    assert (heading.size, heading.bold, paragraph.size) == (16.0, True, 10.0)
    assert (paragraph.text, paragraph.bold, paragraph.lead) == ("Planning – the council met.", False, "Planning")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            f"<w:p>{run('The loan is ')}<w:del>{run('£10m')}</w:del><w:ins>{run('£16m')}</w:ins></w:p>",
            "The loan is £16m",
        ),
        (f"<w:p>{run('Open')}{run(' secret', '<w:vanish/>')}{run(' struck', '<w:strike/>')}</w:p>", "Open"),
        ("<w:p>" + run("Not hidden", '<w:vanish w:val="0"/>') + "</w:p>", "Not hidden"),
        (f"<w:p><w:hyperlink>{run('the report')}</w:hyperlink></w:p>", "the report"),
        (f"<w:p>{run('R E S O L V E D that')}</w:p>", "RESOLVED that"),
        ("<w:p><w:r><w:t>Item</w:t><w:tab/><w:t>4</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r></w:p>", "Item 4-5"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>" + para("Noted."), "Noted."),
        (para("Contents 3", '<w:pStyle w:val="T1"/>') + para("Noted."), "Noted."),
        (f"<w:sdt><w:sdtContent>{para('Held')}</w:sdtContent></w:sdt>", "Held"),
    ],
)
def test_what_a_reader_of_the_document_sees(tmp_path: Path, body: str, text: str) -> None:
    """Insertions in, deletions and hidden text out, fields as they print, contents lists left out."""
    assert texts(tmp_path, body) == [text]


def test_notes_and_boxes_follow_their_paragraph(tmp_path: Path) -> None:
    """A footnote is marked where it is called; a text box is read once though written twice."""
    box = f"<w:txbxContent>{para('Boxed')}</w:txbxContent>"
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p>{run('It grew')}{call}</w:p><w:p>{run('See')}<w:r>{both}</w:r></w:p>"
    notes = f'<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2">{para("By 3 %.")}</w:footnote>'
    assert texts(tmp_path, body, footnotes=notes) == ["It grew[1]", "[1] By 3 %.", "See", "Boxed"]


def test_heads_and_feet_stand_once(tmp_path: Path) -> None:
    """What pages carry is read once, page numbers are not."""
    parts = {"header1": para("DRAFT"), "footer1": para("Page 1 of 9"), "footer2": para("Chairman")}
    assert texts(tmp_path, para("Noted."), **parts) == ["DRAFT", "Noted.", "Chairman"]


def test_a_table_has_header_rows_and_its_place_among_the_lines(tmp_path: Path) -> None:
    """Cells are lines too, so that what is quoted stands on the sheet."""
    body = para("Council tax") + table(("Band", "2023/24 (£)"), ("A", "1,407.71"), ("B", "1,642.33"), bold=True)
    found = read(tmp_path, body)
    (held,) = found.tables
    assert (held.header, held.rows, held.unit) == (("Band", "2023/24 (£)"), (("A", "1,407.71"), ("B", "1,642.33")), "£")
    assert held.row_boxes == ((0.0, 30.0, 0.0, 50.0), (0.0, 50.0, 0.0, 70.0))
    assert found.pages[0].holds("A\t1,407.71")


def test_cells_that_span(tmp_path: Path) -> None:
    """A cell over columns stands once, a cell over rows in each of them."""
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{para("Cost", bold=True)}</w:tc>'
    head = f"<w:tr><w:tc>{para('Year', bold=True)}</w:tc>{wide}</w:tr>"
    first = f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{para("2024")}</w:tc>'
    more = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{para('')}</w:tc>"
    cells = [f"<w:tc>{para(text)}</w:tc>" for text in ("Staff", "£3", "Rent", "£4")]
    body = f"<w:tbl>{head}{first}{cells[0]}{cells[1]}</w:tr>{more}{cells[2]}{cells[3]}</w:tr></w:tbl>"
    (held,) = read(tmp_path, body).tables
    assert held.rows == (("2024", "Staff", "£3"), ("2024", "Rent", "£4"))


def test_a_table_that_only_lays_out_minutes_is_text(tmp_path: Path) -> None:
    """A number in a cell is joined to the item beside it."""
    found = read(tmp_path, table(("1.", "Apologies"), ("", "There were none."), ("2.", "Minutes")))
    assert ([line.text for line in found.pages[0].lines], found.tables) == (
        ["1. Apologies", "There were none.", "2. Minutes"],
        (),
    )


def test_minutes_are_read_from_a_document(tmp_path: Path) -> None:
    """Items numbered by Word alone are items."""
    body = para("Parish Council", bold=True) + para("Tuesday 2 September 2025") + para("Present: Cllr Hart")
    body += para("Apologies", '<w:pStyle w:val="Item"/>') + para("None.") + para("Roads", '<w:pStyle w:val="Item"/>')
    pack = read_pack(docx(tmp_path / "a.docx", body + para("The report was noted.")))
    assert (pack.kind, pack.paged) == (PackKind.MINUTES, False)
    assert [(item.number, item.title) for item in pack.items if item.number] == [("1", "Apologies"), ("2", "Roads")]


def test_minutes_in_a_table_with_a_column_of_actions(tmp_path: Path) -> None:
    """The rows are a table, and the numbers beside them head items."""
    rows = (("No", "Item", "Action"), ("1", "Roof. It leaks. Quotations are wanted.", "VW"), ("2", "Gardens", "XY"))
    body = para("Parish Council", bold=True) + para("Monday 10 February 2025") + para("Present: Cllr Ash")
    pack = read_pack(docx(tmp_path / "a.docx", body + table(*rows, bold=True) + para("The meeting closed at 9pm.")))
    assert [(item.number, item.title) for item in pack.items] == [
        ("", "Attendance"), ("1", "Roof"), ("2", "Gardens"), ("", "Close of the meeting"),
    ]  # fmt: skip
    assert [(table.header, table.rows) for table in pack.tables] == [(rows[0], rows[1:])]


def bomb(path: Path) -> Path:
    """A document that would unpack to far more than it weighs."""
    return docx(path, para("a" * 3_000_000))


def entities(path: Path) -> Path:
    """A document whose XML declares entities that multiply."""
    declared = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"{declared}<d>&b;</d>")
    return path


def deep(path: Path) -> Path:
    """A document with tables in tables in tables."""
    return docx(path, "<w:tbl><w:tr><w:tc>" * 2000 + para("x") + "</w:tc></w:tr></w:tbl>" * 2000)


@pytest.mark.parametrize("make", [bomb, entities, deep])
def test_a_hostile_document_fails_with_its_reason(tmp_path: Path, make: object) -> None:
    """Whatever it unpacks to, declares or nests."""
    assert callable(make)
    with pytest.raises(BrokenPaper, match=r"^a\.docx: "):
        read_docx(make(tmp_path / "a.docx"), DocxSettings(largest=1_000_000))


@pytest.mark.parametrize(
    ("held", "error"),
    [(b"PK\x03\x04 cut", BrokenPaper), (b"\xd0\xcf\x11\xe0 old", LockedPaper), (b"%PDF-1.4", BrokenPaper)],
)
def test_what_is_no_document_says_why(tmp_path: Path, held: bytes, error: type[PaperError]) -> None:
    """Cut short, of an old Word, or something else."""
    (tmp_path / "a.docx").write_bytes(held)
    with pytest.raises(error, match=r"^a\.docx: "):
        read_docx(tmp_path / "a.docx")


def test_another_zip_is_no_document(tmp_path: Path) -> None:
    """An archive without Word's text."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(NotAPaper):
        read_docx(tmp_path / "a.docx")
