"""The claims ledger, on short articles written for each thing it must tell apart."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.app import french
from selon.core.analysis import Analysis
from selon.core.claims import Claim, Sightings
from selon.core.text import Document
from selon.folds.actors import actors
from selon.folds.claiming.ledger import ledger
from selon.folds.claims import claims
from selon.lang.pack import pack
from selon.plan import analyse, ordered

pytestmark = pytest.mark.model

STAGES = ordered(french().stages)
PACK = pack("fr")

ALLEGED = ("a", "2024-01-10", "Washington a accusé Téhéran de fournir des drones à Moscou, ce que Téhéran a démenti.")
REPEATED = ("b", "2024-01-12", "Washington a accusé Téhéran de fournir des drones à Moscou.")
SUSPECTED = ("c", "2024-02-02", "Téhéran est soupçonné de fournir des drones à Moscou.")
CONFIRMED = ("d", "2024-03-01", "Téhéran a confirmé avoir fourni des drones à Moscou.")
TROOPS = ("e", "2024-03-03", "Téhéran a confirmé avoir envoyé des soldats à Moscou.")
REJECTED = ("f", "2024-01-11", "Londres accuse Téhéran de livrer des missiles à Damas. Téhéran a rejeté ces accusations.")
TOLD = ("g", "2024-04-01", "Téhéran a fourni des drones à Moscou pendant des mois.")
ARTICLES = (ALLEGED, REPEATED, SUSPECTED, CONFIRMED, TROOPS, REJECTED, TOLD)

READ: dict[tuple[str, str, str], Analysis] = {}


def read(article: tuple[str, str, str]) -> Analysis:
    name, day, raw = article
    if article not in READ:
        READ[article] = analyse(Analysis(Document.from_text(raw, name=name, published=day)), STAGES, PACK)
    return READ[article]


def gathered(*articles: tuple[str, str, str]) -> tuple[Sightings, tuple[Claim, ...]]:
    analyses = [read(each) for each in articles]
    found = claims.run(analyses, PACK)
    return found, ledger(found, actors.run(analyses, PACK))


def claim_of(found: tuple[Claim, ...], thing: str) -> Claim:
    """Return the claim about giving things of a class."""
    return next(each for each in found if each.object == thing and each.type in ("AID", "MOBILIZE"))


def stances(claim: Claim) -> list[tuple[str, str, str]]:
    return [(entry.article, entry.stance, entry.actor) for entry in claim.entries]


def test_a_denial_in_a_relative_clause_is_linked_to_the_claim_it_denies():
    _, found = gathered(ALLEGED)
    claim = claim_of(found, "weapons")
    assert stances(claim) == [("a", "allege", "united-states"), ("a", "deny", "iran")]
    assert (claim.actor, claim.recipient, claim.state, claim.parties) == ("iran", ("russia",), "contested", 2)


def test_a_denial_of_these_accusations_answers_the_accusation_before_it():
    _, found = gathered(REJECTED)
    assert stances(claim_of(found, "weapons")) == [("f", "allege", "united-kingdom"), ("f", "deny", "iran")]


def test_the_same_words_in_two_articles_are_two_documents_and_one_root():
    _, found = gathered(ALLEGED, REPEATED)
    claim = claim_of(found, "weapons")
    assert (claim.documents, claim.roots) == (2, 1)
    again = next(entry for entry in claim.entries if entry.article == "b")
    assert {"reuse", "denial-dropped"} <= set(again.flags)


def test_a_suspicion_without_a_speaker_adds_no_source():
    _, found = gathered(SUSPECTED)
    claim = claim_of(found, "weapons")
    assert [(entry.stance, entry.actor, entry.root) for entry in claim.entries] == [("suspect", "", "")]
    assert claim.roots == 0


def test_the_narrator_adds_no_source():
    _, found = gathered(ALLEGED, TOLD)
    told = next(entry for entry in claim_of(found, "weapons").entries if entry.article == "g")
    assert (told.stance, told.actor, told.root) == ("narrate", "", "")
    assert "modality-shift" in told.flags


def test_to_confirm_what_one_denied_is_a_reversal():
    _, found = gathered(ALLEGED, CONFIRMED)
    claim = claim_of(found, "weapons")
    assert claim.state == "confirmed-by-accused"
    assert "reversal" in claim.flags


def test_an_admission_stands_against_a_denial_of_no_known_day():
    undated = ("o", "", "Washington accuse Téhéran de fournir des drones à Moscou. Téhéran a démenti ces accusations.")
    claim = claim_of(gathered(undated, CONFIRMED)[1], "weapons")
    assert {"deny", "confirm"} <= {entry.stance for entry in claim.entries}
    assert claim.state == "confirmed-by-accused"


def test_a_confirmation_of_troops_says_nothing_of_weapons():
    _, found = gathered(ALLEGED, TROOPS)
    claim = claim_of(found, "weapons")
    assert claim.state == "contested"
    assert "e" not in {entry.article for entry in claim.entries}


def test_arms_for_two_states_are_two_claims():
    _, found = gathered(ALLEGED, REJECTED)
    assert {each.recipient for each in found if each.object == "weapons"} == {("russia",), ("syria",)}


def linked(raw: str, *, day: str = "2024-05-06") -> list[tuple[str, str, str]]:
    """Return stance, actor and reason of the entries of the largest claim of one article."""
    _, found = gathered((raw, day, raw))
    return [(entry.stance, entry.actor, entry.why) for entry in found[0].entries] if found else []


@pytest.mark.parametrize(
    "raw, answer",
    [
        ("Moscou a rejeté les accusations de Londres, qui lui reproche d'avoir livré des armes à Damas.", ("deny", "russia", "answer")),
        ("La Russie a démenti toute implication. Londres accuse Moscou d'avoir livré des missiles à Damas.", ("deny", "russia", "answer")),
        ("Londres accuse Moscou d'avoir livré des missiles à Damas. Le Kremlin a reconnu leur présence.", ("confirm", "russia", "answer")),
        ("Jean Durand est accusé d'avoir détourné des fonds. « C'est faux », s'est défendu l'homme.", ("deny", "jean-durand", "answer")),
        ("Le réalisateur Jean Durand est accusé de viol. Le cinéaste a nié les faits.", ("deny", "jean-durand", "answer")),
        ("Jean Durand est accusé d'un vol de voitures. Le suspect a reconnu les faits.", ("confirm", "jean-durand", "answer")),
        ("L'acteur nie les accusations. Jean Durand est accusé de viol.", ("deny", "jean-durand", "answer")),
        ("Le ministre russe accuse la Russie d'avoir volé des fonds. Moscou a rejeté ces accusations.", ("deny", "russia", "answer")),
        ("Jean Durand est accusé d'un vol de voitures. L'avocate de Paul Petit a démenti les faits.", None),
        ("Le ministre Jean Durand réfute les critiques du collectif, qui l'accuse de mentir.", ("deny", "jean-durand", "answer")),
        ("Jean Durand est accusé d'un vol de voitures. Sa compagne nie les faits.", None),
        ("Jean Durand est accusé d'un vol de voitures. Le juge a rejeté ses arguments.", None),
        ("Jean Durand est accusé d'un vol de voitures. Jean Durand a démenti les propos de son voisin.", None),
        ("Jean Durand est accusé d'un vol de voitures. Jean Durand a contesté l'usine devant le juge.", None),
        ("Jean Durand est accusé d'un vol de voitures. La procureure a contesté cette version.", None),
        ("Deux hommes sont accusés d'un vol de voitures. La cour a rejeté leur recours.", None),
        ("La presse accuse Emmanuel Macron de fraude. Gérard Collomb a démenti ces accusations.", None),
        ("Londres accuse Moscou d'avoir livré des missiles à Damas. Pékin a démenti ces accusations.", None),
        ("Londres accuse Moscou d'avoir livré des missiles à Damas. La Russie a reconnu une crise de l'énergie.", None),
    ],
)  # fmt: skip
def test_an_answer_joins_what_is_alleged_of_its_side_and_nothing_else(raw, answer):
    answers = [each for each in linked(raw) if each[0] in ("deny", "confirm") and each[2] == "answer"]
    assert answers == ([answer] if answer else [])


def test_a_lawyer_is_of_the_side_of_whom_they_defend():
    raw = "Jean Durand est accusé d'un vol de voitures. L'avocate de Jean Durand a démenti les faits."
    _, found = gathered(("r", "2024-05-06", raw))
    assert [(entry.stance, entry.party, entry.why) for entry in found[0].entries][1:] == [("deny", "jean-durand", "answer")]


@pytest.mark.parametrize(
    "raw, entries",
    [
        ("Jean Durand est accusé d'avoir déserté, ce que conteste l'association.", [("suspect", ""), ("deny", "association")]),
        ("Selon le journal, Claire Petit toucherait une prime. Son agent a nié l'information.", [("assert", "journal"), ("deny", "agent")]),
        (
            "Selon le journal, le maire a tué un homme. L'information a été confirmée par le parquet.",
            [("assert", "journal"), ("confirm", "parquet")],
        ),
        (
            "L'ONG accuse les banques de mentir, comme elles s'y étaient engagées, ce que conteste le ministre.",
            [("allege", "ong"), ("deny", "ministre")],
        ),
    ],
)  # fmt: skip
def test_what_was_just_said_is_denied_or_confirmed_by_anybody(raw, entries):
    assert [(stance, actor.rpartition("-")[0]) for stance, actor, _ in linked(raw)] == entries


def test_what_somebody_said_is_not_denied_by_them():
    raw = "« Tout va bien », a dit Paul Martin. M. Martin a démenti ces informations."
    assert not any(stance == "deny" for stance, *_ in linked(raw))


def test_a_possessive_before_an_office_is_of_the_state_named_last():
    found, _ = gathered(("q", "2024-05-06", "La Russie a parlé. Son ambassadeur à l'ONU, Pavel Morozov, a démenti toute attaque."))
    assert {home.state for home in found.homes} == {"russia"}


@pytest.mark.parametrize(
    "raw, stances",
    [
        ("« Nous aiderons Kiev si Moscou attaque Varsovie », a déclaré Berlin.", []),
        ("Berlin a prévenu que ce tir serait considéré comme une attaque de Moscou contre Varsovie.", []),
        ("Paul Martin a nié toute intention d'attaquer ses voisins.", ["deny"]),
        ("Berlin a assuré que les travaux cesseraient et qu'il n'attaquerait pas Varsovie.", ["promise"]),
        ("Selon Berlin, Moscou a des fusées capables de frapper Varsovie.", []),
    ],
)
def test_a_condition_and_a_likeness_claim_nothing_and_an_aim_is_what_is_denied(raw, stances):
    found = gathered((raw, "2024-05-06", raw))[0].sightings
    assert [each.mark.stance for each in found if each.mark.type == "ASSAULT"] == stances


def test_a_denial_that_names_the_thing_finds_the_only_claim_of_those_days_and_none_of_later_ones():
    denied = ("h", "2024-01-13", "L'Iran a nié toute présence d'armes sur ce navire.")
    _, found = gathered(REPEATED, denied)
    assert ("h", "deny", "iran") in stances(claim_of(found, "weapons"))
    _, late = gathered(REPEATED, ("i", "2024-03-13", "L'Iran a nié toute présence d'armes sur ce navire."))
    assert "i" not in {entry.article for claim in late for entry in claim.entries}
    _, early = gathered(REPEATED, ("j", "2024-01-01", "L'Iran a nié toute présence d'armes sur ce navire."))
    assert ("j", "deny", "iran") not in stances(claim_of(early, "weapons"))


def test_one_act_of_speech_told_again_with_less_is_one_claim():
    first = ("j", "2024-01-12", "Le 10 janvier 2024, Washington a accusé Téhéran d'avoir installé des missiles en Syrie.")
    again = ("k", "2024-06-20", "Le 10 janvier 2024, Washington avait accusé Téhéran d'avoir installé des missiles.")
    _, found = gathered(first, again)
    assert {entry.article for entry in claim_of(found, "weapons").entries} == {"j", "k"}


def test_two_crowds_of_other_figures_are_two_claims():
    told = "Selon la police, 1.800 personnes ont manifesté à Nantes. Selon elle, 700 personnes ont manifesté à Nancy."
    _, found = gathered(("l", "2024-02-03", told))
    assert max(len(claim.entries) for claim in found if claim.type == "PROTEST") == 1


def test_what_one_side_said_twice_is_one_source_or_two():
    first = ("n", "2024-01-12", "Mercredi, Washington a accusé Téhéran de fournir des drones à Moscou.")
    more = "Les États-Unis ont affirmé lundi avoir la preuve que l'Iran livrait aussi des obus à la Russie."
    again = ("m", "2024-02-20", more)
    _, found = gathered(first, again)
    claim = claim_of(found, "weapons")
    assert (claim.documents, claim.roots_least, claim.roots) == (2, 1, 2)


def test_one_article_that_relays_two_is_one_source_at_the_end_of_two_chains():
    told = (
        "Paul Martin a rencontré Ali Hassan à Damas, a indiqué le ministère russe de la Défense. Paul Martin et Ali Hassan ont visité "
        "une usine, a rapporté l'agence Sana. Paul Martin s'est entretenu avec Ali Hassan, a ajouté l'agence Sana."
    )
    _, found = gathered(("relays", "2024-03-02", told))
    (claim,) = (each for each in found if each.type == "CONSULT")
    assert [each.originator for each in claim.entries] == ["russia", "sana", "sana"]
    assert len({each.root for each in claim.entries}) == 2
    assert (claim.documents, claim.roots_least, claim.roots, claim.chains) == (1, 1, 1, 2)


def test_roots_are_never_more_than_documents():
    _, found = gathered(*ARTICLES)
    assert all(claim.roots_least <= claim.roots <= claim.documents for claim in found)


ACCUSED = "Londres accuse Moscou d'avoir livré des missiles à Damas. "


@pytest.mark.parametrize(
    "raw, stances",
    [
        (ACCUSED + "« Ces accusations sont absurdes », a réagi le Kremlin.", ["deny"]),
        (ACCUSED + "Moscou a jugé « sans fondement » les propos de Londres.", ["deny"]),
        (ACCUSED + "Le Kremlin a assuré que la Russie n'avait « rien à voir avec cette affaire ».", ["deny"]),
        (ACCUSED + "« Cette information ne correspond pas à la réalité », a répondu Moscou.", ["deny"]),
        (ACCUSED + "La Russie dément.", ["deny"]),
        (ACCUSED + "La Russie l'a démenti mardi.", ["deny"]),
        (ACCUSED + "« La Russie n'a jamais livré ces missiles », a répondu le Kremlin.", ["deny"]),
        (ACCUSED + "« La Russie n'a jamais soutenu cette guerre », a répondu le Kremlin.", []),
        (ACCUSED + "Le Kremlin n'a pas souhaité commenter ces informations.", ["deflect"]),
        (ACCUSED + "La Russie n'a voulu ni confirmer ni infirmer la livraison.", ["deflect"]),
        (ACCUSED + "Moscou s'est refusé à tout commentaire.", ["deflect"]),
        (ACCUSED + "Pékin n'a pas souhaité commenter.", []),
        (ACCUSED + "« Ces missiles sont précieux », a réagi le Kremlin.", []),
        ("Londres accuse Moscou d'avoir livré des missiles à Damas, ce que Moscou dément.", ["deny"]),
        ("Londres accuse Moscou d'avoir livré des missiles à Damas, des engins que Moscou dément.", []),
    ],
)
def test_whoever_calls_it_false_denies_and_whoever_will_not_say_leaves_it_open(raw, stances):
    found = [each for each in linked(raw) if each[0] in ("deny", "deflect")]
    assert [(stance, why) for stance, _, why in found] == [(stance, "answer") for stance in stances]


def test_a_denial_of_what_somebody_else_merely_asserts_is_of_that():
    told = "Selon Reuters, le Tchad a signé un accord militaire avec la Russie. Le Tchad a démenti ces informations."
    assert [(stance, actor) for stance, actor, _ in linked(told)] == [("assert", "reuters"), ("deny", "chad")]


CABLE = ("r", "2024-02-06", "L'Estonie a accusé mardi la Russie d'avoir sectionné le câble Baltix, ce que Moscou a nié.")
CABLE_AGAIN = ("s", "2024-02-07", "La Russie raille l'Estonie, qui lui reproche d'avoir endommagé un câble.")
PLANES = ("t", "2024-02-07", "L'Estonie reproche à la Russie d'avoir brouillé la navigation de ses avions.")
OWNED = "La Russie a reconnu vendredi que son navire avait sectionné le câble Baltix. Moscou avait nié toute implication."
CABLE_OWNED = ("u", "2024-09-27", OWNED)
CABLE_THIRD = ("v", "2024-03-14", "La Finlande a confirmé que le câble Baltix avait été sectionné par un navire.")


def test_accusations_of_one_side_are_one_claim_by_what_they_tell():
    _, found = gathered(CABLE, CABLE_AGAIN, PLANES)
    accusing = [{entry.article for entry in claim.entries} for claim in found if claim.type == "ACCUSE"]
    assert sorted(map(sorted, accusing)) == [["r", "s"], ["t"]]


def test_an_admission_of_a_deed_of_no_known_type_finds_the_accusation_that_has_its_words():
    _, found = gathered(CABLE, CABLE_OWNED)
    (claim,) = found
    assert stances(claim)[-2:] == [("u", "confirm", "russia"), ("u", "deny", "russia")]
    assert (claim.state, "reversal" in claim.flags) == ("confirmed-by-accused", True)


def test_a_third_side_confirms_what_is_told_in_the_same_words_soon_after():
    assert ("v", "confirm", "finland") in stances(gathered(CABLE, CABLE_THIRD)[1][0])
    late = ("w", "2024-05-14", CABLE_THIRD[2])
    other = ("0", "2024-03-14", "La Finlande a confirmé que le port de Turku avait été bloqué par un navire.")
    assert {entry.article for claim in gathered(CABLE, late, other)[1] for entry in claim.entries} == {"r"}


def test_a_visit_announced_for_no_known_day_is_realised_by_one_soon_after():
    planned = ("x", "2024-04-12", "Le Kremlin a annoncé que Sergueï Lavrov se rendrait au Tchad.")
    done = ("y", "2024-05-20", "Sergueï Lavrov s'est rendu dimanche au Tchad.")
    late = ("z", "2024-08-20", "Sergueï Lavrov s'est rendu dimanche au Tchad.")
    assert [claim.state for claim in gathered(planned, done)[1]] == ["realised"]
    assert [claim.state for claim in gathered(planned, late)[1]] == ["planned"]


@pytest.mark.parametrize(
    "raw, actor",
    [
        ("Le ministre a affirmé que Paul Martin avait menti à ses juges, ce que Jeanne Dupont a démenti.", "paul-martin"),
        ("Selon deux sources européennes citées par Reuters, le Tchad a signé un accord militaire avec la Russie.", "chad"),
        ("« Nos forces n'ont jamais bombardé Damas », a déclaré la Russie.", "russia"),
        ("Erevan avait accusé Bakou d'avoir bombardé un village.", "azerbaijan"),
        ("L'Albanie a accusé l'Iran d'avoir attaqué les serveurs de son gouvernement.", "iran"),
    ],
)
def test_the_doer_is_whom_the_words_tell_of_and_not_whoever_speaks(raw, actor):
    _, found = gathered((raw, "2024-05-06", raw))
    assert found[0].actor == actor


@pytest.mark.parametrize(
    "raw, titles",
    [
        ("Paris a promis de ne pas attaquer Damas.", ["France → not ASSAULT territory → Syrie"]),
        ("Paris a promis d'attaquer Damas.", ["France → ASSAULT territory → Syrie"]),
        ("Jean Durand a remercié les marins arrêtés à Moscou.", []),
    ],
)
def test_a_negated_promise_says_so_and_what_is_only_granted_is_no_claim(raw, titles):
    _, found = gathered((raw, "2024-05-06", raw))
    assert [claim.title for claim in found if claim.type != "SUPPORT"] == titles


@pytest.mark.parametrize("order", list(permutations((ALLEGED, REPEATED, SUSPECTED, CONFIRMED)))[::5])
def test_the_order_of_the_articles_makes_no_difference(order):
    assert gathered(*order) == gathered(ALLEGED, REPEATED, SUSPECTED, CONFIRMED)


@settings(max_examples=20)
@given(st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=5, unique=True))
def test_every_entry_shows_the_very_characters_of_its_article(chosen):
    docs = {read(each).doc.id: read(each).doc for each in chosen}
    _, found = gathered(*chosen)
    for claim in found:
        assert claim.entries
        for entry in claim.entries:
            assert entry.evidence.holds(docs[entry.evidence.doc])


RESIGNED = (
    ("h1", "2024-03-05", "Le ministre Paul Martin a démissionné mardi."),
    ("h2", "2024-03-20", "L'opposition tire les leçons de la démission de Paul Martin, a déclaré le député Jean Durand."),
    ("h3", "2024-04-18", "Un mois après la démission de Paul Martin, le gouvernement cherche un ministre."),
)
OTHERS = (
    ("h4", "2024-03-06", "Le ministre Jean Durand a démissionné mercredi."),
    ("h5", "2024-11-20", "Le maire Paul Martin a démissionné."),
)


def articles_of(found: tuple[Claim, ...], kind: str) -> list[list[str]]:
    """Return the articles of each claim of a type."""
    return sorted(sorted({entry.article for entry in claim.entries}) for claim in found if claim.type == kind)


def test_one_who_gives_up_office_does_so_once_whatever_the_words():
    assert ["h1", "h2", "h3"] in articles_of(gathered(*RESIGNED, *OTHERS)[1], "CONCEDE")


CHARGED = ("k1", "2024-03-05", "Paul Martin est mis en examen pour des violences contre un manifestant.")
CHARGED_LATER = ("k2", "2024-04-20", "Interrogé lundi, Paul Martin, mis en examen pour des violences en réunion, a gardé le silence.")


@pytest.mark.parametrize(
    "other, is_one",
    [
        (CHARGED_LATER, True),
        (("k3", "2024-03-20", "Paul Martin est mis en examen pour le meurtre de Claire Petit."), False),
        (("k4", "2024-03-20", "Jean Durand est mis en examen pour des violences contre un manifestant."), False),
        (("k5", "2024-11-20", "Paul Martin est mis en examen pour des violences contre un manifestant."), False),
    ],
)
def test_one_who_is_known_by_name_is_blamed_for_one_deed_in_the_articles_of_two_months(other, is_one):
    found = gathered(CHARGED, other)[1]
    assert any(claim.documents == 2 for claim in found if claim.type == "ASSAULT") == is_one


MESSAGE = "« Le peuple russe apporte son soutien total au peuple syrien dans sa lutte pour la liberté », a écrit Vladimir Poutine."


def test_a_sentence_that_two_articles_share_is_one_claim_though_their_dates_differ():
    again = ("m2", "2024-04-10", "Le mois dernier, Vladimir Poutine avait envoyé un message. " + MESSAGE)
    assert articles_of(gathered(("m1", "2024-03-05", MESSAGE), again)[1], "SUPPORT") == [["m1", "m2"]]


def test_what_a_source_takes_for_granted_as_it_says_it_is_shown_once():
    raw = "« Paul Martin est arrivé lundi à Moscou et a réservé son premier entretien à Vladimir Poutine », a indiqué le Kremlin."
    assert [stance for stance, *_ in linked(raw)] == ["assert"]


def test_a_meeting_told_from_its_other_side_has_not_drifted():
    met = ("t1", "2024-03-06", "Emmanuel Macron a rencontré mardi Vladimir Poutine à Moscou, a indiqué le Kremlin.")
    again = ("t2", "2024-03-07", "Vladimir Poutine a reçu mardi Emmanuel Macron au Kremlin.")
    (claim,) = (each for each in gathered(met, again)[1] if each.type == "CONSULT")
    assert (claim.documents, claim.flags) == (2, ())


def test_words_of_two_without_a_name_may_be_of_one_and_are_no_drift():
    told = "Un {} accuse Moscou d'avoir coupé un câble sous la mer pendant la nuit."
    found = gathered(("w1", "2024-03-05", told.format("député")), ("w2", "2024-03-05", told.format("élu")))[1]
    assert not any("attribution-drift" in entry.flags for claim in found for entry in claim.entries)


@pytest.mark.parametrize(
    "raw, titles",
    [
        ("« Je ne reconnais pas cette autorité », a déclaré Paul Martin.", ["Paul Martin → REJECT"]),
        (
            "Pyongyang a qualifié le conflit en Ukraine de « guerre par procuration » des États-Unis visant à détruire la Russie.",
            ["États-Unis → ACCUSE violence"],
        ),
    ],
)
def test_a_claim_is_named_after_what_is_said(raw, titles):
    assert [claim.title for claim in gathered((raw, "2024-05-06", raw))[1]] == titles


@pytest.mark.parametrize(
    "raw, actor",
    [
        ("Accusé de viols et d'agressions sexuelles par cinq femmes, Paul Martin a nié les faits.", "paul-martin"),
        ("Le maire Paul Martin a été accusé de viols par l'une de ses anciennes clientes.", "paul-martin"),
        ("Le maire Paul Martin avait qualifié Jean Durand de « Mussolini de province ».", "jean-durand"),
        ("Paul Martin a qualifié les propos de Jean Durand de « bouillie verbale ».", "jean-durand"),
    ],
)
def test_who_accuses_has_not_done_it_and_what_one_is_called_is_nobody(raw, actor):
    assert {claim.actor for claim in gathered((raw, "2024-05-06", raw))[1]} == {actor}


TALK = ("v1", "2024-07-27", "Emmanuel Macron et Boris Johnson se sont entretenus au téléphone jeudi 25 juillet 2024, a indiqué l'Élysée.")
TO_COME = ("v2", "2024-07-27", "Emmanuel Macron a annoncé qu'il rencontrerait Boris Johnson.")


def test_a_meeting_still_to_come_is_not_one_that_has_taken_place():
    assert articles_of(gathered(TALK, TO_COME)[1], "CONSULT") == [["v1"], ["v2"]]


def test_who_writes_has_not_met_anybody():
    wrote = ("b1", "2024-07-27", "Selon l'Élysée, Emmanuel Macron a envoyé une lettre à Boris Johnson.")
    met = ("b2", "2024-07-28", "Selon l'Élysée, Emmanuel Macron a rencontré Boris Johnson.")
    assert articles_of(gathered(wrote, met)[1], "CONSULT") == [["b1"], ["b2"]]


def test_two_deeds_of_an_article_are_one_by_a_word_for_the_deed_and_not_by_the_hour():
    raw = "Selon Paul Martin, sept personnes ont été interpellées mercredi soir. Cent personnes ont été arrêtées mercredi soir."
    assert all(len(claim.entries) == 1 for claim in gathered((raw, "2024-05-06", raw))[1])


def test_victims_without_a_name_may_be_the_same_and_have_not_drifted():
    told = "Paul Martin est soupçonné d'avoir assassiné {} femme et ses quatre enfants à Nantes en 2011."
    found = gathered(("z1", "2024-05-06", told.format("sa")), ("z2", "2024-05-12", told.format("son ex-")))[1]
    assert [claim.flags for claim in found if claim.documents == 2] == [()]


def test_what_two_say_with_one_verb_each_says_for_themselves():
    raw = "Le 7 janvier 2019, Matteo Salvini et Luigi Di Maio ont exprimé leur soutien à Emmanuel Macron."
    found = gathered((raw, "2019-02-07", raw))[1]
    assert {(entry.actor, entry.about) for claim in found for entry in claim.entries} == {
        ("matteo-salvini", ("matteo-salvini",)),
        ("luigi-di-maio", ("luigi-di-maio",)),
    }


def test_what_several_demand_is_nobodys_drift_and_a_state_does_not_stand_by_itself():
    asked = "{} a réclamé la démission du ministre de l'Intérieur Christophe Castaner."
    resigned = ("a0", "2019-02-10", "Christophe Castaner a annoncé dimanche sa démission.")
    found = gathered(("a1", "2019-02-07", asked.format("Paul Martin")), ("a2", "2019-02-08", asked.format("Jean Durand")), resigned)[1]
    assert [claim.documents for claim in found] == [3]
    assert not any("attribution-drift" in entry.flags for entry in found[0].entries)
    praised = ("a3", "2019-02-09", "L'Élysée a défendu l'action d'Emmanuel Macron contre les actes antisémites.")
    other = ("a4", "2019-02-12", "Paris a défendu l'action de la France contre les actes antisémites.")
    assert all(claim.documents == 1 for claim in gathered(praised, other)[1])


def test_nobody_has_said_anything_after_the_article_that_tells_it():
    raw = "Le 24 octobre, Paul Martin a reconnu avoir frappé Jean Durand."
    (claim,) = gathered((raw, "2024-09-10", raw))[1]
    assert [entry.date for entry in claim.entries] == ["2024-09-10"]
