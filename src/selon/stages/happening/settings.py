"""When and where: the time expression and the place that belong to a trigger."""

from __future__ import annotations

from selon.core.marks import TimeExpr
from selon.core.text import Span
from selon.stages.happening.plot import Plot

_FAR = 12
_HEAD_CHARS = 60


def when(plot: Plot, head: int, span: Span, *, hung_only: bool = False) -> TimeExpr | None:
    """Return the time expression of an event: one that hangs on it, else the nearest of its clause.

    hung_only: none but one that hangs on it: the clause tells of something later, as of the charge for a deed
    """
    sentence = plot.sentence(head)
    start, end = plot.tokens[sentence.start].span.start, plot.tokens[sentence.stop - 1].span.end
    here = [
        each for each in plot.times if start <= each.span.start < end and each.type in ("DATE", "TIME") and _is_told_with(plot, each, span)
    ]
    hung = [each for each in here if _hangs(plot, each, head) and not _is_anothers(plot, each, head)]
    if hung:
        return min(hung, key=lambda each: _distance(each.span, span))
    if hung_only:
        return None
    clause = _clause(plot, head)
    within = [each for each in here if clause.start <= plot.at(each.span.start) < clause.stop and not _is_anothers(plot, each, head)]
    if within:
        return min(within, key=lambda each: _distance(each.span, span))
    return _shared(plot, head) or _before(plot, head)


def _shared(plot: Plot, head: int) -> TimeExpr | None:
    """Return the time told before of the verb whose auxiliary a joined participle shares ("a lundi critiqué ... et condamné ...")."""
    token = plot.tokens[head]
    if token.dep != "conj" or token.feature("VerbForm") != "Part" or plot.auxiliaries(head) or not plot.auxiliaries(token.head):
        return None
    time = when(plot, token.head, plot.span(token.head, token.head))
    return time if time and time.span.start < token.span.start else None


def _before(plot: Plot, head: int) -> TimeExpr | None:
    """Return the time of the sentence before, for what a main verb in the imperfect tells that has none: it went on at that time."""
    token, sentence = plot.tokens[head], plot.sentence(head)
    if token.dep != "ROOT" or (token.feature("Tense"), token.feature("Mood")) != ("Imp", "Ind") or sentence.start == 0:
        return None
    start = plot.tokens[plot.sentence(sentence.start - 1).start].span.start
    here = [each for each in plot.times if start <= each.span.start < plot.tokens[sentence.start].span.start]
    near = [each for each in here if each.type in ("DATE", "TIME") and not plot.statements_over(each.span)]
    return near[-1] if near and not plot.statements_over(token.span) else None


def _is_told_with(plot: Plot, time: TimeExpr, span: Span) -> bool:
    """Whether a time stands on the same side of every statement as the trigger: in what was said, or about the saying."""
    for statement in plot.statements:
        inside = any(piece.contains(span) for piece in statement.content)
        if statement.span.overlaps(span) and inside != any(piece.contains(time.span) for piece in statement.content):
            return False
    return True


def date_of(time: TimeExpr | None) -> str:
    """Return the value of a time expression, to the day; empty where nothing anchors it."""
    if time is None or time.value.startswith("XXXX"):
        return ""
    return time.value[:10] if time.value[:4].isdigit() and len(time.value) > 10 else time.value


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _hangs(plot: Plot, time: TimeExpr, head: int) -> bool:
    """Whether a time expression is governed by the trigger with no other verb between."""
    inside = plot.inside(time.span)
    index = next((place for place in inside if plot.tokens[place].head not in inside), inside.start)
    for _ in range(4):
        above = plot.tokens[index].head
        if above == head:
            return True
        if above == index or (plot.tokens[above].pos in ("VERB", "AUX") and not plot.tokens[above].dep.startswith("aux")):
            return False
        index = above
    return False


def _is_anothers(plot: Plot, time: TimeExpr, head: int) -> bool:
    """Whether a date belongs to the noun before it ("l'armistice du 27 juillet") or is part of its name ("le salon 2023")."""
    first = plot.at(time.span.start)
    above = plot.tokens[plot.tokens[first].head]
    if (
        above.pos == "VERB"
        and above.feature("VerbForm") == "Part"
        and plot.tokens[first].head not in (head, plot.tokens[head].head)
        and not plot.auxiliaries(plot.tokens[first].head)
    ):
        return True
    is_led = first > 0 and plot.tokens[first - 1].pos == "ADP"
    if is_led and plot.tokens[first].dep == "nmod" and above.pos == "NOUN" and plot.tokens[first].head != head:
        return True
    before = first - 1
    if before <= head or before < 1:
        return False
    word, token = plot.folded[before], plot.tokens[before]
    if word in plot.grammar.of_fused or word in plot.grammar.of:
        return plot.tokens[before - 1].pos in ("NOUN", "PROPN") and before - 1 != head
    return len(time.span) == 4 and token.pos in ("NOUN", "PROPN", "ADJ")


def _clause(plot: Plot, head: int) -> range:
    """Return the stretch of a sentence around a trigger that no other finite verb, relative or quotation cuts off."""
    sentence = plot.sentence(head)
    start, stop = head, head
    own = {head, *plot.auxiliaries(head), plot.finite_of(head)}
    governor = plot.tokens[head].head
    if plot.tokens[head].pos in ("NOUN", "PROPN"):
        own |= {governor, *plot.auxiliaries(governor)}
    while start > sentence.start and not _cuts(plot, start - 1, own):
        start -= 1
    while stop + 1 < sentence.stop and not _cuts(plot, stop + 1, own):
        stop += 1
    return range(start, stop + 1)


def _cuts(plot: Plot, index: int, own: set[int]) -> bool:
    token = plot.tokens[index]
    if index in own:
        return False
    word = plot.folded[index]
    return token.text in ";:" or (word in plot.events.words.boundaries and token.pos not in ("ADP", "NOUN")) or plot.is_finite(index)


def place(plot: Plot, head: int, last: int) -> Span | None:
    """Return the words for the place of an event: the first named place that a preposition of place leads in its clause."""
    for index in range(last + 1, min(last + 1 + _FAR, plot.sentence(head).stop)):
        if plot.folded[index] in plot.events.words.places and plot.tokens[index].pos == "ADP" and index + 1 < plot.sentence(head).stop:
            first = index + 1
            while first < plot.sentence(head).stop - 1 and plot.tokens[first].pos == "DET":
                first += 1
            if plot.tokens[first].name.endswith("LOC"):
                end = first
                while end + 1 < plot.sentence(head).stop and plot.tokens[end + 1].name.startswith("I-"):
                    end += 1
                return plot.span(first, end)
    return None
