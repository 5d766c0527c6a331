"""Sources named by a preposition: "selon", "d'après", "aux yeux de"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from selon.core.text import Span
from selon.lang.match import fold
from selon.lang.speech import PrepositionCue
from selon.stages.saying.chains import published_by
from selon.stages.saying.extents import closed, is_speech
from selon.stages.saying.headlines import past_label
from selon.stages.saying.phrases import noun_phrase
from selon.stages.saying.scene import Scene
from selon.stages.saying.sources import past_apposition, through
from selon.stages.saying.speakers import Speaker, Speakers
from selon.stages.saying.together import last_of, together

_SETTING_REACH = 20
_SETS_OFF = {")": "(", "-": "-", "–": "–", "—": "—"}
_ASIDE, _LABEL = 10, 5


@dataclass(frozen=True, slots=True)
class Attribution:
    """A preposition with its source, and what it attributes. ``trails``: it stands behind all of it."""

    entry: PrepositionCue
    cue: Span
    speaker: Speaker
    content: tuple[Span, ...]
    trails: bool
    relay: Span | None
    first: int
    last: int


@cache
def _pattern(prepositions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(_alternative(text) for text in sorted(prepositions, key=len, reverse=True)) + r")(?!\w)")


def _alternative(text: str) -> str:
    """A preposition with its last word fused or elided where that is possible ("aux yeux du", "d'un")."""
    head, _, last = text.rpartition(" ")
    return re.escape(text) if last != "de" else re.escape(head) + r" (?:de|du|des|d(?='))'?"


def attributions(scene: Scene, speakers: Speakers) -> Iterator[Attribution]:
    """Yield each preposition of the lexicon that someone who can speak follows."""
    speech = scene.speech
    entries = {re.sub(r" de$", "", fold(entry.text)): entry for entry in speech.preposition}
    folded = fold(scene.raw)
    for found in _pattern(tuple(fold(entry.text) for entry in speech.preposition)).finditer(folded):
        index = scene.at(found.start())
        if index < len(scene.tokens) and scene.in_body(index) and scene.tokens[index].span.start == found.start():
            made = _attribution(scene, speakers, entries[re.sub(r" d(?:e|u|es|'?)$", "", found[0])], Span(found.start(), found.end()))
            if made:
                yield made


def _attribution(scene: Scene, speakers: Speakers, entry: PrepositionCue, cue: Span) -> Attribution | None:
    first, after = scene.at(cue.start), scene.at(cue.end)
    sentence = scene.sentence(first)
    after = first + 1 if any(scene.folded[place] in scene.grammar.sources for place in range(first, after)) else after
    if after >= sentence.stop:
        return None
    phrase = noun_phrase(scene, after)
    if phrase is None:
        return None
    head, last = phrase
    last = through(scene, _past_name(scene, last, sentence.stop), sentence.stop)
    span = scene.span(after, max(phrase[1], head))
    speaker = Speaker(span, head, speakers.mention(scene.span(after, last), head) or speakers.written_by(head))
    last = max([last, *(last_of(scene, beside) for beside in together(scene, speakers, speaker, sentence.stop))])
    cited = _cited(scene, speakers, last, sentence.stop)
    last = _past_label(scene, last, sentence.stop)
    described = past_apposition(scene, speaker, last, sentence.stop)
    if described == last and first == sentence.start:
        described = past_apposition(scene, speaker, _past_setting(scene, last, sentence), sentence.stop)
    last = described
    relay = published_by(scene, phrase[1] + 1, sentence.stop)
    if cited:
        relay, speaker = speaker.mention.span if speaker.mention else relay, cited
    if not relay and not speakers.can_speak(speaker):
        return None
    if entry.set_off and not _is_set_off(scene, speaker, first, last, sentence, multiword=" " in entry.text):
        return None
    aside = _aside(scene, first, last, sentence)
    content, trails = ((aside,), True) if aside else _content(scene, first, last, sentence)
    return Attribution(entry, cue, speaker, content, trails, relay, first, last) if content else None


def _cited(scene: Scene, speakers: Speakers, last: int, stop: int) -> Speaker | None:
    """Return whom a source cites right behind its name: "selon X, qui cite des diplomates", "selon X, citant un diplomate"."""
    verb = last + 2 if last + 2 < stop and scene.folded[last + 2] in scene.grammar.citing else last + 3
    leads = verb == last + 2 or (verb < stop and scene.folded[verb - 1] in scene.grammar.who)
    if verb + 1 >= stop or scene.tokens[last + 1].text != "," or not leads or scene.folded[verb] not in scene.grammar.citing:
        return None
    phrase = noun_phrase(scene, verb + 1)
    speaker = speakers.made(verb + 1, *phrase) if phrase else None
    return speaker if speaker and speakers.can_speak(speaker) else None


def _past_name(scene: Scene, last: int, stop: int) -> int:
    """Take in the name in marks that a comma follows: "l'association « Le Cercle », ..."."""
    quote = scene.quote_after(scene.tokens[last].span.end) if last + 1 < stop and scene.is_mark(last + 1) else None
    end = scene.at(quote.span.end) if quote else stop
    return end - 1 if quote and end < stop and scene.tokens[end].text == "," and not is_speech(scene, quote) else last


def _past_label(scene: Scene, last: int, stop: int) -> int:
    """Take in the party or body in brackets behind a name, before a comma: "Pour Anne Martin (Verts), ..."."""
    opens = last + 1 < stop and scene.tokens[last + 1].text == "("
    closing = next((place for place in range(last + 2, min(last + 2 + _LABEL, stop - 1)) if scene.tokens[place].text == ")"), None)
    return closing if opens and closing and scene.tokens[closing + 1].text == "," else last


def _past_setting(scene: Scene, last: int, sentence: range) -> int:
    """Take in where a source that leads the sentence is, up to the comma: "D'après une correspondante sur place, ..."."""
    for place in range(last + 1, min(last + 1 + _SETTING_REACH, sentence.stop)):
        if scene.tokens[place].text == ",":
            return place - 1
        participle = scene.tokens[place].feature("VerbForm") == "Part" and scene.tokens[place].pos == "VERB"
        if scene.tokens[place].pos in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") and not participle:
            return last
    return last


def _is_source(scene: Scene, speaker: Speaker) -> bool:
    """Whether a speaker is something said or written, or an anonymous source with a word that says of what kind."""
    if scene.folded[speaker.head] in scene.grammar.sources:
        return len(scene.inside(speaker.span)) > 1
    return fold(scene.tokens[speaker.head].lemma) in scene.said_things


def _is_set_off(scene: Scene, speaker: Speaker, first: int, last: int, sentence: range, *, multiword: bool) -> bool:
    """Whether a source that also means something else can speak and stands apart: at the head, or behind a comma or a quotation."""
    somebody = scene.may_speak(speaker.head) or (first == sentence.start and scene.folded[speaker.head] in scene.grammar.pronouns)
    if speaker.mention is None and not somebody and not (multiword and _is_source(scene, speaker)):
        return False
    ends = last + 1 >= sentence.stop or scene.tokens[last + 1].text in ",.;!?"
    leads = first == sentence.start or scene.tokens[first - 1].text == "," or scene.is_mark(first - 1)
    return ends and leads and (multiword or first == sentence.start or scene.tokens[first - 1].pos in ("CCONJ", "ADV"))


def _content(scene: Scene, first: int, last: int, sentence: range) -> tuple[tuple[Span, ...], bool]:
    """Return what a source phrase attributes: what follows it at the head of a sentence, what precedes it at the end, else both."""
    start, end = scene.tokens[past_label(scene, sentence.start)].span.start, scene.tokens[sentence.stop - 1].span.end
    here, behind = scene.tokens[first].span.start, scene.tokens[last].span.end
    quote = scene.quote_before(here)
    before = scene.words_between(start, here)
    after = scene.words_between(behind, end)
    is_joint = scene.tokens[first].text[0].isupper() or (first > sentence.start and scene.tokens[first - 1].pos == "CCONJ")
    relayed = scene.tokens[first - 1].text == "," and _only_relays(scene, last + 1, sentence.stop)
    if before is None or is_joint or (len(before.of(scene.raw).split()) == 1 and scene.tokens[sentence.start].pos in ("CCONJ", "ADV")):
        return ((closed(scene, after),) if after else ()), False
    if quote and (quote.span.start <= start or not scene.raw[start : quote.span.start].strip(' ,:;"«“')):
        return (quote.inner,), True
    if after is None or relayed:
        return (closed(scene, before),), True
    commas = scene.tokens[first - 1].text == "," and last + 1 < sentence.stop and scene.tokens[last + 1].text == ","
    if commas:
        return (closed(scene, before), after), False
    if scene.tokens[first - 1].text == ",":
        return (closed(scene, before),), True
    return _restricted(scene, first, last, sentence), False


def _aside(scene: Scene, first: int, last: int, sentence: range) -> Span | None:
    """The words before a source that brackets or dashes set off with it: "6.000 manifestants (7.000 selon la police)"."""
    after = last + 1
    if after >= sentence.stop or scene.tokens[after].text not in _SETS_OFF:
        return None
    opening = _SETS_OFF[scene.tokens[after].text]
    back = range(first - 1, max(sentence.start, first - _ASIDE) - 1, -1)
    start = next((place for place in back if scene.tokens[place].text in opening), None)
    return scene.words_between(scene.tokens[start].span.end, scene.tokens[first].span.start) if start is not None else None


def _only_relays(scene: Scene, start: int, stop: int) -> bool:
    """Whether nothing but an incise follows: ", annonce l'agence"."""
    if start + 1 >= stop or scene.tokens[start].text != "," or not scene.cue_lemma(start + 1):
        return False
    subject = noun_phrase(scene, start + 2) if start + 2 < stop else None
    return subject is not None and subject[1] + 1 >= scene.last_word(start)


def _restricted(scene: Scene, first: int, last: int, sentence: range) -> tuple[Span, ...]:
    """A source inside a clause without commas: the clause of the participle before it, else all of the sentence but it."""
    previous = scene.tokens[first - 1]
    low = first - 1 if previous.feature("VerbForm") == "Part" and previous.pos in ("VERB", "AUX", "ADJ") else sentence.start
    before = scene.words_between(scene.tokens[low].span.start, scene.tokens[first].span.start)
    after = scene.words_between(scene.tokens[last].span.end, scene.tokens[sentence.stop - 1].span.end)
    return tuple(closed(scene, span) for span in (before, after) if span)
