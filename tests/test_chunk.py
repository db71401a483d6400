"""Passages of reports and minutes, whole tables and their rows."""

from dataclasses import replace
from datetime import date

import pytest
from paper_examples import line, lines, page

from ingest.chunk import ChunkSettings, split
from ingest.papers import Box, Chunk, Item, Kind, Line, Meeting, Note, Pack, PackKind, Page, Table

JUNE, MARCH = Meeting("Cabinet", date(2023, 6, 12)), Meeting("Cabinet", date(2023, 3, 9))
PROSE = "The position of the Council for the year is set out in this report"


def pack(
    *pages: Page, kind: PackKind = PackKind.AGENDA_PACK, items: tuple[Item, ...] = (), tables: tuple[Table, ...] = ()
) -> Pack:
    """A pack of the June meeting."""
    return Pack("pack.pdf", "Pack", "0", kind, JUNE, pages, items, tables)


def spaced(*texts: str, top: float = 100.0) -> list[Line]:
    """Paragraphs of one line each, 30 points apart."""
    return [line(text.lstrip("#"), top + 30 * at, bold=text.startswith("#")) for at, text in enumerate(texts)]


def seen(chunks: tuple[Chunk, ...]) -> list[tuple[tuple[str, ...], str]]:
    """Headings and text of each chunk."""
    return [(chunk.headings, chunk.text) for chunk in chunks]


def test_short_paragraphs_are_joined_under_their_heading() -> None:
    """Up to the size for joining; the heading is not quoted."""
    made = spaced("#Financial risks", f"{PROSE}.", f"{PROSE} too.", "#Background", f"{PROSE} and more.")
    assert seen(split(pack(page(1, made=made)))) == [
        (("Financial risks",), f"{PROSE}.\n{PROSE} too."),
        (("Background",), f"{PROSE} and more."),
    ]


def test_long_paragraphs_stand_alone() -> None:
    """What would grow beyond the size begins a new passage."""
    found = split(pack(page(1, made=spaced(f"{PROSE}.", f"{PROSE} too."))), ChunkSettings(joined=100))
    assert [chunk.text for chunk in found] == [f"{PROSE}.", f"{PROSE} too."]


def test_a_list_is_kept_with_its_lead() -> None:
    """A decision is read with all its parts."""
    made = spaced(
        f"{PROSE}.", "The Cabinet agreed to:-", "1. Approve the loan;", "2. Note the risks.", f"{PROSE} later."
    )
    assert [chunk.text for chunk in split(pack(page(1, made=made)))] == [
        f"{PROSE}.",
        "The Cabinet agreed to:-\n1. Approve the loan;\n2. Note the risks.",
        f"{PROSE} later.",
    ]


def test_the_rest_of_a_long_list_has_its_lead_above() -> None:
    """A part that stands in a later passage still says what it is part of."""
    made = spaced("The Cabinet agreed to:-", "1. Approve the loan;", "2. Note the risks.")
    found = split(pack(page(1, made=made)), ChunkSettings(listed=45))
    assert seen(found) == [
        ((), "The Cabinet agreed to:-\n1. Approve the loan;"),
        (("The Cabinet agreed to:-",), "2. Note the risks."),
    ]


def test_higher_headings_stand_above_lower_ones() -> None:
    """By size, and a new higher heading ends what stood below the old one."""
    made = [
        line("Outturn", 60, size=20, bold=True),
        line("Revenue", 100, size=14, bold=True),
        line(f"{PROSE}.", 130),
        line("Capital", 200, size=14, bold=True),
        line(f"{PROSE} too.", 230),
        line("Risks", 300, size=20, bold=True),
        line(f"{PROSE} as well.", 340),
    ]
    assert [chunk.headings for chunk in split(pack(page(1, made=made)))] == [
        ("Outturn", "Revenue"),
        ("Outturn", "Capital"),
        ("Risks",),
    ]


def test_minutes_within_a_pack_are_minutes_of_their_own_sitting() -> None:
    """Their chunks name the sitting that they record, the rest of the pack its own."""
    items = (
        Item("3", "Minutes", (1, 1), JUNE),
        Item("", "Minutes of Cabinet", (1, 1), MARCH, record=True),
        Item("118", "Loan", (1, 1), MARCH, line=2),
        Item("8", "Outturn", (2, 2), JUNE),
    )
    made = spaced(
        "PRESENT: Councillor Bingley, in the Chair.", f"{PROSE}.", "#118. Loan", "The Cabinet agreed the loan."
    )
    found = split(pack(page(1, made=made), page(2, f"{PROSE} too."), items=items))
    assert [(c.kind, c.meeting, c.item and c.item.number) for c in found] == [
        (Kind.MINUTE, MARCH, ""),
        (Kind.MINUTE, MARCH, "118"),
        (Kind.REPORT, JUNE, "8"),
    ]
    assert found[1].headings == ("118. Loan",)


@pytest.mark.parametrize(
    ("kind", "made"),
    [(PackKind.MINUTES, Kind.MINUTE), (PackKind.DECISION_SHEET, Kind.MINUTE), (PackKind.REPORT, Kind.REPORT)],
)
def test_all_of_a_document_that_is_minutes_is_minutes(kind: PackKind, made: Kind) -> None:
    """Minutes and decision sheets record; reports do not."""
    assert [chunk.kind for chunk in split(pack(page(1, f"{PROSE}."), kind=kind))] == [made]


def test_a_passage_over_two_pages_has_both_and_the_boxes_of_the_first() -> None:
    """Pages in the file, printed numbers, and where it begins."""
    first = page(
        1, made=[line("The loan is for those who build the farm and for all who own a share in the", 700)], printed="57"
    )
    second = page(2, made=[line("company that sells its power.", 100)], printed="58")
    (chunk,) = split(pack(first, second))
    assert (chunk.pages, chunk.printed, len(chunk.boxes)) == ((1, 2), ("57", "58"), 1)


def test_a_committees_name_alone_is_no_passage() -> None:
    """The meeting says it already."""
    assert split(pack(page(1, "Cabinet"))) == ()


def test_a_text_without_pages_prints_the_range_of_its_item() -> None:
    """The agenda's pages are all that is known."""
    sheet = Page(1, "", "", lines=(Line("Agenda of the meeting."), Line(f"{PROSE}.")))
    item = Item("8", "Outturn", (1, 1), JUNE, line=1, printed=("17", "24"))
    text = Pack("a.txt", "A", "0", PackKind.AGENDA_PACK, JUNE, (sheet,), (item,), paged=False)
    assert [(chunk.printed, chunk.paged) for chunk in split(text)] == [(("", ""), False), (("17", "24"), False)]


def box(top: float) -> Box:
    """A row's box."""
    return (50.0, top, 400.0, top + 12)


BANDS = Table(
    (1, 1),
    ("Band", "2023/24"),
    (("Band A", "£1,407.71"), ("Band B", "£1,642.33")),
    (1, 1),
    (box(314), box(328)),
    "£",
    "Table 1: Bands",
    ((1, (50.0, 300.0, 400.0, 340.0)),),
)


def test_a_table_is_kept_whole_and_as_rows() -> None:
    """The whole with its header; each row with header and cell paired, caption and headings above."""
    made = [*spaced("#Council tax", f"{PROSE}."), *lines("Band 2023/24", "Band A", "Band B", top=300)]
    whole, first, second = split(pack(page(1, made=made), tables=(BANDS,)))[1:]
    assert whole.text == "Band\t2023/24\nBand A\t£1,407.71\nBand B\t£1,642.33"
    assert (whole.kind, whole.cells, whole.headings, whole.unit) == (
        Kind.TABLE,
        (),
        ("Council tax", "Table 1: Bands"),
        "£",
    )
    assert (first.text, first.cells) == ("Band A\t£1,407.71", (("Band", "Band A"), ("2023/24", "£1,407.71")))
    assert (second.boxes, whole.boxes) == ((box(328),), (box(314), box(328)))


def test_a_rows_cells_know_their_places_and_notes() -> None:
    """A note on one cell is kept with it, one on the whole row for all."""
    spots = tuple(tuple(((1, box(314 + 14 * at)),) for _ in range(2)) for at in range(2))
    notes = (Note("*", "Net.", ((0, 1),)), Note("", "Yearly."))
    found = split(pack(page(1, f"{PROSE}."), tables=(replace(BANDS, spots=spots, notes=notes),)))
    first, second = found[-2:]
    assert (first.spots, first.notes) == (spots[0], ((-1, "Yearly."), (1, "Net.")))
    assert second.notes == ((-1, "Yearly."),)


def test_a_field_is_a_passage_of_label_and_value() -> None:
    """One that is not filled in is none."""
    rows = (("Title of Report:", "Outturn"), ("Lead Member:", "Councillor Lowry"), ("Your Reference:", ""))
    boxes = (box(300), box(314), box(328))
    fields = Table((1, 1), (), rows, (1, 1, 1), boxes, areas=BANDS.areas, fields=True)
    title, lead = split(pack(page(1, f"{PROSE}."), tables=(fields,)))[2:]
    assert (lead.text, lead.cells) == ("Lead Member:\tCouncillor Lowry", (("Lead Member", "Councillor Lowry"),))
    assert (title.headings, lead.headings) == ((), ("Outturn",))


def test_a_table_that_is_too_long_is_kept_as_rows() -> None:
    """Beyond the size only the rows are passages."""
    found = split(pack(page(1, f"{PROSE}."), tables=(BANDS,)), ChunkSettings(table=20))
    assert [chunk.text for chunk in found][1:] == ["Band A\t£1,407.71", "Band B\t£1,642.33"]


def test_chunks_are_numbered_in_reading_order() -> None:
    """By page, tables after the text of their page."""
    found = split(pack(page(1, f"{PROSE}."), page(2, made=spaced("#Next", f"{PROSE} too.")), tables=(BANDS,)))
    assert [(chunk.order, chunk.pages[0], chunk.kind) for chunk in found] == [
        (0, 1, Kind.REPORT),
        (1, 1, Kind.TABLE),
        (2, 1, Kind.TABLE),
        (3, 1, Kind.TABLE),
        (4, 2, Kind.REPORT),
    ]


def minutes(*texts: str, settings: ChunkSettings | None = None) -> list[str]:
    """The passages of a minute with these paragraphs under its heading."""
    items = (Item("118", "Loan", (1, 1), MARCH),)
    made = spaced("#118. Loan", *texts)
    return [chunk.text for chunk in split(pack(page(1, made=made), kind=PackKind.MINUTES, items=items), settings)]


def test_a_short_minute_is_one_passage() -> None:
    """What was said, who moved, and what was resolved with its parts."""
    texts = (f"{PROSE}.", "Moved by Cllr Ash.", "RESOLVED that:", "1. the loan be made;", "2. the risks be noted.")
    assert minutes(*texts) == ["\n".join(texts)]


def test_a_long_minute_keeps_each_resolution_with_its_parts() -> None:
    """Where the whole is too long for one passage."""
    texts = (f"{PROSE}.", f"{PROSE} too.", "RESOLVED that:", "1. the loan be made;", "2. the risks be noted.")
    assert minutes(*texts, settings=ChunkSettings(minute=100, joined=100)) == [
        texts[0],
        texts[1],
        "\n".join(texts[2:]),
    ]


def test_a_question_and_its_answer_are_one_passage() -> None:
    """Each pair by itself, though a minute of many is long."""
    texts = ("Question: Will it open?", f"Answer: {PROSE}.", f"{PROSE} too.", "Question: When?", "Answer: In May.")
    assert minutes(*texts, settings=ChunkSettings(minute=50, joined=50)) == ["\n".join(texts[:3]), "\n".join(texts[3:])]


def test_attendance_is_a_passage_of_its_own() -> None:
    """Its item says that it is attendance."""
    items = (Item("", "Attendance", (1, 1), MARCH, line=1), Item("1", "Roads", (1, 1), MARCH, line=2))
    made = spaced("Minutes of a meeting", "Present: Councillors Ash and Birch.", "#1. Roads", "The report was noted.")
    found = split(pack(page(1, made=made), kind=PackKind.MINUTES, items=items))
    assert [(chunk.item and chunk.item.title, chunk.text) for chunk in found] == [
        (None, "Minutes of a meeting"),
        ("Attendance", "Present: Councillors Ash and Birch."),
        ("Roads", "The report was noted."),
    ]


def test_words_that_announce_keep_what_they_announce() -> None:
    """A list after a semicolon, and a short line that reads as a title."""
    made = spaced("It is recommended that Cabinet;", "1. Approve the loan;", "2. Note the risks.")
    assert [chunk.text for chunk in split(pack(page(1, made=made)))] == ["\n".join(one.text for one in made)]
    made = spaced(f"{PROSE}.", "Commenced:", "January 2019")
    assert [chunk.text for chunk in split(pack(page(1, made=made)))][1:] == ["Commenced:\nJanuary 2019"]


def test_a_table_at_the_head_of_an_item_is_not_under_the_last_items_headings() -> None:
    """A new report begins without headings."""
    made = page(1, made=spaced("#Financial risks", f"{PROSE}."))
    grid = Table((2, 2), ("", ""), (("Author", "J. Smith"),), (2,), ((50.0, 100.0, 400.0, 114.0),))
    items = (Item("8", "Roads", (1, 1)), Item("9", "Schools", (2, 2)))
    found = split(pack(made, page(2, "Author J. Smith"), items=items, tables=(grid,)))
    assert [chunk.headings for chunk in found if chunk.kind is Kind.TABLE] == [()]
