"""What a Word document's styles and lists say of a paragraph: level, boldness, list, and whether it is hidden."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.flow import DEEPEST_HEADING
from ingest.markup import Node
from ingest.numbering import Level, Outline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTENTS = re.compile(r"toc \d", re.I)
_HEADING = re.compile(r"(?:heading (?P<level>\d)|title)", re.I)
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set: heading level (0 none), bold, hidden, of a table of contents, its list and depth."""

    level: int = 0
    bold: bool = False
    hidden: bool = False
    is_contents: bool = False
    list_: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id, and its default paragraph style's id."""

    nodes: dict[str, Node] = field(default_factory=dict)
    default: str = ""

    def of_paragraph(self, properties: Node | None) -> Look:
        """How a paragraph is set, by its own properties and its style's."""
        style = value_of(None if properties is None else properties.find(f"{W}pStyle"), self.default)
        look = self.of_style(style)
        return look if properties is None else _with_properties(look, properties)

    def of_style(self, style: str) -> Look:
        """How a paragraph is set that has this style and nothing of its own."""
        look = Look()
        for node in reversed(list(self._chain(style))):
            look = _restyled(look, node)
        return look

    def of_run(self, properties: Node | None, bold: bool) -> bool | None:
        """Whether a run is bold; None where it is hidden or struck out."""
        if properties is None:
            return bold
        styles = self._chain(value_of(properties.find(f"{W}rStyle"), ""))
        for held in (*(node.find(f"{W}rPr") for node in reversed(list(styles))), properties):
            if held is None:
                continue
            if any(is_on(held.find(f"{W}{name}")) for name in ("vanish", "strike", "dstrike")):
                return None
            bold = is_on(held.find(f"{W}b")) if held.find(f"{W}b") is not None else bold
        return bold

    def _chain(self, style: str) -> Iterator[Node]:
        """A style and those that it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            node = self.nodes.get(style)
            if node is None:
                return
            yield node
            style = value_of(node.find(f"{W}basedOn"), "")


def _restyled(look: Look, node: Node) -> Look:
    """How a paragraph is set, a further style taken into account."""
    name = value_of(node.find(f"{W}name"), "")
    heading = _HEADING.fullmatch(name)
    if heading:
        look = replace(look, level=min(int(heading["level"] or 1), DEEPEST_HEADING))
    run = node.find(f"{W}rPr")
    if run is not None and run.find(f"{W}b") is not None:
        look = replace(look, bold=is_on(run.find(f"{W}b")))
    if run is not None and run.find(f"{W}vanish") is not None:
        look = replace(look, hidden=is_on(run.find(f"{W}vanish")))
    look = replace(look, is_contents=look.is_contents or bool(_CONTENTS.fullmatch(name)))
    properties = node.find(f"{W}pPr")
    return look if properties is None else _with_properties(look, properties)


def _with_properties(look: Look, properties: Node) -> Look:
    level = value_of(properties.find(f"{W}outlineLvl"), "")
    if re.fullmatch(r"\d", level):
        look = replace(look, level=0 if level == "9" else min(int(level) + 1, DEEPEST_HEADING))
    listed = properties.find(f"{W}numPr")
    if listed is None:
        return look
    name = value_of(listed.find(f"{W}numId"), look.list_[0] if look.list_ else "0")
    depth = value_of(listed.find(f"{W}ilvl"), str(look.list_[1]) if look.list_ else "0")
    return replace(look, list_=None if name == "0" else (name, int(depth) if depth.isdigit() else 0))


def styles_of(root: Node | None) -> Styles:
    """The styles of a document, none where it has no such part."""
    if root is None:
        return Styles()
    nodes = {node.get(f"{W}styleId") or "": node for node in root.iter(f"{W}style")}
    default = (
        key
        for key, node in nodes.items()
        if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in ("1", "true")
    )
    return Styles(nodes, next(default, ""))


def outlines_of(root: Node | None, styles: Styles) -> dict[str, Outline]:
    """The lists of a document by the names that paragraphs give them."""
    if root is None:
        return {}
    patterns = {node.get(f"{W}abstractNumId") or "": node for node in root.iter(f"{W}abstractNum")}
    numbers = {node.get(f"{W}numId") or "": node for node in root.iter(f"{W}num")}
    counts = {name: value_of(node.find(f"{W}abstractNumId"), "") for name, node in numbers.items()}
    outlines = {}
    for name, node in numbers.items():
        linked = value_of(patterns[counts[name]].find(f"{W}numStyleLink"), "") if counts[name] in patterns else ""
        listed = styles.of_style(linked).list_ if linked else None
        count = counts.get(listed[0], "") if listed else counts[name]
        if count in patterns:
            outlines[name] = _outline(count, patterns[count], node)
    return outlines


def _outline(count: str, pattern: Node, node: Node) -> Outline:
    """A list: the levels of its pattern with those that it overrides."""
    levels = [_level(None)] * 9
    for level in pattern.iter(f"{W}lvl"):
        levels[_depth(level)] = _level(level)
    anew = set()
    for override in node.iter(f"{W}lvlOverride"):
        depth, start = _depth(override), override.find(f"{W}startOverride")
        if (level := override.find(f"{W}lvl")) is not None:
            levels[depth] = _level(level)
        if start is not None:
            levels[depth] = replace(levels[depth], start=_whole(value_of(start, "1"), 1))
            anew.add(depth)
    return Outline(count, tuple(levels), frozenset(anew))


def _depth(node: Node) -> int:
    return min(_whole(node.get(f"{W}ilvl") or "0", 0), 8)


def _level(node: Node | None) -> Level:
    if node is None:
        return Level(form="none", pattern="")
    return Level(
        form=value_of(node.find(f"{W}numFmt"), "decimal"),
        pattern=value_of(node.find(f"{W}lvlText"), ""),
        start=_whole(value_of(node.find(f"{W}start"), "0"), 0),
        restarts=value_of(node.find(f"{W}lvlRestart"), "1") != "0",
        plain=is_on(node.find(f"{W}isLgl")),
    )


def _whole(figure: str, default: int) -> int:
    return int(figure) if re.fullmatch(r"\d{1,6}", figure) else default


def value_of(node: Node | None, default: str) -> str:
    """The value that a property gives, or what holds without it."""
    value = None if node is None else node.get(f"{W}val")
    return default if value is None else str(value)


def is_on(node: Node | None) -> bool:
    """Whether a property that is only on or off is on: it is there and does not say no."""
    return node is not None and value_of(node, "1") not in ("0", "false", "off", "none")
