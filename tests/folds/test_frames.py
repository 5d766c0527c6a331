"""Frames that articles of different days fill each anew, and what only looks like one."""
from __future__ import annotations

import pytest

from selon.core.analysis import Analysis
from selon.core.text import Document
from selon.folds.reuse import reuse
from selon.lang.pack import pack
from selon.plan import analyse
from selon.stages.quotes import quotes
from selon.stages.zones import zones

PACK = pack("fr")
BODIES = [
    "Rien ne laissait prévoir cette affaire, que les riverains commentent depuis une semaine.",
    "La mairie voisine tient sa réunion ordinaire, sans débat ni invité.",
    "Au marché, les étals restent vides et personne ne s'en plaint.",
]
POLL = (
    "Enquête menée par téléphone les {} auprès d'un échantillon de {} électeurs, représentatif de la population adulte du canton "
    "selon la méthode des quotas appliquée au sexe et au métier."
)
NOTE = "Les opinions recueillies par une enquête ne prédisent aucun scrutin, elles photographient des rapports de force passagers."
PRICES = "Le quintal de blé, céréale la plus échangée avec le maïs, s'affichait à {} euros, en hausse de {} centimes sur une semaine."
HEAD = "Chaque dimanche, retrouvez les phrases aigres ou tendres que les élus ont échangées : saurez-vous deviner leurs auteurs ?"
ADVICE = "Les personnes qui auraient mangé ce fromage et présenteraient de la fièvre sont invitées à consulter leur médecin sans attendre"
STORY = (
    "L'effondrement de la digue de Morlac, le 4 mars 2021, avait fait {} morts et emporté une partie du quartier des Tanneurs, "
    "où Paul Durand tenait son auberge."
)


def passages(*told):
    """Return what articles share: each is its text, and the day that it is of."""
    docs = [Document.from_text(text, name=f"n{at}", published=day) for at, (text, day) in enumerate(told)]
    return reuse.run([analyse(Analysis(doc), (zones, quotes), PACK) for doc in docs], PACK).passages


def two(one, other, day="2021-03-05", later="2021-04-09"):
    return passages((f"{BODIES[0]} {one}", day), (f"{BODIES[1]} {other}", later))


FRAMES = [
    pytest.param(POLL.format("3 et 4 mars", "1.002"), POLL.format("7 et 8 avril", "968"), id="note on a poll"),
    pytest.param(PRICES.format("212,50", "30"), PRICES.format("198,20", "45"), id="prices of a week"),
    pytest.param(ADVICE, ADVICE, id="advice on another matter"),
]


@pytest.mark.parametrize("one, other", FRAMES)
def test_a_frame_that_another_day_fills_anew_is_no_copy(one, other):
    assert two(one, other) == ()


TOLL = "Au moins {} personnes ont été tuées et {} autres blessées dans l'effondrement de la digue, selon un bilan donné par les secours."
COPIES = [
    pytest.param(POLL.format("3 et 4 mars", "1.002"), POLL.format("3 et 4 mars", "1.002"), "2021-03-09", id="the same poll"),
    pytest.param(STORY.format("12"), STORY.format("15"), "2021-03-06", id="a toll of the next day"),
    pytest.param(STORY.format("12"), STORY.format("15"), "2021-04-09", id="background brought up to date"),
    pytest.param(STORY.format("12"), STORY.format("12").replace("le 4 mars 2021", "le 4 mars"), "2021-04-09", id="a date cut short"),
    pytest.param(PRICES.format("212,50", "30"), PRICES.format("198,20", "45"), "2021-03-05", id="two of one day"),
    pytest.param(POLL.format("3 mars", "1.500"), POLL.format("3 mars", "1500"), "2021-04-09", id="a figure written in another way"),
]


@pytest.mark.parametrize("one, other, later", COPIES)
def test_background_that_keeps_its_names_and_figures_is_a_copy(one, other, later):
    assert len(two(one, other, later=later)) == 1


def test_a_toll_is_brought_up_to_date_within_days_where_names_tie_the_articles_and_not_else():
    about = ["À Morlac, Paul Durand et Luc Mercier pleurent leurs proches.", "Luc Mercier, venu de Morlac, et Paul Durand attendent."]
    first, second = TOLL.format(12, 34), TOLL.format(15, 40)
    assert len(passages((f"{about[0]} {first}", "2021-03-05"), (f"{about[1]} {second}", "2021-03-07"))) == 1
    assert two(first, second, later="2021-03-07") == ()


def test_the_head_of_a_column_is_no_copy_but_the_same_words_within_are():
    assert passages((f"{HEAD}\n{BODIES[0]}", "2021-03-07"), (f"{HEAD}\n{BODIES[1]}", "2021-03-14")) == ()
    assert len(passages((f"{BODIES[2]} {HEAD} {BODIES[0]}", "2021-03-07"), (f"{HEAD}\n{BODIES[1]}", "2021-03-14"))) == 1


def test_a_sentence_that_stands_within_a_frame_goes_with_it():
    first, second = (f"{POLL.format(days, count)} {NOTE}" for days, count in (("3 et 4 mars", "1.002"), ("7 et 8 avril", "968")))
    told = [(f"{BODIES[0]} {first}", "2021-03-05"), (f"{BODIES[1]} {second}", "2021-04-09"), (f"{BODIES[2]} {second}", "2021-04-09")]
    assert passages(*told[:2]) == ()
    assert len(passages(*told[1:])) == 1
    assert passages(told[0], told[1], (f"{BODIES[2]} {NOTE}", "2021-03-20")) == ()


def test_what_no_name_or_figure_ties_together_is_a_copy_where_names_around_it_do():
    about = ["Hier, Paul Durand et Luc Mercier de Morlac ont parlé.", "Demain, Luc Mercier verra Paul Durand à Morlac."]
    assert len(passages((f"{about[0]} {ADVICE}.", "2021-03-05"), (f"{about[1]} {ADVICE}.", "2021-04-09"))) == 1
