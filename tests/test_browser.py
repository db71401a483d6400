"""The page in a real browser (Debian's Chromium), with every address but this machine's own shut off."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desk_examples import QUESTION, QUOTE, free_port, served
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or ""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WHERE = "Cabinet, 4 June 2024, minute 12, printed page 8 (PDF 2)"
MARKED = """async (image) => {
  await image.decode();
  const canvas = document.createElement('canvas'), pen = canvas.getContext('2d');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  pen.drawImage(image, 0, 0);
  const dots = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  let yellow = 0;
  for (let at = 0; at < dots.length; at += 4) if (dots[at] > 200 && dots[at + 2] < 150) yellow += 1;
  return yellow;
}"""

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here: apt-get install chromium")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page over the fake desk."""
    desk = Path(__file__).with_name("desk_examples.py")
    with served(str(desk), str(tmp_path_factory.mktemp("paper")), free_port()) as at:
        yield at


@pytest.fixture(scope="module")
def sample_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page as `matters serve` serves it over the sample."""
    program = ["-c", "from app.cli import main; main()"]
    store = ["--store", str(tmp_path_factory.mktemp("sample"))]
    subprocess.run([sys.executable, *program, "ingest", "--sample", *store], check=True, capture_output=True)
    with served(*program, "serve", *store, "--port", free_port()) as at:
        yield at


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def outside() -> list[str]:
    """The addresses outside this machine that the page has asked for."""
    return []


@pytest.fixture
def page(browser: Browser, address: str, outside: list[str]) -> Iterator[Page]:
    """The page, opened; whatever it asks of other addresses is refused and noted."""
    with opened(browser, address, outside) as page:
        yield page


@contextmanager
def opened(browser: Browser, address: str, outside: list[str]) -> Iterator[Page]:
    """A page opened in a context of its own, with all other addresses shut off."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")

    def refuse(route: Route) -> None:
        outside.append(route.request.url)
        route.abort()

    context.route(lambda url: not url.startswith((address, "data:", "blob:")), refuse)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def ask(page: Page, question: str) -> None:
    """Types a question and sends it."""
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def test_a_citation_opens_its_page_with_the_words_marked(page: Page, outside: list[str]) -> None:
    """Ask, read the answer, click the citation, see the marked page; nothing is asked of other addresses."""
    ask(page, QUESTION)
    expect(page.locator(".ma-answer")).to_contain_text("Cabinet agreed to build it")
    expect(page.locator("blockquote")).to_have_text(QUOTE)
    page.get_by_role("button", name=WHERE, exact=True).click()
    expect(page.locator("#ma-page-title")).to_be_focused()
    expect(page.locator(".ma-numbers")).to_have_text("Printed page 8, PDF page 2 of 3")
    assert page.locator(".ma-picture").evaluate(MARKED) > 2000
    assert outside == []


def test_pages_are_turned_and_found_again(page: Page) -> None:
    """The next page has no marks, and a button leads back to the cited one."""
    ask(page, QUESTION)
    page.get_by_role("button", name="Next page").click()
    expect(page.locator(".ma-numbers")).to_have_text("Printed page 9, PDF page 3 of 3")
    assert page.locator(".ma-picture").evaluate(MARKED) == 0
    expect(page.get_by_role("button", name="Next page")).to_be_disabled()
    page.get_by_role("button", name=f"Back to {WHERE}").click()
    expect(page.locator(".ma-numbers")).to_have_text("Printed page 8, PDF page 2 of 3")


def test_an_example_is_asked_by_a_click(page: Page) -> None:
    """The questions offered are asked as they stand."""
    page.get_by_role("button", name=QUESTION).click()
    expect(page.locator(".ma-answer")).to_be_visible()


def test_a_refusal_names_its_reason_and_the_nearest_place(page: Page) -> None:
    """What the papers do not say is said so, with a way to the nearest place."""
    ask(page, "Who won the cup?")
    expect(page.locator(".ma-refusal")).to_have_text("3 pages were searched and none says so.")
    page.get_by_role("button", name=WHERE, exact=True).click()
    expect(page.locator(".ma-marked")).to_contain_text("Near to what was asked")


def test_follow_ups_stay_on_the_page_until_it_is_started_afresh(page: Page) -> None:
    """Questions and answers add up; starting afresh brings the welcome back."""
    ask(page, QUESTION)
    expect(page.locator(".ma-answer")).to_have_count(1)
    ask(page, "And the Harbour budget?")
    expect(page.locator(".ma-answer")).to_have_count(2)
    page.get_by_role("button", name="Start afresh").click()
    expect(page.locator(".ma-welcome")).to_be_visible()


def test_hostile_words_fetch_nothing(page: Page, outside: list[str]) -> None:
    """HTML, Markdown and templates in a question and in a quote are shown as they stand."""
    ask(page, 'hostile <img src="http://tracker.example/q.png">')
    expect(page.locator("blockquote")).to_contain_text("**bold** ![x](http://tracker.example/y.png) ${1+1}")
    expect(page.locator(".ma-question")).to_contain_text("<img src=")
    assert page.locator("#ma-talk img").count() == 0
    assert outside == []


def test_filters_are_told_when_folded_away(page: Page) -> None:
    """A date chosen in the browser's own field reaches the fold's label."""
    page.get_by_role("button", name="Narrow by committee or date").click()
    page.get_by_label("Meetings from").fill("2024-01-09")
    page.get_by_label("Meetings from").blur()
    expect(page.locator("#ma-filters")).to_contain_text("Only meetings: from 9 January 2024")


def test_the_journey_by_keyboard(page: Page) -> None:
    """With Enter and Tab alone: ask, reach the citation, open its page."""
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("#ma-announcer")).to_contain_text("Answered, with 1 citation.")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name=WHERE, exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#ma-page-title")).to_be_focused()


def test_a_phone_shows_all_without_sideways_scrolling(page: Page) -> None:
    """At phone width nothing is cut off, and a click on the citation brings its page into view."""
    page.set_viewport_size({"width": 360, "height": 740})
    ask(page, QUESTION)
    page.get_by_role("button", name=WHERE, exact=True).click()
    expect(page.locator("#ma-page-title")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_sample_answers_an_example_from_its_marked_page(
    browser: Browser, sample_address: str, outside: list[str]
) -> None:
    """With the program as it is: an example asked, its citation clicked, the marked page seen."""
    with opened(browser, sample_address, outside) as page:
        page.locator(".ma-example").first.click()
        expect(page.locator(".ma-answer")).to_be_visible()
        page.locator(".ma-place").first.click()
        expect(page.locator("#ma-page-title")).to_be_focused()
        assert page.locator(".ma-picture").evaluate(MARKED) > 1000
    assert outside == []
