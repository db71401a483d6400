"""Documents put together: what they are, their titles, meetings, items and minutes, and what cannot be read."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from paper_examples import line, lines, pdf, running

from ingest.errors import NotAPaper
from ingest.pack import read_pack
from ingest.papers import Line, Meeting, PackKind
from ingest.titles import cover_title, document_title

AGENDA = running(
    "#CABINET",
    "Monday 12 June 2023",
    "Agenda",
    "3. Minutes (Pages 1 - 2)",
    "8. Appointments (Pages 3 - 3)",
)
MINUTES = [
    (20, "Agenda Item 3"),
    (34, "Page 1"),
    *running("Cabinet", "Thursday 9 March 2023", "PRESENT:", "Councillor Bingley.", "#104. Interests", "None."),
]
MORE = [(34, "Page 2"), *running("#105. Loan", "The Cabinet agreed the loan.")]
REPORT = [(20, "Agenda Item 8"), (34, "Page 3"), *running("Title of Report: Appointments", "To be confirmed.")]


def test_a_pack_is_read_whole(tmp_path: Path) -> None:
    """Its meeting, its items on their pages, and the minutes within it as their own sitting's."""
    pack = read_pack(pdf(tmp_path / "pack.pdf", AGENDA, MINUTES, MORE, REPORT))
    assert (pack.kind, str(pack.meeting), pack.paged) == (PackKind.AGENDA_PACK, "Cabinet, 12 June 2023", True)
    assert [page.printed for page in pack.pages] == ["", "1", "2", "3"]
    assert [(i.number, i.title, i.pages, str(i.meeting)) for i in pack.items] == [
        ("3", "Minutes", (2, 3), "Cabinet, 12 June 2023"),
        ("8", "Appointments", (4, 4), "Cabinet, 12 June 2023"),
        ("", "Minutes of Cabinet, 9 March 2023", (2, 3), "Cabinet, 9 March 2023"),
        ("", "Attendance", (2, 2), "Cabinet, 9 March 2023"),
        ("104", "Interests", (2, 2), "Cabinet, 9 March 2023"),
        ("105", "Loan", (3, 3), "Cabinet, 9 March 2023"),
    ]


def test_a_supplement_says_which_items_it_adds_to(tmp_path: Path) -> None:
    """The numbers of its items are those of the agenda."""
    front = [*running("#CABINET - SUPPLEMENT PACK", "Monday 12 June 2023", "8. Appointments (Pages 1 - 1)")]
    pack = read_pack(pdf(tmp_path / "late.pdf", front, [(34, "Page 1"), *running("To be confirmed.")]))
    assert (pack.kind, pack.supplements) == (PackKind.SUPPLEMENT, ("8",))


def test_a_pack_without_agenda_has_its_items_from_stamps(tmp_path: Path) -> None:
    """Titled by their covers, or by their numbers."""
    sheets = [[(20, "Agenda Item 8"), *running("Title of Report: Appointments")], running("Text of it.")]
    pack = read_pack(pdf(tmp_path / "part.pdf", *sheets, [(20, "Agenda Item 9"), *running("Plan of it.")]))
    assert [(i.number, i.title, i.pages) for i in pack.items] == [
        ("8", "Appointments", (1, 2)),
        ("9", "Item 9", (3, 3)),
    ]


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (
            ("Cabinet", "Thursday 9 March 2023", "PRESENT: A", "#1. Apologies", "None.", "#2. Roads", "Noted."),
            "minutes",
        ),
        (("Cabinet", "Thursday 9 March 2023", "Record of Decisions", "1. The loan was agreed."), "decision sheet"),
        (("KENT COUNTY COUNCIL – PROPOSED RECORD OF DECISION", "DECISION TO BE TAKEN BY:", "Cabinet"), "report"),
        (("From: The Leader", "To: Cabinet – 30 January 2025", "Subject: Budget"), "report"),
        (("Finance Monitoring Report", "As at November"), "report"),
        (("CYPFS Improvement Plan", "and progress report"), "plan"),
        (("EQIA Submission – ID Number", "Commissioning Plan"), "other"),
        (("Newsletter", "Cream teas"), "other"),
        (("Cabinet", "Thursday 9 March 2023", "Agenda", "1. Apologies", "2. Minutes", "3. Roads"), "agenda pack"),
    ],
)
def test_what_a_document_is(tmp_path: Path, texts: Sequence[str], kind: str) -> None:
    """By its front sheet, its opening lines, and whether it records a sitting; a proposed record is none."""
    assert read_pack(pdf(tmp_path / "a.pdf", running(*texts))).kind.value == kind


def test_an_agenda_alone_lists_its_items(tmp_path: Path) -> None:
    """Without papers the items stand where they are listed."""
    texts = ("Cabinet", "Thursday 9 March 2023", "Agenda", "1. Apologies", "2. Minutes", "3. Roads (Pages 5 - 9)")
    pack = read_pack(pdf(tmp_path / "a.pdf", running(*texts)))
    assert [(i.number, i.title, i.line, i.printed) for i in pack.items] == [
        ("1", "Apologies", 3, ("", "")),
        ("2", "Minutes", 4, ("", "")),
        ("3", "Roads", 5, ("5", "9")),
    ]


@pytest.mark.parametrize(
    ("name", "held", "reason"),
    [
        ("a.pdf", b"", "a.pdf: the file is empty; check the download"),
        ("a.xlsx", b"PK", "a.xlsx: files of this kind are not read; give PDF, Word (DOCX), HTML, text or Markdown"),
        ("a.txt", b"\n", "a.txt: the file is empty; check the download"),
    ],
)
def test_what_is_no_paper_says_why(tmp_path: Path, name: str, held: bytes, reason: str) -> None:
    """The file, what is wrong and what to do, in one line."""
    (tmp_path / name).write_bytes(held)
    with pytest.raises(NotAPaper) as caught:
        read_pack(tmp_path / name)
    assert str(caught.value) == reason


def test_the_same_file_has_the_same_name_by_contents(tmp_path: Path) -> None:
    """The hash is of the bytes, the name of the file's name too."""
    (tmp_path / "a.txt").write_text("Notes.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Notes.", encoding="utf-8")
    first, second = read_pack(tmp_path / "a.txt"), read_pack(tmp_path / "b.txt")
    assert first.sha256 == second.sha256 == hashlib.sha256(b"Notes.").hexdigest()
    assert first.id != second.id


CABINET = Meeting("Cabinet", date(2023, 3, 9))
COVER = lines("Date of meeting: 9 March", "Title of Report: Outturn")


@pytest.mark.parametrize(
    ("told", "kind", "title"),
    [
        ("Outturn 2022/23", PackKind.REPORT, "Outturn 2022/23"),
        ("(Public Pack)Item 7 Agenda Supplement", PackKind.SUPPLEMENT, "Item 7 Agenda Supplement"),
        ("Cabinet, 9 March 2023: pack", PackKind.AGENDA_PACK, "Cabinet, 9 March 2023: pack"),
        ("Minutes", PackKind.MINUTES, "Cabinet, 9 March 2023: minutes"),
        ("BURTON PARISH COUNCIL", PackKind.MINUTES, "Cabinet, 9 March 2023: minutes"),
        ("Agenda Template", PackKind.AGENDA_PACK, "Cabinet, 9 March 2023: agenda pack"),
        ("Microsoft Word - report.docx", PackKind.REPORT, "Outturn"),
        ("THE REPORT", PackKind.REPORT, "Outturn"),
        ("Record of Decision", PackKind.REPORT, "Outturn"),
        ("", PackKind.REPORT, "Outturn"),
    ],
)
def test_titles_that_say_nothing_are_not_taken(told: str, kind: PackKind, title: str) -> None:
    """Templates, programs and bodies are no titles; then the meeting or the cover speaks."""
    assert document_title(told, kind, CABINET, COVER, "file_name") == title


def test_a_document_that_says_nothing_is_called_by_its_file() -> None:
    """Without cover and meeting the name of the file is left."""
    assert document_title("", PackKind.OTHER, None, lines("Cream teas"), "News_60") == "News 60"


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        (
            lines("Subject: Transfer the section of the", "Service to the Directorate", "Decision no: 24"),
            "Transfer the section of the Service to the Directorate",
        ),
        (lines("Subject Matter / Title of Decision", "Commissioning Plan", "Decision:"), "Commissioning Plan"),
        (lines("Title of Decision:", "Adoption of the Strategy", "Decision: Cabinet"), "Adoption of the Strategy"),
        ((line("Title: Reserves", 100), line("Policy text far below", 160)), "Reserves"),
        (lines("Titles of nobility"), ""),
    ],
)
def test_covers_give_titles_over_their_lines(cover: tuple[Line, ...], title: str) -> None:
    """To the next label, or to a gap."""
    assert cover_title(cover) == title
