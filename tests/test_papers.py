"""The types: what they refuse, how they are named, and where a quote stands on a page."""

import pickle
from datetime import date

import pytest

from ingest.papers import Chunk, Item, Kind, Meeting, Pack, PackKind, Page, Table, Word, identity, squash

CABINET = Meeting("Cabinet", date(2023, 3, 9))
WORDS = tuple(
    Word(text, box)
    for text, box in [
        ("The", (50.0, 100.0, 70.0, 110.0)),
        ("loan", (74.0, 100.0, 95.0, 110.0)),
        ("of", (50.0, 114.0, 60.0, 124.0)),
        ("£16.", (64.0, 114.0, 85.0, 124.0)),
    ]
)
PAGE = Page(12, "9", "The loan\nof £16.", WORDS)


def chunk(**changes: object) -> Chunk:
    """A chunk of a minute, with changes."""
    fields: dict[str, object] = {
        "document": "pack.pdf",
        "title": "Pack",
        "order": 0,
        "kind": Kind.MINUTE,
        "pages": (12, 12),
        "printed": ("9", "9"),
        "text": "The loan of £16.",
        "meeting": CABINET,
        "item": Item("118.", "Construction Loan", (12, 13)),
    }
    return Chunk(**fields | changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Loan – £16.3m", "theloan£163m"),
        ("o\ufb03cer", "officer"),
        ("AT&amp;T", "att"),
        ("68.2 %", "682%"),
        ("…", ""),
    ],
)
def test_squash_keeps_letters_figures_and_money(text: str, key: str) -> None:
    """Case, blanks, marks and joined letters do not count."""
    assert squash(text) == key


def test_a_page_holds_a_quote_over_its_lines() -> None:
    """A quote runs over the end of a line."""
    assert PAGE.holds("loan of £16")
    assert not PAGE.holds("loan of £17")
    assert not PAGE.holds("…")


def test_a_quote_has_a_box_on_each_line() -> None:
    """Words side by side share a box, the next line has its own."""
    assert PAGE.boxes_of("loan of £16") == ((74.0, 100.0, 95.0, 110.0), (50.0, 114.0, 85.0, 124.0))


def test_a_quote_that_does_not_stand_there_has_no_box() -> None:
    """No box is made up."""
    assert PAGE.boxes_of("grant") == ()
    assert PAGE.boxes_of("") == ()


def test_a_page_sent_from_another_process_is_the_same() -> None:
    """Words and boxes come through as they were."""
    assert pickle.loads(pickle.dumps(PAGE)) == PAGE


def test_pages_count_from_one() -> None:
    """There is no page 0."""
    with pytest.raises(ValueError, match="pages count from 1, not 0"):
        Page(0, "", "")


def test_a_page_is_unread_for_known_reasons_only() -> None:
    """A reason that nobody knows is refused."""
    with pytest.raises(ValueError, match="unknown reason for an unread page: odd"):
        Page(1, "", "", unread="odd")


def test_items_run_forwards() -> None:
    """An item does not end before it begins."""
    with pytest.raises(ValueError, match="do not run forwards"):
        Item("3", "Minutes", (4, 3))


def test_tables_have_a_page_and_a_box_for_each_row() -> None:
    """A row without a place is refused."""
    with pytest.raises(ValueError, match="a page and a box for each row"):
        Table((1, 1), ("a",), (("1",),), (), ())


def test_a_pack_has_all_its_pages_and_items_within_them() -> None:
    """Pages without a gap, and no item past the last."""
    pages = (Page(1, "", "a"), Page(3, "", "b"))
    with pytest.raises(ValueError, match="pages are not 1 to 2 without a gap"):
        Pack("p.pdf", "P", "0", PackKind.OTHER, None, pages)
    with pytest.raises(ValueError, match="item 3 ends past the last page"):
        Pack("p.pdf", "P", "0", PackKind.OTHER, None, pages[:1], (Item("3", "Minutes", (1, 2)),))


def test_a_chunk_is_not_blank_and_lies_within_its_item() -> None:
    """What cannot be quoted or placed is refused."""
    with pytest.raises(ValueError, match="a chunk is not blank"):
        chunk(text=" \n")
    with pytest.raises(ValueError, match=r"pages \(14, 14\) lie outside item 118"):
        chunk(pages=(14, 14))


def test_a_place_is_named_as_people_say_it() -> None:
    """Minutes and items, printed pages and the file's own."""
    assert chunk().where == "Cabinet, 9 March 2023, minute 118, printed page 9 (PDF 12)"
    assert chunk(kind=Kind.REPORT, printed=("", "")).where == "Cabinet, 9 March 2023, item 118, PDF page 12"
    assert chunk(meeting=None, item=None, paged=False).where == "Pack"


def test_what_is_embedded_says_where_it_stands() -> None:
    """Meeting, item and headings stand above the text, and cells have their headers."""
    assert chunk().context == "Cabinet, 9 March 2023 · 118. Construction Loan\nThe loan of £16."
    row = chunk(cells=(("Year", "2023"), ("", "£16m")), headings=("Costs",))
    assert row.context.splitlines()[1] == "Year: 2023; £16m"


def test_the_same_contents_have_the_same_name() -> None:
    """Names are made of contents and place."""
    assert chunk().id == chunk(title="Another").id
    assert chunk().id != chunk(order=1).id
    assert identity("a", 1) == identity("a", "1")


def test_a_meeting_without_a_date_is_its_committee() -> None:
    """What the papers do not say is not said."""
    assert str(Meeting("Cabinet", None)) == "Cabinet"
