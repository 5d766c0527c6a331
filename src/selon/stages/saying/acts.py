"""The act of a statement: what its cue means, negated, of the future, of praise, or of what is expressed by it."""

from __future__ import annotations

from collections.abc import Iterable

from selon.lang.grammar import Words
from selon.lang.match import fold
from selon.stages.saying.cues import Cue, is_negated
from selon.stages.saying.extents import Content
from selon.stages.saying.scene import Scene

_JOINED = 4
_EXPRESSED_IN = frozenset(["np", "de-np"])


def act_of(scene: Scene, cue: Cue, content: Content, kind: str) -> str:
    """Return the act of a cue: negated, of a future of the speaker's own doing, or by what its content names, it may be another."""
    entry = cue.entry
    if entry.negated and is_negated(scene, cue):
        return entry.negated
    if content.frame == "attribute":
        return _called(scene, content, entry.act)
    if entry.act == "assert" and content.frame in _EXPRESSED_IN:
        return _expressed(scene, content) or entry.act
    return entry.future_act if entry.future_act and kind == "future" and content.frame == "que" else entry.act


def _called(scene: Scene, content: Content, act: str) -> str:
    """Return the act of calling something so: a denial where it is what somebody said, praise where the word praises."""
    inside = scene.inside(content.spans[-1])
    leads = scene.grammar.of | scene.grammar.as_
    of = next((place for place in inside if scene.folded[place] in leads or scene.folded[place] + "'" in leads), inside.start)
    thing, called = range(scene.inside(content.spans[0]).start, of), range(of, inside.stop)
    if _has(scene, thing or called, scene.grammar.sayings) and _has(scene, called, scene.grammar.refuted):
        return "deny"
    blamed = any(scene.folded[place] in scene.grammar.negators for place in called)
    return "praise" if act == "accuse" and not blamed and _has(scene, called, scene.grammar.praises) else act


def _has(scene: Scene, places: Iterable[int], words: Words) -> bool:
    return any(fold(scene.tokens[place].lemma) in words or scene.folded[place].rstrip("s") in words for place in places)


def _expressed(scene: Scene, content: Content) -> str:
    """Return the act that is done by expressing the first thing named, or what is joined to it ("sa profonde indignation")."""
    inside = scene.inside(content.spans[0])
    nouns = [place for place in inside if scene.tokens[place].pos == "NOUN"]
    joined = (place for place in nouns[1:] if any(scene.tokens[before].pos == "CCONJ" for before in range(place - _JOINED, place)))
    acts = scene.grammar.expressed
    return next((acts[noun] for place in (*nouns[:1], *joined) if (noun := fold(scene.tokens[place].lemma)) in acts), "")
