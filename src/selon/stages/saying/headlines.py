"""The headline of an article where it stands in the text, and the label before its colon: "Climat : l'ONU alerte"."""

from __future__ import annotations

from selon.core.text import Span
from selon.stages.saying.scene import Scene

_COLON, _ENDS = ":", ".…"
_LABEL_WORDS = 10


def line_of(scene: Scene, char: int) -> Span:
    """Return the line that holds a character."""
    raw = scene.raw
    end = raw.find("\n", char)
    return Span(raw.rfind("\n", 0, char) + 1, end if end >= 0 else len(raw))


def in_headline(scene: Scene, char: int) -> bool:
    """Whether a character stands in the first line, which no stop ends."""
    line = line_of(scene, char)
    return not scene.raw[: line.start].strip() and line.of(scene.raw).rstrip()[-1:] not in _ENDS


def past_label(scene: Scene, start: int) -> int:
    """Return the first token behind the label that opens a headline's sentence; the sentence's own first if it has none."""
    sentence = scene.sentence(start)
    if not in_headline(scene, scene.tokens[start].span.start):
        return start
    for place in range(start + 1, min(start + _LABEL_WORDS, sentence.stop - 1)):
        token = scene.tokens[place]
        if scene.is_finite(place) or scene.is_mark(place):
            return start
        if token.text == _COLON:
            return place + 1
    return start
