"""The words that tell a happening: where they stand, and by which entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.core.text import Span
from selon.lang.events import Lemma
from selon.lang.match import fold, fold_case
from selon.lang.triggers import Trigger
from selon.stages.happening.plot import Plot
from selon.stages.happening.voices import is_passive, is_reflexive

_GAP = 3
_SAID = frozenset(["ACCUSE", "THREATEN", "SUPPORT", "REQUEST"])
"""Types of what is done in words."""
_MISTAKEN = frozenset(["NOUN", "PROPN", "ADJ"])
_BETWEEN = frozenset(["DET", "ADV", "ADJ", "ADP", "PRON", "AUX", "NUM"])


@dataclass(frozen=True, slots=True)
class Found:
    """An entry at a place. head: the verb or noun that the parties hang on; first, last: the words of the trigger."""

    trigger: Trigger
    head: int
    first: int
    last: int
    is_noun: bool
    passive: bool
    reflexive: bool = False


def triggers(plot: Plot) -> Iterator[list[Found]]:
    """Yield the entries that may stand at each token of the body, the most specific first."""
    for index, token in enumerate(plot.tokens):
        if token.pos in ("VERB", "AUX", "ADJ") and plot.lemmas[index] in plot.events.verbs and plot.in_body(index):
            found = [each for lemma in plot.events.verbs[plot.lemmas[index]] if (each := _verb(plot, index, lemma))]
        elif token.pos in ("NOUN", "PROPN") and plot.lemmas[index] in plot.events.nouns and plot.in_body(index):
            found = [each for lemma in plot.events.nouns[plot.lemmas[index]] if (each := _noun(plot, index, lemma))]
        elif token.starts_sentence and token.pos in _MISTAKEN and plot.in_body(index):
            found = [each for lemma in plot.events.verbs.get(_infinitive(plot, index), ()) if (each := _fronted(plot, index, lemma))]
        else:
            continue
        if found:
            yield found


def _infinitive(plot: Plot, index: int) -> str:
    """Return the folded infinitive that the first word of a sentence may be a participle of; empty if it looks like none."""
    words, form = plot.events.words, plot.tokens[index].text.lower()
    ending = next((each for each in words.participles if form.endswith(each)), "")
    return fold(form.removesuffix(ending) + words.infinitive) if ending else ""


def _fronted(plot: Plot, index: int, lemma: Lemma) -> Found | None:
    """Return the trigger that a participle is which opens a sentence and which the parser takes for a name or a noun."""
    last = _tail(plot, index, lemma.rest)
    if last is None or lemma.reflexive or "object" not in lemma.trigger.target or _is_ruled_out(plot, index, lemma.trigger):
        return None
    return Found(lemma.trigger, index, index, last, False, True)


def _verb(plot: Plot, index: int, lemma: Lemma) -> Found | None:
    token = plot.tokens[index]
    if token.pos == "ADJ" and token.feature("VerbForm") != "Part" and not plot.auxiliaries(index):
        return None
    head = token.head if token.dep.startswith(("aux", "cop")) and lemma.rest else index
    last = _tail(plot, index, lemma.rest)
    if last is None or (token.pos == "AUX" and not lemma.rest) or is_reflexive(plot, head) != lemma.reflexive:
        return None
    if _is_ruled_out(plot, index, lemma.trigger) or (lemma.trigger.negated and not plot.is_negated(head, plot.finite_of(head))):
        return None
    first = min([head, index, *plot.auxiliaries(head)])
    if lemma.trigger.type in _SAID and _is_incise(plot, first, head):
        return None
    passive = not lemma.reflexive and is_passive(plot, head, lemma)
    return Found(lemma.trigger, head, first, max(last, head), False, passive, lemma.reflexive)


def _is_incise(plot: Plot, first: int, head: int) -> bool:
    """Whether a verb opens a clause that only says who spoke (", dénoncent plusieurs avocats")."""
    if first == plot.sentence(head).start or not plot.is_finite(plot.finite_of(head)):
        return False
    return plot.tokens[first - 1].text == "," or plot.is_mark(first - 1)


def _noun(plot: Plot, index: int, lemma: Lemma) -> Found | None:
    last = _tail(plot, index, lemma.rest)
    has_other_accents = lemma.spelt == lemma.first != fold_case(plot.tokens[index].lemma)
    if index and plot.raw[plot.tokens[index].span.start - 1] == "-":
        return None  # a part of another word
    if last is None or has_other_accents or _is_name(plot, index) or _is_ruled_out(plot, index, lemma.trigger):
        return None
    if lemma.trigger.behind and not _stands_behind(plot, index, lemma.trigger.behind):
        return None
    return Found(lemma.trigger, index, index, last, True, False)


def _stands_behind(plot: Plot, noun: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words leads a noun, with at most an article between."""
    before = noun - 1
    if before > 0 and plot.tokens[before].pos == "DET":
        before -= 1
    return before >= plot.sentence(noun).start and plot.folded[before] in words


def _tail(plot: Plot, place: int, words: tuple[str, ...]) -> int | None:
    """Return the last token of an entry's further words, small words and times between them allowed; ``None`` if they do not follow."""
    if words and words[-1] not in plot.forms_of(plot.sentence_of[place]) and words[-1] not in plot.grammar.to | plot.grammar.of:
        return None
    for word in words:
        times = 0
        while place + 1 + times < plot.sentence(place).stop and place + 1 + times in plot.timed:
            times += 1
        for here in range(place + 1 + times, min(place + 1 + times + _GAP + 1, plot.sentence(place).stop)):
            if (
                word in (plot.folded[here], plot.lemmas[here])
                or plot.folded[here] in _inflected(word)
                or (word in plot.grammar.to and plot.folded[here] in plot.grammar.to_fused)
                or (word in plot.grammar.of and plot.folded[here] in plot.grammar.of_fused)
            ):
                place = here
                break
            if plot.tokens[here].pos not in _BETWEEN and not plot.is_mark(here):
                return None
        else:
            return None
    return place


def _inflected(word: str) -> tuple[str, ...]:
    """Return the feminine and plural forms of a participle or adjective."""
    return (word + "e", word + "s", word + "es")


def _is_name(plot: Plot, index: int) -> bool:
    """Whether a noun is part of somebody's name ("le Rassemblement national", "le comité des sanctions")."""
    over = plot.mentions_in(plot.tokens[index].span)
    return any(each.form == "name" or (each.kind == "organisation" and _is_second_noun(plot, each.span, index)) for each in over)


def _is_second_noun(plot: Plot, span: Span, index: int) -> bool:
    """Whether another noun stands before a noun within some words."""
    return any(plot.tokens[place].pos == "NOUN" for place in range(plot.at(span.start), index))


def _is_ruled_out(plot: Plot, index: int, trigger: Trigger) -> bool:
    """Whether a word of the sentence says that it is another matter, or none says that it is this one."""
    if not trigger.unless and not trigger.amid:
        return False
    words = plot.words_of(plot.sentence_of[index])
    return any(word in words for word in trigger.unless) or (bool(trigger.amid) and not trigger.amid & words)


def span_of(plot: Plot, found: Found) -> Span:
    return plot.span(found.first, found.last)
