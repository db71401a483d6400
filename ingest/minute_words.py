"""The wordings by which minutes are known: who was present, how a meeting closes, drafts and signatures, movers.

Each table holds patterns of which any one serves, tried against a line without its blanks; case is passed over.
"""

import re

PRESENT = (
    r"^\W*(?:also |committee |council )?(?:members )?present\b",
    r"^\W*(?:sederunt|roll call|those present|councillors present)\b",
    r"\bmembers present\b",
    r"^the following (?:members|councillors) were present",
)
"""What opens the list of those who attended."""

ATTENDED = (r"^(?:members |record of |in )?attend(?:ance|ees|ing)\b",)
"""What opens that list too, but heads other papers as well: it needs a line above it that says what the paper is."""

RECORDS = (r"\b(?:minutes|notes) of\b", r"^\W*(?:draft |action )?(?:minutes|notes)\W*$")
"""What says of a paper that it records a meeting."""

MINUTED = (r"^minutes:(?:\s|$)", r"^decision:$")
"""What stands above an item's minutes on a meeting's page of a council's site."""

CLOSES = (
    r"^\W*(?:the |this )?(?:meeting|session|business|chair\w*|mayor)\b.{0,80}\b(?:closed|ended|concluded)\b",
    r"^\W*(?:the |this )?(?:meeting|session|business|chair\w*|mayor)\b.{0,80}\b(?:finished|terminated|rose)\b",
    r"^\W*(?:the |this )?(?:meeting|session|chair\w*|mayor)\b.{0,80}\badjourned at\b",
    r"^\W*there being no (?:further|other|more) business",
    r"^\W*(?:dates?|times?) (?:and \w+ )?of (?:the )?next meeting",
    r"^\W*next (?:\w+ )?meeting\b",
    r"^\W*meeting (?:closed|ended|adjourned)",
    r"^\W*(?:signed|chair(?:man|person|woman)?|mayor|reeve|presiding officer)\b[\W_]*(?:date[\W_]*)?$",
    r"^\W*signed (?:as|by)\b",
)
"""What is said when a meeting is over."""

CLOSING_TITLES = (r"\b(?:clos(?:e|ing|ure)|duration|adjourn\w*|termination|end of|next meeting|future meetings?)\b",)
"""Titles of items whose whole business it is to close."""

STANDING = (
    r"^\W*(?:draft|unconfirmed|unapproved|unadopted)(?:\W+(?:minutes|copy|version))?\W*$",
    r"^\W*(?:draft|unconfirmed|unapproved|unadopted)\W+(?:until|subject|for)\b",
    r"\bdraft minutes\b",
    r"\bminutes\b.{0,30}\W(?:draft|unconfirmed|unapproved)\b",
    r"^\W*(?:confirmed|approved|adopted)(?: minutes)?\W*$",
    r"\bminutes (?:to be|are|remain)(?: draft| unconfirmed| approved| confirmed| subject)",
    r"\bsubject to (?:approval|confirmation)\b",
    r"^\W*(?:signed|approved|confirmed|agreed)\b.{0,40}\b(?:correct|true|accurate|fair)\b",
    r"^\W*signed\b",
    r"^\W*chair(?:man|person|woman)?[\W_]*(?:date.*)?$",
    r"^\W*dated?\b[\W_\d]*$",
)
"""What says how far a set of minutes can be relied on."""

NO_HEADING = (
    r"^\W*(?:also |members |councillors |committee members |officers |staff )*(?:present|(?:in )?attendance|absent)\b",
    r"^\W*minutes\b(?! of the (?:last|previous|meeting held|proceedings))",
    r"^\W*(?:draft|unconfirmed|agenda|part (?:i+|[12ab])|un?restricted|exempt|(?:public|confidential) items)\b",
    r"^\W*(?:it was )?(?:unanimously )?(?:resolved|resolution|agreed|noted|approved|carried|lost|defeated|motion)\b",
    r"^\W*(?:decisions?:?$|decision |recommend|(?:reasons?|votes?|voting|actions?|moved|seconded|proposed by)\b)",
    r"^\W*(?:question|answer|response|signed|dated?|page|held|at|on|in the chair|note|for|against|abstain\w*)\b",
    r"^\W*(?:the meeting|there being|meeting|next meeting|adjourn(?:ed)? at|time|venue|location)\b",
    r"^\W*(?:chair(?:man|person|woman)?|mayor|clerk|councillors?|cllrs?|mrs?|ms)\b(?!['’]s)",
    r"\b(?:council|committee|cabinet|board|panel|authority)\W*$",
    r"\b(?:19|20)\d\d\b|\d{1,2}[.:]\d\d|^\W*\d|\bmeeting of\b",
)
"""Lines in bold or capitals that head no item."""

AFTERTHOUGHTS = (
    r"\((?:to follow|verbal (?:report|update|item)|oral report)\)",
    r"\((?:agenda )?item (?:no\.? ?)?\w{1,4}\)",
    r"\(pages? [\d –-]+\)",
    r"\bPDF [\d.,]+ [KM]B",
)
"""What the agenda adds to a title."""

NAME = (
    r"(?:(?:Cllr|Councill?or|(?:Deputy )?Mayor|(?:Deputy )?Reeve|Alderman|Mr|Mrs|Ms|Miss|Dr)\.?\s+"
    r"(?:[A-Z][\w.’'-]*\s?){1,3}"
    r"|(?:[A-Z]\.\s?){1,2}[A-Z][\w’'-]+)"
)
"""A member's name as movers are printed; here capitals count."""

MOVERS = (rf"^{NAME}(?:\s*(?:,|/|&|\band\b|;)\s*{NAME})*\s*:?$",)
"""A line that holds no more than who moved and seconded; here capitals count."""

MOVED = (
    r"^(?:moved|proposed|seconded)(?:\s+by\b|:|\s+(?:cllr|councill?or|mrs?|ms|dr)\b)",
    r"^(?:mover|seconder)\b",
)
"""A line that says who moved or seconded."""

QUESTION = (r"^(?:supplementary )?question(?: \d+| from .{3,60})?\s*:",)
"""What a question begins with that its answer follows."""


def any_of(patterns: tuple[str, ...], flags: re.RegexFlag = re.I) -> re.Pattern[str]:
    """One pattern that finds what any of a table's does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)
