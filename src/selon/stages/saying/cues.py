"""The verbs that report: where they stand, and the group of words around each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.core.marks import Token
from selon.core.text import Span
from selon.lang.match import fold
from selon.lang.speech import VerbCue, words_of
from selon.stages.saying.scene import Scene

_POSSIBLE = frozenset(["VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV", "X", "PRON"])
_PAST = frozenset(["Past", "Imp"])
_REACH, _COMMENT, _SUBJECT = 3, 8, 5


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: its token, the first and last token of its group, and how it stands.

    inverted: the token of a pronoun behind the verb ("a-t-il"), or ``None``
    """

    verb: int
    first: int
    last: int
    entry: VerbCue
    inverted: int | None
    passive: bool
    past: bool
    finite: bool

    def span(self, scene: Scene) -> Span:
        return scene.span(self.first, self.last)

    def takes(self, *frames: str) -> bool:
        return any(frame in self.entry.frames for frame in frames)


def cues(scene: Scene) -> Iterator[Cue]:
    """Yield the reporting verbs of the body, in order; negated ones, infinitives and what is yet to be said are none."""
    for index, token in enumerate(scene.tokens):
        if token.pos in _POSSIBLE and scene.cue_lemma(index) and scene.in_body(index):
            cue = _cue(scene, index)
            if cue and _is_told(scene, cue):
                yield cue


def _cue(scene: Scene, verb: int) -> Cue | None:
    token = scene.tokens[verb]
    auxiliaries = _auxiliaries(scene, verb)
    first = min([verb, *auxiliaries])
    while first > 0 and scene.folded[first - 1] in scene.grammar.clitics and not scene.tokens[first].starts_sentence:
        first -= 1
    inverted = _inverted(scene, first, verb)
    first, inverted = _may_be_read(scene, verb) or (first, inverted)
    reflexive = any(scene.folded[place] in scene.grammar.own for place in range(first, verb))
    matched = _entry(scene, verb, reflexive=reflexive)
    if matched is None or not (auxiliaries or matched[1] > verb or _is_verb(scene, verb)):
        return None
    entry, last = matched
    last = max(last, inverted or 0)
    form = scene.cue_form(verb)
    finite = (
        bool(auxiliaries)
        or inverted is not None
        or (form.kind == "finite" or _is_finite(scene, verb, last) if form else scene.is_finite(verb))
    )
    bare = not finite and scene.is_past_participle(verb) and token.dep != "conj" and not _is_coordinated(scene, verb, last)
    passive = not reflexive and inverted is None and (bare or any(_is_passive(scene, child, entry) for child in auxiliaries))
    past = bool(auxiliaries) or token.feature("Tense") in _PAST
    return Cue(verb, first, last, entry, inverted, passive, past, finite)


def _may_be_read(scene: Scene, verb: int) -> tuple[int, int] | None:
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


def _is_verb(scene: Scene, index: int) -> bool:
    return scene.tokens[index].pos in ("VERB", "AUX") or _is_participle(scene, index) or _stands_as_verb(scene, index)


def _is_finite(scene: Scene, verb: int, last: int) -> bool:
    """Whether a form that may be a participle too is finite: the parser says so, or words begin behind it or end before it."""
    form, after = scene.cue_form(verb), last + 1
    if form is None or form.kind != "either":
        return False
    words = after < len(scene.tokens) and (
        scene.folded[after] in scene.grammar.that
        or scene.tokens[after].pos == "DET"
        or scene.tokens[after].text == ":"
        or scene.is_mark(after)
    )
    alone = (
        not any(scene.is_finite(place) for place in scene.sentence(verb))
        and scene.folded[min(after, len(scene.tokens) - 1)] not in scene.grammar.by
    )
    return scene.is_finite(verb) or words or alone or (verb > 0 and (scene.tokens[verb - 1].text == "," or scene.is_mark(verb - 1)))


def _stands_as_verb(scene: Scene, index: int) -> bool:
    """Whether a word that the parser takes for a noun or an adjective stands where a verb does: as an incise, or before content."""
    tokens = scene.tokens
    if index == 0 or index + 1 >= len(tokens) or tokens[index].starts_sentence:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    leads = scene.grammar.that | scene.grammar.of | scene.grammar.to | scene.grammar.to_fused
    starts_content = scene.folded[index + 1] in leads or after.pos in ("DET", "PROPN") or scene.is_inf(index + 1)
    if before.text == "," or scene.is_mark(index - 1):
        dated = after.pos == "NUM" and index + 2 < len(tokens) and scene.is_time(index + 2)
        return after.pos in ("DET", "PROPN", "PRON", "ADV") or after.text.startswith("-") or dated
    if scene.folded[index - 1] in scene.grammar.clitics and before.pos != "DET":
        return True
    form = scene.cue_form(index)
    comments = form is not None and form.kind == "finite" and _comments(scene, index)
    return before.pos in ("NOUN", "PROPN", "PRON") and (comments or (starts_content and tokens[index].pos != "PROPN"))


def _comments(scene: Scene, index: int) -> bool:
    """Whether a word ends the sentence or clause of a comment: ", ce que le préfet conteste"."""
    for place in range(index - 1, max(scene.sentence(index).start + 1, index - _COMMENT), -1):
        if scene.folded[place] in scene.grammar.that and scene.folded[place - 1] in scene.grammar.what:
            return scene.tokens[place - 2].text == ","
    return False


def _is_participle(scene: Scene, index: int) -> bool:
    """Whether an adjective is a participle behind its noun, rather than a noun of the same form behind a determiner."""
    before = scene.tokens[index - 1].pos if index else ""
    return scene.tokens[index].pos == "ADJ" and scene.is_past_participle(index) and before in ("NOUN", "PROPN", "ADJ", "PUNCT", "ADV")


def _auxiliaries(scene: Scene, verb: int) -> list[int]:
    """Return the auxiliaries before a participle: those the parser hangs on it, and one that stands right before it."""
    form = scene.cue_form(verb)
    if form and form.kind not in ("past", "either"):
        return []
    found = [
        child
        for child in scene.children[verb]
        if scene.tokens[child].dep.startswith("aux")
        and child < verb
        and not any(map(scene.is_mark, range(child, verb)))
        and sum(scene.tokens[place].text == "," for place in range(child, verb)) != 1
    ]
    before = verb - 1
    while before > 0 and scene.tokens[before].pos == "ADV" and not scene.tokens[before + 1].starts_sentence:
        before -= 1
    is_auxiliary = (
        before >= 0
        and scene.tokens[before].pos in ("AUX", "VERB")
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


def _is_passive(scene: Scene, auxiliary: int, entry: VerbCue) -> bool:
    token = scene.tokens[auxiliary]
    takes_object = " " not in entry.lemma and any(frame in entry.frames for frame in ("np", "que", "de-inf", "obj-de-inf", "quote"))
    return fold(token.lemma) in scene.grammar.be and ("passive" in entry.frames or takes_object)


def _inverted(scene: Scene, first: int, verb: int) -> int | None:
    """Return the token of a pronoun that stands behind the verb or its auxiliary, joined by a hyphen."""
    for place in range(first, min(verb + _REACH, len(scene.tokens))):
        text = scene.folded[place]
        if scene.tokens[place].text == ",":
            return None
        if text.startswith("-") and text.strip("-t").strip("-") in (
            *scene.grammar.pronouns,
            *scene.grammar.speakers,
            *scene.grammar.impersonal,
        ):
            return place
    return None


def _entry(scene: Scene, verb: int, *, reflexive: bool) -> tuple[VerbCue, int] | None:
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


def _is_told(scene: Scene, cue: Cue) -> bool:
    """Whether something is reported as said: not denied, wished, supposed, ordered or still to come."""
    token = scene.tokens[cue.verb]
    auxiliaries = _auxiliaries(scene, cue.verb)
    finite = next((scene.tokens[child] for child in auxiliaries if scene.is_finite(child)), token)
    unsaid = (is_negated(scene, cue) and cue.entry.negated is None) or _is_supposed(scene, cue, finite) or _is_wished(scene, cue)
    if unsaid or (not cue.finite and scene.is_present_participle(cue.verb) and scene.folded[cue.verb - 1] in scene.grammar.articles):
        return False
    if narrator_of(scene, cue) is not None:
        return True
    if not cue.finite and token.feature("VerbForm") == "Inf" and not scene.cue_form(cue.verb):
        return _is_past_infinitive(scene, cue)
    if not cue.finite and scene.is_past_participle(cue.verb):
        return token.dep == "conj" or cue.takes("passive") or _is_coordinated(scene, cue.verb, cue.last)
    if " " in cue.entry.lemma and any(scene.is_inf(child) for child in auxiliaries):
        return False
    tense = scene.grammar.tense_by_ending(finite.text, finite.lemma)
    return finite.feature("Mood") != "Imp" and tense != "future" and not (tense == "conditional" and finite is token)


def _is_wished(scene: Scene, cue: Cue) -> bool:
    """Whether a cue stands in the subjunctive, by a form that is no indicative too: "l'espoir qu'il garantisse"."""
    lemma = fold(scene.cue_lemma(cue.verb))
    found = scene.grammar.conjugated(lemma)
    return found is not None and scene.folded[cue.verb] in {lemma[: -len(found[0].infinitive)] + ending for ending in found[0].wished}


def _is_supposed(scene: Scene, cue: Cue, finite: Token) -> bool:
    """Whether the cue is the condition of a conditional ("X viendrait si Y s'engageait à ...").

    A present or a perfect behind "si" often concedes ("si le ministre reconnaît ..., il nie ...") and is said.
    """
    if finite.feature("Tense") != "Imp" or supposing(scene, cue) is None:
        return False
    return any(
        scene.grammar.tense_by_ending(scene.tokens[place].text, scene.tokens[place].lemma) == "conditional"
        for place in scene.sentence(cue.verb)
        if scene.tokens[place].pos in ("VERB", "AUX") and not cue.first <= place <= cue.last
    )


def supposing(scene: Scene, cue: Cue) -> int | None:
    """Return the "si" that opens the clause of a cue: no comma and no other verb stands between; ``None`` if there is none."""
    for place in range(cue.first - 1, scene.sentence(cue.first).start - 1, -1):
        if scene.folded[place] in scene.grammar.hypothesis and scene.tokens[place].pos == "SCONJ":
            return place
        if scene.tokens[place].pos == "PUNCT" or scene.is_finite(place):
            return None
    return None


def narrator_of(scene: Scene, cue: Cue) -> range | None:
    """Return the words between "Et" and "d'ajouter": who goes on, or nobody; ``None`` where a cue is no infinitive that tells so."""
    start, before = scene.sentence(cue.verb).start, cue.first - 1
    if cue.finite or not scene.is_inf(cue.verb) or before <= start or scene.folded[before] not in scene.grammar.of:
        return None
    between = range(start + 1, before)
    somebody = not between or any(scene.may_speak(place) or place in scene.titled for place in between[:_SUBJECT])
    alone = not any(scene.is_finite(place) or scene.is_inf(place) for place in between) and scene.tokens[start + 1].pos != "ADP"
    return between if scene.folded[start] in scene.grammar.and_ and (alone or not between) and somebody else None


def _is_coordinated(scene: Scene, verb: int, last: int) -> bool:
    """Whether a participle shares the auxiliary of one before it: behind a comma, with an object of its own."""
    after = last + 1
    return verb > 0 and scene.tokens[verb - 1].text == "," and after < len(scene.tokens) and scene.tokens[after].pos == "DET"


def is_negated(scene: Scene, cue: Cue) -> bool:
    """Whether a negation stands in the group of a cue before its verb."""
    return any(scene.folded[place] in scene.grammar.negation for place in range(cue.first, cue.verb))


def _is_past_infinitive(scene: Scene, cue: Cue) -> bool:
    """Whether an infinitive tells of something done beside another ("affirme ... avoir réclamé"), and is no purpose, time or gesture."""
    if " " in cue.entry.lemma or any(scene.tokens[child].pos == "ADP" and child < cue.first for child in scene.children[cue.verb]):
        return False
    return any(scene.tokens[child].dep.startswith("aux") for child in scene.children[cue.verb])
