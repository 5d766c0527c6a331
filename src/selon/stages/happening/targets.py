"""Whom a statement is aimed at: the one asked or thanked, and of an accusation the accused."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selon.core.marks import Part, Statement
from selon.core.text import Span
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot

_EARLY = 6


def aimed_at(plot: Plot, parties: Parties, subject: Callable[[int], int | None], statement: Statement) -> tuple[Part, ...]:
    """Return to whom it is said, else who stands between a cue and its content, or is the subject of a cue that names no speaker.

    subject: gives the head of a verb's grammatical subject
    """
    cue, start = statement.cue, statement.content[0].start
    if cue is None:
        return ()
    verb = _verb_of(plot, cue)
    if statement.speaker is None or _is_agent(plot, statement.speaker, cue):
        head = subject(verb)
        if head is not None:
            return parties.at(head, "subject")
    known = [mention.span for span in statement.to for mention in plot.mentions_in(span) if mention.span == span]
    if known:
        return tuple(Part(span, "", "object") for span in known)
    clitic = next((child for child in plot.children[verb] if child < verb and _is_object(plot, child)), None)
    span = parties.pronouns.of(clitic, statement.source.start if statement.source else None) if clitic is not None else None
    if span:
        return (Part(span, "", "object"),)
    if cue.end >= start:
        return ()
    between = Span(cue.end, start)
    named = tuple(Part(mention.span, "", "object") for mention in plot.mentions_in(between) if mention.span != statement.source)
    return named[:2] or tuple(_states_in(plot, parties, between))


def _verb_of(plot: Plot, cue: Span) -> int:
    """Return the verb of a cue: its last word but for what the verb is joined to ("a été mis en examen", "porte plainte")."""
    return next((index for index in reversed(plot.inside(cue)) if plot.tokens[index].pos == "VERB"), plot.at(cue.end - 1))


def _states_in(plot: Plot, parties: Parties, span: Span) -> Iterator[Part]:
    """Yield the state whose name or capital stands alone in a stretch, where nothing marked it."""
    for index in plot.inside(span):
        if plot.tokens[index].pos == "PROPN" and (known := parties.states.state_named(index)):
            yield Part(known[0], known[1], "object")
            return


def is_audience(plot: Plot, part: Part, *, dative: bool) -> bool:
    """Whether a preposition says that somebody only was there, or only was told ("devant l'Assemblée générale", "au journal").

    dative: whether its fused form may lead the one who is blamed ("reproche aux alliés de ..."), rather than a paper or a chamber
    """
    before = plot.at(part.span.start) - 1
    while before > 0 and plot.tokens[before].pos in ("DET", "ADJ"):
        before -= 1
    spared = plot.grammar.to | (plot.grammar.to_fused if dative else frozenset())
    return plot.tokens[before].pos == "ADP" and plot.folded[before] in plot.grammar.place_words - spared


def _is_agent(plot: Plot, speaker: Span, cue: Span) -> bool:
    """Whether who speaks stands behind a passive, led by "par"."""
    before = plot.at(speaker.start) - 1
    return speaker.start >= cue.end and plot.folded[before] in plot.grammar.by


def _is_object(plot: Plot, index: int) -> bool:
    """Whether a word is a clitic for somebody else than the subject."""
    is_clitic = plot.folded[index] in plot.grammar.standing_for and plot.folded[index] not in plot.grammar.own
    return is_clitic and plot.tokens[index].dep != "det"


def denies(plot: Plot, statement: Statement) -> bool:
    """Whether a statement denies that something is so: to turn down an offer or a plan denies nothing of it."""
    if statement.act != "deny" or statement.cue is None:
        return statement.act == "deny"
    words, opening = plot.events.words, plot.inside(statement.content[0])[:_EARLY]
    turns_down = any(plot.lemmas[index] in words.dismissing for index in plot.inside(statement.cue))
    return not turns_down or any(plot.lemmas[index] in plot.grammar.sayings or plot.lemmas[index] in words.involving for index in opening)


def claims_proof(plot: Plot, statement: Statement) -> bool:
    """Whether what is asserted is said to be proven: an accusation in all but the verb."""
    first = plot.inside(statement.content[0]).start
    if statement.modality == "negated":
        return False
    if statement.form == "direct" and plot.folded[first] not in plot.events.words.first_person:
        return False
    start = statement.cue.start if statement.cue and statement.form != "direct" else statement.content[0].start
    words = range(min(plot.at(start), first), min(first + _EARLY, len(plot.tokens)))
    proof = plot.events.words.proof
    return any(plot.lemmas[index] in proof or plot.folded[index] in proof for index in words)
