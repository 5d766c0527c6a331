"""HTML as pieces of text, each with where on the page it stands.

Any text is taken, and in a time that grows with its length alone, which Python's own parser does not promise: what is no markup is text.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_MARKUP = re.compile(
    r"""<(?:!--.*?(?:-->|\Z)|[!?][^<>]*+>|(?P<end>/)?(?P<tag>[a-z][a-z0-9:-]*+)(?P<attributes>(?:[^<>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+)>)""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "textarea", "button"})
_RAW = {tag: re.compile(rf"</{tag}\b|\Z", re.IGNORECASE) for tag in ("script", "style", "title", "textarea")}
"""Elements in which nothing is markup but their end."""
_ASIDE = frozenset({"nav", "footer", "aside", "dialog"})
_DEEPEST = 64
"""Elements in one another that are told apart; no page has more."""
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td",
    "th", "tr", "ul",
})  # fmt: skip
_STATED = {
    "og:title": "title", "og:site_name": "outlet", "og:url": "url", "article:published_time": "published", "datepublished": "published",
    "date": "published", "dc.date": "published", "dc.date.issued": "published", "dcterms.created": "published", "pubdate": "published",
}  # fmt: skip
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_SPACES = re.compile(r"[ \t\n\r\f]+")  # a browser joins these; a no-break space stays


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of text.

    block:    number of its block: what has another stands in a paragraph of its own
    article:  number of the outermost ``article`` around it; 0 for none
    is_aside: in a menu, an aside or the foot of the page
    """

    text: str
    block: int
    article: int
    in_main: bool
    is_aside: bool


class Page:
    """A page, read whole. ``meta``: title, outlet, url, language and published, as it states them.

    is_broken: a menu or an aside never ends, so that what stands in one cannot be told
    """

    def __init__(self, text: str) -> None:
        self.meta: dict[str, str] = {}
        self.found: list[Found] = []
        self._open: list[str] = []
        self._articles = self._depth = self._mains = self._block = 0
        at = 0
        while match := _MARKUP.search(text, at):
            self._add(unescape(text[at : match.start()]))
            at = match.end()
            tag = (match["tag"] or "").lower()
            if match["end"]:
                self._leave(tag)
            elif tag:
                self._enter(tag, match["attributes"])
            if tag in _RAW and not match["end"]:
                end = _RAW[tag].search(text, at)
                inside, at = text[at : end.start() if end else len(text)], end.start() if end else len(text)
                self._inside(tag, inside)
        self._add(unescape(text[at:]))
        self.is_broken = bool(self._open)

    def _enter(self, tag: str, attributes: str) -> None:
        if tag in ("meta", "link", "html"):
            self._state(tag, attributes)
        elif (tag in _UNSEEN or tag in _ASIDE) and len(self._open) < _DEEPEST:
            self._open.append(tag)
        elif tag == "article":
            self._articles += not self._depth
            self._depth += 1
        elif tag == "main":
            self._mains += 1
        elif tag == "br":
            self._add("\n", is_line=True)
        self._block += tag in _BLOCKS

    def _leave(self, tag: str) -> None:
        """Come out of an element, and of those in it that were left open."""
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]
        elif tag == "article":
            self._depth = max(0, self._depth - 1)
        elif tag == "main":
            self._mains = max(0, self._mains - 1)
        self._block += tag in _BLOCKS

    def _inside(self, tag: str, text: str) -> None:
        """Take what stands in an element without markup: the title, and what a script states of the article."""
        if tag == "title" and not self._open:
            self._keep("title", unescape(text))
        elif tag == "script" and (stated := _LINKED_DATE.search(text)):
            self._keep("published", stated[1])

    def _add(self, text: str, *, is_line: bool = False) -> None:
        if text and not _UNSEEN.intersection(self._open):
            article = self._articles if self._depth else 0
            piece = text if is_line else _SPACES.sub(" ", text)
            self.found.append(Found(piece, self._block, article, self._mains > 0, bool(self._open)))

    def _state(self, tag: str, attributes: str) -> None:
        """Keep what an element states of the page."""
        known = {each[1].lower(): unescape(each[2] or each[3] or each[4] or "") for each in _ATTRIBUTE.finditer(attributes)}
        if tag == "meta":
            key = (known.get("property") or known.get("name") or known.get("itemprop") or "").lower()
            self._keep(_STATED.get(key, ""), known.get("content", ""))
        elif tag == "html":
            self._keep("language", known.get("lang", "").partition("-")[0].lower())
        elif known.get("rel", "").lower() == "canonical":
            self._keep("url", known.get("href", ""))

    def _keep(self, key: str, value: str) -> None:
        """Keep what is stated; of several that state the same, the first."""
        if key and (stated := _SPACES.sub(" ", value).strip()):
            self.meta.setdefault(key, stated)
