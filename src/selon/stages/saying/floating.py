"""Quotations of a sentence or more that no cue has: they go on from the last speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.core.marks import Quote
from selon.core.text import Span
from selon.stages.saying.drafts import Draft, Voice, statement
from selon.stages.saying.extents import Content, is_speech
from selon.stages.saying.modality import modality
from selon.stages.saying.scene import Scene


def floating(scene: Scene, made: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the statements of quotations without a cue."""
    taken = [span for draft in made for span in draft.statement.content]
    for quote in scene.quotes:
        index = scene.at(quote.span.start)
        if (
            index >= len(scene.tokens)
            or not scene.in_body(index)
            or any(span.overlaps(quote.inner) for span in taken)
            or not _stands_alone(scene, quote)
        ):
            continue
        last = [draft for draft in made if draft.statement.span.end <= quote.span.start]
        source = _introduced(scene, quote, last[-1].statement.span.end if last else 0) or (last[-1].statement.source if last else None)
        if source:
            kind = modality(scene, (quote.inner,), reported=False)
            found = Content((quote.inner,), "floating", 0.6)
            yield Draft(
                statement(scene, found, Voice(None, source), cue=None, act="assert", modality=kind, why="statement.goes-on"),
                scene.sentence_of[index],
                False,
                -1,
                "floating",
            )


def _stands_alone(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own: it opens one, and nothing but a stop follows."""
    index = scene.at(quote.span.start)
    opens = scene.tokens[index].starts_sentence or scene.raw[: quote.span.start].rstrip()[-1:] in '.!?…:»”"'
    rest = scene.raw[quote.span.end : quote.span.end + 2].strip()
    return opens and is_speech(scene, quote) and (not rest or rest[0] in '.\n«"“' or rest[0].isupper())


def _introduced(scene: Scene, quote: Quote, since: int) -> Span | None:
    """Return the person whom the sentence right before a quotation tells of, where nobody has spoken since; ``None`` if there is none."""
    before = scene.at(quote.span.start) - 1
    if before < 0 or not scene.in_body(before) or scene.quote_over(scene.tokens[before].span.start):
        return None
    sentence = scene.sentence(before)
    told = scene.span(sentence.start, before)
    if told.start < since or scene.paragraph(told.start) != scene.paragraph(quote.span.start):
        return None
    people = [each for each in scene.mentions_in(told) if each.kind == "person" and not scene.quote_over(each.span.start)]
    if scene.tokens[before].text == ":":
        return people[-1].span if people else None
    root = next((place for place in sentence if scene.tokens[place].head == place), sentence.start)
    subject = scene.child(root, "nsubj")
    return next((each.span for each in people if subject is not None and subject in scene.inside(each.span)), None)
