"""Typeset the sources into corpus/sample and list the files in corpus/manifest.json."""

import hashlib
import json
from pathlib import Path

from corpus.markup import Document, read_document
from corpus.typeset import typeset

HERE = Path(__file__).parent
LICENCE = "MIT"
SOURCE = "Own work: papers of a fictional council, written for this project."


def sources() -> list[Document]:
    """The documents of the sample, by name."""
    return [read_document(folder) for folder in sorted((HERE / "sources").iterdir()) if folder.is_dir()]


def make(folder: Path) -> list[dict[str, str]]:
    """Write every document into the folder as a PDF, and say what each file is."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(document, folder / f"{document.name}.pdf") for document in sources()]


def _write(document: Document, path: Path) -> dict[str, str]:
    made = typeset(document)
    path.write_bytes(made)
    digest = hashlib.sha256(made).hexdigest()
    title = document.front.facts["title"]
    return {"file": path.name, "title": title, "source": SOURCE, "licence": LICENCE, "sha256": digest}


def main() -> None:
    """Make the sample anew."""
    listed = json.dumps(make(HERE / "sample"), indent=2, ensure_ascii=False)
    (HERE / "manifest.json").write_text(listed + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
