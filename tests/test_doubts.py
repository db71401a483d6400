"""What speaks against the date of a sitting is said, and only that."""

from datetime import date

import pytest
from paper_examples import page

from ingest.doubts import meeting_doubts
from ingest.papers import Meeting

JUNE = Meeting("Cabinet", date(2023, 6, 12))


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("Cabinet, Tuesday 12 June 2023", ("the heading says Tuesday, and 12 June 2023 is a Monday",)),
        ("Cabinet, Monday, 12th June 2023", ()),
        ("Published on Friday 2 June 2023", ()),
        (
            "The next meeting is on 3 July 2022.",
            ("it is dated 12 June 2023, and the next meeting is given as 3 July 2022",),
        ),
        ("Next meeting of the Cabinet: 3 July 2023", ()),
        ("The next ordinary meeting will be arranged.", ()),
    ],
)
def test_doubts(text: str, doubts: tuple[str, ...]) -> None:
    """A weekday that it is not, and a next meeting before it."""
    assert meeting_doubts(JUNE, [page(1, text)]) == doubts


def test_without_a_date_there_is_no_doubt() -> None:
    """Nor without a sitting."""
    text = page(1, "Tuesday 12 June 2023")
    assert meeting_doubts(None, [text]) == meeting_doubts(Meeting("Cabinet", None), [text]) == ()
