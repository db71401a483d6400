"""Reading pictures of text by RapidOCR, with the models of its own wheel; the only module that knows it.

Nothing is looked up: the models are named by their paths, and what would be downloaded without them is not asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from ingest.papers import Box, Word

if TYPE_CHECKING:
    from PIL.Image import Image

INSTALL = 'pip install "rapidocr~=3.10.0"'
"""What installs the engine: the extra `ocr`."""
TALL = 1.5
_LARGEST_SIDE = 2000

Pixels: TypeAlias = Any
"""A picture as the engine wants it: an array of rows of blue, green and red."""
Corners: TypeAlias = Any
"""The corners of a piece of text in a picture, pixels: an array of four points from its top left, clockwise."""


@dataclass(frozen=True, slots=True)
class OcrSettings:
    """How long OCR may take: processor's seconds a page (0: nothing is read), seconds by the clock a file.

    `threads` are those of one engine; `least` is the score below which words do not count, `sure` the one at which
    a page is the right way up, tried on its so many widest pieces.
    """

    page: float = 60
    file: float = 480
    threads: int = 1
    least: float = 0.6
    sure: float = 0.85
    tried: int = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: its words with boxes, its own box, how far it sinks (down by right), and how sure it is."""

    words: tuple[Word, ...]
    box: Box
    sinks: float = 0.0
    score: float = 1.0

    @property
    def text(self) -> str:
        """Its words as a text."""
        return " ".join(word.text for word in self.words)


def is_installed() -> bool:
    """Whether the engine is there."""
    return find_spec("rapidocr") is not None


class Engine:
    """Finds pieces of text in a picture, and reads one of them at a time, so that its user can stop."""

    def __init__(self, threads: int = 1) -> None:
        import cv2
        import rapidocr

        cv2.setNumThreads(1)  # its work is a line's: threads would only wait for each other
        models = Path(rapidocr.__file__).parent / "models"
        self._ask: Any = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.max_side_len": _LARGEST_SIDE,
                "EngineConfig.onnxruntime.intra_op_num_threads": threads,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.model_path": str(next(models.glob("*_det_*.onnx"))),
                "Rec.model_path": str(next(models.glob("*_rec_*.onnx"))),
            }
        )

    def find(self, pixels: Pixels) -> Sequence[Corners]:
        """Where text stands in a picture, from the top."""
        found = self._ask(pixels, use_det=True, use_cls=False, use_rec=False)
        return () if found.boxes is None else tuple(found.boxes)

    def read(self, pixels: Pixels, corners: Corners) -> Piece | None:
        """The piece that stands there; None where nothing can be read."""
        from rapidocr.utils.process_img import get_rotate_crop_image

        cut = get_rotate_crop_image(pixels, corners.astype("float32"))
        if not cut.size:
            return None
        found = self._ask(
            cut, use_det=False, use_cls=False, use_rec=True, return_word_box=True, return_single_char_box=True
        )
        if not found.txts or not found.txts[0].strip() or not found.word_results[0]:
            return None
        info = found.word_results[0]
        columns = [(float(at) + 0.5) / info.line_txt_len for run in info.word_cols for at in run]
        words = text_to_words(found.txts[0], columns, corners.tolist())
        (x0, y0), (x1, y1), *_ = corners.tolist()
        return Piece(words, _around(corners.tolist()), (y1 - y0) / max(1.0, x1 - x0), float(found.scores[0]))


def text_to_words(text: str, columns: Sequence[float], corners: Sequence[Sequence[float]]) -> tuple[Word, ...]:
    """The words of a text with their boxes; `columns` say where each letter stands, as shares of the piece's width."""
    steps = sorted(after - before for before, after in pairwise(columns))
    half = steps[len(steps) // 2] / 2 if steps else 0.5
    words, at = [], 0
    for word in text.split():
        held = columns[at : at + len(word)] or columns[-1:]
        at += len(word)
        words.append(Word(word, _part(corners, max(0.0, held[0] - half), min(1.0, held[-1] + half))))
    return tuple(words)


def is_tall(corners: Corners) -> bool:
    """Whether a piece is taller than wide, as text that runs sideways is."""
    x0, top, x1, bottom = _around(corners.tolist())
    return bottom - top > TALL * (x1 - x0)


def to_pixels(image: "Image") -> Pixels:
    """A picture for the engine."""
    import numpy as np

    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])


def turned(pixels: Pixels, degrees: int) -> Pixels:
    """A picture turned clockwise, by a multiple of 90 degrees."""
    import numpy as np

    return np.ascontiguousarray(np.rot90(pixels, -degrees // 90))


def _part(corners: Sequence[Sequence[float]], start: float, end: float) -> Box:
    """The box around a part of a piece, from one share of its width to another."""
    (left, top), (right, top_right), (low_right, bottom_right), (low_left, bottom) = corners
    upper = [(left + (right - left) * share, top + (top_right - top) * share) for share in (start, end)]
    lower = [
        (low_left + (low_right - low_left) * share, bottom + (bottom_right - bottom) * share) for share in (start, end)
    ]
    return _around([*upper, *lower])


def _around(points: Sequence[Sequence[float]]) -> Box:
    across, down = zip(*points, strict=True)
    return (min(across), min(down), max(across), max(down))
