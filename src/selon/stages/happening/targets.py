"""Whom a statement is aimed at: the one asked or thanked, and of an accusation the accused."""

from __future__ import annotations

from collections.abc import Callable

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
    verb = plot.at(cue.end - 1)
    if statement.speaker is None or _is_agent(plot, statement.speaker, cue):
        head = subject(verb)
        if head is not None:
            return parties.at(head, "subject")
    known = [mention.span for span in statement.to for mention in plot.mentions_in(span) if mention.span == span]
    if known:
        return tuple(Part(span, "", "object") for span in known)
    clitic = next((child for child in plot.children[verb] if child < verb and _is_object(plot, child)), None)
    span = parties.pronoun(clitic, statement.source.start if statement.source else None) if clitic is not None else None
    if span:
        return (Part(span, "", "object"),)
    if cue.end >= start:
        return ()
    return tuple(
        Part(mention.span, "", "object") for mention in plot.mentions_in(Span(cue.end, start)) if mention.span != statement.source
    )[:2]


def is_audience(plot: Plot, part: Part) -> bool:
    """Whether a preposition of place says that somebody only was there ("devant l'Assemblée générale")."""
    before = plot.at(part.span.start) - 1
    while before > 0 and plot.tokens[before].pos in ("DET", "ADJ"):
        before -= 1
    return plot.tokens[before].pos == "ADP" and plot.folded[before] in plot.grammar.place_words - plot.grammar.to


def _is_agent(plot: Plot, speaker: Span, cue: Span) -> bool:
    """Whether who speaks stands behind a passive, led by "par"."""
    before = plot.at(speaker.start) - 1
    return speaker.start >= cue.end and plot.folded[before] in plot.grammar.by


def _is_object(plot: Plot, index: int) -> bool:
    """Whether a word is a clitic for somebody else than the subject."""
    is_clitic = plot.folded[index] in plot.grammar.standing_for and plot.folded[index] not in plot.grammar.own
    return is_clitic and plot.tokens[index].dep != "det"


def claims_proof(plot: Plot, statement: Statement) -> bool:
    """Whether what is asserted is said to be proven: an accusation in all but the verb."""
    if statement.form == "direct":
        return False
    start = statement.cue.start if statement.cue else statement.content[0].start
    first = plot.inside(statement.content[0]).start
    words = range(min(plot.at(start), first), min(first + _EARLY, len(plot.tokens)))
    return any(plot.lemmas[index] in plot.events.words.proof for index in words)
