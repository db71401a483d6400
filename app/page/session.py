"""What one visitor has asked and is looking at: frozen, every step makes a new one."""

from dataclasses import dataclass, replace

from ingest.papers import Box
from retrieval.answers import Answer, Citation, Passage, Status


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a click opens: the document, its page (1 where it has none), and what is marked there.

    `cited` is whether an answer rests on it; if not, it is only near to what was asked;
    `about` is then the title of its item.
    """

    document: str
    number: int
    where: str
    quote: str
    boxes: tuple[Box, ...] = ()
    cited: bool = True
    about: str = ""


def cited(citation: Citation) -> Place:
    """The place of a citation."""
    return Place(citation.chunk.document, citation.pdf_page or 1, citation.where, citation.quote, citation.boxes)


def near(passage: Passage) -> Place:
    """The place of a passage: its first page, marked only where all of it stands on that page."""
    chunk = passage.chunk
    boxes = chunk.boxes if chunk.pages[0] == chunk.pages[1] else ()
    about = chunk.item.title if chunk.item else ""
    return Place(chunk.document, chunk.pages[0], chunk.where, chunk.text, boxes, False, about)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it: an answer, or the trouble that kept it away, or neither yet."""

    question: str
    answer: Answer | None = None
    trouble: str = ""

    @property
    def places(self) -> tuple[Place, ...]:
        """What can be opened from this turn, in the order shown: its citations, or the nearest places."""
        if self.answer is None:
            return ()
        if self.answer.status is Status.ANSWERED:
            return tuple(map(cited, self.answer.citations))
        return tuple(map(near, self.answer.nearest))


@dataclass(frozen=True, slots=True)
class View:
    """What is open beside the chat: the place opened, where it was opened from, and the page now shown."""

    place: Place
    source: tuple[int, int]
    number: int

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What to mark on the page now shown: nothing once the reader has turned to another."""
        return self.place.boxes if self.number == self.place.number else ()


@dataclass(frozen=True, slots=True)
class Session:
    """A visitor's turns, oldest first, and what is open beside them."""

    turns: tuple[Turn, ...] = ()
    view: View | None = None

    @property
    def history(self) -> tuple[str, ...]:
        """The questions asked so far that got an answer or a reason, oldest first."""
        return tuple(turn.question for turn in self.turns if turn.answer)

    @property
    def waiting(self) -> bool:
        """Whether the last question has neither an answer nor a reason why there is none."""
        return bool(self.turns) and not (self.turns[-1].answer or self.turns[-1].trouble)

    def ask(self, question: str) -> "Session":
        """With a question that waits for its answer."""
        return replace(self, turns=(*self.turns, Turn(question)))

    def settle(self, answer: Answer | None, trouble: str = "") -> "Session":
        """With the last question answered, or the trouble that kept the answer away."""
        return replace(self, turns=(*self.turns[:-1], replace(self.turns[-1], answer=answer, trouble=trouble)))

    def open(self, turn: int, place: int) -> "Session":
        """With a place of a turn open beside the chat; unchanged where there is no such place."""
        if not (0 <= turn < len(self.turns) and 0 <= place < len(self.turns[turn].places)):
            return self
        opened = self.turns[turn].places[place]
        return replace(self, view=View(opened, (turn, place), opened.number))

    def leaf(self, number: int) -> "Session":
        """With another page of the open document shown."""
        return replace(self, view=replace(self.view, number=number)) if self.view else self
