"""Where the narrator, or somebody else, goes on inside what a cue seems to attribute."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selon.lang.match import fold
from selon.stages.saying.cues import Cue
from selon.stages.saying.joints import shares_auxiliary
from selon.stages.saying.phrases import noun_phrase
from selon.stages.saying.scene import Scene

_LONGEST_PREPOSITION = 40
_COMMENT, _NOUN, _RELATIVE = 9, 5, 4
"""How many tokens behind a comma the verb of a comment, of an apposed noun, of a relative may stand."""


def before_others(scene: Scene, cue: Cue, start: int, last: int, others: list[Cue]) -> int:
    """Return the last token of a content that begins at a token, before what is not the speaker's any more.

    "..., ce que X conteste", "..., tandis que Y a dit", "..., qui a nié", "..., une affirmation démentie par Y", "... et convoqué
    l'ambassadeur" behind "a dénoncé".
    """
    for place in range(start + 1, last):
        if _is_quoted_along(scene, start, place):
            continue
        if scene.tokens[place].text == "," and any(ends(scene, place + 1, last, others) for ends in _BEHIND_COMMA):
            return place - 1
        if scene.folded[place] in scene.grammar.together and shares_auxiliary(scene, cue, place + 1, start):
            return place - 1 - (scene.tokens[place - 1].text == ",")
    return last


def _is_quoted_along(scene: Scene, start: int, place: int) -> bool:
    """Whether a token stands in a quotation that the content holds."""
    quote = scene.quote_over(scene.tokens[place].span.start)
    return quote is not None and quote.inner.end > scene.tokens[place].span.start


def _comments(scene: Scene, place: int, last: int, others: list[Cue]) -> bool:
    """Whether "ce que" leads to a verb of the lexicon, negated or not: "ce que le port n'a pas confirmé"."""
    opens = scene.folded[place] in scene.grammar.what and scene.folded[place + 1] in scene.grammar.that
    reach = place + _COMMENT
    return opens and (any(place < other.verb <= reach for other in others) or _first_verb_reports(scene, place + 2, min(last, reach)))


def _contrasts(scene: Scene, place: int, last: int, others: list[Cue]) -> bool:
    """Whether another's report begins, set against this one: "tandis que Y a dit", "mais Y dément"."""
    against = scene.folded[place] in scene.grammar.whereas and scene.folded[place + 1] in scene.grammar.that
    joint = scene.folded[place] in scene.grammar.and_ and scene.folded[place + 1] not in scene.grammar.that
    if not against and not joint:
        return False
    verb = next((here for here in range(place + 1, last + 1) if scene.is_finite(here)), None)
    other = next((other for other in others if verb is not None and other.first <= verb <= other.last), None)
    return other is not None and any(
        place < child < other.first and scene.tokens[child].dep.startswith("nsubj") and scene.tokens[child].pos != "PRON"
        for child in scene.children[other.verb]
    )


def _denies(scene: Scene, place: int, last: int, others: list[Cue]) -> bool:
    """Whether a relative at the end tells the answer of who is named last: "à la banque, qui a nié"."""
    other = next((other for other in others if place < other.first <= place + _RELATIVE), None)
    if scene.folded[place] not in scene.grammar.who or other is None or other.entry.act != "deny":
        return False
    return not any(scene.tokens[here].text == "," and scene.is_finite(here + 1) for here in range(other.last + 1, last))


def _takes_up(scene: Scene, place: int, last: int, others: list[Cue]) -> bool:
    """Whether a noun for what was said takes it up, with what became of it: "une affirmation aussitôt contestée par Y"."""
    noun = place
    while noun < last and scene.tokens[noun].pos in ("DET", "ADJ", "ADV"):
        noun += 1
    if scene.tokens[noun].pos != "NOUN" or fold(scene.tokens[noun].lemma) not in scene.said_things:
        return False
    return _first_verb_reports(scene, noun + 1, min(last, noun + _NOUN))


def _is_sourced(scene: Scene, place: int, last: int, others: list[Cue]) -> bool:
    """Whether a source that is named ends the sentence: "selon l'agence Y"; "selon lui" is the speaker's own."""
    start = scene.tokens[place].span.start
    here = fold(scene.raw[start : start + _LONGEST_PREPOSITION])
    entry = next((each for each in scene.speech.preposition if not each.set_off and here.startswith(fold(each.text) + " ")), None)
    behind = scene.at(start + len(entry.text)) if entry else last + 1
    phrase = noun_phrase(scene, behind) if behind <= last else None
    if phrase is None or scene.tokens[phrase[0]].pos == "PRON":
        return False
    return not any(scene.is_finite(after) or scene.is_mark(after) for after in range(phrase[1] + 1, last + 1))


def _cites(scene: Scene, place: int, last: int, others: list[Cue]) -> bool:
    """Whether a relative tells what the text or body named last says: "le rapport, selon lequel"."""
    return scene.folded[place] in scene.grammar.according and scene.folded[place + 1] in scene.grammar.which


def _aims(scene: Scene, place: int, last: int, others: list[Cue]) -> bool:
    """Whether what the speaker hopes for by it follows: "propose de baisser le prix, dans l'espoir de vendre"."""
    return any(scene.folded[place : place + len(words)] == list(words) for words in scene.grammar.aims)


def _retorts(scene: Scene, place: int, last: int, others: list[Cue]) -> bool:
    """Whether a clause of its own denies it: "X accuse Y de tricher, Z dément"."""
    phrase = noun_phrase(scene, place) if scene.tokens[place].pos in ("DET", "PROPN") else None
    other = next((other for other in others if phrase and phrase[1] < other.first <= phrase[1] + 2), None)
    return other is not None and other.last <= last and other.finite and other.entry.act == "deny"


def _reports(scene: Scene, place: int, last: int, others: list[Cue]) -> bool:
    """Whether an incise begins that attributes the whole sentence: "X, qui a salué un accord, a rapporté le ministre"."""
    other = next((other for other in others if other.first == place and other.finite and other.takes("quote")), None)
    behind = other.last + 1 if other else last + 1
    phrase = noun_phrase(scene, behind) if other and behind <= last else None
    return phrase is not None and (scene.may_speak(phrase[0]) or bool(scene.mentions_in(scene.tokens[phrase[0]].span)))


_BEHIND_COMMA: tuple[Callable[[Scene, int, int, list[Cue]], bool], ...] = (
    _comments,
    _contrasts,
    _denies,
    _takes_up,
    _is_sourced,
    _cites,
    _aims,
    _retorts,
    _reports,
)


def _first_verb_reports(scene: Scene, first: int, last: int) -> bool:
    verb = next((here for here in _verbs(scene, first, last)), None)
    return verb is not None and bool(scene.cue_lemma(verb))


def _verbs(scene: Scene, first: int, last: int) -> Iterator[int]:
    """Yield the verbs between two tokens, auxiliaries left out."""
    for here in range(first, last + 1):
        token = scene.tokens[here]
        if (token.pos == "VERB" or scene.is_past_participle(here)) and not token.dep.startswith("aux"):
            yield here
