"""What an answer is about: "..., ce que X a démenti", "interrogé pour savoir si ..., X ne l'a pas exclu"."""

from __future__ import annotations

from collections.abc import Sequence

from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.saying.cues import Cue
from selon.stages.saying.drafts import Draft
from selon.stages.saying.extents import Content
from selon.stages.saying.scene import Scene

_REACH = 9


_OWN = ("de-inf", "à-inf", "que", "obj-de-np", "obj-à-np", "attribute")


def answered(scene: Scene, cue: Cue, before: Sequence[Draft], own: Content | None) -> Content | None:
    """Return what a cue takes up, else its own content: "l'a nié" takes up, "l'a prié de venir" does not."""
    taken = None if own and own.frame in _OWN else _it(scene, cue, before)
    return _what(scene, cue, before) or _taken_up(scene, cue, before) or taken or own or _retort(scene, cue, before)


def _what(scene: Scene, cue: Cue, before: Sequence[Draft]) -> Content | None:
    """The content of "..., ce que X a démenti": what was said just before it in the sentence."""
    sentence = scene.sentence(cue.verb)
    for place in range(cue.first - 1, max(sentence.start, cue.first - _REACH - 1), -1):
        if not (scene.folded[place] in scene.grammar.that and scene.folded[place - 1] in scene.grammar.what):
            continue
        if _presents(scene, sentence.start, place - 1):
            apart = any(scene.is_finite(here) for here in range(place + 1, cue.first))
            return None if apart else _sentence_before(scene, sentence.start)
        if place - 2 <= sentence.start or scene.tokens[place - 2].text != ",":
            continue
        return _said_before(scene, cue, before, place - 1)
    return None


def _presents(scene: Scene, start: int, place: int) -> bool:
    """Whether nothing but "C'est" or "Voilà" stands before a "ce que"."""
    be = fold(scene.tokens[place - 1].lemma) in scene.grammar.be
    return place == start + 2 and be and fold(scene.tokens[start].text).rstrip("'") in ("c", *scene.grammar.what)


def _sentence_before(scene: Scene, start: int) -> Content | None:
    """The sentence before a token, where it is of the same paragraph."""
    if not start or not scene.in_body(start - 1):
        return None
    before = scene.sentence(start - 1)
    same = scene.paragraph(scene.tokens[start].span.start) == scene.paragraph(scene.tokens[before.start].span.start)
    span = scene.words_between(scene.tokens[before.start].span.start, scene.tokens[before.stop - 1].span.end)
    return Content((span,), "antecedent", 0.6) if same and span else None


def _taken_up(scene: Scene, cue: Cue, before: Sequence[Draft]) -> Content | None:
    """The content of "..., une affirmation contestée par X", "..., accusations que X rejette": what was said just before it."""
    sentence = scene.sentence(cue.verb)
    for place in range(cue.first - 1, max(sentence.start + 1, cue.first - _REACH), -1):
        if scene.is_finite(place):
            return None
        if scene.tokens[place].pos == "NOUN" and fold(scene.tokens[place].lemma) in scene.said_things:
            relative = any(scene.folded[here] in scene.grammar.that for here in range(place + 1, cue.first))
            first = place
            while scene.tokens[first - 1].pos in ("DET", "ADJ"):
                first -= 1
            apposed = first - 1 > sentence.start and scene.tokens[first - 1].text == ","
            return _said_before(scene, cue, before, first) if apposed and (relative or cue.passive) else None
    return None


def _said_before(scene: Scene, cue: Cue, before: Sequence[Draft], place: int) -> Content | None:
    """Return what was said in the sentence before a token; the words themselves where nobody said them."""
    said = _last_said(scene, cue, before, scene.tokens[place].span.start)
    if said:
        return Content(said, "antecedent", 0.8)
    start = scene.sentence(cue.verb).start
    is_clause = any(scene.is_finite(index) for index in range(start, place))
    span = scene.words_between(scene.tokens[start].span.start, scene.tokens[place].span.start) if is_clause else None
    return Content((span,), "antecedent", 0.6) if span else None


def _it(scene: Scene, cue: Cue, before: Sequence[Draft]) -> Content | None:
    """The content of "ne l'a pas exclu": what was asked or said just before it in the sentence."""
    if cue.inverted is not None or cue.passive or not any(scene.folded[place] in scene.grammar.it for place in range(cue.first, cue.verb)):
        return None
    said = _last_said(scene, cue, before, scene.tokens[cue.first].span.start)
    return Content(said, "antecedent", 0.7) if said and cue.takes("que") else None


def _retort(scene: Scene, cue: Cue, before: Sequence[Draft]) -> Content | None:
    """The content of a denial that says no more and ends its sentence: "X accuse Y de tricher, Z dément"."""
    ends = cue.last >= scene.last_word(cue.verb) and cue.entry.act == "deny" and cue.finite and not cue.passive
    said = _last_said(scene, cue, before, scene.tokens[cue.first].span.start) if ends and cue.inverted is None else ()
    return Content(said, "antecedent", 0.7) if said else None


def _last_said(scene: Scene, cue: Cue, before: Sequence[Draft], char: int) -> tuple[Span, ...]:
    """Return the content of the last statement of the sentence that ends before a character; empty if there is none."""
    number = scene.sentence_of[cue.verb]
    here = [draft for draft in before if draft.sentence == number and draft.statement.content[-1].end <= char]
    return here[-1].statement.content if here else ()
