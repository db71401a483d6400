"""Bad papers that are no PDFs: Word, HTML and text, swollen, nested, looped and odd; and files that pretend."""

import gzip
import io
import random
import zipfile
from collections.abc import Iterator

from bad_pdfs import SEED, WORDS, Paper, good_pdf, spoilt

READ = ("pdf", "docx", "html", "txt", "md")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def said(words: str = WORDS) -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def docx(body: str = said(), head: str = "", **parts: str) -> bytes:
    """A Word document with this body, what stands before it, and more parts by their names within `word`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELS)
        archive.writestr("word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return file.getvalue()


def archive(**files: bytes) -> bytes:
    """A ZIP of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def word() -> Iterator[Paper]:
    """Word documents."""
    lol = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    table = "<w:tbl><w:tr><w:tc><w:tcPr>{}</w:tcPr>" + said("x") + "</w:tc></w:tr></w:tbl>"
    style = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="A"/></w:style>'
    styled = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Styled.</w:t></w:r></w:p>'
    yield "swells", docx(said("a" * (80 << 20)))
    yield "swells-to-paragraphs", docx("<w:p/>" * 100_000)
    yield "swells-beside", docx(styles=" " * (80 << 20))
    yield "entities-swell", docx(said("&a9;"), f'<!DOCTYPE d [<!ENTITY a0 "lol">{lol}]>')
    yield "entity-of-a-file", docx(said("&a;"), '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>')
    yield "entity-of-the-web", docx(said("&a;"), '<!DOCTYPE d [<!ENTITY a SYSTEM "http://127.0.0.1:9/x">]>')
    yield "nested", docx("<w:tbl><w:tr><w:tc>" * 3000 + said() + "</w:tc></w:tr></w:tbl>" * 3000)
    yield "nested-boxes", docx("<w:p>" * 100_000 + "</w:p>" * 100_000)
    yield "wide-span", docx(table.format('<w:gridSpan w:val="2000000000"/>'))
    yield "odd-span", docx(table.format('<w:gridSpan w:val="-1"/><w:vMerge w:val="odd"/>'))
    yield "style-is-itself", docx(styled, styles=f"<w:styles {W}>{style}</w:styles>")
    yield "styles-are-no-xml", docx(styled, styles="<w:styles")
    yield "numbers-odd", docx(styled, numbering=f'<w:numbering {W}><w:num w:numId="x"/></w:numbering>')
    yield "no-body", docx("").replace(b"body", b"bodx")
    yield "unclosed", docx("<w:p><w:r><w:t>Half")
    yield "controls", docx(said("Bad &#27;[31m words &#8238; here &#65535;"))
    yield "no-document", archive(word__other=b"<x/>")
    yield "names-climb", archive(**{"..__..__..__tmp__climbed": b"x", "word__document.xml": b"<x/>"})
    yield "many-files", archive(**{f"word__f{n}.xml": b"<x/>" for n in range(5000)})
    yield "another-office", archive(**{"xl__workbook.xml": b"<workbook/>", "[Content_Types].xml": TYPES.encode()})
    yield "old-word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)


def web() -> Iterator[Paper]:
    """HTML pages."""
    yield "nested", b"<div>" * 200_000 + b"deep"
    yield "nested-tables", b"<table><tr><td>" * 3000 + b"deep"
    yield "nested-lists", b"<ol><li>x" * 5000
    yield "wide-span", b"<table><tr><td colspan=2000000000 rowspan=2000000000>a<td>b<tr><td>c</table>"
    yield "wide-row", b"<table><tr>" + b"<td>1" * 500 + b"</table>"
    yield "long-table", b"<table>" + b"<tr><td>1<td>2" * 1_000 + b"</table>"
    yield "many-attributes", b"<p " + b" ".join(b"a%d=1" % n for n in range(5_000)) + b">x</p>"
    yield "many-brackets", b"<" * 200_000
    yield "comment-without-end", b"<p>Before<!--" + b"-" * 1_000_000
    yield "entities", b"&amp" * 50_000 + b"&#x110000;&#0;&#xD800;&nosuch;"
    yield "nul", b"<p>a\0b</p>"
    yield "charset-lies", b"<meta charset=utf-16><p>" + WORDS.encode()
    yield "charset-unknown", b"<meta charset=klingon><p>" + WORDS.encode()
    yield "frames", b"<frameset><frame src=file:///etc/passwd></frameset><iframe src=http://127.0.0.1:9/></iframe>"
    yield "script", b"<script>while(1){}</script><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>"
    yield "nothing-seen", b"<p style='display:none'>hidden</p>"
    yield "noise", random.Random(SEED).randbytes(100_000)


def texts() -> Iterator[Paper]:
    """Texts on which a careless pattern or table would never end."""
    size = 10_000
    for name, unit in {
        "blanks": " ",
        "tabs": "a\t",
        "newlines": "\n",
        "sheets": "\f",
        "digits": "1",
        "numbers": "1.1.",
        "amounts": "1,",
        "brackets": "(",
        "pairs": "(a) ",
        "dashes": "- ",
        "stars": "**",
        "hashes": "# ",
        "bars": "|",
        "cells": "| a ",
        "cells-on-lines": "a  b  c\n",
        "rules": "|---|\n",
        "tags": "<b",
        "entities": "&amp;",
        "letters": "a",
        "letters-apart": "a ",
        "capitals": "RESOLVED ",
        "resolved": "RESOLVED that\n",
        "dates": "1 May 2024 ",
        "date-parts": "Monday 1 ",
        "items": "1. Item\n",
        "pages": "(Pages 1 - 2)\n",
        "committees": "Committee of the ",
        "quotes": "“",
        "stops": ". ",
        "names": "Councillor A B, ",
        "marks": "a\u0301\u0302\u0303",
        "turned": "\u202eab\u202c",
        "joined": "\u200d",
        "controls": "\x1b[31mred\x07",
    }.items():
        yield name, (unit * (size // len(unit))).encode()
    yield "not-utf-8", b"Caf\xe9 " * 1000
    yield "utf-16", WORDS.encode("utf-16")
    yield "nul", b"a\0b" * 1000
    yield "half-characters", b"\xed\xa0\x80" * 1000
    yield "gigantic", b"word " * 8_000_000


def pretenders() -> Iterator[Paper]:
    """Files of one kind under the name of another, and files of nothing."""
    kinds = {
        "picture": b"\x89PNG\r\n\x1a\n" + bytes(2000),
        "photograph": b"\xff\xd8\xff\xe0" + bytes(2000),
        "program": b"\x7fELF" + bytes(2000),
        "gzip": gzip.compress(b"x" * 5000),
        "zip": archive(a=b"x"),
        "pdf": good_pdf(1),
        "docx": docx(),
        "html": b"<!doctype html><title>404</title><h1>Not found</h1>",
        "xml": b"<?xml version='1.0'?><a/>",
        "rtf": rb"{\rtf1\ansi Minutes.}",
        "nothing": b"",
        "blanks": b" \n\t\n",
        "one-byte": b"%",
        "noise": random.Random(SEED).randbytes(3000),
    }
    for kind, data in kinds.items():
        yield from ((f"{kind}.{suffix}", data) for suffix in READ if suffix != kind)


def bad_others() -> Iterator[Paper]:
    """All of them, each with a name of its own."""
    yield from spoilt("small.docx", docx(said() * 20), 6)
    yield from ((f"pretends-{name}", data) for name, data in pretenders())
    for make, suffix in ((word, "docx"), (web, "html"), (texts, "txt"), (texts, "md")):
        for name, data in make():
            yield f"{make.__name__}-{name}.{suffix}", data
