"""Exports of events and claims: the codebook's own reductions, dates as precise as they are known, text as it stands."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from small_dossiers import Held

from selon.core.analysis import Analysis
from selon.core.claims import Sighting, Sightings
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.marks import EventMark, Part, StanceMark
from selon.core.text import Document, Evidence, Span
from selon.exports import EXPORTS

BY_NAME = {each.name: each for each in EXPORTS}
RAW = "Le ministre <b>Durand</b> se rendra à Rome « demain »."
DOC = Document.from_text(RAW, name="rome", published="2024-03-06", title="Durand & Rome")
WHO, WHERE = Span(15, 21), Span(RAW.index("Rome"), RAW.index("Rome") + 4)
MARK = EventMark(
    Span(RAW.index("se rendra"), RAW.index(" à")), "CONSULT", "visit", (Part(WHO, "", "subject"),), (Part(WHERE, "italy", "place"),), "",
    None, "2024-03", None, "planned", (), Span(0, len(RAW)), 0.9, "test.visit",
)  # fmt: skip


def held(mark: EventMark) -> Held:
    cast = Cast((Actor("durand", "Durand", "person", (("Durand", 1),), "test"),), (ActorMention(DOC.id, WHO, "durand", "name", "person"),))
    return Held([Analysis(DOC).with_layer(EventMark, [mark])], cast)


def made(name: str, mark: EventMark) -> object:
    return json.loads("".join(next(iter(BY_NAME[name].files(held(mark)))).text))


@pytest.mark.parametrize(
    "kind, status, event, mode",
    [
        ("CONSULT", "planned", "AGREE", ["future"]),
        ("CONSULT", "actual", "CONSULT", ["visit"]),
        ("RETREAT", "planned", "CONCEDE", ["future"]),
        ("ASSAULT", "denied", "ASSAULT", ["visit", "negation"]),
    ],
)
def test_what_is_yet_to_come_is_told_as_the_codebook_tells_it(kind, status, event, mode):
    (row,) = made("plover", replace(MARK, type=kind, status=status))
    assert (row["event"], row["mode"]) == ([event], mode)
    assert RAW[row["text_info"]["start"] : row["text_info"]["end"]] == row["text"]


def test_an_event_without_a_doer_is_not_in_the_codebook():
    assert made("plover", replace(MARK, source=())) == []


def test_a_slide_is_as_precise_as_the_date_and_shows_text_as_text():
    (slide,) = made("timelinejs", MARK)["events"]
    assert (slide["start_date"], slide["end_date"]) == ({"year": "2024", "month": "03"}, {"year": "2024", "month": "03"})
    assert "<b>" not in slide["text"]["text"]


def test_an_event_without_a_date_has_no_slide():
    assert made("timelinejs", replace(MARK, date=""))["events"] == []


def test_the_ledger_of_a_dossier_without_claims_is_empty():
    assert made("ledger", MARK) == {"claims": []}


def test_an_entry_of_the_ledger_points_at_its_words():
    stance = StanceMark(
        MARK.span, "assert", "AID", "", (Part(WHO, "", "subject"),), (Part(WHERE, "italy", "place"),), "weapons", "actual", "", WHO, (), (),
        "2024-03", "plain", 1, False, 0.9, "stance.assert",
    )  # fmt: skip
    sighting = Sighting(Evidence.cite(DOC, stance.span), DOC.name, "2024-03-06", "2024-03-06", "2024-03-06", stance)
    store = held(MARK)
    store.parts["claims"] = Sightings((sighting,), (), ())
    (claim,) = json.loads("".join(next(iter(BY_NAME["ledger"].files(store))).text))["claims"]
    (entry,) = claim["entries"]
    assert (claim["actor"], claim["recipient"], claim["state"]) == ("durand", ["italy"], "open")
    assert RAW[entry["start"] : entry["end"]] == entry["text"] == "se rendra"
