"""A verb that may report: the group of words that it stands in, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from selon.core.text import Span
from selon.lang.speech import VerbCue
from selon.stages.saying.groups import auxiliaries_of, entry_at, inverted_pronoun, is_passive, may_be_read, phase_before
from selon.stages.saying.scene import Scene
from selon.stages.saying.verbs import is_finite, is_verb

_PAST = frozenset(["Past", "Imp"])


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


def cue_at(scene: Scene, verb: int) -> Cue | None:
    token = scene.tokens[verb]
    auxiliaries = auxiliaries_of(scene, verb)
    first = min([verb, *auxiliaries])
    while first > 0 and scene.folded[first - 1] in scene.grammar.clitics and not scene.tokens[first].starts_sentence:
        first -= 1
    inverted = inverted_pronoun(scene, first, verb)
    first, inverted = may_be_read(scene, verb) or (first, inverted)
    phase = phase_before(scene, first) if scene.is_inf(verb) else None
    first = first if phase is None else phase
    reflexive = any(scene.folded[place] in scene.grammar.own for place in range(first, verb))
    matched = entry_at(scene, verb, reflexive=reflexive)
    if matched is None or not (auxiliaries or matched[1] > verb or is_verb(scene, verb)):
        return None
    entry, last = matched
    last = max(last, inverted or 0)
    form = scene.cue_form(verb)
    finite = (
        bool(auxiliaries)
        or inverted is not None
        or phase is not None
        or (form.kind == "finite" or is_finite(scene, verb, last) if form else scene.is_finite(verb))
    )
    bare = not finite and scene.is_past_participle(verb) and token.dep != "conj" and not is_coordinated(scene, verb, last)
    passive = not reflexive and inverted is None and (bare or any(is_passive(scene, child, entry) for child in auxiliaries))
    past = bool(auxiliaries) or phase is not None or token.feature("Tense") in _PAST
    return Cue(verb, first, last, entry, inverted, passive, past, finite)


def is_coordinated(scene: Scene, verb: int, last: int) -> bool:
    """Whether a participle shares the auxiliary of one before it: behind a comma, with an object of its own."""
    after = last + 1
    return verb > 0 and scene.tokens[verb - 1].text == "," and after < len(scene.tokens) and scene.tokens[after].pos == "DET"


def is_negated(scene: Scene, cue: Cue) -> bool:
    """Whether a negation stands in the group of a cue before its verb, or right before it: "n'a ni confirmé ni démenti"."""
    if cue.first and scene.folded[cue.first - 1] in scene.grammar.nor:
        return True
    return any(scene.folded[place] in scene.grammar.negation for place in range(cue.first, cue.verb))
