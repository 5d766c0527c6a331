"""What leads to a noun: determiner and adjectives, a quantity, the "de" that makes it a complement."""

from __future__ import annotations

from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.stages.reading import Reading

OF = frozenset(["de", "d'", "du", "des"])


class Leads:
    """Reads what stands before the nouns of one article."""

    def __init__(self, reading: Reading, knowledge: Knowledge) -> None:
        self.reading, self.knowledge = reading, knowledge
        self.determiners = frozenset((*knowledge.words.determiners, *knowledge.words.possessives))
        self.quantities = frozenset(knowledge.words.quantities)

    def begin(self, first: int) -> int:
        """Return the first token of what leads to a noun that begins at a token."""
        tokens, low = self.reading.tokens, first
        while (
            low > 0
            and not tokens[low].starts_sentence
            and tokens[low - 1].pos in ("ADJ", "NUM")
            and tokens[low - 1].feature("VerbForm") != "Part"
        ):
            low -= 1
        if low > 0 and not tokens[low].starts_sentence and self._is_determiner(low - 1):
            low -= 1
        return self._quantified(low)

    def is_complement(self, index: int) -> bool:
        """Whether a noun is of one body: after "du", or "de" and a determiner."""
        before = self.reading.words[index - 1]
        return before == "du" or (before in self.determiners and self.reading.words[index - 2] in OF and before[-1:] != "s")

    def _quantified(self, low: int) -> int:
        """Take in a quantity before a phrase: "beaucoup de", "une série de"."""
        start = self.reading.sentence(low).start
        for words in range(2, 6):
            if low - words >= start and self._counted(low - words, low - 1) in self.quantities:
                return low - words
        return low

    def _counted(self, first: int, last: int) -> str:
        """Return words as the list of quantities has them: an elided preposition in full."""
        text = fold(self.reading.span(first, last).of(self.reading.raw))
        return text[:-1] + "e" if text.endswith(" d'") else text

    def _is_determiner(self, index: int) -> bool:
        word = fold(self.reading.words[index])
        return word in self.determiners or (word == "des" and self.reading.tokens[index].pos == "DET")
