"""What changed along a claim: reversals, drift, a denial that later copies leave out."""

from __future__ import annotations

from collections.abc import Sequence

from selon.core.claims import ClaimEntry
from selon.folds.claiming.held import EQUAL, Held
from selon.folds.claiming.parties import Parties
from selon.folds.claiming.roots import place_of
from selon.folds.claiming.words import alike
from selon.folds.copying.copies import Copies

_FOR, _AGAINST = frozenset(["confirm", "admit", "assert"]), frozenset(["deny", "reject"])
_CLAIMED = frozenset(["allege", "suspect", "assert", "presuppose"])
_BOTH = 2
_ALLEGES = frozenset(["allege", "suspect"])


def entry_flags(kept: Sequence[Held], number: int, parties: Parties, copies: Copies) -> tuple[str, ...]:
    """Return the flags of one entry against those before it."""
    one, before = kept[number], kept[:number]
    found = set()
    if any(copies.share(place_of(one), place_of(other)) or (alike(one.words, other.words) and _elsewhere(one, other)) for other in before):
        found.add("reuse")
    if _has_drifted(one, before, parties):
        found.add("drift")
    if any(_is_reversed(other, one, parties) for other in before):
        found.add("reversal")
    if _is_anothers(one, before, parties):
        found.add("attribution-drift")
    if _stance(one) in _ALLEGES and _drops_denial(one, kept):
        found.add("denial-dropped")
    if _stance(one) == "narrate" and any(_stance(other) in _ALLEGES for other in before):
        found.add("modality-shift")
    if one.sighting.mark.answers:
        found.add("scope")
    return tuple(sorted(found))


def claim_flags(kept: Sequence[Held], entries: Sequence[ClaimEntry], parties: Parties) -> tuple[str, ...]:
    found = {flag for entry in entries for flag in entry.flags if flag in ("reversal", "drift", "scope")}
    if any(_stance(each) in _AGAINST for each in kept):
        found.add("denied")
    told = [each for each in kept if _stance(each) == "narrate"]
    if any(one.sighting.mark.status == "denied" and other.sighting.mark.status == "actual" for one in told for other in told):
        found.add("contradiction")
    return tuple(sorted(found))


def _stance(each: Held) -> str:
    return each.sighting.mark.stance


def _elsewhere(one: Held, other: Held) -> bool:
    return one.sighting.evidence.doc != other.sighting.evidence.doc


def _is_anothers(one: Held, before: Sequence[Held], parties: Parties) -> bool:
    """Whether what one is known by name to have said was told as another's before, who is known by name too, and never as theirs.

    What several ask, praise or promise each does for themselves.
    """
    if _stance(one) not in _CLAIMED:
        return False
    same = [other for other in before if _stance(one) == _stance(other) and _elsewhere(one, other)]
    tellers = {other.actor for other in same if alike(one.words, other.words)}
    return one.actor in parties.named and one.actor not in tellers and bool(tellers & parties.named)


def _has_drifted(one: Held, before: Sequence[Held], parties: Parties) -> bool:
    """Whether the doer or the one concerned is another than where the claim was first made.

    Of a pact or a meeting no side is the doer, and a state may stand for one of its own. Those without a name may be the same.
    """
    first = next((each for each in before if each.about), None)
    if first is None or not one.about or not _elsewhere(first, one):
        return False
    if one.family[0] in EQUAL:
        mine, its = (*one.about, *one.recipient), (*first.about, *first.recipient)
        return parties.matched(mine, its) < min(_BOTH, len(mine), len(its))
    moved = {*one.recipient, *first.recipient} <= parties.named and _differ(one.recipient, first.recipient)
    return moved or not set(one.about) & set(first.about)


def _differ(mine: Sequence[str], its: Sequence[str]) -> bool:
    """Whether both name somebody, and nobody is named by both."""
    return bool(mine and its) and not set(mine) & set(its)


def _is_reversed(earlier: Held, later: Held, parties: Parties) -> bool:
    """Whether one side first denies and then confirms, or the other way round."""
    if not earlier.actor or not later.actor or parties.party(earlier.actor) != parties.party(later.actor):
        return False
    is_turned = (_stance(earlier) in _AGAINST and _stance(later) in _FOR) or (_stance(earlier) in _FOR and _stance(later) in _AGAINST)
    return is_turned and _elsewhere(earlier, later)


def _drops_denial(one: Held, kept: Sequence[Held]) -> bool:
    """Whether an article tells an allegation without the denial that an earlier one told beside it."""
    doc = one.sighting.evidence.doc
    if any(_stance(each) in _AGAINST and each.sighting.evidence.doc == doc for each in kept):
        return False
    return any(_stance(each) in _AGAINST and each.sighting.first and each.sighting.last < one.sighting.first for each in kept)
