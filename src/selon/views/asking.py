"""Of which places the sources are asked: statements, sentences with certain words, whole articles, or the entries of a claim."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.claims import Claim, ClaimEntry
from selon.core.dossier import Said
from selon.core.lines import Who, published, said
from selon.core.marks import Token
from selon.core.reuse import Place
from selon.core.text import DocId, Document, Span
from selon.folds.copying.roots import Asked
from selon.lang.match import fold
from selon.views.choice import Choice


@dataclass(frozen=True, slots=True)
class Question:
    """Of what the sources are asked.

    articles: only these; ``None`` for all
    words:    where the words that are asked about stand; ``None`` where no words are
    """

    choice: Choice
    articles: frozenset[DocId] | None = None
    words: Mapping[DocId, Sequence[Span]] | None = None

    def has_article(self, analysis: Analysis) -> bool:
        """Whether an article is asked about: by its id, its date, and that it has the words."""
        day = published(analysis)
        return self.may_have(analysis.doc.id) and self.choice.has_days(day, day)

    def may_have(self, doc: DocId) -> bool:
        """Whether an article is asked about, whatever its date."""
        return (self.articles is None or doc in self.articles) and (self.words is None or doc in self.words)

    def has_entry(self, entry: ClaimEntry) -> bool:
        """Whether an entry of a claim is asked about: by its article, its actor or side, and the day its article was published."""
        is_theirs = self.choice.actors is None or bool(self.choice.actors & {entry.actor, entry.party})
        return self.may_have(entry.evidence.doc) and is_theirs and self.choice.has_days(entry.published, entry.published)

    @property
    def is_of_statements(self) -> bool:
        return self.choice.actors is not None or bool(self.choice.act)


def asked(analyses: Iterable[Analysis], who: Who, question: Question) -> Iterator[Asked]:
    """Yield the places that a question is about: statements, sentences with the words, or whole articles."""
    for analysis in analyses:
        if question.has_article(analysis):
            lines = list(said(analysis, who))
            if question.is_of_statements:
                yield from _statements(analysis, lines, question)
            elif question.words is not None:
                yield from _sentences(analysis, lines, question.words[analysis.doc.id])
            else:
                yield Asked(Place(analysis.doc.id, Span(0, len(analysis.doc.raw))), (), analysis.doc.outlet)


def asked_of_claim(claim: Claim, documents: Mapping[DocId, Document], question: Question) -> Iterator[Asked]:
    """Yield the entries that stand behind a claim, those chosen by article, actor and day of publication."""
    for each in claim.entries:
        if each.stands_behind and question.has_entry(each):
            doc = each.evidence.doc
            yield Asked(Place(doc, each.evidence.span), (each.originator,), documents[doc].outlet)


def _statements(analysis: Analysis, lines: Iterable[Said], question: Question) -> Iterator[Asked]:
    """Yield the statements that are chosen; with words, those that have any of them in a sentence that has most of them."""
    sentences = None if question.words is None else best_sentences(analysis, question.words[analysis.doc.id])
    for line in lines:
        told = line.evidence.span
        if question.choice.has_said(line) and (sentences is None or any(told.overlaps(each) for each in sentences)):
            yield Asked(Place(analysis.doc.id, _content(line)), originators(line), analysis.doc.outlet, told)


def _sentences(analysis: Analysis, lines: Sequence[Said], words: Sequence[Span]) -> Iterator[Asked]:
    for sentence in best_sentences(analysis, words):
        first = sorted({name for line in lines if _content(line).overlaps(sentence) for name in originators(line)})
        yield Asked(Place(analysis.doc.id, sentence), tuple(first), analysis.doc.outlet)


def _content(line: Said) -> Span:
    return Span.cover(*(piece.span for piece in line.content))


def originators(line: Said) -> tuple[str, ...]:
    """Return who is said to have brought a statement into the world: who relayed it first, else who said it."""
    first = line.via[0] if line.via and line.via[0] else line.actor
    return (first,) if first else ()


def best_sentences(analysis: Analysis, words: Sequence[Span]) -> list[Span]:
    """Return the sentences that have most of the words; furniture has no sentences."""
    found: dict[Span, set[str]] = {}
    sentences = _all_sentences(analysis[Token])
    starts = [each.start for each in sentences]
    for word in words:
        at = bisect_right(starts, word.start) - 1
        if at >= 0 and sentences[at].contains(word):
            found.setdefault(sentences[at], set()).add(fold(word.of(analysis.doc.raw)))
    most = max(map(len, found.values()), default=0)
    return [each for each, has in found.items() if len(has) == most]


def _all_sentences(tokens: Sequence[Token]) -> list[Span]:
    firsts = [at for at, token in enumerate(tokens) if token.starts_sentence or not at]
    return [Span(tokens[at].span.start, tokens[end - 1].span.end) for at, end in zip(firsts, [*firsts[1:], len(tokens)], strict=True)]
