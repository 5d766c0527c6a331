"""Where a sentence cannot begin, and where it must, told before the parser decides on the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

_END = re.compile(r"[.!?…]\Z")
_NO_END = re.compile(r"(?:MM?|Mme|Mlle|Mgr|Dr|Pr|Me|St|Ste|av|\w)\.\Z")
_DOTS = re.compile(r"…|\.\.+")
_OPENING, _MARKS = frozenset("«“„(["), frozenset("«»“”„\"’')]([")


def sentence_starts(words: Sequence[tuple[str, bool]]) -> list[bool | None]:
    """Tell of each word of a paragraph whether a sentence begins there; ``None`` leaves it to the parser.

    words: each with whether a space follows; white space of other kinds is a word of its own

    A sentence begins after an end mark only: never inside a name, after a title, or between a word and its mark. The parser overlooks
    beginnings behind dots and behind marks (``septembre."C'est``, ``rougir (...) En``), so a capital there begins one, unless it is a
    title's, as in ``du procureur (...) MM. Martin``.
    """
    starts: list[bool | None] = [None] * len(words)
    opening = _opening(words)
    run: list[int] = []
    ended, dots = True, False
    for place, (text, _) in enumerate(words):
        if text.isspace():
            starts[place] = False
            continue
        if not ended or (run and run[-1] in opening) or (text in _MARKS and place not in opening):
            starts[place] = False
        if text in _MARKS:
            run.append(place)
            continue
        if ended and place and (run or dots) and text[0].isupper() and not _NO_END.match(text):
            _begin(starts, [*run, place], opening)
        run, ended, dots = [], bool(_END.search(text)) and not _NO_END.match(text), bool(_DOTS.fullmatch(text))
    return starts


def _begin(starts: list[bool | None], run: Sequence[int], opening: frozenset[int]) -> None:
    """Begin a sentence at the first mark that opens something, or at the word behind the marks."""
    first = next((place for place in run if place in opening), run[-1])
    for place in run:
        starts[place] = place == first


def _opening(words: Sequence[tuple[str, bool]]) -> frozenset[int]:
    """Return the places of marks that open: by their shape, by the spaces beside them, else by turns."""
    found, spaced, turn = set(), True, True
    for place, (text, space) in enumerate(words):
        if text in _MARKS:
            alike = spaced == space
            opens = text in _OPENING or (turn if text == '"' and alike else spaced and not space)
            turn = not opens if text == '"' else turn
            if opens:
                found.add(place)
        spaced = space or text.isspace()
    return frozenset(found)
