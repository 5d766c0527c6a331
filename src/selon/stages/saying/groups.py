"""The words around a reporting verb: its auxiliaries, a pronoun behind it, the further words of its entry."""

from __future__ import annotations

from selon.lang.match import fold
from selon.lang.speech import VerbCue, words_of
from selon.stages.saying.scene import Scene

_REACH, _ASIDE = 3, 8


def auxiliaries_of(scene: Scene, verb: int) -> list[int]:
    """Return the auxiliaries before a participle: those the parser hangs on it, and one that stands right before it."""
    form = scene.cue_form(verb)
    if form and form.kind not in ("past", "either"):
        return []
    found = [
        child
        for child in scene.children[verb]
        if scene.tokens[child].dep.startswith("aux")
        and child < verb
        and not _closes(scene, child, verb)
        and sum(scene.tokens[place].text == "," for place in range(child, verb)) != 1
    ]
    before = verb - 1
    while before > 0 and not scene.tokens[before + 1].starts_sentence and (words := _between(scene, before)):
        before -= words
    is_auxiliary = (
        before >= 0
        and scene.tokens[before].pos in ("AUX", "VERB", "X")
        and fold(scene.tokens[before].lemma) in scene.grammar.have | scene.grammar.be
    )
    if (
        is_auxiliary
        and before not in found
        and (scene.is_past_participle(verb) or scene.tokens[verb].feature("VerbForm") == "Part")
        and not scene.tokens[verb].starts_sentence
    ):
        found.append(before)
    return found


def _closes(scene: Scene, first: int, last: int) -> bool:
    """Whether a mark stands between two tokens, but for the one that begins a quotation around the later where the earlier is finite."""
    marks = [place for place in range(first, last) if scene.is_mark(place)]
    quote = scene.quote_over(scene.tokens[last].span.start)
    begins = len(marks) == 1 and quote is not None and scene.tokens[marks[0]].span.start == quote.span.start
    return bool(marks) and not (begins and scene.is_finite(first))


def _between(scene: Scene, last: int) -> int:
    """Return how many words that end at a token may stand between an auxiliary and its participle: adverbs, what two commas set apart."""
    if scene.tokens[last].text == ",":
        opening = next((place for place in range(last - 1, max(0, last - _ASIDE), -1) if scene.tokens[place].text == ","), last)
        apart = range(opening + 1, last)
        other = any(scene.is_finite(place) or scene.is_mark(place) or scene.folded[place] in scene.grammar.according for place in apart)
        return len(apart) + 2 if apart and not other else 0
    manner = next((words for words in scene.grammar.manners if scene.folded[last + 1 - len(words) : last + 1] == list(words)), ())
    return len(manner) or int(_is_between(scene, last))


def _is_between(scene: Scene, index: int) -> bool:
    """Whether a word may stand between an auxiliary and its participle: an adverb ("d'abord"), a pronoun joined by a hyphen."""
    adverb = scene.tokens[index].pos == "ADV" or (scene.folded[index] in scene.grammar.of and scene.tokens[index + 1].pos == "ADV")
    return adverb or (scene.folded[index].startswith("-") and scene.tokens[index].pos == "PRON")


def is_passive(scene: Scene, auxiliary: int, entry: VerbCue) -> bool:
    token = scene.tokens[auxiliary]
    takes_object = " " not in entry.lemma and any(frame in entry.frames for frame in ("np", "que", "de-inf", "obj-de-inf", "quote"))
    return fold(token.lemma) in scene.grammar.be and ("passive" in entry.frames or takes_object)


def inverted_pronoun(scene: Scene, first: int, verb: int) -> int | None:
    """Return the token of a pronoun that stands behind the verb or its auxiliary, joined by a hyphen."""
    for place in range(first, min(verb + _REACH + 2, len(scene.tokens))):
        text = scene.folded[place]
        if place > verb + 1 and scene.tokens[place - 1].text == "-":
            text = "-" + text
        elif place >= verb + _REACH:
            continue
        if scene.tokens[place].text == ",":
            return None
        if text.startswith("-") and text.strip("-t").strip("-") in (
            *scene.grammar.pronouns,
            *scene.grammar.speakers,
            *scene.grammar.impersonal,
        ):
            return place
    return None


def may_be_read(scene: Scene, verb: int) -> tuple[int, int] | None:
    """Return modal and pronoun of "peut-on lire"; ``None`` where no such pair stands before an infinitive."""
    pronoun = verb - 1
    if (
        pronoun < 1
        or not scene.is_inf(verb)
        or scene.folded[pronoun].strip("-t") not in scene.grammar.nobody
        or not scene.folded[pronoun].startswith("-")
    ):
        return None
    modal = pronoun - 1 if scene.folded[pronoun - 1] != "-t" else pronoun - 2
    return (modal, pronoun) if modal >= 0 and fold(scene.tokens[modal].lemma) in scene.grammar.modal else None


def phase_before(scene: Scene, first: int) -> int | None:
    """Return the first token of "vient de", "a fini par", "n'a cessé de" before an infinitive; ``None`` if no such verb stands there."""
    verb = first - 2
    while verb > scene.sentence(first).start and (scene.tokens[verb].pos == "ADV" or scene.folded[verb] in scene.grammar.until):
        verb -= 1
    if verb < scene.sentence(first).start:
        return None
    lemma = fold(scene.tokens[verb].lemma)
    if scene.folded[verb] in scene.grammar.restless and scene.folded[verb - 1] in scene.grammar.of:
        return _restless(scene, verb - 2)
    if scene.tokens[verb].pos not in ("VERB", "AUX"):
        return None
    if scene.folded[first - 1] not in scene.grammar.phases.get(lemma, ()):
        return None
    group = [verb, *auxiliaries_of(scene, verb)]
    negated = any(scene.folded[place] in scene.grammar.negation for place in range(max(0, min(group) - 2), verb))
    return min(group) if any(map(scene.is_finite, group)) and negated == (lemma in scene.grammar.negated_phases) else None


def _restless(scene: Scene, verb: int) -> int | None:
    """Return the first token of "n'a de cesse"; ``None`` if no negated "avoir" stands there."""
    negated = verb > 0 and scene.folded[verb - 1] in scene.grammar.negation
    return verb if negated and fold(scene.tokens[verb].lemma) in scene.grammar.have else None


def entry_at(scene: Scene, verb: int, *, reflexive: bool) -> tuple[VerbCue, int] | None:
    """Return the entry of most words that stands at a verb, and its last token."""
    for entry in scene.speech.verbs[scene.cue_lemma(verb)]:
        if entry.reflexive == reflexive:
            last = _tail(scene, verb, words_of(entry.lemma)[1:])
            if last is not None:
                return entry, last
    return None


def _tail(scene: Scene, verb: int, words: tuple[str, ...]) -> int | None:
    """Return the last token of an entry's further words, a few adverbs between them allowed; ``None`` if they do not follow."""
    place = verb
    for word in words:
        for step in range(1, _REACH + 2):
            here = place + step
            if here >= len(scene.tokens) or scene.tokens[here].starts_sentence:
                return None
            if _is_word(scene, here, word):
                place = here
                break
            between = scene.tokens[here].pos in ("ADV", "PRON", "ADP", "ADJ") or scene.folded[here] in scene.grammar.again
            if not between and not scene.folded[here].startswith(word[:1] + "'"):
                return None
        else:
            return None
    while words and place + 1 < len(scene.tokens) and scene.tokens[place].pos == "NOUN" and _qualifies(scene, place + 1):
        place += 1
    return place


def _is_word(scene: Scene, index: int, word: str) -> bool:
    """Whether a token is a word of an entry; a possessive stands for any: "leur soutien"."""
    owned = word in scene.grammar.possessives and scene.folded[index] in scene.grammar.possessives
    return owned or scene.folded[index] == word or fold(scene.tokens[index].lemma) == word


def _qualifies(scene: Scene, index: int) -> bool:
    """Whether an adjective goes with the noun that ends a group of words: "apporte son soutien total"."""
    token = scene.tokens[index]
    return token.pos == "ADJ" and token.feature("VerbForm") != "Part" and not token.starts_sentence and not scene.is_mark(index)
