"""Who sends, lends or withdraws troops, where the description of these does not tell whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selon.core.marks import Mention
from selon.core.text import Span
from selon.lang.actors import Knowledge
from selon.lang.match import fold

_SENTENCE_END = re.compile(r"[.!?…][\"»”)]*\s|\n")
_SENDERS = ("state", "person")
_SENT = ("unit", "group")
_REACH_CHARS, _AFTER_CHARS = 200, 60


def sent(raw: str, mentions: Sequence[Mention], knowledge: Knowledge) -> Iterator[tuple[Span, Span]]:
    """Yield the place of each description of troops with that of the power or leader who sends them.

    Somebody is who sends them if a verb or noun of sending stands between ("Oslo a déployé des soldats", "l'envoi par Oslo de soldats"),
    or one before "par" behind ("des soldats envoyés par Oslo").
    """
    words = "|".join(knowledge.words.sending)
    before, behind = re.compile(rf"\b(?:{words})"), re.compile(rf"^[^.;:]*\b(?:{words})\w*(?: \w+)? par (?:l[ae] |l'|les )?$")
    for mention in mentions:
        if mention.kind in _SENT and mention.form == "description":
            sender = _leading(raw, mention.span, mentions, before) or _following(raw, mention.span, mentions, behind)
            if sender:
                yield mention.span, sender


def _leading(raw: str, troops: Span, mentions: Sequence[Mention], sending: re.Pattern[str]) -> Span | None:
    """Return the nearest of those named before troops in their sentence who have a word of sending behind them."""
    for other in sorted(mentions, key=lambda each: each.span, reverse=True):
        near = 0 <= troops.start - other.span.end <= _REACH_CHARS and other.kind in _SENDERS
        between = raw[other.span.end : troops.start] if near else ""
        if near and not _SENTENCE_END.search(between) and sending.search(fold(between)):
            return other.span
    return None


def _following(raw: str, troops: Span, mentions: Sequence[Mention], sending: re.Pattern[str]) -> Span | None:
    near = (each for each in mentions if each.kind in _SENDERS and 0 <= each.span.start - troops.end <= _AFTER_CHARS)
    return next((each.span for each in near if sending.search(fold(raw[troops.end : each.span.start]))), None)
