"""What a person should look at first: statements whose reading is doubtful, the most doubtful first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selon.core.analysis import Analysis
from selon.core.dossier import Said
from selon.core.lines import Who, said
from selon.views.choice import Choice

EVERYTHING = Choice()
SURE = 0.75
"""From this score on a statement is not listed: on the gold articles, nine in ten of those are right."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A statement, and what makes it doubtful, in plain words; the rule that read it is its ``why``."""

    said: Said
    because: tuple[str, ...]


def review(analyses: Iterable[Analysis], who: Who, choice: Choice = EVERYTHING) -> tuple[Doubt, ...]:
    """Return the doubtful statements wanted, by score, then by article and place."""
    lines = (line for analysis in analyses for line in said(analysis, who) if choice.has_said(line) and line.score < SURE)
    return tuple(Doubt(line, _reasons(line)) for line in sorted(lines, key=lambda line: (line.score, line.article, line.evidence.span)))


def _reasons(line: Said) -> tuple[str, ...]:
    reasons = []
    if not line.cue:
        reasons.append("no cue: goes on from the last speaker")
    if not line.speaker and line.cue:
        reasons.append("nobody is named as the speaker")
    if line.speaker and not line.actor:
        reasons.append("the speaker is no known actor")
    return tuple(reasons) or ("the words are told by position only",)
