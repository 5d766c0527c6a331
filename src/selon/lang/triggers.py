"""The entries of ``events.toml``: what words tell, of whom, and under what condition."""

from __future__ import annotations

from typing import Literal

import msgspec

Plover = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""The sixteen event types of the PLOVER manual 2.0."""
Status = Literal["actual", "planned", "alleged", "denied", "negated", "hypothetical", "habitual"]
Needs = Literal["source", "target", "either", "both"]
SYMMETRIC = frozenset(["AGREE", "CONSULT", "COOPERATE"])
"""Types in which it makes no difference who is the source and who the target."""


class Trigger(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Words for one kind of happening, and the slots in which its parties stand.

    source, target: slots in order of preference: ``subject``, ``object``, ``place``, ``adjective``, ``own`` (a possessive),
                    or a preposition; of a noun, ``light`` is the subject of a verb that only carries it, ``suffered`` that of one
                    that makes it suffer, ``decided`` that of one that decides on it, ``accused`` who is blamed for it or called its author,
                    ``objective`` its complement where that suffers it ("the invasion of ..."), ``clause`` who does what the clause tells,
                    ``apposed`` who is named right before it and a comma
    objects:        classes of things, one of which must be its object; none is asked for where empty
    actors:         kinds of actor, one of which a source must be; any where empty
    needs:          which party must be found for it to count
    spares:         kinds of actor that are no party to it: who is interviewed meets nobody
    agents:         folded nouns of who does it, taken from the sentence where it names no doer
    behind:         folded words, one of which must stand right before the noun, articles aside; none is asked for where empty
    unless:         folded words that rule it out anywhere in the sentence
    amid:           folded words, one of which the sentence must have; none is asked for where empty
    facing:         folded nouns, one of which the words of a target must hold; any where empty
    several:        its doers must be more than one, or a body that meets
    negated:        it counts where its verb is negated, and is then told as done: not to allow is to refuse
    yes, no:        sentences; in ``yes`` each source stands in braces and each target in brackets
    """

    id: str
    type: Plover
    lemmas: tuple[str, ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    mode: str = ""
    objects: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    needs: Needs = "either"
    status: Status = "actual"
    spares: tuple[str, ...] = ()
    agents: frozenset[str] = frozenset()
    behind: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    facing: tuple[str, ...] = ()
    amid: frozenset[str] = frozenset()
    negated: bool = False
    several: bool = False


class Embedding(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Words that make what hangs on them something else than done. ``lemmas``: verbs, nouns or adjectives."""

    status: Status
    lemmas: frozenset[str]


class ByAct(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What a statement of an act is as an event, and whether its target is the ``addressee`` or the one ``blamed`` in its words.

    needs_target: it is none without one
    """

    act: str
    type: Plover
    mode: str
    target: Literal["addressee", "blamed", "accuser"]
    needs_target: bool = False
