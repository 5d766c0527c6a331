"""Which statement a denial answers that only points at what was said ("ces accusations", "la version du ministre", "ce que ...")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selon.core.marks import Statement
from selon.lang.claims import Answering
from selon.lang.match import fold
from selon.stages.happening.plot import Plot

_FAR_CHARS, _OPENING, _LEAST_WORDS, _NEAR, _LEAD_CHARS = 900, 4, 4, 5, 40
_BY = 3
"""So many tokens from "par" on may name whose words were told ("l'information avancée par Le Point")."""
_ACCUSES = frozenset(["accuse", "condemn"])
_SAID = _ACCUSES | {"assert", "announce"}


class Pointing:
    """Finds the statements of one article that others point at."""

    def __init__(self, plot: Plot, answering: Answering) -> None:
        self.plot, self.contrary = plot, answering.contrary
        self.accusations = plot.events.words.involving | answering.accusations

    def answered(self, denial: Statement) -> Statement | None:
        """Return the assertion of somebody else that a denial takes up, or the one nearest before it where its noun stands for one.

        What an accusation is answered by depends on whom it is against: none is returned.
        """
        others = [each for each in self.plot.statements if not self._is_same(each, denial) and each.act in _SAID]
        if denial.why.endswith(".antecedent"):
            found = next((each for each in others if each.content == denial.content), None)
        else:
            found = self._meant(denial, others) if self._points(denial) else None
        return found if found and found.source and found.act not in _ACCUSES else None

    def _is_same(self, other: Statement, denial: Statement) -> bool:
        """Whether the one who denies said it, as the same mention or by the same words, or the last of them."""
        mine, its = (fold(each.source.of(self.plot.raw)) if each.source else "" for each in (denial, other))
        return other.source == denial.source or bool(mine and its and (mine.endswith(its) or its.endswith(mine)))

    def _meant(self, denial: Statement, others: Sequence[Statement]) -> Statement | None:
        """Return what was said last before a denial by whom it names, else by anybody in the sentence before; not what was only added."""
        named = self._named(denial)
        before = [each for each in others if self._may_be_meant(each, denial) and (not named or self._words(each) & named)]
        last = max(before, key=lambda each: each.span.end, default=None)
        if last is None or not (named or self._is_beside(last, denial)):
            return None
        if self._is_of_accusations(denial) and any(each.act in _ACCUSES for each in before):
            return None
        return max((each for each in before if not self._goes_on(each)), key=lambda each: each.span.end, default=last)

    def _is_beside(self, other: Statement, denial: Statement) -> bool:
        """Whether a statement ends in the sentence before a denial, which begins its own."""
        plot = self.plot
        opening = plot.sentence(plot.at(denial.span.start)).start
        start = plot.tokens[opening].span.start
        previous = plot.tokens[plot.sentence(opening - 1).start].span.start if opening else 0
        return other.span.end > previous and (denial.span.start - start <= _LEAD_CHARS or other.span.end > start)

    def _goes_on(self, statement: Statement) -> bool:
        """Whether somebody only adds to what was said before ("a-t-il ajouté")."""
        further = self.plot.events.words.further
        return statement.cue is not None and any(self.plot.lemmas[index] in further for index in self.plot.inside(statement.cue))

    def _is_of_accusations(self, denial: Statement) -> bool:
        inside = self.plot.inside(denial.content[0])[:_OPENING]
        return any(self.plot.lemmas[index] in self.accusations for index in inside)

    def _points(self, denial: Statement) -> bool:
        """Whether the content is a noun for what was said, with "ces" before it, or "les accusations" alone or of somebody."""
        plot, inside = self.plot, self.plot.inside(denial.content[0])[:_OPENING]
        noun = next((index for index in inside if plot.tokens[index].pos == "NOUN"), None)
        if noun is None or plot.lemmas[noun] not in plot.grammar.sayings:
            return False
        leads = [plot.tokens[index] for index in inside if index < noun and plot.tokens[index].pos == "DET"]
        is_this = any(token.feature("PronType") == "Dem" for token in leads)
        is_bare = self._ends(noun, denial) and any(token.feature("Definite") == "Def" for token in leads)
        return is_this or is_bare or bool(self._named(denial))

    def _ends(self, noun: int, denial: Statement) -> bool:
        """Whether a noun is the last word of what is denied, or of the first of two things."""
        after = noun + 1
        return after >= self.plot.inside(denial.content[0]).stop or self.plot.folded[after] in self.plot.grammar.and_

    def is_of_another(self, denial: Statement) -> bool:
        """Whether a denial is of somebody's mere words ("les propos de son codétenu"), which blame nobody by themselves."""
        plot, words = self.plot, self.plot.events.words
        inside = plot.inside(denial.content[0])
        noun = next((at for at in inside[:_OPENING] if plot.tokens[at].pos == "NOUN"), None)
        if noun is None or noun + 1 not in inside or plot.lemmas[noun] not in plot.grammar.sayings - words.wide:
            return False
        return plot.folded[noun + 1] in plot.grammar.of | plot.grammar.of_fused

    def _named(self, denial: Statement) -> frozenset[str]:
        """Return the words of whoever the content says that it is of ("les propos du ministre"); who confirms often tells it themselves."""
        if denial.act == "confirm":
            return frozenset()
        inside = self.plot.inside(denial.content[0])
        start, last = inside.start, min(inside.stop, len(self.plot.tokens) - 1)
        by = self.plot.folded[last] in self.plot.grammar.by
        reach = self.plot.span(start, min(last + _BY, len(self.plot.tokens) - 1)) if by else denial.content[0]
        over = [each for each in self.plot.mentions_in(reach) if each.span != denial.source]
        near = [each for each in over[:1] if self.plot.at(each.span.start) - start <= _NEAR]
        return frozenset(word for each in near for word in self._of(self.plot.inside(each.span)))

    def _words(self, statement: Statement) -> frozenset[str]:
        spans = (statement.source, *statement.via)
        return frozenset(word for span in spans if span for word in self._of(self.plot.inside(span)))

    def _of(self, inside: Iterable[int]) -> list[str]:
        return [self.plot.folded[index] for index in inside if self.plot.tokens[index].pos in ("NOUN", "PROPN")]

    def _may_be_meant(self, other: Statement, denial: Statement) -> bool:
        """Whether a statement ends soon before a denial and says a thing of its own, and does not itself answer one."""
        far = denial.span.start - other.span.end
        words = sum(len(piece.of(self.plot.raw).split()) for piece in other.content)
        return 0 <= far <= _FAR_CHARS and words >= _LEAST_WORDS and not self._is_answer(other)

    def _is_answer(self, other: Statement) -> bool:
        """Whether a statement takes up what was said before it ("n'a pas confirmé cette information"), or sets itself against it."""
        plot, inside = self.plot, [index for piece in other.content for index in self.plot.inside(piece)]
        sayings = (index for index in inside if index and plot.lemmas[index] in plot.grammar.sayings)
        takes_up = any(plot.tokens[index - 1].feature("PronType") == "Dem" for index in sayings)
        return takes_up or any(words in fold(other.span.of(plot.raw)) for words in self.contrary)
