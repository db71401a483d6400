"""Makes docs/page.png for the README: the sample served, a question asked, its citation opened.

From the root, with the `dev` extra and Chromium installed: python docs/make_picture.py [QUESTION]
"""

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

PROGRAM = [sys.executable, "-u", "-c", "from app.cli import main; main()"]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
TARGET = Path(__file__).with_name("page.png")
PORT = "7869"
COLOURS = 128


def main(question: str) -> None:
    """The sample in a store of its own, the page over it, and its picture."""
    with tempfile.TemporaryDirectory() as store:
        subprocess.run([*PROGRAM, "ingest", "--sample", "--store", store], check=True)
        server = subprocess.Popen(
            [*PROGRAM, "serve", "--store", store, "--port", PORT], stdout=subprocess.PIPE, text=True
        )
        try:
            assert server.stdout and "http" in server.stdout.readline()
            save(photograph(question))
        finally:
            server.terminate()
            server.communicate()


def photograph(question: str) -> bytes:
    """The page with the question answered and its first citation open."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = chromium.new_page(viewport={"width": 1360, "height": 980}, locale="en-GB")
        page.goto(f"http://127.0.0.1:{PORT}")
        ask(page, question)
        page.locator(".ma-mark").first.click()
        page.locator(".ma-place[aria-current]").wait_for()
        page.mouse.move(5, 5)
        page.wait_for_timeout(500)
        return page.screenshot()


def ask(page: Page, question: str) -> None:
    """The question, or the first that the page offers."""
    if question:
        page.get_by_label("Your question").fill(question)
        page.get_by_role("button", name="Ask", exact=True).click()
    else:
        page.locator(".ma-example").first.click()
    page.locator(".ma-answer").wait_for()


def save(png: bytes) -> None:
    """The picture in few colours, so that it is small."""
    Image.open(io.BytesIO(png)).quantize(COLOURS).save(TARGET, optimize=True)


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
