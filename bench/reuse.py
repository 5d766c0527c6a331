"""How well and how fast the ``reuse`` fold finds copies.

    python bench/reuse.py planted CORPUS [--articles N]     recall and precision of copies planted in real articles
    python bench/reuse.py pairs CORPUS [--seed N]           200 passages of the same run that were not planted, drawn to be read
    python bench/reuse.py speed CORPUS [--articles N]       index and candidates against rensa and datasketch, if they are installed
    python bench/reuse.py fold CORPUS                       the whole fold on all articles: seconds, memory
    python bench/reuse.py wire CORPUS                       whether the text alone tells that AFP is in the credit of the page

Prints Markdown. Times are processor seconds of one thread.
"""
from __future__ import annotations

import argparse
import re
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from copies import characters, laid, pairs, planted
from planted import Article, corpus, recombined
from selon.core.analysis import Analysis
from selon.core.reuse import Place, Reuse
from selon.core.text import DocId, Span
from selon.folds.copying.index import hits
from selon.folds.copying.texts import flattened
from selon.folds.copying.words import words
from selon.folds.reuse import reuse, titles
from selon.lang.pack import pack

_PERMUTATIONS, _BANDS, _SHINGLE = 128, 32, 5

_BUCKET_BITS = 18

Labels = npt.NDArray[np.bool_]


def fold(path: Path) -> Iterator[str]:
    """Yield seconds and memory of the whole fold."""
    analyses = laid([article.doc for article in corpus(path)])
    pack().actors, pack().grammar
    began = time.process_time()
    part: Reuse = reuse.run(analyses, pack())
    spent = time.process_time() - began
    yield f"{len(analyses):,} articles: {spent:.1f} s, {len(part.passages):,} passages, {len(part.repeats):,} repeats"
    yield ", ".join(f"{count} {kind}" for kind, count in Counter(each.kind for each in part.passages).most_common())
    yield f"index: {_index_bytes(analyses) / len(analyses) / 1024:.2f} KiB an article at its peak, beyond the text"


def _index_bytes(analyses: Sequence[Analysis]) -> int:
    """Return the most memory that the index and the arrays of words take at one time."""
    raws = [each.doc.raw for each in analyses]
    none: list[tuple[Span, ...]] = [()] * len(raws)
    days = np.arange(len(raws)) * 2 * 365 // len(raws)
    hits(raws[:100], none[:100], days[:100])  # tables that do not grow with the corpus
    flattened(raws[:100], none[:100], quoted=none[:100])
    tracemalloc.start()
    pairs = hits(raws, none, days)
    texts = flattened(raws, none, quoted=none, titles=titles(pack().actors))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del pairs, texts  # both were kept to here
    return peak


def speed(path: Path, count: int) -> Iterator[str]:
    """Yield documents a second of index and candidate pairs, of this fold and of two libraries, on the same texts in one run."""
    texts = recombined([article.doc.raw for article in corpus(path, 3000)], count)
    contenders: list[tuple[str, Callable[[Sequence[str]], int]]] = [("selon", _by_selon)]
    contenders += [(name, run) for name, run in (("rensa", _by_rensa), ("datasketch", _by_datasketch)) if find_spec(name)]
    yield f"{count:,} recombined articles, {sum(map(len, texts)):,} characters\n"
    yield "| what | documents/s | selon is so many times faster |\n| --- | --- | --- |"
    rates: dict[str, float] = {}
    for name, run in contenders:
        began = time.process_time()
        run(texts)
        rates[name] = count / (time.process_time() - began)
        yield f"| {name} | {rates[name]:,.0f} | {rates['selon'] / rates[name]:.1f} |"


def _by_selon(texts: Sequence[str]) -> int:
    return len(hits(texts, [()] * len(texts), np.arange(len(texts)) // 100).a)


def _shingles(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def _by_rensa(texts: Sequence[str]) -> int:
    rensa: Any = import_module("rensa")
    index = rensa.RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    found = 0
    for number, text in enumerate(texts):
        sketch = rensa.RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update(_shingles(text))
        found += len(index.query(sketch))
        index.insert(number, sketch)
    return found


def _by_datasketch(texts: Sequence[str]) -> int:
    datasketch: Any = import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS)
    found = 0
    for number, text in enumerate(texts):
        sketch = datasketch.MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([each.encode() for each in _shingles(text)])
        found += len(index.query(sketch))
        index.insert(number, sketch)
    return found


def wire(path: Path) -> Iterator[str]:
    """Yield how well the text alone tells that AFP stands in the credit of its page, which nothing here looks at but to count."""
    articles = corpus(path)
    part: Reuse = reuse.run(laid([article.doc for article in articles]), pack())
    is_wire = np.array(["AFP" in article.credit for article in articles])
    shares = _shared_share(part, articles)
    shared = np.array([shares.get(article.doc.id, 0.0) for article in articles])
    named = np.array([min(3, len(re.findall(r"\bAFP\b", article.doc.raw))) for article in articles])
    style = _style(articles, is_wire)
    yield f"{len(articles):,} articles, {int(is_wire.sum()):,} with AFP in their credit\n"
    yield "| told by | area under the curve |\n| --- | --- |"
    yield f"| share of the text that stands in other articles too | {_area(shared, is_wire):.3f} |"
    yield f"| the same, and how often the text names the agency | {_area(shared + 0.15 * named, is_wire):.3f} |"
    yield f"| words, learnt on four fifths of the articles, told on the fifth | {_area(style, is_wire):.3f} |"
    yield f"| all three | {_area(style / style.std() + shared + 0.5 * named, is_wire):.3f} |"


def _style(articles: Sequence[Article], is_wire: Labels, parts: int = 5) -> npt.NDArray[np.float64]:
    """Return how much the words of each article are those of the wire, as the articles of the other parts have them."""
    buckets = [np.unique(words([article.doc.raw]).hashes >> np.uint64(64 - _BUCKET_BITS)).astype(np.int64) for article in articles]
    part = np.arange(len(articles)) % parts
    scores = np.zeros(len(articles))
    for number in range(parts):
        counts = np.ones((2, 1 << _BUCKET_BITS))
        for at in np.flatnonzero(part != number):
            counts[int(is_wire[at]), buckets[at]] += 1
        seen = [int((is_wire[part != number] == label).sum()) for label in (False, True)]
        odds = np.log(counts[1] / seen[1]) - np.log(counts[0] / seen[0])
        for at in np.flatnonzero(part == number):
            scores[at] = odds[buckets[at]].mean()
    return scores


def _shared_share(part: Reuse, articles: Sequence[Article]) -> dict[DocId, float]:
    """Return what share of each article stands in another too."""
    places: dict[DocId, list[Place]] = defaultdict(list)
    for passage in part.passages:
        for place in (passage.a, passage.b):
            places[place.doc].append(place)
    whole = {article.doc.id: Span(0, len(article.doc.raw)) for article in articles}
    return {doc: len(characters((place.span for place in found), whole[doc])) / len(whole[doc]) for doc, found in places.items()}


def _area(scores: npt.NDArray[np.float64], labels: Labels) -> float:
    """Return the area under the curve: how often one of the kind scores above one that is not, ties by half."""
    _, at, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[at]
    positive, negative = int(labels.sum()), int((~labels).sum())
    return float((ranks[labels].sum() - positive * (positive + 1) / 2) / (positive * negative))


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description="Measure the reuse fold.")
    parser.add_argument("what", choices=("planted", "pairs", "speed", "fold", "wire"))
    parser.add_argument("corpus", type=Path, help="a .jsonl or .jsonl.gz file of articles")
    parser.add_argument("--articles", type=int, default=0, help="how many articles; 10,000 for planted and pairs, 100,000 for speed")
    parser.add_argument("--seed", type=int, default=1, help="which draw of pairs")
    asked = parser.parse_args()
    runs: dict[str, Callable[[], Iterator[str]]] = {
        "planted": lambda: planted(asked.corpus, asked.articles or 10_000),
        "pairs": lambda: pairs(asked.corpus, asked.articles or 10_000, asked.seed),
        "speed": lambda: speed(asked.corpus, asked.articles or 100_000),
        "fold": lambda: fold(asked.corpus), "wire": lambda: wire(asked.corpus),
    }  # fmt: skip
    for line in runs[asked.what]():
        print(line, flush=True)


if __name__ == "__main__":
    main()
