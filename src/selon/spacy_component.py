"""A component for any French spaCy pipeline: ``nlp.add_pipe("selon")`` sets ``doc._.statements``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Words

from selon.core.analysis import Analysis
from selon.core.errors import SelonError
from selon.core.marks import Statement, Token
from selon.core.text import Document, Span
from selon.lang.pack import Pack
from selon.lang.pack import pack as language_pack
from selon.plan import analyse
from selon.stages.mentions import mentions
from selon.stages.parse import tokens_of
from selon.stages.quotes import quotes
from selon.stages.statements import statements
from selon.stages.zones import zones

NEEDED = ("DEP", "POS", "LEMMA", "MORPH")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as spans of the ``Doc``: see ``selon.core.marks.Statement`` for what each means.

    A span takes in whole tokens: where the pipeline's tokenizer leaves a quotation mark in a word, so does the span.
    """

    content: tuple[Words, ...]
    cue: Words | None
    speaker: Words | None
    source: Words | None
    via: tuple[Words, ...]
    form: str
    act: str
    modality: str
    score: float
    why: str


@Language.factory("selon", requires=["token.pos", "token.dep", "token.lemma", "token.morph"], assigns=["doc._.statements"])
def component(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component: it reads the tokens that the pipeline before it laid, and loads no model.

    raises: LexiconError if selon knows nothing of the pipeline's language
    """
    if not Doc.has_extension("statements"):
        Doc.set_extension("statements", default=())
    pack = language_pack(nlp.lang)
    return lambda doc: _with_statements(doc, pack)


def _with_statements(doc: Doc, pack: Pack) -> Doc:
    """Return the doc with its statements.

    raises: SelonError if the pipeline before lacks a tagger, a lemmatizer or a parser
    """
    missing = [each for each in NEEDED if len(doc) and not doc.has_annotation(each)]
    if missing:
        raise SelonError(
            f"the pipeline does not set {', '.join(missing)}", fix="add selon behind the tagger, the lemmatizer and the parser"
        )
    analysis = Analysis(Document.from_text(doc.text)) if doc.text else None
    if analysis is not None:
        read = zones.lay(analysis, pack).with_layer(Token, tokens_of(doc, 0, 0))
        read = analyse(read, (mentions, quotes, statements), pack)
        doc._.statements = tuple(_said(doc, mark) for mark in read[Statement])
    return doc


def _said(doc: Doc, mark: Statement) -> Said:
    cue, speaker, source = (_words(doc, span) if span else None for span in (mark.cue, mark.speaker, mark.source))
    content, via = (tuple(_words(doc, span) for span in spans) for spans in (mark.content, mark.via))
    return Said(content, cue, speaker, source, via, mark.form, mark.act, mark.modality, mark.score, mark.why)


def _words(doc: Doc, span: Span) -> Words:
    """Return the tokens that a span reaches into."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        raise SelonError(f"characters {span.start} to {span.end} are no part of the doc")
    return found
