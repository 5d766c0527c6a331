"""Who said what, according to whom: statements, from cues, marks and mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.core.analysis import Analysis
from selon.core.marks import Mention, Quote, Statement, Token, Zone
from selon.lang.pack import Pack
from selon.plan import stage
from selon.stages.saying.narration import Narration
from selon.stages.saying.relays import relayed
from selon.stages.saying.scene import Scene


@stage(makes=Statement, needs=(Zone, Token, Mention, Quote), reads=("grammar", "speech", "actors"), version=20)
def statements(analysis: Analysis, pack: Pack) -> Iterator[Statement]:
    """Yield every attributed stretch of the body, in the order of the text."""
    if not analysis[Token]:
        return
    scene = Scene(analysis, pack)
    yield from _without_doubles(relayed(scene, Narration(scene).drafts()))


def _without_doubles(found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield each statement once: of two with one content and one speaker, the surer."""
    kept: dict[tuple[object, ...], Statement] = {}
    for statement in found:
        key = (statement.content, statement.speaker, statement.act)
        if key not in kept or kept[key].score < statement.score:
            kept[key] = statement
    yield from kept.values()
