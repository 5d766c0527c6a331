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
from selon.stages.naming.near import Near
from selon.stages.naming.powers import Powers
from selon.stages.naming.setting import OF, Setting
from selon.stages.naming.spelt import short_name
from selon.stages.naming.titles import apposed, closes, is_glued, is_plural, is_title, ranked
from selon.stages.reading import Reading

_CREDITED = ("agency", "outlet", "organisation")
"""What a caption names as whose picture it is: no mention."""

_BODIES = ("agency", "outlet", "organisation")

_OF = frozenset(["de", "d'", "des", "du"])
_OPENING = frozenset('«“"')
_YEAR_DIGITS = 4

_READ = (ZoneKind.BODY, ZoneKind.SUBHEAD, ZoneKind.CAPTION)


@stage(makes=Mention, needs=(Zone, Token), reads=("actors",), version=12)
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
    for mention in (*_known(known, phrases, reading, knowledge), *_named(names, phrases, reading, knowledge, refs)):
        if mention.kind not in _CREDITED or not any(caption.contains(mention.span) for caption in captions):
            yield mention
    yield from _described(phrases, names, known, reading, knowledge)
    yield from _peoples(reading, knowledge)


def _holder(hit: Hit, reading: Reading) -> Name:
    """Return the full name of somebody whom the table of offices knows as a name like others."""
    inside = reading.inside(hit.span)
    return Name(inside.start, inside.stop - 1, hit.span, "person", titled=False)


def _known(known: list[Hit], phrases: list[Phrase], reading: Reading, knowledge: Knowledge) -> Iterator[Mention]:
    """Yield known names, each body with the noun glued to it; those of states, capitals and palaces only where they stand for a power."""
    nouns = {phrase.last: phrase.span for phrase in phrases if phrase.noun.kind not in ("person", "state")}
    powers = Powers(reading, knowledge, known)
    for hit in known:
        if hit.known.kind == "person":
            continue
        if hit.known.kind != "state":
            noun = nouns.get(reading.at(hit.span.start) - 1)
            yield Mention(hit.span, "name", hit.known.kind, hit.known.ref, noun, "mention.known-name")
        elif powers.acts(hit):
            form = "name" if hit.known.form == "name" else "metonym"
            yield Mention(hit.span, form, "state", hit.known.ref, None, f"mention.{hit.known.form}-acts")


def _named(names: list[Name], phrases: list[Phrase], reading: Reading, knowledge: Knowledge, refs: dict[int, str]) -> Iterator[Mention]:
    """Yield names that stand in no table as sure ones, each with the title glued to it or set beside it.

    A body's name that is an ordinary word too is the body's, since the text uses it as a name.
    """
    beside = Near(phrases)
    for name in names:
        title = next((phrase for phrase in beside.to(name) if is_title(phrase, name, reading, knowledge)), None)
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
    bodies = [phrase for phrase in phrases if phrase.noun.kind in _BODIES and not is_plural(phrase, reading)]
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


def _described(phrases: list[Phrase], names: list[Name], known: list[Hit], reading: Reading, knowledge: Knowledge) -> Iterator[Mention]:
    """Yield describing phrases that stand by themselves: not glued to a name, no predicate, not part of a known name."""
    bodies = {reading.at(hit.span.start) for hit in known if hit.known.kind != "state"}
    beside, of_known = Near(names), {index for hit in known for index in reading.inside(hit.span)}
    around = Setting(reading, knowledge.words)
    for phrase in phrases:
        before_body = phrase.noun.kind != "person" and phrase.last + 1 in bodies
        glued = before_body or any(is_glued(phrase, name, reading, knowledge) for name in beside.to(phrase))
        if glued or any(shape(phrase, reading, knowledge) for shape in (_is_predicate, _is_bare, _is_medium)):
            continue
        if _is_named_in_marks(phrase, known, reading, knowledge) or _is_mere_country(phrase, around, knowledge):
            continue
        if phrase.head in of_known:
            continue
        near = next((name.span for name in beside.to(phrase) if apposed(phrase, name, reading, knowledge)), None)
        near = near or ranked(phrase, phrases, names, reading)
        body = _known_beside(phrase, known, reading) or _short_name(phrase, beside.to(phrase), reading)
        kind = "person" if near else "group" if phrase.noun.kind == "person" and is_plural(phrase, reading) else phrase.noun.kind
        yield Mention(phrase.span, "description", kind, "", near or body, f"mention.{phrase.noun.rank}")


def _is_mere_country(phrase: Phrase, around: Setting, knowledge: Knowledge) -> bool:
    """Whether a country is only where something is ("dans le pays", "le nord du pays", "tout le pays")."""
    words = knowledge.words
    if phrase.noun.head not in words.lands:
        return False
    first = fold(around.reading.words[phrase.first])
    before = around.before(phrase.first)
    governor = around.governor(before.place) if before.word in OF else ""
    return before.word in words.places_before or first in words.all_of or governor in (*words.place_heads, *words.country_heads)


def _short_name(phrase: Phrase, names: list[Name], reading: Reading) -> Span | None:
    """Return the acronym in brackets behind a phrase for one body ("le syndicat des marins du Nord (SMN)")."""
    if phrase.noun.kind not in _BODIES or is_plural(phrase, reading) or phrase.last == phrase.head_end:
        return None
    opening = phrase.last + 1
    short = (name for name in names if name.first == name.last == opening + 1 and name.kind != "person")
    found = next((name for name in short if reading.tokens[name.first].text.isupper()), None)
    closed = found is not None and found.last + 1 < len(reading.tokens) and reading.tokens[found.last + 1].text == ")"
    return found.span if found and closed and reading.tokens[opening].text == "(" else None


def _is_named_in_marks(phrase: Phrase, known: list[Hit], reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a noun for all of some people leads to their name in marks ("le mouvement des « gilets jaunes »")."""
    mark = phrase.last + 2
    if phrase.noun.kind != "group" or mark + 1 >= len(reading.tokens) or reading.tokens[mark].text not in _OPENING:
        return False
    if fold(reading.words[mark - 1]) not in _OF or fold(reading.words[phrase.first]) in knowledge.words.restricting:
        return False
    return any(hit.known.kind == "group" and hit.span.start == reading.tokens[mark + 1].span.start for hit in known)


def _known_beside(phrase: Phrase, known: list[Hit], reading: Reading) -> Span | None:
    """Return the known body that a phrase for a body is set beside ("KCNA, l'agence officielle", "la milice kurde, les YPG")."""
    if phrase.noun.kind not in (*_BODIES, "group", "unit"):
        return None
    bodies = [hit for hit in known if hit.known.kind in (*_BODIES, "group")]
    if short := short_name(phrase.last + 1, reading):
        return next((hit.span for hit in bodies if hit.span == reading.tokens[short].span), None)
    if is_plural(phrase, reading):
        return None
    comma = phrase.first - 1
    if comma > 0 and reading.tokens[comma].text == "," and closes(phrase.last + 1, reading):
        before = reading.tokens[comma - 1].span
        if found := next((hit.span for hit in bodies if hit.span.end == before.end and hit.known.kind != "group"), None):
            return found
    comma, tokens = phrase.last + 1, reading.tokens
    if phrase.last == phrase.head_end or comma + 2 >= len(tokens) or tokens[comma].text != ",":
        return None
    first = comma + 1 + (tokens[comma + 1].pos == "DET")
    behind = (hit.span for hit in bodies if hit.span.start == tokens[first].span.start)
    return next((span for span in behind if closes(reading.inside(span).stop, reading, opening=True)), None)


def _is_predicate(phrase: Phrase, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the phrase says what someone is ("est le principal allié")."""
    before = phrase.first - 1
    while before > 0 and reading.tokens[before].pos == "ADV":
        before -= 1
    return before >= 0 and fold(reading.tokens[before].lemma) in knowledge.words.copula and not reading.tokens[phrase.first].starts_sentence


def _is_bare(phrase: Phrase, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a noun stands with no determiner, complement or adjective, and is no apposition: a mere word."""
    if phrase.first != phrase.head:
        return False
    before = reading.words[phrase.first - 1] if phrase.first else ""
    return phrase.first == phrase.last and before not in ("du", "au", "aux", "des", ",")


def _is_medium(phrase: Phrase, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a noun only says through what somebody spoke ("a déclaré à la télévision"): no outlet is told by it."""
    before = reading.words[max(phrase.first - 1, 0) : phrase.last + 1]
    return fold(" ".join(before)) in knowledge.words.media


def _peoples(reading: Reading, knowledge: Knowledge) -> Iterator[Mention]:
    """Yield capitalised demonyms with a determiner ("les Américains"): a state's people, or its side."""
    for index, token in enumerate(reading.tokens):
        if not token.text[0].isupper() or index == 0 or token.starts_sentence:
            continue
        state = knowledge.demonyms.get(fold(token.text).replace("-", " "))
        first = _counting(index, reading, knowledge)
        before = fold(reading.words[index - 1])
        glued = index + 1 < len(reading.tokens) and reading.tokens[index + 1].text[0].isupper()
        if not state or glued or (token.pos not in ("NOUN", "PROPN", "ADJ") and not token.name):
            continue
        if first is not None:
            yield Mention(reading.span(first, index), "description", "group", "", None, "mention.people")
        elif before in ("les", "des", "aux", "l'", "un", "une", "le", "la"):
            plural = before in ("les", "des", "aux")
            span = reading.span(index - 1, index) if before != "aux" else token.span
            yield Mention(
                Span(span.start, span.end), "description", "group" if plural else "person", state if plural else "", None, "mention.people"
            )


def _counting(index: int, reading: Reading, knowledge: Knowledge) -> int | None:
    """Return the token of a number or quantity before people ("neuf", "plusieurs", "de nombreux"); ``None`` if none is there."""
    first = index - 1
    while first > 0 and reading.tokens[first].pos == "ADJ" and fold(reading.words[first]) not in knowledge.words.several:
        first -= 1
    word = fold(reading.words[first])
    is_number = reading.tokens[first].pos == "NUM" and (word.isalpha() or (word.isdigit() and len(word) < _YEAR_DIGITS))
    return first if first >= 0 and (is_number or word in (*knowledge.words.numbers, *knowledge.words.several)) else None
