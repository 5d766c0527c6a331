"""The forms of the lexicon's verbs, known by their own letters."""

from __future__ import annotations

from dataclasses import dataclass

from selon.lang.grammar import Grammar
from selon.lang.match import fold
from selon.lang.speech import Speech

_KNOWN: dict[int, dict[str, Form]] = {}


@dataclass(frozen=True, slots=True)
class Form:
    """What a form of a reporting verb is: of which verb, and ``finite``, ``past``, ``present`` (participles) or ``either``."""

    lemma: str
    kind: str
    accented: tuple[str, ...]


def cue_forms(speech: Speech, grammar: Grammar) -> dict[str, Form]:
    """Return every regular form of the lexicon's verbs, folded, that is one verb's alone; worked out once for each lexicon."""
    if id(speech) not in _KNOWN:
        found: dict[str, set[Form]] = {}
        for lemma in speech.verbs:
            conjugated = grammar.conjugated(fold(lemma))
            for form, kind in conjugated[1].items() if conjugated else ():
                found.setdefault(form, set()).add(Form(lemma, kind, conjugated[0].accented if conjugated else ()))
        _KNOWN[id(speech)] = {form: forms.pop() for form, forms in found.items() if len(forms) == 1}
    return _KNOWN[id(speech)]
