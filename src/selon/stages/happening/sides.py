"""Who does a deed and who suffers it: what the slots give, and who is meant where they are empty."""

from __future__ import annotations

from selon.core.marks import Mention, Part
from selon.lang.triggers import SYMMETRIC
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.slots import Slots
from selon.stages.happening.triggers import Found

_OF_ANOTHER = frozenset(["REJECT", "SUPPORT"])
"""Types that are towards whoever the thing is of: to reject an offer is to reject who makes it, to condemn a decision who took it."""
_FURTHERED = frozenset(["THREATEN", "AID", "AGREE"])
"""Types that are towards whoever an infinitive names: whom a threat would hurt, whom an aid is to help, with whom one agrees to talk."""
_SENT = ("troops", "weapons")
"""Things whose adjective of a state tells who sent them where no doer is named."""
Both = tuple[tuple[Part, ...], tuple[Part, ...]]


class Sides:
    """Finds the sources and targets of one article's deeds."""

    def __init__(self, plot: Plot, parties: Parties, slots: Slots) -> None:
        self.plot, self.parties, self.slots = plot, parties, slots

    def of(self, found: Found, thing: str) -> Both:
        """Return the sources and the targets of a trigger that is about a thing."""
        trigger = found.trigger
        filled = (self._allowed(self.slots.fill(found, (slot,)), trigger.actors) for slot in trigger.source)
        source = next((parts for parts in filled if parts), ())
        if trigger.type in ("RETREAT", "MOBILIZE"):
            moved = self.slots.fill(found, tuple(self.plot.grammar.of)) if found.is_noun else ()
            source = tuple(dict.fromkeys((*source, *(part for each in (*source, *moved) for part in self._commanders(each)))))
        target = self._target(found, source)
        source = source or self._doers(found, target, thing)
        source, target = self._apart(found, *(self._without(side, trigger.spares) for side in (source, self._facing(found, target))))
        return source or (self._agents(found, target) if trigger.agents and target else ()), target

    def _target(self, found: Found, source: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return the targets by the entry's slots, else whom or whose the noun, the thing or the infinitive tells."""
        trigger, slots = found.trigger, self.slots
        only = found.passive and trigger.target[:1] == ("object",)
        target = slots.fill(found, ("object",) if only else trigger.target)
        if found.is_noun and not target:
            target = slots.belongings.refused(found) if trigger.type == "REJECT" else slots.occasions.aimed(found)
        is_of_another = trigger.type in _OF_ANOTHER or trigger.mode == "disapprove"
        if not found.is_noun and not target and is_of_another:
            target = slots.belongings.whose(found)
        if not target and trigger.type in _FURTHERED:
            target = slots.belongings.intended(found)
        if not target and trigger.type == "REQUEST":
            target = slots.belongings.bidden(found)
        if found.is_noun and not target and self._is_done_to(found, source):
            target = slots.fill(found, tuple(slot for slot in trigger.source if slot in self.plot.grammar.of))
        return target

    def _doers(self, found: Found, target: tuple[Part, ...], thing: str) -> tuple[Part, ...]:
        """Return who is meant where no slot gives a doer: the complement of an owned noun, those at hand, whose troops are sent."""
        if found.is_noun:
            owned = any(part.slot == "own" for part in target)
            named = self.slots.fill(found, tuple(self.plot.grammar.of)) if owned else ()
            return named or self._allowed(self._at_hand(found, target), found.trigger.actors)
        head = self.slots.objects.head(found) if thing in _SENT and found.trigger.type != "ASSAULT" else None
        return tuple(self.parties.states.adjectives(head, "adjective")) if head is not None else ()

    def _facing(self, found: Found, target: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return the targets that hold a word which the entry asks for."""
        plot, words = self.plot, found.trigger.facing
        if not words:
            return target
        return tuple(part for part in target if any({plot.lemmas[at], plot.folded[at]} & {*words} for at in plot.inside(part.span)))

    def _is_done_to(self, found: Found, source: tuple[Part, ...]) -> bool:
        """Whether the complement of a noun suffers it, since its doer is told otherwise ("l'invasion russe de ...", "le rejet par ...")."""
        told = (*self.plot.grammar.by, "adjective", "light") if found.trigger.type == "ASSAULT" else self.plot.grammar.by
        return any(part.slot in told for part in source)

    def _at_hand(self, found: Found, target: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return who is meant where a noun names no doer: who takes part in the occasion, who gives in exchange, "the two sides"."""
        if (found.trigger.type in SYMMETRIC and target) or (found.trigger.type == "AID" and self.slots.occasions.is_exchange(found)):
            return self.slots.occasions.taking_part(found)
        if found.trigger.type == "PROTEST":
            return self.slots.occasions.gathered(found) or (
                self.parties.plurals.protesters(found.head) if self.slots.occasions.is_known(found.head) else ()
            )
        return self.slots.occasions.both_sides(found) if found.trigger.type in SYMMETRIC else ()

    def _commanders(self, part: Part) -> list[Part]:
        """Return the state whose troops move, told by an adjective of theirs."""
        plot = self.plot
        is_troops = self.parties.kind(part) == "group" and any(plot.class_of(index) == "troops" for index in plot.inside(part.span))
        if self.parties.kind(part) != "unit" and not is_troops:
            return []
        told = [
            Part(plot.tokens[index].span, state, "adjective")
            for index in plot.inside(part.span)
            if (state := self.parties.states.state_of(index))
        ]
        return told or ([*self.slots.owners.of(plot.inside(part.span)[-1], "own")] if self.parties.kind(part) == "unit" else [])

    def _agents(self, found: Found, target: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return the police or court that the sentence names, where nobody is said to arrest or to acquit."""
        plot = self.plot
        sentence = plot.sentence(found.head)
        for mention in plot.mentions_in(plot.span(sentence.start, sentence.stop - 1)):
            is_agent = any(plot.lemmas[index] in found.trigger.agents for index in plot.inside(mention.span))
            if is_agent and all(part.span != mention.span for part in target) and not self._does_else(found, mention):
                return (Part(mention.span, "", "occasion"),)
        return ()

    def _does_else(self, found: Found, mention: Mention) -> bool:
        """Whether somebody behind a trigger is the subject of another verb, and does not only say so."""
        plot = self.plot
        for index in plot.inside(mention.span):
            token = plot.tokens[index]
            if index > found.last and token.dep.startswith("nsubj") and token.head not in plot.inside(mention.span):
                return all(each.cue is None or not each.cue.overlaps(plot.tokens[token.head].span) for each in plot.statements)
        return False

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

    def _allowed(self, parts: tuple[Part, ...], kinds: tuple[str, ...]) -> tuple[Part, ...]:
        return tuple(part for part in parts if not kinds or self.parties.kind(part) in kinds)

    def _without(self, parts: tuple[Part, ...], kinds: tuple[str, ...]) -> tuple[Part, ...]:
        return tuple(part for part in parts if self.parties.kind(part) not in kinds)
