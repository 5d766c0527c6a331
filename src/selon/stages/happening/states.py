"""States told by a place name, a capital or an adjective."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selon.core.marks import Part
from selon.core.text import Span
from selon.lang.match import fold_accents
from selon.stages.happening.plot import Plot
from selon.stages.saying.phrases import noun_phrase

_WORD = re.compile(r"[^\W_]+")


class States:
    """Finds the states of one article's places and adjectives."""

    def __init__(self, plot: Plot) -> None:
        self.plot = plot

    def state_named(self, head: int) -> tuple[Span, str] | None:
        """Return the words and the id of the state whose name or capital begins at a token; the first listed where two share it."""
        plot, span = self.plot, self.plot.tokens[head].span
        first = _WORD.match(fold_accents(span.of(plot.raw)))
        for known in plot.knowledge.names.get(first[0], ()) if first else ():
            end = span.start + len(known.name)
            is_whole = end >= len(plot.raw) or not (plot.raw[end].isalnum() or plot.raw[end + 1 : end + 2].isdigit())
            if known.kind == "state" and not known.weak and is_whole and fold_accents(plot.raw[span.start : end]) == known.name:
                return Span(span.start, end), known.ref
        return None

    def place(self, head: int) -> Iterator[Part]:
        """Yield the state that a place is, is the capital of, or is said to be of; its name may begin with an article ("La Havane")."""
        plot = self.plot
        before = head - 1 if head and plot.tokens[head - 1].pos == "DET" else head
        known = self.state_named(head) or self.state_named(before)
        if known:
            yield Part(known[0], known[1], "place")
            return
        after = head + 1
        while after + 1 < plot.sentence(head).stop and plot.folded[after] in plot.knowledge.words.place_heads:
            after += 1
        is_led = after + 1 < plot.sentence(head).stop and plot.folded[after] in plot.grammar.of | plot.grammar.of_fused
        inner = noun_phrase(plot, after + 1) if is_led else None
        if inner and plot.folded[head] in plot.knowledge.words.place_heads:
            yield from self.place(inner[0])
            return
        yield from self.adjectives(head, "place")

    def adjectives(self, head: int, slot: str) -> Iterator[Part]:
        """Yield the states that the adjectives of a noun tell."""
        plot = self.plot
        for index in range(max(plot.sentence(head).start, head - 2), min(head + 4, plot.sentence(head).stop)):
            token = plot.tokens[index]
            if (
                index == head
                or token.pos not in ("ADJ", "NOUN", "PROPN")
                or token.text[0].isupper()
                or (token.pos == "NOUN" and index != head + 1)
            ):
                continue
            attached = (
                token.head == head
                or index == head + 1
                or (index == head + 2 and plot.tokens[head + 1].pos == "ADJ")
                or (index == token.head + 1 and head < token.head == head + 2 and plot.folded[head + 1] in plot.grammar.of)
            )
            state = self.state_of(index)
            if state and attached:
                yield Part(token.span, state, slot)

    def state_of(self, index: int) -> str:
        """Return the state or bloc that an adjective tells; empty if none."""
        plot = self.plot
        return plot.knowledge.demonyms.get(plot.folded[index].replace("-", " ")) or plot.events.words.blocs.get(plot.folded[index], "")
