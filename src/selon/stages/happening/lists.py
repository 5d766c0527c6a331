"""Names that go with a party: those that "and" and commas join to it, and those in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from selon.core.marks import Mention, Part
from selon.stages.happening.plot import Plot

_ASIDE = 9
_BODIES = frozenset(["organisation", "unit", "group"])


class Lists:
    """Finds what goes with one article's parties."""

    def __init__(self, plot: Plot) -> None:
        self.plot = plot
        self.kinds = {mention.span: mention.kind for mention in plot.mentions}

    def beside(self, found: list[Part], slot: str) -> Iterator[Part]:
        """Yield the mentions that "and" joins to those found, where the parser did not."""
        plot = self.plot
        for part in found[:1]:
            if part.ref or part.span not in self.kinds:
                continue
            before, after = plot.at(part.span.start) - 1, plot.at(part.span.end - 1) + 1
            while before > 0 and plot.tokens[before].pos == "DET":
                before -= 1
            if before > 0 and plot.folded[before] in plot.events.words.joins:
                yield from (Part(mention.span, "", slot) for mention in self._listed(before - 1))
            if after + 1 < len(plot.tokens) and plot.folded[after] in plot.events.words.joins:
                following = after + 2 if plot.tokens[after + 1].pos == "DET" and after + 2 < len(plot.tokens) else after + 1
                yield from (Part(mention.span, "", slot) for mention in plot.mentions_in(plot.span(after + 1, following)))

    def _listed(self, last: int) -> Iterator[Mention]:
        """Yield the names of a list that ends at a token, from its end on ("Londres, Paris" of "Londres, Paris et Berlin")."""
        plot = self.plot
        named = [each for each in plot.mentions_in(plot.tokens[last].span) if each.span.end == plot.tokens[last].span.end]
        while named:
            yield named[0]
            comma = plot.at(named[0].span.start) - 1
            while comma > 0 and plot.tokens[comma].pos == "DET":
                comma -= 1
            if comma < 1 or plot.tokens[comma].text != "," or named[0].kind != "state":
                return
            end = plot.tokens[comma - 1].span.end
            named = [each for each in plot.mentions_in(plot.tokens[comma - 1].span) if each.span.end == end and each.kind == "state"]

    def aliases(self, found: list[Part], slot: str) -> Iterator[Part]:
        """Yield the name that follows a party in brackets, or a person's behind a comma and such brackets."""
        plot = self.plot
        for part in found:
            after = plot.at(part.span.end - 1) + 1
            if part.ref or part.span not in self.kinds or after + 2 >= len(plot.tokens) or plot.tokens[after].text != "(":
                continue
            close = next(
                (index for index in range(after + 1, min(after + _ASIDE, len(plot.tokens) - 2)) if plot.tokens[index].text == ")"), None
            )
            if close is None:
                continue
            inside = [each for each in plot.mentions_in(plot.span(after + 1, close - 1)) if each.form == "name" and each.kind in _BODIES]
            if (
                len(inside) == 1
                and self.kinds[part.span] in _BODIES
                and len(inside[0].span) >= plot.tokens[close].span.start - plot.tokens[after].span.end
            ):
                yield Part(inside[0].span, "", slot)
            elif self.kinds[part.span] == "person" and plot.tokens[close + 1].text == ",":
                behind = plot.mentions_in(plot.tokens[close + 2].span)
                yield from (Part(each.span, "", slot) for each in behind if each.form == "name" and each.kind == "person")
