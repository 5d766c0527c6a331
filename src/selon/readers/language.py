"""Which language a text is in, by its smallest words. Enough to keep an English article out of a French dossier."""
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

SAMPLE_CHARS = 3_000
_TELLING_WORDS = 20
"""In fewer words no language is told from another, and the text is taken as it is."""
_CLEAR = 1.25
"""How many times as many words another list must have than the asked one."""
_LEAD = 5
"""And how many more: in a short text a few chance words tell nothing."""

_WORD = re.compile(r"[^\W\d_]+")


def foreign(text: str, code: str) -> str:
    """Return the English name of the language, or of the script, of a text that is clearly not in ``code``; else an empty string."""
    words = _WORD.findall(text[:SAMPLE_CHARS].lower())
    script = _script("".join(words))
    if script != "LATIN":
        return f"{script.capitalize()} script" if script else ""
    if len(words) < _TELLING_WORDS:
        return ""
    counts = Counter(words)
    hits = {each: sum(counts[word] for word in known & counts.keys()) for each, (_, known) in _languages().items()}
    best = max(hits, key=lambda each: hits[each])
    is_clear = hits[best] > _CLEAR * hits[code] and hits[best] >= hits[code] + _LEAD
    return _languages()[best][0] if is_clear else ""


def _script(letters: str) -> str:
    """Return the script of most letters, as Unicode names it (``CYRILLIC``); empty if there are none."""
    scripts: Counter[str] = Counter()
    for char, count in Counter(letters).items():
        scripts[unicodedata.name(char, "").partition(" ")[0]] += count
    return scripts.most_common(1)[0][0] if scripts else ""


@cache
def _languages() -> dict[str, tuple[str, frozenset[str]]]:
    lines = (files("selon.readers") / "languages.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {code: (name, frozenset(words.split())) for code, name, words in rows}
