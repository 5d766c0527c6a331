"""The text of an article as elements: every character as received, every layer around its own."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from selon.pages.render import exact
from selon.views.reader import Segment, Tag


def marked(segments: Iterable[Segment], zones: Mapping[str, str]) -> Markup:
    """Return the elements of a text. All that comes from outside is escaped.

    zones: what to call each kind of zone
    """
    return Markup("").join(_pieces(segments, zones))


def _pieces(segments: Iterable[Segment], zones: Mapping[str, str]) -> Iterator[Markup]:
    last: tuple[Tag, ...] = ()
    for segment in segments:
        yield from (_closing(tag) for tag in segment.closed)
        yield from (_opening(tag, zones) for tag in segment.opened)
        yield exact(segment.text)
        last = segment.tags
    yield from (_closing(tag) for tag in reversed(last))


def _element(tag: Tag) -> str:
    if tag.kind == "content":
        return "mark"
    return "s" if tag.kind == "zone" and tag.detail != "subhead" else "span"


def _opening(tag: Tag, zones: Mapping[str, str]) -> Markup:
    known = {"class": tag.kind, "id": tag.id, "data-label": "", "title": ""}
    if tag.kind in ("line", "zone", "content") and tag.detail:
        known["class"] = f"{tag.kind} {tag.detail}"
    if tag.kind == "zone":
        known["data-label"] = zones.get(tag.detail, tag.detail)
    elif tag.kind == "content" and tag.id:
        known["data-label"] = tag.label
    elif tag.kind in ("time", "actor"):
        known["title"] = tag.detail if tag.kind == "time" else tag.label
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in known.items() if value)
    return Markup(f"<{_element(tag)}{attributes}>")


def _closing(tag: Tag) -> Markup:
    return Markup(f"</{_element(tag)}>")
