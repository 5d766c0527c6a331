"""The closed lists of ``events.toml``."""

from __future__ import annotations

import msgspec


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
    blames:          nouns of what is borne for a deed; bearing: verbs of bearing or claiming it
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
    involving:       nouns for a part that somebody is said to have in a deed
    likening:        verbs that say what something is taken for ("considéré comme")
    undergone:       nouns that are what suffers a deed, as objects of a light verb ("fait l'objet de ...")
    phases:          nouns of a part of what their complement tells ("the start of the talks")
    without:         what makes an infinitive negated
    gathering:       verbs by which a protest has a number of people
    since:           those of ``about`` that only tell when or in spite of what
    laid:            verbs that lay a deed to whom "to" leads; aimed: verbs whose object is whom a deed is against
    belongings:      nouns of what is hit or searched for the sake of whose it is
    dative, genitive: the prepositions of the one concerned and of whose something is
    with_be:         verbs whose past has the auxiliary of the passive
    attempts:        verbs and nouns of trying
    compound:        words that make another preposition of the one behind them ("face à")
    ending:          verbs and nouns of making something stop that goes on
    dismissing:      verbs of turning something down
    aims:            conjunctions of an aim
    courts:          nouns of those who judge; what they condemn they punish
    company:         prepositions of those with whom one talks
    again:           nouns that only count how often
    participles, infinitive: endings of past participles and of their infinitive, by which one that opens a sentence is known
    refusals:        verbs of those who will not do something, which is no denial of anything
    led:             verbs of leading a group
    about_others:    acts whose infinitive is of the one addressed, not of the speaker
    """

    light: frozenset[str]
    deciding: frozenset[str]
    wrought: frozenset[str]
    suffered: frozenset[str]
    undergone: frozenset[str]
    inverting: frozenset[str]
    caused: frozenset[str]
    charging: frozenset[str]
    charges: frozenset[str]
    suspicions: frozenset[str]
    against: tuple[str, ...]
    convicting: frozenset[str]
    charged_with: frozenset[str]
    authors: frozenset[str]
    blames: frozenset[str]
    bearing: frozenset[str]
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
    genitive: str
    of_several: frozenset[str]
    again: frozenset[str]
    compound: frozenset[str]
    attempts: frozenset[str]
    with_be: frozenset[str]
    ending: frozenset[str]
    dismissing: frozenset[str]
    aims: frozenset[str]
    company: tuple[str, ...]
    courts: frozenset[str]
    participles: tuple[str, ...]
    infinitive: str
    amounts: frozenset[str]
    further: frozenset[str]
    any_such: frozenset[str]
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
