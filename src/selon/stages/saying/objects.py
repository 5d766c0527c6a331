"""What is attributed by a phrase: the object of a cue, a complement, what a passive is about."""

from __future__ import annotations

from selon.lang.match import fold
from selon.stages.saying.cues import Cue
from selon.stages.saying.extents import Content, Extents
from selon.stages.saying.phrases import after_adverbs, bare_adverbs, manner_at, noun_phrase, past_times
from selon.stages.saying.scene import Scene

_REACH, _PENALTY = 14, 5
_OF_THINGS = frozenset(["announce", "condemn", "deny", "confirm", "praise", "support"])
"""Acts whose participle tells what became of the thing before it; what is proposed or relayed may be goods or a text."""


class Objects:
    """Finds the contents in one article that are no clause."""

    def __init__(self, scene: Scene, extents: Extents) -> None:
        self.scene, self.grammar, self.extents = scene, scene.grammar, extents

    def complement(self, cue: Cue) -> Content | None:
        """A complement behind a preposition; a fused article stays outside."""
        place = self._beyond_setting(bare_adverbs(self.scene, cue.last + 1))
        options = (
            ("de-np", self.grammar.of, self.grammar.of_fused), ("à-np", self.grammar.to, self.grammar.to_fused),
            ("contre-np", frozenset[str](), self.grammar.against), ("pour-np", frozenset[str](), self.grammar.for_),
        )  # fmt: skip
        for frame, kept, left_out in options:
            found = self._behind(cue, place, frame, kept, left_out)
            if found:
                return found
        for frame, words in (("obj-de-np", self.grammar.of), ("obj-à-np", self.grammar.to)):
            if cue.takes(frame) and (found := self._behind_object(cue, frame, words)):
                return found
        beyond = self._beyond_object(place, cue)
        options_beyond = options[2:] if beyond else ()
        return next(
            (found for frame, kept, left_out in options_beyond if (found := self._behind(cue, beyond, frame, kept, left_out))), None
        )

    def _beyond_setting(self, place: int) -> int:
        """Return the token behind the body or outlet where something was said: "s'est félicité sur RTL | de l'accord"."""
        scene = self.scene
        led = place + 1 < len(scene.tokens) and scene.tokens[place].pos == "ADP" and scene.folded[place] in self.grammar.place_words
        phrase = noun_phrase(scene, place + 1) if led else None
        if phrase is None:
            return place
        named = scene.mentions_in(scene.span(place + 1, max(phrase)))
        host = next((each for each in named if each.kind in ("agency", "outlet", "organisation") and each.form == "name"), None)
        after = bare_adverbs(scene, scene.inside(host.span).stop) if host else place
        return after if after < scene.sentence(place).stop else place

    def _beyond_object(self, place: int, cue: Cue) -> int:
        """Return the token behind the object that begins at a place; 0 if none does: "remercie ses alliés | pour leur aide"."""
        stop = self.scene.sentence(cue.verb).stop
        phrase = noun_phrase(self.scene, place) if place < stop else None
        return phrase[1] + 1 if phrase and phrase[1] + 1 < stop else 0

    def _behind(self, cue: Cue, place: int, frame: str, kept: frozenset[str], left_out: frozenset[str]) -> Content | None:
        if not cue.takes(frame) or place + 1 >= self.scene.sentence(cue.verb).stop:
            return None
        word = self.scene.folded[place]
        if word in left_out:
            return self.extents.phrase(cue, place + 1, frame, 0.75)
        return self.extents.phrase(cue, place, frame, 0.75) if word in kept else None

    def _behind_object(self, cue: Cue, frame: str, words: frozenset[str]) -> Content | None:
        """The complement of a verb that takes a person before it: by attachment, else the first noun for a deed behind the person."""
        sentence = self.scene.sentence(cue.verb)
        bare = None
        for place in range(cue.last + 1, min(sentence.stop - 1, cue.last + _REACH)):
            if self.scene.folded[place] in words and self.scene.tokens[place].head != place and self._is_to_whom(cue, place, frame):
                if self.scene.tokens[self.scene.tokens[place].head].head == cue.verb:
                    return self.extents.phrase(cue, place, frame, 0.85)
                bare = bare or (place if place > cue.last + 1 and self._is_deed(self._past_article(place + 1, frame)) else None)
            if self.scene.is_finite(place):
                break
        return self.extents.phrase(cue, bare, frame, 0.6) if bare else None

    def _is_to_whom(self, cue: Cue, place: int, frame: str) -> bool:
        """Whether somebody is named before "à": in "appelle un taxi à la gare" nobody is."""
        between = range(cue.last + 1, place)
        return frame == "obj-de-np" or any(self._is_somebody(here) for here in between if self.scene.tokens[here].pos in ("NOUN", "PROPN"))

    def _past_article(self, place: int, frame: str) -> int:
        """A deed behind "de" has no article ("accuse X de fraude"), one behind "à" has ("appelle X à la retenue")."""
        return place + (frame == "obj-à-np" and self.scene.tokens[place].pos == "DET")

    def _is_deed(self, place: int) -> bool:
        """Whether a bare noun stands at a place that is no name and nobody: "fraude", "blanchiment", "mauvaise foi"."""
        place += self.scene.tokens[place].pos == "ADJ" and self.scene.tokens[min(place + 1, len(self.scene.tokens) - 1)].pos == "NOUN"
        token = self.scene.tokens[place]
        is_noun = token.pos == "NOUN" and not token.name.endswith(("PER", "ORG")) and token.text[0].islower()
        return (
            is_noun
            and not self.scene.may_speak(place)
            and not any(mention.span.start == token.span.start for mention in self.scene.mentions_in(token.span))
        )

    def object_phrase(self, cue: Cue) -> Content | None:
        """A noun phrase that is the object; for a passive, the subject."""
        if cue.passive:
            return self._subject(cue) if cue.takes("passive") else None
        start = past_times(self.scene, self._past_aside(bare_adverbs(self.scene, cue.last + 1)))
        start = self._past_setting(self._past_dative(self._past_all(start)))
        if not cue.takes("np") or start >= self.scene.sentence(cue.verb).stop:
            return None
        first = start + 1 if self.scene.is_mark(start) else start
        phrase = noun_phrase(self.scene, first) if first < self.scene.sentence(cue.verb).stop else None
        if phrase is None or self.scene.tokens[phrase[0]].pos == "PRON" or self._is_whom(cue, phrase[0]) or self.has_object(cue):
            return None
        if self._is_sentence(cue, phrase[1] + 1) or self._is_news(cue, phrase):
            return None
        measured = phrase[1] > phrase[0] and self.scene.folded[phrase[0] + 1] in self.grammar.of
        if (self.scene.folded[phrase[0]] in self.grammar.vague and not measured) or self.scene.folded[phrase[0]] in self.grammar.days:
            return None
        return self.extents.phrase(cue, start, "np", 0.75)

    def _is_news(self, cue: Cue, phrase: tuple[int, int]) -> bool:
        """Whether an object only says that something was told: "révèle l'information"."""
        return phrase[0] == phrase[1] and cue.entry.act in ("assert", "announce") and self.scene.folded[phrase[0]] in self.grammar.news

    def _is_sentence(self, cue: Cue, place: int) -> bool:
        """Whether somebody is sentenced rather than blamed: "condamne l'homme | à trois ans de prison"."""
        stop = self.scene.sentence(cue.verb).stop
        if cue.entry.act != "condemn" or place >= stop or self.scene.folded[place] not in self.grammar.to | self.grammar.to_fused:
            return False
        return any(self.scene.folded[here] in self.grammar.penalties for here in range(place + 1, min(place + _PENALTY, stop)))

    def _past_all(self, place: int) -> int:
        """Return the token behind a loose "tous" that belongs to the subject: "dénoncent tous | la réforme"."""
        after = place + 1
        if after >= len(self.scene.tokens) or self.scene.folded[place] not in self.grammar.all_:
            return place
        return after if self.scene.tokens[after].feature("Number") == "Sing" and self.scene.tokens[after].pos == "DET" else place

    def _past_aside(self, place: int) -> int:
        """Return the object behind what two commas set apart: "remet en cause, malgré tout, | l'existence de ..."."""
        scene, stop = self.scene, self.scene.sentence(min(place, len(self.scene.tokens) - 1)).stop
        if place + 3 >= stop or scene.tokens[place].text != "," or scene.tokens[place + 1].pos not in ("ADP", "ADV"):
            return place
        for comma in range(place + 2, min(place + _REACH, stop - 1)):
            if scene.tokens[comma].text == ",":
                return comma + 1 if scene.tokens[comma + 1].pos == "DET" else place
            if scene.is_finite(comma):
                return place
        return place

    def _past_setting(self, place: int) -> int:
        """Return the object behind where, before whom or how it was said: "a nié devant le juge | toute faute", "a nié en bloc"."""
        scene = self.scene
        later = place + 2
        if later < len(scene.tokens) and scene.folded[place + 1] in self.grammar.vague and scene.folded[later] in self.grammar.place_words:
            place = later
        if place >= len(scene.tokens) or (place != later and scene.tokens[place].pos != "ADP"):
            return place
        manner = manner_at(scene, place)
        if not manner and scene.folded[place] not in scene.grammar.place_words:
            return place
        after = place + len(manner) if manner else self._past_phrase(place)
        ends = after >= scene.sentence(place).stop
        return after if not ends and "det" in (scene.tokens[after].pos.lower(), scene.tokens[after].dep) else place

    def _past_phrase(self, place: int) -> int:
        """Return the token behind what a preposition leads, and adverbs behind that."""
        scene = self.scene
        inner = noun_phrase(scene, place + 1) if place + 1 < scene.sentence(place).stop else None
        return after_adverbs(scene, inner[1] + 1) if inner and inner[1] + 1 < len(scene.tokens) else len(scene.tokens)

    def _past_dative(self, place: int) -> int:
        """Return the token behind a person addressed with "à", where an object follows: "reproche au préfet | son silence"."""
        scene = self.scene
        if place + 1 >= len(scene.tokens) or scene.folded[place] not in self.grammar.to | self.grammar.to_fused:
            return place
        phrase, stop = noun_phrase(scene, place + 1), scene.sentence(place).stop
        return phrase[1] + 1 if phrase and phrase[1] + 1 < stop and scene.tokens[phrase[1] + 1].pos == "DET" else place

    def has_object(self, cue: Cue) -> bool:
        """Whether a clitic, or a "ce que" before the cue, is the object already ("l'a démenti", "ce que révèle X")."""
        folded = self.scene.folded
        fronted = cue.first > 1 and folded[cue.first - 1] in self.grammar.that and folded[cue.first - 2] in self.grammar.what
        return fronted or any(folded[place] in self.grammar.objects for place in range(cue.first, cue.verb))

    def _is_whom(self, cue: Cue, head: int) -> bool:
        """Whether an object is no matter but a person; of a denial, anybody: "récuse deux jurés"."""
        return self._is_person(head) or (cue.entry.act == "deny" and self._is_somebody(head))

    def _is_person(self, head: int) -> bool:
        return any(mention.kind == "person" for mention in self.scene.mentions_in(self.scene.tokens[head].span))

    def _is_somebody(self, head: int) -> bool:
        said = fold(self.scene.tokens[head].lemma) in self.scene.said_things
        return not said and (self._is_person(head) or self.scene.may_speak(head))

    def _antecedent(self, cue: Cue) -> Content | None:
        """The thing that a participle with its agent stands behind: "les mesures annoncées lundi par le président"."""
        scene, noun = self.scene, self.scene.tokens[cue.verb].head
        agent = bare_adverbs(scene, cue.last + 1)
        if scene.tokens[cue.verb].dep != "acl" or noun > cue.first or agent >= scene.sentence(cue.verb).stop or self._is_somebody(noun):
            return None
        if scene.folded[agent] not in self.grammar.by or scene.tokens[noun].pos != "NOUN" or cue.entry.act not in _OF_THINGS:
            return None
        low, last = noun, cue.first - 1
        while low > scene.sentence(noun).start and scene.tokens[low - 1].pos in ("DET", "ADJ", "NUM"):
            low -= 1
        while last > noun and scene.tokens[last].pos in ("ADV", "PUNCT"):
            last -= 1
        return Content((scene.span(low, last),), "passive", 0.6)

    def _subject(self, cue: Cue) -> Content | None:
        """The subject of a passive: what was denied, announced, confirmed."""
        subject = self.scene.child(cue.verb, "nsubj")
        if subject is None and not cue.finite:
            return self._antecedent(cue)
        if subject is None or subject > cue.first or self.scene.tokens[subject].pos == "PRON":
            return None
        if self.scene.is_time(subject) or self._is_somebody(subject):
            return None
        low, high = self.scene.subtree(subject)
        if self.scene.tokens[low].feature("PronType") == "Rel":
            return None
        span = self.scene.words_between(self.scene.tokens[low].span.start, self.scene.tokens[min(high, cue.first - 1)].span.end)
        return Content((span,), "passive", 0.6) if span else None
