"""More than 300 bad inputs read in one ingest: each costs itself alone, within limits, with a reason in one line."""

import socket
from dataclasses import dataclass
from pathlib import Path

import pytest
from bad_others import bad_others
from bad_pdfs import bad_pdfs, page_pdf, stream, text
from conftest import MINUTES, Matters, make_pdf, quiet

from app.ingesting import Outcome, ingest
from app.settings import Settings
from app.wiring import Library, open_library
from app.workers import Limits
from ingest.pack import read_pack

SUPPLEMENT = MINUTES.parent / "place-scrutiny-2024-11-21-supplement-pack.pdf"
GOOD = (MINUTES, SUPPLEMENT)
LIMITS = Limits(seconds=20, memory=512)
ENDED = {"pages-letters-on-one-spot.pdf"}
"""What no reader gets through: pdfium compares each letter with all before it."""


@dataclass(frozen=True)
class Run:
    """What became of the bad files and of the good ones among them, and the library in which they were read."""

    outcomes: dict[str, Outcome]
    library: Library


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One ingest of all the bad files with the good ones among them."""
    folder = tmp_path_factory.mktemp("bad")
    for name, data in (*bad_pdfs(MINUTES), *bad_others(), *((good.name, good.read_bytes()) for good in GOOD)):
        (folder / name).write_bytes(data)
    store = Settings(store=tmp_path_factory.mktemp("store"), encoder="hashed-words")
    library = open_library(store, create=True)
    return Run({one.path.name: one for one in ingest([folder], library, 2, quiet, LIMITS)}, library)


def test_there_are_many_of_them(run: Run) -> None:
    """At least 300, most of which cannot be read, and some can."""
    refused = [one for one in run.outcomes.values() if one.reason]
    assert len(run.outcomes) >= 300 + len(GOOD)
    assert 150 <= len(refused) <= len(run.outcomes) - 100


def test_each_is_read_or_refused_for_a_reason_in_one_line(run: Run) -> None:
    """The line names the file, and says no mistake of the reader's own."""
    for name, one in run.outcomes.items():
        assert bool(one.pack) != bool(one.reason), name
        assert not one.reason or (name in one.reason and len(one.reason.splitlines()) == 1), one.reason
        assert "please report it" not in one.reason, one.reason


def test_none_but_the_one_that_cannot_end_takes_all_its_time(run: Run) -> None:
    """It is ended; patterns and tables end by themselves whatever they are given."""
    assert {name for name, one in run.outcomes.items() if "reading it took over" in one.reason} == ENDED


def test_what_swells_is_refused_the_memory(run: Run) -> None:
    """Of the streams that swell to hundreds of MiB none is let."""
    reasons = [run.outcomes[name].reason for name in ("pages-swells.pdf", "word-swells.docx")]
    assert "512 MiB" in reasons[0]
    assert "would unpack to more" in reasons[1]


def test_what_needs_a_password_says_so(run: Run) -> None:
    """A file locked only against changes is read."""
    for name in ("rc4-40", "rc4-128", "aes-128", "aes-256"):
        assert "needs a password" in run.outcomes[f"locked-{name}.pdf"].reason
        assert run.outcomes[f"locked-{name}-open.pdf"].pack


def test_the_good_ones_among_them_are_unharmed(run: Run) -> None:
    """They are read as they are alone."""
    assert [run.outcomes[good.name].pack for good in GOOD] == [read_pack(good) for good in GOOD]


def test_the_store_is_whole(run: Run) -> None:
    """It holds what was read and nothing else, each document with its pages, chunks, vectors and file."""
    read = {name: (len(one.pack.pages), one.chunks) for name, one in run.outcomes.items() if one.pack}
    held = {one.pack.document: one for one in run.library.catalogue.documents()}
    assert {name: (len(one.pack.pages), one.chunks) for name, one in held.items()} == read
    assert all(run.library.catalogue.file(name).stem == one.pack.sha256 for name, one in held.items())
    assert run.library.vectors.held() == set(run.library.catalogue.chunk_ids())


def test_names_are_not_trusted(matters: Matters, tmp_path: Path) -> None:
    """A name that would break or turn a line is refused in a line; markup in a name is nothing but letters."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("two\nlines.pdf", "\x1b[31mred.pdf", "turned\u202efdp.pdf", "half\udcff.pdf", "[red]<b>[b].pdf"):
        make_pdf(folder / "made", "Cabinet agreed.").rename(folder / name)
    ran = matters("ingest", folder)
    assert (ran.status, ran.out) == (1, ["[red]<b>[b].pdf: other: 1 page, 1 chunk"])
    assert [line.rpartition("/")[2] for line in ran.err] == [
        "\\x1b[31mred.pdf' has a name that cannot be printed: rename it",
        "half\\udcff.pdf' has a name that cannot be printed: rename it",
        "turned\\u202efdp.pdf' has a name that cannot be printed: rename it",
        "two\\nlines.pdf' has a name that cannot be printed: rename it",
    ]


def test_a_link_out_of_a_folder_is_not_followed(matters: Matters, tmp_path: Path) -> None:
    """One within it is, and one that loops is no paper."""
    folder, secret = tmp_path / "papers", make_pdf(tmp_path / "secret.pdf", "A secret.")
    folder.mkdir()
    make_pdf(folder / "a.pdf", "Cabinet agreed.")
    for name, target in {"out.pdf": secret, "in.pdf": folder / "a.pdf", "loop.pdf": folder / "loop.pdf"}.items():
        (folder / name).symlink_to(target)
    (folder / "round").symlink_to(folder)
    ran = matters("ingest", folder)
    assert [line.partition(":")[0] for line in ran.out] == ["a.pdf", "in.pdf"]
    assert ran.err == [
        f"matters: {folder}/out.pdf is a link to what is not in {folder}: name the file itself if it is to be read"
    ]


def test_no_link_in_a_paper_is_opened(library: Library, tmp_path: Path) -> None:
    """Neither a PDF's actions nor a web page's pictures, frames and entities fetch anything."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x".encode()
        action = b"<</S/URI/URI(%s)>>" % address
        note = b"<</Type/Annot/Subtype/Link/Rect[0 0 600 800]/A%s>>" % action
        picture = stream(b"", b"/Type/XObject/Subtype/Image/F<</FS/URL/F(%s)>>/Width 1/Height 1" % address)
        page = b"/MediaBox[0 0 600 800]/Annots[%s]/AA<</O%s>>" % (note, action)
        links = page_pdf(text(b"A page."), page, picture, catalog=b"/OpenAction%s" % action)
        (tmp_path / "a.pdf").write_bytes(links)
        html = b"<link rel=stylesheet href=%s><img src=%s><iframe src=%s></iframe><p>A page." % ((address,) * 3)
        (tmp_path / "b.html").write_bytes(html)
        outcomes = list(ingest([tmp_path / "a.pdf", tmp_path / "b.html"], library, 1, quiet))
        assert [outcome.reason for outcome in outcomes] == ["", ""]
        with pytest.raises(BlockingIOError):
            server.accept()
