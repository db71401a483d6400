"""HTML pages saved to disk: printed minutes, decision pages, what a word processor exports.

What a browser would not show is left out: scripts, styles, comments, hidden elements, and text struck out. Nothing
that a page points to is ever fetched.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from ingest.errors import BrokenPaper, NotAPaper
from ingest.flow import Cell, Frame, Paragraph, Part
from ingest.markup import Node, html_tree
from ingest.numbering import numeral

_DROPPED = frozenset((
    "script", "style", "head", "template", "noscript", "iframe", "object", "embed", "applet", "svg", "canvas", "audio",
    "video", "map", "nav", "button", "input", "select", "textarea", "datalist", "del", "s", "strike", "title", "meta",
    "link", "base",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "ul",
))  # fmt: skip
_BOLD = frozenset(("b", "strong", "th", "dt"))
_CHROME = frozenset(("navigation", "banner", "contentinfo", "search"))
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|text-decoration[^;]*line-through", re.I
)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.I)
_ESCAPED = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,5});", re.I)
_TAG = re.compile(
    r"</?(?:a|b|br|div|em|font|i|li|ol|p|small|span|strong|sub|sup|table|tbody|td|tr|u|ul)(?:\s[^<>]*)?/?>", re.I
)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr)\b[^<>]*>", re.I)
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none",
}  # fmt: skip
_SITE = re.compile(r"\s+[|–-]\s+[^|–-]*\b(?:council|authority|gov\.uk)\b[^|–-]*$", re.I)
_LISTED = re.compile(r"list-style(?:-type)?\s*:\s*(?:[\w-]+\s+)*?([\w-]+)", re.I)


@dataclass(frozen=True, slots=True)
class HtmlSettings:
    """How large a page may be (bytes), how deep its elements may stand in one another, how wide a cell may span."""

    largest: int = 32_000_000
    deepest: int = 200
    widest: int = 60


@dataclass(slots=True)
class _Text:
    """The words of a paragraph so far, each run with its boldness."""

    runs: list[tuple[str, bool]] = field(default_factory=list)
    label: str = ""

    def take(self, level: int = 0) -> Iterator[Paragraph]:
        """The paragraph, if it has words; then there are none."""
        runs, label = self.runs, self.label
        text = "".join(text for text, _ in runs)
        if text.strip():
            self.runs, self.label = [], ""
            marked = [(text, bold) for text, bold in runs if text.strip()]
            bold = all(bold for _, bold in marked)
            lead = "" if bold else lead_of(runs)
            yield Paragraph(f"{label} {text}" if label else text, level, bold, lead)
        else:
            self.runs = []


def lead_of(runs: Sequence[tuple[str, bool]]) -> str:
    """The words in bold that runs of text open with."""
    lead = ""
    for text, bold in runs:
        if text.strip() and not bold:
            break
        lead += text
    return " ".join(lead.split())


def read_html(path: Path, settings: HtmlSettings | None = None) -> tuple[Iterator[Part], str]:
    """The paragraphs and tables of a page in reading order, and its title; raises NotAPaper or BrokenPaper."""
    settings = settings or HtmlSettings()
    if path.stat().st_size > settings.largest:
        raise NotAPaper(
            f"{path.name}: more than {settings.largest // 1_000_000} MB of HTML; save the papers alone, or as PDF"
        )
    root = html_tree(path.read_bytes(), path.name)
    _check_depth(root, path.name, settings)
    title = " ".join("".join(node.itertext()) for node in root.iter("title")).split()
    return _flow(_main(root), settings), _SITE.sub("", " ".join(title))


def _check_depth(root: Node, name: str, settings: HtmlSettings) -> None:
    level = [root]
    for _ in range(settings.deepest):
        level = [child for node in level for child in node]
        if not level:
            return
    raise BrokenPaper(
        f"{name}: its elements stand more than {settings.deepest} deep in one another; save the page again"
    )


def _main(root: Node) -> Node:
    """The part of the page that is its content, if it says which that is; else all of it."""
    mains = [node for node in root.iter("main", "div", "section") if node.tag == "main" or node.get("role") == "main"]
    held = [node for node in mains if node.getparent() is not None and "".join(node.itertext()).strip()]
    return held[0] if len(held) == 1 else root


def _flow(root: Node, settings: HtmlSettings) -> Iterator[Part]:
    text = _Text()
    yield from _walk(root, text, False, settings)
    yield from text.take()


def _walk(node: Node, text: _Text, bold: bool, settings: HtmlSettings) -> Iterator[Part]:
    """What an element holds, its words gathered in `text` until a paragraph ends."""
    tag = node.tag if isinstance(node.tag, str) else "script"
    if tag in _DROPPED or _is_hidden(node):
        return
    bold = _is_bold(node, tag, bold)
    if tag == "br":
        text.runs.append(("\n", bold))
    elif tag == "table":
        yield from text.take()
        yield _frame(node, settings)
    elif tag in _BLOCKS:
        yield from text.take()
        yield from _inside(node, text, bold, settings)
        yield from text.take(int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0)
    else:
        yield from _inside(node, text, bold, settings)


def _inside(node: Node, text: _Text, bold: bool, settings: HtmlSettings) -> Iterator[Part]:
    """The words and elements that an element holds."""
    keeps = node.tag == "pre"
    if node.text:
        text.runs.append((_shown(node.text, keeps), bold))
    labels = _labels(node) if node.tag in ("ol", "ul") else {}
    for child in node:
        if child in labels:
            yield from text.take()
            text.label = labels[child]
        yield from _walk(child, text, bold, settings)
        if child in labels:
            text.label = ""
        if child.tail:
            text.runs.append((_shown(child.tail, keeps), bold))


def _is_hidden(node: Node) -> bool:
    style = node.get("style") or ""
    return node.get("hidden") is not None or node.get("role") in _CHROME or bool(_HIDDEN.search(style))


def _is_bold(node: Node, tag: str, bold: bool) -> bool:
    style = node.get("style") or ""
    if _LIGHT.search(style):
        return False
    return bold or tag in _BOLD or bool(_HEAVY.search(style))


def _shown(text: str, keeps: bool = False) -> str:
    """Words as a browser shows them; where they were escaped twice, as they were meant."""
    if not keeps:
        text = re.sub(r"[ \t\r\n\f]+", " ", text)
    if _ESCAPED.search(text) or _TAG.search(text):
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", html.unescape(text))))
    return text


def _labels(node: Node) -> dict[Node, str]:
    """What a browser prints before each point of a list."""
    points = [child for child in node if child.tag == "li" and not _is_hidden(child)]
    if node.tag == "ul":
        return {point: "" if _form(node) == "none" else "•" for point in points}
    form, step = _form(node), -1 if node.get("reversed") is not None else 1
    count = _whole(node.get("start"), len(points) if step < 0 else 1)
    labels = {}
    for point in points:
        count = _whole(point.get("value"), count)
        labels[point] = "" if form == "none" else f"{numeral(count, form)}."
        count += step
    return labels


def _form(node: Node) -> str:
    style = _LISTED.search(node.get("style") or "")
    return _STYLES.get(style[1].lower(), "decimal") if style else _FORMS.get(node.get("type") or "1", "decimal")


def _whole(figure: str | None, default: int) -> int:
    return int(figure) if figure and re.fullmatch(r"-?\d{1,6}", figure.strip()) else default


def _frame(node: Node, settings: HtmlSettings) -> Frame:
    """A table with its caption, a cell that spans rows repeated in each."""
    rows: list[tuple[Cell, ...]] = []
    waiting: dict[int, tuple[int, int]] = {}
    caption = ""
    for child in chain.from_iterable(part if part.tag in ("thead", "tbody", "tfoot") else (part,) for part in node):
        if child.tag == "caption":
            caption = " ".join(part.text for part in _flow(child, settings) if isinstance(part, Paragraph))
        elif child.tag == "tr" and not _is_hidden(child):
            rows.append(tuple(_cells(child, waiting, settings)))
    return Frame(
        tuple(row for row in rows if row), " ".join(caption.split()), node.get("role") in ("presentation", "none")
    )


def _cells(row: Node, waiting: dict[int, tuple[int, int]], settings: HtmlSettings) -> Iterator[Cell]:
    """A row's cells, those among them that come down from rows above; `waiting` is column to rows and width."""
    at, cells = 0, [node for node in row if node.tag in ("td", "th") and not _is_hidden(node)]
    while cells or at in waiting:
        if at in waiting:
            left, across = waiting.pop(at)
            if left > 1:
                waiting[at] = (left - 1, across)
            yield Cell(across=across, above=True)
        else:
            node = cells.pop(0)
            across = max(1, min(_whole(node.get("colspan"), 1), settings.widest))
            down = max(1, min(_whole(node.get("rowspan"), 1), 1000))
            if down > 1:
                waiting[at] = (down - 1, across)
            yield Cell(tuple(_flow_of_cell(node, settings)), across, node.tag == "th")
        at += across


def _flow_of_cell(node: Node, settings: HtmlSettings) -> Iterator[Part]:
    text = _Text()
    yield from _inside(node, text, _is_bold(node, node.tag, False), settings)
    yield from text.take()
