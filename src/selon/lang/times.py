"""``times.toml`` and ``days.tsv``: how a language tells time."""
from __future__ import annotations

import re
from functools import cached_property

import msgspec

from selon.core.errors import LexiconError
from selon.lang.match import fold, folded_pattern

_MACRO = re.compile(r"\{([a-z_]+)\}")
_SPACE = re.compile(r" ([?*+])?(?![^\[\]]*\])")
_WORD = re.compile(r"\w+")
_DIGIT = "#"
_PIECES_DEEP = 6


class Example(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A text and the expression in it that the rule finds.

    on:    the day of publication, ISO 8601; empty where the text has none
    days:  the days denoted, ``first`` or ``first/last``; empty if not checked
    tense: the tense that the parser would give; empty leaves it to the words
    """

    text: str
    span: str
    type: str = "DATE"
    value: str = ""
    on: str = "2024-05-15"
    mod: str = ""
    days: str = ""
    tense: str = ""


class Rule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, dict=True):
    """One way of telling a time.

    gives:   the way of counting, a name in ``stages/resolve``; ``nothing`` keeps the stretch from other rules
    key:     lists of ``words`` of which the text must have one; ``#`` is any word that begins with a digit
    pattern: written folded; ``{name}`` stands for a list of ``words`` or for a ``piece``;
             a group ``mark`` narrows the expression to itself; the other groups are its slots
    fixed:   slots that the rule itself fills
    """

    id: str
    gives: str
    key: tuple[str, ...]
    pattern: str
    fixed: dict[str, str] = {}
    yes: tuple[Example, ...] = ()
    no: tuple[str, ...] = ()
    note: str = ""


class NamedDay(msgspec.Struct, frozen=True):
    """A day that has a name: a national day, a feast, a day of remembrance.

    rule:  ``MM-DD``; or days after Easter Sunday, ``easter+39``; or the nth weekday of a month, ``05-sun-last``
    state: id of the state whose day it is; empty where any or none
    names: folded, without article
    """

    id: str
    names: tuple[str, ...]
    rule: str
    state: str
    source: str


class Tense(msgspec.Struct, forbid_unknown_fields=True, frozen=True, dict=True):
    """Which verb forms look ahead and which look back.

    ahead_lemmas: verbs and adjectives that make what they govern future (``prévu``)
    ahead_if:     lemmas that do so in the conditional or the present
    future, past: patterns on folded text, for a text without tokens
    """

    ahead_lemmas: frozenset[str]
    ahead_if: frozenset[str]
    future: str
    past: str

    @cached_property
    def words(self) -> re.Pattern[str]:
        """Find the verb forms, in a group that is named after the tense."""
        return folded_pattern(rf"\b(?:(?P<future>{self.future})|(?P<past>{self.past}))\b")


class Times(msgspec.Struct, forbid_unknown_fields=True, frozen=True, dict=True):
    """The grammar: lists of words with their values, pieces of pattern, and rules.

    words:   list name -> folded form -> value
    weights: list name -> numbers, measured; what each is stands in the file
    """

    words: dict[str, dict[str, str]]
    piece: dict[str, str]
    tense: Tense
    weights: dict[str, tuple[float, ...]]
    clue: dict[str, str]
    rule: tuple[Rule, ...]
    named: tuple[NamedDay, ...] = ()

    def with_days(self, days: tuple[NamedDay, ...]) -> Times:
        """Return the grammar with the table of named days."""
        names = {name: "" for day in days for name in day.names}
        return msgspec.structs.replace(self, words={**self.words, "named": names}, named=days)

    def value(self, words: str, form: str) -> str:
        """Return what a form stands for in a list; empty if it is not in it."""
        return self.words[words].get(" ".join(form.split()), "")

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rule}

    @cached_property
    def _days_by_name(self) -> dict[str, tuple[NamedDay, ...]]:
        names = {name for day in self.named for name in day.names}
        return {name: tuple(day for day in self.named if name in day.names) for name in names}

    def days_named(self, form: str) -> tuple[NamedDay, ...]:
        """Return the days that bear a name, folded; most names have one."""
        return self._days_by_name.get(" ".join(form.split()), ())

    @cached_property
    def compiled(self) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
        """Every rule with its pattern, whole words only, in the order of the file."""
        return tuple((rule, self._compile(rule)) for rule in self.rule)

    @cached_property
    def clues(self) -> dict[str, re.Pattern[str]]:
        """The patterns around a time that tell something of the day of writing."""
        return {name: folded_pattern(_spaces(self._expand(pattern))) for name, pattern in self.clue.items()}

    @cached_property
    def rules_of_word(self) -> dict[str, frozenset[int]]:
        """For each key word, the numbers of the rules that it calls for."""
        calls: dict[str, set[int]] = {}
        for number, rule in enumerate(self.rule):
            for name in rule.key:
                forms = [_DIGIT] if name == _DIGIT else [_WORD.findall(form)[-1] for form in self.words[name]]
                for form in forms:
                    calls.setdefault(form, set()).add(number)
        return {word: frozenset(numbers) for word, numbers in calls.items()}

    def called(self, folded: str) -> list[int]:
        """Return the numbers of the rules that may match a folded text, in order."""
        words = {_DIGIT if word[0].isdigit() else word for word in _WORD.findall(folded)}
        numbers: set[int] = set()
        for word in words & self.rules_of_word.keys():
            numbers |= self.rules_of_word[word]
        return sorted(numbers)

    def _compile(self, rule: Rule) -> re.Pattern[str]:
        try:
            return folded_pattern(rf"(?<!\w)(?:{_spaces(self._expand(rule.pattern))})(?!\w)")
        except (ValueError, KeyError, re.error) as error:
            raise LexiconError(f"{rule.id}: {error}", where="times.toml", fix="see lang/README.md, 'times'") from error

    def _expand(self, pattern: str, depth: int = 0) -> str:
        """Put lists and pieces in the place of ``{name}``."""
        if depth > _PIECES_DEEP:
            raise ValueError(f"a piece is made of itself: {pattern[:40]}")
        return _MACRO.sub(lambda found: self._expand(self._macro(found[1]), depth + 1), pattern)

    def _macro(self, name: str) -> str:
        if name in self.piece:
            return f"(?:{self.piece[name]})"
        forms = sorted(self.words[name], key=lambda form: (-len(form), form))
        return "(?:" + "|".join(map(re.escape, forms)).replace("\\ ", " ").replace("\\-", "-") + ")"


def _spaces(pattern: str) -> str:
    """Let each space of a pattern stand for one or more: ``' ?'`` becomes ``' *'``."""
    return _SPACE.sub(lambda found: " *" if found[1] in ("?", "*") else " +", pattern)


def read(times: Times, days: tuple[NamedDay, ...]) -> Times:
    """Join the grammar and the named days.

    raises: LexiconError if a form is not folded, and so could never match
    """
    joined = times.with_days(days)
    for name, forms in joined.words.items():
        for form in forms:
            if fold(form) != form:
                raise LexiconError(f"{form!r} never matches folded text: write {fold(form)!r}", where=f"times, words.{name}")
    return joined
