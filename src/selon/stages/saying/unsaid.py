"""Which cues report nothing: those of a quoted speaker's own, questions, texts that only provide, an impersonal "il"."""

from __future__ import annotations

from collections.abc import Sequence

from selon.core.marks import Quote
from selon.lang.match import fold
from selon.stages.saying.cues import Cue
from selon.stages.saying.drafts import Draft
from selon.stages.saying.extents import Content, is_speech
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker


def is_own_performative(scene: Scene, cue: Cue) -> bool:
    """Whether a cue in a quotation is the quoted speaker's own ("je pense que", "nous remercions")."""
    quote = scene.quote_over(scene.tokens[cue.verb].span.start)
    if quote is None or not is_speech(scene, quote):
        return False
    subject = scene.child(cue.verb, "nsubj")
    if _is_narrated(scene, cue, subject, quote):
        return False
    return subject is None or scene.tokens[subject].pos == "PRON" or not scene.mentions_in(scene.tokens[subject].span)


def _is_narrated(scene: Scene, cue: Cue, subject: int | None, quote: Quote) -> bool:
    """Whether only the last part of a report stands in marks: "X a « dénoncé un complot »", "X, qui « recommande de partir »"."""
    outside = (cue.first, *(() if subject is None else (subject,)))
    return quote.closed and any(scene.tokens[place].span.start < quote.inner.start for place in outside)


def is_unsaid(scene: Scene, cue: Cue, content: Content, speaker: Speaker) -> bool:
    """Whether nobody is reported: "je crois que" says itself, and a text that "prévoit" a thing tells nothing to come."""
    text = fold(scene.tokens[speaker.head].lemma) in scene.said_things and speaker.mention is None
    provides = text and cue.entry.act == "predict" and content.frame == "np"
    return provides or fold(speaker.span.of(scene.raw)) in scene.grammar.speakers


def is_asked(scene: Scene, cue: Cue, before: Sequence[Draft]) -> bool:
    """Whether a cue is the main verb of a question: nobody said it ("a demandé si le maire affirmait que ...")."""
    start = scene.tokens[cue.first].span.start
    asked = next((draft for draft in before if draft.frame == "si" and draft.statement.content[0].start <= start), None)
    if asked is None or start >= asked.statement.content[0].end:
        return False
    return not any(scene.is_finite(place) for place in range(scene.at(asked.statement.content[0].start), cue.first))


def is_impersonal(scene: Scene, cue: Cue) -> bool:
    """Whether an inverted "il" is nobody: "est-il ajouté"."""
    first = scene.tokens[cue.first]
    return fold(first.lemma) in scene.grammar.be and not cue.entry.reflexive
