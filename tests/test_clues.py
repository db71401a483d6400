"""Where items stand, by each clue and by all together: made cases, and the shared packs with a clue taken out."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest
from paper_examples import A4, page
from reportlab.pdfgen.canvas import Canvas

from ingest.agenda import front_to_sheet, without_papers
from ingest.clues import (
    borne_out,
    from_headings,
    from_numbers,
    from_outline,
    from_ranges,
    from_stamps,
    pages_to_front,
    place_items,
    sheet_to_items,
    stamped_item,
)
from ingest.listed import Entry
from ingest.pack import read_pack
from ingest.papers import Page
from ingest.pdf import Reading, read_pdf
from ingest.printed import number_pages
from ingest.structure import Entry as Bookmark

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
PACKS = ("cabinet-2023-06-12-public-reports-pack", "ecsc-scrutiny-2023-11-07-supplement-pack")
STAMP = re.compile(r"(Agenda Item \S+ )?Page \d+$")
AGENDA = (
    "#CABINET",
    "Monday 12 June 2023",
    "3. Minutes (Pages 1 - 2)",
    "12. Outturn (Pages 3 - 4)",
    "13. Leisure (Pages 5 - 5)",
)
FRONT = page(1, *AGENDA, "Part II", "14. Land at Millbay")
PLAIN = tuple(page(number, "Text of the report") for number in range(2, 7))
OUTLINE = (Bookmark(0, "3 Minutes", 2), Bookmark(0, "12 Outturn", 4), Bookmark(0, "13 Leisure", 6))


def entry(number: str, title: str, *printed: str) -> Entry:
    """An item as listed on the first page."""
    return Entry(number, title, (printed[0], printed[-1]) if printed else ("", ""), False, 1)


ENTRIES = (entry("3", "Minutes", "1", "2"), entry("12", "Outturn", "3", "4"), entry("13", "Leisure", "5"))


def spans(pages: Sequence[Page], outline: Sequence[Bookmark] = ()) -> list[tuple[str, tuple[int, int]]]:
    """The numbers and pages of the items that have papers."""
    sheet = front_to_sheet(pages_to_front(pages, outline))
    return [(item.number, item.pages) for item in sheet_to_items(sheet, pages, outline) if not item.exempt]


WHOLE = [("3", (2, 3)), ("12", (4, 5)), ("13", (6, 6))]


def test_a_front_sheet_ends_where_the_first_paper_begins() -> None:
    """At a stamp, a numbered page, an item in the outline, a report's cover, or minutes; no later than page 8."""
    stamped = page(2, "Agenda Item 3")
    present = page(2, "Cabinet", "Thursday 9 March 2023", "PRESENT:", "Councillor Bingley")
    assert pages_to_front([FRONT, stamped, page(3, "Text", printed="2")]) == (FRONT,)
    assert pages_to_front([FRONT, page(2, "Text", printed="1")]) == (FRONT,)
    assert pages_to_front([FRONT, *PLAIN], OUTLINE[1:]) == (FRONT, *PLAIN[:2])
    assert pages_to_front([FRONT, page(2, "Title of Report: Outturn")]) == (FRONT,)
    assert pages_to_front([FRONT, present]) == (FRONT,)
    assert pages_to_front([stamped]) == ()
    assert len(pages_to_front([page(number, "Text") for number in range(1, 12)])) == 8


def test_a_front_sheet_goes_on_past_its_own_bookmarks() -> None:
    """The outline's "Agenda" opens no item, and what it opens on the first page is the front sheet itself."""
    outline = (Bookmark(0, "Agenda", 2), Bookmark(0, "1 Apologies", 1), *OUTLINE[1:])
    assert pages_to_front([FRONT, *PLAIN], outline) == (FRONT, *PLAIN[:2])


def test_a_front_sheet_ends_where_a_listed_title_heads_a_page() -> None:
    """Word's PDFs have reports without stamps; an enclosed paper is placed by its heading."""
    listing = page(1, "#CABINET", "Monday 12 June 2023", "1. Apologies", "2. Quay repairs - report attached")
    pages = [listing, page(2, "Notes"), page(3, "Ambleford Council", "QUAY REPAIRS", "1.1 The quay leaks.")]
    assert pages_to_front(pages) == tuple(pages[:2])
    assert spans(pages) == [("2", (3, 3))]


def test_a_numbered_front_sheet_goes_on_while_it_lists_papers() -> None:
    """Its second page has a number too, and so have the reports."""
    first = page(1, "#CABINET", "Monday 12 June 2023", "1. Minutes (Pages 3 - 3)", printed="1")
    second = page(2, "2. Outturn (Pages 4 - 5)", printed="2")
    body = [page(number, "Text", printed=str(number)) for number in range(3, 6)]
    assert pages_to_front([first, second, *body]) == (first, second)
    assert spans([first, second, *body]) == [("1", (3, 3)), ("2", (4, 5))]


@pytest.mark.parametrize(
    ("stamp", "number"),
    [
        ("Item 7", "7"),
        ("AGENDA ITEM NUMBER: 7", "7"),
        ("Item No. 4(a)", "4(a)"),
        ("Item of business", ""),
        ("Agenda Item 12", "12"),
        ("Agenda Item 6 Page 1", "6"),
        ("Agenda Item No. 4a", "4a"),
        ("Agenda Item 3.", "3"),
        ("Agenda items", ""),
    ],
)
def test_stamps_name_their_item(stamp: str, number: str) -> None:
    """The stamp on the first page of an item, with the page's number or without."""
    assert stamped_item(page(2, stamp, "Text", "Text", "Text", "Text")) == number


def test_a_stamp_amid_the_text_is_none() -> None:
    """Only the first and last lines of a page are looked at."""
    assert stamped_item(page(2, "a", "b", "c", "Agenda Item 9", "d", "e", "f")) == ""


def test_the_first_of_two_stamps_counts() -> None:
    """A stamp that is repeated opens the item once."""
    assert from_stamps([page(4, "Agenda Item 3"), page(5, "Agenda Item 3")]) == {"3": 4}


@pytest.mark.parametrize(
    ("mark", "placed"),
    [
        ("12 Outturn", 4),
        ("Agenda item 12: Outturn 2022", 4),
        ("OUTTURN", 4),
        ("12. Other words", 4),
        ("2 Outturn", None),
        ("Outturn by directorate", None),
    ],
)
def test_the_outline_opens_items_by_number_or_title(mark: str, placed: int | None) -> None:
    """The number at its beginning, or the whole title as listed."""
    assert from_outline(ENTRIES, PLAIN, [Bookmark(0, mark, 4)]).get("12") == placed


def test_the_outermost_mark_of_the_outline_counts() -> None:
    """A report's own heading 3 is not item 3; and marks on the front sheet open nothing."""
    outline = (Bookmark(1, "3 Options", 5), Bookmark(0, "3 Minutes", 2), Bookmark(0, "12 Outturn", 1))
    assert from_outline(ENTRIES, PLAIN, outline) == {"3": 2}


def test_a_number_alone_places_no_item_without_pages() -> None:
    """Where the agenda lists no pages the outline must have the title."""
    listed = (entry("4", "Questions"), entry("5", "Roads"))
    outline = (Bookmark(0, "4 Background", 3), Bookmark(0, "5 Roads", 4))
    assert from_outline(listed, PLAIN, outline) == {"5": 4}


def test_the_number_printed_first_counts() -> None:
    """The first page that bears the number that the agenda lists."""
    body = [page(2, "Text", printed="1"), page(3, "Text", printed="3"), page(4, "Text", printed="3")]
    assert from_numbers(ENTRIES, body) == {"3": 2, "12": 3}


def test_ranges_are_counted_from_what_most_clues_place() -> None:
    """From one item placed to all; from more, as most are; within the file."""
    assert from_ranges(ENTRIES, PLAIN, [{"12": 4}]) == {"3": 2, "12": 4, "13": 6}
    assert from_ranges(ENTRIES, PLAIN, [{"3": 3}, {"12": 4}, {"13": 6}]) == {"3": 2, "12": 4, "13": 6}
    assert from_ranges(ENTRIES, PLAIN, [{"3": 3}, {"12": 4}]) == {"3": 3, "12": 5}
    assert from_ranges(ENTRIES, PLAIN, [{}]) == {}


def test_headings_repeat_the_title_that_is_listed() -> None:
    """A cover before a heading, a heading over two lines; not a title amid a sentence, nor one without pages."""
    listed = (entry("3", "Cost of Living", "1"), entry("4", "Ageing Well in Plymouth", "5"), entry("5", "Roads"))
    heading = page(2, "Cost of Living", "The cost of living rose.")
    cover = page(3, "Cabinet", "Title of Report: Cost of living")
    broken = page(4, "Cabinet", "AGEING WELL", "IN PLYMOUTH", "Roads")
    assert from_headings(listed, [heading, cover, broken]) == {"3": 3, "4": 4}
    assert from_headings(listed, [heading, page(3, "On Ageing Well in Plymouth")]) == {"3": 2}


def test_numbers_that_other_clues_contradict_are_left_out() -> None:
    """A report's own numbers are not the pack's; without other clues they stand."""
    numbers = {"3": 9, "12": 4}
    assert borne_out(numbers, [{"3": 2}, {"12": 4}]) == numbers
    assert borne_out(numbers, [{"3": 2, "12": 5}, {"12": 4}]) == {}
    assert borne_out(numbers, [{}]) == numbers


def test_most_clues_decide_and_the_stamp_where_they_are_even() -> None:
    """A stamp against outline and ranges loses; against the outline alone it wins."""
    stamped = [replace(one, lines=page(3, "Agenda Item 3").lines) if one.number == 3 else one for one in PLAIN]
    assert place_items(ENTRIES, stamped, OUTLINE)["3"].page == 2
    assert place_items(ENTRIES[:1], stamped, OUTLINE[:1])["3"].page == 3


def test_what_the_clues_say_is_kept_with_the_share_that_agree() -> None:
    """Of stamp, outline and ranges one contradicts; of the next item's none."""
    stamped = [replace(one, lines=page(3, "Agenda Item 3").lines) if one.number == 3 else one for one in PLAIN]
    first, second, _ = sheet_to_items(front_to_sheet([FRONT]), [FRONT, *stamped], OUTLINE)
    assert (first.clues, first.confidence) == (("stamp: PDF 3", "outline: PDF 2", "range: PDF 2"), 0.67)
    assert (second.clues, second.confidence) == (("outline: PDF 4", "range: PDF 4"), 1.0)


def test_an_item_that_is_shorter_than_listed_is_in_doubt() -> None:
    """The agenda gives the outturn two pages, and the next item begins on the second."""
    stamps = ("Agenda Item 3", "", "Agenda Item 12", "Agenda Item 13")
    pages = [FRONT, *(page(at, stamp or "Text", "Text") for at, stamp in enumerate(stamps, 2))]
    item = sheet_to_items(front_to_sheet([FRONT]), pages)[1]
    assert item.clues == ("stamp: PDF 4", "range: PDF 4", "agenda: 2 pages, found 1")
    assert (item.pages, item.confidence) == ((4, 4), 0.67)


def test_a_reports_own_numbers_place_nothing() -> None:
    """The outline contradicts them, so the item that it leaves out is counted from those that it has."""
    body = [replace(one, printed=str(one.number - 2)) for one in PLAIN]
    placed = place_items(ENTRIES, body, OUTLINE[1:])
    assert {number: placing.page for number, placing in placed.items()} == {"3": 2, "12": 4, "13": 6}


def test_printed_numbers_alone_place_the_items() -> None:
    """Printed pages become places in the file; an exempt item without a paper stands where it is listed."""
    pages = [FRONT, *(replace(one, printed=str(one.number - 1)) for one in PLAIN)]
    sheet = front_to_sheet([FRONT])
    items = sheet_to_items(sheet, pages)
    assert [(i.number, i.pages, i.printed, i.line, i.exempt) for i in (*items, *without_papers(sheet, items))] == [
        ("3", (2, 3), ("1", "2"), 0, False),
        ("12", (4, 5), ("3", "4"), 0, False),
        ("13", (6, 6), ("5", "5"), 0, False),
        ("14", (1, 1), ("", ""), 6, True),
    ]


def test_stamps_alone_place_the_items() -> None:
    """An item runs from its stamp to the next."""
    stamps = ("Agenda Item 3", "", "Agenda Item 12", "Agenda Item 13")
    pages = [
        FRONT,
        *(page(at + 2, stamp, "Text") if stamp else page(at + 2, "Text") for at, stamp in enumerate(stamps)),
    ]
    assert spans(pages) == [("3", (2, 3)), ("12", (4, 4)), ("13", (5, 5))]


def test_the_outline_alone_places_the_items() -> None:
    """No page has a stamp, a number or a heading."""
    assert spans([FRONT, *PLAIN], OUTLINE) == WHOLE


def test_one_heading_and_the_ranges_place_all_items() -> None:
    """The last ends by its count of pages, though more follow that nobody lists."""
    pages = [FRONT, *PLAIN[:2], page(4, "Title of Report: Outturn"), *PLAIN[3:], page(7, "Text"), page(8, "Text")]
    sheet = front_to_sheet([FRONT])
    pages[1] = page(2, "Cabinet", "Thursday 9 March 2023", "PRESENT:", "Councillor Bingley")
    assert [(i.number, i.pages) for i in sheet_to_items(sheet, pages) if not i.exempt] == WHOLE


def test_sheets_slipped_in_without_a_number_belong_to_their_item() -> None:
    """An item ends on the page that bears its last number, however many pages that makes."""
    pages = [FRONT, *(page(at, "Text", printed=number) for at, number in enumerate(("1", "", "2", "3", "4", "5"), 2))]
    assert spans(pages) == [("3", (2, 4)), ("12", (5, 6)), ("13", (7, 7))]


def test_a_pdf_without_stamps_is_read_by_its_outline(tmp_path: Path) -> None:
    """From the file to the items."""
    canvas = Canvas(str(tmp_path / "pack.pdf"), pagesize=A4)
    marks = {mark.page: mark.title for mark in OUTLINE}
    for number, texts in enumerate((AGENDA, *[("Text of the report",)] * 5), 1):
        for at, text in enumerate(texts):
            canvas.drawString(60, 740 - 14 * at, text.lstrip("#"))
        if number in marks:
            canvas.bookmarkPage(str(number))
            canvas.addOutlineEntry(marks[number], str(number))
        canvas.showPage()
    canvas.save()
    assert [(item.number, item.pages) for item in read_pack(tmp_path / "pack.pdf").items] == WHOLE


here = pytest.mark.skipif(not (CORPUS / "truth").is_dir(), reason="../shared/corpus/truth is not here")


def known(name: str) -> list[tuple[str, tuple[int, int]]]:
    """The first and the last page that are known of each item."""
    pages: dict[str, list[int]] = {}
    for row in json.loads((CORPUS / "truth" / f"{name}.json").read_text(encoding="utf-8")):
        if row["item"]:
            pages.setdefault(str(row["item"]), []).append(row["pdf_page"])
    return [(number, (held[0], held[-1])) for number, held in pages.items()]


@cache
def reading(name: str) -> Reading:
    """A pack of the corpus as its PDF gives it, read once."""
    return read_pdf(CORPUS / f"{name}.pdf")


def unstamped(name: str) -> tuple[Page, ...]:
    """The pages without the lines of their stamps, items' and pages'."""
    bare = []
    for one in reading(name).pages:
        held = tuple(line for line in one.lines if not STAMP.match(line.text.strip()))
        text = "\n".join(line.text for line in held)
        bare.append(replace(one, lines=held, text=text))
    return number_pages(bare)


@here
@pytest.mark.parametrize("name", PACKS)
def test_a_pack_without_its_outline_has_its_items_where_they_stand(name: str, tmp_path: Path) -> None:
    """The outline is taken out of the file; every first and last page is exact."""
    writer = pypdf.PdfWriter(clone_from=CORPUS / f"{name}.pdf")
    del writer.root_object["/Outlines"]
    writer.write(tmp_path / "pack.pdf")
    read = read_pdf(tmp_path / "pack.pdf")
    assert read.outline == ()
    assert spans(number_pages(read.pages), read.outline) == known(name)


@here
@pytest.mark.parametrize("name", PACKS)
def test_a_pack_without_its_stamps_has_its_items_where_they_stand(name: str) -> None:
    """The stamps are taken off the pages; every first and last page is exact."""
    pages = unstamped(name)
    assert not any(stamped_item(one) for one in pages)
    assert spans(pages, reading(name).outline) == known(name)


@here
@pytest.mark.parametrize("name", PACKS)
def test_a_pack_without_either_has_its_items_where_they_stand(name: str) -> None:
    """The headings and the agenda's ranges are enough for these two."""
    assert spans(unstamped(name)) == known(name)
