"""What the middle of selon asks of its edges: to read, to keep, to run. Adapters fit these shapes."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from selon.core.analysis import Analysis
from selon.core.corrections import Correction, Entry
from selon.core.dossier import Cast
from selon.core.issues import Issue
from selon.core.queries import Query
from selon.core.text import DocId, Document, Evidence

T = TypeVar("T")
Read = Document | Issue


class Reader(Protocol):
    """One input that a person named."""

    def read(self) -> Iterator[Read]:
        """Yield articles one by one, and an issue for each thing that is no article. Never raises for bad material."""
        ...

    def count(self) -> int | None:
        """Return about how many articles there are, without reading them through; ``None`` if that cannot be told."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """An article to analyse.

    analysis: the article, with the layers that are kept as they are
    make:     the kinds of mark to lay
    """

    analysis: Analysis
    make: frozenset[type]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job.

    analysis: with all its layers; as it was in the job where there is an issue
    seconds:  name of the stage -> seconds of work
    issue:    why the article could not be analysed
    """

    analysis: Analysis
    seconds: Mapping[str, float]
    issue: Issue | None = None


class Engine(Protocol):
    """A way of running the same stages over many articles."""

    def run(self, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
        """Yield an outcome for each job, in any order, as they are done.

        Takes jobs as it can use them, from the caller's thread, so memory does not grow with their number.
        A stage that fails gives an outcome with an issue. Closing the iterator stops all work.
        raises: SelonError if no article could be analysed at all (a model that is not installed)
        """
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a search found, and each place where its words are."""

    doc: DocId
    article: str
    published: str
    title: str
    evidence: tuple[Evidence, ...]


class Store(Protocol):
    """Where a dossier is kept. Every method that fails raises StoreError."""

    def documents(self) -> Iterator[Document]:
        """Yield every article, by the likeliest date of publication, name and id; those that nothing dates come last."""
        ...

    def document(self, doc: DocId) -> Document | None: ...

    def layer_keys(self, doc: DocId) -> Mapping[str, str]:
        """Return the key of each layer kept for an article, by the name of its kind."""
        ...

    def analysis(self, doc: DocId, kinds: Collection[type]) -> Analysis:
        """Return an article and those of the layers that are kept.

        raises: StoreError if there is no such article
        """
        ...

    def analyses(self, kinds: Collection[type]) -> Iterator[Analysis]:
        """Yield every article with those of the layers that are kept, in the order of ``documents``."""
        ...

    def put(self, analysis: Analysis, keys: Mapping[type, str]) -> None:
        """Keep an article so that it has just the layers that ``keys`` names, in one transaction.

        A layer that is kept under the same key stays; others are taken from the analysis.
        raises: StoreError if a mark reaches beyond the text, or a layer is neither kept nor given
        """
        ...

    def forget(self, doc: DocId) -> None:
        """Remove an article and its layers; nothing happens if it is not there."""
        ...

    def namesakes(self) -> Iterator[tuple[str, str]]:
        """Yield name and source of every article that shares its name with another."""
        ...

    def issues(self) -> Iterator[Issue]: ...

    def put_issues(self, inputs: Sequence[str], issues: Iterable[tuple[str, Issue]]) -> None:
        """Replace the issues that earlier builds had with these inputs by ``(input, issue)`` pairs."""
        ...

    def fingerprint(self, kinds: Collection[type]) -> str:
        """Return a hash that changes with any article's record or any layer of these kinds, whatever the order they came in."""
        ...

    def part_key(self, name: str) -> str:
        """Return the key that a part of the dossier was kept under; empty if it is not there."""
        ...

    def part(self, name: str, kind: type[T]) -> T | None: ...

    def put_part(self, name: str, key: str, value: Any) -> None:
        """Keep what a fold made.

        raises: StoreError if a piece of evidence in it does not hold
        """
        ...

    def forget_part(self, name: str) -> None: ...

    def cast(self) -> Cast: ...

    def put_cast(self, cast: Cast, key: str = "") -> None: ...

    def corrections(self) -> tuple[Entry, ...]:
        """Return the log of corrections by number."""
        ...

    def add_corrections(self, log: Iterable[Correction]) -> int:
        """Add entries that the log does not have; return how many. No entry is ever changed or removed."""
        ...

    def search(self, query: str | Query, limit: int = 50) -> Iterator[Found]:
        """Yield articles that have every word of the query, best first; accents and case do not matter, "quoted words" stand together."""
        ...
