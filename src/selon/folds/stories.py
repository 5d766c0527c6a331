"""Articles grouped by what they tell."""
from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import sqrt

from selon.core.analysis import Analysis
from selon.core.marks import Dateline, Mention, Token, Zone
from selon.core.reuse import Stories, Story
from selon.core.text import DocId, Evidence
from selon.folds.grouping.growing import Growing, Vector, centre, is_clear
from selon.folds.grouping.terms import Topic, topic
from selon.lang.pack import Pack
from selon.plan import fold

_WORDS = 8
_SHORT = 4


@fold(needs=(Zone, Token, Dateline, Mention), reads=("actors",), version=1)
def stories(analyses: Iterable[Analysis], pack: Pack) -> Stories:
    """Return the stories of some articles, whatever order they come in; each article is in one.

    Articles that are later than all others change no story that there was but to go on with it.
    """
    growing = Growing()
    for each in sorted(map(topic, analyses), key=_turn):
        growing.add(each)
    return Stories(tuple(_story(members, pack.actors.labels) for members in growing.stories))


def _turn(topic: Topic) -> tuple[date, DocId]:
    return (topic.days.first if is_clear(topic.days) else date.max, topic.doc)


def _story(members: Sequence[tuple[Topic, Vector]], labels: Mapping[str, str]) -> Story:
    topics = [each for each, _ in members]
    weights = centre(vector for _, vector in members)
    name = "y" + hashlib.sha256(topics[0].doc.encode()).hexdigest()[:10]
    days = [each.days for each in topics if each.days]
    first, last = (str(min(day.first for day in days)), str(max(day.last for day in days))) if days else ("", "")
    return Story(name, tuple(each.doc for each in topics), _headline(topics, weights), _words(topics, weights, labels), first, last)


def _headline(topics: Sequence[Topic], weights: Vector) -> Evidence | None:
    """Return the lead sentence that has most of what the story is about, for its length."""
    sentences = [sentence for each in topics for sentence in each.lead]
    return max(sentences, key=lambda each: (_tells(each[1], weights), each[0]), default=(None,))[0]


def _tells(terms: frozenset[str], weights: Vector) -> float:
    """Return how much of a story some terms tell, for their number."""
    return round(sum(weights.get(term, 0.0) for term in sorted(terms)) / sqrt(len(terms) + _SHORT), 9)


def _words(topics: Sequence[Topic], weights: Vector, labels: Mapping[str, str]) -> tuple[str, ...]:
    """Return the weightiest terms as they are written; an actor by its name, and not again by the words of its name."""
    forms: dict[str, Counter[str]] = {}
    for each in topics:
        for term in weights.keys() & each.forms.keys():
            forms.setdefault(term, Counter())[each.forms[term]] += 1
    chosen: list[str] = []
    for term, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        form = labels.get(term[1:], "") if term.startswith("@") else ""
        form = form or min(forms[term].items(), key=lambda item: (-item[1], item[0]))[0]
        if form.casefold() not in {part for each in chosen for part in (each.casefold(), *each.casefold().split())}:
            chosen.append(form)
        if len(chosen) == _WORDS:
            break
    return tuple(chosen)
