"""The article as dating reads it: its time phrases, and how each is told."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.core.days import Days
from selon.core.marks import TimePhrase, ZoneKind
from selon.lang.times import Times
from selon.stages.resolve.reading import Reading, Told, Value
from selon.stages.resolve.spans import days_of
from selon.stages.resolve.tense import FUTURE, PAST

STORY = (ZoneKind.BODY, ZoneKind.SUBHEAD)
LEAD_CHARS = 700
_BEFORE_CHARS = 160
_NEWS = ("this", "weekday")
_DATED = ("day_of_month", "month", "season", "year", "day_in_figures")


@dataclass(frozen=True, slots=True)
class Text:
    """The phrases of an article, its folded text, and where its story begins."""

    phrases: Sequence[TimePhrase]
    folded: str
    times: Times
    start: int

    def story(self, *ways: str) -> Iterator[TimePhrase]:
        """Yield the phrases of the story itself that are counted in one of these ways."""
        return (phrase for phrase in self.phrases if phrase.zone in STORY and self.gives(phrase) in ways)

    def gives(self, phrase: TimePhrase) -> str:
        return self.times.by_id[phrase.rule].gives

    def reading(self, phrase: TimePhrase) -> Reading:
        return Reading(phrase, self.times.by_id[phrase.rule], self.times, None, Told())

    @property
    def years(self) -> range:
        """The years of publication that are thought of."""
        first, last = self.times.weights["published_years"]
        return range(int(first), int(last) + 1)

    def nearness(self, phrase: TimePhrase) -> str:
        """Return the way in which a day without year is near: ``this_ahead``, ``weekday``, ``last`` ..."""
        reading, ahead = self.reading(phrase), "_ahead" if phrase.tense == FUTURE else ""
        if self._is_this(phrase):
            return "this" + ahead
        if reading.word("weekday"):
            return "weekday" + ahead
        if reading.shift:
            return "last" if reading.shift < 0 else "next"
        return "plain" + (ahead or ("" if phrase.tense == PAST else "_now"))

    def _is_this(self, phrase: TimePhrase) -> bool:
        """Whether a day is told as that of writing: ``ce 27 juillet``, or a line of its own before the story."""
        begin, end = self.folded.rfind("\n", 0, phrase.span.start) + 1, self.folded.find("\n", phrase.span.start)
        line = self.folded[begin : end if end >= 0 else None]
        is_alone = phrase.span.start < self.start + LEAD_CHARS and len(line.strip()) == len(phrase.span)
        return is_alone or any(self.folded.startswith(form + " ", phrase.span.start) for form in self.times.words["this"])

    def is_past(self, phrase: TimePhrase) -> bool:
        """Whether a date is told as past: by its tense, as a day of the news, or as a mere remark in brackets."""
        return phrase.tense == PAST or self.is_news(phrase) or self.is_aside(phrase)

    def is_aside(self, phrase: TimePhrase) -> bool:
        """Whether a date stands alone in brackets, where it has no tense: ``(1979)``."""
        return self.folded[phrase.span.start - 1 : phrase.span.start] == "(" and self.folded[phrase.span.end : phrase.span.end + 1] == ")"

    def is_news(self, phrase: TimePhrase) -> bool:
        """Whether a day is told as those of the news are, with « ce » or its weekday, and not as one ahead."""
        return self.gives(phrase) == "day_of_month" and self.nearness(phrase) in _NEWS

    def is_loose(self, phrase: TimePhrase) -> bool:
        """Whether a date is told as of something to come, whatever the tense: ``pour 2019``, ``les municipales de 2020``."""
        return bool(self.times.clues["loose_year"].search(self.before(phrase)))

    def before(self, phrase: TimePhrase) -> str:
        return self.folded[max(0, phrase.span.start - _BEFORE_CHARS) : phrase.span.start]


def full_days(text: Text, phrase: TimePhrase, counts: Mapping[str, Callable[[Reading], Value | None]]) -> Days | None:
    """Return the days of a phrase that tells its year itself."""
    if text.gives(phrase) not in _DATED or not phrase.slot("year"):
        return None
    value = counts[text.gives(phrase)](text.reading(phrase))
    return days_of(value.value, value.mod) if value else None
