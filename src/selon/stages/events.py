"""What happened between actors, when, where, and on whose word: events, from triggers and from acts of speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.core.analysis import Analysis
from selon.core.marks import EventMark, Mention, Part, Quote, Statement, TimeExpr, Token, Zone
from selon.core.text import Span
from selon.lang.pack import Pack
from selon.plan import stage
from selon.stages.happening.bidding import Bidding
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.roles import Roles
from selon.stages.happening.spoken import Spoken
from selon.stages.happening.targets import denies
from selon.stages.happening.triggers import Found, triggers

_NEXT_CHARS = 25
_BEHIND = (".incise", ".quote")
_OF_DEEDS = frozenset(["event.act-condemn", "event.act-ask", "event.act-demand"])
_IN_WORDS = frozenset(["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONSULT", "AGREE"])


@stage(
    makes=EventMark, needs=(Zone, Token, TimeExpr, Mention, Quote, Statement), reads=("grammar", "speech", "actors", "events"), version=13,
)  # fmt: skip
def events(analysis: Analysis, pack: Pack) -> Iterator[EventMark]:
    """Yield an event for each trigger and each telling act of speech in the body; what a person merges is left to the dossier."""
    if not analysis[Token]:
        return
    plot = Plot(analysis, pack)
    parties = Parties(plot)
    spoken = list(Spoken(plot, parties).events())
    roles = Roles(plot, parties)
    cues = [(each.cue, each.why.endswith(_BEHIND)) for each in plot.statements if each.cue]
    told = [event for choices in triggers(plot) if (event := _first(roles, choices)) and not _is_cue(event, cues)]
    kept = [event for event in told if not _is_doubled(event, spoken, told) and not _is_toll(plot, event, told)]
    bidding = Bidding(plot, parties)
    yield from _answered(plot, [bidding.completed(each) for each in (*(_completed(each, told) for each in spoken), *kept)])


def _completed(spoken: EventMark, told: Sequence[EventMark]) -> EventMark:
    """Give an act of speech the target that the same words have as a trigger, or the doer of the deed that it asks for or condemns."""
    deed = next((each for each in told if spoken.clause.contains(each.span) and each.span.start >= spoken.span.end), None)
    if deed and spoken.why in _OF_DEEDS and _is_of(spoken, deed):
        doers = tuple(part for part in deed.source if part.span not in {each.span for each in spoken.source})
        return replace(spoken, target=doers) if doers or _names(spoken.target, deed.target) else spoken
    if spoken.target:
        return spoken
    twin = next((each for each in told if each.type == spoken.type and each.span.overlaps(spoken.span) and each.target), None)
    return replace(spoken, target=twin.target) if twin else spoken


def _is_of(spoken: EventMark, deed: EventMark) -> bool:
    """Whether what is asked for or condemned is the deed: nobody is addressed, and nothing else is named before it."""
    return all(part.slot == "content" for part in spoken.target) and deed.type not in _IN_WORDS


def _names(told: Sequence[Part], suffering: Sequence[Part]) -> bool:
    """Whether those who are blamed are only those who suffer the deed."""
    return bool(told) and {part.span for part in told} <= {part.span for part in suffering}


def _first(roles: Roles, choices: Sequence[Found]) -> EventMark | None:
    """Return the event of the most specific entry, rather one that was than one that was not ("n'accepte pas" is a refusal)."""
    found = None
    for each in choices:
        event = roles.event(each)
        if event and event.status != "negated":
            return event
        found = found or event
    return found


def _is_cue(event: EventMark, cues: Sequence[tuple[Span, bool]]) -> bool:
    """Whether the words only report what was said: those of a message, and any behind the words they report."""
    return any(event.span.overlaps(cue) and (is_behind or event.type == "CONSULT") for cue, is_behind in cues)


def _is_doubled(event: EventMark, spoken: Sequence[EventMark], told: Sequence[EventMark]) -> bool:
    """Whether the same words tell it as an act of speech, or as part of a longer trigger."""
    if any(event.span.overlaps(other.span) and (event.type == other.type or other.span.contains(event.span)) for other in spoken):
        return True
    return any(_covers(other, event) for other in told if other is not event)


def _is_toll(plot: Plot, event: EventMark, told: Sequence[EventMark]) -> bool:
    """Whether these are the dead of an attack that the same sentence tells ("a lancé 620 drones, tuant six personnes")."""
    token = plot.tokens[plot.at(event.span.start)]
    is_outcome = not event.source or (token.feature("VerbForm"), token.feature("Tense")) == ("Part", "Pres")
    if event.type != "ASSAULT" or not is_outcome:
        return False
    sentence = plot.sentence_of[plot.at(event.span.start)]
    attacks = (other for other in told if other.type == "ASSAULT" and other.source and other.span.start < event.span.start)
    return any(plot.sentence_of[plot.at(other.span.start)] == sentence for other in attacks)


def _covers(other: EventMark, event: EventMark) -> bool:
    """Whether another trigger holds this one, or stands right before it and tells the same of the same ("la signature d'un accord")."""
    if other.span.contains(event.span) and len(other.span) > len(event.span):
        return True
    follows = other.span.end <= event.span.start <= other.span.end + _NEXT_CHARS
    return follows and (other.type, other.source, other.target) == (event.type, event.source, event.target)


def _answered(plot: Plot, found: Sequence[EventMark]) -> Iterator[EventMark]:
    """Yield events, those that a denial answers as denied: what it repeats, or what its "these accusations" point back at."""
    denials = [each for each in plot.statements if denies(plot, each)]
    for event in found:
        is_open = event.status in ("alleged", "actual") and event.per and not event.why.startswith("event.act")
        answers = is_open and any(any(piece.contains(event.span) for piece in denial.content) for denial in denials)
        yield replace(event, status="denied") if answers else event
