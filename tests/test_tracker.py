"""What became of a promise: three sittings of a made council, and what nobody says."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from record_examples import MARCH

from ingest.chunk import split
from ingest.entries import Commitment, Decision, Outcome, Place, Standing
from ingest.pack import read_pack
from ingest.papers import Chunk, Item, Kind, Meeting, Pack, PackKind, Page
from ingest.register.commitments import pack_to_commitments
from retrieval.catalogue import Catalogue
from retrieval.states import Became
from retrieval.tracker import SILENCE, Followed, follow, later_mentions

MAY, JULY = Meeting("Cabinet", date(2023, 5, 11)), Meeting("Cabinet", date(2023, 7, 13))
PROMISED = "send members a written note of visitor counts at the five branch libraries"
OTHER = "The gritting lorries were named by the pupils of three schools."


def promise(
    action: str = PROMISED, due: date | None = date(2023, 5, 31), progress: str = "", number: str = "118."
) -> Commitment:
    """A promise made on 9 March 2023."""
    place = Place("march.pdf", "Minutes", (2, 2))
    item = Item(number, "Libraries", (2, 2), MARCH)
    return Commitment(place, 0, MARCH, item, "Head of Libraries", action, action, due, progress=progress)


def said(text: str, meeting: Meeting, *cells: tuple[str, str]) -> Chunk:
    """A passage of a later paper, or a row of its log."""
    name = f"{meeting.date}.pdf"
    kind = Kind.TABLE if cells else Kind.REPORT
    return Chunk(name, name, 0, kind, (3, 3), ("7", "7"), text or "\t".join(c for _, c in cells), meeting, cells=cells)


def papers(folder: Path, *chunks: Chunk) -> Catalogue:
    """A catalogue of those passages, a paper each, beside a paper about other things."""
    folder.mkdir(exist_ok=True)
    catalogue = Catalogue(folder / "store", "hashed-words")
    source = folder / "made.pdf"
    source.write_bytes(b"made")
    other = said(OTHER, Meeting("Cabinet", date(2023, 6, 1)))
    for held in [*([chunk] for chunk in chunks), [replace(other, order=order) for order in range(20)]]:
        pages = tuple(Page(number, "", held[0].text if number == 3 else "") for number in (1, 2, 3))
        document = held[0].document
        catalogue.add(Pack(document, "Pack", document, PackKind.AGENDA_PACK, held[0].meeting, pages), held, source)
    return catalogue


def became(folder: Path, today: date, *chunks: Chunk, **more: object) -> Followed:
    """What became of the promise by the papers given."""
    one = promise(**more)  # type: ignore[arg-type]
    return follow(one, later_mentions(one, papers(folder, *chunks)), today)


DONE = said("The written note of visitor counts at the five branch libraries was sent to members in May.", JULY)
LATE = said(
    "", MAY, ("Action", "Written note of visitor counts at branch libraries"), ("Progress", "Overdue. Staff ill.")
)
OPEN = said("", JULY, ("Action", "Written note of visitor counts at branch libraries"), ("Update", "In progress"))
GONE = said("The written note of visitor counts at the five branch libraries is no longer needed.", JULY)


@pytest.mark.parametrize(
    ("chunks", "status", "evidence"),
    [
        ((DONE,), Became.DONE, JULY),
        ((LATE,), Became.OVERDUE, MAY),
        ((LATE, DONE), Became.DONE, JULY),
        ((OPEN,), Became.OVERDUE, JULY),
        ((GONE, LATE), Became.SUPERSEDED, JULY),
    ],
)
def test_the_newest_paper_that_says_so_counts(
    tmp_path: Path, chunks: tuple[Chunk, ...], status: Became, evidence: Meeting
) -> None:
    """Done, overdue and superseded by a paper's own words; in progress after the day is overdue."""
    followed = became(tmp_path, date(2023, 8, 1), *chunks)
    assert (followed.status, followed.evidence and followed.evidence.meeting) == (status, evidence)
    days = [mention.date for mention in followed.later]
    assert days == sorted(chunk.meeting.date for chunk in chunks if chunk.meeting and chunk.meeting.date)


def test_a_mention_has_its_words_and_place(tmp_path: Path) -> None:
    """The sentence that says so, its document, page and printed number."""
    (mention,) = became(tmp_path, date(2023, 8, 1), DONE).later
    assert (mention.quote, mention.document) == (DONE.text, "2023-07-13.pdf")
    assert (mention.pdf_page, mention.printed, mention.says) == (3, "7", Became.DONE)


def test_a_row_is_quoted_by_its_progress(tmp_path: Path) -> None:
    """The cell that says how it goes, not the action said again."""
    assert became(tmp_path, date(2023, 8, 1), LATE).later[0].quote == "Overdue. Staff ill."


@pytest.mark.parametrize(
    ("due", "today", "status"),
    [
        (date(2023, 5, 31), date(2023, 4, 1), Became.OPEN),
        (date(2023, 5, 31), date(2023, 8, 1), Became.UNKNOWN),
        (None, date(2023, 8, 1), Became.UNKNOWN),
    ],
)
def test_silence_says_nothing(tmp_path: Path, due: date | None, today: date, status: Became) -> None:
    """Without a later mention it is open until it falls due, and then nobody knows."""
    followed = became(tmp_path, today, due=due)
    assert (followed.status, followed.later, followed.evidence) == (status, (), None)
    assert followed.reason.endswith(SILENCE)


def test_its_own_row_is_evidence_of_its_day(tmp_path: Path) -> None:
    """What the row says of its progress is said on the day of its paper."""
    done = became(tmp_path, date(2023, 8, 1), progress="Complete. Sent in February.")
    assert (done.status, done.reason, done.later) == (Became.DONE, "Cabinet, 9 March 2023", ())
    then = became(tmp_path, date(2023, 8, 1), progress="On track", due=date(2023, 5, 31))
    assert (then.status, SILENCE in then.reason) == (Became.UNKNOWN, True)


def test_other_things_with_some_of_the_words_are_not_it(tmp_path: Path) -> None:
    """A few common words do not make a mention."""
    near = said("Members sent their thanks to the five libraries for the coffee.", JULY)
    assert became(tmp_path, date(2023, 8, 1), near).later == ()


def test_a_passage_that_names_the_day_needs_fewer_words(tmp_path: Path) -> None:
    """What was promised on that day is known by it."""
    note = said("On 9 March 2023 I undertook to send these counts of visitors. This note completes the action.", JULY)
    followed = became(tmp_path, date(2023, 8, 1), note)
    assert (followed.status, followed.later[0].quote) == (Became.DONE, note.text)


def test_a_row_that_names_the_minute_needs_fewer_words(tmp_path: Path) -> None:
    """A log's column of minutes refers to it."""
    row = said("", JULY, ("Minute", "118(a)"), ("Action", "Note of visitors"), ("Progress", "Complete. See item 4."))
    action = "send a note of how many visitors were counted hour by hour on Saturdays"
    assert became(tmp_path, date(2023, 8, 1), row, action=action).status is Became.DONE
    assert became(tmp_path / "other", date(2023, 8, 1), action=action).status is Became.UNKNOWN


def test_papers_of_the_same_day_or_before_are_not_later(tmp_path: Path) -> None:
    """Only what is said at a later sitting is looked at."""
    same = said(DONE.text, MARCH)
    assert became(tmp_path, date(2023, 8, 1), same).later == ()


def test_a_decision_is_followed_by_its_words(tmp_path: Path) -> None:
    """Later papers that speak of what was decided are found the same way."""
    item = Item("118.", "Libraries", (2, 2), MARCH)
    text = "RESOLVED that a written note of visitor counts at the branch libraries be sent."
    made = Decision(Place("march.pdf", "Minutes", (2, 2)), 0, MARCH, item, Outcome.AGREED, text, Standing.DRAFT)
    assert [mention.says for mention in later_mentions(made, papers(tmp_path, DONE))] == [Became.DONE]


def test_what_has_no_day_has_nothing_later(tmp_path: Path) -> None:
    """A paper without a sitting's date cannot be before another."""
    undated = Commitment(Place("a.pdf", "A", (1, 1)), 0, None, None, "", PROMISED, PROMISED)
    assert later_mentions(undated, papers(tmp_path, DONE)) == ()


def test_the_sample_s_promise_was_kept_late(tmp_path: Path) -> None:
    """The log says overdue, the supplement of the same day that it is done."""
    sample = Path(__file__).parents[1] / "corpus" / "sample"
    catalogue = Catalogue(tmp_path / "store", "hashed-words")
    packs = [read_pack(path) for path in sorted(sample.glob("place-scrutiny-*.pdf"))]
    for held in packs:
        catalogue.add(held, split(held), sample / held.document)
    (counts,) = [one for one in pack_to_commitments(packs[0]) if one.owner == "Ruth Ellacott"]
    followed = follow(counts, later_mentions(counts, catalogue), date(2025, 1, 15))
    assert followed.status is Became.DONE
    assert [mention.says for mention in followed.later] == [Became.OVERDUE, Became.DONE]
