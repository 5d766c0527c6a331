"""Who is named: mentions of actors, by name, metonym or description."""

from __future__ import annotations

from collections.abc import Iterator

from selon.core.analysis import Analysis
from selon.core.marks import Mention, Token, Zone, ZoneKind
from selon.core.text import Span
from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.plan import stage
from selon.stages.naming.descriptions import Descriptions, Phrase
from selon.stages.naming.known import Hit, hits
from selon.stages.naming.names import BodyClass, Name, Names
from selon.stages.naming.powers import Powers
from selon.stages.reading import Reading

_CREDITED = ("agency", "outlet", "organisation")
"""What a caption names as whose picture it is: no mention."""

_BODIES = ("agency", "outlet", "organisation")

_POST_WORDS, _YEAR_DIGITS = 5, 4
_IN_PHRASE = frozenset(["ADP", "DET", "PROPN", "NOUN", "ADJ"])

_READ = (ZoneKind.BODY, ZoneKind.SUBHEAD, ZoneKind.CAPTION)


@stage(makes=Mention, needs=(Zone, Token), reads=("actors",), version=9)
def mentions(analysis: Analysis, pack: Pack) -> Iterator[Mention]:
    """Yield the mentions of actors in an article; none inside another of the same form.

    A title glued to a name is part of no mention: the name's ``near`` points at it.
    A state named as a place is no mention.
    """
    reading, knowledge = Reading(analysis), pack.actors
    zones = [zone.span for zone in analysis[Zone] if zone.kind in _READ]
    known = list(hits(analysis.doc.raw, zones, knowledge))
    people = [hit.span for hit in known if hit.known.kind == "person"]
    bodies = [hit.span for hit in known if hit.known.kind not in ("person", "state")]
    phrases = list(Descriptions(reading, knowledge, people, bodies).found())
    refs = {hit.span.start: hit.known.ref for hit in known if hit.known.kind == "person"}
    taken = [hit.span for hit in known] + _without_names(phrases, reading, knowledge)
    names = Names(reading, knowledge, taken, _classes(phrases, reading), people).found()
    names = sorted(names + [_holder(hit, reading) for hit in known if hit.known.kind == "person"], key=lambda name: name.first)
    captions = [zone.span for zone in analysis[Zone] if zone.kind is ZoneKind.CAPTION]
    for mention in (*_known(known, reading, knowledge), *_named(names, phrases, reading, knowledge, refs)):
        if mention.kind not in _CREDITED or not any(caption.contains(mention.span) for caption in captions):
            yield mention
    yield from _described(phrases, names, known, reading, knowledge)
    yield from _peoples(reading, knowledge)


def _holder(hit: Hit, reading: Reading) -> Name:
    """Return the full name of somebody whom the table of offices knows as a name like others."""
    inside = reading.inside(hit.span)
    return Name(inside.start, inside.stop - 1, hit.span, "person", titled=False)


def _known(known: list[Hit], reading: Reading, knowledge: Knowledge) -> Iterator[Mention]:
    """Yield known names; those of states, capitals and palaces only where they stand for a power."""
    powers = Powers(reading, knowledge, known)
    for hit in known:
        if hit.known.kind == "person":
            continue
        if hit.known.kind != "state":
            yield Mention(hit.span, "name", hit.known.kind, hit.known.ref, None, "mention.known-name")
        elif powers.acts(hit):
            form = "name" if hit.known.form == "name" else "metonym"
            yield Mention(hit.span, form, "state", hit.known.ref, None, f"mention.{hit.known.form}-acts")


def _named(names: list[Name], phrases: list[Phrase], reading: Reading, knowledge: Knowledge, refs: dict[int, str]) -> Iterator[Mention]:
    """Yield names that stand in no table as sure ones, each with the title glued to it or set beside it.

    A body's name that is an ordinary word too is the body's, since the text uses it as a name.
    """
    for name in names:
        title = next((phrase for phrase in phrases if _introduces(phrase, name) or _apposed(phrase, name, reading, knowledge)), None)
        known = knowledge.known(name.span.of(reading.raw)) if name.kind in _BODIES else None
        body = known if known and known.kind not in ("state", "person") else None
        yield Mention(
            name.span,
            "name",
            body.kind if body else name.kind,
            body.ref if body else refs.get(name.span.start, ""),
            title.span if title else None,
            "mention.titled-name" if name.titled else "mention.name",
        )


def _without_names(phrases: list[Phrase], reading: Reading, knowledge: Knowledge) -> list[Span]:
    """Return the words of descriptions that are no part of a name in them."""
    return [reading.tokens[index].span for phrase in phrases for index in _own_words(phrase, reading, knowledge)]


def _classes(phrases: list[Phrase], reading: Reading) -> dict[int, BodyClass]:
    """Return the phrases for one body by their last token: what is named right behind them is such a body."""
    titles = [phrase.span for phrase in phrases if phrase.noun.kind == "person"]
    bodies = [phrase for phrase in phrases if phrase.noun.kind in _BODIES and not _is_plural(phrase, reading)]
    before_people = {phrase for phrase in bodies if phrase.noun.kind == "outlet" or any(title.contains(phrase.span) for title in titles)}
    return {phrase.last: BodyClass(phrase.noun.kind, phrase in before_people) for phrase in bodies}


def _own_words(phrase: Phrase, reading: Reading, knowledge: Knowledge) -> Iterator[int]:
    """Yield the tokens of a description but those of a name in it: of a person behind a title or "de", of a body behind its noun."""
    in_person = in_body = False
    for index in range(phrase.first, phrase.last + 1):
        token, word = reading.tokens[index], fold(reading.tokens[index - 1].text) if index > phrase.first else ""
        before = knowledge.nouns.get(word)
        behind = before is not None or word in knowledge.words.civilities
        of_person = index > phrase.head_end and token.text[0].isupper() and word in ("de", "d'")
        in_person = (in_person or behind or of_person) and (token.name.endswith("PER") or word in knowledge.words.civilities)
        begins = token.name == "B-ORG" or (before is not None and before.kind in _BODIES)
        in_body = token.text[0].isupper() and (in_body or (begins and _may_name_body(phrase, index, reading, knowledge)))
        if not in_person and not in_body:
            yield index


def _may_name_body(phrase: Phrase, index: int, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a capital in a description may begin the name of a body: behind its noun, and no portfolio of a minister."""
    is_portfolio = phrase.noun.head in (*knowledge.words.portfolio_titles, *knowledge.words.ministries)
    in_longer = index < phrase.last and reading.tokens[index + 1].pos == "ADJ" and reading.tokens[index + 1].text[0].islower()
    return phrase.noun.kind in ("person", *_BODIES) and index > phrase.head_end and not is_portfolio and not in_longer


def _introduces(phrase: Phrase, name: Name) -> bool:
    """Whether a phrase is the title right before a name: both of a person, or neither."""
    return phrase.last + 1 == name.first and (phrase.noun.kind == "person") == (name.kind == "person")


def _apposed(phrase: Phrase, name: Name, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a comma alone stands between a phrase for one person and a name."""
    civil = _is_civility(name.first - 1, reading, knowledge)
    if name.kind != "person" or (phrase.noun.kind != "person" and not civil):
        return False
    if phrase.last < name.first:
        first = name.first - 1 if civil else name.first
        return reading.tokens[first - 1].text == "," and (
            phrase.last + 2 == first or _is_posted(phrase, first - 1, name.last + 1, reading, knowledge)
        )
    return name.last + 2 == phrase.first and reading.tokens[name.last + 1].text in ",(" and _closes(phrase.last + 1, reading)


def _ranked(phrase: Phrase, phrases: list[Phrase], names: list[Name], reading: Reading) -> Span | None:
    """Return the name behind a comma and a rank of its own ("le porte-parole du gouvernement, le colonel Ada Martin")."""
    comma = phrase.last + 1
    if phrase.noun.kind != "person" or comma >= len(reading.tokens) or reading.tokens[comma].text != ",":
        return None
    ranks = [other for other in phrases if other.first == comma + 1 and other.noun.rank == "rank"]
    named = (name for name in names if name.kind == "person" and any(_introduces(rank, name) for rank in ranks))
    return next((name.span for name in named if _closes(name.last + 1, reading)), None)


def _is_posted(phrase: Phrase, comma: int, after: int, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether only where an office is held stands before a comma, and the name behind it closes ("son envoyé à l'ONU, Ada Martin,")."""
    between = range(phrase.last + 1, comma)
    if not 1 < len(between) <= _POST_WORDS or fold(reading.words[between.start]) not in knowledge.words.posted:
        return False
    return _closes(after, reading) and all(reading.tokens[index].pos in _IN_PHRASE for index in between)


def _is_civility(index: int, reading: Reading, knowledge: Knowledge) -> bool:
    return index > 0 and fold(reading.tokens[index].text) in knowledge.words.civilities


def _closes(index: int, reading: Reading) -> bool:
    """Whether an apposition may end before a token: at a comma, a bracket or the sentence's end."""
    return index >= len(reading.tokens) or reading.tokens[index].text in ",.;:)" or reading.tokens[index].starts_sentence


def _described(phrases: list[Phrase], names: list[Name], known: list[Hit], reading: Reading, knowledge: Knowledge) -> Iterator[Mention]:
    """Yield describing phrases that stand by themselves: not glued to a name, no predicate, not part of a known name."""
    bodies = {reading.at(hit.span.start) for hit in known if hit.known.kind != "state"}
    for phrase in phrases:
        glued = any(_introduces(phrase, name) for name in names) or (phrase.noun.kind != "person" and phrase.last + 1 in bodies)
        if glued or _is_predicate(phrase, reading, knowledge) or _is_bare(phrase, reading, knowledge):
            continue
        if any(hit.span.overlaps(reading.span(phrase.head, phrase.head)) for hit in known):
            continue
        near = next((name.span for name in names if _apposed(phrase, name, reading, knowledge)), None)
        near = near or _ranked(phrase, phrases, names, reading)
        body = _known_beside(phrase, known, reading)
        kind = "person" if near else "group" if phrase.noun.kind == "person" and _is_plural(phrase, reading) else phrase.noun.kind
        yield Mention(phrase.span, "description", kind, "", near or body, f"mention.{phrase.noun.rank}")


def _known_beside(phrase: Phrase, known: list[Hit], reading: Reading) -> Span | None:
    """Return the known body that a phrase for a body is set beside ("KCNA, l'agence officielle")."""
    if phrase.noun.kind not in _BODIES or phrase.first < 2 or reading.tokens[phrase.first - 1].text != ",":
        return None
    if not _closes(phrase.last + 1, reading):
        return None
    before = reading.tokens[phrase.first - 2].span
    return next((hit.span for hit in known if hit.known.kind in _BODIES and hit.span.end == before.end), None)


def _is_plural(phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase is of several: by the number of its head, or of its determiner."""
    return any(reading.tokens[index].feature("Number") == "Plur" for index in (phrase.head, phrase.first))


def _is_predicate(phrase: Phrase, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the phrase says what someone is ("est le principal allié")."""
    before = phrase.first - 1
    return before >= 0 and fold(reading.tokens[before].lemma) in knowledge.words.copula and not reading.tokens[phrase.first].starts_sentence


def _is_bare(phrase: Phrase, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a noun stands with no determiner, complement or adjective, and is no apposition: a mere word."""
    if phrase.first != phrase.head:
        return False
    before = reading.words[phrase.first - 1] if phrase.first else ""
    return phrase.first == phrase.last and before not in ("du", "au", "aux", "des", ",")


def _peoples(reading: Reading, knowledge: Knowledge) -> Iterator[Mention]:
    """Yield capitalised demonyms with a determiner ("les Américains"): a state's people, or its side."""
    for index, token in enumerate(reading.tokens):
        if not token.text[0].isupper() or index == 0 or token.starts_sentence:
            continue
        state = knowledge.demonyms.get(fold(token.text).replace("-", " "))
        before = fold(reading.words[index - 1])
        glued = index + 1 < len(reading.tokens) and reading.tokens[index + 1].text[0].isupper()
        if not state or glued or token.pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        if reading.tokens[index - 1].pos == "NUM" and (before.isalpha() or (before.isdigit() and len(before) < _YEAR_DIGITS)):
            yield Mention(reading.span(index - 1, index), "description", "group", "", None, "mention.people")
        elif before in ("les", "des", "aux", "l'", "un", "une", "le", "la"):
            plural = before in ("les", "des", "aux")
            span = reading.span(index - 1, index) if before != "aux" else token.span
            yield Mention(
                Span(span.start, span.end), "description", "group" if plural else "person", state if plural else "", None, "mention.people"
            )
