"""How well the ``reuse`` fold finds copies that were planted in a corpus, and what else it finds there, to be read."""
from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from planted import Planted, Planter, corpus
from selon.core.analysis import Analysis
from selon.core.reuse import Passage, Place, Reuse
from selon.core.text import DocId, Document, Span
from selon.folds.reuse import reuse
from selon.lang.pack import pack
from selon.plan import analyse
from selon.stages.quotes import quotes
from selon.stages.zones import zones

_SHARE_FOUND = 0.5
_DRAWN = 200

Pairs = dict[frozenset[DocId], list[Passage]]


def _sown(path: Path, count: int) -> tuple[list[Planted], list[Document], Reuse]:
    """Return what was planted in a corpus, its articles with the copies, and what the fold finds in them."""
    articles = corpus(path, count)
    planter = Planter([article.doc.raw for article in articles])
    gold = [*planter.passages(count // 16)]
    for kind in ("exact", "light", "half"):
        gold += planter.copies(kind, count // 20)
    dates = [article.doc.published for article in articles]
    dates += dates[-1:] * (len(planter.planted) - len(dates))
    docs = [Document.from_text(text, name=str(at), published=dates[at]) for at, text in enumerate(planter.planted)]
    return gold, docs, reuse.run(laid(docs), pack())


def planted(path: Path, count: int) -> Iterator[str]:
    """Yield the rows of a table: each kind of copy, how many were planted, found, and what share of its characters."""
    gold, docs, part = _sown(path, count)
    found = _by_pair(part)
    yield "| copy | planted | found | recall | characters of the copy found |\n| --- | --- | --- | --- | --- |"
    for kind in ("exact", "light", "half", "passage"):
        rows = [_covered(each, docs, found) for each in gold if each.kind == kind]
        hit = sum(share >= _SHARE_FOUND for share in rows)
        yield f"| {kind} | {len(rows)} | {hit} | {hit / max(1, len(rows)):.4f} | {sum(rows) / max(1, len(rows)):.4f} |"
    yield from _precision(gold, docs, found)


def pairs(path: Path, count: int, seed: int) -> Iterator[str]:
    """Yield passages that were not planted, drawn by a seed: days, kind, and the words with what differs in brackets."""
    gold, docs, part = _sown(path, count)
    number = {doc.id: at for at, doc in enumerate(docs)}
    copies: dict[int, list[Span]] = defaultdict(list)
    for sown in gold:
        copies[sown.target].append(sown.copy)
    own = [each for each in part.passages if not any(_is_planted(place, number, copies, count) for place in (each.a, each.b))]
    own.sort(key=lambda each: [(number[place.doc], place.span) for place in (each.a, each.b)])
    for at, each in enumerate(random.Random(seed).sample(own, min(_DRAWN, len(own)))):
        a, b = docs[number[each.a.doc]], docs[number[each.b.doc]]
        yield f"{at}. {a.published} {b.published} {each.kind}: {_beside(each.a.span.of(a.raw), each.b.span.of(b.raw))}"


def _is_planted(place: Place, number: Mapping[DocId, int], copies: Mapping[int, Sequence[Span]], count: int) -> bool:
    at = number[place.doc]
    return at >= count or any(place.span.overlaps(each) for each in copies.get(at, ()))


def _beside(one: str, other: str) -> str:
    """Return two versions as one line: what only the first has, and what only the second has, in brackets."""
    a, b = one.split(), other.split()
    made = []
    for step, i, j, k, m in SequenceMatcher(None, [word.lower() for word in a], [word.lower() for word in b], autojunk=False).get_opcodes():
        made.append(" ".join(a[i:j]) if step == "equal" else f"[{' '.join(a[i:j])} | {' '.join(b[k:m])}]")
    return " ".join(made)


def _precision(gold: Sequence[Planted], docs: Sequence[Document], found: Pairs) -> Iterator[str]:
    """Yield how much of what is found between the articles of planted passages belongs to them."""
    inside = total = 0
    for each in gold:
        if each.kind == "passage":
            for span in _spans(docs[each.target].id, found.get(frozenset((docs[each.source].id, docs[each.target].id)), [])):
                inside += _overlap(span, each.copy)
                total += len(span)
    yield f"\nOf the characters found between source and target of a planted passage, {inside / max(1, total):.4f} belong to it."


def _covered(each: Planted, docs: Sequence[Document], found: Pairs) -> float:
    """Return the share of a copy that is found, on the side where less is."""
    source, target = docs[each.source].id, docs[each.target].id
    passages = found.get(frozenset((source, target)), [])
    sides = ((source, each.original), (target, each.copy))
    return min(len(characters(_spans(doc, passages), place)) / len(place) for doc, place in sides)


def characters(spans: Iterator[Span], place: Span) -> set[int]:
    return {at for span in spans for at in range(max(span.start, place.start), min(span.end, place.end))}


def _spans(doc: DocId, passages: Sequence[Passage]) -> Iterator[Span]:
    return (place.span for passage in passages for place in (passage.a, passage.b) if place.doc == doc)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _by_pair(part: Reuse) -> Pairs:
    found: Pairs = defaultdict(list)
    for passage in part.passages:
        found[frozenset((passage.a.doc, passage.b.doc))].append(passage)
    return found


def laid(docs: Sequence[Document]) -> list[Analysis]:
    """Return articles with the two layers that need no parser."""
    return [analyse(Analysis(doc), (zones, quotes), pack()) for doc in docs]
