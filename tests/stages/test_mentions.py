"""Who is named: names, metonyms, descriptions, and what is none of them. Through the real parser."""
from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.marks import Mention
from selon.core.text import Document
from selon.lang.pack import pack
from selon.plan import analyse
from selon.stages.mentions import mentions
from selon.stages.parse import parse
from selon.stages.zones import zones

pytestmark = pytest.mark.model


def read(raw: str) -> tuple[Mention, ...]:
    return analyse(Analysis(Document.from_text(raw)), [zones, parse, mentions], pack("fr"))[Mention]


def named(raw: str) -> list[tuple[str, str, str]]:
    return [(mention.span.of(raw), mention.form, mention.kind) for mention in read(raw)]


ACTS = [
    ("Hier, Paris et Berlin ont condamné le tir.", "Paris"),
    ("Selon Séoul, Tokyo et Washington, le tir a échoué.", "Tokyo"),
    ("Le sommet aura lieu à Genève, Washington l'a confirmé.", "Washington"),
    ("Moscou a démenti toute livraison.", "Moscou"),
    ("Washington accuse un pays voisin.", "Washington"),
    ("Ottawa a fourni une aide militaire à Kiev.", "Kiev"),
    ("L'Élysée a confirmé la visite.", "Élysée"),
    ("Le rapprochement entre Rome et Madrid inquiète.", "Rome"),
    ("Le soutien à la Pologne est total.", "Pologne"),
    ("La position de Tokyo n'a pas changé.", "Tokyo"),
    ("Les services de sécurité de Varsovie ont répondu.", "Varsovie"),
    ("Il a promis « une aide complète » à Kiev.", "Kiev"),
    ("L'Élysée l'a dit, une source à l'Élysée aussi.", "Élysée"),
    ("Ils ont promis des chars à Kiev.", "Kiev"),
    ("Le texte est favorable à Israël.", "Israël"),
    ("Les frappes d'Israël ont cessé.", "Israël"),
    ("Du côté de l'Élysée, on se tait.", "Élysée"),
    ("L'ex-collaborateur de l'Élysée Paul Morel a démenti.", "Élysée"),
    ("Malgré la canicule, la Suède n'a pas tenu ses engagements.", "Suède"),
    ("D'après Séoul, deux soldats sont morts.", "Séoul"),
    ("Il a dit que Berlin livrerait des chars à Kiev.", "Kiev"),
    ("La Russie reste le premier fournisseur d'armes du pays.", "Russie"),
    ("Le traité entre Paris et Berlin est signé.", "Paris"),
    ("Plusieurs alliés, dont la Suède, ont protesté.", "Suède"),
    ("Le président des Etats-Unis Adam Nowicki est attendu.", "Etats-Unis"),
    ("La sortie du Royaume-Uni de l'Union est prévue.", "Royaume-Uni"),
    ("L'Allemagne reste opposée à cette mesure.", "Allemagne"),
    ("La Turquie compte envoyer des troupes.", "Turquie"),
    ("Le pays est aux côtés de l'Italie.", "Italie"),
    ("La Grèce, dont l'Espagne a rejeté l'offre, attend.", "Espagne"),
    ("Un avion a bombardé la Syrie.", "Syrie"),
    ("La Chine refuse de participer à la Coupe du monde.", "Chine"),
    ("La feuille de route de la Hongrie est prête.", "Hongrie"),
    ("Oslo maintient la pression sur Riyad.", "Riyad"),
    ("Ce texte donne aux États-Unis un rôle prédominant.", "États-Unis"),
    ("La région est sous la tutelle de New Delhi.", "New Delhi"),
    ("Kiev accuse l'armée russe de massacre, Moscou dément", "Moscou"),
    ("Le pouvoir syrien a menacé les manifestants.", "Le pouvoir syrien"),
    ("La Corée du Nord se tait. Les relations avec le Nord sont gelées.", "Nord"),
]
IS_A_PLACE = [
    ("Les pilotes d'Air Canada ont atterri.", "Canada"),
    ("L'ancienne Miss France se retire.", "France"),
    ("Il est parti à Paris et Berlin.", "Berlin"),
    ("Il est arrivé mardi à Moscou.", "Moscou"),
    ("La pluie est tombée dans le nord de la Pologne.", "Pologne"),
    ("Une usine a brûlé en Italie.", "Italie"),
    ("Le sommet de Lisbonne (Portugal) s'achève.", "Portugal"),
    ("Les rues de Tokyo étaient vides.", "Tokyo"),
    ("Le rapatriement de Syrie a commencé.", "Syrie"),
    ("La chaleur gagne toute la France.", "France"),
    ("Un barrage a cédé dans le sud-ouest de la Pologne.", "Pologne"),
    ("La guerre menée par la Serbie en Croatie a duré.", "Croatie"),
    ("Un mur est prévu à la frontière avec le Mexique.", "Mexique"),
    ("La liaison entre Perpignan et le Sénégal est longue.", "Sénégal"),
    ("Le train entre Orléans et Paris est en retard.", "Paris"),
    ("La capitale serbe Belgrade dort.", "Belgrade"),
    ("La cour d'appel de Paris a tranché.", "Paris"),
    ("L'accord de Vienne tient.", "Vienne"),
    ("La présidente de France Générosités a répondu.", "France"),
    ("La ville s'équipe comme Montréal ou Moscou.", "Moscou"),
    ("Le parc tente les villes comme Lisbonne.", "Lisbonne"),
    ("La chaîne veut conquérir la région et la Pologne.", "Pologne"),
    ("Le locataire de l'Élysée a souri.", "Élysée"),
    ("La salle des fêtes de l'Élysée rouvre.", "Élysée"),
    ("Il rêve d'une France apaisée.", "France"),
    ("La fondation La Pologne d'abord recrute.", "Pologne"),
    ("Ils espèrent rejoindre la Norvège.", "Norvège"),
    ("Le maire quitte la France.", "France"),
    ("L'avion volait au-dessus du Niger.", "Niger"),
    ("L'ensemble de la Belgique est touché.", "Belgique"),
    ("Le groupe a cinq sites (Espagne, Italie, Grèce).", "Italie"),
    ("Paris et sa banlieue sont sans eau.", "Paris"),
    ("Plusieurs pays, dont la Suède, manquent d'eau.", "Suède"),
    ("La Suisse compte huit millions d'habitants.", "Suisse"),
    ("La France n'a jamais été aussi attractive.", "France"),
    ("Des averses attendent l'Irlande dimanche.", "Irlande"),
    ("La finale de la Coupe du monde oppose le Sénégal à l'Algérie.", "Algérie"),
    ("Un titre perduEn Norvège, la pêche est bonne.", "Norvège"),
    ("Ce territoire est à cheval sur la Syrie et l'Irak.", "Irak"),
    ("La Corée du Nord se tait. Il vit au Nord.", "Nord"),
]


@pytest.mark.parametrize(("raw", "name"), ACTS)
def test_a_power_that_acts_is_a_mention_of_its_state(raw: str, name: str) -> None:
    assert (name, "state") in [(text, kind) for text, _, kind in named(raw)]


@pytest.mark.parametrize(("raw", "name"), IS_A_PLACE)
def test_a_state_named_as_a_place_is_no_mention(raw: str, name: str) -> None:
    assert name not in [text for text, _, _ in named(raw)]


def test_a_capital_and_a_palace_are_metonyms_and_a_state_is_a_name() -> None:
    forms = {text: form for text, form, _ in named("Le Kremlin et Pékin ont parlé, puis la Turquie a accepté.")}
    assert (forms["Kremlin"], forms["Pékin"], forms["Turquie"]) == ("metonym", "metonym", "name")


@pytest.mark.parametrize(
    ("raw", "state"),
    [
        ("Le sénateur accuse Moscou de fournir des fusées. L'aide soviétique inquiète.", "ussr"),
        ("Le sénateur accuse Moscou de fournir des fusées. L'aide russe inquiète.", "russia"),
        ("Le sénateur accuse Moscou de fournir des fusées, comme à l'époque soviétique. L'aide russe inquiète.", "russia"),
    ],
)
def test_a_capital_of_two_states_is_of_the_one_whose_people_the_article_names(raw: str, state: str) -> None:
    assert [mention.ref for mention in read(raw) if mention.form == "metonym"] == [state]


def test_a_title_glued_to_a_name_is_no_mention_but_the_name_points_at_it() -> None:
    raw = "Le ministre polonais de la Défense Adam Nowicki a répondu."
    (mention,) = read(raw)
    assert mention.span.of(raw) == "Adam Nowicki"
    assert mention.near is not None
    assert mention.near.of(raw) == "Le ministre polonais de la Défense"


def test_an_apposition_is_a_description_of_the_name_beside_it() -> None:
    raw = "Claire Morel, porte-parole du syndicat, a quitté la salle."
    found = {mention.span.of(raw): mention for mention in read(raw)}
    assert found["porte-parole du syndicat"].near == found["Claire Morel"].span


def test_so_many_of_a_people_are_a_group_and_not_their_state() -> None:
    assert ("deux Palestiniens", "description", "group") in named("L'armée a tué deux Palestiniens.")
    assert ("26 Palestiniens", "description", "group") in named("Au moins 26 Palestiniens ont été tués.")
    assert not [mention.ref for mention in read("L'armée a tué deux Palestiniens.") if mention.ref]


def test_where_an_office_is_held_may_stand_between_it_and_who_holds_it() -> None:
    raw = "Son représentant à l'ONU, Claire Morel, a quitté la salle."
    found = {mention.span.of(raw): mention for mention in read(raw)}
    assert found["Son représentant"].near == found["Claire Morel"].span


POSTED = [
    ("Le commissaire européen aux Affaires économiques Paul Morel a répondu.", "Le commissaire européen", "Paul Morel"),
    ("La secrétaire d'État à l'Égalité Claire Morel a répondu.", "La secrétaire d'État", "Claire Morel"),
    ("Le maire et candidat du parti Paul Morel a répondu.", "Le maire", "Paul Morel"),
    ("Le député LREM Paul Morel a répondu.", "Le député", "Paul Morel"),
    ("La maire PS de Nantes Claire Morel a répondu.", "La maire", "Claire Morel"),
    ("Le délégué CFE-CGC Paul Morel a répondu.", "Le délégué", "Paul Morel"),
    ("L'ambassadeur américain à Kiev Paul Morel a répondu.", "L'ambassadeur américain", "Paul Morel"),
]


@pytest.mark.parametrize(("raw", "title", "name"), POSTED)
def test_a_post_may_stand_between_a_title_and_a_name(raw: str, title: str, name: str) -> None:
    near = {mention.span.of(raw): mention.near and mention.near.of(raw) for mention in read(raw)}
    assert title not in near
    assert near[name] == title


def test_somebody_asked_is_no_post_of_who_asks() -> None:
    assert ("Le ministre", "description", "person") in named("Le ministre a répondu au président Paul Morel.")


def test_a_fault_is_no_part_of_whom_it_is_laid_to() -> None:
    assert ("les élus", "description", "group") in named("Le préfet accuse les élus de mauvaise foi.")
    assert ("un groupe d'exilés", "description", "organisation") in named("Le préfet accuse un groupe d'exilés d'avoir menti.")


def test_an_article_with_a_capital_begins_the_name_of_a_body() -> None:
    assert ("Le Relais", "name", "outlet") in named("« Oui », estime le site d'information Le Relais.")


def test_a_network_of_two_words_is_nobody() -> None:
    assert named("Il l'a écrit sur son réseau Truth Social.") == []


def test_through_what_somebody_spoke_is_no_outlet() -> None:
    assert named("Il l'a dit à la télévision.") == []
    assert named("Il l'a dit à la télévision publique.") == [("la télévision publique", "description", "outlet")]


def test_what_several_are_is_no_title_of_the_last() -> None:
    near = {mention.span.of(raw): mention.near for raw in ["Ada Morel et Jean Petit, deux avocats, ont plaidé."] for mention in read(raw)}
    assert near["Jean Petit"] is None


def test_a_noun_before_the_name_of_a_group_in_marks_is_the_group() -> None:
    assert named("Il soutient le mouvement des « gilets jaunes ».") == [("gilets jaunes", "name", "group")]


def test_a_quantity_belongs_to_those_counted() -> None:
    assert ("Une quarantaine d'avocats", "description", "group") in named("Une quarantaine d'avocats a signé.")


def test_a_seat_of_two_powers_is_of_the_one_that_the_article_mostly_names() -> None:
    raw = "L'Union européenne hésite. L'UE attend. L'Union européenne a voté dans la capitale belge. Bruxelles a rejeté le budget."
    assert {mention.ref for mention in read(raw) if mention.span.of(raw) == "Bruxelles"} == {"european-union"}


def test_a_capital_with_an_article_is_a_power_where_it_is_the_subject() -> None:
    assert ("La Havane", "metonym", "state") in named("La Havane est soupçonnée de mentir.")


def test_names_keep_their_particles_and_hyphens_and_are_never_cut() -> None:
    found = named("Le dirigeant Kim Jong Un a reçu Anne-Marie Le Goff.")
    assert [text for text, form, _ in found if form == "name"] == ["Kim Jong Un", "Anne-Marie Le Goff"]


NAMES = [
    ("Bonne nouvelle pour les voisins.", []),
    ("Vêtus de leurs gilets, ils dansent.", []),
    ("Logique puisque tout manque.", []),
    ("Accroupi dans son jardin enneigé, Paul dort.", [("Paul", "person")]),
    ("Le conducteur a acheté une Porsche de 1991.", []),
    ("L'attaque d'un Thalys a marqué le pays.", []),
    ("Volvo a répondu. Sa Volvo est en panne.", [("Volvo", "organisation")]),
    ("Elle est suivie par Aude Destour et par Anne.", [("Aude Destour", "person"), ("Anne", "person")]),
    ("« Non », a dit à l'AFP Chantal, une retraitée.", [("AFP", "agency"), ("Chantal", "person")]),
    ("François Hollande se tait. Ils fuient vers Hollande.", [("François Hollande", "person"), ("Hollande", "person")]),
]


@pytest.mark.parametrize(("raw", "names"), NAMES)
def test_a_first_word_and_one_thing_of_many_are_no_names_and_a_given_name_names_somebody(raw: str, names: list[tuple[str, str]]) -> None:
    assert [(text, kind) for text, form, kind in named(raw) if form == "name"] == names


INSIDE = [
    ("Le chef de l'armée a démissionné.", ["Le chef de l'armée", "l'armée"]),
    ("Le chef de l'État a démissionné.", ["Le chef de l'État"]),
    ("Un proche du parlement norvégien a dit non.", ["Un proche du parlement norvégien", "parlement norvégien"]),
    ("Le ministre de la Justice a dit non.", ["Le ministre de la Justice"]),
    ("Une représentante des entreprises a parlé.", ["Une représentante des entreprises"]),
    ("Le jeune rappeur parisien a été arrêté.", ["Le jeune rappeur parisien"]),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "texts"), INSIDE)
def test_the_body_that_a_description_belongs_to_is_a_mention_too(raw: str, texts: list[str]) -> None:
    assert [text for text, form, _ in named(raw) if form == "description"] == texts


OF_BODIES = [
    ("L'opérateur de téléphonie Telvox a coupé le réseau.", "Telvox"),
    ("Paul Morel, président de l'association Mer Claire, a protesté.", "Mer Claire"),
    ("La porte-parole de l'UNPA a démenti.", "UNPA"),
]


@pytest.mark.parametrize(("raw", "name"), OF_BODIES)
def test_what_is_named_behind_a_noun_for_a_body_is_a_body(raw: str, name: str) -> None:
    assert (name, "name", "organisation") in named(raw)


SWALLOWED = [
    ("« Non », a confié le maire au Parisien.", ["Parisien"]),
    ("C'est une information du Monde.", ["Monde"]),
    ("Le patron du Journal du dimanche a démenti.", ["Journal du dimanche"]),
    ("La finale de la Coupe du Monde a commencé.", []),
    ("Le soutien des Républicains américains manque.", []),
    ("Les Républicains ont voté contre. Le patron des Républicains l'a dit.", ["Les Républicains", "Républicains"]),
]


@pytest.mark.parametrize(("raw", "names"), SWALLOWED)
def test_a_name_whose_article_a_preposition_holds_is_one_where_the_text_shows_it(raw: str, names: list[str]) -> None:
    assert [mention.span.of(raw) for mention in read(raw) if mention.ref in ("le-parisien", "le-monde", "jdd", "lr", "le-jdd")] == names


def test_a_portfolio_is_no_body() -> None:
    assert [text for text, form, _ in named("Le ministre de l'Éducation Marc Petit a répondu.") if form == "name"] == ["Marc Petit"]


def test_several_people_are_a_group_and_troops_a_unit() -> None:
    kinds = {text: kind for text, _, kind in named("Des experts ont vu les troupes éthiopiennes et un témoin a parlé.")}
    assert kinds == {"Des experts": "group", "les troupes éthiopiennes": "unit", "un témoin": "person"}


def test_pronouns_adjectives_and_predicates_are_no_mentions() -> None:
    texts = [text for text, _, _ in named("Il est ministre. L'aide militaire russe est arrivée. Elle le savait.")]
    assert texts == []


def test_whose_picture_it_is_makes_no_mention() -> None:
    raw = "Le port a rouvert lundi.\n\n© KCNA via KNS Le maire de Brest et le préfet devant le port de commerce, le 3 mai 2023."
    assert "KCNA" not in [text for text, _, _ in named(raw)]


def test_moscow_is_the_soviet_unions_where_the_article_names_it_and_not_russia() -> None:
    refs = {mention.ref for mention in read("L'Union soviétique a protesté. Moscou exige des excuses.")}
    assert refs == {"ussr"}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(NEWS)
def test_any_text_gives_mentions_that_lie_in_it(raw: str) -> None:
    for mention in read(raw):
        assert mention.span.of(raw).strip()


def test_a_rank_of_its_own_stands_between_a_description_and_the_name():
    raw = "Le porte-parole du gouvernement, le colonel Jean Martin, a martelé que rien n'était vrai."
    near = {mention.span.of(raw): mention.near and mention.near.of(raw) for mention in read(raw)}
    assert near == {"Le porte-parole du gouvernement": "Jean Martin", "Jean Martin": "le colonel"}


def test_a_network_is_nobody():
    assert [text for text, _, _ in named("Il l'a dit sur son compte X. Le ministre a réagi.")] == ["Le ministre"]


def test_the_armed_branch_of_a_group_is_its_troops():
    assert ("La branche armée du Hamas", "description", "unit") in named("La branche armée du Hamas a nié.")


def test_a_count_of_a_charge_is_nobody():
    raw = "Il est visé par deux chefs d'accusation. Le chef de la police se tait."
    assert [text for text, _, _ in named(raw)] == ["Le chef de la police"]


def test_people_counted_without_a_number_are_a_group():
    raw = "Plusieurs Ukrainiens, de nombreux Russes et deux nouveaux Français sont arrivés."
    assert [(text, kind) for text, _, kind in named(raw)] == [
        ("Plusieurs Ukrainiens", "group"), ("nombreux Russes", "group"), ("deux nouveaux Français", "group"),
    ]  # fmt: skip


def test_power_without_a_state_is_nobody():
    assert named("Le pouvoir d'achat recule.") == []


def test_adjectives_behind_a_noun_are_nobody():
    assert named("Des exercices militaires conjoints auront lieu.") == []


def test_a_title_stands_before_a_name_that_the_model_takes_for_the_body_s():
    mentions = {mention.span.of(raw): mention for raw in ["Il a vu le patron de l'Otan Mark Rutte."] for mention in read(raw)}
    near = mentions["Mark Rutte"].near
    assert set(mentions) == {"Otan", "Mark Rutte"}
    assert near is not None
    assert near.of("Il a vu le patron de l'Otan Mark Rutte.") == "le patron de l'Otan"


def test_those_counted_belong_to_the_troops_that_they_are():
    assert [text for text, _, _ in named("Un contingent de 500 hommes est parti, avec un colonel de 40 ans.")] == [
        "Un contingent de 500 hommes", "un colonel",
    ]  # fmt: skip


NOBODY = [
    ("L'impôt à la source avance.", []),
    ("C'est une source d'inquiétude.", []),
    ("Une source de la police a parlé.", ["Une source de la police"]),
    ("Une ville à majorité rurale attend.", []),
    ("La majorité a voté.", ["La majorité"]),
    ("La pluie gagne le nord du pays.", []),
    ("Le calme revient dans le pays.", []),
    ("Le pays attend.", ["Le pays"]),
    ("Il s'occupe de la défense et des Affaires européennes.", []),
]


@pytest.mark.parametrize(("raw", "texts"), NOBODY)
def test_a_noun_that_is_a_thing_or_a_place_there_is_nobody(raw: str, texts: list[str]) -> None:
    assert [text for text, _, _ in named(raw)] == texts


def test_a_title_without_a_determiner_may_be_followed_by_where_it_is_held():
    raw = "Pour Ada Morel, chercheuse à l'université du Nord, ils ont tort."
    near = {mention.span.of(raw): mention.near and mention.near.of(raw) for mention in read(raw)}
    assert near["Ada Morel"] == "chercheuse"


def test_the_name_of_a_body_keeps_small_words_of_its_language():
    assert "Center for the Northern Seas" in [text for text, _, _ in named("Il travaille au Center for the Northern Seas à Oslo.")]
