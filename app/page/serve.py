"""The server that shows the page: on this machine, with nothing fetched from any other."""

from collections.abc import Callable
from pathlib import Path

import gradio as gr
from starlette.middleware import Middleware

from app.page.headers import OwnAddressOnly
from ingest.errors import MattersError

STYLE = Path(__file__).with_name("style.css")
FONTS = ("system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
MONO = ("ui-monospace", "Consolas", "Menlo", "monospace")


def launch(blocks: gr.Blocks, host: str, port: int) -> str:
    """Starts the server and gives its address; MattersError where the port is taken."""
    try:
        _, address, _ = blocks.launch(
            server_name=host,
            server_port=port,
            theme=gr.themes.Default(primary_hue="teal", neutral_hue="slate", font=FONTS, font_mono=MONO),
            css_paths=STYLE,
            app_kwargs={"middleware": [Middleware(OwnAddressOnly)]},
            share=False,
            quiet=True,
            footer_links=[],
            run_history=False,
            enable_monitoring=False,
            ssr_mode=False,
            prevent_thread_lock=True,
        )
    except OSError as exc:
        raise MattersError(f"port {port} of {host} cannot be used: set another with --port") from exc
    return address


def serve(blocks: gr.Blocks, host: str, port: int, ready: Callable[[str], object]) -> None:
    """Serves the page until the process is stopped; `ready` is told the address once it answers."""
    address = launch(blocks, host, port)
    ready(address)
    blocks.block_thread()
