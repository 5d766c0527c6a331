"""An event from a trigger: its parties, its object, and whether they are those that the entry asks for."""

from __future__ import annotations

from selon.core.marks import EventMark, Part
from selon.core.text import Span
from selon.lang.events import SYMMETRIC
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.settings import date_of, place, when
from selon.stages.happening.slots import Slots
from selon.stages.happening.status import Statuses
from selon.stages.happening.triggers import Found, span_of
from selon.stages.saying.phrases import noun_phrase

_SCORES = {"subject": 1.0, "object": 1.0, "adjective": 0.8, "own": 0.8, "occasion": 0.7}
_NEAR = 4
_OF_ANOTHER = frozenset(["REJECT", "SUPPORT"])
"""Types that are towards whoever the thing is of: to reject an offer is to reject who makes it."""
_FURTHERED = frozenset(["THREATEN", "AID"])
"""Types that are towards whoever an infinitive names: whom a threat would hurt, whom an aid is to help."""
_SENT = ("troops", "weapons")
"""Things whose adjective of a state tells who sent them where no doer is named."""


class Roles:
    """Makes events of the triggers of one article."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties = plot, parties
        self.slots, self.statuses = Slots(plot, parties), Statuses(plot)

    def event(self, found: Found) -> EventMark | None:
        """Return the event of a trigger; ``None`` if a party or the object that its entry asks for is not there."""
        trigger, plot = found.trigger, self.plot
        thing = self.thing(found)
        if trigger.objects and (thing not in trigger.objects or self._is_at_large(found)):
            return None
        source = self._allowed(self.slots.fill(found, trigger.source), trigger.actors)
        if trigger.type in ("RETREAT", "MOBILIZE"):
            source = (*source, *(part for each in source for part in self._commanders(each)))
        only = found.passive and trigger.target[:1] == ("object",)
        target = self.slots.fill(found, ("object",) if only else trigger.target)
        if found.is_noun and not target:
            target = self.slots.refused(found) if trigger.type == "REJECT" else self.slots.occasions.aimed(found)
        if found.is_noun and not source and any(part.slot == "own" for part in target):
            source = self.slots.fill(found, tuple(self.plot.grammar.of))
        if not found.is_noun and not target and trigger.type in _OF_ANOTHER:
            target = self.slots.whose(found)
        if not target and trigger.type in _FURTHERED:
            target = self.slots.intended(found)
        if found.is_noun and not target and self._is_done_to(found, source):
            target = self.slots.fill(found, tuple(slot for slot in trigger.source if slot in self.plot.grammar.of))
        if found.is_noun and not source:
            source = self._allowed(self._at_hand(found, target), trigger.actors)
        if not source and thing in _SENT and not found.is_noun and trigger.type != "ASSAULT":
            head = self.slots.object_head(found)
            source = tuple(self.parties.states.adjectives(head, "adjective")) if head is not None else ()
        if trigger.facing:
            target = tuple(
                part
                for part in target
                if any(plot.lemmas[index] in trigger.facing or plot.folded[index] in trigger.facing for index in plot.inside(part.span))
            )
        source, target = self._apart(found, *(self._without(side, trigger.spares) for side in (source, target)))
        if trigger.agents and target and not source:
            source = self._agents(found, target)
        if not self._suffices(trigger.needs, source, target) or (trigger.several and not target and not self._are_several(source)):
            return None
        return self._made(found, source, target, thing)

    def _is_at_large(self, found: Found) -> bool:
        """Whether a deed is said to be done to any thing of a kind ("arraisonnera tout navire"): a rule, and no deed yet."""
        plot = self.plot
        things = (child for child in plot.children[found.head] if plot.tokens[child].dep == "obj" and not found.is_noun)
        return any(plot.folded[word] in plot.events.words.any_such for thing in things for word in plot.children[thing] if word < thing)

    def _is_done_to(self, found: Found, source: tuple[Part, ...]) -> bool:
        """Whether the complement of a noun suffers it, since its doer is told otherwise ("l'invasion russe de ...", "le rejet par ...")."""
        told = (*self.plot.grammar.by, "adjective", "light") if found.trigger.type == "ASSAULT" else self.plot.grammar.by
        return any(part.slot in told for part in source)

    def _made(self, found: Found, source: tuple[Part, ...], target: tuple[Part, ...], thing: str) -> EventMark:
        plot, span, trigger = self.plot, span_of(self.plot, found), found.trigger
        is_blamed = any(part.slot in ("accused", "convicted") for part in source)
        time = when(plot, found.head, span, hung_only=is_blamed or (found.is_noun and plot.is_background(found.head)))
        status = self.statuses.of(found, span)
        if status == "actual" and is_blamed and any(part.slot == "accused" for part in source):
            status = "alleged"
        if status == "hypothetical" and any(part.slot == "decided" for part in source):
            status = "planned"  # who orders or announces it will have it done
        over = plot.statements_over(span)
        per = tuple(dict.fromkeys(place for each in over for place in (*each.via, each.source) if place))
        low, high = plot.subtree(found.head)
        clause = Span.cover(
            span,
            *([plot.span(low, high)] if low <= high else []),
            *(part.span for part in (*source, *target) if plot.sentence_of[plot.at(part.span.start)] == plot.sentence_of[found.head]),
        )
        score = min([_SCORES.get(part.slot, 0.9) for part in (*source, *target)], default=0.5) * (0.8 if over else 1.0)
        return EventMark(
            span, trigger.type, trigger.mode, source, target, thing, time.span if time else None, date_of(time),
            place(plot, found.head, found.last), status, per, clause, round(score, 2), trigger.id,
        )  # fmt: skip

    def _allowed(self, parts: tuple[Part, ...], kinds: tuple[str, ...]) -> tuple[Part, ...]:
        return tuple(part for part in parts if not kinds or self.parties.kind(part) in kinds)

    def _without(self, parts: tuple[Part, ...], kinds: tuple[str, ...]) -> tuple[Part, ...]:
        return tuple(part for part in parts if self.parties.kind(part) not in kinds)

    def _agents(self, found: Found, target: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return the police or court that the sentence names, where nobody is said to arrest or to acquit."""
        plot = self.plot
        sentence = plot.sentence(found.head)
        for mention in plot.mentions_in(plot.span(sentence.start, sentence.stop - 1)):
            is_agent = any(plot.lemmas[index] in found.trigger.agents for index in plot.inside(mention.span))
            if is_agent and all(part.span != mention.span for part in target):
                return (Part(mention.span, "", "occasion"),)
        return ()

    def _at_hand(self, found: Found, target: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return who is meant where a noun names no doer: who takes part in the occasion, who gives in exchange, "the two sides"."""
        if (found.trigger.type in SYMMETRIC and target) or (found.trigger.type == "AID" and self.slots.occasions.is_exchange(found)):
            return self.slots.occasions.taking_part(found)
        if found.trigger.type == "PROTEST":
            return self.slots.occasions.gathered(found) or (
                self.parties.protesters(found.head) if self.slots.occasions.is_known(found.head) else ()
            )
        return self.slots.occasions.both_sides(found) if found.trigger.type in SYMMETRIC else ()

    def _commanders(self, part: Part) -> list[Part]:
        """Return the state whose troops move, told by an adjective of theirs."""
        plot = self.plot
        if self.parties.kind(part) != "unit":
            return []
        told = [
            Part(plot.tokens[index].span, state, "adjective")
            for index in plot.inside(part.span)
            if (state := self.parties.states.state_of(index))
        ]
        return told or [*self.slots.owners.of(plot.inside(part.span)[-1], "own")]

    def _apart(self, found: Found, source: tuple[Part, ...], target: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """Keep the two sides apart: nobody is both, and of several equal parties the first faces the others."""
        if any(part.slot == "objective" for part in target):
            source = tuple(part for part in source if part.span not in {each.span for each in target})
        both = {part.span for part in source}
        target = tuple(part for part in target if part.span not in both)
        equal = found.trigger.type in SYMMETRIC or any(part.slot in self.plot.events.words.both for part in source)
        if equal and len(source) > 1 and not target:
            return source[:1], source[1:]
        return source, target

    def _are_several(self, parts: tuple[Part, ...]) -> bool:
        """Whether parties are more than one, or one body or plural that may meet by itself."""
        plot = self.plot
        return len(parts) > 1 or any(
            self.parties.kind(part) == "organisation" or any(plot.tokens[at].feature("Number") == "Plur" for at in plot.inside(part.span)[:2])
            for part in parts
        )

    def _suffices(self, needs: str, source: tuple[Part, ...], target: tuple[Part, ...]) -> bool:
        return {"both": bool(source and target), "source": bool(source), "target": bool(target), "either": bool(source or target)}[needs]

    def thing(self, found: Found) -> str:
        """Return the class of the thing that an event is about: of a verb its object, of a noun its complement or adjective."""
        plot = self.plot
        if found.is_noun:
            near = range(found.last + 1, min(found.last + 1 + _NEAR, plot.sentence(found.head).stop))
            return next((thing for index in near if (thing := plot.class_of(index))), "")
        inside = next(
            (thing for index in range(found.first, found.last + 1) if plot.tokens[index].pos == "NOUN" and (thing := plot.class_of(index))),
            "",
        )
        head = self.slots.object_head(found)
        return (self.class_of(head) if head is not None else "") or inside or self._led_thing(found)

    def class_of(self, head: int) -> str:
        """Return the class of a thing by its noun, or by the noun it measures ("des milliers d'obus"); a place by its name is territory."""
        plot = self.plot
        last = min(head + _NEAR, plot.sentence(head).stop)
        is_place = plot.tokens[head].pos == "PROPN" and plot.tokens[head].name.endswith("LOC")
        return "territory" if is_place else next((thing for index in range(head, last) if (thing := plot.class_of(index))), "")

    def _led_thing(self, found: Found) -> str:
        """Return the class of what a preposition right behind a verb leads ("convenir d'une trêve")."""
        plot = self.plot
        after = found.last + 1
        if after + 1 < plot.sentence(found.head).stop and plot.tokens[after].pos == "ADP":
            phrase = noun_phrase(plot, after + 1)
            return self.class_of(phrase[0]) if phrase else ""
        return ""
