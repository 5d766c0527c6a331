"""Reading pages of HTML as a test needs them."""
from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"meta", "link", "input", "br", "img", "rect", "line", "path"}


class Page(HTMLParser):
    """A page's elements: names, ids, addresses, and the text inside any that has an id or is a ``pre``.

    broken: what was closed without being open
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.names: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[str] = []
        self.inside: dict[str, str] = {}
        self.parts: dict[str, list[str]] = {}
        self.broken: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.names.append(tag)
        self.attributes += known
        key = known.get("id") or ("pre" if tag == "pre" else "")
        if known.get("id"):
            self.ids.append(known["id"])
        self.links += [known[name] for name in ("href", "src") if known.get(name)]
        if tag not in VOID:
            self._open.append((tag, key))
            if tag == "a":
                self._open[-1] = (tag, "href:" + known.get("href", ""))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self._open or self._open[-1][0] != tag:
            self.broken.append(tag)
            return
        name, key = self._open.pop()
        del name, key

    def handle_data(self, data):
        for _, key in self._open:
            if key:
                self.inside[key] = self.inside.get(key, "") + data

    @property
    def raw(self) -> str:
        """The article's text: that of the ``pre``, without the line end that follows its tag and that browsers drop."""
        return self.inside.get("pre", "").removeprefix("\n")


def dangling(found):
    """Yield every link of a report that leads to no file or no id of it."""
    parsed = {path: Page(text) for path, text in found.items() if path.endswith(".html")}
    for path, page in parsed.items():
        for link in page.links:
            parts = urlsplit(link)
            to = (Path("/") / path).parent.joinpath(unquote(parts.path)).resolve().relative_to("/").as_posix() if parts.path else path
            if parts.scheme or to not in found or (parts.fragment and parts.fragment not in parsed[to].ids):
                yield path, link
