"""The sections that councils' reports have, by the headings that they are given whatever their type is like."""

import re

from ingest.patterns import Rows, any_of

_MATTER = (
    r"(?:financial|finance|legal|equality|equalities|diversity|inclusion|risk|climate|change|environmental|carbon|"
    r"footprint|human|resources?|staffing|workforce|property|procurement|crime|disorder|community|health|"
    r"safety|wellbeing|public|data|protection|social|value|corporate|other|policy|sustainability|economic|"
    r"safeguarding|ward|IT|ICT|rights|privacy|rural)"
)
_MATTERS = rf"{_MATTER}(?:(?:,? and|,| &|/)? ?{_MATTER}){{0,5}}"
RECOMMENDATIONS: Rows = (
    (
        r"(?:the |officers?'? |proposed )?recommendations?(?: ?(?:\(s\)|and reasons?|for decision|to \w+))?",
        "Recommendations and Reasons",
    ),
    (r"(?:the )?decisions? (?:required|requested|recommended|sought)", "Decision required"),
)
"""Headings over what a report recommends."""
SECTIONS: Rows = (
    *RECOMMENDATIONS,
    (r"(?:executive )?summary", "Executive Summary"),
    (r"purpose(?: of (?:the |this )?report)?", "Purpose of Report"),
    (r"introduction(?: and background)?|(?:context and )?background(?: information)?", "Introduction and background"),
    (r"reasons? for (?:the )?(?:recommendations?|decisions?|urgency|lateness)", "Reasons for recommendations"),
    (
        r"(?:alternative )?options?(?: (?:considered|appraisal|analysis))?(?: and (?:rejected|reasons? .*))?",
        "Alternative options considered and rejected",
    ),
    (r"(?:the )?proposals?|(?:main |key )?(?:issues|considerations|findings)", "Proposals"),
    (r"consultations?(?: and engagement| undertaken| carried out)?", "Consultation"),
    (r"conclusions?|next steps|timetable(?: for .{3,40})?", "Next steps"),
    (rf"{_MATTERS} (?:implications?|considerations?|risks?|comments?|impacts?)", "Crime and Disorder Implications"),
    (rf"{_MATTERS} \(.{{3,40}}\) (?:implications?|impacts?)", "Carbon Footprint (Environmental) Implications"),
    (
        r"implications(?: for .{3,90})?|(?:other|corporate) implications: e\.g\..{3,90}",
        "Implications for the Medium Term Financial Plan",
    ),
    (
        r"relevance to .{3,90}|(?:link|contribution) to (?:the )?(?:corporate|council|strategic) .{3,60}",
        "Relevance to the Corporate Plan",
    ),
    (r"(?:risk (?:management|assessment)|equality impact assessment|equalit(?:y|ies))", "Risk management"),
    (
        r"(?:list of )?appendices|(?:list of )?background (?:papers|documents)|contact (?:officers?|details)",
        "Background papers",
    ),
    (r"sign(?:ed)?[ -]?off|(?:officer|report) clearance", "Sign off"),
)
"""Headings of reports, whole."""
_NUMBERED = r"(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+|[A-Z][.)]\s+)?"
SECTION = re.compile(rf"^{_NUMBERED}(?:{any_of(SECTIONS).pattern})\s*:?$", re.I)
RECOMMENDS = re.compile(rf"^{_NUMBERED}(?:{any_of(RECOMMENDATIONS).pattern})\s*:?$", re.I)
