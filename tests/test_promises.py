"""The table of wordings that make a commitment."""

import pytest

from ingest.register.promises import Promise, promises
from ingest.register.undertakings import paragraph_to_found

NAMES = frozenset({"Sue", "Anita"})


@pytest.mark.parametrize("promise", promises(), ids=lambda promise: promise.example)
def test_each_wording_reads_its_example(promise: Promise) -> None:
    """The table's examples give the owner and action beside them."""
    resolved = (0, len(promise.example) if "resolved" in promise.only else 0)
    (found,) = paragraph_to_found(promise.example, NAMES, None, resolved)
    assert (found.owner, found.action) == (promise.owner, promise.action)


@pytest.mark.parametrize("promise", promises(), ids=lambda promise: promise.example)
def test_each_wording_fits_its_own_example(promise: Promise) -> None:
    """No row stands there that another row does the work of."""
    assert promise.pattern.search(promise.example)
