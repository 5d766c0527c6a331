"""Who sends, lends or withdraws troops, where the description of these does not tell whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from selon.core.marks import Mention
from selon.core.text import Span
from selon.lang.actors import Knowledge
from selon.lang.match import fold

_SENTENCE_END = re.compile(r"[.!?…][\"»”)]*\s|\n")
_SENDERS = ("state", "person")
_SENT = ("unit", "group")
_REACH_CHARS, _AFTER_CHARS, _NAME_CHARS = 200, 60, 200


def sent(raw: str, mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[tuple[Span, Span]]:
    """Yield the place of each description of troops with that of the power or leader who sends them.

    Somebody is who sends them if a verb or noun of sending stands between ("Oslo a déployé des soldats", "l'envoi par Oslo de soldats"),
    or one before "par" behind ("des soldats envoyés par Oslo").
    """
    words = "|".join(knowledge.words.sending)
    before, behind = re.compile(rf"\b(?:{words})"), re.compile(rf"^[^.;:]*\b(?:{words})\w*(?: \w+)? par (?:l[ae] |l'|les )?$")
    senders = sorted(mention.span for mention in mentions if mention.kind in _SENDERS)
    for mention in mentions:
        if mention.kind in _SENT and mention.form == "description":
            low, high = (bisect_left(senders, place, key=lambda span: span.start) for place in _around(mention.span))
            sender = _leading(raw, mention.span, senders[low:high], before) or _following(raw, mention.span, senders[low:high], behind)
            if sender:
                yield mention.span, sender


def _around(troops: Span) -> tuple[int, int]:
    """Return between which characters somebody is named who may send troops; names have no more than so many before their reach."""
    return troops.start - _REACH_CHARS - _NAME_CHARS, troops.end + _AFTER_CHARS + 1


def _leading(raw: str, troops: Span, senders: Sequence[Span], sending: re.Pattern[str]) -> Span | None:
    """Return the nearest of those named before troops in their sentence who have a word of sending behind them."""
    for other in reversed(senders):
        near = 0 <= troops.start - other.end <= _REACH_CHARS
        between = raw[other.end : troops.start] if near else ""
        if near and not _SENTENCE_END.search(between) and sending.search(fold(between)):
            return other
    return None


def _following(raw: str, troops: Span, senders: Sequence[Span], sending: re.Pattern[str]) -> Span | None:
    near = (span for span in senders if 0 <= span.start - troops.end <= _AFTER_CHARS)
    return next((span for span in near if sending.search(fold(raw[troops.end : span.start]))), None)
