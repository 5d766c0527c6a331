"""Which description is the title of a name: glued to it, set beside it, or before where an office is held."""

from __future__ import annotations

from selon.core.text import Span
from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.stages.naming.descriptions import Phrase
from selon.stages.naming.names import Name
from selon.stages.reading import Reading

_POST_WORDS, _TITLE_WORDS = 5, 10
_OF = frozenset(["de", "d'", "du", "des"])
_IN_PHRASE = frozenset(["ADP", "DET", "PROPN", "NOUN", "ADJ"])


def is_title(phrase: Phrase, name: Name, reading: Reading, knowledge: Knowledge) -> bool:
    return is_glued(phrase, name, reading, knowledge) or apposed(phrase, name, reading, knowledge)


def is_glued(phrase: Phrase, name: Name, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a phrase stands right before a name, but for where an office is held ("l'ambassadeur à Kiev Ada Martin")."""
    if introduces(phrase, name):
        return True
    full = phrase.noun.kind == name.kind == "person" and phrase.noun.rank != "group" and name.last > name.first
    between = range(phrase.last + 1, name.first)
    joins = any(test(between, reading, knowledge) for test in (_is_post, _is_party, _is_second_title)) if full else False
    return joins and not is_plural(phrase, reading)


def _is_party(between: range, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether words are the body of somebody with a title, and where it is ("le maire LR de Nice Ada Martin")."""
    if not 1 <= len(between) <= _POST_WORDS or not reading.tokens[between.start].text[0].isupper():
        return False
    last = next((index for index in reversed(between) if _is_body(between.start, index, reading, knowledge)), None)
    if last is None:
        return False
    place = range(last + 1, between.stop)
    return not place or (fold(reading.words[place.start]) in _OF and all(reading.tokens[index].pos in _IN_PHRASE for index in place))


def _is_body(first: int, last: int, reading: Reading, knowledge: Knowledge) -> bool:
    known = knowledge.known(reading.span(first, last).of(reading.raw))
    return known is not None and known.kind in ("organisation", "group")


def _is_second_title(between: range, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether words are a title more, without a determiner ("le maire et candidat à la présidence du parti Ada Martin")."""
    if not 1 < len(between) <= _TITLE_WORDS or fold(reading.words[between.start]) not in knowledge.words.joints:
        return False
    noun = knowledge.nouns.get(fold(reading.words[between.start + 1]))
    own = noun is not None and noun.kind == "person" and noun.rank != "group"
    return own and all(reading.tokens[index].pos in _IN_PHRASE for index in between[1:])


def introduces(phrase: Phrase, name: Name) -> bool:
    """Whether a phrase is the title right before a name: both of a person, or neither."""
    return phrase.last + 1 == name.first and (phrase.noun.kind == "person") == (name.kind == "person")


def apposed(phrase: Phrase, name: Name, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a comma alone stands between a phrase for one person and a name."""
    civil = _is_civility(name.first - 1, reading, knowledge)
    if name.kind != "person" or (phrase.noun.kind != "person" and not civil) or _is_of_several(phrase, reading):
        return False
    if phrase.last < name.first:
        first = name.first - 1 if civil else name.first
        return reading.tokens[first - 1].text == "," and (
            _past_bracket(phrase.last, reading) + 2 == first or _is_posted(phrase, first - 1, name.last + 1, reading, knowledge)
        )
    if name.last + 2 != phrase.first or reading.tokens[name.last + 1].text not in ",(":
        return False
    return closes(phrase.last + 1, reading) or _goes_on_at(phrase, reading, knowledge)


def _goes_on_at(phrase: Phrase, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a noun without a determiner is followed by where or for what ("Ada Martin, professeure à l'université du Nord")."""
    after = phrase.last + 1
    is_bare = phrase.first == phrase.head and not is_plural(phrase, reading)
    return is_bare and after < len(reading.tokens) and fold(reading.words[after]) in knowledge.words.posted


def _past_bracket(last: int, reading: Reading) -> int:
    """Return the last token of a phrase with a short name of its body in brackets ("le patron de la Banque du Nord (BDN)")."""
    words = [token.text for token in reading.tokens[last + 1 : last + 4]]
    return last + 3 if len(words) == 3 and words[0] == "(" and words[2] == ")" else last


def ranked(phrase: Phrase, phrases: list[Phrase], names: list[Name], reading: Reading) -> Span | None:
    """Return the name behind a comma and a rank of its own ("le porte-parole du gouvernement, le colonel Ada Martin")."""
    comma = phrase.last + 1
    if phrase.noun.kind != "person" or comma >= len(reading.tokens) or reading.tokens[comma].text != ",":
        return None
    ranks = [other for other in phrases if other.first == comma + 1 and other.noun.rank == "rank"]
    named = (name for name in names if name.kind == "person" and any(introduces(rank, name) for rank in ranks))
    return next((name.span for name in named if closes(name.last + 1, reading)), None)


def _is_posted(phrase: Phrase, comma: int, after: int, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether only where an office is held stands before a comma, and the name behind it closes ("son envoyé à l'ONU, Ada Martin,")."""
    return closes(after, reading) and _is_post(range(phrase.last + 1, comma), reading, knowledge)


def _is_post(between: range, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether words tell where or for what an office is held, and nobody."""
    if not 1 < len(between) <= _POST_WORDS or fold(reading.words[between.start]) not in knowledge.words.posted:
        return False
    nouns = (knowledge.nouns.get(fold(reading.words[index])) for index in between)
    return not any(noun and noun.kind == "person" for noun in nouns) and all(reading.tokens[index].pos in _IN_PHRASE for index in between)


def _is_civility(index: int, reading: Reading, knowledge: Knowledge) -> bool:
    return index > 0 and fold(reading.tokens[index].text) in knowledge.words.civilities


def _is_of_several(phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase counts people, who are more than the one named beside it ("Ada Morel et Jean Petit, deux avocats")."""
    first = reading.tokens[phrase.first]
    return first.pos == "NUM" or (is_plural(phrase, reading) and first.feature("NumType") == "Card")


def closes(index: int, reading: Reading, *, opening: bool = False) -> bool:
    """Whether an apposition may end before a token: at a comma, a bracket (where ``opening``, one that opens too) or the sentence's end."""
    if index >= len(reading.tokens) or reading.tokens[index].starts_sentence:
        return True
    return reading.tokens[index].text in ",.;:)" or (opening and reading.tokens[index].text == "(")


def is_plural(phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase is of several: by the number of its head, or of its determiner."""
    return any(reading.tokens[index].feature("Number") == "Plur" for index in (phrase.head, phrase.first))
