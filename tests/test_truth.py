"""The two packs and three reports of the shared corpus against what is known of each of their pages.

`truth/cypfs-improvement-plan-2019-06.json` gives no page numbers, though "Page n" is printed in the running head
of each of its pages; its printed numbers are therefore not compared.
"""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ingest.blocks import item_at
from ingest.chunk import split
from ingest.pack import read_pack
from ingest.papers import Chunk, Item, Kind, Pack, squash

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
CABINET, SCRUTINY = "cabinet-2023-06-12-public-reports-pack", "ecsc-scrutiny-2023-11-07-supplement-pack"
REPORTS = ("cypfs-business-plan-2018-19", "ecsc-scrutiny-2023-11-07-item-7-report")
UNNUMBERED = "cypfs-improvement-plan-2019-06"

pytestmark = pytest.mark.skipif(not (CORPUS / "truth").is_dir(), reason="../shared/corpus/truth is not here")


@cache
def read(name: str) -> Pack:
    """A document of the corpus, read once."""
    return read_pack(CORPUS / f"{name}.pdf")


@cache
def truth(name: str) -> tuple[dict[str, Any], ...]:
    """What is known of each page: its place, its printed number, its item and its text."""
    return tuple(json.loads((CORPUS / "truth" / f"{name}.json").read_text(encoding="utf-8")))


def listed(pack: Pack) -> list[Item]:
    """The items of the agenda, without the minutes within."""
    return [item for item in pack.items if item.number and item.meeting == pack.meeting]


@pytest.mark.parametrize("name", [CABINET, SCRUTINY, *REPORTS])
def test_the_printed_number_of_every_page_is_right(name: str) -> None:
    """Stamped pages have their number, others none."""
    known = [str(row["label"] or "") for row in truth(name)]
    assert [page.printed for page in read(name).pages] == known


@pytest.mark.parametrize("name", [CABINET, SCRUTINY, *REPORTS, UNNUMBERED])
def test_the_item_of_every_page_is_right(name: str) -> None:
    """Each page belongs to the item known for it."""
    items = listed(read(name))
    found = [item_at(items, row["pdf_page"], 9999) for row in truth(name)]
    assert [int(item.number) if item else None for item in found] == [row["item"] for row in truth(name)]


@pytest.mark.parametrize("name", [CABINET, SCRUTINY])
def test_every_item_begins_and_ends_on_its_pages(name: str) -> None:
    """First and last page of each item, in the file and as the agenda prints them."""
    spans: dict[str, list[dict[str, Any]]] = {}
    for row in truth(name):
        if row["item"]:
            spans.setdefault(str(row["item"]), []).append(row)
    known = [
        (number, (rows[0]["pdf_page"], rows[-1]["pdf_page"]), (str(rows[0]["label"]), str(rows[-1]["label"])))
        for number, rows in spans.items()
    ]
    assert [(item.number, item.pages, item.printed) for item in listed(read(name))] == known


def test_the_minutes_within_the_pack_are_of_their_own_sitting() -> None:
    """Minutes 104 to 122 of 9 March 2023, in the pack of 12 June."""
    pack = read(CABINET)
    assert str(pack.meeting) == "Cabinet, 12 June 2023"
    minutes = [item for item in pack.items if str(item.meeting) == "Cabinet, 9 March 2023"]
    assert [item.number for item in minutes] == ["", "", *map(str, range(104, 123))]
    assert minutes[0].pages == (4, 19)


def test_the_supplement_adds_to_its_items() -> None:
    """Items 6 to 10 of the scrutiny committee's meeting."""
    pack = read(SCRUTINY)
    assert (pack.supplements, pack.kind) == (("6", "7", "8", "9", "10"), "supplement")
    assert str(pack.meeting) == "Education and Children's Social Care Overview and Scrutiny Committee, 7 November 2023"


def stands(chunk: Chunk, pages: dict[int, str]) -> bool:
    """Whether each paragraph of a chunk stands on one of its pages, or in two parts on two that follow."""
    held = [pages[number] for number in range(chunk.pages[0], chunk.pages[1] + 1)]
    return all(any(key in page for page in held) or parted(key, held) for key in keys(chunk))


def keys(chunk: Chunk) -> list[str]:
    """The paragraphs of a chunk, squashed."""
    return [squash(paragraph) for paragraph in chunk.text.split("\n")]


def parted(key: str, held: list[str]) -> bool:
    """Whether a paragraph stands on two pages, one after the other."""
    cuts = range(1, len(key))
    return any(key[:cut] in first and key[cut:] in last for first, last in pairwise(held) for cut in cuts)


@pytest.mark.parametrize("name", [CABINET, SCRUTINY, *REPORTS, UNNUMBERED])
def test_every_passage_stands_on_its_pages(name: str) -> None:
    """The words of all prose are the words of the pages that they are said to stand on."""
    pages = {row["pdf_page"]: squash(row["text"]) for row in truth(name)}
    prose = [chunk for chunk in split(read(name)) if chunk.kind is not Kind.TABLE]
    assert [chunk.text for chunk in prose if not stands(chunk, pages)] == []


@pytest.mark.parametrize("name", [CABINET, SCRUTINY])
def test_the_texts_of_the_packs_have_the_items_of_the_pdfs(name: str) -> None:
    """The same items with the same printed pages, and the same minutes, where there are no pages."""
    found = "004_f863590a5c907542.txt" if name == CABINET else "000_10a90ffd48949040.txt"
    text, pdf = read_pack(CORPUS / "text" / found), read(name)
    assert [(i.number, i.title.rstrip(":"), i.printed, str(i.meeting)) for i in text.items] == [
        (i.number, i.title, i.printed, str(i.meeting)) for i in pdf.items
    ]
