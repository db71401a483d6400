"""What belongs together is worked out for what is new in the catalogue: after each ingest, from what is held alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from ingest.likeness import Sketch, page_to_sample
from ingest.papers import Pack, Page
from ingest.relations import relate
from ingest.signs import pack_to_signs
from ingest.ties import Paper
from ingest.versions import repeats

if TYPE_CHECKING:
    from retrieval.catalogue import Catalogue


def relate_new(catalogue: "Catalogue") -> None:
    """Works out and keeps the relations of the documents that have none worked out yet."""
    new = catalogue.ties.unrelated()
    if not new:
        return
    texts, kept = lru_cache(maxsize=16)(catalogue.ties.texts), lru_cache(maxsize=64)(catalogue.ties.sketch)
    papers = {paper.document: paper for paper in catalogue.ties.papers()}
    for document in new:
        paper = _read(document, catalogue, texts(document))
        sketch = tuple(map(page_to_sample, texts(document)))
        sketches = partial(_sketch, {document: sketch}, kept)
        found = [relation for other in papers.values() for relation in relate(paper, other)]
        for other in sorted(catalogue.ties.sharing(sketch) & papers.keys()):
            found += repeats(paper, papers[other], sketches, texts)
        catalogue.ties.keep(document, paper.signs, sketch, found)
        papers[document] = paper


def _read(document: str, catalogue: "Catalogue", texts: Sequence[str]) -> Paper:
    """A document with its signs, read from what the catalogue holds of it."""
    paper = catalogue.ties.paper(document)
    pages = tuple(Page(number, "", text) for number, text in enumerate(texts, 1))
    pack = Pack(document, paper.title, "", paper.kind, paper.meeting, pages, paper.items)
    return replace(paper, signs=pack_to_signs(pack, tuple(catalogue.chunks(catalogue.chunk_ids(document)).values())))


def _sketch(new: Mapping[str, Sketch], kept: Callable[[str], Sketch], document: str) -> Sketch:
    return new[document] if document in new else kept(document)
