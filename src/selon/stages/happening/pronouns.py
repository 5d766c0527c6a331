"""Whom a pronoun stands for."""

from __future__ import annotations

from selon.core.marks import Mention
from selon.core.text import Span
from selon.stages.happening.plot import Plot
from selon.stages.saying.agreement import Agreement
from selon.stages.saying.antecedents import Antecedents

_POWERS = frozenset(["state", "group", "organisation"])


class Pronouns:
    """Finds the antecedents of one article's pronouns."""

    def __init__(self, plot: Plot) -> None:
        self.plot, self.antecedents = plot, Antecedents(plot, Agreement(plot))

    def of(self, index: int, before: int | None = None) -> Span | None:
        """Return the mention that a pronoun stands for; of the first person, the one who speaks.

        before: take only mentions that end before this character: an object is not its own subject
        """
        plot = self.plot
        word = plot.folded[index].strip("-").removeprefix("t-")
        start = plot.tokens[index].span.start if before is None else before
        if word in plot.events.words.first_person:
            over = plot.statements_over(plot.tokens[index].span)
            return over[0].source if over else None
        word = plot.grammar.standing_for.get(word, word)
        if word not in plot.grammar.pronouns:
            return None
        found = self.antecedents.of(word, start)
        if found is None or found.span in self._quoting(index) or self._is_one_power(found, word):
            return None
        return found.span

    def _is_one_power(self, mention: Mention, pronoun: str) -> bool:
        """Whether a pronoun of several meets one state or group by its name, which it cannot stand for."""
        if mention.kind != "state" and mention.form != "name":
            return False
        is_plural = any(self.plot.tokens[index].feature("Number") == "Plur" for index in self.plot.inside(mention.span))
        may_be = is_plural or (mention.form == "name" and mention.span.of(self.plot.raw).endswith("s"))
        return mention.kind in _POWERS and self.plot.grammar.pronouns[pronoun].number == "p" and not may_be

    def _quoting(self, index: int) -> list[Span | None]:
        """Return those who are quoted at a token word for word: a third person in their mouth is somebody else."""
        return [each.source for each in self.plot.statements_over(self.plot.tokens[index].span) if each.form == "direct"]
