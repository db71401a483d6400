"""Pages read from their pictures: made scans where the extra `ocr` is installed, and real ones."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from scan_examples import DOTS, SIZE, TEXTS, scan, text_page

from ingest.ocr import Corners, Engine, OcrSettings, Piece, Pixels, is_installed, text_to_words
from ingest.pack import read_pack
from ingest.papers import Page, squash
from ingest.pdf import images, read_pdf
from ingest.scans import read_scan, read_scans

REAL = Path(__file__).parent.parent.parent / "shared" / "corpus" / "real"
AGENDA = """
    1 10 11 12 13 1888 1W0 2 2025 2025 2025 2025 2025 21 21 2381 3 4 45 5 6 654 6:30 7 7 705-724-2144 705-724-5385
    707 8 9 a Accounts Adjournment Adopt AGENDA Amend Amendment and and and Approve Approve Approve at at Bay's be
    be be Beatty Budget Budget By-Law By-Law By-Law Cemetery Centre channel City Committee Committee Community
    Confirming Corporation Correspondence Council Council Council Cove Disclosure District ESTABLISHED Fax for
    Hazardous held held Highway Household https://www.youtube.com/channel/UC2XSMZqRNHbwVppelfKcEXw in in interest it
    its January January January January Library Life livestreamed Meeting meeting meetings members Minutes
    Newsletter NIPISSING Nipissing Nipissing Nipissing Nipissing Nipissing North of of of of of of of of of of ON
    p.m P0H participation pay pecuniary person platform Policy Powassan Preparation Proceedings Program Public
    Reports Resolution Resolution Resolution Resolution Resolution Resolution Road should START Street Sunset
    Support Telephone The the the the the the the the the the the TIME to to Township Township Township Township
    Township Tuesday Union utilizing virtually Waste way will will www.nipissingtownship.com YouTube Zoning Zoom
"""
"""The words of the first page of Nipissing's scanned agenda of January 2025, by their letters."""

ocr = pytest.mark.skipif(not is_installed(), reason="the extra `ocr` is not installed")
real = pytest.mark.skipif(not REAL.is_dir(), reason="the shared corpus is not here")


def picture_of(path: Path) -> Image.Image:
    """The picture of a PDF's first page."""
    return next(images(path, read_pdf(path).pages, DOTS / 72))


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """The picture of a small page of text."""
    return picture_of(text_page(tmp_path_factory.mktemp("page") / "page.pdf"))


def read(path: Path, settings: OcrSettings | None = None) -> Page:
    """The first page of a PDF, by OCR."""
    return read_scans(path, read_pdf(path).pages, settings or OcrSettings())[0]


@ocr
def test_a_scan_has_its_words_where_they_stand(tmp_path: Path, picture: Image.Image) -> None:
    """What was scanned says what the page said, with each word's box within half a line."""
    page = read(scan(tmp_path / "a.pdf", picture))
    assert (page.text.splitlines(), page.unread, page.ocr, page.size) == (list(TEXTS), None, True, SIZE)
    true = read_pdf(text_page(tmp_path / "b.pdf")).pages[0].words
    assert [word.text for word in page.words] == [word.text for word in true]
    shifts = [
        abs(a - b) for one, other in zip(page.words, true, strict=True) for a, b in zip(one.box, other.box, strict=True)
    ]
    assert max(shifts) < 6


@ocr
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_scan_that_lies_sideways_or_upside_down_is_turned(tmp_path: Path, picture: Image.Image, turn: int) -> None:
    """Its words are read, and its size and boxes are those of the upright page."""
    page = read(scan(tmp_path / "a.pdf", picture.rotate(turn, expand=True)))
    assert (page.text.splitlines(), page.turn, page.size) == (list(TEXTS), turn, SIZE)


@ocr
def test_a_stamp_on_a_scan_is_kept_as_it_is(tmp_path: Path, picture: Image.Image) -> None:
    """What was put on it by machine is not read from the picture, and stands there once."""
    page = read(scan(tmp_path / "a.pdf", picture, stamp="Page 157"))
    assert page.text.splitlines() == ["Page 157", *TEXTS]


@ocr
def test_a_layer_of_rubbish_gives_way_to_the_picture(tmp_path: Path, picture: Image.Image) -> None:
    """Nothing of it is left."""
    page = read(
        scan(tmp_path / "a.pdf", picture, hidden="/'#& +4-'% $5%* 2'02+(#2 '/4* 9'--#34-':3 +4#2%* #'44'2+3/)+")
    )
    assert (page.text.splitlines(), page.unread) == (list(TEXTS), None)


@ocr
def test_a_picture_without_words_stays_unread(tmp_path: Path) -> None:
    """That it was tried is known."""
    page = read(scan(tmp_path / "a.pdf", Image.linear_gradient("L").convert("RGB")))
    assert (page.unread, page.ocr, page.text) == ("scanned", True, "")


@ocr
def test_a_page_that_takes_too_long_stays_unread(tmp_path: Path, picture: Image.Image) -> None:
    """Half a page is not kept, and the next one is not begun when the file's time is over."""
    path = scan(tmp_path / "a.pdf", picture)
    for settings in (OcrSettings(page=1e-9), OcrSettings(file=-1)):
        page = read(path, settings)
        assert (page.unread, page.ocr, page.text) == ("scanned", True, "")


def test_where_nothing_may_be_read_pages_are_as_they_were(tmp_path: Path, picture: Image.Image) -> None:
    """A limit of no seconds reads none; they are not said to have been tried."""
    page = read(scan(tmp_path / "a.pdf", picture), OcrSettings(page=0))
    assert (page.unread, page.ocr) == ("scanned", False)


@ocr
def test_a_scan_is_read_into_a_pack(tmp_path: Path, picture: Image.Image) -> None:
    """Only if that is asked for."""
    path = scan(tmp_path / "a.pdf", picture)
    assert [read_pack(path, settings).pages[0].unread for settings in (None, OcrSettings())] == ["scanned", None]


class Doubtful(Engine):
    """An engine that finds one piece of text, and is not sure of it."""

    def __init__(self, score: float) -> None:
        self.score = score

    def find(self, pixels: Pixels) -> list[Corners]:
        """One level piece."""
        return [np.array([[10, 10], [400, 10], [400, 40], [10, 40]])]

    def read(self, pixels: Pixels, corners: Corners) -> Piece:
        """What it says, as unsure as it was made."""
        words = text_to_words("The Cabinet agreed the loan", [at / 23 for at in range(23)], corners.tolist())
        return Piece(words, words[0].box, 0.0, self.score)


@pytest.mark.parametrize(("score", "unread"), [(0.9, None), (0.5, "scanned")])
def test_words_that_are_guessed_do_not_count(score: float, unread: str | None) -> None:
    """A page of such words alone stays unread."""
    page = Page(1, "", "", size=(500, 200), unread="scanned")
    found = read_scan(page, Image.new("RGB", (1000, 400)), Doubtful(score), lambda: False, OcrSettings())
    assert (found.unread, found.ocr, bool(found.words)) == (unread, True, not unread)


def share(true: list[str], page: Page) -> float:
    """The share of the words that a page has, by their letters."""
    wanted, found = (Counter(filter(None, map(squash, words))) for words in (true, page.text.split()))
    return (wanted & found).total() / wanted.total()


@real
@ocr
def test_real_scans_and_rubbish_are_read() -> None:
    """At least 95 of 100 words of a scanned agenda, and of one whose twin has a text layer."""
    nipissing = REAL / "nipissing" / "January-21-2025-Council-Agenda-Package.pdf"
    (page,) = read_scans(nipissing, read_pdf(nipissing).pages[:1], OcrSettings())
    assert share(AGENDA.split(), page) >= 0.95
    twin = read_pdf(REAL / "broomhill" / "feb26.pdf").pages[0]
    assert share(twin.text.split(), read(REAL / "broomhill" / "feb26b.pdf")) >= 0.95


@real
def test_no_legible_page_of_the_real_papers_is_taken_for_rubbish() -> None:
    """Garbled are the two that are; scanned are the three that are."""
    found: dict[str, set[str]] = {}
    for path in sorted(REAL.glob("*/*.pdf")):
        for page in read_pdf(path).pages:
            if page.unread in ("scanned", "garbled"):
                found.setdefault(page.unread, set()).add(path.stem[:14])
    assert found == {
        "garbled": {"Newsletter-60-", "ParishCouncil_"},
        "scanned": {"January-21-202", "agar-2024-25-c", "feb26b"},
    }
