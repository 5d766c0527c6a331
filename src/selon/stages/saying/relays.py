"""Who passed words on: reports that cover another's report, and sources named behind an impersonal one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.core.marks import Statement
from selon.core.text import Span
from selon.stages.saying.drafts import Draft
from selon.stages.saying.scene import Scene

_NEUTRAL = ("assert", "announce")
"""Acts of those who may only pass on what another has said."""
_REST = 0.2
"""How much of what a person tells may be more than another's statement, where only that is passed on."""


def with_named_sources(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give an impersonal report the source that a preposition names right behind it ("a-t-on appris de source policière")."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last and draft.relays and _names_source(scene, last, draft):
            said = draft.statement
            kept[-1] = replace(last, statement=replace(last.statement, source=said.source, speaker=said.speaker))
        else:
            kept.append(draft)
    return kept


def _names_source(scene: Scene, impersonal: Draft, draft: Draft) -> bool:
    """Whether a preposition stands right behind the cue of a report of nobody's."""
    cue, behind = impersonal.statement.cue, draft.statement.cue
    source = impersonal.statement.source
    if (
        not impersonal.relays
        or impersonal.word < 0
        or not cue
        or not behind
        or (source and not source.overlaps(draft.statement.source or behind))
    ):
        return False
    return 0 <= scene.at(behind.start) - scene.at(cue.end) <= 1


def relayed(scene: Scene, drafts: Sequence[Draft]) -> list[Statement]:
    """Turn what only passes on another's words into a link of that statement's chain.

    A report that covers a sentence whose main verb already reports is a relay, and no statement;
    the relay goes on over an impersonal report ("est-il ajouté").
    """
    links_of: dict[int, tuple[Span, ...]] = {}
    dropped: set[int] = set()
    chain: tuple[Span, ...] = ()
    for number, draft in enumerate(drafts):
        inner = [other for place, other in enumerate(drafts) if place != number and _is_inside(other, draft)] if draft.relays else []
        if _is_own_voice(scene, draft):
            alone = _rest(draft, inner) < _REST
            inner = [other for other in inner if _is_within_quotation(scene, other) or (alone and _passes_on(scene, other, draft))]
        if not inner:
            continue
        links = draft.statement.via or ((draft.statement.source,) if draft.statement.source else chain)
        chain = links or chain
        if any(_leads(scene, other, draft) for other in inner):
            dropped.add(number)
        links_of.update((id(other), links) for other in inner)
    return [_linked(draft, links_of.get(id(draft), ())) for number, draft in enumerate(drafts) if number not in dropped]


def _linked(draft: Draft, links: tuple[Span, ...]) -> Statement:
    others = tuple(link for link in links if link != draft.statement.source)
    return replace(draft.statement, via=draft.statement.via or others)


def _is_own_voice(scene: Scene, draft: Draft) -> bool:
    """Whether who covers another's report is a person or a state that nobody relays: it tells of that report itself."""
    source = draft.statement.source
    return bool(source and not draft.statement.via and not _is_body(scene, source))


def _is_within_quotation(scene: Scene, inner: Draft) -> bool:
    """Whether a report stands in marks, so that whoever is quoted there passes it on."""
    cue = inner.statement.cue
    quote = scene.quote_over(cue.start) if cue else None
    return cue is not None and quote is not None and quote.inner.start < cue.start


def _passes_on(scene: Scene, inner: Draft, outer: Draft) -> bool:
    """Whether a person only tells of what another has said: "X a dénoncé un complot, a rapporté son porte-parole".

    What others wish or want now is the teller's own word: "la France souhaite la paix, a dit le ministre".
    """
    source, cue = inner.statement.source, inner.statement.cue
    if source is None or cue is None or source == outer.statement.source or outer.statement.act not in _NEUTRAL:
        return False
    told = outer.frame == "incise" or (outer.frame == "preposition" and not _is_set_off(scene, outer))
    past = told and scene.at(cue.start) < inner.word
    return past and not scene.quote_over(cue.start)


def _is_set_off(scene: Scene, outer: Draft) -> bool:
    """Whether the preposition of a source also means something else: "du côté du gouvernement, X a dit"."""
    return any(entry.set_off and entry.id == outer.statement.why for entry in scene.speech.preposition)


def _rest(outer: Draft, inner: Sequence[Draft]) -> float:
    """Return which part of what one tells is no report of another's."""
    told = outer.statement.content[0]
    spans = [each.statement.span for each in inner]
    covered = sum(any(span.start <= char < span.end for span in spans) for char in range(told.start, told.end))
    return 1 - covered / len(told)


def _is_inside(inner: Draft, outer: Draft) -> bool:
    """Whether one statement, its cue included, lies in the content of another."""
    cue = inner.statement.cue
    return cue is not None and any(span.contains(cue) for span in outer.statement.content) and inner.word >= 0


def _leads(scene: Scene, inner: Draft, outer: Draft) -> bool:
    """Whether the inner statement's verb is the main verb of what the outer attributes: no finite verb but a relative's comes before it.

    What stands in marks is said by who is quoted, and only passed on by who quotes it where both speak outside them.
    """
    cue = inner.statement.cue
    if cue is None or inner.frame == "antecedent" or scene.quote_over(cue.start):
        return False
    before = [
        place for place in range(scene.at(outer.statement.content[0].start), scene.at(cue.start)) if not _is_said(scene, place, inner)
    ]
    return not any(scene.is_finite(place) and not _is_beside(scene, place) for place in before)


def _is_beside(scene: Scene, place: int) -> bool:
    """Whether a finite verb is a relative's, an auxiliary's by its participle."""
    token = scene.tokens[place]
    return (scene.tokens[token.head] if token.dep.startswith("aux") else token).dep.startswith("acl")


def _is_said(scene: Scene, place: int, inner: Draft) -> bool:
    """Whether a token is part of what the inner statement's speaker said."""
    return any(span.start <= scene.tokens[place].span.start < span.end for span in inner.statement.content)


def _is_body(scene: Scene, source: Span) -> bool:
    """Whether a source is one that passes words on: an agency, an outlet, a text, not a person."""
    return not any(mention.kind in ("person", "state") and mention.span == source for mention in scene.mentions_in(source))
