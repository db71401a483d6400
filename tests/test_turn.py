"""Turned pages: boxes of the upright page, and pages whose text runs sideways read as those that do not."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from paper_examples import pdf, running
from reportlab.pdfgen.canvas import Canvas

from ingest.pack import read_pack
from ingest.papers import Pack
from ingest.pdf import picture, read_pdf
from ingest.printed import number_pages
from ingest.turn import Turn

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample" / "place-scrutiny-2024-11-21-supplement-pack.pdf"


@pytest.mark.parametrize(
    ("degrees", "size", "box"),
    [
        (0, (100.0, 200.0), (10, 170, 30, 190)),
        (90, (200.0, 100.0), (10, 10, 30, 30)),
        (180, (100.0, 200.0), (70, 10, 90, 30)),
        (270, (200.0, 100.0), (170, 70, 190, 90)),
    ],
)
def test_a_stored_box_is_seen_where_the_turn_puts_it(
    degrees: int, size: tuple[float, float], box: tuple[float, ...]
) -> None:
    """Boxes are counted from the top left of the turned page, those of a cut page from the corner of its cut."""
    turn = Turn((5, 5, 105, 205), degrees)
    assert (turn.size, turn.seen(15, 15, 35, 35)) == (size, box)


def shown_turned(page: pypdf.PageObject, by: int) -> None:
    """A page that a viewer shows turned."""
    page.rotate(by)


def stored_turned(page: pypdf.PageObject, by: int) -> None:
    """A page whose text is stored sideways and shown so."""
    page.rotate(by)
    page.transfer_rotation_to_content()


def stored_turned_shown_upright(page: pypdf.PageObject, by: int) -> None:
    """A page whose text is stored sideways and shown upright: so landscape pages are printed."""
    stored_turned(page, by)
    page.rotate(-by)


def turned(path: Path, by: int, how: Callable[[pypdf.PageObject, int], None]) -> Path:
    """The sample's supplement with each page turned."""
    writer = pypdf.PdfWriter(clone_from=SAMPLE)
    for page in writer.pages:
        how(page, by)
    writer.write(path / SAMPLE.name)
    return path / SAMPLE.name


def told(pack: Pack) -> tuple[object, ...]:
    """What a pack says: texts, printed numbers, sizes, items, and tables without their boxes."""
    pages = [(page.text, page.printed, [round(edge) for edge in page.size]) for page in pack.pages]
    return (pages, pack.items, [(t.pages, t.header, t.rows, t.unit, t.caption) for t in pack.tables])


@pytest.mark.parametrize("by", [90, 180, 270])
@pytest.mark.parametrize("how", [shown_turned, stored_turned, stored_turned_shown_upright])
def test_a_turned_pack_is_read_as_it_was(tmp_path: Path, by: int, how: Callable[[pypdf.PageObject, int], None]) -> None:
    """Text, printed numbers, items and tables are those of the pack before it was turned, and so are the boxes."""
    upright, read = read_pack(SAMPLE), read_pack(turned(tmp_path, by, how))
    assert told(read) == told(upright)
    words = [word.box for page in upright.pages for word in page.words]
    moved = [word.box for page in read.pages for word in page.words]
    assert max(abs(a - b) for one, other in zip(words, moved, strict=True) for a, b in zip(one, other, strict=True)) < 1
    assert {page.turn for page in read.pages} == {0 if how is stored_turned_shown_upright else 360 - by}


def test_the_picture_of_a_turned_page_is_upright(tmp_path: Path) -> None:
    """Its boxes are marked on the very picture of the page that was not turned."""
    boxes = read_pdf(SAMPLE).pages[1].boxes_of("Supplement") or [(50.0, 50.0, 90.0, 60.0)]
    page = read_pdf(turned(tmp_path, 90, shown_turned)).pages[1]
    assert picture(tmp_path / SAMPLE.name, 2, boxes, turn=page.turn) == picture(SAMPLE, 2, boxes)


def test_a_page_of_few_letters_stays_as_it_is_shown(tmp_path: Path) -> None:
    """A lone stamp is no reason to turn a page."""
    writer = pypdf.PdfWriter(clone_from=pdf(tmp_path / "a.pdf", running("Page 7")))
    writer.pages[0].rotate(90)
    writer.write(tmp_path / "a.pdf")
    assert [(page.turn, page.size) for page in read_pdf(tmp_path / "a.pdf").pages] == [(0, (842.0, 595.0))]


def test_the_stamp_of_a_sideways_page_is_found_at_its_side(tmp_path: Path) -> None:
    """Where a landscape table stands on a portrait sheet, the sheet's number runs along the table's side."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    for number in ("57", "58"):
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(60, -300, "Gross and net budget of each service")
        canvas.restoreState()
        canvas.drawString(280, 20, f"Page {number}")
        canvas.showPage()
    canvas.save()
    pages = number_pages(read_pdf(tmp_path / "a.pdf").pages)
    assert [(page.printed, page.turn, page.size) for page in pages] == [
        ("57", 90, (842.0, 595.0)),
        ("58", 90, (842.0, 595.0)),
    ]
