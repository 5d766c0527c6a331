"""What a way of counting is given, and what it gives back."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from selon.core.marks import TimePhrase
from selon.lang.times import Rule, Times

_UNIT = re.compile(r"(\d*)(T?)([A-Z]+)")
_PART = re.compile(r"[- ]")


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 type, value and mod."""

    type: str
    value: str
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the text has named last, for expressions that count from it.

    day:    the last whole day, and ``place`` where it stood; before any it is the day of publication
    value:  the last date of any length, as TIMEX3 writes it
    year:   the year that the same sentence has set (``en 2018``), 0 if none: months and seasons after it are of that year
    deictic: whether the article tells its days from its own (``hier``, ``ce matin``)
    """

    day: date | None = None
    place: int = -1
    value: str = ""
    year: int = 0
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase with its rule, the supposed day of publication and what was told before."""

    phrase: TimePhrase
    rule: Rule
    times: Times
    day: date | None
    told: Told

    def slot(self, name: str) -> str:
        """Return what a slot holds: from the text, else as the rule fixes it."""
        return self.phrase.slot(name) or self.rule.fixed.get(name, "")

    def word(self, words: str, slot: str = "") -> str:
        """Return the value of a slot's form in a list of words."""
        return self.times.value(words, self.slot(slot or words))

    @property
    def tense(self) -> str:
        return self.phrase.tense

    @property
    def mod(self) -> str:
        """Return the mod that the words give: of an edge, of a count, of ``vers``."""
        return self.word("edge") or self.word("mod") or ("APPROX" if self.slot("about") else "")

    @property
    def shift(self) -> int | None:
        """Return how many units away ``dernier`` or ``suivant`` lead; ``None`` if neither is said."""
        said = self.word("when") or self.word("beside", "when")
        return int(said) if said else None

    @property
    def is_beside(self) -> bool:
        """Whether the shift counts from what was told and not from the article."""
        return bool(self.word("beside", "when"))

    def count(self) -> float | None:
        """Return the number that is told; ``None`` if none is."""
        if self.slot("about"):
            forms = [_singular(part, self.times) for part in self.slot("about").split()]
            numbers = [int(value) for form in forms if (value := self.times.value("about", form))]
            times = number(self.slot("about").split()[0], self.times) or 1
            return numbers[0] * times if numbers else None
        return number(self.slot("count"), self.times)

    def unit(self) -> tuple[int, str, bool]:
        """Return how many of which ISO 8601 unit the told unit is, and whether it is one of the clock."""
        found = _UNIT.fullmatch(self.word("unit") or self.word("unit_of_day", "unit"))
        return (int(found[1] or 1), found[3], bool(found[2])) if found else (1, "", False)


def _singular(form: str, times: Times) -> str:
    return form if times.value("about", form) else form[:-1]


def number(text: str, times: Times) -> float | None:
    """Read a number in figures (spaces or a point between thousands, decimal comma) or in words.

    Words add up, save where a smaller one stands before a greater: it multiplies.
    """
    text = text.strip()
    if not text:
        return None
    if text[0].isdigit():
        plain = re.sub(r"[ .](?=\d{3}(?!\d))", "", text)
        return float(plain.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d+)?", plain) else None
    total = 0.0
    for part in _PART.split(text):
        value = times.value("cardinal", part)
        if value:
            total = total * int(value) if 0 < total < int(value) else total + int(value)
    return total or None


def figures(count: float) -> str:
    """Write a number as TIMEX3 does: without a fraction where it has none."""
    return str(int(count)) if count == int(count) else f"{count:g}"
