"""Names of bodies that a text spells out before their short names in brackets: "Service national du renseignement (SNR)"."""

from __future__ import annotations

from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.stages.reading import Reading

_LONGEST, _SHORTEST, _LETTERS = 12, 2, 8
_NEVER_INSIDE = frozenset(["VERB", "AUX", "PRON", "SCONJ", "PUNCT", "ADV"])


def short_name(opening: int, reading: Reading) -> int | None:
    """Return the token of the acronym that stands alone in brackets, the first of which is at a token."""
    words = [token.text for token in reading.tokens[opening : opening + 3]]
    is_bracket = len(words) == 3 and words[0] == "(" and words[2] == ")"
    return opening + 1 if is_bracket and words[1].isupper() and _SHORTEST <= len(words[1]) <= _LETTERS and words[1].isalnum() else None


def spelt_out(first: int, reading: Reading, knowledge: Knowledge) -> int | None:
    """Return the last token of the full name that begins at a capital and whose acronym stands behind it; ``None`` if none does.

    Either the initials agree, or the name begins with a noun for a body, since acronyms are often of another language.
    """
    tokens = reading.tokens
    if not tokens[first].text[0].isupper() or tokens[first].text.isupper():
        return None
    for place in range(first + 1, min(first + _LONGEST, reading.sentence(first).stop)):
        if tokens[place].text == "(":
            short = short_name(place, reading)
            return place - 1 if short and place > first + 1 and _is_short_for(first, short, reading, knowledge) else None
        joins_other = tokens[place].pos == "CCONJ" and place + 1 < len(tokens) and tokens[place + 1].pos == "DET"
        if joins_other or (tokens[place].pos in _NEVER_INSIDE and tokens[place].text != "-"):
            return None
    return None


def _is_short_for(first: int, short: int, reading: Reading, knowledge: Knowledge) -> bool:
    noun = knowledge.nouns.get(fold(reading.words[first]))
    is_body = (noun is not None and noun.kind in ("organisation", "agency", "outlet", "group", "unit")) or (
        fold(reading.words[first]) in knowledge.words.spelt_heads
    )
    words = [fold(token.text) for token in reading.tokens[first : short - 1] if token.text[0].isalnum()]
    initials = ["".join(word[0] for word in words if len(word) > shortest) for shortest in (0, 2, 3)]
    return is_body or fold(reading.tokens[short].text) in initials
