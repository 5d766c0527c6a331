"""Stages and folds: what each needs and makes, in what order, and when its work must be done again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from selon.core.analysis import Analysis
from selon.core.composed import Composed
from selon.core.errors import PlanError
from selon.core.marks import Mark
from selon.core.text import Document
from selon.lang.pack import Pack

StageFunction = Callable[[Analysis, Pack], Iterable[Mark]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One layer of one article: a pure function and its contract.

    needs:   kinds of mark that must be laid before
    reads:   sections of the language pack that its result depends on
    record:  whether the result depends on what came with the text (date, title, outlet)
    version: raised whenever the result may change
    """

    name: str
    run: StageFunction
    makes: type
    needs: tuple[type, ...]
    reads: tuple[str, ...]
    record: bool
    version: int

    def lay(self, analysis: Analysis, pack: Pack) -> Analysis:
        """Return the analysis with this stage's layer; a stage reads an accent as part of its letter, however it is written."""
        whole = Composed.of(analysis.doc.raw)
        if whole is None:
            return analysis.with_layer(self.makes, self.run(analysis, pack))
        return analysis.with_layer(self.makes, map(whole.back, self.run(whole.analysis(analysis), pack)))


def stage(
    *, makes: type, needs: tuple[type, ...] = (), reads: tuple[str, ...] = (), record: bool = False, version: int = 1
) -> Callable[[StageFunction], Stage]:
    """Make a stage of a function ``(Analysis, Pack) -> marks``."""
    return lambda run: Stage(run.__name__, run, makes, needs, reads, record, version)


@dataclass(frozen=True, slots=True)
class Fold:
    """One part of a dossier, from many articles in any order."""

    name: str
    run: Callable[[Iterable[Analysis], Pack], Any]
    needs: tuple[type, ...]
    reads: tuple[str, ...]
    version: int


def fold(
    *, needs: tuple[type, ...], reads: tuple[str, ...] = (), version: int = 1
) -> Callable[[Callable[[Iterable[Analysis], Pack], Any]], Fold]:
    """Make a fold of a function ``(analyses, Pack) -> part of a dossier``."""
    return lambda run: Fold(run.__name__, run, needs, reads, version)


def ordered(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """Put stages in an order in which each finds what it needs.

    raises: PlanError if two make the same kind of mark, or if none makes what one needs
    """
    makers = {each.makes: each for each in stages}
    if len(makers) < len(stages):
        raise PlanError("two stages make the same kind of mark", fix="name one maker for each kind")
    done: dict[type, Stage] = {}

    def place(each: Stage, waiting: tuple[type, ...]) -> None:
        if each.makes in done:
            return
        for kind in each.needs:
            if kind in waiting or kind not in makers:
                raise PlanError(f"no stage lays {kind.__name__} before {each.name}", fix="add its maker to the plan")
            place(makers[kind], (*waiting, each.makes))
        done[each.makes] = each

    for each in stages:
        place(each, ())
    return tuple(done.values())


_NOTHING_SET: Mapping[type, str] = MappingProxyType({})


def layer_keys(stages: Sequence[Stage], doc: Document, pack: Pack, *, confirmed: Mapping[type, str] = _NOTHING_SET) -> dict[type, str]:
    """Return the cache key of each layer: what it was made from, hashed.

    stages: in order. A key changes with the text, the stage's version, the sections
    of the pack that it reads, and the key of any layer that it needs, so a change
    runs again just what depends on it.
    confirmed: layers that a person set in place of the stage's, and what they say
    """
    record = repr(replace(doc, raw="", source=""))
    keys: dict[type, str] = {}
    for each in stages:
        if each.makes in confirmed:
            keys[each.makes] = digest([doc.id, each.name, "confirmed", confirmed[each.makes]])
            continue
        parts = [doc.id, each.name, str(each.version), *(pack.fingerprint(section) for section in each.reads)]
        parts += [keys[kind] for kind in each.needs] + ([record] if each.record else [])
        keys[each.makes] = digest(parts)
    return keys


def digest(parts: Iterable[str]) -> str:
    """Return a short hash of some words."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def analyse(
    analysis: Analysis, stages: Sequence[Stage], pack: Pack, *, skip: Mapping[type, str] | frozenset[type] = frozenset()
) -> Analysis:
    """Run stages, in the order given, over one article; layers named in ``skip`` are taken as they are."""
    for each in stages:
        if each.makes not in skip:
            analysis = each.lay(analysis, pack)
    return analysis
