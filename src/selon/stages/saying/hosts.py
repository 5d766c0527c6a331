"""Through whom words came, told before the cue: "Dans un entretien au Monde, X ...", "Invité de RTL, X ...", "X, joint par l'AFP, ..."."""

from __future__ import annotations

from selon.core.marks import Mention
from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.saying.chains import published_by
from selon.stages.saying.cues import Cue
from selon.stages.saying.phrases import noun_phrase
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker, Speakers

_RELAYS = ("agency", "outlet")
_BESIDE = ("DET", "NOUN", "ADJ", "ADP")


def hosted_by(scene: Scene, cue: Cue) -> tuple[Span, ...]:
    """Return the agency or outlet by which a cue's words came, where what leads its sentence or stands beside its subject names one."""
    if scene.quote_over(_start(scene, cue.first)):
        return ()
    found = _leading(scene, cue) or _aside(scene, cue)
    return (found,) if found else ()


def cited_in(scene: Scene, speakers: Speakers, cue: Cue, source: Span | None) -> Speaker | None:
    """Return whom an agency or outlet that speaks cites in the sentence: "affirme le journal, citant des diplomates"."""
    relay = next((each for each in scene.mentions_in(source) if each.span == source), None) if source else None
    if relay is None or relay.kind not in _RELAYS:
        return None
    places = range(scene.sentence(cue.verb).start, scene.last_word(cue.verb))
    citing = next((place for place in places if _is_citing(scene, place)), None)
    phrase = noun_phrase(scene, citing + 1) if citing is not None else None
    cited = speakers.made(citing + 1, *phrase) if citing is not None and phrase else None
    return cited if cited and cited.mention and cited.mention.kind not in _RELAYS else None


def _is_citing(scene: Scene, place: int) -> bool:
    """Whether a token is "citant", outside marks."""
    cites = scene.folded[place] in scene.grammar.citing and scene.is_present_participle(place)
    return cites and not scene.quote_over(_start(scene, place))


def _start(scene: Scene, place: int) -> int:
    return scene.tokens[place].span.start


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
        return _behind_noun(scene, cue)
    opening = next((place for place in range(closing - 1, scene.sentence(cue.verb).start, -1) if scene.tokens[place].text == ","), None)
    if opening is None or scene.folded[opening + 1] not in scene.grammar.published:
        return None
    return published_by(scene, opening + 1, closing)


def _behind_noun(scene: Scene, cue: Cue) -> Span | None:
    """The agency or outlet of a participle right behind the subject of a cue: "un diplomate cité par l'AFP a dit"."""
    back = range(cue.first - 1, scene.sentence(cue.verb).start + 1, -1)
    by = next((place for place in back if scene.folded[place] in scene.grammar.by), 0)
    beside = by and scene.folded[by - 1] in scene.grammar.published and scene.tokens[by - 2].pos in ("NOUN", "PROPN", "ADJ")
    return published_by(scene, by - 1, cue.first) if beside else None
