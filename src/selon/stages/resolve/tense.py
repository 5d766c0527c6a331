"""The tense of the verb that a time expression hangs on."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from selon.core.marks import Token
from selon.core.text import Span
from selon.lang.times import Times

PAST, PRESENT, FUTURE = "past", "present", "future"
_VERBS = ("VERB", "AUX")
_AUXILIARIES = ("aux", "aux:tense", "aux:pass", "cop")
_BY_FEATURE = {"Fut": FUTURE, "Past": PAST, "Imp": PAST, "Pres": PRESENT}
_LIMITS = ".!?;\n"
_REACH_CHARS = 1_000
_CLIMB_LIMIT = 12
_BEFORE_CHARS, _BACK = 20, 9


class Tenses:
    """Tenses of one article: from its tokens, or from the forms of its words where it has none."""

    def __init__(self, folded: str, tokens: Sequence[Token], times: Times) -> None:
        self.folded, self.tokens, self.times = folded, tokens, times
        self.starts = [token.span.start for token in tokens]
        self.children: dict[int, list[int]] = {}
        self.over_infinitive = {token.head for token in tokens if token.feature("VerbForm") == "Inf"}
        for index, token in enumerate(tokens):
            if token.head != index and token.dep in _AUXILIARIES:
                self.children.setdefault(token.head, []).append(index)

    def of(self, span: Span, within: Span) -> str:
        """Return ``past``, ``present``, ``future``, or nothing where no verb is near."""
        always, unless_past = self.times.tense.before
        before = self.folded[max(within.start, span.start - _BEFORE_CHARS) : span.start]
        if always.search(before):
            return FUTURE
        tense = self._of_verbs(span, within)
        return FUTURE if tense != PAST and unless_past.search(before) else tense

    def _of_verbs(self, span: Span, within: Span) -> str:
        index = bisect_left(self.starts, span.start)
        if index < len(self.tokens) and self.tokens[index].span.start < span.end:
            said = self._of_token(index)
            return FUTURE if said == PAST and self._is_behind_conditional(index) else said or self._of_words(span, within)
        return self._of_words(span, within)

    def _is_behind_conditional(self, index: int) -> bool:
        """Whether the verb last before a time is a conditional without a participle, wherever the parser hangs the time."""
        before = range(index - 1, max(-1, index - _BACK), -1)
        verb = next((at for at in before if self.tokens[at].pos in (*_VERBS, "PUNCT")), None)
        if verb is None or verb in self.children:
            return False
        return self.tokens[verb].pos == "VERB" and self._is_conditional(self.tokens[verb])

    def _is_conditional(self, verb: Token) -> bool:
        """Whether a verb stands in the conditional, which the parser often takes for an imperfect."""
        misread = verb.feature("Tense") == "Imp" and self.times.tense.is_conditional(verb.text, verb.lemma)
        return verb.feature("Mood") == "Cnd" or misread

    def _of_token(self, index: int) -> str:
        """Climb to the first verb with a tense of its own."""
        said = ""
        for _ in range(_CLIMB_LIMIT):
            token = self.tokens[index]
            if token.pos in _VERBS or token.feature("VerbForm") == "Part" or index in self.children:
                said = self._of_verb(index) or said
                if said and not self._is_bare(index):
                    return said
            elif token.lemma in self.times.tense.ahead_lemmas:
                return FUTURE
            if token.head == index:
                break
            index = token.head
        return said

    def _is_bare(self, index: int) -> bool:
        """Whether a verb leaves its tense to what governs it: an infinitive."""
        token = self.tokens[index]
        return token.feature("VerbForm") == "Inf" and index not in self.children

    def _of_verb(self, index: int) -> str:
        """Return the tense that a verb and its auxiliaries make."""
        token, tense = self.tokens[index], self.times.tense
        parts = [self.tokens[child] for child in self.children.get(index, ())]
        finite = [part for part in parts if part.feature("VerbForm") == "Fin"] or ([token] if token.feature("VerbForm") == "Fin" else [])
        is_participle = token.feature("VerbForm") == "Part"
        if is_participle and token.lemma in tense.ahead_lemmas and not any(part.lemma in tense.perfect for part in parts):
            return FUTURE
        if not finite:
            return PAST if is_participle and token.feature("Tense") == "Past" else ""
        is_own = finite[0] is token and token.lemma in tense.ahead_if and index not in self.over_infinitive
        if is_own and not self._is_conditional(token):
            return _BY_FEATURE.get(token.feature("Tense"), "")
        return self._of_finite(finite[0], token, compound=finite[0] is not token)

    def _of_finite(self, verb: Token, head: Token, *, compound: bool) -> str:
        """Return the tense of a finite form, alone or as the auxiliary of a participle."""
        tense = self.times.tense
        is_perfect = compound and head.feature("VerbForm") == "Part" and head.feature("Tense") == "Past"
        if verb.lemma in tense.ahead_if and (verb.feature("Mood") == "Cnd" or verb.feature("Tense") == "Pres"):
            return FUTURE
        if self._is_conditional(verb):
            return PAST if is_perfect else FUTURE
        base = _BY_FEATURE.get(verb.feature("Tense"), "")
        return PAST if base == PRESENT and is_perfect else base

    def _of_words(self, span: Span, within: Span) -> str:
        """Return the tense of the nearest verb form of the sentence; the one before wins a tie."""
        near = max(within.start, span.start - _REACH_CHARS), min(within.end, span.end + _REACH_CHARS)
        start = max((self.folded.rfind(mark, near[0], span.start) for mark in _LIMITS), default=-1)
        ends = [at for mark in _LIMITS if (at := self.folded.find(mark, span.end, near[1])) >= 0]
        left, right = max(start + 1, near[0]), min(ends, default=near[1])
        best, said = len(self.folded), ""
        for found in self.times.tense.words.finditer(self.folded, left, right):
            gap = span.start - found.end() if found.end() <= span.start else found.start() - span.end
            if 0 <= gap < best:
                best, said = gap, found.lastgroup or ""
        return said
