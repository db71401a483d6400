"""Encoders: what turns words into vectors, loaded by name.

`all-minilm-l6-v2-int8` comes with the program and needs only onnxruntime and tokenizers; any other name (or
folder) is loaded by sentence-transformers, imported only then; `hashed-words` counts words and is for tests.
This module alone knows the three libraries. Texts go to the packaged encoder one by one, never in a batch: it
rounds its numbers afresh for each run, so a text's vector would depend on its neighbours; nor is it slower so.
"""

import hashlib
import os
import re
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # onnxruntime reports to its maker unless told before its import
import onnxruntime

from ingest.errors import ModelError

Rows: TypeAlias = NDArray[np.float32]

PACKAGED = "all-minilm-l6-v2-int8"
HASHED = "hashed-words"
WEIGHTS = Path(__file__).parent / "weights"
SHA256 = {
    "all-minilm-l6-v2-int8.onnx": "28525b83d741a3ad5d54b97b3198e7356510f22d22ee79be6255f5c9bd3c808a",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
SLOW_FUSIONS = ["SkipLayerNormFusion"]
"""What onnxruntime would make one step of: on a processor that takes six times as long as the two that it was."""
LONGEST = 256
THREADS = min(8, os.cpu_count() or 1)


class Encoder(Protocol):
    """What turns texts into vectors: its name and size go with the vectors, which are rows of unit length."""

    @property
    def name(self) -> str:
        """The name by which it is loaded; vectors of two names do not mix."""

    @property
    def size(self) -> int:
        """How many numbers a vector has."""

    def encode(self, texts: Sequence[str]) -> Rows:
        """A row for each text, in their order."""


def load_encoder(name: str) -> Encoder:
    """The encoder of that name; a ModelError says what is missing."""
    if name == PACKAGED:
        return PackagedEncoder()
    if name == HASHED:
        return HashedWords()
    return NamedEncoder(name)


def _packaged(name: str, folder: Path) -> bytes:
    """A packaged file's bytes, if they are the ones that were packaged."""
    path = folder / name
    try:
        data = path.read_bytes()
    except OSError as exc:
        raise ModelError(f"{path} cannot be read ({exc.strerror}): reinstall matters-arising") from exc
    if hashlib.sha256(data).hexdigest() != SHA256[name]:
        raise ModelError(f"{path} is not the file that was packaged: reinstall matters-arising")
    return data


class PackagedEncoder:
    """all-MiniLM-L6-v2 in 8-bit integers, run by onnxruntime; what is longer than 256 tokens is cut off."""

    name = PACKAGED
    size = 384

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._tokenizer = Tokenizer.from_str(_packaged("tokenizer.json", folder).decode())
        self._tokenizer.enable_truncation(LONGEST)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            _packaged("all-minilm-l6-v2-int8.onnx", folder),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOW_FUSIONS,
        )

    def encode(self, texts: Sequence[str]) -> Rows:
        """A row for each text, as many at a time as there are cores."""
        if len(texts) < 2:
            rows = [self._encode(text) for text in texts]
        else:
            with ThreadPoolExecutor(THREADS) as pool:
                rows = list(pool.map(self._encode, texts))
        return np.array(rows, dtype=np.float32).reshape(-1, self.size)

    def _encode(self, text: str) -> Rows:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        row: Rows = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]
        return row


class NamedEncoder:
    """Any encoder of sentence-transformers, by its name on the hub or its folder."""

    def __init__(self, name: str) -> None:
        folder = Path(name).expanduser()
        self.name = str(folder.resolve()) if folder.is_dir() else name
        self._model = _sentence_transformer(self.name)
        self.size = int(self._model.get_embedding_dimension())

    def encode(self, texts: Sequence[str]) -> Rows:
        """A row for each text, in batches of 32."""
        rows = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32).reshape(-1, self.size)


def _sentence_transformer(name: str) -> Any:
    """The model, by the library that takes six seconds to import; it asks the hub unless HF_HUB_OFFLINE=1."""
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as exc:
        raise ModelError(
            f"the encoder {name} is not the packaged {PACKAGED}, so it needs sentence-transformers: "
            'pip install "matters-arising[models]"'
        ) from exc
    try:
        return SentenceTransformer(name)
    except (OSError, ValueError) as exc:
        first = str(exc).strip().partition("\n")[0]
        raise ModelError(
            f"the encoder {name} cannot be loaded ({first}): give its folder, or set HF_HUB_OFFLINE=0 to fetch it once"
        ) from exc


class HashedWords:
    """A bag of words that can be worked out by hand: each word adds 1 at its CRC-32 modulo 1024."""

    name = HASHED
    size = 1024

    def encode(self, texts: Sequence[str]) -> Rows:
        """A row for each text; a text without words points along the first axis."""
        rows = np.zeros((len(texts), self.size), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()) or [""]:
                row[zlib.crc32(word.encode()) % self.size] += 1
            row /= np.linalg.norm(row)
        return rows


@cache
def _cutter() -> Tokenizer:
    """The packaged tokenizer without a limit: it counts tokens for whichever encoder is used."""
    return Tokenizer.from_str(_packaged("tokenizer.json", WEIGHTS).decode())


def token_spans(text: str) -> list[tuple[int, int]]:
    """Where each token of the packaged encoder begins and ends in the text."""
    return list(_cutter().encode(text, add_special_tokens=False).offsets)
