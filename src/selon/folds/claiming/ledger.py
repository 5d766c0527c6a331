"""The ledger: threads as claims, with their states, flags and counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from selon.core.claims import UNSAID, Claim, ClaimEntry, Sightings, is_undone
from selon.core.corrections import Correction
from selon.core.days import Days
from selon.core.dossier import CONFIRMED, SUGGESTED, Cast
from selon.core.reuse import Reuse
from selon.core.text import DocId, Span
from selon.folds.claiming.corrected import Texts, corrected
from selon.folds.claiming.flags import claim_flags, entry_flags
from selon.folds.claiming.held import Held, Thread, by_date, entry_id, held
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.roots import originator, roots
from selon.folds.claiming.threads import threads
from selon.folds.copying.copies import Copies

_FEW = 10
"""One concerned by a claim is named by one in so many entries at least."""
_CONFIRMS = frozenset(["confirm", "admit"])
_BESIDE = frozenset(["narrate", "ask", "praise", "thank"])
"""Stances that make no claim by themselves."""
_SOFT = frozenset(["CONSULT", "PROTEST", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "COERCE"])
"""Types of which nothing is claimed where they are only taken for granted; nor is it of deeds that nobody is said to have done."""
_TOLD = frozenset(["narrate", "assert", "confirm", "admit"])


def ledger(
    sightings: Sightings, cast: Cast, reuse: Reuse | None = None, *, log: Iterable[Correction] = (), texts: Texts = lambda doc: None
) -> tuple[Claim, ...]:
    """Return the claims of a dossier, those first on which most is said: alleged, denied, confirmed or asserted.

    What only the narrator tells is an event and no claim, unless it is a pact that several articles tell.

    log:   what a person corrected; the same entries give the same claims, whatever the order they came in
    texts: the raw text of an article; ``None`` if the dossier does not have it
    """
    parties, copies = Parties(sightings, cast), Copies(reuse or Reuse())
    found = corrected(threads([held(each, parties) for each in sightings.sightings], parties), log, texts).threads
    made = [thread for thread in found if thread.id or _is_claim(thread)]
    return tuple(sorted((_claim(thread, parties, copies) for thread in made), key=_by_weight))


def _by_weight(claim: Claim) -> tuple[int, int, str]:
    said = sum(entry.stance not in UNSAID for entry in claim.entries)
    return -said, -len(claim.entries), claim.id


def _is_claim(thread: Thread) -> bool:
    if any(each.sighting.mark.stance not in _BESIDE and not _is_only_granted(each) for each in thread.held):
        return True
    is_pact = thread.held[0].family[0] == "AGREE"
    return is_pact and len({each.sighting.evidence.doc for each in thread.held}) > 1


def _is_only_granted(each: Held) -> bool:
    return each.sighting.mark.stance == "presuppose" and (each.family[0] in _SOFT or not each.about)


def _claim(thread: Thread, parties: Parties, copies: Copies) -> Claim:
    kept, first = _distinct(sorted(thread.held, key=by_date)), thread.first
    about = Counter(actor for each in kept for actor in each.about)
    actor = min(about, key=lambda name: (-about[name], name)) if about else ""
    whom = Counter(name for each in kept for name in each.recipient if name != actor)
    recipient = tuple(sorted(name for name, count in whom.items() if count * _FEW >= len(kept)))
    found = roots(kept, parties, copies)
    entries = tuple(
        _entry(each, root, parties, entry_flags(kept, number, parties, copies))
        for number, (each, root) in enumerate(zip(kept, found.ids, strict=True))
    )
    thing = first.sighting.mark.object
    documents = len({entry.evidence.doc for entry in entries})
    return Claim(
        id=thread.name, tier=CONFIRMED if thread.id else SUGGESTED,
        title=thread.title or _title(_kind(first, entries), actor, recipient, thing, parties),
        type=first.sighting.mark.type, actor=actor, recipient=recipient,
        object=thing, called=thread.title, state=_state(kept, parties),
        documents=documents, roots=found.most, roots_least=found.least, chains=found.chains,
        parties=len({entry.party for entry in entries if entry.party}), flags=claim_flags(kept, entries, parties), entries=entries,
    )  # fmt: skip


def _distinct(ordered: Sequence[Held]) -> list[Held]:
    """Leave out what one article shows twice in the same words by the same source, and what a source takes for granted as it says it."""
    said: dict[tuple[DocId, str], list[Span]] = defaultdict(list)
    for each in ordered:
        if each.sighting.mark.stance != "presuppose":
            said[each.sighting.evidence.doc, each.actor].append(each.sighting.evidence.span)
    kept: dict[tuple[object, ...], Held] = {}
    for each in ordered:
        place, stance = each.sighting.evidence, each.sighting.mark.stance
        if stance != "presuppose" or not any(span.overlaps(place.span) for span in said[place.doc, each.actor]):
            kept.setdefault((place, each.actor, stance), each)
    return list(kept.values())


def _entry(each: Held, root: str, parties: Parties, flags: tuple[str, ...]) -> ClaimEntry:
    mark, sighting = each.sighting.mark, each.sighting
    return ClaimEntry(
        id=entry_id(each, mark.stance), article=sighting.article, evidence=sighting.evidence, stance=mark.stance, actor=each.actor,
        party=parties.party(each.actor) if each.actor else "", originator=originator(each, parties) if each.actor else "",
        to=each.to, via=each.via,
        date=each.date if Days.parse(each.date) else sighting.published,
        published=sighting.published, root=root, modality=mark.modality, strength=mark.strength, flags=flags, about=each.about,
        recipient=each.recipient, score=mark.score, why=each.why,
    )  # fmt: skip


def _kind(first: Held, entries: Sequence[ClaimEntry]) -> str:
    """Return the type of what is claimed, with "not" where it is only said that it is not so."""
    return f"not {first.sighting.mark.type}" if is_undone(entries) else first.sighting.mark.type


def _title(kind: str, actor: str, recipient: Sequence[str], thing: str, parties: Parties) -> str:
    """Return a plain label: who, what kind of deed, to whom."""
    whom = ", ".join(parties.name(each) for each in recipient)
    what = f"{kind} {thing}".strip()
    return " → ".join(part for part in (parties.name(actor) if actor else "?", what, whom) if part)


def _state(kept: Sequence[Held], parties: Parties) -> str:
    """Return how a claim stands at its end; never that it is true.

    A denial of no known day, or one in an article where its own side confirms, is taken to come before that side's admission.
    """
    stances = [each.sighting.mark.stance for each in kept]
    accused = parties.of(actor for each in kept for actor in each.about)
    last_denial = max((number for number, stance in enumerate(stances) if stance == "deny"), default=-1)
    confirmed = [(number, each) for number, each in enumerate(kept) if stances[number] in _CONFIRMS]
    owned = {(each.sighting.evidence.doc, parties.party(each.actor)) for _, each in confirmed}
    denials = [(number, each) for number, each in enumerate(kept) if stances[number] == "deny" and each.days]
    later = (number for number, each in denials if (each.sighting.evidence.doc, parties.party(each.actor)) not in owned)
    last_dated = max(later, default=-1)
    if any(number > last_dated and parties.party(each.actor) in accused for number, each in confirmed):
        return "confirmed-by-accused"
    if any(number > last_denial for number, _ in confirmed):
        return "confirmed-by-third"
    if last_denial >= 0 and any(stance in ("allege", "suspect", "assert", "narrate") for stance in stances):
        return "contested"
    planned = [number for number, each in enumerate(kept) if each.sighting.mark.status == "planned" or stances[number] == "expect"]
    done = [number for number, each in enumerate(kept) if stances[number] in _TOLD and each.sighting.mark.status == "actual"]
    if planned and (not done or done[-1] > planned[0]):
        return "realised" if done else "planned"
    return "narrated" if "narrate" in stances else "open"
