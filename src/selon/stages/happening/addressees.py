"""To whom or of whom a statement is made: the accused, the one asked, the one thanked."""

from __future__ import annotations

from collections.abc import Callable

from selon.core.marks import Part, Statement
from selon.core.text import Span
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot

_EARLY = 6


def addressed(plot: Plot, parties: Parties, subject: Callable[[int], int | None], statement: Statement) -> tuple[Part, ...]:
    """Return who stands between a cue and its content, or is the subject of a cue that names no speaker.

    subject: gives the head of a verb's grammatical subject
    """
    cue, start = statement.cue, statement.content[0].start
    if cue is None:
        return ()
    verb = plot.at(cue.end - 1)
    if statement.speaker is None:
        head = subject(verb)
        if head is not None:
            return parties.at(head, "subject")
    for child in plot.children[verb]:
        is_clitic = child < verb and plot.folded[child] in plot.events.words.gender_of and plot.folded[child] not in plot.grammar.own
        span = parties.pronoun(child, statement.source.start if statement.source else None) if is_clitic else None
        if span:
            return (Part(span, "", "object"),)
    if cue.end >= start:
        return ()
    return tuple(
        Part(mention.span, "", "object") for mention in plot.mentions_in(Span(cue.end, start)) if mention.span != statement.source
    )[:2]


def claims_proof(plot: Plot, statement: Statement) -> bool:
    """Whether what is asserted is said to be proven: an accusation in all but the verb."""
    if statement.form == "direct":
        return False
    start = statement.cue.start if statement.cue else statement.content[0].start
    first = plot.inside(statement.content[0]).start
    words = range(min(plot.at(start), first), min(first + _EARLY, len(plot.tokens)))
    return any(plot.lemmas[index] in plot.events.words.proof for index in words)
