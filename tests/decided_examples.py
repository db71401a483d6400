"""Minutes of one item, made of their words, and wordings with the outcome that a clerk would give them."""

from datetime import date

from ingest.blocks import pack_to_blocks
from ingest.entries import Decision, Outcome
from ingest.papers import Item, Line, Meeting, Pack, PackKind, Page
from ingest.register.decisions import pack_to_decisions
from ingest.register.recommendations import pack_to_recommendations

MARCH = Meeting("Cabinet", date(2025, 3, 4))
_AGREED, _APPROVED, _NOTED, _RECOMMENDED = Outcome.AGREED, Outcome.APPROVED, Outcome.NOTED, Outcome.RECOMMENDED
_REFERRED, _DEFERRED, _REFUSED, _WITHDRAWN = Outcome.REFERRED, Outcome.DEFERRED, Outcome.REFUSED, Outcome.WITHDRAWN

OUTCOMES = (
    ("RESOLVED that a bench be bought for the green.", _AGREED),
    ("RESOLVED to plant forty trees.", _AGREED),
    ("RESOLVED – T H A T the tender be accepted.", _AGREED),
    ("R E S O L V E D – T H A T the tender be accepted.", _AGREED),
    ("UNANIMOUSLY RESOLVED that the lease be renewed.", _AGREED),
    ("It was resolved to buy a bench.", _AGREED),
    ("It was unanimously resolved that the fee stay as it is.", _AGREED),
    ("Resolved: To adopt the policy.", _AGREED),
    ("Resolved unanimously that the grant be paid.", _AGREED),
    ("Cllr Ash MOVED, Cllr Birch SECONDED and it was RESOLVED to close the lane.", _AGREED),
    ("Proposed by Cllr Ash, seconded by Cllr Birch and RESOLVED that the hall be let.", _AGREED),
    ("The Cabinet agreed to:-\n1. Adopt the strategy;\n2. Thank the officers.", _AGREED),
    ("The Cabinet agreed to:-\n1. Approve the business case;\n2. Note the risks.", _APPROVED),
    ("The Cabinet agreed to note the report.", _NOTED),
    ("Agreed.", _AGREED),
    ("AGREED that the hedge be cut.", _AGREED),
    ("Agreed – that the hedge be cut.", _AGREED),
    ("The Committee notes the report and agrees the next steps.", _NOTED),
    ("(1) Noted that the works had begun.", _NOTED),
    ("The accounts were duly NOTED.", _NOTED),
    ("APPROVED and signed as a correct record.", _APPROVED),
    ("The minutes of 4 May were approved and signed as a correct record.", _APPROVED),
    ("The minutes of the last meeting, having been circulated, were confirmed as a true copy.", _APPROVED),
    ("The Cabinet agreed the minutes of 9 February as a correct record.", _APPROVED),
    ("RESOLVED that the minutes were a correct record and that they be signed by the Chair.", _APPROVED),
    ("The recommendations were put to the vote and declared carried.", _AGREED),
    ("The motion was put to the vote and AGREED.", _AGREED),
    ("The vote was lost.", _REFUSED),
    ("The motion was put to the vote and was LOST (For 3, Against 5).", _REFUSED),
    ("The proposal was put to a vote and was defeated.", _REFUSED),
    ("That the hall be sold. Defeated.", _REFUSED),
    ("That the hall be let. Carried.", _AGREED),
    ("Decision: That the scheme be approved.", _APPROVED),
    ("DECISION: 1) That the budget be approved. 2) That the Clerk write to all.", _APPROVED),
    ("It was agreed that the report be DEFERRED for the following reason: the survey was late.", _DEFERRED),
    ("RESOLVED to defer the application for a site visit.", _DEFERRED),
    ("Consideration of the report was deferred to the next meeting.", _DEFERRED),
    ("Member updates were deferred to the next meeting of the Cabinet.", _DEFERRED),
    ("RESOLVED that planning permission be refused, contrary to the officer's recommendation.", _REFUSED),
    ("That planning permission be REFUSED.", _REFUSED),
    ("Members were minded to refuse the application.", _REFUSED),
    ("Members were minded to approve the application subject to S106.", _APPROVED),
    ("RESOLVED that planning permission be GRANTED subject to conditions.", _APPROVED),
    ("The application was withdrawn before the meeting.", _WITHDRAWN),
    ("RESOLVED that the item be withdrawn.", _WITHDRAWN),
    ("RECOMMENDED that the Council adopt the scheme.", _RECOMMENDED),
    ("The Cabinet agreed to recommend to Council that the premium be charged.", _RECOMMENDED),
    ("The Board RECOMMENDED that the Cabinet give first place to terraces.", _RECOMMENDED),
    ("RESOLVED that Cabinet endorsed the draft budget to be presented to County Council.", _RECOMMENDED),
    ("RESOLVED that the matter be referred to Full Council.", _REFERRED),
    ("The Committee agreed to refer the petition to the Highways Panel.", _REFERRED),
    ("The report was NOTED, and two indicators were referred to the Scrutiny Panel.", _REFERRED),
    ("Resolution status: Carried, For 18 Against 8.", _AGREED),
    ("Not required as Part II appendices were considered and noted.", _NOTED),
    ("RESOLVED that the press and public be excluded.", _AGREED),
    ("Councillors noted the dates of future meetings.", _NOTED),
    ("The Parish Council approved the quotation of £400.", _APPROVED),
    ("The invoices were tabled and authorised for payment.", _APPROVED),
    ("The Panel considered the draft budget and endorsed it.", _AGREED),
    ("The forward plan was NOTED.", _NOTED),
    ("There being no money, it was decided not to go ahead with the sign.", _AGREED),
    ("It was felt that clogs should not be allowed on the new floor.", _AGREED),
    ("After the vote, the Committee then AGREED that it would look again in June.", _AGREED),
    ("RESOLVED that the Cabinet note the settlement; and agree to leave the reply to the Director.", _NOTED),
)
"""Sixty-four wordings, in words of our own, after those met in councils' minutes."""


def minutes_of(words: str, title: str = "Mill Lane") -> tuple[Decision, ...]:
    """The decisions of minute 7, whose paragraphs are the lines of these words."""
    pack = _pack(PackKind.MINUTES, [f"7. {title}", *words.split("\n")], (Item("7", title, (1, 1), MARCH),))
    return pack_to_decisions(pack, pack_to_blocks(pack))


def report_of(*paragraphs: str) -> tuple[Decision, ...]:
    """The recommendations of a report of these paragraphs."""
    pack = _pack(PackKind.REPORT, ["The van", *paragraphs], ())
    return pack_to_recommendations(pack, pack_to_blocks(pack))


def _pack(kind: PackKind, text: list[str], items: tuple[Item, ...]) -> Pack:
    lines = tuple(
        Line(line, (50.0, 60.0 + 40 * at, 60.0 + 6 * len(line), 72.0 + 40 * at), 12.0, bold=at == 0)
        for at, line in enumerate(text)
    )
    page = Page(1, "1", "\n".join(text), lines=lines, size=(595.0, 842.0))
    return Pack("paper.pdf", "A paper", "0", kind, MARCH, (page,), items)


def decided(words: str) -> tuple[Decision, ...]:
    """The same, for tests that ask only what was decided."""
    return minutes_of(words)
