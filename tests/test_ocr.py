"""What is said of pages read from their pictures and of those that were not, and where a piece's words stand."""

from pathlib import Path

from paper_examples import page

from app.listing import runs, summary
from ingest.ocr import INSTALL, is_installed, text_to_words
from ingest.papers import Pack, PackKind, Page

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"


def test_words_stand_where_their_letters_do() -> None:
    """Also in a piece that sinks to the right."""
    corners = [[0, 0], [100, 10], [100, 30], [0, 20]]
    words = text_to_words("ab cd", [0.1, 0.3, 0.7, 0.9], corners)
    assert [(word.text, [round(edge) for edge in word.box]) for word in words] == [
        ("ab", [0, 0, 40, 24]),
        ("cd", [60, 6, 100, 30]),
    ]


def test_the_command_installs_what_the_extra_does() -> None:
    """The line that people copy and the extra name one release."""
    assert f"ocr = [{INSTALL.removeprefix('pip install ')}]" in PYPROJECT.read_text()


def test_numbers_are_listed_as_people_do() -> None:
    """Runs by their ends."""
    assert runs([1, 2, 3, 7, 9, 10]) == "1-3, 7, 9-10"


def test_a_summary_names_the_pages_read_by_ocr_and_those_unread() -> None:
    """With the command where it would help."""
    read = Page(1, "", "The loan was agreed.", ocr=True)
    left = [Page(number, "", "", unread="scanned") for number in (2, 3)]
    pack = Pack("a.pdf", "A", "0", PackKind.OTHER, None, (read, *left, page(4, "Agreed.")))
    way = "" if is_installed() else f"; to read them: {INSTALL}, then ingest again"
    assert summary(pack, 1) == f"other: 4 pages, 1 chunk, 2 unread pages (PDF 2-3{way}); read by OCR: PDF 1"
