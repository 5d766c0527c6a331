"""The parts of a dossier: made by folds over all articles, and not again while nothing that they rest on has changed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from selon.building.report import Tally
from selon.core.corrections import Correction
from selon.core.dossier import Cast
from selon.core.errors import SelonError
from selon.core.issues import Issue
from selon.core.ports import Store
from selon.lang.pack import Pack
from selon.plan import Fold, digest
from selon.stores.corrected import cast_key, put_corrected, suggestion
from selon.stores.parts import CAST
from selon.stores.places import MisplacedError

DOSSIER = "dossier"
"""The input that issues about the dossier as a whole are kept under."""


class Parts:
    """Makes the parts of one dossier, in one build."""

    def __init__(self, store: Store, pack: Pack, log: Sequence[Correction], tally: Tally) -> None:
        self.store, self.pack, self.log, self.tally = store, pack, log, tally

    def key(self, fold: Fold) -> str:
        prints = [self.pack.fingerprint(section) for section in fold.reads]
        return digest([fold.name, str(fold.version), self.store.fingerprint(fold.needs), *prints])

    def make(self, fold: Fold) -> None:
        """Make a part of the dossier again, unless nothing that it is made of has changed."""
        key = self.key(fold)
        if self.store.part_key(fold.name) == (cast_key(key, self.log) if fold.name == CAST else key):
            return
        began = time.perf_counter()
        try:
            value = suggestion(self.store, key) if fold.name == CAST else None
            self._put(fold.name, key, value or fold.run(self.store.analyses(fold.needs), self.pack))
        except MisplacedError as error:
            self._lose(fold, error.message)
        except SelonError:
            raise
        except Exception as error:
            self._lose(fold, f"{type(error).__name__}: {error}")
        self.tally.work({fold.name: time.perf_counter() - began})

    def _put(self, name: str, key: str, value: Any) -> None:
        if isinstance(value, Cast):
            put_corrected(self.store, value, key, self.log)
        else:
            self.store.put_part(name, key, value)

    def _lose(self, fold: Fold, message: str) -> None:
        self.store.forget_part(fold.name)
        self.tally.issues.append((DOSSIER, Issue(DOSSIER, fold.name, message, "a fault of selon: report it with the articles", lost=True)))
