"""Whether somebody without a name is the one whom an article blames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.folds.claiming.held import Held, Thread
from selon.folds.claiming.parties import Parties

ALLEGES = frozenset(["allege", "suspect"])

Alleged = tuple[Held, Thread]


def is_lone(one: Held, here: Sequence[Alleged], parties: Parties) -> bool:
    """Whether an article blames just one, by name if it names any, and either that one or who answers has no name: they may be the same."""
    blamed = {actor for each, _ in here if each.sighting.mark.stance in ALLEGES for actor in each.about}
    named = blamed & parties.named
    chosen = blamed if one.actor in parties.named else named or blamed
    if len(chosen) != 1 or (one.actor not in parties.named and one.actor in parties.beside | parties.apart):
        return False
    only = next(iter(chosen))
    return parties.are_one_kind(one.actor, only) and len({one.actor, only} & parties.named) < 2


def known(one: Held, each: Held, parties: Parties) -> Held:
    """Return an answer of somebody without a name as that of the one who is blamed."""
    is_other = len(each.about) == 1 and one.actor not in (*each.about, *parties.named)
    return replace(one, actor=each.about[0]) if is_other else one
