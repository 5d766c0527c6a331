"""Copies planted in real articles, so that what should be found is known: whole, lightly edited, half, and passages of two sentences.

A corpus is a ``.jsonl`` or ``.jsonl.gz`` file with ``id``, ``text`` and, where known, ``date``, ``title``, ``outlet``, ``credit``.
"""
from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from selon.core.text import Document, Span

_SENTENCE = re.compile(r"[^\s.!?…][^.!?…\n]*[.!?…]+")
_LEAST_WORDS = 8
PASSAGE_EDITS, LIGHT_EDITS = 0.03, 0.04


@dataclass(frozen=True)
class Article:
    """An article of a corpus, and the credit on its page."""

    doc: Document
    credit: str


@dataclass(frozen=True)
class Planted:
    """A copy: its kind, and its place in two articles, named by their number."""

    kind: str
    source: int
    original: Span
    target: int
    copy: Span


def corpus(path: Path, limit: int = 0) -> list[Article]:
    """Read a corpus, the first ``limit`` articles or all."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit and number == limit:
                break
            row = json.loads(line)
            known = {"published": row.get("date", ""), "title": row.get("title", ""), "outlet": row.get("outlet", "")}
            found.append(Article(Document.from_text(row["text"], name=str(row["id"]), **known), row.get("credit", "")))
    return found


class Planter:
    """Plants copies, the same on every run."""

    def __init__(self, texts: Sequence[str], seed: int = 1) -> None:
        self.texts, self.planted = list(texts), list(texts)
        self.dice = random.Random(seed)
        self.vocabulary = sorted({word for text in texts[:2000] for word in re.findall(r"[^\W\d_]{4,}", text)})
        self.free = list(range(len(texts)))
        self.dice.shuffle(self.free)

    def passages(self, count: int) -> Iterator[Planted]:
        """Plant two sentences of one article, edited, between two sentences of another."""
        while count and len(self.free) > 1:
            source, target = self.free.pop(), self.free.pop()
            taken = self._two_sentences(self.texts[source])
            places = [found.end() for found in _SENTENCE.finditer(self.texts[target])]
            if taken and places:
                at = self.dice.choice(places)
                copy = self.edited(taken.of(self.texts[source]), PASSAGE_EDITS)
                text = self.texts[target]
                self.planted[target] = f"{text[:at]} {copy} {text[at:]}"
                yield Planted("passage", source, taken, target, Span(at + 1, at + 1 + len(copy)))
                count -= 1

    def copies(self, kind: str, count: int) -> Iterator[Planted]:
        """Add articles that are copies: ``exact``, ``light`` (4 % of the words edited), ``half`` (half a text in another article)."""
        while count and len(self.free) > 1:
            source, other = self.free.pop(), self.free.pop()
            text = self.texts[source]
            sentences = [found.span() for found in _SENTENCE.finditer(text)]
            if len(sentences) < 4:
                continue
            taken = Span(sentences[0][0], sentences[-1 if kind != "half" else len(sentences) // 2][1])
            copy = self.edited(taken.of(text), LIGHT_EDITS) if kind == "light" else taken.of(text)
            self.planted.append(copy if kind != "half" else f"{copy} {self.texts[other]}")
            yield Planted(kind, source, taken, len(self.planted) - 1, Span(0, len(copy)))
            count -= 1

    def _two_sentences(self, text: str) -> Span | None:
        found = [each.span() for each in _SENTENCE.finditer(text)]
        pairs = [(one, other) for one, other in pairwise(found) if all(_long(text, each) for each in (one, other))]
        if not pairs:
            return None
        one, other = self.dice.choice(pairs)
        return Span(one[0], other[1])

    def edited(self, text: str, share: float) -> str:
        """Return text with a share of its words replaced, left out or doubled by another."""
        made = []
        for word in text.split(" "):
            if self.dice.random() >= share:
                made.append(word)
                continue
            how = self.dice.randrange(3)
            made += [[self.dice.choice(self.vocabulary)], [], [word, self.dice.choice(self.vocabulary)]][how]
        return " ".join(made)


def _long(text: str, place: tuple[int, int]) -> bool:
    return len(text[place[0] : place[1]].split()) >= _LEAST_WORDS


def recombined(texts: Sequence[str], count: int, *, words: int = 418, piece_words: int = 4, seed: int = 1) -> list[str]:
    """Return new articles made of short runs of words of real ones, so that a large corpus costs what real text costs."""
    dice = random.Random(seed)
    pool = [each for text in texts for each in _cut(text.split(), piece_words)]
    return [" ".join(dice.choice(pool) for _ in range(words // piece_words)) for _ in range(count)]


def _cut(words: Sequence[str], size: int) -> Iterator[str]:
    return (" ".join(words[at : at + size]) for at in range(0, len(words), size))
