"""The assistant: a question goes in, an answer that its pages bear out comes out, or the reason why there is none."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from ingest.papers import spoken
from retrieval.answers import MARK, Answer, Citation, Filters, Passage, Query, Status
from retrieval.catalogue import Catalogue
from retrieval.cells import marked, row_notes
from retrieval.check import borne_out
from retrieval.lexicon import in_their_words
from retrieval.models import Encoder
from retrieval.notes import became, left_out, never_used, read_as
from retrieval.preferred import by_standing, cautions
from retrieval.query import full_name, points_back, refused, understand
from retrieval.rank import RankSettings, Scored, confidence, score_units, weights_of
from retrieval.resolved import decision_of, promises_in, recommendation_of
from retrieval.search import Nearest, by_both, by_meaning, by_words
from retrieval.support import NO_DECISION, asks_recommended, demands, insisting, lacks
from retrieval.terms import words_of
from retrieval.tracker import follow, later_mentions
from retrieval.units import Unit
from retrieval.write import WriteSettings, choose, shown


@dataclass(frozen=True, slots=True)
class AskSettings:
    """How many passages are read for an answer, and how many are named where there is none."""

    passages: int = 16
    considered: int = 8
    nearest: int = 3


class Assistant:
    """Answers questions over what a catalogue and its vectors hold."""

    def __init__(
        self,
        catalogue: Catalogue,
        vectors: Nearest,
        encoder: Encoder,
        settings: AskSettings | None = None,
        ranking: RankSettings | None = None,
        writing: WriteSettings | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._encoder = encoder
        self._settings = settings or AskSettings()
        self._ranking = ranking or RankSettings()
        self._writing = writing or WriteSettings()
        self._find = by_standing(by_both([by_words(catalogue), by_meaning(catalogue, vectors)]), catalogue.ties)

    def ask(self, question: str, history: Sequence[str] = (), filters: Filters | None = None) -> Answer:
        """The answer to a question; `history` are the earlier questions, oldest first."""
        started = time.perf_counter()
        answer = self._answer(question, history, filters or Filters())
        return replace(answer, seconds=round(time.perf_counter() - started, 3))

    def search(self, words: str, filters: Filters | None = None, limit: int = 10) -> list[Passage]:
        """The passages that speak of the words, best first."""
        return self._find(self._understood(words, (), filters or Filters()), limit)

    def _understood(self, question: str, history: Sequence[str], filters: Filters) -> Query:
        committees = self._catalogue.committees()
        confined = replace(filters, committee=full_name(filters.committee, committees))
        query = understand(question, history, confined, committees)
        frequency = self._catalogue.document_frequency(query.terms)
        return in_their_words(query, self._catalogue.lexicon, frequency)

    def _frequency(self, query: Query) -> dict[str, int]:
        """In how many passages each of the question's words stands, itself or as what it stands for."""
        frequency = self._catalogue.document_frequency(query.terms)
        for short, long in query.same:
            if short.lower() in frequency:
                said_out = self._catalogue.document_frequency([long])
                frequency[short.lower()] += sum(said_out.values())
        return frequency

    def _answer(self, question: str, history: Sequence[str], filters: Filters) -> Answer:
        why_not = refused(question)
        if why_not:
            return Answer(question, Status.DECLINED, reason=why_not)
        query = self._understood(question, history, filters)
        if not query.terms:
            return Answer(question, Status.DECLINED, reason="This is not a question that names anything to look for.")
        passages = self._find(query, self._settings.passages)
        frequency, total = self._frequency(query), self._catalogue.size()
        read = dict(query.read_as)
        own = [read.get(word, word) for word in words_of(question) if read.get(word, word) in frequency]
        if own and not points_back(question) and not any(frequency[word] for word in own):
            return self._none(query, self._searched(query), ())
        weights = weights_of(query, frequency, total)
        if not passages:
            return self._none(query, self._searched(query, found=False), passages)
        counting = [passage for passage in passages if passage.footing.counts]
        answer = self._out_of(query, counting, weights, frequency, total, own)
        if answer.status is Status.ANSWERED or len(counting) == len(passages):
            return answer
        return self._out_of(query, passages, weights, frequency, total, own)

    def _out_of(
        self,
        query: Query,
        passages: Sequence[Passage],
        weights: Mapping[str, float],
        frequency: Mapping[str, int],
        total: int,
        own: Sequence[str],
    ) -> Answer:
        """The answer that these passages give."""
        scored = score_units(query, passages, weights, self._encoder, self._ranking)
        if not scored or scored[0].held < self._writing.held:
            return self._none(query, self._searched(query), passages)
        periods, names = demands(query, frequency, total)
        lacking = [self._lacking(found, query, periods, names) for found in scored[: self._settings.considered]]
        enough = self._writing.close * scored[0].score
        whole = [found for found, lack in lacking if not lack and found.score >= enough]
        if not whole:
            return self._none(query, insisting(query, [lack for _, lack in lacking]), passages)
        return self._written(query, whole, passages, (*read_as(query), *never_used(own, frequency)))

    def _lacking(
        self, found: Scored, query: Query, periods: frozenset[str], names: frozenset[str]
    ) -> tuple[Scored, str]:
        """What a unit lacks, "" for nothing; where that is a decision, the one taken on its item stands in for it."""
        lack = lacks(found.unit, query, periods, names)
        decision = decision_of(found.unit, self._catalogue.ledger) if lack == NO_DECISION else None
        if decision is None:
            return found, lack
        return replace(found, unit=decision), lacks(decision, query, periods, names)

    def _none(self, query: Query, reason: str, passages: Sequence[Passage]) -> Answer:
        """No answer, with the reason and the places that come nearest."""
        nearest = tuple(passages[: self._settings.nearest])
        return Answer(query.question, Status.NOT_FOUND, reason=reason, nearest=nearest)

    def _written(
        self, query: Query, scored: Sequence[Scored], passages: Sequence[Passage], notes: Sequence[str]
    ) -> Answer:
        """The chosen units as text with marks; those that their pages do not bear out are left out."""
        lines: list[str] = []
        citations: list[Citation] = []
        whole = recommendation_of if asks_recommended(query.question) else decision_of
        chosen = in_order(choose(query, scored, self._writing, partial(whole, ledger=self._catalogue.ledger)))
        found = {passage.chunk.id: passage for passage in passages}
        for unit in chosen:
            borne = borne_out(unit, len(citations) + 1, self._catalogue.page)
            if borne:
                also = self._passage(unit, found).also
                citations.extend(replace(each, also=also) for each in marked(borne[0], query, borne[1]))
                lines.append(f"{said(borne[0], query)} {''.join(f'[{citation.mark}]' for citation in borne[1])}")
        if not citations:
            return self._none(query, self._searched(query), passages)
        return Answer(
            query.question,
            Status.ANSWERED,
            "\n".join(lines),
            citations=tuple(citations),
            notes=tuple(
                dict.fromkeys([*notes, *(note for unit in chosen for note in self._notes(unit, query, found))])
            ),
            confidence=confidence(scored[0].score, self._ranking),
        )

    def _notes(self, unit: Unit, query: Query, found: Mapping[str, Passage]) -> Iterator[str]:
        """What must be said beside a unit: it is only recommended, has more parts, is a draft; a table's notes."""
        meeting = unit.chunk.meeting
        if unit.recommends and meeting:
            where = "see its minutes" if self._catalogue.minuted(meeting) else "no minutes of that meeting are held"
            yield f"What is recommended to {meeting} is no decision: {where}."
        yield from left_out(unit)
        yield from row_notes(unit, query)
        number = unit.chunk.item.number if unit.chunk.item else ""
        yield from cautions(self._passage(unit, found).footing, number)
        if any(self._catalogue.page(unit.chunk.document, page).ocr for page in set(unit.chunk.pages)):
            yield "These words were read off a scan by OCR: check them on the page."
        if query.wants == "commitment":
            for promise in promises_in(unit, self._catalogue.ledger):
                yield became(promise, follow(promise, later_mentions(promise, self._catalogue), date.today()))

    def _passage(self, unit: Unit, found: Mapping[str, Passage]) -> Passage:
        """The passage that a unit was found in; for words out of the register, what they and their item rest on."""
        chunk = unit.chunk
        if chunk.id in found:
            return found[chunk.id]
        footing = self._catalogue.ties.standing(chunk.document, chunk.pages, chunk.meeting)
        here = (chunk.document, chunk.item)
        of_item = (one.also for one in found.values() if (one.chunk.document, one.chunk.item) == here)
        return Passage(chunk, 0, 0.0, footing, next(of_item, ()))

    def _searched(self, query: Query, found: bool = True) -> str:
        """What was searched, for an answer that says that the papers do not say."""
        asked = query.filters
        within = [asked.committee, f"item {asked.item}" if asked.item else "", asked.document]
        since = f"since {spoken(asked.since)}" if asked.since else ""
        until = f"until {spoken(asked.until)}" if asked.until else ""
        confined = ", ".join(part for part in [*within, since, until] if part)
        if confined and not found:
            return f"Not in the papers: nothing that is held for {confined} speaks of this."
        held = self._catalogue.papers()
        papers = f"{held} documents" if held != 1 else "1 document"
        return f"Not in the papers: {papers} searched{f' ({confined})' if confined else ''}, and none says this."


def said(unit: Unit, query: Query) -> str:
    """A unit as it stands in an answer: its words, no number of theirs like a mark, and for a decision whose it is."""
    words = MARK.sub(r"(\1)", shown(unit, query).rstrip(" ;"))
    chunk = unit.chunk
    if query.wants == "decision" and unit.decides and chunk.meeting and chunk.item and chunk.item.number:
        return f"{chunk.meeting}, minute {chunk.item.number.rstrip('.')}: {words}"
    return words


def in_order(units: Sequence[Unit]) -> list[Unit]:
    """The units best first; in reading order where they are all of one item."""
    items = {(unit.chunk.document, unit.chunk.item) for unit in units}
    return sorted(units, key=lambda unit: unit.chunk.order) if len(items) == 1 else list(units)
