"""Windows hold all the words of a chunk under its head, and rows that fit together share one."""

import numpy as np

from ingest.papers import Chunk, Kind
from retrieval.models import PackagedEncoder
from retrieval.windows import shared_windows, windows

SOLD = "The Cabinet agreed to sell the car park at Mill Lane."
LONG = " ".join(f"Paragraph {number} was noted." for number in range(200))


def chunk(text: str, cells: tuple[tuple[str, str], ...] = (), kind: Kind = Kind.TABLE, title: str = "Pack") -> Chunk:
    """A row of a table where it has cells."""
    return Chunk("pack.pdf", title, 0, kind, (1, 1), ("", ""), text, cells=cells)


FUND = chunk("General\t12", (("Fund", "General"), ("£m", "12")))
ROADS = chunk("Roads\t3", (("Fund", "Roads"), ("£m", "3")))


def test_a_short_text_is_one_window() -> None:
    """What fits is not cut, and stands under its head."""
    assert windows(SOLD, "Cabinet, 9 March 2023") == (f"Cabinet, 9 March 2023\n{SOLD}",)
    assert windows(SOLD) == (SOLD,)


def test_windows_share_words_and_miss_none() -> None:
    """Each window begins inside the one before it, at a word, and together they are the text."""
    pieces = windows(LONG)
    end = 0
    for piece in pieces:
        start = LONG.index(piece)
        assert start == 0 or (start < end and LONG[start - 1] == " ")
        end = start + len(piece)
    assert (len(pieces), end) == (9, len(LONG))


def test_every_window_is_seen_whole() -> None:
    """Under the longest head, the last word of a window still changes its vector."""
    packaged = PackagedEncoder()
    for piece in windows(LONG, "heading " * 100):
        assert not np.array_equal(*packaged.encode([piece, piece.rpartition(" ")[0]]))


def test_a_long_head_is_cut() -> None:
    """A head keeps its first 64 tokens, so that it leaves room for the text."""
    assert windows("Noted.", "heading " * 100) == ("heading " * 63 + "heading\nNoted.",)


def test_a_text_without_blanks_is_cut_between_tokens() -> None:
    """Dotted leaders make a single word of a thousand tokens: it is cut all the same."""
    pieces = windows("." * 1000)
    assert [len(piece) for piece in pieces] == [126] * 8 + [120]


def test_rows_under_one_head_share_a_window() -> None:
    """Two short rows of one table are encoded together, prose beside them alone."""
    prose = chunk(SOLD, kind=Kind.REPORT)
    found = [(alike, text.split()) for alike, [text] in shared_windows([FUND, ROADS, prose, FUND])]
    assert found == [
        ((FUND, ROADS), ["Pack", "Fund", "General", "£m", "12", "Fund", "Roads", "£m", "3"]),
        ((prose,), f"Pack {SOLD}".split()),
        ((FUND,), ["Pack", "Fund", "General", "£m", "12"]),
    ]


def test_rows_under_another_head_do_not() -> None:
    """A row of another title, section or meeting has a window of its own."""
    other = chunk("Roads\t3", ROADS.cells, title="Other pack")
    assert [alike for alike, _ in shared_windows([FUND, other])] == [(FUND,), (other,)]


def test_rows_share_only_what_holds_them_whole() -> None:
    """Rows of 60 tokens: two fit into 128, the third begins anew; one too long for any has windows of its own."""
    rows = [chunk("noted " * 60, (("", "noted " * 60),)) for _ in range(3)]
    long = chunk("noted " * 200, (("", "noted " * 200),))
    assert [(len(alike), len(texts)) for alike, texts in shared_windows([*rows, long])] == [(2, 1), (1, 1), (1, 2)]


def test_a_whole_table_is_its_first_window() -> None:
    """Its rows, which are encoded too, hold the rest."""
    table = chunk("noted\t" * 500)
    [(_, texts)] = shared_windows([table])
    assert len(texts) == 1


def test_marks_that_say_nothing_are_left_out() -> None:
    """Bullets, leaders and what parts cells go; hyphens, points and slashes within words stay."""
    marked = chunk("• re-let at £1.5m; see 3/4: agreed ....... 12", kind=Kind.REPORT)
    [(_, [text])] = shared_windows([marked])
    assert text.split() == ["Pack", "re-let", "at", "£1.5m", "see", "3/4", "agreed", "12"]
