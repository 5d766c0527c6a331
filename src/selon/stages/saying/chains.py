"""How words came to the author: the agency or outlet that a sentence names beside the speaker."""

from __future__ import annotations

from selon.core.marks import Mention
from selon.core.text import Span
from selon.stages.saying.cues import Cue
from selon.stages.saying.scene import Scene

_RELAYS = ("agency", "outlet")
_REACH, _LEAD = 28, 6


def told_to(scene: Scene, cue: Cue) -> tuple[Span, ...]:
    """Return the agency or outlet that a speaker spoke to: "a dit le ministre à l'AFP", "dans un entretien au Soir"."""
    stop = scene.sentence(cue.verb).stop
    end = scene.tokens[min(cue.last + _REACH, stop - 1)].span.end
    start = scene.tokens[cue.last].span.end
    for mention in scene.mentions_in(Span(start, end)) if start < end else []:
        if mention.kind in _RELAYS and mention.span.start >= start and _is_led(scene, mention, cue):
            return (mention.span,)
    return ()


def published_by(scene: Scene, start: int, stop: int) -> Span | None:
    """Return the agency or outlet of a participle that follows: "le compte rendu publié par l'agence", ", rapportée par l'AFP"."""
    found = next((place for place in range(start, min(start + _LEAD, stop)) if scene.folded[place] in scene.grammar.published), None)
    if found is None or any(scene.is_finite(place) for place in range(start, found)):
        return None
    start = found
    end = scene.tokens[min(start + _LEAD, stop - 1)].span.end
    return next((mention.span for mention in scene.mentions_in(Span(scene.tokens[start].span.start, end)) if mention.kind in _RELAYS), None)


def _is_led(scene: Scene, mention: Mention, cue: Cue) -> bool:
    """Whether a preposition of telling leads to the mention, and no other clause begins before it."""
    index = scene.at(mention.span.start)
    place = next((place for place in range(index - 1, max(cue.last, index - 1 - _LEAD), -1) if _leads(scene, place)), None)
    if place is None:
        return False
    between = range(place + 1, index)
    if any(scene.tokens[here].pos not in ("DET", "NOUN", "ADJ", "ADP", "PROPN") for here in between):
        return False
    return not any(
        scene.folded[here] in scene.grammar.that or scene.is_finite(here) or scene.tokens[here].text in ':«"“'
        for here in range(cue.last + 1, place)
    )


def _leads(scene: Scene, place: int) -> bool:
    """Whether a word leads to whom something was told: a preposition, or "par" behind a participle of publishing."""
    word = scene.folded[place]
    if word in scene.grammar.by:
        return place > 0 and scene.folded[place - 1] in scene.grammar.published
    return word in scene.grammar.relays
