"""An article as the reading of events sees it: the scene of speech, its statements and its time expressions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from selon.core.analysis import Analysis
from selon.core.marks import Statement, TimeExpr
from selon.core.text import Span
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.stages.saying.phrases import noun_phrase, phrase_end
from selon.stages.saying.scene import Scene

_REACH = 22


class Plot(Scene):
    """A scene with what the reading of events asks for, by token."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        super().__init__(analysis, pack)
        self.events, self.objects = pack.events.events, pack.events.objects
        self.statements: tuple[Statement, ...] = analysis[Statement]
        self._words: dict[int, frozenset[str]] = {}
        self._forms_of: dict[int, frozenset[str]] = {}
        self.times: tuple[TimeExpr, ...] = analysis[TimeExpr]

    @cached_property
    def lemmas(self) -> list[str]:
        """Each token's lemma, folded; of a finite verb that the parser gives as its own lemma ("demande"), the infinitive."""
        ending = self.events.words.infinitive
        mistaken = (
            token.pos == "VERB" and token.lemma == token.text and token.lemma[-1] == ending[0] and token.feature("VerbForm") != "Inf"
            for token in self.tokens
        )
        return [fold(token.lemma)[:-1] + ending if wrong else fold(token.lemma) for token, wrong in zip(self.tokens, mistaken, strict=True)]

    def auxiliaries(self, verb: int) -> list[int]:
        return [child for child in self.children[verb] if self.tokens[child].dep.startswith("aux") and child < verb]

    def is_infinitive(self, verb: int) -> bool:
        """Whether a verb is an infinitive, perhaps a perfect or a passive one."""
        return any(self.is_inf(each) for each in (verb, *self.auxiliaries(verb)))

    def is_passive_inf(self, verb: int) -> bool:
        """Whether a participle stands behind the infinitive that makes it a passive."""
        return any(self.tokens[each].dep == "aux:pass" and self.is_inf(each) for each in self.auxiliaries(verb))

    def finite_of(self, index: int) -> int:
        """Return the token that carries the tense of a predicate: its auxiliary, its copula or itself."""
        helpers = [child for child in self.children[index] if self.tokens[child].dep.startswith(("aux", "cop")) and self.is_finite(child)]
        return helpers[0] if helpers else index

    def is_perfect(self, verb: int) -> bool:
        """Whether a verb stands in a past of the indicative with an auxiliary: behind "si" it tells a fact ("s'il a avoué ...")."""
        return self.is_past(verb) and self.tokens[self.finite_of(verb)].feature("Tense") == "Pres"

    def is_past(self, verb: int) -> bool:
        """Whether a verb stands in a past of the indicative with an auxiliary: it tells what has been, whatever is asked over it."""
        finite = self.tokens[self.finite_of(verb)]
        return finite.dep == "aux:tense" and finite.feature("Tense") in ("Pres", "Imp") and finite.feature("Mood") in ("Ind", "")

    def case(self, head: int) -> str:
        """Return the folded preposition of a phrase, two that make one with a space between; empty if it has none."""
        for child in self.children[head]:
            if child < head and self.tokens[child].dep in ("case", "mark") and self.tokens[child].pos in ("ADP", "SCONJ", "DET"):
                is_double = child + 1 < head and self.tokens[child + 1].pos == "ADP"
                return f"{self.folded[child]} {self.folded[child + 1]}" if is_double else self.folded[child]
        fused = next(
            (
                child
                for child in self.children[head]
                if child < head and (self.folded[child] in self.grammar.of_fused or self.folded[child] in self.grammar.to_fused)
            ),
            None,
        )
        return self.folded[fused] if fused is not None and self.tokens[fused].pos != "DET" else ""

    def is_preposition(self, place: int, slot: str) -> int:
        """Return how many tokens the preposition of a slot takes at a place; 0 if it does not stand there.

        A fused form stands for its preposition: "du" for "de", "aux" for the one of the dative.
        """
        words = fold(slot).replace("'", "' ").split()
        for step, word in enumerate(words):
            here = place + step
            if here >= len(self.tokens) or self.folded[here] not in self._forms(word):
                return 0
        return len(words)

    def _forms(self, word: str) -> frozenset[str]:
        if word in self.grammar.of:
            return self.grammar.of | self.grammar.of_fused
        if word in self.grammar.to:
            return self.grammar.to | self.grammar.to_fused
        return frozenset([word])

    def clause_after(self, place: int) -> range:
        """Return the tokens from a place to the end of its clause: before a finite verb, a relative, a stop."""
        stop = min(self.sentence(place).stop, place + _REACH) if place < len(self.tokens) else place
        for index in range(place, stop):
            token = self.tokens[index]
            if (
                self.folded[index] in self.events.words.boundaries and token.pos not in ("ADP", "NOUN") and index > place
            ) or token.text in ";:()":
                return range(place, index)
            if self.is_finite(index) and index > place:
                return range(place, index)
        return range(place, stop)

    def phrases_after(self, place: int, slot: str, *, noun: int | None = None) -> Iterator[int]:
        """Yield the heads of the phrases that a preposition leads within the clause behind a token.

        noun: stop at the next verb, but for a participle that only carries this noun ("une attaque menée contre ...")
        """
        own = range(noun, phrase_end(self, noun) + 1) if noun is not None else range(0)
        for index in self.clause_after(place):
            if own and self.tokens[index].text == "," and not self.is_preposition(index + 1, slot):
                return
            if own and self.tokens[index].pos == "VERB" and not (self.carries(index) and self.tokens[index].head in own):
                return
            width = self.is_preposition(index, slot)
            if width and self.folded[index - 1] in self.events.words.compound:
                continue
            if width and index + width < self.sentence(place).stop:
                found = noun_phrase(self, index + width)
                if found:
                    yield found[0]

    def carries(self, verb: int) -> bool:
        """Whether a verb only carries a noun, or says that it takes place: one that is no infinitive."""
        words = self.events.words
        return not self.is_inf(verb) and (self.lemmas[verb] in words.light or self.lemmas[verb] in words.wrought)

    def carrier(self, noun: int) -> int | None:
        """Return the verb that carries a noun as its subject ("un accord a été signé ...", "des heurts ont éclaté ...")."""
        token = self.tokens[noun]
        if token.dep in ("nsubj", "nsubj:pass") and token.head > noun and self.carries(token.head):
            return token.head
        return None

    def complements(self, noun: int) -> Iterator[int]:
        """Yield the heads of what hangs on a noun by "de"."""
        for child in self.children[noun]:
            if child > noun and (self.case(child) in self.grammar.of or self.case(child) in self.grammar.of_fused):
                yield child

    def is_background(self, noun: int) -> bool:
        """Whether a noun only tells of which other thing the clause speaks ("les jurés du procès", "les victimes de l'attaque")."""
        token = self.tokens[noun]
        above = self.lemmas[token.head]
        return (
            token.dep == "nmod"
            and self.tokens[token.head].pos == "NOUN"
            and self.case(noun) in self.grammar.of | self.grammar.of_fused
            and not (above in self.events.embeddings or above in self.events.words.phases or self._tell_alike(above, self.lemmas[noun]))
        )

    def _tell_alike(self, one: str, other: str) -> bool:
        """Whether two nouns may tell happenings of one type ("la signature d'un accord")."""
        types = [{lemma.trigger.type for lemma in self.events.nouns.get(noun, ())} for noun in (one, other)]
        return bool(types[0] & types[1])

    def is_negated(self, index: int, finite: int) -> bool:
        """Whether a predicate is negated: the particle before it and a negating word around it."""
        low, high = min(index, finite), max(index, finite)
        before = range(max(self.sentence(low).start, low - 3), low + 1)
        if not any(self.folded[place] in self.grammar.negation for place in before):
            return False
        around = range(max(self.sentence(low).start, low - 4), min(self.sentence(low).stop, high + 4))
        return any(self.folded[place] in self.grammar.negators or self.folded[place] in self.grammar.no_subject for place in around)

    def class_of(self, index: int) -> str:
        """Return the class of the thing that a noun or adjective names; empty if none. The parser's lemmas of plurals often fail."""
        forms = (self.lemmas[index], self.folded[index], self.folded[index].rstrip("sx"))
        return (
            next((self.objects[form] for form in forms if form in self.objects), "")
            if self.tokens[index].pos in ("NOUN", "ADJ", "PROPN")
            else ""
        )

    def words_of(self, sentence: int) -> frozenset[str]:
        """Return the folded lemmas of a sentence."""
        if sentence not in self._words:
            self._words[sentence] = frozenset(self.lemmas[index] for index in self.sentences[sentence])
        return self._words[sentence]

    def forms_of(self, sentence: int) -> frozenset[str]:
        """Return the words of a sentence that an entry may ask for: folded, as lemmas, and without the endings of gender and number."""
        if sentence not in self._forms_of:
            folded = {self.folded[index] for index in self.sentences[sentence]}
            bare = {word.removesuffix(ending) for word in folded for ending in ("e", "s", "es")}
            self._forms_of[sentence] = self.words_of(sentence) | folded | bare
        return self._forms_of[sentence]

    @cached_property
    def timed(self) -> frozenset[int]:
        """The tokens that are part of a time expression."""
        return frozenset(index for time in self.times for index in self.inside(time.span))

    def statements_over(self, span: Span) -> list[Statement]:
        """Return the statements whose content holds a span, the innermost first."""
        over = self._told_at.get(self.at(span.start), ())
        return [each for each in over if any(piece.start <= span.start and span.end <= piece.end for piece in each.content)]

    @cached_property
    def _told_at(self) -> dict[int, list[Statement]]:
        """The statements whose content holds a token, by the token, the innermost first."""
        found: dict[int, list[Statement]] = defaultdict(list)
        for each in sorted(self.statements, key=lambda each: sum(len(piece) for piece in each.content)):
            for index in dict.fromkeys(index for piece in each.content for index in self.inside(piece)):
                found[index].append(each)
        return found
