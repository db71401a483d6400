"""What surrounds the content of papers and is kept apart from it: sign-off grids, forms, duties, housekeeping.

It is known by its form and wording, which stand in tables here beside an example each, or by standing word for word in
several items of one pack. What is apart is kept and can be quoted, but is found last.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.papers import Chunk, Item, Pack, PackKind, squash
from ingest.paragraphs import Block
from ingest.patterns import Rows, any_of

WORDED: Mapping[str, Rows] = {
    "sign-off": (
        (r"^sign(?:ed)?[ -]?off:?$", "Sign off:"),
        (r"^originating (?:\w+ ){0,4}(?:member|officer|director)\b", "Originating SMT member: J Smith"),
        (
            r"^please confirm the .{3,40}\b(?:has|have) agreed the report",
            "Please confirm the Director has agreed the report? Yes",
        ),
        (
            r"^(?:cabinet|portfolio|lead|executive) (?:member|holder)(?:'s)? (?:approval|clearance|sign[- ]off)\b",
            "Cabinet Member approval: Cllr Smith",
        ),
        (r"^date (?:agreed|approved|cleared|signed(?: off)?)\s*:?\s*(?:\d[\d/. ]*)?$", "Date agreed: 31/05/2023"),
        (r"^(?:report )?(?:cleared|approved for submission) by\b", "Cleared by: Director of Finance"),
        (
            r"^(?:(?:legal|financ\w+|monitoring|section 151|s\.?151|officer) )+(?:clearance|sign[- ]off)\b",
            "Legal clearance: AB 3/4/25",
        ),
        (r"^fin(?:ance)?\b.{0,80}\bleg(?:al)?\b.{0,80}\bmon(?:itoring)? off", "Fin AB.1 Leg CD/2 Mon Off EF"),
        (r"^signed:?\s*(?:[_.…]{3,}.*)?$|^signature:?$", "Signed: ........"),
    ),
    "form": (
        (r"^\W*add (?:further )?rows? as required", "*Add rows as required to box below"),
        (r"^please list all unpublished", "Please list all unpublished background papers"),
        (
            r"some/all of the information is confidential,? you must indicate",
            "If some/all of the information is confidential, you must indicate why",
        ),
        (
            r"^(?:ref\.?\s+)?title of any background papers?|^(?:ref\.?\s+)?title of appendix\b.*exemption",
            "Title of any background paper(s)",
        ),
        (r"^exemption paragraph number", "Exemption Paragraph Number (if applicable)"),
        (r"^1\s+2\s+3\s+4\s+5(?:\s+6)?(?:\s+7)?$", "1 2 3 4 5 6 7"),
        (
            r"^(?:protective marking|confidentiality|(?:security )?classification)\s*:?\s+"
            r"(?:part (?:i|1|one)|official|unrestricted|public|not protectively marked)\b.{0,20}$",
            "Confidentiality: Part I - Official",
        ),
        (
            r"^\W*(?:please )?(?:delete|tick|complete|insert) (?:as|if|where) (?:appropriate|applicable|necessary)\W*$",
            "*delete as appropriate",
        ),
    ),
    "legal duty": (
        (
            r"due regard\b.{0,300}\beliminat\w+\b.{0,80}\bdiscriminat",
            "must have due regard to the need to eliminate discrimination",
        ),
        (
            r"due regard\b.{0,200}\bequality of opportunity\b.{0,80}\bdiscriminat",
            "due regard to the duty to promote equality of opportunity, eliminate discrimination",
        ),
        (
            r"^(?:under )?section 17 of the crime and disorder act 1998,?\s.{0,80}\b(?:duty|requires|places|imposes)\b",
            "Section 17 of the Crime and Disorder Act 1998 requires",
        ),
        (r"^background papers are (?:unpublished|those|documents)\b", "Background papers are unpublished works"),
    ),
    "document control": (
        (r"^(?:document|version) (?:control|history)(?: (?:sheet|table|record))?:?$", "Version history"),
        (
            r"^(?:revision history|amendment (?:history|record)|record of (?:amendments|changes)):?$",
            "Amendment history",
        ),
    ),
}
"""By reason, the wordings of what is apart wherever it stands."""
FRONT: Rows = (
    (r"\b(?:webcast|live[- ]?stream\w*|filmed|filming|audio[- ]record\w+)\b", "This meeting will be webcast"),
    (r"\bdata controller\b|\bretained in accordance with\b", "The Council is a data controller"),
    (
        r"\b(?:fire alarm|in the event of (?:a )?fire|assembly point|emergency exits?|evacuat\w+)\b",
        "If the fire alarm sounds",
    ),
    (r"\bmobile (?:phones?|devices?|telephones?)\b", "Please switch mobile phones to silent"),
    (
        r"\b(?:large print|braille|(?:other|another|alternative) (?:languages?|formats?)|(?:hearing|induction) loop)\b",
        "in large print or Braille",
    ),
    (
        r"\b(?:wheelchair|disabled) (?:access|users?|parking)\b|\baccess for (?:people with )?disab",
        "Wheelchair access is by the side door",
    ),
    (
        r"\b(?:get involved|attending council meetings|how to (?:get|find) (?:here|us|to))\b",
        "For further information on attending Council meetings",
    ),
    (
        r"^(?:all )?members (?:of the (?:committee|council|cabinet) )?are (?:invited|requested|summoned) to attend\b",
        "Members are invited to attend the above meeting",
    ),
    (
        r"\bsocial media\b.{0,80}\bmeeting|\bmeeting\b.{0,80}\bsocial media\b",
        "the use of social media during the meeting",
    ),
)
"""The wordings of a front sheet's housekeeping; elsewhere they may be the matter itself."""
VERSIONS: Rows = (
    (r"\bversion\b.*\b(?:date|author|changes?|amend\w+|status|reason)\b", "Version | Date | Author"),
    (
        r"\b(?:revision|issue)\b.*\bdate\b.*\b(?:author|changes?|amend\w+|description)\b",
        "Revision | Date | Description of changes",
    ),
)
"""The headers of tables that say what became of a document."""
_WORDED = {reason: any_of(rows) for reason, rows in WORDED.items()}
_FRONT, _VERSIONS = any_of(FRONT), any_of(VERSIONS)
_CONTENTS = re.compile(r"^(?:table of )?contents(?: page)?:?$", re.I)
_CONTENT_LINE = re.compile(
    r"^\D.{2,110}?(?:\s*\.{3,}\s*|\s)\d{1,3}$|^\d{1,2}(?:\.\d+)*[.)]?\s+\D.{2,100}?(?:\s*\.{3,}\s*|\s)\d{1,3}$"
)
_LABELLED = re.compile(r"^[A-Z][\w /()'’]{1,40}:\s")
_LEADERS = re.compile(r"\.{4,}\s*\d{1,3}$")


@dataclass(frozen=True, slots=True)
class ApartSettings:
    """What is repeated: words at least, in how many items; and what share of a table's rows set it apart."""

    words: int = 12
    items: int = 3
    rows: float = 0.5


def worded(text: str) -> str:
    """Why words are apart wherever they stand, "" if they are not."""
    return next((reason for reason, pattern in _WORDED.items() if pattern.search(text)), "")


def blocks_apart(pack: Pack, blocks: Sequence[Block], settings: ApartSettings | None = None) -> tuple[Block, ...]:
    """The blocks, each with the reason why it is apart."""
    repeated = _repeated(blocks, settings or ApartSettings())
    found = []
    contents = False
    for block in blocks:
        contents = bool(_CONTENTS.match(block.text)) or (contents and bool(_CONTENT_LINE.match(block.text)))
        reason = worded(block.text) or _placed(pack, block, contents)
        found.append(replace(block, apart=reason or ("repeated" if squash(block.text) in repeated else "")))
    return tuple(found)


def _placed(pack: Pack, block: Block, contents: bool) -> str:
    """Why a block is apart for its words and where they stand: on a front sheet, or in a table of contents."""
    packed = pack.kind in (PackKind.AGENDA_PACK, PackKind.SUPPLEMENT)
    if packed and _only_listed(block.item):
        return "housekeeping" if _FRONT.search(block.text) and not block.is_point else ""
    return "contents" if contents or _LEADERS.search(block.text) else ""


def table_apart(chunk: Chunk, settings: ApartSettings | None = None) -> str:
    """Why a row, or a table by most of its rows, is apart, "" if it is not."""
    settings = settings or ApartSettings()
    rows = [chunk.text] if chunk.cells else chunk.text.split("\n")
    if _VERSIONS.search(" | ".join(head for head, _ in chunk.cells) or rows[0].replace("\t", " | ")):
        return "document control"
    found = [reason for row in rows if (reason := worded(" ".join(row.split())))]
    return max(sorted(set(found)), key=found.count) if found and len(found) >= settings.rows * len(rows) else ""


def _only_listed(item: Item | None) -> bool:
    """Whether a block of a pack stands on its front sheet: in no item, or in one that is only listed there."""
    return item is None or item.clues[:1] == (f"agenda: PDF {item.pages[0]}",)


def _repeated(blocks: Sequence[Block], settings: ApartSettings) -> frozenset[str]:
    """The texts, squashed, that stand word for word in several items with papers."""
    items: dict[str, set[tuple[str, int]]] = {}
    for block in blocks:
        if (
            block.item
            and not (block.level or _LABELLED.match(block.text))
            and len(block.text.split()) >= settings.words
        ):
            items.setdefault(squash(block.text), set()).add((block.item.number, block.item.pages[0]))
    return frozenset(text for text, held in items.items() if len(held) >= settings.items)
