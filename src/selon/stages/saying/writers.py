"""Whose word a text is that speaks: "un communiqué du ministère", "les estimations du Fonds", "un bilan fourni par la préfecture"."""

from __future__ import annotations

from selon.lang.match import fold
from selon.stages.saying.phrases import noun_phrase
from selon.stages.saying.scene import Scene

_REACH = 3


def writer(scene: Scene, head: int) -> tuple[int, int, int] | None:
    """Return first token, head and last token of whom a text is by, named by its complement or by a participle's agent.

    head: the noun of a phrase that speaks; ``None`` if it is no text, or nobody is named
    """
    if scene.folded[head] not in scene.written_things and fold(scene.tokens[head].lemma) not in scene.said_things | scene.written_things:
        return None
    stop, place = scene.sentence(head).stop, head + 1
    while place < stop and scene.tokens[place].pos in ("ADJ", "ADV") and scene.tokens[place].feature("VerbForm") != "Part":
        place += 1
    leads = scene.grammar.of | scene.grammar.of_fused
    first = place + 1 if place < stop and scene.folded[place] in leads else _agent(scene, place, stop)
    phrase = noun_phrase(scene, first) if first and first < stop else None
    return (first, *phrase) if first and phrase else None


def is_written(scene: Scene, head: int) -> bool:
    """Whether a noun is one for what is said, written or counted, which speaks for its writer."""
    return scene.tokens[head].pos == "NOUN" and fold(scene.tokens[head].lemma) in scene.written_things | scene.said_things


def is_definite(scene: Scene, char: int) -> bool:
    """Whether the phrase that begins at a character is of something known: "le rapport", "ce communiqué"."""
    first = scene.tokens[scene.at(char)]
    return first.feature("Definite") == "Def" or first.feature("PronType") == "Dem"


def _agent(scene: Scene, place: int, stop: int) -> int:
    """Return the token behind "par" where a participle stands right before it; 0 otherwise: "fourni jeudi | par la préfecture"."""
    if place >= stop or scene.tokens[place].feature("VerbForm") != "Part":
        return 0
    by = next((here for here in range(place + 1, min(place + 1 + _REACH, stop)) if scene.folded[here] in scene.grammar.by), None)
    return by + 1 if by else 0
