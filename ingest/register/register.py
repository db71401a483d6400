"""A pack's entries in the registers."""

from ingest.blocks import pack_to_blocks
from ingest.entries import Register
from ingest.papers import Pack
from ingest.register.commitments import pack_to_commitments
from ingest.register.decisions import pack_to_decisions
from ingest.register.recommendations import pack_to_recommendations


def pack_to_register(pack: Pack) -> Register:
    """What the pack's minutes decided and its reports recommend, and what was promised in either."""
    blocks = pack_to_blocks(pack)
    decided = pack_to_decisions(pack, blocks)
    recommended = pack_to_recommendations(pack, blocks, len(decided))
    return Register((*decided, *recommended), pack_to_commitments(pack, blocks))
