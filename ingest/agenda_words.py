"""How agendas word things: tables of patterns beside an example each, to which a council's own wording is added."""

import re

from ingest.dates import MONTHS
from ingest.patterns import Rows, any_of

FORMS: Rows = (
    (r"\d{1,2}/\d{2,4}(?:/\d{1,3})?", "25/36"),
    (r"\d{4}/\d{1,4}", "2025/36"),
    (r"[A-Z]{1,2}\.?\d{1,4}", "A1"),
    (r"\d{1,3}(?:\s?\([a-z]\)|[a-z]|\.\d{1,2})?", "6(a)"),
)
"""Numbers of items, the longer forms first."""
NUMBERS = re.compile(
    r"^[-•*\s]*(?P<item>(?i:(?:agenda\s+)?item\s+(?:no\.?\s*)?))?"
    rf"(?P<number>{'|'.join(f'(?:{pattern})' for pattern, _ in FORMS)})"
    r"(?P<dot>[.):]|\s?[-–—:](?=\s))?(?:\s+(?P<title>\S.*))?$"
)
NO_STARTS: Rows = (
    (rf"(?:(?:st|nd|rd|th)\s+)?(?:{'|'.join(MONTHS)})\b", "June 2023"),
    (r"[ap]\.?m\b", "PM"),
    (r"(?-i:minutes|days|weeks|hours|words)\b", "minutes"),
)
"""What follows a number that numbers no item."""
NO_START = re.compile(rf"^{any_of(NO_STARTS).pattern}", re.I)
_PAGE = r"(?:\w*\d\w*|[ivxl]+)"
LISTED_PAGES = re.compile(
    r"(?P<open>[(\[])?\s*(?<!\w)(?:pages?:?\s+(?:nos?\.?\s+)?|pp?\.?\s*(?=\d))"
    rf"(?P<first>{_PAGE})(?:\s*(?:[-–—]|\bto\b|&)\s*(?P<last>{_PAGE}))?\s*(?(open)[)\]]|$)",
    re.I,
)
"""Where an agenda says on which pages a paper stands: (Pages 5 - 12), [p.5], and Pages 5 to 12 at an end."""
COLUMNS: Rows = (
    (
        r"(?:agenda |item |no\.? |title |subject |report |business )*pages?(?: ?\(?s\)?)?(?: ?(?:no|number)s?\.?)?\.?$",
        "Page No.",
    ),
    (r"(?:item|agenda)\b.{0,60}\bpages?(?: nos?\.?| numbers?)?$", "Item Title Page"),
)
"""The head of a column of page numbers."""
COLUMN = re.compile(rf"^(?:{any_of(COLUMNS).pattern})", re.I)
LEADERS = re.compile(r"\s*(?:\.\s?){4,}|\s*…{2,}")
RANGE_AT_END = re.compile(
    r"(?:(?<=\s)|^)(?!(?:19|20)\d\d\b)(?P<first>\d{1,4})(?:\s*(?:[-–—]|to)\s*(?P<last>\d{1,4}))?$"
)
CONTENTS = re.compile(r"^(?:table of )?contents\b", re.I)
"""What tells a report's contents from an agenda."""
PRIVATE_HEADS: Rows = (
    (r"part (?:ii|2|b|two)\b", "Part II (Private Meeting)"),
    (
        r"(?:exempt|confidential|restricted|private) (?:items?|business|matters|information|session|reports?)\b",
        "EXEMPT ITEMS",
    ),
    (r"pink papers\b", "Pink papers"),
    (
        r"(?!.*\b(?:may|if|any|intention|whether)\b).*\b(?:in private|in closed session)\b",
        "Items to be taken in private",
    ),
    (r".*press and public.*excluded", "Items from which the press and public are excluded"),
)
"""Headings over private business."""
PRIVATE = re.compile(rf"^(?:{any_of(PRIVATE_HEADS).pattern})", re.I)
PUBLIC_HEADS: Rows = (
    (r"part (?:i|1|a|one)\b", "Part I (Public Meeting)"),
    (r"(?:un|non-?)(?:restricted|exempt)\b", "UNRESTRICTED ITEMS"),
    (r"(?:open|public) (?:items|business|session)\b", "Public business"),
)
"""Headings over public business."""
PUBLIC = re.compile(rf"^(?:{any_of(PUBLIC_HEADS).pattern})", re.I)
RESTRICTIONS: Rows = (
    (r"schedule 12a", "exempt under Schedule 12A"),
    (r"not for publication", "Pensions - not for publication"),
    (r"\((?:\w+ )?(?:exempt|confidential|restricted|pink papers?|part (?:ii|2))\b(?! appendi)", "Land deal (Exempt)"),
    (r"\bexempt (?:under|from|by|report)", "Exempt by virtue of paragraph 3"),
    (r"[-–—:]\s*(?:exempt|confidential|pink papers?)\s*$", "Land at Millbay - EXEMPT"),
    (r"\bpink papers?\b", "Depot lease: pink paper"),
)
"""What a title says where its paper is not public."""
RESTRICTED = any_of(RESTRICTIONS)
RESTRICTED_LINE = re.compile(
    r"^\(?(?:this (?:item|report) is )?(?:exempt\b|not for publication|confidential\b|pink papers?|restricted$)"
    r"(?!.*\bappendi(?:x|ces)\b)(?!.*\b(?:may|if|any)\b)",
    re.I,
)
"""A line under a title that says so."""
EXCLUSIONS: Rows = (
    (r"\bexclu(?:sion|de|ding)\b.*\b(?:press|public)\b", "Exclusion of the Press and Public"),
    (r"\b(?:press|public)\b.*\bexclu(?:sion|ded?)\b", "Press and Public: exclusion"),
    (r"^exempt (?:business|information|items?)$", "Exempt Business"),
)
EXCLUDES = re.compile(rf"^(?!.*\b(?:possible|any|whether)\b).*?(?:{any_of(EXCLUSIONS).pattern})", re.I)
"""An item of business after which the public have left."""
EVER_PUBLIC: Rows = (
    (r"(?:to (?:note|confirm|agree) )?(?:the )?dates?\b.*\bmeetings?", "Date of next meeting"),
    (r"(?:re-?admi|readmittance|return to (?:open|public))", "Re-admission of the public"),
    (r"(?:close|closure|meeting close)", "Close of meeting"),
    (r"next meeting", "Next meeting"),
)
OPEN_TO_ALL = re.compile(rf"^(?:{any_of(EVER_PUBLIC).pattern})", re.I)
"""Items that are public wherever they stand."""
NOTES: tuple[tuple[str, str, str], ...] = (
    ("to follow", r"(?:to follow|t\.?b\.?f\.?)", "to follow"),
    ("verbal", r"(?:verbal|oral)(?:\s+(?:report|updates?|item|presentation))*", "Verbal update"),
    ("attached", r"(?:attached|enclosed|enc(?:l?\.?|losure)(?:\s*\w{1,3})?|herewith)", "Enclosed"),
    ("tabled", r"tabled(?:\s+at\s+(?:the\s+)?meeting)?", "tabled at the meeting"),
)
"""What an agenda says in place of pages: the name, how it is worded, an example."""
_WHAT = r"(?:(?:a|the|report|papers?|minutes|details|copy|is|are|see|to be)\s+)*"
_NOTED = tuple(
    (name, re.compile(rf"(?:\s*[-–—:]\s*{_WHAT}|\s*\({_WHAT}|\s+(?:to be )?)(?:{pattern})\W*$", re.I))
    for name, pattern, _ in NOTES
)
_ALONE = tuple((name, re.compile(rf"^\W*{_WHAT}(?:{pattern})\W*$", re.I)) for name, pattern, _ in NOTES)
EXPLANATIONS: Rows = (
    (r"(?:to|for) (?:receive|consider|note|approve|agree|confirm|sign|discuss|hear|elect|appoint)\b", "To receive"),
    (r"(?:to|for) (?:review|authorise|resolve|decide)\b", "To review"),
    (r"(?:joint )?reports? (?:of|by|from)\b", "Report of the Clerk"),
    (
        r"(?:the |this )?(?:committee|cabinet|council|panel|board|executive|members?|chair(?:man)?|report)\s+"
        r"(?:is|are|will|to|has|have|may)\b",
        "The Committee is asked",
    ),
    (r"(?:a |please|contact|ward|lead|appendix|attached|enclosed|see |if |in accordance|under )", "Contact: J Smith"),
)
"""How the words under a title begin."""
EXPLAINS = re.compile(rf"^\(?(?:{any_of(EXPLANATIONS).pattern})", re.I)


def parted_note(title: str) -> tuple[str, str]:
    """A title without what it says in place of pages at its end, and the name of that, "" if nothing."""
    for name, pattern in _NOTED:
        if match := pattern.search(title):
            amid = name == "verbal" and match.group().lstrip()[:1].isalpha()
            return (title if amid else title[: match.start()]), name
    return title, ""


def note_alone(text: str) -> str:
    """What a line says in place of pages where it says nothing else, "" if it does not."""
    return next((name for name, pattern in _ALONE if pattern.match(text)), "")
