"""The tokens of an article, and the questions that stages ask of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from selon.core.analysis import Analysis
from selon.core.marks import Token
from selon.core.text import Span
from selon.lang.match import fold_case


class Reading:
    """A view of the Token layer: sentences, children, and places by character. Tokens are named by their index."""

    def __init__(self, analysis: Analysis) -> None:
        self.raw = analysis.doc.raw
        self.tokens: tuple[Token, ...] = analysis[Token]
        self.starts = [token.span.start for token in self.tokens]

    @cached_property
    def words(self) -> list[str]:
        """Each token's text in lower case, typographic variants folded."""
        return [fold_case(token.text) for token in self.tokens]

    @cached_property
    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                found[token.head].append(index)
        return found

    @cached_property
    def sentences(self) -> list[range]:
        limits = [index for index, token in enumerate(self.tokens) if token.starts_sentence]
        return [range(start, end) for start, end in zip(limits, [*limits[1:], len(self.tokens)], strict=True)]

    @cached_property
    def sentence_of(self) -> list[int]:
        return [number for number, sentence in enumerate(self.sentences) for _ in sentence]

    def sentence(self, index: int) -> range:
        """Return the tokens of the sentence that a token is in."""
        return self.sentences[self.sentence_of[index]]

    def at(self, char: int) -> int:
        """Return the first token that ends after a character; the number of tokens if none does."""
        index = bisect_right(self.starts, char) - 1
        return index if index >= 0 and self.tokens[index].span.end > char else index + 1

    def inside(self, span: Span) -> range:
        """Return the tokens that lie in a span or reach into it."""
        return range(self.at(span.start), bisect_left(self.starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """Return the characters from one token to another, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def subtree(self, index: int) -> tuple[int, int]:
        """Return the first and the last token that a token governs, itself included."""
        low = high = index
        for child in self._below(index):
            low, high = min(low, child), max(high, child)
        return low, high

    def _below(self, index: int) -> Iterator[int]:
        waiting, seen = [index], {index}
        while waiting:
            for child in self.children[waiting.pop()]:
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)
                    yield child

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first child that hangs by one of these relations; ``nsubj`` stands for ``nsubj:pass`` too."""
        return next(
            (child for child in self.children[index] if self.tokens[child].dep in deps or self.tokens[child].dep.partition(":")[0] in deps),
            None,
        )
