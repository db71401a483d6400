"""Texts without pages: the items that the agenda lists, and the minutes within them."""

from datetime import date
from pathlib import Path

import pytest

from ingest.pack import read_pack
from ingest.papers import Meeting, Pack

AGENDA = """CABINET

Monday 12 June 2023

Agenda

1. Apologies
3. Minutes (Pages 1 - 16)
8. Cabinet Appointments 2023 - 2024 (Pages 17 - 24)
- 9. Corporate Plan 2023 - 2026: Key messages (Pages 25 - 30)**
10. Ageing Well (Pages 51 - 56)
"""
MINUTES = """Cabinet

Thursday 9 March 2023

PRESENT:

Councillor Bingley, in the Chair.

104. **Declarations of Interest**

There were none.

105. **Minutes**

The Cabinet agreed to:
1. Note the minutes;
2. Thank the officers.
"""
REPORTS = """Cabinet

Date of meeting: 12 June 2023
Title of Report: **Cabinet Appointments 2023-24**

Cabinet is asked to confirm the appointments.

Title of Report:\tCorporate Plan 2023 – 2026: Key messages

The plan has new priorities. Ageing well in the city is one of them.

## Ageing Well

The city is to be a good place to grow old in.
"""


def read(tmp_path: Path, text: str) -> Pack:
    """The pack made of a text."""
    path = tmp_path / "pack.txt"
    path.write_text(text, encoding="utf-8")
    return read_pack(path)


def places(pack: Pack) -> list[tuple[str, str, tuple[str, str]]]:
    """Number, first line and printed pages of each item."""
    return [(item.number, pack.pages[0].lines[item.line].text, item.printed) for item in pack.items]


def test_items_begin_at_their_covers_and_headings(tmp_path: Path) -> None:
    """With the committee and date above a cover; titles may differ a little; each has the agenda's pages."""
    pack = read(tmp_path, AGENDA + MINUTES + REPORTS)
    assert places(pack) == [
        ("3", "Cabinet", ("1", "16")),
        ("8", "Cabinet", ("17", "24")),
        ("9", "Title of Report: Corporate Plan 2023 – 2026: Key messages", ("25", "30")),
        ("10", "Ageing Well", ("51", "56")),
        ("", "Cabinet", ("", "")),
        ("", "PRESENT:", ("", "")),
        ("104", "104. Declarations of Interest", ("", "")),
        ("105", "105. Minutes", ("", "")),
    ]


def test_minutes_within_are_of_their_own_sitting(tmp_path: Path) -> None:
    """The items of the pack are of June, the minutes of March."""
    pack = read(tmp_path, AGENDA + MINUTES + REPORTS)
    march = Meeting("Cabinet", date(2023, 3, 9))
    assert pack.meeting == Meeting("Cabinet", date(2023, 6, 12))
    assert [item.number for item in pack.items if item.meeting == march] == ["", "", "104", "105"]


def test_an_item_whose_report_is_not_found_is_left_out(tmp_path: Path) -> None:
    """No place is made up."""
    pack = read(tmp_path, AGENDA + REPORTS.replace("Ageing Well", "Growing old"))
    assert [item.number for item in pack.items] == ["8", "9"]


def test_a_text_that_is_minutes_is_the_minutes(tmp_path: Path) -> None:
    """A file of minutes alone is of their sitting."""
    pack = read(tmp_path, MINUTES)
    assert (str(pack.meeting), [item.number for item in pack.items]) == ("Cabinet, 9 March 2023", ["", "104", "105"])


@pytest.mark.parametrize("text", ["Nothing but a note.\n", "1. Purpose\n2. Reasons\n"])
def test_a_text_without_agenda_has_no_items(tmp_path: Path, text: str) -> None:
    """Numbered lines alone are no agenda."""
    assert read(tmp_path, text).items == ()
