"""Those of several states whom one phrase tells of ("les ministres suédois et norvégien")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from selon.folds.identity.describe import Sense
from selon.folds.identity.seen import Seen
from selon.lang.actors import Knowledge
from selon.lang.match import fold

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NAMED = ("state", "person", "group", "unit", "organisation")


def states_of(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the states of adjectives that commas and "et" join in a text; empty where one alone is there."""
    return tuple(state for state, _, _ in _told(fold(text), knowledge))


def _told(folded: str, knowledge: Knowledge) -> list[tuple[str, int, int]]:
    """Return the states that a text tells in a row, with the place of each adjective."""
    told: list[tuple[str, int, int]] = []
    for found in _WORD.finditer(folded):
        state = knowledge.demonyms.get(found[0].replace("-", " "))
        joint = folded[told[-1][2] : found.start()].strip() if told else ","
        if state and joint in (",", *knowledge.words.joints) and state not in [each for each, _, _ in told]:
            told.append((state, found.start(), found.end()))
    return told if len(told) > 1 else []


def each_of(seen: Seen, sense: Sense, knowledge: Knowledge) -> Iterator[tuple[Seen, Sense]]:
    """Yield a phrase once for every state that it tells of, as if it told of that one alone; nothing where it tells of one."""
    told = _told(fold(seen.text), knowledge) if seen.kind in _NAMED and sense.plural and sense.state else []
    for state, _, _ in told:
        is_office = seen.kind == "group" and sense.is_office
        plain = _singular(fold(seen.text), told, sense, knowledge)
        one = replace(sense, state=state, plain=plain, plural=not is_office, definite=is_office or sense.definite)
        yield replace(seen, kind="person" if is_office else seen.kind), one


def _singular(folded: str, told: list[tuple[str, int, int]], sense: Sense, knowledge: Knowledge) -> str:
    """Return the words of a phrase without its states, its noun in the singular ("ministre des affaires etrangeres")."""
    words = folded[: told[0][1]].split()
    noun = next((noun for start in range(len(words)) if (noun := knowledge.nouns.get(" ".join(words[start:])))), None)
    return " ".join([noun.head if noun else sense.head, *folded[told[-1][2] :].split()])
