"""Whether a verb is reflexive or passive, by its clitics, its auxiliaries and what it usually takes."""

from __future__ import annotations

from selon.lang.events import Lemma
from selon.stages.happening.plot import Plot


def is_reflexive(plot: Plot, head: int) -> bool:
    """Whether a verb has a reflexive clitic of its own."""
    limit = min([head, *plot.auxiliaries(head)])
    return not _is_caused(plot, head) and any(
        plot.folded[place] in plot.grammar.own
        for place in range(max(0, limit - 2), head)
        if plot.tokens[place].head in (head, limit) or place >= limit - 1
    )


def _is_caused(plot: Plot, head: int) -> bool:
    """Whether a verb is an infinitive that its subject lets happen to itself ("s'est fait arrêter")."""
    before = head - 1
    return (
        plot.is_inf(head)
        and before > 0
        and plot.lemmas[before] in plot.events.words.caused
        and any(plot.folded[place] in (*plot.grammar.own, *plot.events.words.first_person) for place in range(max(0, before - 2), before))
    )


def is_passive(plot: Plot, head: int, lemma: Lemma) -> bool:
    """Whether the verb's subject suffers the deed. A bare participle of a verb with an object is passive."""
    takes_object = "object" in lemma.trigger.target or (bool(lemma.trigger.objects) and not lemma.rest)
    if takes_object and _is_caused(plot, head):
        return True
    is_intransitive = lemma.first in plot.grammar.be or lemma.first in plot.events.words.with_be
    is_bare = plot.is_finite(head) and not plot.auxiliaries(head)
    if is_intransitive or not takes_object or is_bare or _is_led_by_have(plot, head):
        return False
    children = plot.children[head]
    helpers = plot.auxiliaries(head) or _shared(plot, head)
    is_be = any(plot.lemmas[child] in plot.grammar.be for child in helpers)
    if any(plot.lemmas[child] in plot.grammar.have for child in helpers) and not is_be:
        return False
    if any(plot.tokens[child].dep in ("aux:pass", "nsubj:pass") for child in (*children, *helpers)):
        return True
    token = plot.tokens[head]
    is_participle = token.feature("VerbForm") == "Part" and token.feature("Tense") != "Pres"
    if helpers:
        return not any(plot.folded[child] in plot.grammar.own for child in children)
    return is_participle and not plot.is_finite(head)


def _is_led_by_have(plot: Plot, head: int) -> bool:
    """Whether the auxiliary of an active past stands before a participle, adverbs and times between ("a lundi accusé ...")."""
    before, start = head - 1, plot.sentence(head).start
    while before > start and (plot.tokens[before].pos == "ADV" or before in plot.timed):
        before -= 1
    return plot.tokens[head].feature("VerbForm") == "Part" and before >= start and plot.lemmas[before] in plot.grammar.have


def _shared(plot: Plot, head: int) -> list[int]:
    """Return the auxiliaries that a joined participle shares with the verb before it ("a effectué un voyage et rencontré ...")."""
    token = plot.tokens[head]
    while token.dep == "conj" and plot.tokens[token.head].pos in ("VERB", "AUX"):
        helpers = plot.auxiliaries(token.head)
        if helpers:
            return helpers
        token = plot.tokens[token.head]
    return []
