"""What a reporting noun attributes, and to whom: "l'accusation que", "sa promesse de payer", "dans un message : « ... »"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.core.text import Span
from selon.lang.match import fold
from selon.lang.speech import NounCue
from selon.stages.saying.authors import Authors
from selon.stages.saying.clauses import main_verb_after
from selon.stages.saying.extents import Content, content
from selon.stages.saying.nouns import Complement, Noun, leads_infinitive, nouns
from selon.stages.saying.phrases import noun_phrase
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker, Speakers

_COLON_REACH_CHARS = 160
_ORDERS = frozenset(["accuse", "demand", "ask", "propose", "promise", "warn", "announce", "deny", "confirm", "predict"])
"""Acts that a noun reports even where nobody is named as its author."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A reporting noun with what it attributes."""

    entry: NounCue
    first: int
    noun: int
    cue: Span
    content: Content
    speaker: Speaker | None


class Nominals:
    """Reads the reporting nouns of one article."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene, self.grammar, self.speakers = scene, scene.grammar, speakers
        self.authors = Authors(scene, speakers)

    def found(self) -> Iterator[Nominal]:
        """Yield the nouns that report something, in order; a noun that is only named yields nothing."""
        end = -1
        for noun in nouns(self.scene):
            if noun.first <= end:
                continue
            made = next(
                (
                    made
                    for frame in (self._inside, self._colon, self._which, self._clause, self._quoted, self._phrase)
                    if (made := frame(noun))
                ),
                None,
            )
            if made:
                end = noun.end
                yield made

    def _made(self, noun: Noun, found: Content | None, speaker: Speaker | None, *, first: int | None = None) -> Nominal | None:
        start = noun.first if first is None else first
        return Nominal(noun.entry, start, noun.first, self.scene.span(start, noun.last), found, speaker) if found else None

    def _inside(self, noun: Noun) -> Nominal | None:
        """Words in marks behind "dans un message ... :"; who is named before the colon speaks, else the subject of the sentence."""
        lead = self._led_by_in(noun)
        colon = self._next_colon(noun.end) if lead is not None and noun.takes("in-np") else None
        if lead is None or colon is None:
            return None
        quote = self.scene.quote_after(self.scene.tokens[colon].span.end)
        speaker = self._before_colon(noun, colon) or self.authors.owner(noun) or self._subject_before(lead)
        return self._made(noun, Content((quote.inner,), "in-np", 0.8) if quote else None, speaker, first=lead)

    def _led_by_in(self, noun: Noun) -> int | None:
        """Return the "dans" before a noun, a determiner and adjectives between them; ``None`` if there is none."""
        place = noun.first - 1
        while place > 0 and self.scene.tokens[place].pos in ("DET", "ADJ", "NUM"):
            place -= 1
        return place if place >= 0 and self.scene.folded[place] in self.grammar.inside else None

    def _next_colon(self, start: int) -> int | None:
        """Return the colon that leads to words in marks further on in the sentence; ``None`` if there is none."""
        scene = self.scene
        for place in range(start + 1, scene.sentence(start).stop):
            far = scene.tokens[place].span.start - scene.tokens[start].span.end > _COLON_REACH_CHARS
            if far or scene.quote_over(scene.tokens[place].span.start):
                return None
            if scene.tokens[place].text == ":":
                return place if scene.quote_after(scene.tokens[place].span.end) else None
        return None

    def _before_colon(self, noun: Noun, colon: int) -> Speaker | None:
        """Who stands between a comma behind the noun and the colon, where no verb does."""
        commas = [place for place in range(noun.end + 1, colon) if self.scene.tokens[place].text == ","]
        start = commas[-1] + 1 if commas else noun.end + 1
        phrase = noun_phrase(self.scene, start) if start < colon else None
        if phrase is None or any(self.scene.is_finite(place) for place in range(noun.end + 1, colon)):
            return None
        return self.speakers.made(start, phrase[0], phrase[1])

    def _subject_before(self, place: int) -> Speaker | None:
        """The subject of the clause that leads to a place."""
        verb = next((index for index in range(place - 1, self.scene.sentence(place).start - 1, -1) if self.scene.is_finite(index)), None)
        return self.speakers.subject_of(verb) if verb is not None else None

    def _colon(self, noun: Noun) -> Nominal | None:
        """Words in marks behind "le message de X :"."""
        after = noun.end + 1
        if not noun.takes("colon") or after >= self.scene.sentence(noun.first).stop or self.scene.tokens[after].text != ":":
            return None
        quote = self.scene.quote_after(self.scene.tokens[after].span.end)
        return self._made(noun, Content((quote.inner,), "colon", 0.75) if quote else None, self.authors.author(noun))

    def _which(self, noun: Noun) -> Nominal | None:
        """The clause behind "selon laquelle"."""
        scene, stop = self.scene, self.scene.sentence(noun.first).stop
        near = range(noun.end + 1, min(noun.end + 5, stop))
        place = next(
            (place for place in near if scene.folded[place] in self.grammar.which and scene.folded[place - 1] in self.grammar.according),
            None,
        )
        if place is None or not noun.takes("selon-laquelle") or place + 1 >= stop:
            return None
        return self._made(noun, self._rest(noun, place + 1, "selon-laquelle", 0.75), self.authors.author(noun))

    def _clause(self, noun: Noun) -> Nominal | None:
        """A clause or an infinitive behind the noun, or behind "est" that the noun is the subject of."""
        scene, stop, place = self.scene, self.scene.sentence(noun.first).stop, noun.end + 1
        if place < stop and fold(scene.tokens[place].lemma) in self.grammar.be and scene.is_finite(place) and noun.entry.act in _ORDERS:
            place += 1
        if place + 1 >= stop:
            return None
        speaker, token = self.authors.author(noun), scene.tokens[place]
        if not speaker and (noun.entry.act not in _ORDERS or self._is_complement(noun)):
            return None
        if (
            noun.takes("que")
            and scene.folded[place] in self.grammar.that
            and (token.dep == "mark" or token.pos != "PRON")
            and token.feature("PronType") != "Rel"
            and not self._is_object(place)
        ):
            return self._made(noun, self._rest(noun, place + 1, "que", 0.7 if speaker else 0.6), speaker)
        if noun.takes("de-inf") and scene.folded[place] in self.grammar.of and leads_infinitive(scene, place):
            return self._made(noun, self._rest(noun, place, "de-inf", 0.7 if speaker else 0.55), speaker)
        return None

    def _is_object(self, that: int) -> bool:
        """Whether a "que" is the object of a verb of saying that has nothing behind it: "les accusations que le port rejette"."""
        verb = self.scene.tokens[that].head
        behind = [child for child in self.scene.children[verb] if child > verb and self.scene.tokens[child].pos != "PUNCT"]
        return self.scene.tokens[that].dep == "obj" and bool(self.scene.cue_lemma(verb)) and not behind

    def _is_complement(self, noun: Noun) -> bool:
        """Whether the noun is itself a complement in "de": "les forces de l'ordre"."""
        place = noun.first - 1
        while place > 0 and self.scene.tokens[place].pos in ("DET", "ADJ") and self.scene.folded[place] not in self.grammar.of_fused:
            place -= 1
        return place >= 0 and self.scene.folded[place] in self.grammar.of | self.grammar.of_fused and self.scene.tokens[place].pos != "DET"

    def _rest(self, noun: Noun, start: int, frame: str, score: float) -> Content | None:
        """The clause that begins at a token: up to the verb that the noun is the subject of, else to the end of the sentence."""
        scene = self.scene
        sentence, last = scene.sentence(start), scene.last_word(start)
        leads = any(scene.is_finite(place) for place in range(sentence.start, noun.first))
        verb = None if leads else main_verb_after(scene, start, last, own=frame != "de-inf")
        last = verb - 1 if verb else last
        while last > start and scene.tokens[last].text == ",":
            last -= 1
        return content(scene, start, last, frame, score)

    def _quoted(self, noun: Noun) -> Nominal | None:
        """Words in marks right behind "un message de"."""
        after = noun.end + 1
        if (
            not (noun.takes("in-np") or noun.takes("colon"))
            or after + 1 >= self.scene.sentence(noun.first).stop
            or self.scene.folded[after] not in self.grammar.of
        ):
            return None
        quote = self.scene.quote_after(self.scene.tokens[after].span.end) if self.scene.is_mark(after + 1) else None
        speaker = self.authors.author(noun)
        return self._made(noun, Content((quote.inner,), "de-quote", 0.7), speaker) if quote and speaker else None

    def _phrase(self, noun: Noun) -> Nominal | None:
        """A complement in "de" that is what was said, beside one that says by whom; of an accusation, the bare deed by itself."""
        if not noun.takes("de-np") or not noun.of:
            return None
        speaker = self.authors.named(noun)
        deeds = [each for each in noun.of if not speaker or each.head != speaker.head]
        if not deeds or any(self.scene.folded[place] in self.grammar.to for place in range(noun.last + 1, deeds[0].preposition)):
            return None
        bare = deeds[0].first == deeds[0].head and self.scene.tokens[deeds[0].head].pos == "NOUN" and not self.authors.can_speak(deeds[0])
        if speaker and not noun.by and noun.owner is None and not (bare and deeds == [noun.of[0]] and len(noun.of) == 2):
            return None
        if not speaker and not (noun.entry.act == "accuse" and bare and noun.takes("selon-laquelle") and self._is_plural(noun)):
            return None
        fused = self.scene.folded[deeds[0].preposition] in self.grammar.of_fused
        start = deeds[0].first if fused else deeds[0].preposition
        return self._made(noun, content(self.scene, start, self._run(noun, deeds), "de-np", 0.65 if speaker else 0.5), speaker)

    def _run(self, noun: Noun, deeds: list[Complement]) -> int:
        """Return the last token of complements that follow each other, with what the last governs up to a comma or a verb."""
        last = deeds[0].last
        for each in deeds[1:]:
            if each.preposition == last + 1:
                last = each.last
        named = [each.preposition for each in (*noun.of, *([noun.by] if noun.by else [])) if each.preposition > last]
        if named:
            return min(named) - 1
        last = max(last, noun.end)
        governed = self.scene.subtree(deeds[-1].head)[1]
        while last < governed and self.scene.tokens[last + 1].pos != "PUNCT" and not self.scene.is_finite(last + 1):
            last += 1
        return last

    def _is_plural(self, noun: Noun) -> bool:
        return self.scene.tokens[noun.first].feature("Number") == "Plur"
