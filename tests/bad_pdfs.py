"""Bad PDFs, made from good ones and by hand: spoilt, cut short, locked, looped, nested and swollen."""

import io
import random
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

Paper: TypeAlias = tuple[str, bytes]

SEED = 20261122
WORDS = "Cabinet agreed to plant forty trees in Mill Lane, subject to the budget of £12,500."


def good_pdf(pages: int = 3) -> bytes:
    """A small PDF with an outline, a ruled table and a few lines on each page."""
    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=1)
    for number in range(1, pages + 1):
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Item {number}", f"p{number}")
        for row in range(8):
            canvas.drawString(72, 760 - 20 * row, f"{number}.{row} {WORDS}")
            canvas.line(72, 500 - 20 * row, 400, 500 - 20 * row)
            canvas.drawString(80, 485 - 20 * row, f"Row {row}   {row * 1000}")
        for x in (72, 200, 400):
            canvas.line(x, 500, x, 360)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def spoilt(name: str, good: bytes, times: int) -> Iterator[Paper]:
    """A file cut short, with bits turned over, and with stretches lost, doubled or overwritten, so many times each."""
    dice = random.Random(f"{SEED} {name}")
    stem, _, suffix = name.rpartition(".")
    for time in range(times):
        yield f"{stem}-cut-{time:02}.{suffix}", good[: len(good) * (time + 1) // (times + 1)]
        yield f"{stem}-bits-{time:02}.{suffix}", _turned(good, 1 << time % 10, dice)
        yield f"{stem}-stretch-{time:02}.{suffix}", _stretched(good, time, dice)


def _turned(good: bytes, count: int, dice: random.Random) -> bytes:
    data = bytearray(good)
    for _ in range(count):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def _stretched(good: bytes, time: int, dice: random.Random) -> bytes:
    start = dice.randrange(len(good))
    length = dice.randrange(1, 1 + len(good) // 8)
    lost = good[start : start + length]
    instead = (b"", lost * 2, b"\0" * length, b"\xff" * length, dice.randbytes(length), lost[::-1])[time % 6]
    return good[:start] + instead + good[start + length :]


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\n" % (size, table, size, trailer)
    return body + end + b"startxref\n%d\n%%%%EOF\n" % len(body)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object of this data as it is."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def page_pdf(content: bytes, page: bytes = b"", *more: bytes, catalog: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of one page: its content is object 4, its font 5, and any more objects from 6."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>%s>>"
        % (page or b"/MediaBox[0 0 600 800]"),
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
        trailer=trailer,
    )


def text(*lines: bytes) -> bytes:
    """The content of a page with these lines."""
    rows = b"".join(b"1 0 0 1 50 %d Tm (%s) Tj\n" % (780 - 12 * row, line) for row, line in enumerate(lines))
    return stream(b"BT /F 11 Tf\n%sET" % rows)


def bomb(mebibytes: int, fill: bytes = b"\0", layers: int = 1) -> bytes:
    """A stream that swells to so many MiB."""
    data = fill * ((mebibytes << 20) // len(fill))
    for _ in range(layers):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter[%s]" % (b"/FlateDecode" * layers))


def trees() -> Iterator[Paper]:
    """Page trees that loop, nest, lie and swell."""
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
    root = b"<</Type/Catalog/Pages 2 0 R>>"
    yield "loop", pdf(root, b"<</Type/Pages/Kids[2 0 R]/Count 1>>")
    yield "ring", pdf(root, b"<</Type/Pages/Kids[3 0 R]/Count 2>>", b"<</Type/Pages/Kids[2 0 R]/Count 2/Parent 2 0 R>>")
    yield "no-pages", pdf(root, b"<</Type/Pages/Kids[]/Count 0>>")
    yield "no-tree", pdf(b"<</Type/Catalog>>")
    yield "root-is-null", pdf(b"null")
    yield "count-lies", pdf(root, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", leaf)
    yield "count-negative", pdf(root, b"<</Type/Pages/Kids[3 0 R]/Count -7>>", leaf)
    yield "count-is-a-name", pdf(root, b"<</Type/Pages/Kids[3 0 R]/Count/Many>>", leaf)
    yield "kids-missing", pdf(root, b"<</Type/Pages/Kids[9 0 R 8 0 R]/Count 2>>")
    yield "kids-are-numbers", pdf(root, b"<</Type/Pages/Kids[1 2 3]/Count 3>>")
    yield "one-page-often", pdf(root, b"<</Type/Pages/Kids[%s]/Count 5000>>" % (b"3 0 R " * 5_000), leaf)
    deep = [b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 1, n - 1) for n in range(2, 5002)]
    yield "deep", pdf(root, *deep, leaf)
    doubling = [b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>" % (n + 1, n + 1, 1 << (22 - n)) for n in range(2, 22)]
    yield "doubling", pdf(root, *doubling, leaf)


def outlines() -> Iterator[Paper]:
    """Outlines, labels and names that loop, nest and swell."""
    page, catalog = text(WORDS.encode("cp1252")), b"/Outlines 6 0 R"
    entry = b"<</Title(Item)/Dest[3 0 R/Fit]/Parent 6 0 R%s>>"
    first = b"<</First 7 0 R/Last 7 0 R/Count 1>>"
    yield "next-is-itself", page_pdf(page, b"", first, entry % b"/Next 7 0 R", catalog=catalog)
    yield "first-is-itself", page_pdf(page, b"", first, entry % b"/First 7 0 R", catalog=catalog)
    yield "first-is-the-root", page_pdf(page, b"", first, entry % b"/First 6 0 R/Next 6 0 R", catalog=catalog)
    deep = [entry % b"/First %d 0 R" % (number + 1) for number in range(7, 3007)]
    yield "deep", page_pdf(page, b"", first, *deep, entry % b"", catalog=catalog)
    long = [entry % b"/Next %d 0 R" % (number + 1) for number in range(7, 2007)]
    yield "long", page_pdf(page, b"", first, *long, entry % b"", catalog=catalog)
    title = b"<</Title<FEFFD800DC00D8000041001B005B0033>/Dest[3 0 R/Fit]>>"
    yield "title-half-a-character", page_pdf(page, b"", first, title, catalog=catalog)
    yield "labels-loop", page_pdf(page, b"", b"<</Kids[6 0 R]>>", catalog=b"/PageLabels 6 0 R")
    yield "labels-lie", page_pdf(page, b"", b"<</Nums[0 7 (x) -5 <</S/R/St 99999999>>]>>", catalog=b"/PageLabels 6 0 R")
    roman = b"<</Nums[0 <</S/R/St 99999999>>]>>"
    yield "labels-roman", page_pdf(page, b"", roman, catalog=b"/PageLabels 6 0 R")
    names = b"<</Dests<</Kids[6 0 R]>>>>"
    yield "names-loop", page_pdf(page, b"", names, catalog=b"/Names 6 0 R")
    info = b"<</Title<FEFFD8000041001B005B0033>/Author 6 0 R>>"
    yield "info-half-a-character", page_pdf(page, b"", info, trailer=b"/Info 6 0 R")
    yield "info-is-itself", page_pdf(page, b"", b"6 0 R", trailer=b"/Info 6 0 R")


def pages() -> Iterator[Paper]:
    """Pages whose content, boxes, fonts or pictures loop, nest, lie and swell."""
    fair, form = text(b"A page."), b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 6 0 R>>>>"
    for name, box in {
        "empty": b"0 0 0 0",
        "negative": b"600 800 0 0",
        "huge": b"-1e30 -1e30 1e30 1e30",
        "words": b"/a /b /c /d",
        "short": b"0 0",
        "infinite": b"0 0 99999999999999999999999999999999999999999 1",
    }.items():
        yield f"box-{name}", page_pdf(fair, b"/MediaBox[%s]" % box)
    yield "box-missing", page_pdf(fair, b"/Rotate 45")
    yield "rotated-oddly", page_pdf(fair, b"/MediaBox[0 0 600 800]/Rotate 12345678901")
    yield "content-is-itself", page_pdf(b"[4 0 R 4 0 R]")
    yield "length-is-itself", page_pdf(b"<</Length 4 0 R>>\nstream\nBT ET\nendstream")
    yield "length-lies", page_pdf(b"<</Length 999999999>>\nstream\nBT ET\nendstream")
    yield "form-draws-itself", page_pdf(stream(b"/X Do"), b"", stream(b"/X Do /X Do", form))
    yield "many-saved-states", page_pdf(stream(b"q " * 1_000_000))
    yield "nested-arrays", page_pdf(stream(b"[" * 200_000 + b"]" * 200_000 + b" TJ"))
    yield "nested-arrays-as-object", page_pdf(fair, b"", b"[" * 100_000 + b"]" * 100_000)
    yield "nested-dictionaries", page_pdf(fair, b"", b"<</A" * 50_000 + b">>" * 50_000, catalog=b"/Outlines 6 0 R")
    yield "unknown-filter", page_pdf(stream(b"BT ET", b"/Filter/Nothing"))
    yield "filters-without-end", page_pdf(stream(b"x", b"/Filter[%s]" % (b"/ASCIIHexDecode" * 5000)))
    yield "swells", page_pdf(bomb(300))
    yield "swells-to-spaces", page_pdf(bomb(60, b" "))
    yield "swells-thrice", page_pdf(bomb(150, layers=3))
    yield "swells-to-words", page_pdf(bomb(8, b"BT /F 9 Tf 1 0 0 1 50 50 Tm (a b c d e f) Tj ET\n"))
    yield "swells-to-lines", page_pdf(bomb(1, b"10 10 m 500 500 l S\n"))
    yield (
        "swells-to-a-grid",
        page_pdf(stream(b"".join(b"%d 0 m %d 800 l S 0 %d m 600 %d l S\n" % ((n,) * 4) for n in range(600)))),
    )
    yield "one-long-word", page_pdf(text(b"w" * 2_000_000))
    yield "one-long-line", page_pdf(text(b"word " * 200_000))
    yield "letters-on-one-spot", page_pdf(stream(b"BT /F 11 Tf 50 50 Td" + b" (x) Tj -5.5 0 Td" * 100_000 + b" ET"))
    picture = b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    yield "picture-lies", page_pdf(stream(b"q 600 0 0 800 0 0 cm /X Do Q"), b"", stream(b"x", picture))
    cmap = b"1 begincodespacerange <00><FF> endcodespacerange 1 beginbfrange <00> <FFFFFFFF> <0041> endbfrange"
    font = b"/MediaBox[0 0 600 800]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/A/ToUnicode 6 0 R>>>>>>"
    yield "letters-without-end", page_pdf(fair, font, stream(cmap))
    yield "numbers", page_pdf(stream(b"BT /F 1e999 Tf 99999999999999999999 0 0 --1 .. 5 Tm (x) Tj ET"))


def frames() -> Iterator[Paper]:
    """Whole files whose head, table of contents or end is not what it should be."""
    fair = page_pdf(text(b"A page."))
    yield "junk-before", b"\0junk\n" * 100 + fair
    yield "far-junk-before", b"\0junk\n" * 1000 + fair
    yield "junk-behind", fair + b"\xff" * 100_000
    yield "another-version", fair.replace(b"%PDF-1.7", b"%PDF-9.9")
    yield "no-version", fair.replace(b"%PDF-1.7", b"%PDF")
    yield "no-end", fair.replace(b"%%EOF", b"")
    yield "start-nowhere", fair.replace(b"startxref\n", b"startxref\n9")
    yield "start-negative", fair.replace(b"startxref\n", b"startxref\n-")
    place = fair.rindex(b"xref\n0")
    yield "tables-loop", fair.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % place)
    yield "table-huge", fair.replace(b"xref\n0 6", b"xref\n0 999999999")
    yield "size-negative", fair.replace(b"/Size 6", b"/Size -6")
    yield "root-missing", fair.replace(b"/Root 1 0 R", b"/Root 77 0 R")
    yield "root-is-a-page", fair.replace(b"/Root 1 0 R", b"/Root 3 0 R")
    yield "twice", fair + fair
    yield "objects-of-one-number", fair.replace(b"5 0 obj", b"4 0 obj")
    yield "header-only", b"%PDF-1.7\n"
    yield "header-and-noise", b"%PDF-1.7\n" + random.Random(SEED).randbytes(50_000)
    yield "encrypt-is-nothing", fair.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<<>>")
    yield "encrypt-is-odd", fair.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Odd/V 99>>")


def locked() -> Iterator[Paper]:
    """PDFs that need a password, and one that needs none to be read."""
    for algorithm in ("RC4-40", "RC4-128", "AES-128", "AES-256"):
        for user in ("secret", ""):
            writer, file = PdfWriter(io.BytesIO(good_pdf(1))), io.BytesIO()
            writer.encrypt(user, "owner", algorithm=algorithm)
            writer.write(file)
            yield f"{algorithm.lower()}{'' if user else '-open'}", file.getvalue()


def bad_pdfs(sample: Path) -> Iterator[Paper]:
    """All of them, each with a name of its own."""
    yield from spoilt("small.pdf", good_pdf(), 15)
    yield from spoilt("sample.pdf", sample.read_bytes(), 8)
    for make in (trees, outlines, pages, frames, locked):
        for name, data in make():
            yield f"{make.__name__}-{name}.pdf", data
