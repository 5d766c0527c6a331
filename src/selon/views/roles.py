"""Who was what, when: the titles that articles set beside a name."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.lines import Who, dateline
from selon.core.marks import Mention
from selon.core.roles import Role
from selon.core.text import Evidence, Span
from selon.folds.identity.describe import Sense, Senses
from selon.lang.match import fold
from selon.lang.roles import Spokes

_GAP_CHARS = 40
_TITLED = frozenset(["person"])
Key = tuple[str, str, str, str, str]


@dataclass(slots=True)
class _Found:
    words: Counter[str] = field(default_factory=Counter)
    days: list[Days] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def roles(analyses: Iterable[Analysis], who: Who, senses: Senses, spokes: Spokes) -> tuple[Role, ...]:
    """Return the titles of persons by actor, the earliest first; titles that say the same are one role.

    analyses: with their mentions and dates, in any order
    """
    found: dict[Key, _Found] = {}
    for analysis in analyses:
        days = published_days(analysis)
        for actor, title, place in _titles(analysis, who):
            sense = senses.of(title.of(analysis.doc.raw))
            words = " ".join(title.of(analysis.doc.raw).split())
            each = found.setdefault((actor, sense.head or sense.plain, sense.state, sense.portfolio, _held(sense, words, spokes)), _Found())
            each.words[words] += 1
            each.days += [days] if days else []
            each.evidence.append(Evidence.cite(analysis.doc, place))
    made = (_role(key, each) for key, each in found.items())
    return tuple(sorted(made, key=lambda role: (role.actor, role.first or "~", role.last, role.title, role.held)))


def _titles(analysis: Analysis, who: Who) -> Iterator[tuple[str, Span, Span]]:
    """Yield actor, title, and the title with the name where they stand together; each title once."""
    seen: set[Span] = set()
    for mention in sorted(analysis[Mention], key=lambda each: (each.form != "name", each.span)):
        title = mention.near if mention.form == "name" else mention.span if mention.form == "description" else None
        if title is None or mention.near is None or mention.kind not in _TITLED or title in seen:
            continue
        actor = who.actor(analysis.doc.id, mention.span)
        if actor:
            seen.add(title)
            yield actor, title, _together(mention.span, mention.near)


def _together(one: Span, other: Span) -> Span:
    whole = Span.cover(one, other)
    return whole if len(whole) - len(one) - len(other) <= _GAP_CHARS else min(one, other, key=len)


def _held(sense: Sense, words: str, spokes: Spokes) -> str:
    if fold(words).startswith(spokes.upcoming):
        return "later"
    return "before" if sense.former else "now"


def published_days(analysis: Analysis) -> Days | None:
    """Return the days on which an article may have appeared; ``None`` if nothing tells."""
    known = dateline(analysis)
    return known.days if known else Days.parse(analysis.doc.published)


def _role(key: Key, found: _Found) -> Role:
    actor, _, state, _, held = key
    title = min(found.words.items(), key=lambda item: (-item[1], len(item[0]), item[0]))[0]
    first = min((days.first.isoformat() for days in found.days), default="")
    last = max((days.last.isoformat() for days in found.days), default="")
    return Role(actor, title, state, held, first, last, tuple(sorted(set(found.evidence))))
