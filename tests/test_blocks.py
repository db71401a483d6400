"""Lines into blocks: paragraphs by the pitch of their lines, headings by what stands out or over prose."""

from collections.abc import Sequence

import pytest
from paper_examples import line, lines, page

from ingest.blocks import Block, item_at, pack_to_blocks
from ingest.papers import Item, Line, Meeting, Pack, PackKind, Page, Table

LONG = "This report sets out the proposal for a scheme of exemptions for those who foster children in"
MORE = "the city and who are approved by the Council for the year."


def blocks_of(
    *pages: Sequence[Line], items: tuple[Item, ...] = (), tables: tuple[Table, ...] = ()
) -> tuple[Block, ...]:
    """The blocks of a pack of these pages."""
    sheets = tuple(page(at, made=made) for at, made in enumerate(pages, 1))
    return pack_to_blocks(Pack("p.pdf", "P", "0", PackKind.REPORT, None, sheets, items, tables))


def texts(blocks: Sequence[Block]) -> list[tuple[str, bool]]:
    """Each block's text, and whether it is a heading."""
    return [(block.text, bool(block.level)) for block in blocks]


def prose(top: float, *rows: str, size: float = 12.0) -> list[Line]:
    """A paragraph of lines 14 points apart."""
    return [line(text, top + 14 * at, size=size) for at, text in enumerate(rows)]


def test_a_paragraph_is_its_lines_and_a_gap_ends_it() -> None:
    """Lines of one pitch are joined, a greater pitch parts."""
    found = blocks_of([*prose(100, LONG, MORE), *prose(140, LONG, MORE)])
    assert texts(found) == [(f"{LONG} {MORE}", False)] * 2


def test_a_sentence_is_not_cut_where_small_print_fills_the_pages() -> None:
    """The text of a page is the text around it, not the tables of the whole document."""
    small = [prose(100, *["Budget areas of the Council for the year"] * 30, size=8) for _ in range(5)]
    found = blocks_of([*prose(100, LONG, MORE)], *small, *small)
    assert texts(found)[0] == (f"{LONG} {MORE}", False)


def test_bold_larger_and_loud_lines_are_headings() -> None:
    """What stands out over a text is its heading."""
    for heading in (
        line("Financial risks", 100, bold=True),
        line("Financial risks", 100, size=16),
        line("FINANCIAL RISKS", 100),
    ):
        assert texts(blocks_of([heading, *prose(130, LONG, MORE), *prose(172, LONG, MORE)]))[0] == (heading.text, True)


def test_bold_is_no_heading_where_all_is_bold() -> None:
    """A page set in bold has no bold headings."""
    made = [
        line(text, 100 + 14 * at, bold=True) for at, text in enumerate((LONG, MORE, "and more of", "the same text."))
    ]
    assert [is_heading for _, is_heading in texts(blocks_of(made))] == [False]


@pytest.mark.parametrize("heading", ["Purpose of Report", "7. Proposed Process", "Commitment", "Background papers:"])
def test_a_short_line_over_prose_is_a_heading_however_it_is_set(heading: str) -> None:
    """Some reports set their headings as their text."""
    found = blocks_of([line(heading, 100), *prose(120, LONG, MORE), *prose(160, LONG, MORE)])
    assert texts(found) == [(heading, True), (f"{LONG} {MORE}", False), (f"{LONG} {MORE}", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Shayer, Vice Chair",
        "Thursday 9 March 2023",
        "Date approved: yes",
        "None.",
        "Total spend £4.2m",
        "Table 1 Bands",
    ],
)
def test_short_lines_that_say_something_are_text(text: str) -> None:
    """Names, dates, values and captions are quoted, not lost as headings."""
    found = blocks_of([line(text, 100), *prose(130, LONG, MORE), *prose(172, LONG, MORE)])
    assert texts(found)[0] == (text, False)


def test_a_lead_over_a_list_is_text() -> None:
    """What announces points is read with them."""
    found = blocks_of(
        [line("The Cabinet agreed to:", 100), *prose(130, f"1. {LONG}", MORE), *prose(172, f"2. {LONG}", MORE)]
    )
    assert [(block.leads, block.is_point, bool(block.level)) for block in found] == [
        (True, False, False),
        (False, True, False),
        (False, True, False),
    ]


@pytest.mark.parametrize("mark", ["1.", "1.7", "I.3", "a)", "(iv)", "(2)", "•", "o", "–"])
def test_points_begin_with_their_mark(mark: str) -> None:
    """Figures, letters, Roman figures, and bullets."""
    assert blocks_of(prose(100, f"{mark} Note the report"))[0].is_point


def test_a_bracket_in_a_sentence_is_no_point() -> None:
    """ "(HB)" at the start of a line goes on with its sentence."""
    found = blocks_of(
        prose(
            100,
            "Conditions are in general the same conditions as to qualify for Housing Benefit",
            "(HB). Any fees count.",
        )
    )
    assert len(found) == 1


def test_a_bullet_on_a_line_of_its_own_belongs_to_its_words() -> None:
    """Some PDFs set the mark apart."""
    assert texts(blocks_of(prose(100, "•", "You maintain your approval"))) == [("• You maintain your approval", False)]


def test_a_sentence_goes_on_over_the_page() -> None:
    """A full line without a stop, and a line that begins small."""
    assert texts(blocks_of(prose(700, LONG), prose(100, MORE))) == [(f"{LONG} {MORE}", False)]


def test_a_finished_sentence_ends_with_its_page() -> None:
    """The next page begins anew."""
    assert len(blocks_of(prose(700, MORE), prose(100, LONG))) == 2


def test_a_line_cut_at_a_small_word_goes_on() -> None:
    """ "on the" cannot end a sentence, whatever the next line's distance."""
    found = blocks_of([*prose(100, LONG, "an increase of 12.6 points on the"), *prose(136, "March 2018 position.")])
    assert len(found) == 1


def test_a_table_parts_the_text_around_it() -> None:
    """The lines of a table are no text, and what stands on both sides is not one passage."""
    box = (40.0, 130.0, 500.0, 160.0)
    table = Table((1, 1), ("a",), (("1",),), (1,), (box,), areas=((1, box),))
    made = [*prose(100, LONG), line("a 1", 138), *prose(172, MORE)]
    assert texts(blocks_of(made, tables=(table,))) == [(LONG, False), (MORE, False)]


def test_a_list_in_capitals_is_text() -> None:
    """Three headings in a row stand over nothing."""
    made = [
        line(f"PRIORITY {at} – {name}", 80 + 20 * at)
        for at, name in enumerate(("GOVERNANCE", "EARLY HELP", "WORKFORCE"), 1)
    ]
    assert [is_heading for _, is_heading in texts(blocks_of([*made, *prose(200, LONG, MORE)]))] == [False] * 4


def test_the_last_heading_of_a_document_is_text() -> None:
    """A heading that stands over nothing is not lost."""
    assert texts(blocks_of([line("Brickfields", 100, bold=True)])) == [("Brickfields", False)]


def test_pages_without_letters_have_no_blocks() -> None:
    """Rules of dashes are no text."""
    assert blocks_of(prose(100, "-- -- --", "----")) == ()


def test_the_text_of_a_file_without_layout_is_a_block_a_line() -> None:
    """Each line is a paragraph, unless a long line goes on in small letters."""
    sheet = Page(1, "", "", lines=(Line("One."), Line("Two."), Line(LONG), Line(MORE)))
    found = pack_to_blocks(Pack("p.txt", "P", "0", PackKind.OTHER, None, (sheet,), paged=False))
    assert [block.text for block in found] == ["One.", "Two.", f"{LONG} {MORE}"]


def test_unread_and_blank_pages_are_left_out() -> None:
    """No text is made of rubbish or of "This page is intentionally left blank"."""
    sheets = (
        Page(1, "", "+/54", lines=lines("+/54 xx"), unread="garbled"),
        page(2, "This page is intentionally left blank"),
    )
    assert pack_to_blocks(Pack("p.pdf", "P", "0", PackKind.OTHER, None, sheets)) == ()


def test_a_line_belongs_to_the_item_begun_last() -> None:
    """A minute is nearer than the set that holds it, and the set than the pack's item."""
    meeting = Meeting("Cabinet", None)
    whole, minutes, first, second = (
        Item("3", "Minutes", (4, 9)),
        Item("", "Minutes of Cabinet", (4, 9), meeting),
        Item("104", "Interests", (4, 4), meeting, line=6),
        Item("105", "Minutes", (4, 5), meeting, line=9),
    )
    items = (whole, minutes, first, second)
    assert [item_at(items, *place) for place in ((4, 0), (4, 7), (5, 0), (6, 0), (3, 0))] == [
        minutes,
        first,
        second,
        minutes,
        None,
    ]


def test_a_resolution_goes_on_over_the_page_after_a_dash() -> None:
    """The list within it is not done."""
    first = [line("1. Grant a lease to: - the football club; -", 700)]
    second = [line("The hockey club; and - the rugby club;", 60)]
    assert [block.text for block in blocks_of(first, second)] == [
        "1. Grant a lease to: - the football club; - The hockey club; and - the rugby club;"
    ]


def test_a_section_of_reports_is_a_heading_however_it_is_set() -> None:
    """In the type of the text, with a number or a colon."""
    for heading in (
        "Recommendations and Reasons",
        "3. Financial implications:",
        "Other Implications: e.g. Risk, Poverty:",
    ):
        assert texts(blocks_of([*prose(100, heading), *prose(130, LONG, MORE)])) == [
            (heading, True),
            (f"{LONG} {MORE}", False),
        ]


@pytest.mark.parametrize("number", ["I.3", "l.2", "1.7", "2.1.4."])
def test_numbered_paragraphs_are_points(number: str) -> None:
    """A printed I or l may be a 1."""
    found = blocks_of([*prose(100, f"{number} {LONG}", MORE), *prose(128, f"{number} {LONG}")])
    assert [block.is_point for block in found] == [True, True]
