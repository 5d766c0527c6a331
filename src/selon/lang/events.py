"""``events.toml`` and ``objects.tsv``: what people do to each other in the news, and the things that they do it with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from selon.lang import load
from selon.lang.match import fold, fold_case

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
                    that makes it suffer, ``decided`` that of one that decides on it, ``accused`` who is blamed for it or called its author
    objects:        classes of things, one of which must be its object; none is asked for where empty
    actors:         kinds of actor, one of which a source must be; any where empty
    needs:          which party must be found for it to count
    spares:         kinds of actor that are no party to it: who is interviewed meets nobody
    agents:         folded nouns of who does it, taken from the sentence where it names no doer
    behind:         folded words, one of which must stand right before the noun, articles aside; none is asked for where empty
    unless:         folded words that rule it out anywhere in the sentence
    amid:           folded words, one of which the sentence must have; none is asked for where empty
    facing:         folded nouns, one of which the words of a target must hold; any where empty
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


class Words(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Folded closed lists.

    light, suffered: verbs that carry a noun, and whose subject is its doer or its victim
    deciding:        verbs whose subject decides on what a noun tells, or announces it
    wrought:         verbs that say that what a noun tells takes place, is planned or is owned to
    inverting:       relatives behind which the subject may follow the verb
    caused:          verbs whose reflexive makes an infinitive passive ("se faire arrêter")
    charging:        verbs of blame and of justice, whose object did what a preposition of ``charged_with`` leads
    charges:         nouns like these
    suspicions:      nouns of blame for the deed that hangs on them; against: what leads whoever it is laid to
    convicting:      verbs like these that find it proven
    authors:         nouns of those who did what their complement tells
    object_control:  verbs whose object is the doer of the infinitive behind them
    due:             verbs that make an infinitive something planned; enabling: verbs of what comes about once they stand in the past
    anaphora, proof: nouns that point back at what was alleged; nouns that make an assertion an accusation
    places:          prepositions of place; boundaries: words that end a clause; both: prepositions of two equal parties
    about:           words between a verb and an occasion told by a noun; first_person: pronouns of the one who speaks
    blocs: adjectives of alliances and unions, and whose they are; joins: "and"
    exchange:        nouns of what is given in return; protesters: nouns of those who protest
    wide:            nouns of a denial that is of no deed in particular; strong: words of emphasis
    of_several:      possessives of several owners
    amounts:         nouns of several of what their complement tells ("a series of strikes")
    further:         verbs by which somebody adds to what was said
    any_such:        words for any thing of a kind
    sayings:         nouns for what somebody said; involving: those for a part that somebody is said to have in a deed
    likening:        verbs that say what something is taken for ("considéré comme")
    phases:          nouns of a part of what their complement tells ("the start of the talks")
    without:         what makes an infinitive negated
    gathering:       verbs by which a protest has a number of people
    since:           those of ``about`` that only tell when or in spite of what
    laid:            verbs that lay a deed to whom "to" leads; aimed: verbs whose object is whom a deed is against
    belongings:      nouns of what is hit or searched for the sake of whose it is
    dative:          the preposition of the one concerned
    refusals:        verbs of those who will not do something, which is no denial of anything
    led:             verbs of leading a group
    about_others:    acts whose infinitive is of the one addressed, not of the speaker
    """

    light: frozenset[str]
    deciding: frozenset[str]
    wrought: frozenset[str]
    suffered: frozenset[str]
    inverting: frozenset[str]
    caused: frozenset[str]
    charging: frozenset[str]
    charges: frozenset[str]
    suspicions: frozenset[str]
    against: tuple[str, ...]
    convicting: frozenset[str]
    charged_with: frozenset[str]
    authors: frozenset[str]
    object_control: frozenset[str]
    due: frozenset[str]
    enabling: frozenset[str]
    habit: frozenset[str]
    anaphora: frozenset[str]
    proof: frozenset[str]
    places: frozenset[str]
    owners: frozenset[str]
    boundaries: frozenset[str]
    both: frozenset[str]
    about: frozenset[str]
    first_person: frozenset[str]
    blocs: dict[str, str]
    joins: frozenset[str]
    exchange: frozenset[str]
    about_others: frozenset[str]
    protesters: frozenset[str]
    wide: frozenset[str]
    strong: frozenset[str]
    refusals: frozenset[str]
    dative: str
    of_several: frozenset[str]
    amounts: frozenset[str]
    further: frozenset[str]
    any_such: frozenset[str]
    sayings: frozenset[str]
    involving: frozenset[str]
    likening: frozenset[str]
    phases: frozenset[str]
    since: frozenset[str]
    without: frozenset[str]
    gathering: frozenset[str]
    laid: frozenset[str]
    aimed: frozenset[str]
    belongings: frozenset[str]
    led: frozenset[str]


class Events(msgspec.Struct, forbid_unknown_fields=True, frozen=True, dict=True):
    """``events.toml``, and its look-ups by the first folded word of a lemma."""

    verb: tuple[Trigger, ...]
    noun: tuple[Trigger, ...]
    embedding: tuple[Embedding, ...]
    act: tuple[ByAct, ...]
    words: Words

    @cached_property
    def verbs(self) -> dict[str, tuple[Lemma, ...]]:
        return _by_word(self.verb)

    @cached_property
    def nouns(self) -> dict[str, tuple[Lemma, ...]]:
        return _by_word(self.noun)

    @cached_property
    def embeddings(self) -> dict[str, Status]:
        return {lemma: row.status for row in self.embedding for lemma in row.lemmas}

    @cached_property
    def acts(self) -> dict[str, ByAct]:
        return {row.act: row for row in self.act}


@dataclass(frozen=True, slots=True)
class Lemma:
    """One lemma of an entry: its first word, folded and with its accents, what follows, and whether it is reflexive."""

    trigger: Trigger
    first: str
    spelt: str
    rest: tuple[str, ...]
    reflexive: bool


def _by_word(rows: tuple[Trigger, ...]) -> dict[str, tuple[Lemma, ...]]:
    found: dict[str, list[Lemma]] = {}
    for row in rows:
        for lemma in row.lemmas:
            words = fold(lemma).replace("'", "' ").split()
            words = ["se" if word == "s'" and not place else word for place, word in enumerate(words)]
            reflexive = words[0] == "se"
            first, *rest = words[1:] if reflexive else words
            spelt = next(word for word in fold_case(lemma).replace("'", "' ").split() if fold(word) == first)
            found.setdefault(first, []).append(Lemma(row, first, spelt, tuple(rest), reflexive))
    return {word: tuple(sorted(lemmas, key=_specific)) for word, lemmas in found.items()}


def _specific(lemma: Lemma) -> tuple[int, bool, bool]:
    """Rank the entries of a word, those that ask for most first."""
    return (-len(lemma.rest), not lemma.reflexive, not lemma.trigger.negated)


class ObjectNoun(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A thing that news is about, and its class. ``nouns``: lemmas."""

    object: str
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happenings:
    """The knowledge of events: their words, and the classes of things by folded lemma."""

    events: Events
    objects: dict[str, str]

    @classmethod
    def read(cls, root: Traversable) -> Happenings:
        rows = load.table(root / "objects.tsv", ObjectNoun)
        return cls(load.toml(root / "events.toml", Events), {fold(noun): row.object for row in rows for noun in row.nouns})
