"""One actor: its roles through time, for whom it speaks, its names in a search."""
from __future__ import annotations

import pytest

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.lines import Who
from selon.core.marks import Dateline, Mention
from selon.core.queries import asked
from selon.core.text import Document, Span
from selon.folds.sides import Sides
from selon.lang.pack import pack
from selon.stores.search import match
from selon.views.actor import actor_card
from selon.views.aliases import Aliases
from selon.views.roles import roles

FR = pack("fr")
SIDES = Sides(FR.actors, FR.roles)


def titled(raw: str, day: str, title: str, name: str) -> Analysis:
    """Return an article in which a title stands beside a name."""
    doc = Document.from_text(raw, name=day)
    at = {words: Span(raw.index(words), raw.index(words) + len(words)) for words in (title, name)}
    days = Days.parse(day)
    made = Analysis(doc).with_layer(Mention, [Mention(at[name], "name", "person", "", at[title], "m")])
    return made.with_layer(Dateline, [Dateline(Span(0, len(raw)), days, day, "given", (), "d")] if days else [])


ARTICLES = [
    titled("Le ministre russe de la Défense Ivan Petit part.", "2023-07-27", "Le ministre russe de la Défense", "Ivan Petit"),
    titled("Le ministre russe de la Défense, Ivan Petit, revient.", "2023-08-01", "Le ministre russe de la Défense", "Ivan Petit"),
    titled("Ivan Petit, ancien ministre russe de la Défense, arrive.", "2025-06", "ancien ministre russe de la Défense", "Ivan Petit"),
    titled("Le futur président Ivan Petit attend.", "", "Le futur président", "Ivan Petit"),
]
IVAN = Actor("ivan-petit", "Ivan Petit", "person", (("Ivan Petit", 4),), "a")
CAST = Cast((IVAN,), tuple(ActorMention(each.doc.id, each[Mention][0].span, "ivan-petit", "name", "person") for each in ARTICLES))


def test_roles_are_told_by_the_articles_with_the_days_between_which_they_appeared():
    for articles in (ARTICLES, ARTICLES[::-1]):
        found = roles(articles, Who.of(CAST), SIDES.senses, FR.roles)
        assert [(role.title, role.state, role.held, role.first, role.last, len(role.evidence)) for role in found] == [
            ("Le ministre russe de la Défense", "russia", "now", "2023-07-27", "2023-08-01", 2),
            ("ancien ministre russe de la Défense", "russia", "before", "2025-06-01", "2025-06-30", 1),
            ("Le futur président", "", "later", "", "", 1),
        ]
    assert found[0].evidence[0].quote.startswith("Le ministre russe de la Défense")


def test_the_card_of_a_minister_says_that_he_speaks_for_his_state_and_when():
    card = actor_card(ARTICLES, CAST, IVAN, SIDES)
    assert [(side.party, side.first, side.last, side.why) for side in card.sides] == [("russia", "2023-07-27", "2023-08-01", "side.title")]
    assert (card.names, card.articles, card.published) == ((("Ivan Petit", 4),), 4, ("2023-07-27", "2025-06-30"))


@pytest.mark.parametrize(
    ("id", "kind", "words", "party"),
    [
        ("russia", "state", "Moscou", "russia"), ("russia-mod", "organisation", "le ministère russe de la Défense", "russia"),
        ("kcna", "agency", "KCNA", "north-korea"), ("pentagon", "organisation", "Pentagone", "united-states"),
        ("afp", "agency", "AFP", ""),
        ("edf", "organisation", "EDF", ""), ("cgt", "organisation", "CGT", ""), ("le-monde", "outlet", "Le Monde", ""),
        ("x-1", "unit", "l'armée russe", "russia"), ("x-2", "group", "une délégation chinoise", "china"),
        ("x-3", "group", "le peuple russe", ""),
        ("x-4", "person", "un porte-parole du gouvernement allemand", "germany"), ("x-5", "person", "un chanteur allemand", ""),
        ("x-6", "person", "un opposant russe", ""), ("x-7", "person", "l'ancien président américain", ""),
        ("x-8", "person", "le chef du parti socialiste français", ""),
    ],
)  # fmt: skip
def test_for_whom_an_actor_speaks(id, kind, words, party):
    sides = SIDES.of(Actor(id, words, kind, ((words, 1),), "a"))
    assert [side.party for side in sides] == ([party] if party else [])


def test_the_table_of_offices_tells_a_party_only_in_its_time():
    lavrov = Actor("sergei-lavrov", "Sergueï Lavrov", "person", (("Sergueï Lavrov", 1),), "a")
    assert [side.party for side in SIDES.of(lavrov, days=Days.parse("2023"))] == ["russia"]
    assert SIDES.of(lavrov, days=Days.parse("1985")) == ()
    assert SIDES.of(lavrov) == ()


ALIASES = Aliases(CAST, FR.actors, FR.sounds)


@pytest.mark.parametrize(
    ("typed", "more"),
    [
        ("Shoigu", "Choïgou"), ("Choigou", "Shoigu"), ("ONU", "Organisation des Nations unies"), ("armes", ""), ('"Ivan Petitt"', ""),
        ("Petitt", "Petit"),
    ],
)  # fmt: skip
def test_a_query_is_widened_by_the_writings_and_names_of_actors(typed, more):
    found = {each.casefold() for each in ALIASES.query(typed).more}
    assert more.casefold() in found if more else not found


def test_a_widened_query_is_one_that_the_index_reads():
    assert match(asked('kim "à Kiev"')) == match('kim "à Kiev"') == '"kim" AND "à Kiev"'
    assert match(ALIASES.query("Shoigu armes")).startswith('("Shoigu" OR ')
    assert match("…") == match(asked("")) == ""
