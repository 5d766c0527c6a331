"""Zones: article and furniture, on raw text."""
from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.marks import Zone
from selon.core.text import Document
from selon.lang.pack import pack
from selon.stages.zones import zones


def laid(raw: str) -> tuple[Zone, ...]:
    return zones.lay(Analysis(Document.from_text(raw)), pack("fr"))[Zone]


def shown(raw: str) -> list[tuple[str, str]]:
    """Return kind and words of each zone."""
    return [(zone.kind.value, zone.span.of(raw).strip()) for zone in laid(raw)]


@given(NEWS)
def test_zones_are_in_order_in_the_text_and_never_overlap(raw):
    spans = [zone.span for zone in laid(raw)]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.end <= len(raw) for span in spans)


@given(NEWS)
def test_every_character_but_white_space_is_in_exactly_one_zone(raw):
    covered = [0] * len(raw)
    for zone in laid(raw):
        for place in range(zone.span.start, zone.span.end):
            covered[place] += 1
    assert all(times == 1 for char, times in zip(raw, covered, strict=True) if not char.isspace())


@given(NEWS)
def test_no_zone_is_laid_over_white_space_alone(raw):
    assert all(zone.span.of(raw).strip() for zone in laid(raw))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            " date 2024-03 - Publicité-\nLe préfet s’est tu.",
            [("metadata", "date 2024-03"), ("ad", "- Publicité-"), ("body", "Le préfet s’est tu.")],
        ),
        (" date 2024-03 Le préfet est parti.", [("metadata", "date 2024-03"), ("body", "Le préfet est parti.")]),
        (
            "STR / AFP / BELGA La place vide, le 3 mai 2021\nLe préfet est parti.",
            [("caption", "STR / AFP / BELGA La place vide, le 3 mai 2021"), ("body", "Le préfet est parti.")],
        ),
        (
            "Il est parti.\nLa suite après cette annonce\nLa suite après cette annonce\nIl reviendra.",
            [
                ("body", "Il est parti."),
                ("ad", "La suite après cette annonce"),
                ("ad", "La suite après cette annonce"),
                ("body", "Il reviendra."),
            ],
        ),
        (
            "Il est parti.\n« Une page tournée »\nIl reviendra.",
            [("body", "Il est parti."), ("subhead", "« Une page tournée »"), ("body", "Il reviendra.")],
        ),
        ("Il est parti.\nRelated News :", [("body", "Il est parti."), ("related", "Related News :")]),
        ("Il reviendra mardi. (Avec AFP)", [("body", "Il reviendra mardi."), ("credit", "(Avec AFP)")]),
        ("Un titre sans point\nLe préfet est parti.", [("body", "Un titre sans point"), ("body", "Le préfet est parti.")]),
        ("Le maire s’avance :\n« Je pars. »", [("body", "Le maire s’avance :"), ("body", "« Je pars. »")]),
        (
            "# Le port\n**Publié le 3 mai 2021**\n_Par Jeanne Petit_",
            [("body", "# Le port"), ("metadata", "**Publié le 3 mai 2021**"), ("credit", "_Par Jeanne Petit_")],
        ),
        ("", []),
        ("\n \u00a0\n", []),
    ],
)
def test_article_and_furniture_are_told_apart_within_a_line(raw, expected):
    assert shown(raw) == expected


def test_every_zone_says_which_rule_made_it():
    assert [zone.why for zone in laid(" date 2024-03 Il est parti.\nUn tournant\nIl reviendra.")] == [
        "fr.furniture.machine-date",
        "zone.rest",
        "zone.short-line",
        "zone.rest",
    ]
