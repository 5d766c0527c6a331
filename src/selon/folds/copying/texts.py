"""All words of all texts in one array, small, with what alignment asks about each word."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from selon.core.text import Span
from selon.folds.copying.index import chunks
from selon.folds.copying.words import I64, U8, U16, U32, U64, Bytes, Numbers, Words, words

CAPITAL, FIGURE, QUOTED, OPENS, CLOSES, HEAVY, TITLE, BETWEEN = (1 << bit for bit in range(8))
"""What is known of a word: begins with a capital; begins with a digit; stands in quotation marks; first, last of its sentence; has four
letters or more; belongs to titles, offices and peoples; is no word but the
place between two texts."""

_ENDS = 4
_HEAVY_LETTERS = 4
_VOCABULARY_BITS = 20

_KEPT_BITS = 16

Hashes16 = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Texts:
    """Words of many texts.

    flat:   16 bits a word, enough to align by: whoever says that words are equal looks again at their whole hashes
    traits: the flags of each word; ``BETWEEN`` at the one place before each text, and after the last
    begins: where the words of each text begin in ``flat``; text ``n`` ends one before ``begins[n + 1] - 1``
    """

    flat: Hashes16
    traits: Bytes
    begins: Numbers

    def of(self, text: int) -> tuple[list[int], bytes]:
        """Return the words of one text, and their flags."""
        where = slice(int(self.begins[text]), int(self.begins[text + 1]) - 1)
        return self.flat[where].tolist(), self.traits[where].tobytes()


def flattened(
    raws: Sequence[str], skip: Sequence[Sequence[Span]], *, quoted: Sequence[Sequence[Span]], named: Sequence[Sequence[Span]] = (),
    titles: Iterable[str] = (),
) -> Texts:
    """Read texts into one array.

    skip:   stretches of each text that are passed over
    quoted: stretches in quotation marks
    named:  stretches that name somebody; none where nobody looked for names
    titles: titles, offices, portfolios, demonyms; each of their longer words is flagged wherever it stands
    """
    known = _vocabulary(titles)
    flat, traits, begins, size = bytearray(), bytearray(), [], 0
    for first, last in chunks(raws):
        read = words(raws[first:last], skip[first:last])
        hashes, heads = read.hashes, read.bounds[:-1]
        flags = _traits(raws[first:last], read, ((QUOTED, quoted[first:last]), (TITLE, named[first:last])))
        flags |= known[hashes >> U64(64 - _VOCABULARY_BITS)] & np.where(flags & HEAVY, U8(TITLE), U8(0))
        flat += np.insert((hashes >> U64(64 - _KEPT_BITS)).astype(U16), heads, U16(0)).data
        traits += np.insert(flags, heads, U8(BETWEEN)).data
        begins.append(size + heads + np.arange(1, last - first + 1))
        size += len(flags) + len(heads)
    flat += bytes(_KEPT_BITS // 8)
    traits += bytes([BETWEEN])
    begins.append(np.array([size + 1], I64))
    return Texts(np.frombuffer(flat, U16), np.frombuffer(traits, U8), np.concatenate(begins))


def _traits(raws: Sequence[str], read: Words, stretches: Iterable[tuple[int, Sequence[Sequence[Span]]]]) -> Bytes:
    """Return the flags that the signs around each word give, and those of the stretches that it begins in."""
    text = "\n".join(raws) + "\n"
    shapes = _shapes().take(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), mode="clip")
    offsets = np.concatenate(([0], np.cumsum(np.fromiter((len(raw) + 1 for raw in raws), I64, len(raws)))))
    base = np.repeat(offsets[:-1], np.diff(read.bounds))
    starts, ends = read.starts + base, read.ends + base
    marked = np.zeros(len(text), U8)
    for flag, texts in stretches:
        for number, spans in enumerate(texts):
            for span in spans:
                marked[offsets[number] + span.start : offsets[number] + span.end] |= U8(flag)
    flags: Bytes = (shapes[starts] & U8(CAPITAL | FIGURE)) | marked[starts]
    after = np.append(starts[1:], len(text))[: len(starts)]
    is_last = _any_between(shapes & U8(_ENDS), ends, after)
    is_first = np.append(True, is_last)[: len(starts)]
    for flag, found in ((CLOSES, is_last), (OPENS, is_first), (HEAVY, np.diff(read.letters) >= _HEAVY_LETTERS)):
        flags[found] |= U8(flag)
    return flags


def _any_between(signs: Bytes, starts: Numbers, ends: Numbers) -> npt.NDArray[np.bool_]:
    """Say of each stretch whether it has a sign."""
    count = np.concatenate((np.zeros(1, U32), np.cumsum(signs != 0, dtype=U32)))
    return count[ends] > count[starts]


@cache
def _shapes() -> Bytes:
    """Return the flags that each character of the basic plane gives."""
    table = np.zeros(0x10000, U8)
    for point in range(0xFFFF):
        char = chr(point)
        table[point] = CAPITAL * char.isupper() | FIGURE * char.isdigit()
    for char in ".!?…\n\r\u2028\u2029":
        table[ord(char)] |= _ENDS
    return table


def _vocabulary(titles: Iterable[str]) -> Bytes:
    """Return a table that has ``TITLE`` where a word's hash begins as that of a word of the titles does."""
    table = np.zeros(1 << _VOCABULARY_BITS, U8)
    table[words([" ".join(titles)]).hashes >> U64(64 - _VOCABULARY_BITS)] = TITLE
    return table
