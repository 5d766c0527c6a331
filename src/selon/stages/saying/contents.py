"""What is attributed: the content of a cue, by the frames that its entry allows."""

from __future__ import annotations

from selon.stages.saying.calling import Calling
from selon.stages.saying.cues import Cue, is_negated
from selon.stages.saying.extents import Content, Extents, closed
from selon.stages.saying.objects import Objects
from selon.stages.saying.phrases import after_adverbs, bare_adverbs, noun_phrase, past_times
from selon.stages.saying.scene import Scene

_THAT_REACH = 14
_QUOTE_LEAD = 45


class Contents:
    """Finds contents in one article."""

    def __init__(self, scene: Scene, cues: list[Cue]) -> None:
        self.scene, self.grammar, self.cues = scene, scene.grammar, cues
        self.extents = Extents(scene, cues)
        self.objects = Objects(scene, self.extents)
        self.calling = Calling(scene, self.extents)

    def of(self, cue: Cue) -> Content | None:
        """Return the content of a cue that is no incise; ``None`` if it has none."""
        objects = self.objects
        for frame in (
            self.as_said,
            self.colon,
            self.that,
            self.infinitive,
            self.calling.attribute,
            objects.complement,
            objects.object_phrase,
            self.bare_quote,
        ):
            found = frame(cue)
            if found:
                return found
        return None

    def as_said(self, cue: Cue) -> Content | None:
        """The clause that a "comme l'a dit X" comments on: what precedes it in the sentence, or what follows its comma."""
        sentence = self.scene.sentence(cue.verb)
        lead = next(
            (
                place
                for place in range(cue.first - 1, max(sentence.start - 1, cue.first - 7), -1)
                if self.scene.folded[place] in self.grammar.as_
            ),
            None,
        )
        if lead is None or not self.objects.has_object(cue):
            return None
        start, end = self.scene.tokens[sentence.start].span.start, self.scene.tokens[sentence.stop - 1].span.end
        comma = next((place for place in range(cue.last + 1, sentence.stop) if self.scene.tokens[place].text == ","), None)
        after = self.scene.words_between(self.scene.tokens[comma].span.end, end) if comma else None
        if lead == sentence.start:
            return Content((closed(self.scene, after),), "as-said", 0.7) if after else None
        before = self.scene.words_between(start, self.scene.tokens[lead].span.start)
        rest = after if before and not any(map(self.scene.is_finite, self.scene.inside(before))) else None
        spans = tuple(closed(self.scene, span) for span in (before, rest) if span)
        return Content(spans, "as-said", 0.7) if spans else None

    def colon(self, cue: Cue) -> Content | None:
        """Words in marks behind a colon that ends the clause of the cue, in the same paragraph or the next."""
        if cue.passive or not cue.takes("quote"):
            return None
        end = self.scene.tokens[cue.last].span.end
        quote = next((quote for quote in self.scene.quotes if quote.span.start >= end), None)
        if quote is None:
            return None
        between = self.scene.raw[end : quote.span.start]
        if not between.rstrip().endswith(":") or len(between) > 4 * _QUOTE_LEAD or any(stop in between for stop in (". ", "! ", "? ")):
            return None
        colon = self.scene.at(quote.span.start)
        if any(cue.last < other.first < colon and other.finite and other.takes("quote") for other in self.cues):
            return None
        return Content((quote.inner,), "quote", 0.95)

    def that(self, cue: Cue) -> Content | None:
        """A clause behind "que", or "si" for a question."""
        for frame, words in (("que", self.grammar.that), ("si", self.grammar.whether)):
            if not cue.takes(frame) or self._calls_itself(cue):
                continue
            place = self._conjunction(cue, words, past=self._to_know(cue))
            if place is not None and place + 1 < self.scene.sentence(place).stop:
                found = self.extents.clause(cue, place + 1, frame, 0.9)
                return found if frame == "que" or (found and self._has_verb(found)) else None
        return None

    def _has_verb(self, found: Content) -> bool:
        """Whether a content has a finite verb: "si possible" asks nothing."""
        return any(self.scene.is_finite(place) for place in self.scene.inside(found.spans[0]))

    def _calls_itself(self, cue: Cue) -> bool:
        """Whether an adjective follows a reflexive cue: "se dit inquiet que" tells of the adjective."""
        after = bare_adverbs(self.scene, cue.last + 1)
        if not cue.entry.reflexive or not cue.takes("attribute") or after + 1 >= len(self.scene.tokens):
            return False
        token = self.scene.tokens[after]
        return token.pos == "ADJ" or token.dep == "xcomp" or token.feature("VerbForm") == "Part"

    def _to_know(self, cue: Cue) -> int:
        """Return the token behind "pour savoir" where a cue of asking has it; 0 otherwise."""
        after = cue.last + 1
        if (
            after + 1 >= self.scene.sentence(cue.verb).stop
            or self.scene.folded[after] not in self.grammar.for_
            or not self.scene.is_inf(after + 1)
        ):
            return 0
        return after + 2

    def _conjunction(self, cue: Cue, words: frozenset[str], *, past: int) -> int | None:
        """Return the first such conjunction after the cue, before the clause ends or another verb stands."""
        sentence = self.scene.sentence(cue.verb)
        if not past and cue.takes("np") and self._has_thing(cue):
            return None
        start = past or self._past_aside(cue)
        for place in range(start, min(sentence.stop, start + _THAT_REACH)):
            token = self.scene.tokens[place]
            if self.scene.folded[place] in words and token.pos in ("SCONJ", "PRON", "ADV", "ADP"):
                if not self._opens(cue, place):
                    return None
                before = self.scene.folded[place - 1] if place else ""
                comments = before in self.grammar.what and self.scene.tokens[place - 2].text == ","
                compares = before in self.grammar.comparatives and not self._is_cue_s_own(cue, place - 1)
                return None if comments or compares or self._is_of_thing(cue, place) else place
            if self.scene.is_finite(place) or token.text in (":", ";") or self._is_infinitive(cue, place):
                return None
        return None

    def _is_infinitive(self, cue: Cue, place: int) -> bool:
        """Whether what a cue attributes begins at a place as an infinitive: "indique aussi | intervenir", "promet | d'éviter que"."""
        if self.scene.is_inf(place):
            return cue.takes("inf", "say-inf") and after_adverbs(self.scene, cue.last + 1) >= place
        leads = ((("de-inf", "obj-de-inf"), self.grammar.of), (("à-inf", "obj-à-inf"), self.grammar.to))
        led = any(cue.takes(*frames) and self.scene.folded[place] in words for frames, words in leads)
        return led and self._leads_infinitive(place)

    def _is_of_thing(self, cue: Cue, place: int) -> bool:
        """Whether a "que" behind a comma goes on with the cue's object, a thing ("a estimé le coût à dix euros, que la ville verse")."""
        tokens = self.scene.tokens
        if tokens[place - 1].text != ",":
            return False
        things = (at for at in range(cue.last + 1, place) if tokens[at].dep == "obj" and tokens[at].head == cue.verb)
        return any(not self.scene.may_speak(at) for at in things)

    def _opens(self, cue: Cue, place: int) -> bool:
        """Whether a conjunction may open a clause that is said: not "ses alliés que sont X", and "s'" only before "il"."""
        word, after = self.scene.folded[place], place + 1
        if after >= self.scene.sentence(place).stop:
            return False
        if word in self.grammar.whether & self.grammar.reflexive:
            return self.scene.folded[after] in self.grammar.pronouns
        return word in self.grammar.whether or place == cue.last + 1 or not self.scene.is_finite(after)

    def _is_cue_s_own(self, cue: Cue, place: int) -> bool:
        """Whether an adverb right behind a cue is the cue's ("demande aussi que")."""
        return place == cue.last + 1 and self.scene.folded[place] in self.grammar.also

    def _has_thing(self, cue: Cue) -> bool:
        """Whether an object right behind a cue is a thing: a "que" behind it belongs to it."""
        first = past_times(self.scene, bare_adverbs(self.scene, cue.last + 1))
        if first >= self.scene.sentence(cue.verb).stop or self.scene.tokens[first].pos != "DET":
            return False
        phrase = noun_phrase(self.scene, first)
        if phrase is None or self.scene.is_time(phrase[0]) or self.scene.may_speak(phrase[0]):
            return False
        return self.scene.tokens[phrase[0]].dep == "obj" and not self.scene.mentions_in(self.scene.tokens[phrase[0]].span)

    def _past_aside(self, cue: Cue) -> int:
        """Return the token behind the cue, past what two commas set apart there."""
        stop, after = self.scene.sentence(cue.verb).stop, cue.last + 1
        if after < stop and self.scene.tokens[after].text == ",":
            verb = next((place for place in range(after + 1, stop) if self.scene.is_finite(place)), stop)
            commas = (place for place in range(after + 1, min(verb, stop - 1)) if self.scene.tokens[place].text == ",")
            closing = next((place for place in commas if self.scene.folded[place + 1] in self.grammar.that), None)
            if closing is not None:
                return closing + 1
        return after

    def infinitive(self, cue: Cue) -> Content | None:
        """An infinitive, bare or behind "de" or "à", with or without a person before it."""
        sentence = self.scene.sentence(cue.verb)
        for place in range(cue.last + 1, min(sentence.stop, cue.last + 1 + 2 * _THAT_REACH)):
            token, word = self.scene.tokens[place], self.scene.folded[place]
            if place - 1 > cue.last and self.scene.folded[place - 1] in self.grammar.beside_of:
                continue
            if word in self.grammar.of and self._leads_infinitive(place) and cue.takes("de-inf", "obj-de-inf"):
                own = cue.takes("np") and not cue.takes("obj-de-inf") and cue.entry.act in ("announce", "propose", "promise")
                if place > cue.last + 1 and own and self._has_thing(cue):
                    return None
                return self.extents.clause(cue, place, "de-inf", 0.9)
            if (
                word in self.grammar.to
                and cue.takes("à-inf", "obj-à-inf")
                and (self._leads_infinitive(place) or self.scene.is_mark(min(place + 1, sentence.stop - 1)))
            ):
                return self.extents.clause(cue, place, "à-inf", 0.85)
            if self.scene.is_inf(place) and token.pos in ("VERB", "AUX"):
                lowest = cue.last + 1
                lowest += is_negated(self.scene, cue) and self.scene.folded[lowest] in self.grammar.negators
                start = self._with_clitics(place, lowest)
                close = self._past_asides(cue.last + 1) >= start
                says = cue.takes("inf") or (cue.takes("say-inf") and self.scene.cue_lemma(place))
                return self.extents.clause(cue, start, "inf", 0.85) if says and close else None
            if self.scene.is_finite(place) or token.text in (";", ":", "."):
                return None
        return None

    def _past_asides(self, place: int) -> int:
        """Return the token behind adverbs, settings and what two commas set apart: "a annoncé lundi, à Davos, | avoir baissé"."""
        place = after_adverbs(self.scene, place)
        stop = self.scene.sentence(min(place, len(self.scene.tokens) - 1)).stop
        if place + 1 >= stop or self.scene.tokens[place].text != ",":
            return place
        closing = after_adverbs(self.scene, place + 1)
        return closing + 1 if closing < stop and self.scene.tokens[closing].text == "," else place

    def _leads_infinitive(self, place: int) -> bool:
        """Whether an infinitive follows a preposition, clitics and adverbs between them at most."""
        stop = self.scene.sentence(place).stop
        for here in range(place + 1, min(stop, place + 6)):
            if self.scene.is_inf(here):
                return True
            if (
                self.scene.folded[here] not in self.grammar.clitics
                and self.scene.tokens[here].pos not in ("ADV", "PUNCT")
                and not self.scene.is_mark(here)
            ):
                return False
        return False

    def _with_clitics(self, place: int, lowest: int) -> int:
        while place > lowest and (
            self.scene.folded[place - 1] in self.grammar.clitics or self.scene.folded[place - 1] in self.grammar.negators
        ):
            place -= 1
        return place

    def bare_quote(self, cue: Cue) -> Content | None:
        """Words in marks right behind the cue, without a colon."""
        if cue.passive:
            return None
        before = after_adverbs(self.scene, cue.last + 1) - 1
        end = self.scene.tokens[before].span.end
        quote = self.scene.quote_after(end)
        inside = any(self.scene.folded[place] in self.grammar.inside for place in range(cue.last + 1, before))
        names = inside and self.scene.tokens[before].pos == "NOUN" and not self.scene.may_speak(before)
        if names and quote and not self.scene.raw[end : quote.span.start].strip():
            return None
        if quote and quote.span.start >= self.scene.tokens[self.scene.sentence(cue.verb).stop - 1].span.end:
            return None
        if (
            not cue.takes("quote", "np", "que")
            or quote is None
            or quote.span.start - self.scene.tokens[cue.last].span.end > _QUOTE_LEAD
            or len(quote.inner.of(self.scene.raw).split()) < 2
        ):
            return None
        return Content((quote.inner,), "quote", 0.8)
