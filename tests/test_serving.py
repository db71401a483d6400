"""The page over HTTP: its one endpoint, and what the server says with every response."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from desk_examples import QUESTION, FakeDesk, free_port, served
from gradio_client import Client
from gradio_client.exceptions import AppError

from app.render import answer_json
from retrieval.answers import Filters


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page over the fake desk."""
    desk = Path(__file__).with_name("desk_examples.py")
    with served(str(desk), str(tmp_path_factory.mktemp("paper")), free_port()) as at:
        yield at


def test_a_question_is_answered_over_http(address: str) -> None:
    """`/ask` gives what `ask --json` prints."""
    said = Client(address, verbose=False).predict("Who won the cup?", api_name="/ask")
    assert said == answer_json(FakeDesk().ask("Who won the cup?", (), Filters()))


def test_browsers_are_told_to_fetch_nothing_from_elsewhere(address: str) -> None:
    """Every response carries the policy that keeps a browser to this address."""
    with urlopen(address) as response:
        assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")


def test_a_date_that_is_none_is_refused_over_http(address: str) -> None:
    """A filter that makes no sense is an error in words."""
    with pytest.raises(AppError, match="is not a date"):
        Client(address, verbose=False).predict(QUESTION, since="soon", api_name="/ask")
