"""The slots around a trigger and who stands in them: by attachment, and by position where the parser errs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.core.marks import Part
from selon.lang.match import fold
from selon.stages.happening.blame import Blame
from selon.stages.happening.occasions import Occasions
from selon.stages.happening.owners import Owners
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.subjects import Subjects
from selon.stages.happening.triggers import Found
from selon.stages.saying.phrases import noun_phrase

_NEAREST = frozenset(["ASSAULT", "MOBILIZE"])
"""Types whose possessive is whoever was named last, rather than the subject."""
_LOCAL = frozenset(["CONSULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"])
"""Types whose complement is as well the place where it happens."""
_CARRIED = frozenset(["obj", "obl:arg", "xcomp", "obl", "obl:mod", "nmod", "ccomp"])
"""How the parser may hang a noun on the verb that carries it."""
_DEPTH, _APART, _NEAR = 5, 8, 3


class Slots:
    """Fills the slots of one article's triggers."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties, self.subjects = plot, parties, Subjects(plot, parties)
        self.owners = Owners(plot, parties)
        self.occasions = Occasions(plot, parties, self.subjects, self.owners)
        self.blame = Blame(plot, parties, self.subjects, self.owners)
        words = plot.events.words
        self._carriers = {"light": words.light, "suffered": words.suffered, "decided": words.deciding}

    def fill(self, found: Found, slots: tuple[str, ...]) -> tuple[Part, ...]:
        """Return the parties of the first of the slots that has any."""
        for slot in slots:
            parts = tuple(self._one(found, slot))
            if parts:
                return parts
        return ()

    def _one(self, found: Found, slot: str) -> Iterator[Part]:
        if slot == "subject":
            yield from self.subjects.agent(found.head) if found.passive else self._doers(found)
        elif slot == "object":
            yield from self._sufferers(found) if found.passive else () if found.reflexive else self.object(found)
        elif slot == "adjective":
            yield from self.parties.states.adjectives(found.head, slot)
        elif slot == "own":
            yield from self._owner(found)
        elif slot in self._carriers:
            yield from self._carried(found, slot)
        elif slot == "clause":
            yield from self.occasions.doing(found)
        elif slot == "accused":
            yield from self.blame.doer(found.head)
        elif slot == "place":
            yield from self._place(found)
        elif slot == "objective":
            yield from (replace(part, slot=slot) for part in self._led(found, self.plot.events.words.genitive))
        else:
            yield from self._led(found, slot)

    def _doers(self, found: Found) -> tuple[Part, ...]:
        """Return the subject of a verb, or of an attack whose the arm or the blow is that is its subject."""
        head = self.subjects.head(found.head)
        is_blow = found.trigger.type == "ASSAULT" and head is not None
        return (self.subjects.wielders(head) if is_blow and head is not None else ()) or self.subjects.of(found.head)

    def object(self, found: Found) -> tuple[Part, ...]:
        """Return the direct object: a clitic before the verb, the parser's, or the first phrase behind it."""
        plot, verb = self.plot, found.head
        for child in plot.children[verb]:
            if plot.tokens[child].dep in ("obj", "iobj") and child < verb and plot.folded[child] in plot.grammar.objects:
                span = self.parties.pronoun(child, self._before_subject(verb))
                return (Part(span, "", "object"),) if span else ()
        head = self.object_head(found)
        if head is None:
            return ()
        return self._party(found, head, "object")

    def _party(self, found: Found, head: int, slot: str) -> tuple[Part, ...]:
        """Return the parties that a phrase names, or whose the thing is that it names."""
        named = self.parties.at(head, slot) or tuple(self._state(found, head, slot)) or self.owners.holder(head, slot, hit=_is_hit(found))
        return named or (self._furthered(head, slot) if found.trigger.type == "AID" else ())

    def _furthered(self, head: int, slot: str) -> tuple[Part, ...]:
        """Return whose the deed is that is helped ("fournir des armes à l'offensive de ...")."""
        if self.plot.class_of(head) != "violence":
            return ()
        return next((parts for child in self.plot.complements(head) if (parts := self.parties.at(child, slot))), ())

    def _sufferers(self, found: Found) -> tuple[Part, ...]:
        """Return the parties in the subject of a passive, or whose the thing is ("un convoi de l'armée a été bombardé")."""
        head = self.subjects.head(found.head)
        return self.subjects.of(found.head) or (
            self.owners.holder(head, "object", hit=_is_hit(found)) if head is not None else ()
        )

    def _before_subject(self, verb: int) -> int | None:
        """Return where the subject of a verb begins: what a clitic stands for was named before it."""
        parts = self.subjects.of(verb)
        start = min((part.span.start for part in parts), default=None)
        return start if start is not None and start < self.plot.tokens[verb].span.start else None

    def object_head(self, found: Found) -> int | None:
        """Return the head of the direct object, or of the subject of a passive."""
        plot, verb = self.plot, found.head
        if found.passive:
            return self.subjects.head(verb)
        relative = [child for child in plot.children[verb] if plot.tokens[child].dep == "obj" and plot.folded[child] in plot.grammar.that]
        if relative and plot.tokens[plot.tokens[verb].head].pos in ("NOUN", "PROPN"):
            return plot.tokens[verb].head
        objects = [child for child in plot.children[verb] if plot.tokens[child].dep == "obj" and self._may_be_object(found, child)]
        if objects:
            return objects[0]
        return self._first_phrase(found.last + 1, plot.sentence(verb).stop)

    def _may_be_object(self, found: Found, index: int) -> bool:
        """Whether a word may be the object of a trigger: behind it, no time, no count of times, not cut off by one comma."""
        plot = self.plot
        if index <= found.last or index in plot.timed or plot.lemmas[index] in plot.events.words.again:
            return False
        return sum(plot.tokens[place].text == "," for place in range(found.last + 1, index)) != 1

    def _first_phrase(self, place: int, stop: int) -> int | None:
        """Return the head of the first noun phrase at a place, adverbs, times and a place told between left out."""
        plot, place = self.plot, self._past_adverbs(place, stop)
        while place + 1 < stop and plot.tokens[place].pos == "ADP" and plot.folded[place] not in plot.grammar.of_fused:
            led = noun_phrase(plot, place + 1)
            if led is None:
                break
            place = (led[0] if plot.tokens[led[0]].pos == "PROPN" else led[1]) + 1
            while place < stop and plot.tokens[place].name.startswith("I-"):
                place += 1
        place = self._past_adverbs(place, stop)
        if place < stop and plot.folded[place] in plot.grammar.of_fused:
            place += 1
        if place >= stop or (plot.tokens[place].pos == "PUNCT" and not plot.is_mark(place)):
            return None
        phrase = noun_phrase(plot, place)
        return phrase[0] if phrase else None

    def _past_adverbs(self, place: int, stop: int) -> int:
        """Return the token behind adverbs and times; "plus de" goes with the number behind it."""
        plot = self.plot
        while place < stop and (plot.tokens[place].pos == "ADV" or place in plot.timed):
            place += 1
            if plot.tokens[place - 1].pos == "ADV" and place < stop and plot.folded[place] in plot.grammar.of:
                place += 1
        phrase = noun_phrase(plot, place) if place < stop else None
        if phrase and plot.lemmas[phrase[0]] in plot.events.words.again:
            return self._past_adverbs(phrase[1] + 1, stop)
        return place

    def _led(self, found: Found, slot: str) -> Iterator[Part]:
        """Yield the parties that a preposition leads, and for the dative those of a clitic."""
        plot = self.plot
        if not found.is_noun and fold(slot).split(maxsplit=1)[0] in plot.grammar.to:
            for child in plot.children[found.head]:
                if (
                    child < found.head
                    and plot.folded[child] in plot.grammar.standing_for
                    and plot.folded[child] not in (*plot.grammar.objects, *plot.grammar.own)
                ):
                    span = self.parties.pronoun(child, self._before_subject(found.head))
                    if span:
                        yield Part(span, "", slot)
                        return
        for head in self._heads(found, slot):
            parts = self._party(found, head, slot)
            if not parts and found.is_noun and found.trigger.type == "ACCUSE" and not plot.carries(plot.tokens[found.head].head):
                parts = self._belonging(found, head) or self.owners.of(head, slot)
            if parts:
                yield from parts
                if len(parts) == 1 and fold(slot) in plot.events.words.both:
                    yield from (part for part in self._second(head, slot) if part not in parts)
                return

    def _second(self, head: int, slot: str) -> tuple[Part, ...]:
        """Return the second of two equal parties, where the parser does not join it to the first ("entre manifestants et policiers")."""
        plot = self.plot
        for index in range(head + 1, min(head + 1 + _APART, plot.sentence(head).stop - 1)):
            if plot.folded[index] in plot.events.words.joins:
                phrase = noun_phrase(plot, index + 1)
                return self.parties.at(phrase[0], slot) if phrase else ()
        return ()

    def _state(self, found: Found, head: int, slot: str) -> Iterator[Part]:
        """Yield the state that a place name stands for where a deed between powers leads it ("le veto de Moscou").

        An attack may as well be on a part of it ("sur le nord d'Israël").
        """
        is_part = found.trigger.type == "ASSAULT" and self.plot.folded[head] in self.plot.knowledge.words.place_heads
        if is_part and self.plot.tokens[head].pos == "NOUN":
            yield from (replace(part, slot=slot) for part in self.parties.states.place(head))
        if self.plot.tokens[head].pos == "PROPN" and found.trigger.type not in _LOCAL:
            yield from (replace(part, slot=slot) for part in self.parties.states.place(head) if part.span.of(self.plot.raw)[0].isupper())

    def _heads(self, found: Found, slot: str) -> Iterator[int]:
        """Yield heads of phrases with a preposition: right behind a noun, or in the clause behind it."""
        plot = self.plot
        if plot.is_preposition(found.last + 1, slot) and found.last + 2 < plot.sentence(found.last).stop and fold(slot) in plot.grammar.of:
            phrase = noun_phrase(plot, found.last + 2)
            if phrase:
                yield phrase[0]
            return
        if fold(slot) in plot.grammar.of:
            own = [child for child in self.plot.complements(found.head) if child > found.last]
            yield from own or (self._people_after(found, slot) if found.trigger.mode == "visit" else ())
            return
        if found.is_noun and slot in plot.grammar.by:
            yield from self._announcers(found.head)
        yield from plot.phrases_after(found.last + 1, slot, noun=found.head if found.is_noun else None)
        carrier = plot.carrier(found.head) if found.is_noun else None
        if carrier is not None:
            yield from plot.phrases_after(carrier + 1, slot)

    def _announcers(self, noun: int) -> Iterator[int]:
        """Yield who does, by the agent of the noun over it, what a noun tells ("l'annonce par Paris de sanctions")."""
        plot, above = self.plot, self.plot.tokens[noun].head
        is_part = plot.tokens[noun].dep == "nmod" and above < noun and plot.tokens[above].pos == "NOUN"
        for child in plot.children[above] if is_part and plot.case(noun) in plot.grammar.of | plot.grammar.of_fused else ():
            if above < child < noun and plot.case(child) in plot.grammar.by:
                yield child

    def _people_after(self, found: Found, slot: str) -> Iterator[int]:
        """Yield who comes, behind the place that is told first ("la visite à Paris du roi")."""
        for head in self.plot.phrases_after(found.last + 1, slot, noun=found.head):
            if any(self.parties.kind(part) == "person" for part in self.parties.at(head, slot)):
                yield head

    def _place(self, found: Found) -> Iterator[Part]:
        """Yield the state of the nearest place or actor that a preposition of place leads."""
        plot = self.plot
        origins = plot.grammar.of | plot.grammar.of_fused if found.trigger.type != "RETREAT" else frozenset()
        places = plot.events.words.places - origins
        for index in plot.clause_after(found.last + 1):
            if found.is_noun and (plot.tokens[index].pos == "VERB" or plot.tokens[index].text == ","):
                return
            if plot.folded[index] in places and plot.tokens[index].pos != "DET" and index + 1 < plot.sentence(index).stop:
                phrase = noun_phrase(plot, index + 1)
                parts = tuple(part for part in self.parties.at(phrase[0], "place") if self.parties.kind(part) == "state") if phrase else ()
                if parts:
                    yield from parts
                    return

    # around a noun

    def _owner(self, found: Found) -> Iterator[Part]:
        plot = self.plot
        for child in plot.children[found.head]:
            if child < found.head and plot.folded[child] in plot.events.words.owners:
                span = self.owners.owner(child, nearest=self._names_nearest(found), of_victim="own" in found.trigger.target)
                if span:
                    yield Part(span, "", "own")

    def _names_nearest(self, found: Found) -> bool:
        """Whether a possessive is of whoever was named last ("aide Kiev dans sa guerre"), not of the subject ("pour son offensive")."""
        is_aim = self.plot.case(found.head) in self.plot.grammar.for_
        return not is_aim and (found.trigger.type in _NEAREST or "own" in found.trigger.target)

    def _carried(self, found: Found, slot: str) -> Iterator[Part]:
        """Yield the subject of the verb that carries a noun ("apporte son soutien"), decides on it or makes its subject suffer it."""
        plot, noun = self.plot, found.head
        token = plot.tokens[self._whole(noun)]
        if slot == "light" and any(plot.tokens[child].dep == "cop" for child in plot.children[noun]):
            subject = self.subjects.head(noun)
            if subject is not None and subject != noun:
                yield from self.parties.at(subject, "light")
            return
        verb = token.head
        while verb in plot.timed and verb != plot.tokens[verb].head:
            verb = plot.tokens[verb].head
        if verb == noun or plot.tokens[verb].pos not in ("VERB", "AUX"):
            return
        if plot.lemmas[verb] in self._carriers[slot] and token.dep in _CARRIED:
            passive = any(plot.tokens[child].dep == "aux:pass" for child in plot.children[verb])
            if not passive and verb < noun:
                yield from self.subjects.of(verb)

    def _whole(self, noun: int) -> int:
        """Return the noun that says how many there are ("une série de frappes"), else the noun itself."""
        plot, above = self.plot, self.plot.tokens[noun].head
        is_part = plot.lemmas[above] in plot.events.words.amounts and plot.case(noun) in plot.grammar.of
        return above if is_part and above < noun else noun

    def whose(self, found: Found) -> tuple[Part, ...]:
        """Return whose the thing is that a verb is about: by its possessive, or its complement ("rejette l'offre de Kiev")."""
        plot = self.plot
        heads = [*plot.phrases_after(found.last + 1, plot.events.words.dative)][:1]
        direct = self.object_head(found)
        for head in (*([direct] if direct is not None else []), *heads):
            low, high = plot.subtree(head)
            for index in range(low, min(high, head + _NEAR) + 1):
                if plot.folded[index] in plot.events.words.owners:
                    span = self.owners.owner(index, nearest=False)
                    return (Part(span, "", "own"),) if span else ()
            if parts := self._belonging(found, head):
                return parts
        return ()

    def _belonging(self, found: Found, head: int) -> tuple[Part, ...]:
        """Return whose a thing is by its complement, or by whom it is made ("l'offre de Kiev", "l'offensive lancée par Ankara")."""
        plot = self.plot
        for child in plot.complements(head):
            parts = self.parties.at(child, "own") or tuple(self._state(found, child, "own"))
            if parts:
                return parts
        made = next((child for child in plot.children[head] if child > head and plot.tokens[child].dep == "acl"), None)
        return self.subjects.agent(made) if made is not None else ()

    def intended(self, found: Found) -> tuple[Part, ...]:
        """Return whom the infinitive behind a trigger is about ("menace d'envahir ...", "livre des armes pour aider ...")."""
        plot = self.plot
        aims = (index for index in plot.clause_after(found.last + 1) if plot.is_inf(index) and plot.folded[index - 1] in plot.grammar.for_)
        inner = next((child for child in plot.children[found.head] if child > found.last and plot.is_inf(child)), next(aims, None))
        if inner is None:
            return ()
        kinds = {lemma.trigger.type for lemma in plot.events.verbs.get(plot.lemmas[inner], ())}
        if found.trigger.type == "AID" and not kinds & {"AID", "SUPPORT"}:
            return ()
        deed = replace(found, head=inner, first=inner, last=inner, is_noun=False, passive=False)
        heads = (*plot.phrases_after(inner + 1, plot.events.words.dative),)
        led = next((parts for head in heads if (parts := self._party(found, head, "object"))), ())
        return self.object(deed) or led or self.whose(deed)

    def refused(self, found: Found) -> tuple[Part, ...]:
        """Return towards whom the infinitive of a refusal is ("son refus de céder le pouvoir à ..."), or whose the thing is."""
        plot = self.plot
        inner = next((child for child in plot.children[found.head] if child > found.head and plot.is_inf(child)), None)
        if inner is None:
            return ()
        for head in plot.phrases_after(inner + 1, plot.events.words.dative):
            parts = self.parties.at(head, "object")
            if parts:
                return parts
        return self.whose(replace(found, head=inner, first=inner, last=inner, is_noun=False))


def _is_hit(found: Found) -> bool:
    """Whether what a trigger is about suffers by it, for the sake of whose it is."""
    trigger = found.trigger
    return trigger.type == "ASSAULT" or (trigger.type == "SANCTION" and not trigger.mode) or trigger.mode == "seize"
