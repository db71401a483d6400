"""Answers are checked where they are made: marks and citations are one set, and what is not answered says why."""

import pytest
from record_examples import minute

from retrieval.answers import Answer, Citation, Status

CHUNK = minute("The lease was agreed.")
ONE = Citation(1, CHUNK, CHUNK.text, 1, "9")


def test_a_citation_says_where_it_stands() -> None:
    """The sitting that the words record, the minute, and the page in print and in the file."""
    assert ONE.where == "Cabinet, 9 March 2023, minute 118, printed page 9 (PDF 1)"
    assert ONE.meeting == CHUNK.meeting


def test_a_citation_without_pages_names_none() -> None:
    """A text without pages is cited by its minute."""
    assert Citation(1, CHUNK, CHUNK.text, None, "").where == "Cabinet, 9 March 2023, minute 118"


def test_an_answer_holds_what_it_cites() -> None:
    """Each mark has its citation."""
    answer = Answer("Agreed?", Status.ANSWERED, "It was agreed [1].", citations=(ONE,))
    assert (answer.citations, answer.reason, answer.writer) == ((ONE,), None, "extract")


@pytest.mark.parametrize(
    ("status", "text", "citations", "reason", "fault"),
    [
        (Status.ANSWERED, "It was agreed.", (ONE,), None, "are not the same set"),
        (Status.ANSWERED, "It was agreed [1] [2].", (ONE,), None, "are not the same set"),
        (Status.ANSWERED, "It was agreed.", (), None, "an answer has citations"),
        (Status.NOT_FOUND, "It was agreed [1].", (ONE,), "Why not", "what has none is not an answer"),
        (Status.NOT_FOUND, "", (), None, "says why"),
        (Status.DECLINED, "", (), "", "says why"),
    ],
)
def test_what_makes_no_sense_cannot_be_made(
    status: Status, text: str, citations: tuple[Citation, ...], reason: str | None, fault: str
) -> None:
    """Each fault is named."""
    with pytest.raises(ValueError, match=fault):
        Answer("Agreed?", status, text, reason, citations)
