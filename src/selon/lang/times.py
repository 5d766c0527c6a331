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
_REACH_CHARS = 70
"""How far from a key word an expression may begin or end."""


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
    key:     words, or lists of ``words``, of which the text must have one near; ``#`` is any word that begins with a digit
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
    ahead_if:     verbs that do so in the conditional or the present, before an infinitive
    perfect:      auxiliaries that make a past of a participle, even of one that looks ahead
    conditional:  endings of the conditional with the "r" before them; own_r: what makes a verb of the stem before them where that "r" is
                  the stem's own ("préparait"): the parser takes many a conditional for an imperfect
    ahead_after:   what stands before a time that is always ahead (``d'ici``)
    ahead_after_present: what does so but with a past tense (``jusqu'au``)
    future, past:  patterns on folded text, for a text without tokens
    """

    ahead_lemmas: frozenset[str]
    ahead_if: frozenset[str]
    perfect: frozenset[str]
    conditional: str
    own_r: tuple[str, ...]
    ahead_after: str
    ahead_after_present: str
    future: str
    past: str

    def is_conditional(self, form: str, lemma: str) -> bool:
        """Whether a form, by its letters, is a conditional: "rendrait", not "préparait"."""
        word, found = fold(form), self._conditional.search(fold(form))
        return found is not None and fold(lemma) not in {word[: found.start() + 1] + ending for ending in self.own_r}

    @cached_property
    def _conditional(self) -> re.Pattern[str]:
        return folded_pattern(self.conditional)

    @cached_property
    def before(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Find what makes the time after it future: always; unless the verb is past."""
        return folded_pattern(rf"\b{self.ahead_after}"), folded_pattern(rf"\b{self.ahead_after_present}")

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
    def rules_of_word(self) -> dict[str, tuple[int, ...]]:
        """For each key word, the numbers of the rules that it calls for, in order."""
        calls: dict[str, set[int]] = {}
        for number, rule in enumerate(self.rule):
            for name in rule.key:
                for form in self.words.get(name, {name: ""}):
                    word = form if form == _DIGIT else max(_WORD.findall(form), key=len)
                    calls.setdefault(word, set()).add(number)
        return {word: tuple(sorted(numbers)) for word, numbers in calls.items()}

    def called(self, folded: str, start: int, end: int) -> dict[int, list[tuple[int, int]]]:
        """Return the rules that a stretch calls for, by number, and the windows in which each may match."""
        windows: dict[int, list[tuple[int, int]]] = {}
        for found in _WORD.finditer(folded, start, end):
            word = found[0]
            numbers = self.rules_of_word.get(_DIGIT if word[0].isdigit() else word)
            if not numbers:
                continue
            first, last = max(start, found.start() - _REACH_CHARS), found.end() + _REACH_CHARS
            stop = folded.find(" ", last, end) if last < end else end
            window = (first, stop if stop >= 0 else end)
            for number in numbers:
                _join(windows.setdefault(number, []), window)
        return windows

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


def _join(windows: list[tuple[int, int]], window: tuple[int, int]) -> None:
    """Add a window, as one with the last where they touch."""
    if windows and window[0] <= windows[-1][1]:
        windows[-1] = (windows[-1][0], max(windows[-1][1], window[1]))
    else:
        windows.append(window)


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
