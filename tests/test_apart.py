"""What surrounds the content is known by its form, by where it stands, and by standing in several items."""

import re

import pytest
from paper_examples import line, page

from ingest.apart import FRONT, VERSIONS, WORDED, table_apart, worded
from ingest.blocks import pack_to_blocks
from ingest.chunk import split
from ingest.papers import Chunk, Item, Kind, Pack, PackKind, Page

ROWS = [(reason, pattern, example) for reason, rows in WORDED.items() for pattern, example in rows]
CONTENT = (
    "The budget for fire alarms was signed off by the Director in May.",
    "That Cabinet approves the equality objectives in Appendix A.",
    "Recommendations: members are asked to give due regard to the findings.",
    "The contract was approved by Cabinet on 3 May 2024 and the date agreed for the opening is 1 June.",
    "Version 2 of the plan adds three actions for schools.",
    "Confidentiality clauses are in all contracts of the service.",
    "Originating from the review of 2022, the scheme is in its second year.",
    "1. Approve the loan; 2. Note the risks.",
)


def apart(*texts: str, kind: PackKind = PackKind.REPORT) -> list[tuple[str, str]]:
    """Each passage of a page of such paragraphs, and why it is apart."""
    made = [line(text, 100 + 30 * at) for at, text in enumerate(texts)]
    return [(c.text, c.apart) for c in split(Pack("p.pdf", "P", "0", kind, None, (page(1, made=made),)))]


def table(*rows: tuple[str, ...], header: tuple[str, ...] = ()) -> Chunk:
    """A table as a chunk: whole, or its one row."""
    cells = tuple(zip(header or ("",) * len(rows[0]), rows[0], strict=True)) if len(rows) == 1 else ()
    text = "\n".join("\t".join(row) for row in (((header,) if header and not cells else ()) + rows))
    return Chunk("p.pdf", "P", 0, Kind.TABLE, (1, 1), ("", ""), text, cells=cells)


@pytest.mark.parametrize(("reason", "pattern", "example"), ROWS)
def test_each_example_fits_its_pattern_and_has_its_reason(reason: str, pattern: str, example: str) -> None:
    """Whatever the capitals."""
    assert re.search(pattern, example, re.I)
    assert worded(example) == reason


@pytest.mark.parametrize(("pattern", "example"), [*FRONT, *VERSIONS])
def test_each_other_example_fits_its_pattern(pattern: str, example: str) -> None:
    """The wordings of front sheets, and the headers of versions."""
    assert re.search(pattern, example, re.I)


@pytest.mark.parametrize("text", CONTENT)
def test_content_is_not_apart(text: str) -> None:
    """Though it shares words with what is."""
    assert worded(text) == ""


def test_a_forms_line_is_a_passage_of_its_own() -> None:
    """The fields above and below it are content."""
    assert apart(
        "Author: J. Smith, Manager", "Confidentiality: Part I - Official", "The report of the year is here."
    ) == [
        ("Author: J. Smith, Manager", ""),
        ("Confidentiality: Part I - Official", "form"),
        ("The report of the year is here.", ""),
    ]


def test_housekeeping_is_apart_on_front_sheets_only() -> None:
    """In a report mobile phones may be the matter itself."""
    text = "Please turn mobile phones to silent while the meeting lasts."
    assert apart(text, kind=PackKind.AGENDA_PACK) == [(text, "housekeeping")]
    assert apart(text) == [(text, "")]


def test_a_table_of_contents_is_apart() -> None:
    """From its heading on, or by its dots."""
    assert {why for _, why in apart("Contents", "Introduction 3", "The year in figures 5", "A sentence of text.")} == {
        "contents",
        "",
    }
    assert apart("Reserves.................... 14") == [("Reserves.................... 14", "contents")]


def test_a_sign_off_grid_is_apart_by_most_of_its_rows() -> None:
    """Whole and row by row; one row of many sets no table apart."""
    grid = (("Originating SMT member: J Smith",), ("Date agreed: 3/5/25",))
    assert [table_apart(table(*grid)), table_apart(table(grid[0]))] == ["sign-off", "sign-off"]
    assert table_apart(table(("Schools", "12"), ("Roads", "14"), ("Date agreed:", ""))) == ""


def test_a_history_of_versions_is_apart() -> None:
    """By its header; a budget's version is none."""
    assert table_apart(table(("1.2", "May", "JS"), header=("Version", "Date", "Author"))) == "document control"
    assert table_apart(table(("Roads", "14"), header=("Service", "Budget"))) == ""


def test_what_stands_word_for_word_in_three_items_is_apart() -> None:
    """Not in two, and not the fields of their covers."""
    text = "The council keeps its duties under the acts in mind in all that is proposed here and elsewhere."
    pages = tuple(
        _sheet(number, text, "Lead member: the councillor for all the things that are proposed here, now")
        for number in range(1, 4)
    )
    items = tuple(Item(str(number), "Roads", (number, number)) for number in range(1, 4))
    found = pack_to_blocks(Pack("p.pdf", "P", "0", PackKind.AGENDA_PACK, None, pages, items))
    assert [block.apart for block in found] == ["repeated", ""] * 3
    found = pack_to_blocks(Pack("p.pdf", "P", "0", PackKind.AGENDA_PACK, None, pages[:2], items[:2]))
    assert [block.apart for block in found] == ["", ""] * 2


def _sheet(number: int, *texts: str) -> Page:
    return page(number, made=[line(text, 100 + 30 * at) for at, text in enumerate(texts)])
