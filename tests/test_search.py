"""Finding by words, by meaning and by both takes the same question and gives the same kind of list."""

from dataclasses import replace
from pathlib import Path

import pytest
from record_examples import MARCH, SCRUTINY, asked, library, minute, passages, report

from ingest.papers import Chunk
from retrieval.answers import Filters, Passage, Query
from retrieval.search import Finder, SearchSettings, by_both, by_meaning, by_words, lift

LEASE = minute("The lease of the depot was agreed.")
EXCLUSIONS = report("School exclusions rose in spring.", 1, SCRUTINY)
PARKS = report("Parks close at dusk.", 2)
PLAIN = SearchSettings()


@pytest.fixture(params=["words", "meaning", "both"])
def finder(request: pytest.FixtureRequest, tmp_path: Path) -> Finder:
    """Each way of finding, over the same three chunks."""
    catalogue, vectors = library(tmp_path, LEASE, EXCLUSIONS, PARKS)
    ways = {"words": by_words(catalogue), "meaning": by_meaning(catalogue, vectors)}
    ways["both"] = by_both(list(ways.values()))
    way: Finder = ways[request.param]
    return way


def test_the_best_comes_first_and_ranks_count_from_one(finder: Finder) -> None:
    """Scores fall with the rank."""
    found = finder(asked("school exclusions"), 10)
    assert found[0].chunk == EXCLUSIONS
    assert [passage.rank for passage in found] == list(range(1, len(found) + 1))
    assert found == sorted(found, key=lambda passage: -passage.score)


def test_no_more_than_the_limit_are_given(finder: Finder) -> None:
    """The best of them."""
    assert [passage.chunk for passage in finder(asked("depot lease, parks, schools"), 1)] == [LEASE]


def test_filters_confine_what_is_found(finder: Finder) -> None:
    """Though another chunk fits better."""
    query = Query("depot lease, parks", "depot lease, parks", ("depot", "lease", "parks"), filters=Filters(item="118"))
    assert [passage.chunk for passage in finder(query, 10)] == [LEASE]


def test_nothing_is_found_for_no_words(finder: Finder) -> None:
    """An empty question is no error."""
    assert finder(asked(""), 10) == []


def test_vectors_of_what_is_not_held_are_passed_over(tmp_path: Path) -> None:
    """The catalogue is the source of truth; ranks have no gap."""
    catalogue, vectors = library(tmp_path, LEASE)
    vectors.add([PARKS])
    found = by_meaning(catalogue, vectors)(asked("parks close at dusk"), 10)
    assert [(passage.chunk, passage.rank) for passage in found] == [(LEASE, 1)]


def given(*chunks: Chunk) -> Finder:
    """A finder that finds these, whatever is asked."""
    return lambda query, limit: passages(*chunks)[:limit]


def test_fusion_adds_what_each_rank_is_worth() -> None:
    """First and third: 1/11 + 1/13; second and first: 1/12 + 1/11."""
    found = by_both([given(LEASE, EXCLUSIONS, PARKS), given(EXCLUSIONS, PARKS, LEASE)])(asked("schools"), 2)
    assert found == [Passage(EXCLUSIONS, 1, 1 / 12 + 1 / 11), Passage(LEASE, 2, 1 / 11 + 1 / 13)]


def test_each_finder_is_asked_for_enough() -> None:
    """As deep as the settings say, and deeper where more are wanted."""
    depths: list[int] = []
    both = by_both([lambda query, limit: depths.append(limit) or []])  # type: ignore[func-returns-value]
    both(asked("schools"), 10)
    both(asked("schools"), 500)
    assert depths == [PLAIN.depth, 500]


@pytest.mark.parametrize(
    ("question", "factor"),
    [
        ("the depot", 1.0),
        ("the depot on 9 March 2023", PLAIN.named_meeting),
        ("the depot in March 2023", PLAIN.named_meeting),
        ("the depot at Cabinet", PLAIN.named_committee),
        ("the depot, item 118", PLAIN.named_number),
        ("what was agreed on the depot", PLAIN.minutes_for_decisions),
    ],
)
def test_what_the_question_names_is_lifted(question: str, factor: float) -> None:
    """The sitting, the committee, the number, minutes for decisions."""
    assert LEASE.meeting == MARCH
    assert lift(LEASE, asked(question), PLAIN) == factor


def test_what_is_apart_counts_less() -> None:
    """A sign-off is found after the content that it stands beside."""
    query = asked("parks")
    assert lift(replace(PARKS, apart="sign-off"), query, PLAIN) == PLAIN.apart * lift(PARKS, query, PLAIN)
