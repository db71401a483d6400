"""How a page is turned: from the coordinates that a PDF stores to those of the page as it is read, upright."""

from dataclasses import dataclass

from ingest.pages import Box

FULL = 360


@dataclass(frozen=True, slots=True)
class Turn:
    """The way from stored coordinates (points, from the bottom left) to boxes on the upright page.

    `cut` is the visible part of the sheet as left, bottom, right, top; `degrees` says how far the sheet is
    turned clockwise to be read: 0, 90, 180 or 270.
    """

    cut: Box
    degrees: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page."""
        left, bottom, right, top = self.cut
        across, up = round(right - left, 1), round(top - bottom, 1)
        return (across, up) if self.degrees % 180 == 0 else (up, across)

    def seen(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A stored box as it stands on the upright page, from its top left."""
        at_left, at_bottom, at_right, at_top = self.cut
        if self.degrees == 0:
            return (left - at_left, at_top - top, right - at_left, at_top - bottom)
        if self.degrees == 90:
            return (bottom - at_bottom, left - at_left, top - at_bottom, right - at_left)
        if self.degrees == 180:
            return (at_right - right, bottom - at_bottom, at_right - left, top - at_bottom)
        return (at_top - top, at_right - right, at_top - bottom, at_right - left)
