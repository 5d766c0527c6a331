"""What a description of an actor says: its noun, its state, its portfolio."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from selon.lang.actors import Knowledge
from selon.lang.match import fold

_RUN = re.compile(r"\w+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LEADER = "leader"
"""The head of every title of one who leads a state."""

_OF = re.compile(r"\bd(?:e|u|es)\b|\bd'")
_LONGEST_HEAD = 5


@dataclass(frozen=True, slots=True)
class Sense:
    """head: the describing noun, synonyms made one; state: whose, or empty; portfolio: a minister's, or empty.

    plain:  the folded words without determiner and demonym ("ministre de la defense")
    of:     what the noun is of, where neither state nor portfolio says it ("de l'association")
    former: whether it tells of what somebody was
    is_bare: whether it is its noun alone, but for determiner and demonym
    plural: whether its noun is
    is_office: whether its noun is for an office, which few hold
    leads:  ``head`` for one at the head of a state or body, ``post`` for one beside others there, else empty
    """

    head: str
    state: str
    portfolio: str
    definite: bool
    former: bool
    plain: str
    of: str
    is_bare: bool = False
    plural: bool = False
    is_office: bool = False
    leads: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it is its noun and an adjective at most, and of nothing."""
        return not self.of and not self.portfolio and len(self.plain.split()) <= len(self.head.split()) + 1

    def fits(self, other: Sense) -> bool:
        """Whether both may describe one person: the same noun, and no state or portfolio that differ; a leader of what is the same."""
        same_of = self.of == other.of if self.head == LEADER else self.of.partition(" ")[2] in other.of
        led = "head" in (self.leads, other.leads) and self.leads and other.leads and self.of == other.of != ""
        same_head = self.head == other.head or led
        if not same_head or not self.head or not same_of or self.former != other.former:
            return False
        return all(
            not mine or not theirs or mine == theirs for mine, theirs in ((self.state, other.state), (self.portfolio, other.portfolio))
        )

    def agrees(self, other: Sense) -> bool:
        """Whether a description that fits says nothing that the other leaves open."""
        return (not self.state or self.state == other.state) and (not self.portfolio or self.portfolio == other.portfolio)


class Senses:
    """Reads descriptions, each text once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge, self.read = knowledge, {"": Sense("", "", "", False, False, "", "")}
        words = knowledge.words
        groups = ((LEADER, words.leaders), ("ministre", words.diplomacy), ("troupe", words.troops), (words.mayors[0], words.mayors))
        self.synonyms = {_singular(head): one for one, heads in groups for head in heads}
        self.diplomacy, self.definite, self.former = frozenset(words.diplomacy), tuple(words.one_person), tuple(words.former)
        self.several = tuple(f"{word} " for word in (*words.determiners, *words.possessives) if word[-1] in "sx")
        self.small = frozenset(word.rstrip("'") for word in (*words.determiners, *words.particles))
        self.of_powers = frozenset((LEADER, *words.of_powers))
        self.portfolios = _Names(knowledge.portfolios)
        self.states, self.seats = _Names(knowledge.folded_states), _Names(knowledge.folded_seats)
        self.names_of: dict[str, list[str]] = defaultdict(list)
        for name, owner in knowledge.folded_states.items():
            self.names_of[owner].append(name)
        self.lead = re.compile(
            r"^(?:(?:"
            + "|".join(re.escape(word) for word in sorted(words.determiners + words.possessives, key=len, reverse=True))
            + r")(?:\s|(?<='))|d'|[\d .,]+\s)+"
        )

    def of(self, text: str) -> Sense:
        if text not in self.read:
            self.read[text] = self._sense(fold(text))
        return self.read[text]

    def told_words(self, sense: Sense) -> frozenset[str]:
        """Return the words of a description but those that only join others."""
        return frozenset(_RUN.findall(sense.plain)) - self.small

    def before_owner(self, sense: Sense) -> str:
        """Return the words of a description before the body or state that it is of ("leader de la france insoumise": "leader")."""
        names = self.names_of.get(sense.state, ())
        name = next((name for name in names if sense.plain.endswith((" " + name, "'" + name))), "")
        words = sense.plain[: len(sense.plain) - len(name)].replace("'", " ").split() if name else []
        while words and words[-1] in self.small:
            words.pop()
        return " ".join(words) or sense.plain

    def _sense(self, folded: str) -> Sense:
        words = [(found[0], found.start()) for found in _WORD.finditer(folded)]
        head, form = next((found for place in range(len(words)) if (found := self._head(folded, words, place))), ("", ""))
        portfolio = "mfa" if head in self.diplomacy else self.portfolios.find(folded)
        one = self.synonyms.get(_singular(head), _singular(head.split(" des ")[0]))
        state, plain = self._state(folded, words, one), self._plain(folded)
        former = folded.startswith(self.former) or any(f" {word}" in folded for word in self.former)
        rest = plain.partition(form)[2].strip() if form else ""
        narrower = None if state or portfolio else _OF.search(rest)
        of = rest[narrower.start() :] if narrower else ""
        inflected = form[-1:] in ("s", "x") and head[-1:] not in ("s", "x")
        definite = not inflected and self._is_definite(folded)
        plural = inflected or (form[-1:] in ("s", "x") and self.knowledge.nouns[form].kind == "group") or folded.startswith(self.several)
        is_office = form != "" and self.knowledge.nouns[form].rank == "office"
        leads = self._leads(one, form)
        return Sense(one, state, portfolio, definite, former, plain, of, plain == form != "", plural, is_office, leads)

    def _leads(self, head: str, form: str) -> str:
        words = self.knowledge.words
        return "post" if form in words.posts else "head" if head == LEADER or head in words.heads else ""

    def _is_definite(self, folded: str) -> bool:
        """Whether a description begins as of somebody whom the context knows: with a definite determiner or none."""
        words = self.knowledge.words
        return folded.startswith(self.definite) or folded.split(" ", maxsplit=1)[0] not in (*words.determiners, *words.possessives)

    def _plain(self, folded: str) -> str:
        """Return the words without determiner and demonyms."""
        kept = [word for word in self.lead.sub("", folded).split(" ") if word.replace("-", " ") not in self.knowledge.demonyms]
        return " ".join(kept)

    def _head(self, folded: str, words: list[tuple[str, int]], place: int) -> tuple[str, str] | None:
        """Return head form and form of the longest describing noun that begins at a word."""
        start = words[place][1]
        for last in range(min(place + _LONGEST_HEAD, len(words)) - 1, place - 1, -1):
            form = folded[start : words[last][1] + len(words[last][0])]
            noun = self.knowledge.nouns.get(form)
            if noun:
                return noun.head, form
        return None

    def _state(self, folded: str, words: list[tuple[str, int]], head: str) -> str:
        """Return the state of the first demonym, or of a state's name in the text; of a capital's only for what a power has."""
        for place, (word, _) in enumerate(words):
            pair = f"{word} {words[place + 1][0]}" if place + 1 < len(words) else ""
            state = self.knowledge.demonyms.get(pair) or self.knowledge.demonyms.get(word.replace("-", " "))
            if state:
                return "" if head == LEADER and self._is_of_body(folded, words[place][1]) else state
        return self.states.find(folded) or (self.seats.find(folded) if head in self.of_powers else "")


    def _is_of_body(self, folded: str, end: int) -> bool:
        """Whether a leader is one of a body of a state: an "of" stands between the noun and the adjective ("président du club suédois")."""
        words = [(found[0], found.start()) for found in _WORD.finditer(folded[:end])]
        form = next((found[1] for place in range(len(words)) if (found := self._head(folded, words, place))), "")
        return _OF.search(folded[:end].partition(form)[2]) is not None


class _Names:
    """Names to find in a text as whole words, the longest first."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, value in names.items():
            self.by_word[_RUN.findall(name)[0]].append((name, value))

    def find(self, folded: str) -> str:
        """Return what the longest name in a text stands for; empty if none is there."""
        near = (row for word in set(_RUN.findall(folded)) for row in self.by_word.get(word, ()))
        found = [(-len(name), name, value) for name, value in near if re.search(rf"\b{re.escape(name)}\b", folded)]
        return min(found)[2] if found else ""


def _singular(head: str) -> str:
    return head[:-1] if len(head) > 3 and head[-1] in "sx" else head
