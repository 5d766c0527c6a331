"""Correcting a dossier: one entry more in its log, and everything that follows from it."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from selon.app import french, redated, replay
from selon.building.plan import Plan
from selon.core.claims import Claim
from selon.core.corrections import ActorRef, Correction, Entry, about_claims
from selon.core.dossier import Cast
from selon.core.errors import InputError
from selon.core.marks import Dateline, Statement, TimeExpr
from selon.core.ports import Store
from selon.core.text import DocId, Document
from selon.exports.ledger import claims_of
from selon.folds.correcting.replay import Outcome
from selon.lang.pack import Pack
from selon.stores.corrected import recast
from selon.stores.knowledge import pack_of
from selon.stores.sqlite import opened_for_build
from selon.views.changes import Change, changed_actors, changed_articles, changed_claims, changed_date, changed_statements
from selon.views.choice import actors_named
from selon.views.pointing import claim_reference, known, one_actor, one_claim, reference

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class Desk:
    """What a person has before them when they correct a dossier."""

    store: Store
    log: tuple[Entry, ...]
    plan: Callable[[], Plan]

    @cached_property
    def cast(self) -> Cast:
        return self.store.cast()

    @cached_property
    def docs(self) -> Sequence[Document]:
        return tuple(self.store.documents())

    @cached_property
    def pack(self) -> Pack:
        return pack_of(self.store, self.plan().pack)

    def actor(self, name: str) -> ActorRef:
        """Return the only actor of a name, in any of its writings.

        raises: InputError if there is none, or more than one
        """
        return reference(self.cast, one_actor(self.cast, name, self.pack.sounds), self.doc)

    @cached_property
    def claims(self) -> Sequence[Claim]:
        return claims_of(self.store)

    def claim(self, id: str) -> ActorRef:
        """Return the claim of an id, or of the beginning of just one.

        raises: InputError if there is none, or more than one
        """
        return claim_reference(one_claim(self.claims, id), self.doc)

    def actor_or_known(self, name: str) -> ActorRef:
        """Return an actor of the dossier, else one that only the knowledge base has."""
        if not actors_named(self.cast, name) and (found := known(self.pack.actors, name)):
            return found
        return self.actor(name)

    def doc(self, id: DocId) -> Document | None:
        return self.store.document(id)


@dataclass(frozen=True, slots=True)
class Done:
    """What a correction did, or would do. ``number``: its number in the log, 0 if it was only tried."""

    correction: Correction
    number: int
    change: Change
    outcome: Outcome


def correct(
    dossier: Path,
    make: Callable[[Desk], Correction],
    *,
    now: datetime,
    by: str = "",
    only_try: bool = False,
    plan: Callable[[], Plan] = french,
) -> Done:
    """Add the correction that ``make`` returns to the log and replay it; ``only_try`` changes nothing.

    raises: InputError if what it points at is not there; StoreError if the dossier cannot be written
    """
    _refuse_absent(dossier)
    with opened_for_build(dossier) as store:
        desk = Desk(store, store.corrections(), plan)
        entry = replace(make(desk), made=_moment(desk.log, now), by=by)
        if entry.fault:
            raise InputError(entry.fault, fix="selon corrections --help")
        log = [*(each.correction for each in desk.log), entry]
        after = recast(store, log)
        change, outcome = _change(desk, log, after.cast), after.outcomes[entry.id]
        if only_try:
            return Done(entry, 0, change, outcome)
        store.add_corrections([entry])
        replay(store, plan)
        number = next(each.number for each in store.corrections() if each.correction.id == entry.id)
        return Done(entry, number, change, outcome)


def take_in(dossier: Path, corrections: Iterable[Correction], *, plan: Callable[[], Plan] = french) -> tuple[int, Change]:
    """Add another log's entries to that of a dossier, and replay it; return how many were new, and what they change."""
    _refuse_absent(dossier)
    with opened_for_build(dossier) as store:
        desk, new = Desk(store, store.corrections(), plan), tuple(corrections)
        log = [*(each.correction for each in desk.log), *new]
        change = _change(desk, log, recast(store, log).cast)
        count = store.add_corrections(new)
        replay(store, plan)
        return count, change


def _refuse_absent(dossier: Path) -> None:
    if not dossier.is_file():
        raise InputError("there is no such dossier", where=str(dossier), fix="selon build ARTICLES -o DOSSIER makes one")


def _moment(log: Iterable[Entry], now: datetime) -> str:
    """Return the time of an entry: now, or just after the last entry if that is later, so that it counts after all of them."""
    last = max((datetime.fromisoformat(each.correction.made) for each in log if each.correction.made), default=None)
    moment = now.astimezone(UTC)
    return (moment if last is None or last < moment else last + _TICK).isoformat(timespec="microseconds")


def _change(desk: Desk, log: Sequence[Correction], after: Cast) -> Change:
    """Return what a log changes that has more entries than the dossier's own. ``after``: the cast that it makes."""
    before = desk.cast
    touched = changed_articles(before, after)
    analyses = (desk.store.analysis(doc, (Statement,)) for doc in sorted(touched))
    dated = [changed_date(desk.store.analysis(each.doc.id, (Dateline, TimeExpr)), each) for each in redated(desk.store, log, desk.plan)]
    own = [each.correction for each in desk.log]
    claims = changed_claims(claims_of(desk.store), claims_of(desk.store, log)) if about_claims(own) != about_claims(log) else ()
    return Change(
        changed_actors(before, after), changed_statements(analyses, before, after),
        tuple(date for each in dated for date in each.dates), sum(each.times for each in dated), claims,
    )  # fmt: skip
