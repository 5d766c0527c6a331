"""Through whom words came, told before the cue: "Dans un entretien au Monde, X ...", "Invité de RTL, X ...", "X, joint par l'AFP, ..."."""

from __future__ import annotations

from selon.core.marks import Mention
from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.saying.chains import published_by
from selon.stages.saying.cues import Cue
from selon.stages.saying.scene import Scene

_RELAYS = ("agency", "outlet")
_BESIDE = ("DET", "NOUN", "ADJ", "ADP")


def hosted_by(scene: Scene, cue: Cue) -> tuple[Span, ...]:
    """Return the agency or outlet by which a cue's words came, where what leads its sentence or stands beside its subject names one."""
    if scene.quote_over(scene.tokens[cue.first].span.start):
        return ()
    found = _leading(scene, cue) or _aside(scene, cue)
    return (found,) if found else ()


def _leading(scene: Scene, cue: Cue) -> Span | None:
    """The agency or outlet of what stands before the first comma of a sentence, where no verb does."""
    start = scene.sentence(cue.verb).start
    comma = next((place for place in range(start, cue.first) if scene.tokens[place].text == ","), None)
    if comma is None or any(scene.is_finite(place) and not scene.tokens[place].name for place in range(start, comma)):
        return None
    if scene.folded[start] in scene.grammar.published:
        return published_by(scene, start, comma)
    if scene.folded[start] not in scene.grammar.relays:
        return None
    named = next((each for each in scene.mentions_in(scene.span(start, comma)) if each.kind in _RELAYS), None)
    return named.span if named and _is_aired(scene, start, named) else None


def _is_aired(scene: Scene, start: int, named: Mention) -> bool:
    """Whether a setting is what an outlet airs or prints: the outlet itself, or words said or written there."""
    between = range(start + 1, scene.at(named.span.start))
    if any(fold(scene.tokens[place].lemma) in scene.said_things | scene.grammar.airs for place in between):
        return True
    lone = len(between) <= 2 and not any(scene.folded[place] in scene.grammar.of | scene.grammar.of_fused for place in between)
    return lone and all(scene.tokens[place].pos in _BESIDE for place in between)


def _aside(scene: Scene, cue: Cue) -> Span | None:
    """The agency or outlet of a participle between commas right before a cue: "X, interrogé par l'AFP, a dit"."""
    closing = cue.first - 1
    if closing < 1 or scene.tokens[closing].text != ",":
        return None
    opening = next((place for place in range(closing - 1, scene.sentence(cue.verb).start, -1) if scene.tokens[place].text == ","), None)
    if opening is None or scene.folded[opening + 1] not in scene.grammar.published:
        return None
    return published_by(scene, opening + 1, closing)
