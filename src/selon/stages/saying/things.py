"""Whether what stands behind a cue is a thing, so that a "que" or a "de" behind it belongs to that."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.phrases import bare_adverbs, noun_phrase, past_times
from selon.stages.saying.scene import Scene


def has_thing(scene: Scene, cue: Cue) -> bool:
    """Whether an object right behind a cue is a thing: a "que" behind it belongs to it."""
    first = past_times(scene, bare_adverbs(scene, cue.last + 1))
    if first >= scene.sentence(cue.verb).stop or scene.tokens[first].pos != "DET":
        return False
    phrase = noun_phrase(scene, first)
    if phrase is None or scene.is_time(phrase[0]) or scene.may_speak(phrase[0]):
        return False
    return scene.tokens[phrase[0]].dep == "obj" and not scene.mentions_in(scene.tokens[phrase[0]].span)


def is_of_thing(scene: Scene, cue: Cue, place: int) -> bool:
    """Whether a "que" behind a comma goes on with the cue's object, a thing ("a estimé le coût à dix euros, que la ville verse")."""
    tokens = scene.tokens
    if tokens[place - 1].text != ",":
        return False
    things = (at for at in range(cue.last + 1, place) if tokens[at].dep == "obj" and tokens[at].head == cue.verb)
    return any(not scene.may_speak(at) for at in things)
