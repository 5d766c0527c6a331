"""Dossiers made by hand, for tests of everything that shows one."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selon.core.analysis import Analysis
from selon.core.corrections import Entry
from selon.core.days import Days
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.issues import Issue
from selon.core.marks import Clue, Dateline, Mention, Statement, TimeExpr, Zone, ZoneKind
from selon.core.text import DocId, Document, Span
from selon.stores.sqlite import SqliteStore


def place(raw: str, words: str, nth: int = 1) -> Span:
    """Return where the words stand for the ``nth`` time."""
    at = -1
    for _ in range(nth):
        at = raw.index(words, at + 1)
    return Span(at, at + len(words))


@dataclass
class Held:
    """What the views ask of a store, held in memory."""

    held: list[Analysis]
    _cast: Cast = field(default_factory=lambda: Cast((), ()))
    _issues: tuple[Issue, ...] = ()
    parts: dict[str, Any] = field(default_factory=dict)
    log: tuple[Entry, ...] = ()

    def documents(self) -> Iterator[Document]:
        return (each.doc for each in self.held)

    def analyses(self, kinds: Iterable[type]) -> Iterator[Analysis]:
        return iter(self.held)

    def analysis(self, doc: DocId, kinds: Iterable[type]) -> Analysis:
        return next(each for each in self.held if each.doc.id == doc)

    def cast(self) -> Cast:
        return self._cast

    def issues(self) -> Iterator[Issue]:
        return iter(self._issues)

    def part(self, name: str, kind: type) -> Any:
        return self.parts.get(name)

    def document(self, doc: DocId) -> Document:
        return self.analysis(doc, ()).doc

    def corrections(self) -> tuple[Entry, ...]:
        return self.log


DENIAL = (
    "date 2024-03\r\nMoscou a démenti lundi « toute livraison d'armes », a rapporté TASS.\r\n"
    "« Nous resterons 👩‍👧 », a dit M. Petit, « jusqu’au bout ».\r\n- Publicité -\r\n"
)
HOSTILE = "<script>alert(1)</script> Kiev & l'UE accusent Moscou d'<b onmouseover=\"x()\">avoir menti</b> en 2023."
HEARSAY = "Petit aurait fui fin avril, selon une source."


def denial() -> Analysis:
    """A denial with a relay, a broken quotation, an advertisement, carriage returns and an emoji."""
    raw = DENIAL
    at = lambda words, nth=1: place(raw, words, nth)  # noqa: E731
    doc = Document.from_text(
        raw, name="démenti", title="Le démenti", outlet="Le Courrier", published="2024-03-12", url="https://example.org/a?b=1&c=2"
    )
    made = Analysis(doc).with_layer(
        Zone,
        [
            Zone(at("date 2024-03"), ZoneKind.METADATA, "z"),
            Zone(at("- Publicité -"), ZoneKind.AD, "z"),
            Zone(at(DENIAL[14:85]), ZoneKind.BODY, "z"),
        ],
    )
    day = Days.parse("2024-03-12")
    assert day
    made = made.with_layer(
        Dateline, [Dateline(Span(0, len(raw)), day, "2024-03-12", "given", (Clue(at("lundi"), "a Monday", "", ""),), "d")]
    )
    made = made.with_layer(
        TimeExpr,
        [
            TimeExpr(at("2024-03"), "DATE", "2024-03", "", Days.parse("2024-03"), "t"),
            TimeExpr(at("lundi"), "DATE", "2024-03-11", "", Days.parse("2024-03-11"), "t"),
        ],
    )
    made = made.with_layer(
        Mention,
        [Mention(at(words), form, "", "", None, "m") for words, form in (("Moscou", "metonym"), ("TASS", "name"), ("Petit", "name"))],
    )
    return made.with_layer(
        Statement,
        [
            Statement(
                Span(at("Moscou").start, at("TASS").end), (at("toute livraison d'armes"),), at("a démenti"), at("Moscou"), at("Moscou"),
                (at("TASS"),), "direct", "deny", "plain", 0.9, "s",
            ),
            Statement(
                Span(at("Nous").start, at("jusqu’au bout").end), (at("Nous resterons 👩‍👧"), at("jusqu’au bout")), at("a dit"),
                at("M. Petit"), at("Petit"), (), "direct", "assert", "future", 0.8, "s",
            ),
        ],
    )  # fmt: skip


def hostile() -> Analysis:
    """An accusation in an article that tries to be a page."""
    raw = HOSTILE
    doc = Document.from_text(raw, name="a/b<i>", title="<img src=x onerror=alert(1)>", published="2024-03-10")
    made = Analysis(doc).with_layer(TimeExpr, [TimeExpr(place(raw, "2023"), "DATE", "2023", "", Days.parse("2023"), "t")])
    made = made.with_layer(Mention, [Mention(place(raw, words), "metonym", "state", "", None, "m") for words in ("Kiev", "Moscou")])
    content = place(raw, 'd\'<b onmouseover="x()">avoir menti</b>')
    kiev = place(raw, "Kiev")
    return made.with_layer(
        Statement,
        [
            Statement(
                Span(kiev.start, content.end), (content,), place(raw, "accusent"), kiev, kiev, (), "indirect", "accuse", "plain", 1.0, "s"
            )
        ],
    )


def hearsay() -> Analysis:
    """An article without a date, and a statement by nobody known that reaches over a time."""
    raw = HEARSAY
    made = Analysis(Document.from_text(raw, name="rumeur"))
    made = made.with_layer(TimeExpr, [TimeExpr(place(raw, "fin avril"), "DATE", "XXXX-04", "END", None, "t")])
    made = made.with_layer(Mention, [Mention(place(raw, "Petit"), "name", "person", "", None, "m")])
    content = place(raw, "Petit aurait fui fin avril")
    source = place(raw, "une source")
    return made.with_layer(
        Statement,
        [Statement(Span(0, source.end), (content,), place(raw, "selon"), source, None, (), "indirect", "assert", "conditional", 0.5, "s")],
    )


_ACTORS = {
    "russia": ("Russie", "state", {"Moscou": 2}), "tass": ("TASS", "agency", {"TASS": 1}), "ukraine": ("Ukraine", "state", {"Kiev": 1}),
    "jean-petit": ("Jean Petit", "person", {"Petit": 2, "Jean Petit": 1}),
}  # fmt: skip
_NAMED = {"Moscou": "russia", "TASS": "tass", "Petit": "jean-petit", "Kiev": "ukraine"}


def cast(analyses: Iterable[Analysis]) -> Cast:
    """Say who each mention is."""
    actors = tuple(Actor(key, name, kind, tuple(variants.items()), "a") for key, (name, kind, variants) in sorted(_ACTORS.items()))
    found = (
        ActorMention(each.doc.id, mark.span, _NAMED[mark.span.of(each.doc.raw)], mark.form, _ACTORS[_NAMED[mark.span.of(each.doc.raw)]][1])
        for each in analyses
        for mark in each[Mention]
    )
    return Cast(actors, tuple(sorted(found)))


ISSUES = (
    Issue("note.txt", "read", "looks English", "name the language"),
    Issue("vide.txt", "read", "the file is empty", "remove it", lost=True),
)


def held() -> Held:
    """Return three articles in memory."""
    analyses = [hostile(), denial(), hearsay()]
    return Held(analyses, cast(analyses), ISSUES)


def stored(path: Path) -> Path:
    """Write the three articles as a dossier."""
    small = held()
    with SqliteStore(path, write=True) as store:
        for each in small.held:
            store.put(each, dict.fromkeys(each.layers, "k"))
        store.put_cast(small.cast(), "k")
        store.put_issues(["in"], [("in", issue) for issue in ISSUES])
    return path
