"""Cues that are joined to each other: they share a speaker, and a content ends where the next begins."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.scene import Scene


def joined(scene: Scene, cue: Cue, other: Cue) -> bool:
    """Whether another cue begins a statement of its own beside the first, with the same speaker, rather than inside its content."""
    token = scene.tokens[other.verb]
    before = lead(scene, other)
    if before < cue.last or not (scene.folded[before] in scene.grammar.and_ or scene.tokens[before].text == ","):
        return False
    if token.head == cue.verb or (scene.is_present_participle(other.verb) and not other.finite):
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
