"""The reporting verbs that tell of something said: not denied, wished, supposed, ordered or still to come."""

from __future__ import annotations

from collections.abc import Iterator

from selon.core.marks import Token
from selon.lang.match import fold
from selon.stages.saying.cues import Cue, cue_at, is_coordinated, is_negated
from selon.stages.saying.groups import auxiliaries_of
from selon.stages.saying.scene import Scene

_POSSIBLE = frozenset(["VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV", "X", "PRON"])
_SUBJECT = 5


def cues(scene: Scene) -> Iterator[Cue]:
    """Yield the reporting verbs of the body, in order; negated ones, infinitives and what is yet to be said are none."""
    for index, token in enumerate(scene.tokens):
        if token.pos in _POSSIBLE and scene.cue_lemma(index) and scene.in_body(index):
            cue = cue_at(scene, index)
            if cue and _is_told(scene, cue):
                yield cue


def _is_told(scene: Scene, cue: Cue) -> bool:
    """Whether something is reported as said: not denied, wished, supposed, ordered or still to come."""
    token = scene.tokens[cue.verb]
    auxiliaries = auxiliaries_of(scene, cue.verb)
    finite = next((scene.tokens[child] for child in auxiliaries if scene.is_finite(child)), token)
    unsaid = (is_negated(scene, cue) and cue.entry.negated is None) or _is_supposed(scene, cue, finite) or _is_wished(scene, cue)
    if unsaid or _is_noun(scene, cue):
        return False
    if narrator_of(scene, cue) is not None:
        return True
    if not cue.finite and token.feature("VerbForm") == "Inf" and not scene.cue_form(cue.verb):
        return _is_past_infinitive(scene, cue)
    if not cue.finite and scene.is_past_participle(cue.verb):
        return token.dep == "conj" or cue.takes("passive") or is_coordinated(scene, cue.verb, cue.last)
    if " " in cue.entry.lemma and any(scene.is_inf(child) for child in auxiliaries):
        return False
    tense = scene.grammar.tense_by_ending(finite.text, finite.lemma)
    return finite.feature("Mood") != "Imp" and tense != "future" and not (tense == "conditional" and finite is token)


def _is_noun(scene: Scene, cue: Cue) -> bool:
    """Whether a present participle is somebody: "le plaignant", not "l'accusant de fraude"."""
    led = scene.folded[cue.verb - 1] in scene.grammar.articles
    return led and not cue.finite and scene.is_present_participle(cue.verb) and scene.tokens[cue.verb].pos != "VERB"


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


def _is_past_infinitive(scene: Scene, cue: Cue) -> bool:
    """Whether an infinitive tells of something done beside another ("affirme ... avoir réclamé"), and is no purpose, time or gesture."""
    if " " in cue.entry.lemma or any(scene.tokens[child].pos == "ADP" and child < cue.first for child in scene.children[cue.verb]):
        return False
    return any(scene.tokens[child].dep.startswith("aux") for child in scene.children[cue.verb])
