"""PDF files: words with boxes, structure, turned pages, pictures of pages, and what cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from paper_examples import pdf, running
from pypdf.constants import PageLabelStyle
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import BrokenPaper, LockedPaper, NotAPaper, PaperError
from ingest.legible import is_garbled, why_unread
from ingest.pdf import picture, read_pdf
from ingest.structure import Entry

PROSE = "The Cabinet agreed the loan for the solar farm at its meeting and asked for a report."


def test_lines_have_their_words_boxes_size_and_weight(tmp_path: Path) -> None:
    """Boxes run from the top left of the page, and a bold line is known."""
    sheet = read_pdf(pdf(tmp_path / "a.pdf", running("#Minutes", "The loan was agreed."))).pages[0]
    assert sheet.text == "Minutes\nThe loan was agreed."
    assert [(line.size, line.bold) for line in sheet.lines] == [(11.0, True), (11.0, False)]
    assert [word.text for word in sheet.words] == ["Minutes", "The", "loan", "was", "agreed."]
    left, top, right, bottom = sheet.words[0].box
    assert (round(left), round(bottom), top > 88, right < 110) == (61, 100, True, True)


def set_in_pieces(path: Path, *pieces: tuple[float, float, str, str]) -> Path:
    """A PDF's page with texts at places from the left and the top, each in its font."""
    canvas = Canvas(str(path), pagesize=A4)
    for left, top, font, text in pieces:
        canvas.setFont(font, 11)
        canvas.drawString(left, A4[1] - top, text)
    canvas.save()
    return path


def test_a_line_set_in_uneven_pieces_is_one(tmp_path: Path) -> None:
    """Words a little above and below their line; what stands far to the right is another."""
    font = "Helvetica"
    pieces = [
        (60, 100, font, "The loan"),
        (106, 101.8, font, "was"),
        (128, 99, font, "agreed."),
        (400, 100, font, "JN"),
    ]
    (page,) = read_pdf(set_in_pieces(tmp_path / "a.pdf", *pieces)).pages
    assert page.text.startswith("The loan was agreed.")


def test_the_words_in_bold_that_a_line_opens_with_are_known(tmp_path: Path) -> None:
    """After its number, though that is not bold."""
    bold = [
        (60, 100, "Helvetica", "3. "),
        (72, 100, "Helvetica-Bold", "Police Report"),
        (152, 100, "Helvetica", "None."),
    ]
    (page,) = read_pdf(set_in_pieces(tmp_path / "a.pdf", *bold)).pages
    assert [(line.text, line.lead, line.bold) for line in page.lines] == [
        ("3. Police Report None.", "Police Report", False)
    ]


@pytest.mark.parametrize(
    ("told", "modified"),
    [("D:20250514203746+01'00'", "2025-05-14T20:37:46"), ("yesterday", ""), ("D:20251399000000Z", "")],
)
def test_when_the_file_was_changed(told: str, modified: str, tmp_path: Path) -> None:
    """The time that it gives; what is no time says nothing."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(*A4)
    writer.add_metadata({"/ModDate": told})
    writer.write(tmp_path / "a.pdf")
    assert read_pdf(tmp_path / "a.pdf").modified == modified


def test_labels_outline_and_title_are_read(tmp_path: Path) -> None:
    """What the file says of itself: the PDF's own page labels, its outline with depths, its title."""
    path = tmp_path / "a.pdf"
    writer = pypdf.PdfWriter()
    for _ in range(3):
        writer.add_blank_page(*A4)
    writer.set_page_label(0, 0, style=PageLabelStyle.LOWERCASE_ROMAN)
    writer.set_page_label(1, 2, style=PageLabelStyle.DECIMAL, start=1)
    report = writer.add_outline_item(title="12  Outturn", page_number=1)
    writer.add_outline_item(title="Appendix A", page_number=2, parent=report)
    writer.add_metadata({"/Title": "Cabinet \n pack"})
    writer.write(path)
    read = read_pdf(path)
    assert [page.label for page in read.pages] == ["i", "1", "2"]
    assert read.outline == (Entry(0, "12 Outturn", 2), Entry(1, "Appendix A", 3))
    assert read.title == "Cabinet pack"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_has_its_boxes_as_seen(tmp_path: Path, turn: int) -> None:
    """A text at the stored page's top left is seen where the turn puts it, within the page as seen."""
    path = pdf(tmp_path / "a.pdf", [(50, "Landscape")])
    writer = pypdf.PdfWriter(clone_from=path)
    writer.pages[0].rotate(turn)
    writer.write(path)
    page = read_pdf(path).pages[0]
    left, top, right, bottom = page.words[0].box
    seen = {
        90: (page.size == (842.0, 595.0), left > 780, top < 70, bottom > right - left),
        180: (page.size == (595.0, 842.0), left > 450, top > 780, right - left > bottom - top),
        270: (page.size == (842.0, 595.0), right < 60, top > 450, bottom > right - left),
    }
    assert seen[turn] == (True, True, True, True)


def test_boxes_are_measured_from_the_crop_box(tmp_path: Path) -> None:
    """A page that is cut smaller is seen from the corner of its cut."""
    path = pdf(tmp_path / "a.pdf", [(100, "Cut")])
    whole = read_pdf(path).pages[0].words[0].box
    writer = pypdf.PdfWriter(clone_from=path)
    writer.pages[0].cropbox = pypdf.generic.RectangleObject((50, 0, 595, 792))
    writer.write(path)
    cut = read_pdf(path).pages[0]
    assert cut.size == (545.0, 792.0)
    assert cut.words[0].box == tuple(round(edge - by, 1) for edge, by in zip(whole, (50, 50, 50, 50), strict=True))


def test_pages_with_rules_are_named(tmp_path: Path) -> None:
    """A page with four drawn lines or more may hold a table."""
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for rules in (4, 3):
        for at in range(rules):
            canvas.line(50, 100 + at * 20, 300, 100 + at * 20)
        canvas.showPage()
    canvas.save()
    assert [drawing.page for drawing in read_pdf(path).drawn] == [1]


def empty(path: Path) -> None:
    """A file of no bytes."""
    path.write_bytes(b"")


def web_page(path: Path) -> None:
    """A web page under a PDF's name."""
    path.write_text("<html>Not found</html>")


def header_alone(path: Path) -> None:
    """A PDF's first line and nothing else."""
    path.write_bytes(b"%PDF-1.7\nnothing here\n")


def truncated(path: Path) -> None:
    """The first 300 bytes of a PDF."""
    pdf(path, running("Minutes"))
    path.write_bytes(path.read_bytes()[:300])


def locked(path: Path) -> None:
    """A PDF that asks for a password."""
    pdf(path, running("Minutes"), encrypt="secret")


@pytest.mark.parametrize(
    ("make", "error", "reason"),
    [
        (empty, NotAPaper, "a.pdf: not a PDF (it does not begin with %PDF); convert it, or check the download"),
        (web_page, NotAPaper, "a.pdf: not a PDF (it does not begin with %PDF); convert it, or check the download"),
        (header_alone, BrokenPaper, "a.pdf: the PDF is damaged and cannot be opened; download it again"),
        (truncated, BrokenPaper, "a.pdf: the PDF is damaged and cannot be opened; download it again"),
        (locked, LockedPaper, "a.pdf: the PDF needs a password; save a copy without one and add that"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line(
    tmp_path: Path, make: Callable[[Path], None], error: type[PaperError], reason: str
) -> None:
    """The file, what is wrong and what to do."""
    make(tmp_path / "a.pdf")
    with pytest.raises(error) as caught:
        read_pdf(tmp_path / "a.pdf")
    assert str(caught.value) == reason


def test_a_pdf_locked_for_changes_only_is_read(tmp_path: Path) -> None:
    """An empty password opens what only forbids to print or change."""
    path = pdf(tmp_path / "a.pdf", running("Minutes of the Cabinet"))
    writer = pypdf.PdfWriter(clone_from=path)
    writer.encrypt("", "owner")
    writer.write(path)
    assert read_pdf(path).pages[0].text == "Minutes of the Cabinet"


@pytest.mark.parametrize(
    ("text", "pictures", "reason"),
    [
        ("", 0, "blank"),
        (" 1 ", 1, "scanned"),
        ("Chair", 0, None),
        (PROSE, 3, None),
        ("+/54'30(4*'#34''4+/) 0/ 4* #2%* #44'232+3+/) 5$-+% 5'34+0/3 9'--#34-':3+4' 022'310/&'/%'", 0, "garbled"),
        ("Total 1,234.5 (2.0) £3m 4% - - ▲ 5 6 7 8 9 10", 0, None),
    ],
)
def test_pages_that_cannot_be_read_are_known_by_their_text(text: str, pictures: int, reason: str | None) -> None:
    """Pictures, blank sheets and rubbish; tables of figures are none of these."""
    assert why_unread(text, pictures) == reason


def test_words_without_vowels_are_rubbish() -> None:
    """A layer whose letters are shifted looks like words and is none."""
    assert is_garbled("Wkh fdelqhw djuhhg wkh ordq iru wkh vrodu idup " * 5)
    assert not is_garbled(PROSE * 3)


def colours(png: bytes) -> set[tuple[int, ...]]:
    """The colours of a picture."""
    import io

    from PIL import Image

    image = Image.open(io.BytesIO(png))
    return {colour for _, colour in image.getcolors(1 << 20) or [] if isinstance(colour, tuple)}


def test_a_picture_marks_the_boxes(tmp_path: Path) -> None:
    """The place is yellow, and no page without a box is."""
    path = pdf(tmp_path / "a.pdf", running("Minutes"))
    yellow = (0xFF, 0xE5, 0x66)
    assert yellow in colours(picture(path, 1, [(60, 90, 110, 101)]))
    assert yellow not in colours(picture(path, 1))


def test_there_is_no_picture_of_a_page_that_is_not_there(tmp_path: Path) -> None:
    """The page asked for and the number of pages are said."""
    path = pdf(tmp_path / "a.pdf", running("Minutes"))
    with pytest.raises(BrokenPaper, match=r"a\.pdf: there is no page 2; it has 1"):
        picture(path, 2)
