"""What thing a deed is about, by its class: arms, troops, money, an accord."""

from __future__ import annotations

from selon.stages.happening.objects import Objects
from selon.stages.happening.plot import Plot
from selon.stages.happening.triggers import Found
from selon.stages.saying.phrases import noun_phrase

_NEAR = 4


class Things:
    """Finds the things that one article's deeds are about."""

    def __init__(self, plot: Plot, objects: Objects) -> None:
        self.plot, self.objects = plot, objects

    def of(self, found: Found) -> str:
        """Return the class of the thing that an event is about: of a verb its object, of a noun its complement or adjective."""
        plot = self.plot
        if found.is_noun:
            near = range(found.last + 1, min(found.last + 1 + _NEAR, plot.sentence(found.head).stop))
            return next((thing for index in near if (thing := plot.class_of(index))), "")
        inside = next(
            (thing for index in range(found.first, found.last + 1) if plot.tokens[index].pos == "NOUN" and (thing := plot.class_of(index))),
            "",
        )
        head = self.objects.head(found)
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

    def is_at_large(self, found: Found) -> bool:
        """Whether a deed is said to be done to any thing of a kind ("arraisonnera tout navire"): a rule, and no deed yet."""
        plot = self.plot
        things = (child for child in plot.children[found.head] if plot.tokens[child].dep == "obj" and not found.is_noun)
        return any(plot.folded[word] in plot.events.words.any_such for thing in things for word in plot.children[thing] if word < thing)
