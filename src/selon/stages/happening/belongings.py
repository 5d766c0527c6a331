"""Whose a thing is that somebody refuses, threatens or helps: by its possessive, its complement, or the infinitive that tells of it."""

from __future__ import annotations

from dataclasses import replace

from selon.core.marks import Part
from selon.stages.happening.objects import Objects
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.triggers import Found
from selon.stages.saying.phrases import noun_phrase

_NEAR = 3
_WITH = {"AID": {"AID", "SUPPORT"}, "AGREE": {"CONSULT", "COOPERATE"}}
"""Types of which an infinitive tells the target only if it tells a deed of one of these types."""


class Belongings:
    """Finds whose the things are that one article's triggers are about."""

    def __init__(self, plot: Plot, parties: Parties, objects: Objects) -> None:
        self.plot, self.parties, self.objects = plot, parties, objects

    def whose(self, found: Found) -> tuple[Part, ...]:
        """Return whose the thing is that a verb is about: by its possessive, or its complement ("rejette l'offre de Kiev")."""
        plot = self.plot
        heads = [*plot.phrases_after(found.last + 1, plot.events.words.dative)][:1]
        direct = self.objects.head(found)
        for head in (*([direct] if direct is not None else []), *heads):
            low, high = plot.subtree(head)
            for index in range(low, min(high, head + _NEAR) + 1):
                if plot.folded[index] in plot.events.words.owners:
                    span = self.objects.owners.owner(index, nearest=False)
                    return (Part(span, "", "own"),) if span else ()
            if parts := self.of(found, head):
                return parts
        return ()

    def of(self, found: Found, head: int) -> tuple[Part, ...]:
        """Return whose a thing is by its complement, or by whom it is made ("l'offre de Kiev", "l'offensive lancée par Ankara")."""
        plot = self.plot
        for child in plot.complements(head):
            parts = self.parties.at(child, "own") or tuple(self.objects.state(found, child, "own"))
            if parts:
                return parts
        made = next((child for child in plot.children[head] if child > head and plot.tokens[child].dep == "acl"), None)
        return self.objects.subjects.agents.of(made) if made is not None else ()

    def intended(self, found: Found) -> tuple[Part, ...]:
        """Return whom the infinitive behind a trigger is about ("menace d'envahir ...", "livre des armes pour aider ...")."""
        plot = self.plot
        aims = (index for index in plot.clause_after(found.last + 1) if plot.is_inf(index) and plot.folded[index - 1] in plot.grammar.for_)
        under = (*plot.children[found.head], *plot.children[found.last])
        inner = next((child for child in under if child > found.last and plot.is_inf(child)), next(aims, None))
        if inner is None:
            return ()
        kinds = {lemma.trigger.type for lemma in plot.events.verbs.get(plot.lemmas[inner], ())}
        if found.trigger.type in _WITH and not kinds & _WITH[found.trigger.type]:
            return ()
        deed = replace(found, head=inner, first=inner, last=inner, is_noun=False, passive=False)
        leading = (plot.events.words.dative, *(plot.events.words.company if found.trigger.type == "AGREE" else ()))
        heads = [head for slot in leading for head in plot.phrases_after(inner + 1, slot)]
        led = next((parts for head in heads if (parts := self.objects.party(found, head, "object"))), ())
        return self.objects.of(deed) or led or self.whose(deed)

    def bidden(self, found: Found) -> tuple[Part, ...]:
        """Return who is to do what is asked: the subject of the clause right behind a trigger ("un ultimatum pour que Paris ...")."""
        plot = self.plot
        behind = range(found.last + 1, min(found.last + 1 + _NEAR, plot.sentence(found.last).stop - 1))
        that = next((index for index in behind if plot.folded[index] in plot.grammar.that), None)
        phrase = noun_phrase(plot, that + 1) if that is not None else None
        return self.parties.at(phrase[0], "object") if phrase else ()

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
