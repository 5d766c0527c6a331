"""``claims.toml``: what somebody answers to an allegation without telling a deed."""

from __future__ import annotations

import re
from functools import cached_property
from re import Pattern

import msgspec

from selon.lang.match import fold


class Pointed(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A pattern over folded words, sentences that it finds, and some that it does not."""

    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    unless: str = ""


class Answering(msgspec.Struct, forbid_unknown_fields=True, frozen=True, dict=True):
    """How allegations are called false, and how they are left open.

    words:     alternatives that patterns name in braces
    asked:     how a sentence begins that tells what somebody was asked about, its group ``topic``
    rejection: what calls what was said false; evasion: words of who neither denies nor confirms
    denial:    verbs that deny what was just said where they have no object
    accusations: folded nouns for accusations
    contrary:  folded words by which somebody sets themselves against what was said
    all_that:  what makes a relative one of all that was said
    idle:      folded lemmas that tell nothing of what is claimed
    ours:      folded beginnings of what belongs to the side of the speaker
    """

    words: dict[str, str]
    asked: str
    rejection: tuple[Pointed, ...]
    evasion: tuple[Pointed, ...]
    denial: tuple[str, ...]
    accusations: frozenset[str]
    contrary: tuple[str, ...]
    all_that: frozenset[str]
    ours: tuple[str, ...]
    idle: frozenset[str]

    def rejects(self, said: str) -> bool:
        """Whether somebody's words call false what was said before."""
        text = fold(said)
        return any(found.search(text) and not (unless and unless.search(text)) for found, unless in self._rejections)

    @cached_property
    def evasions(self) -> tuple[Pattern[str], ...]:
        return tuple(self._compiled(each.pattern) for each in self.evasion)

    @cached_property
    def asking(self) -> Pattern[str]:
        """How a sentence begins that tells what somebody was asked about."""
        return self._compiled(self.asked)

    @cached_property
    def denies(self) -> frozenset[str]:
        """The folded verbs that deny without an object."""
        return frozenset(map(fold, self.denial))

    @cached_property
    def _rejections(self) -> tuple[tuple[Pattern[str], Pattern[str] | None], ...]:
        return tuple((self._compiled(each.pattern), self._compiled(each.unless) if each.unless else None) for each in self.rejection)

    def _compiled(self, pattern: str) -> Pattern[str]:
        for name, words in self.words.items():
            pattern = pattern.replace(f"{{{name}}}", words)
        return re.compile(pattern)
