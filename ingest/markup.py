"""Trees of XML and HTML out of bytes that nobody has checked: no entity is expanded and nothing is ever fetched.

The one module that knows lxml.
"""

import re
from typing import Any, TypeAlias

from lxml import etree

from ingest.errors import BrokenPaper

Node: TypeAlias = Any
"""An element of lxml: `tag`, `attrib`, `text`, `tail`, and its children by iteration."""

_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})""", re.I)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HEAD = 4096


def xml_tree(data: bytes, name: str) -> Node:
    """The root of an XML part; raises BrokenPaper where it is malformed, too deep, or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise BrokenPaper(
            f"{name}: its XML is damaged ({_brief(fault)}); save it again, or download it again"
        ) from fault
    if root.getroottree().docinfo.doctype:
        raise BrokenPaper(f"{name}: its XML declares entities, as no word processor does; check where it is from")
    return root


def html_tree(data: bytes, name: str) -> Node:
    """The root of an HTML page as browsers would mend it; raises BrokenPaper where nothing can be made of it."""
    text = re.sub(r"^\s*<\?xml[^>]*>", "", html_to_text(data)).replace("\x00", "")
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError) as fault:
        raise BrokenPaper(f"{name}: its HTML makes no sense ({_brief(fault)}); save the page again") from fault
    if root is None:
        raise BrokenPaper(f"{name}: the page holds no HTML; save it again")
    return root


def html_to_text(data: bytes) -> str:
    """The characters of a page: as its mark says, else UTF-8 where it is that, else as declared or Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:_HEAD])
        encoding = declared[1].decode("ascii").lower() if declared else ""
        try:
            return data.decode("cp1252" if encoding in ("", "utf-8", "iso-8859-1") else encoding, "replace")
        except LookupError:
            return data.decode("cp1252", "replace")


def _brief(fault: Exception) -> str:
    return " ".join(str(fault).split())[:120]
