"""What articles share, who may have had it first, and what the copy changed."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from selon.core.analysis import Analysis
from selon.core.marks import Dateline, Mention, Quote, Statement, Zone
from selon.core.reuse import Credit, Kind, Passage, Place, Repeat, Reuse
from selon.core.text import DocId, Span
from selon.folds.copying.changes import changes
from selon.folds.copying.credits import Agencies, credits
from selon.folds.copying.found import Shared, found
from selon.folds.copying.gathered import Article, gathered
from selon.folds.copying.origins import origins, overlap
from selon.lang.actors import Knowledge
from selon.lang.match import fold as folded
from selon.lang.pack import Pack
from selon.plan import fold


@fold(needs=(Zone, Dateline, Mention, Quote, Statement), reads=("actors", "grammar"), version=4)
def reuse(analyses: Iterable[Analysis], pack: Pack) -> Reuse:
    """Return the passages that articles share, and where they come from; the order of the articles makes no difference.

    What an article says twice is found first, and its second place is left out of every passage.
    """
    articles = gathered(analyses)
    shared, repeats = found(articles, titles(pack.actors))
    agencies = Agencies(pack.actors)
    named = [credit for article in articles for credit in credits(article, agencies)]
    directions = _Directions(named, pack.actors)
    again = _by_doc(repeats)
    passages = tuple(sorted(_passages(shared, articles, again, directions, pack), key=lambda each: (each.a, each.b)))
    by_id = {article.doc.id: article for article in articles}
    return Reuse(passages, tuple(repeats), tuple(sorted(named)), origins(passages, by_id, named))


class _Directions:
    """Says why a later article must have had its words after an earlier one, where anything tells."""

    def __init__(self, named: Iterable[Credit], knowledge: Knowledge) -> None:
        self._credited: dict[DocId, set[str]] = defaultdict(set)
        for credit in named:
            self._credited[credit.doc].add(credit.agency)
        self._bodies = {folded(name.removesuffix("!")): body.id for body in knowledge.bodies for name in body.names}

    def reason(self, a: Article, b: Article) -> str:
        if self._credits(b, a) and not self._credits(a, b):
            return "credits-the-other"
        return "published-later" if a.is_before(b) else ""

    def _credits(self, article: Article, other: Article) -> bool:
        """Whether an article names the other's outlet as agency or as source."""
        outlet = self._bodies.get(folded(other.doc.outlet), "")
        if not outlet or other.doc.outlet == article.doc.outlet:
            return False
        spoken = {span for each in article.statements for span in (each.source, *each.via)}
        return outlet in self._credited[article.doc.id] or any(each.ref == outlet and each.span in spoken for each in article.mentions)


def titles(knowledge: Knowledge) -> list[str]:
    """Return the words of titles, offices and peoples: two texts that share them share no sentence."""
    return [*knowledge.nouns, *knowledge.demonyms, *knowledge.portfolios]


def _by_doc(repeats: Sequence[Repeat]) -> Mapping[DocId, list[Span]]:
    found: dict[DocId, list[Span]] = defaultdict(list)
    for each in repeats:
        found[each.doc].append(each.again)
    return found


def _passages(
    shared: Iterable[Shared], articles: Sequence[Article], again: Mapping[DocId, list[Span]], directions: _Directions, pack: Pack
) -> Iterable[Passage]:
    for each in shared:
        a, b = articles[each.a], articles[each.b]
        one = Place(a.doc.id, Span(each.pieces[0][0].start, each.pieces[-1][0].end))
        other = Place(b.doc.id, Span(each.pieces[0][1].start, each.pieces[-1][1].end))
        if not any(overlap(place.span, span) * 2 > len(place.span) for place in (one, other) for span in again.get(place.doc, ())):
            reason = directions.reason(a, b)
            yield Passage(one, other, _kind(each), each.words, changes(each, a, b, pack.grammar), bool(reason), reason)


def _kind(shared: Shared) -> Kind:
    if shared.is_quoted:
        return "shared-quote"
    return "verbatim" if len(shared.pieces) == 1 else "edited"
