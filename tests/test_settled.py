"""The note that vectors and catalogue agree: it stands exactly as long as they are known to."""

from pathlib import Path

from conftest import MINUTES, make_pdf, quiet

from app import settled
from app.ingesting import ingest
from app.wiring import Library


def test_it_stands_once_an_ingest_has_ended(library: Library) -> None:
    """An empty store has none; an ingest leaves one."""
    assert not settled.stands(library)
    list(ingest([MINUTES], library, 1, quiet))
    assert settled.stands(library)


def test_it_falls_while_a_document_is_kept(library: Library, tmp_path: Path) -> None:
    """From the first vector of the first new document to the end of the ingest."""
    list(ingest([MINUTES], library, 1, quiet))
    steps = ingest([MINUTES, make_pdf(tmp_path / "a.pdf", "A new paper.")], library, 1, quiet)
    assert [settled.stands(library) for _ in steps] == [True, False]
    assert settled.stands(library)


def test_it_falls_when_a_document_is_forgotten(library: Library) -> None:
    """It speaks of other chunks than are held now."""
    list(ingest([MINUTES], library, 1, quiet))
    library.catalogue.forget(MINUTES.name)
    assert not settled.stands(library)


def test_an_ingest_of_nothing_new_opens_neither_vectors_nor_encoder(library: Library) -> None:
    """They are heavy, and have nothing to say."""
    list(ingest([MINUTES], library, 1, quiet))
    again = Library(library.folder, library.catalogue, library.encoder_name)
    assert [str(outcome) for outcome in ingest([MINUTES], again, 1, quiet)] == [
        f"{MINUTES.name}: unchanged since it was read"
    ]
    assert not {"vectors", "encoder"} & set(vars(again))
