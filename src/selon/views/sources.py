"""How many independent sources some articles, statements or words have, and what merged them."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.dossier import Said
from selon.core.lines import Who, published, said
from selon.core.marks import Token
from selon.core.reuse import Edge, Place, Reuse, Roots
from selon.core.text import DocId, Document, Evidence, Span
from selon.folds.copying.roots import Asked, roots
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
        doc, day = analysis.doc.id, published(analysis)
        chosen = self.articles is None or doc in self.articles
        return chosen and (self.words is None or doc in self.words) and self.choice.has_days(day, day)

    @property
    def is_of_statements(self) -> bool:
        return self.choice.actors is not None or bool(self.choice.act)


@dataclass(frozen=True, slots=True)
class Merged:
    """Why two articles are one source, or may be.

    why:      as ``Edge`` has it; ``by`` is the name of the originator, agency or outlet
    evidence: what shows it in both; none where it came with the articles
    """

    articles: tuple[str, str]
    why: str
    by: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Articles that have the same words where it is asked, and what shows that."""

    articles: tuple[str, ...]
    merged: tuple[Merged, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """How many independent sources: a range where it is in doubt, never more than ``documents``.

    chains:      how many chains of report end here: one article may relay two agencies
    originators: names of those whom the articles give as the first to say it
    sources:     the articles, those with the same words together: as many as ``high``
    doubts:      why some of these may be one
    """

    low: int
    high: int
    documents: int
    chains: int
    originators: tuple[str, ...]
    sources: tuple[Source, ...]
    doubts: tuple[Merged, ...]


def sources(documents: Mapping[DocId, Document], asked: Sequence[Asked], part: Reuse | None, names: Mapping[str, str]) -> Sources:
    """Count the sources of some places. ``names``: id of an actor -> its name."""
    count = roots(asked, part or Reuse())
    merged = [(edge, _merged(edge, asked, documents, names)) for edge in count.edges]
    found = tuple(Source(tuple(documents[doc].name for doc in group), _within(group, merged, asked)) for group in count.groups)
    doubts = tuple(each for edge, each in merged if edge.why != "same-text" and not _is_one(edge, asked, count))
    originators = tuple(names.get(each, each) for each in count.originators)
    return Sources(count.low, count.high, count.documents, count.chains, originators, found, doubts)


def _merged(edge: Edge, asked: Sequence[Asked], documents: Mapping[DocId, Document], names: Mapping[str, str]) -> Merged:
    one, other = (documents[asked[at].place.doc].name for at in (edge.one, edge.other))
    evidence = tuple(Evidence.cite(documents[place.doc], place.span) for place in edge.places)
    return Merged((one, other), edge.why, names.get(edge.by, edge.by), evidence)


def _within(group: Sequence[DocId], merged: Iterable[tuple[Edge, Merged]], asked: Sequence[Asked]) -> tuple[Merged, ...]:
    return tuple(each for edge, each in merged if edge.why == "same-text" and asked[edge.one].place.doc in group)


def _is_one(edge: Edge, asked: Sequence[Asked], count: Roots) -> bool:
    """Whether two places are of articles that have the same words anyway."""
    docs = {asked[at].place.doc for at in (edge.one, edge.other)}
    return any(docs <= set(group) for group in count.groups)


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
