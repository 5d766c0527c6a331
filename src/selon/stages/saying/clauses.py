"""Where the content of a cue ends: the longest clause, without what hangs on the cue itself."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.joints import before_joint, joined
from selon.stages.saying.phrases import opens_clause
from selon.stages.saying.scene import Scene
from selon.stages.saying.telling import supposing


def clause_end(scene: Scene, cue: Cue, start: int, others: list[Cue]) -> int:
    """Return the last token of the content that begins at a token: the longest clause.

    It ends before what hangs on the cue itself (another cue with the same subject, a participle)
    and with the clause that the cue is in, where that is not the sentence.
    """
    last = scene.last_word(start)
    if cue.finite and _is_subordinate(scene, cue) and scene.tokens[cue.verb].head != cue.verb:
        last = min(last, max(start, scene.subtree(cue.verb)[1]))
    if not cue.finite or _fronted(scene, cue):
        last = _before_main_verb(scene, cue, start, last)
    for other in others:
        if start < other.first <= last and joined(scene, cue, other):
            last = min(last, before_joint(scene, other.first))
    if scene.folded[start] not in scene.grammar.hypothesis:
        last = _at_closing_mark(scene, start, last, any_word=_is_subordinate(scene, cue))
    return before_stops(scene, start, _before_own_participle(scene, cue, start, last))


def before_stops(scene: Scene, start: int, last: int) -> int:
    """Return the last token that is no stop, from ``last`` back."""
    while last > start and scene.tokens[last].pos == "PUNCT" and not scene.is_mark(last) and scene.tokens[last].text not in ")]":
        last -= 1
    return last


def _before_own_participle(scene: Scene, cue: Cue, start: int, last: int) -> int:
    """Cut a content before a participle that tells of the speaker: ", interrogé par une radio", ", obtenant leur accord"."""
    for comma in range(start + 1, last):
        if scene.tokens[comma].text != "," or scene.quote_over(scene.tokens[comma].span.start):
            continue
        after = scene.tokens[comma + 1]
        asked = scene.folded[comma + 1] in scene.grammar.published and after.head <= cue.last
        if asked or (_is_present_participle(scene, comma + 1) and after.head == cue.verb):
            return comma - 1
        if scene.folded[comma + 1] in scene.grammar.objects and _is_present_participle(scene, comma + 2):
            return comma - 1
    return last


def _is_present_participle(scene: Scene, place: int) -> bool:
    token = scene.tokens[min(place, len(scene.tokens) - 1)]
    return token.feature("VerbForm") == "Part" and token.feature("Tense") == "Pres"


def _fronted(scene: Scene, cue: Cue) -> bool:
    """Whether the cue stands in a clause that leads the sentence: "Si X accuse Y, ...", "Lundi, alors que X se plaignait de Y, ..."."""
    place, start = supposing(scene, cue), scene.sentence(cue.first).start
    if place is not None and place <= start + 1:
        return True
    return _opener(scene, cue) is not None


def _opener(scene: Scene, cue: Cue) -> int | None:
    """Return the conjunction or the "qui" of a cue's clause that no verb stands before; ``None`` if there is none."""
    start = scene.sentence(cue.first).start
    for place in range(cue.first - 1, start - 1, -1):
        if scene.is_finite(place):
            return None
        joins = scene.tokens[place].pos == "SCONJ" and scene.folded[place - 1] in scene.grammar.comparatives
        if place > start and (joins or scene.folded[place] in scene.grammar.who):
            return None if any(scene.is_finite(here) for here in range(start, place)) else place
    return None


def _before_main_verb(scene: Scene, cue: Cue, start: int, last: int) -> int:
    """Cut the content of a participle, or of a clause with "si" at the head, before the main clause goes on.

    It ends at the verb of that clause; where the cue's clause leads, at the comma before its subject.
    """
    own = scene.folded[start - 1] in scene.grammar.that | scene.grammar.whether
    verb = main_verb_after(scene, start, last, own=own)
    if verb is None or verb <= start:
        return last
    leads = cue.first <= scene.sentence(cue.first).start + 1 or _fronted(scene, cue)
    commas = [place for place in range(start + 1, verb) if scene.tokens[place].text == ","]
    return commas[-1] - 1 if commas and leads else verb - 1


def main_verb_after(scene: Scene, start: int, last: int, *, own: bool) -> int | None:
    """Return the first token of the verb group that goes on with the sentence behind a clause; ``None`` if it ends with it.

    own: whether the clause that begins at ``start`` has a finite verb of its own; each relative or conjunction in it opens another
    """
    waiting, seen, opened = int(own), 0, False
    for place in range(start, last + 1):
        quote = scene.quote_over(scene.tokens[place].span.start)
        if quote and quote.span.start > scene.tokens[start].span.start:
            continue
        opens = opens_clause(scene, place)
        waiting += opens and not opened
        opened = opens
        if scene.is_finite(place):
            first = _verb_group(scene, place, start)
            if not waiting and not (seen and scene.tokens[first - 1].pos == "CCONJ"):
                return first
            waiting, seen = max(0, waiting - 1), seen + 1
    return None


def _verb_group(scene: Scene, verb: int, lowest: int) -> int:
    """Return the first of the clitics before a verb."""
    while verb - 1 > lowest and scene.folded[verb - 1] in scene.grammar.clitics and scene.tokens[verb - 1].pos != "DET":
        verb -= 1
    return verb


def _is_subordinate(scene: Scene, cue: Cue) -> bool:
    """Whether a cue stands in a clause that hangs on another: a relative or a conjunction opens it."""
    head = scene.tokens[cue.verb].head
    opened = any(opens_clause(scene, place) for place in range(min(head, cue.first), cue.first))
    hangs = scene.tokens[cue.verb].dep.startswith(("acl", "advcl")) and (opened or not cue.finite)
    return hangs or any(scene.tokens[child].dep == "mark" and child < cue.first for child in scene.children[cue.verb])


def _at_closing_mark(scene: Scene, start: int, last: int, *, any_word: bool) -> int:
    """Cut a content after a quotation that ends in it before a comma, where no further item or clause is joined on.

    any_word: cut whatever follows the comma but a joint
    """
    for place in range(start + 1, last):
        quote = scene.quote_over(scene.tokens[place].span.start) if scene.is_mark(place) else None
        if quote and quote.span.end == scene.tokens[place].span.end and scene.tokens[place + 1].text == "," and place + 2 <= last:
            after = scene.tokens[place + 2]
            is_item = after.pos == "ADP" and any(scene.is_inf(here) for here in range(place + 3, min(place + 5, last + 1)))
            goes_on = scene.folded[place + 2] in (*scene.grammar.and_, *scene.grammar.who)
            if (any_word or after.pos in ("ADP", "ADV")) and not is_item and not goes_on:
                return place
    return last
