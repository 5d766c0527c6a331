"""The static report: every page of it, one by one, as text."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from selon.core.dossier import Cast, Said
from selon.core.lines import Who
from selon.core.marks import Dateline, Statement, TimeExpr, Zone
from selon.core.ports import Store
from selon.exports.files import File
from selon.folds.sides import Sides
from selon.pages.actor import actor_pages, paths
from selon.pages.catalogue import Catalogue, Ref, Shelf, catalogue
from selon.pages.comparing import sharing
from selon.pages.happening import Told, happening_pages
from selon.pages.links import Links, anchor, list_pages, numbered
from selon.pages.marked import marked
from selon.pages.render import render, style_sheet
from selon.views.actors import ActorLine, actors
from selon.views.issues import issues
from selon.views.overview import overview
from selon.views.reader import anchors, reading
from selon.views.timeline import timeline

LINES_A_PAGE = 500
ACTORS_A_PAGE = 100
_SAID_BY_ACTOR = 5


@dataclass(frozen=True, slots=True)
class _Report:
    """What every page is drawn from."""

    store: Store
    title: str
    cast: Cast
    who: Who
    found: Catalogue
    shelf: Shelf
    ranked: tuple[ActorLine, ...]
    links: Links

    def page(self, path: str, template: str, **model: Any) -> File:
        """Draw one page; ``root`` leads from it to the root of the report."""
        frame = {"title": self.title, "here": path, "root": "../" * path.count("/")}
        text = render(template, **frame, links=self.links, anchor=anchor, anchors=anchors, **model)
        return File(path, [text], errors="xmlcharrefreplace")

    def said_by(self, actor: str) -> list[Said]:
        """Fetch the first statements of an actor."""
        return [self.shelf.said(ref) for ref in self.found.said.get(actor, ())[:LINES_A_PAGE]]


def site(store: Store, title: str, *, sides: Sides | None = None) -> Iterator[File]:
    """Yield the files of a report. Lines are fetched as they are drawn, so memory grows with their number, not with their text.

    sides: tells for whom actors speak; without it they have no pages of their own
    """
    cast = store.cast()
    who = Who.of(cast)
    found = catalogue(store, who)
    ranked = actors(store.analyses((Statement,)), cast)
    shelf = Shelf(store, who, found.entries)
    report = _Report(store, title, cast, who, found, shelf, ranked, _links(found, ranked, _speakers(found, ranked)))
    yield File("style.css", [style_sheet()])
    yield _index(report)
    yield from _quotes(report)
    yield from _by_speaker(report)
    yield from _times(report)
    told = Told.of(store)
    yield from happening_pages(told, who, sides.knowledge.labels if sides else {}, report.page)
    yield from _actors(report, paths(ranked) if sides else {})
    if sides:
        yield from actor_pages(store, cast, ranked, sides=sides, said_by=report.said_by, draw=report.page)
    yield from _articles(report)
    yield _issues(report)
    yield from sharing(store, report.page, report.links.articles, who)
    yield from _readers(report, told)


def _speakers(found: Catalogue, ranked: Sequence[ActorLine]) -> list[tuple[str, Ref]]:
    """List every statement under its speaker: who says most first, nobody known last."""
    order = [line.id for line in ranked if line.id in found.said]
    others = sorted(found.said.keys() - set(order) - {""})
    return [(actor, ref) for actor in [*order, *others, ""] for ref in found.said.get(actor, ())]


def _links(found: Catalogue, ranked: Sequence[ActorLine], speakers: Sequence[tuple[str, Ref]]) -> Links:
    """Work out the page of every article, actor and speaker. A speaker's place is the page where his lines begin."""
    first: dict[str, str] = {}
    for at, (actor, _) in enumerate(speakers):
        first.setdefault(actor, numbered("quotes", at // LINES_A_PAGE + 1))
    return Links(
        {entry.doc: entry.path for entry in found.entries},
        {entry.doc: entry.heading for entry in found.entries},
        {line.id: numbered("actors", at // ACTORS_A_PAGE + 1) for at, line in enumerate(ranked)},
        first,
    )


def _index(report: _Report) -> File:
    analyses = report.store.analyses((Dateline, Statement, TimeExpr))
    model = overview(analyses, report.cast, sum(1 for _ in report.store.issues()))
    return report.page("index.html", "index.html", view=model)


def _by_speaker(report: _Report) -> Iterator[File]:
    """Yield the quote book by speaker."""
    begun: set[str] = set()
    for path, page, around in list_pages("quotes", _speakers(report.found, report.ranked), LINES_A_PAGE):
        groups = []
        for actor, pairs in groupby(page.items, key=lambda pair: pair[0]):
            lines = [report.shelf.said(ref) for _, ref in pairs]
            groups.append((actor, report.who.names.get(actor, actor), actor in begun, lines))
            begun.add(actor)
        yield report.page(path, "speakers.html", page=page, around=around, groups=groups)


def _quotes(report: _Report) -> Iterator[File]:
    """Yield the quote book by date."""
    for path, page, around in list_pages("quotes-dates", report.found.by_date, LINES_A_PAGE):
        by_article = groupby(page.items, key=lambda ref: ref.article)
        groups = [(report.found.entries[article], [report.shelf.said(ref) for ref in refs]) for article, refs in by_article]
        yield report.page(path, "quotes.html", page=page, around=around, groups=groups)


def _times(report: _Report) -> Iterator[File]:
    for path, page, around in list_pages("times", report.found.dated, LINES_A_PAGE):
        sections = timeline(report.shelf.dated(ref) for ref in page.items)
        yield report.page(path, "times.html", page=page, around=around, sections=sections)


def _actors(report: _Report, cards: Mapping[str, str]) -> Iterator[File]:
    """Yield the list of actors. ``cards``: the page of each that has one."""
    for path, page, around in list_pages("actors", report.ranked, ACTORS_A_PAGE):
        shown = [(line, [report.shelf.said(ref) for ref in report.found.said.get(line.id, ())[:_SAID_BY_ACTOR]]) for line in page.items]
        yield report.page(path, "actors.html", page=page, around=around, shown=shown, cards=cards)


def _articles(report: _Report) -> Iterator[File]:
    for path, page, around in list_pages("articles", report.found.entries, LINES_A_PAGE):
        yield report.page(path, "articles.html", page=page, around=around)


def _issues(report: _Report) -> File:
    return report.page("issues.html", "issues.html", issues=issues(report.store.issues()))


def _readers(report: _Report, told: Told) -> Iterator[File]:
    entries, pointed = report.found.entries, told.pointed()
    for at, entry in enumerate(entries):
        analysis = report.store.analysis(entry.doc, (Zone, Dateline, TimeExpr, Statement))
        before, after = entries[at - 1] if at else None, entries[at + 1] if at + 1 < len(entries) else None
        view = reading(analysis, report.who, pointed.get(entry.doc, ()))
        yield report.page(entry.path, "reader.html", entry=entry, view=view, marked=marked, before=before, after=after)
