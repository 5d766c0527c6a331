"""Names of the knowledge base in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from selon.core.text import Span
from selon.lang.actors import Knowledge
from selon.lang.known import Known
from selon.lang.match import fold, fold_accents

_WORD = re.compile(r"[^\W_]+")
_DETERMINERS = frozenset(["le", "la", "les", "l'"])
_FUSED = re.compile(r"\b(au|du|aux|des) $")
_LONGER = re.compile(r"(?:[A-Z]\w*|\bmer) d(?:u|e la) $")
"""What makes a short name part of another one ("Irlande du Nord", "mer du Nord")."""
_FUSED_CHARS, _BEFORE_CHARS = 5, 32
_OUTNUMBERS = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at a place. ``contracted``: without its article, which the preposition before has swallowed ("au Figaro")."""

    span: Span
    known: Known
    contracted: bool = False


def hits(raw: str, zones: list[Span], knowledge: Knowledge) -> Iterator[Hit]:
    """Yield each longest known name, left to right; weak names only where the text shows that they are one."""
    folded, done = fold_accents(raw), 0
    found: list[Hit] = []
    for zone in zones:
        done = zone.start
        for word in _WORD.finditer(folded, zone.start, zone.end):
            if word.start() < done or (not word[0][0].isupper() and word[0] not in knowledge.names):
                continue
            known = _longest(folded, word, knowledge.names)
            if known and _is_outdone(folded, word, known, knowledge):
                continue
            short = None if known and not known.weak else _contracted(folded, word, knowledge)
            if best := short or known:
                done = word.start() + len(best.name)
                found.append(Hit(Span(word.start(), done), best, contracted=short is not None))
    plain = (hit.known for hit in found if not (hit.known.weak or hit.contracted or hit.known.rivals))
    sure = Counter(known.ref for known in plain if known.form == "name")
    told = sure + _peoples(folded, knowledge) if any(hit.known.rivals for hit in found) else sure
    for hit in found:
        is_name = _is_told(folded, hit, knowledge) if hit.contracted else not hit.known.weak or _shown(folded, hit, knowledge)
        is_sure = hit.known.ref in sure
        if (is_sure and is_name and not _LONGER.search(folded[: hit.span.start])) if hit.known.short else (is_sure or is_name):
            yield _settled(hit, told)


def _peoples(folded: str, knowledge: Knowledge) -> Counter[str]:
    """Return how often a text names the people of each state, or its adjective ("soviétique")."""
    return Counter(knowledge.demonyms[word] for word in _WORD.findall(fold(folded)) if word in knowledge.demonyms)


def _settled(hit: Hit, told: Counter[str]) -> Hit:
    """Give a name that several share to the one that the article names otherwise, if it hardly names the first."""
    own = told[hit.known.ref]
    rival = next((ref for ref in hit.known.rivals if told[ref] > _OUTNUMBERS * own), None)
    return Hit(hit.span, replace(hit.known, ref=rival)) if rival else hit


def _contracted(folded: str, word: re.Match[str], knowledge: Knowledge) -> Known | None:
    """Return the name with an article whose other words begin at a word, behind a preposition that holds the article."""
    before = _FUSED.search(folded, max(0, word.start() - _FUSED_CHARS), word.start())
    return _longest(folded, word, knowledge.contracted[before[1]]) if before and before[1] in knowledge.contracted else None


def _is_told(folded: str, hit: Hit, knowledge: Knowledge) -> bool:
    """Whether the words show an outlet whose name has lost its article: several words, "au", or before "du" what outlets have."""
    before = re.findall(r"[\w'-]+", fold(folded[max(0, hit.span.start - _BEFORE_CHARS) : hit.span.start]))[-2:]
    if hit.known.kind != "outlet" or len(before) < 2 or before[1] not in ("au", "du"):
        return False
    return " " in hit.known.name or before[1] == "au" or before[0] in knowledge.words.press_heads


def _longest(folded: str, word: re.Match[str], names: Mapping[str, tuple[Known, ...]]) -> Known | None:
    for known in names.get(word[0], ()):
        end = word.start() + len(known.name)
        if folded.startswith(known.name, word.start()) and not folded[end : end + 1].isalnum() and not _glued(folded, word.start(), end):
            return known
    return None


def _is_outdone(folded: str, word: re.Match[str], known: Known, knowledge: Knowledge) -> bool:
    """Whether a longer name begins at the second word of a name that begins with its own article."""
    if fold(known.name).replace("'", "' ").split(" ")[0] not in _DETERMINERS:
        return False
    second = _WORD.search(folded, word.end())
    longer = _longest(folded, second, knowledge.names) if second else None
    return longer is not None and second is not None and second.start() + len(longer.name) > word.start() + len(known.name)


def _glued(folded: str, start: int, end: int) -> bool:
    """Whether a hyphen makes the name part of a longer word (Paris-Nice, Notre-Dame)."""
    after, before = folded[end : end + 2], folded[max(0, start - 2) : start]
    return (after[:1] == "-" and after[1:].isalpha()) or (before[-1:] == "-" and before[:1].isalnum())


def _shown(folded: str, hit: Hit, knowledge: Knowledge) -> bool:
    """Whether an article, a quotation mark or a word for its kind precedes a weak name."""
    before = fold(folded[max(0, hit.span.start - 24) : hit.span.start])
    words = re.findall(r"[\w-]+'?|[«\"“]", before)
    last = words[-1] if words else ""
    if last and (last in '«"“' or last in knowledge.words.class_words):
        return True
    own_article = fold(hit.known.name).split()[0] in _DETERMINERS
    return not own_article and last in knowledge.words.determiners
