"""The web page: alone knows Gradio, decides nothing, and says what the desk gives it."""

from app.page.build import build
from app.page.serve import launch, serve

__all__ = ["build", "launch", "serve"]
