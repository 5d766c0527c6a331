"""The examples of every entry of ``events.toml``, through the real parser: all in one run, each an article of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from selon.app import french
from selon.core.analysis import Analysis
from selon.core.marks import EventMark, Token, Zone, ZoneKind
from selon.core.text import Document, Span
from selon.lang.pack import pack
from selon.lang.triggers import SYMMETRIC, Trigger
from selon.plan import analyse, ordered

pytestmark = pytest.mark.model

PACK = pack("fr")
ENTRIES = (*PACK.events.events.verb, *PACK.events.events.noun)
YES = [(entry, text) for entry in ENTRIES for text in entry.yes]
NO = [(entry, text) for entry in ENTRIES for text in entry.no]
STAGES = [stage for stage in ordered(french().stages) if stage.name not in {"zones", "parse"}]
PARSE = next(stage for stage in french().stages if stage.name == "parse")


def plain(text: str) -> str:
    return re.sub(r"[{}\[\]]", "", text)


def marked(text: str, opening: str, closing: str) -> list[str]:
    return re.findall(rf"{re.escape(opening)}(.*?){re.escape(closing)}", text)


def analyses(texts: list[str]) -> Iterator[Analysis]:
    """Parse all texts as the paragraphs of one article, then make each an article of its own."""
    raw = "\n".join(texts)
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(len(texts))]
    zones = [Zone(Span(start, start + len(text)), ZoneKind.BODY, "test") for start, text in zip(starts, texts, strict=True)]
    whole = PARSE.lay(Analysis(Document.from_text(raw)).with_layer(Zone, zones), PACK)[Token]
    for start, text in zip(starts, texts, strict=True):
        inside = [number for number, token in enumerate(whole) if start <= token.span.start < start + len(text)]
        spans = [Span(whole[number].span.start - start, whole[number].span.end - start) for number in inside]
        tokens = [replace(whole[at], span=span, head=whole[at].head - inside[0]) for at, span in zip(inside, spans, strict=True)]
        article = (
            Analysis(Document.from_text(text)).with_layer(Zone, [Zone(Span(0, len(text)), ZoneKind.BODY, "test")]).with_layer(Token, tokens)
        )
        yield analyse(article, STAGES, PACK)


@pytest.fixture(scope="module")
def read() -> dict[str, Analysis]:
    texts = sorted({plain(text) for _, text in (*YES, *NO)})
    return dict(zip(texts, analyses(texts), strict=True))


def parties(event: EventMark, raw: str) -> tuple[set[str], set[str]]:
    return {part.span.of(raw) for part in event.source}, {part.span.of(raw) for part in event.target}


def told(entry: Trigger, text: str, analysis: Analysis) -> bool:
    """Whether an event of the entry's type has just the parties that the example marks, articles aside."""
    want = [{bare(each) for each in marked(text, *marks)} for marks in ("{}", "[]")]
    for event in analysis[EventMark]:
        got = [{bare(each) for each in side} for side in parties(event, plain(text))]
        equal = event.type in SYMMETRIC or event.type == "ASSAULT" or len(want[0]) > 1
        if event.type == entry.type and (got == want or (equal and got[0] | got[1] == want[0] | want[1])):
            return True
    return False


def bare(text: str) -> str:
    return re.sub(r"^(?:le |la |l'|les |des? |un |une |du )", "", text.lower())


@pytest.mark.parametrize("entry, text", YES, ids=[f"{entry.id}:{plain(text)[:40]}" for entry, text in YES])
def test_an_entry_finds_its_yes_examples(entry, text, read):
    analysis = read[plain(text)]
    assert told(entry, text, analysis), [(event.why, event.type, *parties(event, plain(text))) for event in analysis[EventMark]]


@pytest.mark.parametrize("entry, text", NO, ids=[f"{entry.id}:{text[:40]}" for entry, text in NO])
def test_an_entry_leaves_its_no_examples(entry, text, read):
    assert not [event for event in read[text][EventMark] if event.why == entry.id]


def test_every_entry_has_an_example_and_an_id_of_its_own():
    ids = [entry.id for entry in ENTRIES]
    assert len(set(ids)) == len(ids)
    assert not [entry.id for entry in ENTRIES if not entry.yes]
