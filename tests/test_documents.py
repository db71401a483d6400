"""Plain text and Markdown as pages of lines."""

from pathlib import Path

import pytest

from ingest.documents import LARGEST_TEXT, read_text
from ingest.errors import BrokenPaper, NotAPaper


def lines_of(tmp_path: Path, text: str) -> list[tuple[str, bool]]:
    """The lines read from a text, and whether they are bold."""
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    return [(line.text, line.bold) for page in read_text(path).pages for line in page.lines]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("## **Service Priorities** ##", ("Service Priorities", True)),
        ("**Reason:**", ("Reason:", True)),
        ("104. **Declarations of Interest**", ("104. Declarations of Interest", True)),
        ("108. **Leader's Announcements** (Verbal Report)", ("108. Leader's Announcements (Verbal Report)", True)),
        ("The **loan** is £16m", ("The loan is £16m", False)),
        ("Title of Report:\t<b>Children&#39;s Plan</b>", ("Title of Report: Children's Plan", False)),
        ('<ul> <li>Ends <a href="x">here</a>.</li> </ul>', ("Ends here.", False)),
        ("Where 3 < 4 and 5 > 4", ("Where 3 < 4 and 5 > 4", False)),
        ("> quoted", ("quoted", False)),
    ],
)
def test_marks_of_markdown_and_html_are_not_shown(tmp_path: Path, row: str, read: tuple[str, bool]) -> None:
    """A row reads as it would on paper; headings and bold rows stand out."""
    assert lines_of(tmp_path, row) == [read]


def test_empty_rows_and_table_rules_are_left_out(tmp_path: Path) -> None:
    """Only rows with words are lines."""
    assert lines_of(tmp_path, "One\n\n| --- | :-: |\nTwo\n") == [("One", False), ("Two", False)]


def test_form_feeds_part_real_pages(tmp_path: Path) -> None:
    """With form feeds there are pages, without there is one sheet that is no page."""
    path = tmp_path / "a.txt"
    path.write_text("One\fTwo\f", encoding="utf-8")
    read = read_text(path)
    assert ([page.text for page in read.pages], read.pages[2].unread, read.paged) == (["One", "Two", ""], "blank", True)
    path.write_text("One\nTwo", encoding="utf-8")
    assert read_text(path).paged is False


@pytest.mark.parametrize(
    ("held", "error", "reason"),
    [
        (b"caf\xe9", BrokenPaper, "a.txt: not UTF-8 text (byte 3); save it as UTF-8"),
        (b"a\x00b", NotAPaper, "a.txt: not a text file (it holds NUL bytes); check what it is"),
        (b" \n\n", NotAPaper, "a.txt: the file is empty; check the download"),
    ],
)
def test_what_is_no_text_says_why(tmp_path: Path, held: bytes, error: type[Exception], reason: str) -> None:
    """The file, what is wrong and what to do."""
    path = tmp_path / "a.txt"
    path.write_bytes(held)
    with pytest.raises(error) as caught:
        read_text(path)
    assert str(caught.value) == reason


def test_a_byte_order_mark_is_no_letter(tmp_path: Path) -> None:
    """Files saved by Windows begin with one."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfCabinet")
    assert read_text(path).pages[0].text == "Cabinet"


def test_a_text_beyond_all_size_says_so(tmp_path: Path) -> None:
    """Before it is read."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_TEXT + 1)
    with pytest.raises(NotAPaper, match="more than 32 MB of text"):
        read_text(path)


@pytest.mark.parametrize(
    ("row", "size", "lead"),
    [("# Cabinet", 16.0, ""), ("### Roads", 14.0, ""), ("5. **Planning** – the council met", 10.0, "Planning")],
)
def test_headings_by_level_and_words_in_bold_that_open(tmp_path: Path, row: str, size: float, lead: str) -> None:
    """A heading is the larger the higher it is."""
    (tmp_path / "a.md").write_text(row, encoding="utf-8")
    (line,) = read_text(tmp_path / "a.md").pages[0].lines
    assert (line.size, line.lead) == (size, lead)


def test_a_table_of_markdown_is_a_table(tmp_path: Path) -> None:
    """With its header, on its page; rows with strokes and no rule are text."""
    text = "Notes\f| Band | £ |\n|---|--:|\n| A | 1,407 |\n| **B** | 1,642 |\n\n| not | one |"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    read = read_text(tmp_path / "a.md")
    (table,) = read.tables
    assert (table.pages, table.header, table.rows) == ((2, 2), ("Band", "£"), (("A", "1,407"), ("B", "1,642")))
    assert [line.text for line in read.pages[1].lines] == ["Band", "£", "A", "1,407", "B", "1,642", "| not | one |"]
