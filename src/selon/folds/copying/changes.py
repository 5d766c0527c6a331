"""What a copy changed: words, and what a reader would want to know of: a hedge, an attribution, a denial, a speaker, a name, a figure."""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from selon.core.marks import Mention, Statement
from selon.core.reuse import Change, Meaning
from selon.core.text import Document, Evidence, Span
from selon.folds.copying.found import Shared
from selon.folds.copying.gathered import Article
from selon.folds.copying.origins import overlap
from selon.lang.grammar import Grammar
from selon.lang.match import fold

_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+(?:[.,\s]\d+)*")
_ENDS = ".!?…\n"
_SENTENCE_END = re.compile(f"[{_ENDS}]")
_BESIDE_CHARS = 120
_SPELLING = 0.75
_LONG = 4


@dataclass(frozen=True, slots=True)
class _Version:
    """One side of a passage: its article, all of its stretch, and what lies in a stretch of it."""

    article: Article
    span: Span

    @property
    def doc(self) -> Document:
        return self.article.doc

    def mentions(self, gap: Span | None) -> list[Mention]:
        return _within(self.article.mentions, gap) if gap else []

    def statements(self, stretch: Span) -> list[Statement]:
        """Return the statements that have content in a stretch."""
        return [each for each in self.article.statements if any(span.overlaps(stretch) for span in each.content)]

    def attributes(self, stretch: Span, speaker: frozenset[str]) -> bool:
        """Whether a stretch is told as somebody's words: as a statement, in quotation marks, with a cue in its sentence.

        speaker: words of the name that the other version has; one of them in this sentence or the next attributes too
        """
        sentence = self._sentence(stretch)
        near = self._sentence(Span(sentence.start, min(sentence.end + 1, len(self.doc.raw))))
        quoted = sum(overlap(each, stretch) for each in self.article.quoted)
        has_cue = any(each.cue and sentence.overlaps(each.cue) for each in self.article.statements)
        return bool(self.statements(stretch)) or has_cue or 2 * quoted >= len(stretch) or not speaker.isdisjoint(_folded(self.doc, near))

    def _sentence(self, stretch: Span) -> Span:
        """Return a stretch with the rest of its first and last sentence."""
        raw = self.doc.raw
        before = max((raw.rfind(sign, 0, stretch.start) for sign in _ENDS), default=-1) + 1
        after = _SENTENCE_END.search(raw, stretch.end)
        return Span(before, after.start() if after and after.start() > before else len(raw))

    def denials(self) -> list[Statement]:
        """Return the denials of what the passage says, in it or in the rest of its last sentence."""
        ends = _SENTENCE_END.search(self.doc.raw, self.span.end)
        reach = Span(self.span.start, ends.start() if ends else len(self.doc.raw))
        return [each for each in self.article.statements if each.act == "deny" and each.span.overlaps(reach)]

    def looks_ahead(self, gap: Span | None) -> bool:
        """Whether a stretch stands in words that were said to come: their conditional is a future seen from the past."""
        return gap is not None and any(each.modality == "future" for each in self.statements(gap))


def changes(shared: Shared, a: Article, b: Article, grammar: Grammar) -> tuple[Change, ...]:
    """Return what article ``b`` changed of what it shares with ``a``, in the order of the text."""
    pieces = shared.pieces
    one = _Version(a, Span(pieces[0][0].start, pieces[-1][0].end))
    other = _Version(b, Span(pieces[0][1].start, pieces[-1][1].end))
    found = [_change(one, other, before, after, grammar) for before, after in _gaps(pieces, a.doc.raw, b.doc.raw)]
    found += _attributions(one, other, pieces, found)
    found += _denials(one, other, pieces)
    return tuple(found)


def _gaps(pieces: Sequence[tuple[Span, Span]], a: str, b: str) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield the words between equal pieces, on both sides; ``None`` where a side has none."""
    for (before_a, before_b), (after_a, after_b) in pairwise(pieces):
        yield _words(a, before_a.end, after_a.start), _words(b, before_b.end, after_b.start)


def _words(raw: str, start: int, end: int) -> Span | None:
    """Return a stretch from its first word to its last; ``None`` if it has no word."""
    found = list(_WORD.finditer(raw, start, end))
    return Span(found[0].start(), found[-1].end()) if found else None


def _change(one: _Version, other: _Version, before: Span | None, after: Span | None, grammar: Grammar) -> Change:
    edit = "replaced" if before and after else "dropped" if before else "added"
    cited = Evidence.cite(one.doc, before) if before else None
    citing = Evidence.cite(other.doc, after) if after else None
    return Change(edit, cited, citing, _meaning(one, other, before, after, grammar))  # type: ignore[arg-type]


def _meaning(one: _Version, other: _Version, before: Span | None, after: Span | None, grammar: Grammar) -> Meaning:
    """Return what a change of words does to the meaning, the gravest first."""
    lost, gained = _tenses(one.doc, before, grammar), _tenses(other.doc, after, grammar)
    is_ahead = one.looks_ahead(before) or other.looks_ahead(after)
    if "conditional" in lost ^ gained and "future" not in lost | gained and not is_ahead:
        return "hedge-lost" if "conditional" in lost else "hedge-added"
    if before and after:
        mine, theirs = _figures(one.doc, before), _figures(other.doc, after)
        if mine and theirs and mine.isdisjoint(theirs):
            return "figure-changed"
        return _renamed(one, other, before, after)
    return ""


def _figures(doc: Document, gap: Span) -> set[str]:
    return {re.sub(r"\D", "", each) for each in _FIGURE.findall(gap.of(doc.raw))}


def _renamed(one: _Version, other: _Version, before: Span, after: Span) -> Meaning:
    """Say whether one actor stands where another stood, and whether as a speaker."""
    mine, theirs = one.mentions(before), other.mentions(after)
    if len(mine) != 1 or len(theirs) != 1 or not _differ(one.doc, mine[0], other.doc, theirs[0]):
        return ""
    speaks = [any(each.source == mark.span for each in side.article.statements) for side, mark in ((one, mine[0]), (other, theirs[0]))]
    return "speaker-changed" if all(speaks) else "name-changed"


def _differ(doc: Document, mark: Mention, other_doc: Document, other: Mention) -> bool:
    """Whether two mentions certainly are two actors: known ids that differ, or two names without a word in common."""
    if mark.ref and other.ref:
        return mark.ref != other.ref
    if mark.form == "description" or other.form == "description" or mark.kind != other.kind:
        return False
    mine, theirs = _folded(doc, mark.span), _folded(other_doc, other.span)
    return not set(mine) & set(theirs) and SequenceMatcher(None, " ".join(mine), " ".join(theirs)).ratio() < _SPELLING


def _folded(doc: Document, span: Span) -> list[str]:
    return _WORD.findall(fold(span.of(doc.raw)))


def _tenses(doc: Document, gap: Span | None, grammar: Grammar) -> set[str]:
    """Return which of ``conditional`` and ``future`` a stretch has. A future against a conditional is no hedge: both look ahead."""
    return {_tense(word, grammar) for word in _WORD.findall(gap.of(doc.raw))} - {""} if gap else set()


def _tense(word: str, grammar: Grammar) -> str:
    """Return the tense of a form whatever its verb: after an accent, or an "i" of no known stem, the ending may be the verb's own."""
    tense = grammar.tense_by_ending(word, "")
    if tense != "conditional":
        return tense
    stem = next(word[: -len(ending)] for ending in grammar.endings.conditional if fold(word).endswith(ending))
    own = fold(stem[-1]) != stem[-1].lower() or stem[-1] in "iI"
    return "" if own else tense


def _attributions(one: _Version, other: _Version, pieces: Sequence[tuple[Span, Span]], found: Iterable[Change]) -> Iterator[Change]:
    """Yield the attributions that one version has of words that both have."""
    told = {each for change in found if change.means for each in (change.before, change.after)}
    starts = [[piece[side].start for piece in pieces] for side in (0, 1)]
    for version, against, side in ((one, other, 0), (other, one, 1)):
        for mark in version.statements(version.span):
            answer = _across(mark, version.span, pieces, starts[side], side)
            if not mark.cue or not _beside(mark, version.span) or against.attributes(answer, _telling(version.doc, mark.speaker)):
                continue
            cue = Evidence.cite(version.doc, Span.cover(mark.cue, *([mark.speaker] if mark.speaker else [])))
            if cue not in told and not any(piece[side].overlaps(mark.cue) for piece in pieces):
                yield Change("dropped", cue, None, "attribution-dropped") if side == 0 else Change("added", None, cue, "attribution-added")


def _beside(mark: Statement, passage: Span) -> bool:
    """Whether most of a statement's content lies in a passage, and its cue in it or near."""
    inside = sum(max(0, min(span.end, passage.end) - max(span.start, passage.start)) for span in mark.content)
    near = mark.cue is not None and passage.start - _BESIDE_CHARS <= mark.cue.start <= passage.end + _BESIDE_CHARS
    return near and 2 * inside >= sum(map(len, mark.content))


def _across(mark: Statement, passage: Span, pieces: Sequence[tuple[Span, Span]], starts: Sequence[int], side: int) -> Span:
    """Return the stretch of the other version that answers to a statement's content."""
    first = max(0, bisect_left(starts, max(mark.content[0].start, passage.start) + 1) - 1)
    last = max(first, bisect_left(starts, min(mark.content[-1].end, passage.end)) - 1)
    return Span.cover(pieces[first][1 - side], pieces[last][1 - side])


def _denials(one: _Version, other: _Version, pieces: Sequence[tuple[Span, Span]]) -> Iterator[Change]:
    """Yield a denial that goes with what one version has and is left out of the other."""
    mine, theirs = one.denials(), other.denials()
    for version, against, side in ((mine, theirs, 0), (theirs, mine, 1)):
        lost = [each for each in version if not _is_kept(each, [piece[side] for piece in pieces])]
        if lost and len(lost) == len(version) and not against:
            shown = Evidence.cite((one, other)[side].doc, lost[0].span)
            yield Change("added", None, shown, "denial-added") if side else Change("dropped", shown, None, "denial-dropped")


def _is_kept(denial: Statement, shared: Sequence[Span]) -> bool:
    """Whether both versions have a denial: its cue, or what it goes on to say."""
    goes_on = [span for span in denial.content if denial.cue and denial.cue.start < span.start]
    return any(span.overlaps(each) for span in (*goes_on, *([denial.cue] if denial.cue else [])) for each in shared)


def _telling(doc: Document, speaker: Span | None) -> frozenset[str]:
    """Return the words of a speaker's name or description by which it is known again."""
    if speaker is None:
        return frozenset()
    return frozenset(fold(word) for word in _WORD.findall(speaker.of(doc.raw)) if len(word) >= _LONG or word[0].isupper())


def _within(marks: Iterable[Mention], span: Span) -> list[Mention]:
    return [mark for mark in marks if span.contains(mark.span)]
