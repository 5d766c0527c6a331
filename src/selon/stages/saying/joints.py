"""Cues that are joined to each other: they share a speaker, and a content ends where the next begins."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.scene import Scene


def joined(scene: Scene, cue: Cue, other: Cue) -> bool:
    """Whether another cue begins a statement of its own beside the first, with the same speaker, rather than inside its content."""
    token = scene.tokens[other.verb]
    before = lead(scene, other)
    if is_gerund_of(scene, cue, other):
        return True
    if before < cue.last or not (scene.folded[before] in scene.grammar.and_ or scene.tokens[before].text == ","):
        return False
    if _is_bare(scene, other) and not _shares(scene, cue):
        return False
    if token.head == cue.verb or (scene.is_present_participle(other.verb) and not other.finite):
        return True
    if other.first == other.verb and shares_auxiliary(scene, cue, other.verb, cue.last + 1):
        return True
    same_tense = (
        scene.folded[cue.first] == scene.folded[other.first]
        and other.first < other.verb
        and scene.child(other.verb, "nsubj") in (None, scene.child(cue.verb, "nsubj"))
    )
    return (
        scene.folded[before] in scene.grammar.and_
        and other.inverted is None
        and (same_tense or token.head == scene.tokens[cue.verb].head != cue.verb)
    )


def is_gerund_of(scene: Scene, cue: Cue, other: Cue) -> bool:
    """Whether another cue is a gerund that hangs on the first: "a traité X de menteur en l'accusant de fraude"."""
    led = lead(scene, other) < other.first - 1 or scene.folded[other.first] in scene.grammar.gerund
    after = other.last + 1
    says = other.entry.act != "assert" or scene.folded[after] in scene.grammar.that or scene.is_mark(after)
    return led and says and scene.tokens[other.verb].head == cue.verb and scene.is_present_participle(other.verb) and not other.finite


def _is_bare(scene: Scene, cue: Cue) -> bool:
    """Whether a cue is a past participle without an auxiliary of its own: "et annoncé"."""
    return cue.first == cue.verb and not cue.finite and scene.is_past_participle(cue.verb)


def _shares(scene: Scene, cue: Cue) -> bool:
    """Whether a cue is a past participle, whose auxiliary another may share."""
    return scene.is_past_participle(cue.verb)


def shares_auxiliary(scene: Scene, cue: Cue, place: int, start: int) -> bool:
    """Whether a participle goes on with the cue's own tense: "a dénoncé une faute et convoqué l'ambassadeur"."""
    token = scene.tokens[place]
    if cue.first == cue.verb or cue.passive or not scene.is_past_participle(cue.verb) or token.pos != "VERB":
        return False
    if not scene.is_past_participle(place) or place + 1 >= len(scene.tokens) or not _has_object(scene, place + 1):
        return False
    beside = range(start, place)
    return not any(scene.is_past_participle(here) and scene.tokens[here].pos == "VERB" and _is_compound(scene, here) for here in beside)


def _has_object(scene: Scene, place: int) -> bool:
    return scene.tokens[place].pos in ("DET", "PROPN", "NUM") or scene.folded[place] in scene.grammar.that or scene.is_mark(place)


def _is_compound(scene: Scene, participle: int) -> bool:
    before = next((place for place in range(participle - 1, -1, -1) if scene.tokens[place].pos != "ADV"), participle)
    return scene.tokens[before].pos == "AUX" or any(scene.tokens[child].dep.startswith("aux") for child in scene.children[participle])


def lead(scene: Scene, cue: Cue) -> int:
    """Return the token before a cue, past the small words of a gerund ("tout en affirmant")."""
    before = cue.first - 1
    while before > 0 and scene.folded[before] in scene.grammar.gerund:
        before -= 1
    return before


def before_joint(scene: Scene, place: int) -> int:
    """Return the last token before a conjunction or a comma that leads to a place."""
    last = place - 1
    while last > 0 and scene.folded[last] in scene.grammar.gerund:
        last -= 1
    while last > 0 and (scene.folded[last] in scene.grammar.and_ or scene.tokens[last].text == ","):
        last -= 1
    return last
