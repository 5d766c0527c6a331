"""The act of a statement: what its cue means, negated, of the future, or of praise."""

from __future__ import annotations

from selon.lang.match import fold
from selon.stages.saying.cues import Cue, is_negated
from selon.stages.saying.extents import Content
from selon.stages.saying.scene import Scene


def act_of(scene: Scene, cue: Cue, content: Content, kind: str) -> str:
    """Return the act of a cue: negated, or of a future of the speaker's own doing, it may be another."""
    entry = cue.entry
    if entry.negated and is_negated(scene, cue):
        return entry.negated
    if entry.act == "accuse" and content.frame == "attribute" and _praises(scene, content):
        return "praise"
    return entry.future_act if entry.future_act and kind == "future" and content.frame == "que" else entry.act


def _praises(scene: Scene, content: Content) -> bool:
    """Whether what somebody or something is called is a word of praise that nothing negates."""
    inside = scene.inside(content.spans[-1])
    leads = scene.grammar.of | scene.grammar.as_
    of = next((place for place in inside if scene.folded[place] in leads or scene.folded[place] + "'" in leads), inside.start)
    called = range(of, inside.stop)
    blamed = any(scene.folded[place] in scene.grammar.negators for place in called)
    return not blamed and any(fold(scene.tokens[place].lemma) in scene.grammar.praises for place in called)
