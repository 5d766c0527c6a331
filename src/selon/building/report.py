"""What a build counts as it goes, and tells in the end."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from selon.core.issues import Issue
from selon.core.ports import Reader
from selon.core.text import DocId

Progress = Callable[[int, int | None], None]
"""Told how many articles are done, and of about how many; ``None`` where that cannot be known."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    read:      articles that the inputs have
    new, updated, unchanged: of those and of the dossier's own articles, how many were added, analysed again, left as they were
    left_out:  how many articles or inputs are not in the dossier because of an issue
    issues:    all issues of this build
    seconds:   name of the stage or fold -> seconds of work, summed over processes
    """

    read: int
    new: int
    updated: int
    unchanged: int
    left_out: int
    issues: tuple[Issue, ...]
    seconds: Mapping[str, float]


@dataclass(slots=True)
class Tally:
    """The counts of one build.

    total:   about how many articles there are; ``None`` if that cannot be known
    issues:  each by the input that it is of
    seconds: name of the stage or fold -> seconds of work
    """

    progress: Progress | None
    total: int | None
    issues: list[tuple[str, Issue]] = field(default_factory=list)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    seen: set[DocId] = field(default_factory=set)
    _done: set[DocId] = field(default_factory=set)
    _counts: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, progress: Progress | None, readers: Iterable[Reader]) -> Tally:
        """Begin to count the articles of some inputs; how many they are is asked only where someone is told."""
        counts = [each.count() for each in readers] if progress else [None]
        known = [count for count in counts if count is not None]
        return cls(progress, sum(known) if len(known) == len(counts) else None)

    def done(self, doc: DocId, how: str) -> None:
        """Count an article, the first time that it is done."""
        if doc not in self._done:
            self._done.add(doc)
            self._counts[how] += 1
            self.tell()

    def tell(self) -> None:
        if self.progress:
            self.progress(self._counts.total(), self.total)

    def work(self, seconds: Mapping[str, float]) -> None:
        for name, spent in seconds.items():
            self.seconds[name] += spent

    def report(self) -> BuildReport:
        issues, counts = tuple(issue for _, issue in self.issues), self._counts
        left_out = sum(issue.lost for issue in issues)
        return BuildReport(len(self.seen), counts["new"], counts["updated"], counts["unchanged"], left_out, issues, dict(self.seconds))
