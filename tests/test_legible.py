"""Whether a page's text layer can be read."""

import pytest

from ingest.legible import why_unread


@pytest.mark.parametrize("stamp", ["Page 57", "Agenda Item 12\nPage 157", "Agenda Item 12 Page 157", "Page 7 of 120"])
def test_a_stamp_on_a_scan_is_no_text(stamp: str) -> None:
    """A scanned letter within a pack is a scan, though the pack's number was put on it."""
    assert (why_unread(stamp, 1), why_unread(stamp, 0)) == ("scanned", None)


def test_a_picture_with_its_title_is_read() -> None:
    """A map's page says what it shows."""
    assert why_unread("Appendix B: the wards of the borough\nPage 57", 1) is None
