"""How far the words for a source reach: with its participle, its title, its body, its relative clause."""

from __future__ import annotations

from itertools import pairwise

from selon.stages.saying.phrases import after_adverbs, begins_clause, noun_phrase
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker

_VERB_REACH = 4
_ENDS = (".", "!", "?", ";")


def through(scene: Scene, last: int, stop: int) -> int:
    """Take in a participle and what it governs, up to the comma or the end: "le compte rendu publié par l'agence"."""
    place = last + 1
    if place < stop and scene.tokens[place].feature("VerbForm") != "Part":
        return last
    while place < stop and scene.tokens[place].text not in (",", ".", ";", ":", "!", "?") and not scene.is_finite(place):
        place += 1
    ends = place >= stop or scene.tokens[place].text in (",", ".", ";", "!", "?")
    return place - 1 if ends else last


def past_apposition(scene: Scene, speaker: Speaker, last: int, stop: int) -> int:
    """Take in who a source is: "Anne Martin, la directrice du port", "le préfet, qui a vu ...", before a further clause or the end."""
    if last + 1 < stop and scene.folded[last + 1] in scene.grammar.who:
        return _past_relative(scene, last + 1, stop, last)
    first = last + 2
    if first >= stop or scene.tokens[last + 1].text != ",":
        return last
    if scene.folded[first] in scene.grammar.who | scene.grammar.published | scene.grammar.citing:
        return _past_relative(scene, first, stop, last)
    if scene.tokens[first].pos == "VERB" and scene.tokens[first].text[0].isalpha() and scene.is_past_participle(first):
        ends = _past_relative(scene, first, stop, last)
        return ends if ends < scene.last_word(first) else last
    if scene.folded[first] in scene.grammar.of | scene.grammar.of_fused:
        return _past_body(scene, first, stop, last)
    return _past_own_name(scene, speaker, first, stop) or _past_title(scene, speaker, first, stop, last)


def _past_own_name(scene: Scene, speaker: Speaker, first: int, stop: int) -> int:
    """Return the last token of the name behind a title: "la ministre de la Justice, | Anne Martin"; 0 if none stands there."""
    first += first + 1 < stop and scene.folded[first] in scene.knowledge.words.civilities
    named = next((each for each in scene.mentions_in(scene.tokens[first].span) if each.kind == "person" and each.form == "name"), None)
    after = scene.inside(named.span).stop if named else stop
    if named is None or scene.at(named.span.start) != first or after >= stop or scene.tokens[after].text != ",":
        return 0
    title = speaker.mention.near == named.span or speaker.mention == named if speaker.mention else False
    return after - 1 if title or (named.near and named.near.overlaps(speaker.span)) else 0


def _past_body(scene: Scene, first: int, stop: int, last: int) -> int:
    """Return the last token of ", du comité des fêtes" that ends a sentence."""
    body = noun_phrase(scene, first + 1) if first + 1 < stop else None
    return body[1] if body and body[1] + 1 < stop and scene.tokens[body[1] + 1].text in _ENDS else last


def _past_title(scene: Scene, speaker: Speaker, first: int, stop: int, last: int) -> int:
    """Return the last token of what somebody with a name is called, with an article or without."""
    if not scene.tokens[speaker.head].text[0].isupper() or scene.tokens[first].pos not in ("DET", "NOUN"):
        return last
    phrase = noun_phrase(scene, first)
    person = speaker.mention is not None and speaker.mention.kind == "person" and speaker.mention.form == "name"
    if phrase is None or not (person or scene.may_speak(phrase[0])):
        return last
    after = after_adverbs(scene, phrase[1] + 1) if phrase[1] + 1 < stop else stop
    ends = after >= stop or scene.tokens[after].text in _ENDS
    return after - 1 if ends or (scene.tokens[after].text == "," and begins_clause(scene, after + 1, stop)) else last


def _past_relative(scene: Scene, first: int, stop: int, last: int) -> int:
    """Return the last token of a relative clause or a participle: before a comma and a clause, else the sentence's last word."""
    relative = scene.folded[first] in scene.grammar.who
    if relative and not any(scene.is_finite(place) for place in range(first + 1, min(first + _VERB_REACH + 1, stop))):
        return last
    commas = [place for place in range(first + 1, stop - 1) if scene.tokens[place].text == ","]
    for comma, following in pairwise([*commas, stop]):
        if scene.is_mark(comma + 1) or _has_clause(scene, comma, following):
            return comma - 1
    return scene.last_word(first)


def _has_clause(scene: Scene, comma: int, following: int) -> bool:
    """Whether a clause with a subject of its own stands between two commas."""
    verb = next((place for place in range(comma + 1, following) if scene.is_finite(place)), comma)
    return verb > comma + 1 and scene.folded[comma + 1] not in scene.grammar.who | scene.grammar.and_
