"""How words came to the author: the agency or outlet that a sentence names beside the speaker."""
from __future__ import annotations

from selon.core.marks import Mention
from selon.core.text import Span
from selon.stages.saying.cues import Cue
from selon.stages.saying.scene import Scene

_RELAYS = ("agency", "outlet")
_REACH = 14


def told_to(scene: Scene, cue: Cue) -> tuple[Span, ...]:
    """Return the agency or outlet that a speaker spoke to: "a dit le ministre à l'AFP", "dans Le Soir"."""
    end = scene.tokens[min(cue.last + _REACH, scene.sentence(cue.verb).stop - 1)].span.end
    start = scene.tokens[cue.last].span.end
    if start >= end:
        return ()
    for mention in scene.mentions_in(Span(start, end)):
        if mention.kind in _RELAYS and _is_led(scene, mention, cue):
            return (mention.span,)
    return ()


def _is_led(scene: Scene, mention: Mention, cue: Cue) -> bool:
    """Whether a preposition of telling leads to the mention, and no other clause begins before it."""
    index = scene.at(mention.span.start)
    place = index - 1
    while place > cue.last and scene.tokens[place].pos in ("DET", "NOUN", "ADJ") and index - place < 4:
        place -= 1
    if scene.folded[place] not in scene.grammar.relays:
        return False
    return not any(scene.folded[between] in scene.grammar.that or scene.is_finite(between) or scene.tokens[between].text in ":«\"“" for between in range(cue.last + 1, place))
