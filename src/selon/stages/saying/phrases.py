"""Noun phrases and clauses by position: where they begin and end, without trust in the parser's labels."""

from __future__ import annotations

from selon.stages.saying.cues import Cue, supposing
from selon.stages.saying.scene import Scene

_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
_BEFORE_NOUN = frozenset(["DET", "ADJ", "NUM"])
_VERB_REACH = 4


def noun_phrase(scene: Scene, start: int) -> tuple[int, int] | None:
    """Return head and last token of the noun phrase that begins at a token; ``None`` if none does.

    It takes in adjectives, names and complements in "de", and ends before a comma, a verb or a relative.
    """
    stop = scene.sentence(start).stop
    head = start
    while (
        head + 1 < stop
        and (scene.tokens[head].pos in _BEFORE_NOUN or scene.is_mark(head))
        and (scene.is_mark(head + 1) or scene.tokens[head + 1].pos in (*_NOMINAL, *_BEFORE_NOUN))
    ):
        head += 1
    head = _as_noun(scene, head, start, stop)
    if head >= stop or (
        scene.tokens[head].pos not in _NOMINAL
        and not scene.tokens[head].name
        and (head == start or scene.tokens[head - 1].pos not in _BEFORE_NOUN)
    ):
        return None
    return head, phrase_end(scene, head)


def _as_noun(scene: Scene, head: int, start: int, stop: int) -> int:
    """Return the token behind a determiner that the parser takes for a verb ("le prévenu", "sa remise"); the head itself otherwise."""
    after = head + 1
    led = scene.tokens[head].pos == "DET" or (scene.tokens[head].pos == "ADJ" and head > start and scene.tokens[head - 1].pos == "DET")
    if led and after < stop and scene.tokens[after].pos in ("VERB", "ADJ") and not scene.is_mark(after):
        return after
    return head


def phrase_end(scene: Scene, head: int) -> int:
    """Return the last token of the noun phrase of a head: adjectives, names in a row, complements in "de"."""
    stop, last = scene.sentence(head).stop, head
    while last + 1 < stop:
        after = last + 1
        word = scene.folded[after]
        joins = word in scene.grammar.and_ and after + 1 < stop and scene.folded[after + 1] in scene.grammar.of and last > head
        if joins or _goes_on(scene, head, after):
            last = after
        elif word in scene.grammar.of or word in scene.grammar.of_fused:
            inner = noun_phrase(scene, after + 1) if after + 1 < stop else None
            if inner is None or scene.tokens[after + 1].pos == "PRON" or scene.folded[inner[0]] in scene.grammar.sources:
                return last
            return inner[1]
        else:
            break
    return last


def bare_adverbs(scene: Scene, place: int) -> int:
    """Return the first token at or after a place that is no adverb, day or number of a day."""
    first = place
    while place < len(scene.tokens) and not scene.tokens[place].starts_sentence:
        dated = place > first and scene.is_time(place - 1) and (scene.is_time(place) or scene.tokens[place].text.isdigit())
        month = place > first and scene.tokens[place - 1].text.isdigit() and scene.folded[place] in scene.grammar.days
        if scene.tokens[place].pos != "ADV" and scene.folded[place] not in scene.grammar.days and not dated and not month:
            break
        place += 1
    return place


def _goes_on(scene: Scene, head: int, after: int) -> bool:
    """Whether a token belongs to the phrase that ends before it: an adjective, a name, a hyphened part, an apposed noun, a closing mark."""
    token = scene.tokens[after]
    if token.text[0].isupper() and scene.folded[after - 1] in scene.knowledge.words.civilities:
        return True
    glued = token.text == "-" and token.span.start == scene.tokens[after - 1].span.end
    if (token.pos in ("ADJ", "PROPN", "NUM") or token.name or glued) and token.feature("VerbForm") != "Part":
        return True
    if scene.is_mark(after):
        quote = scene.quote_over(token.span.start)
        return quote is not None and quote.span.end == token.span.end
    return token.pos == "NOUN" and token.head == head and token.dep in ("appos", "flat:name", "nmod", "flat:foreign")


def after_adverbs(scene: Scene, place: int, *, times: bool = True) -> int:
    """Return the first token at or after a place that is no adverb, no prepositional phrase and no bare day."""
    stop = scene.sentence(min(place, len(scene.tokens) - 1)).stop if scene.tokens else 0
    while place < stop:
        token, word = scene.tokens[place], scene.folded[place]
        if token.pos == "ADV" or (times and word in scene.grammar.days and token.pos in ("NOUN", "PROPN", "ADJ", "X")):
            place += 1
        elif (
            times
            and token.pos == "DET"
            and place + 1 < stop
            and scene.folded[place + 1] in scene.grammar.days
            and scene.tokens[place + 1].pos == "NOUN"
        ):
            place += 2
        elif token.pos == "ADP" or (token.pos != "DET" and (word in scene.grammar.of_fused or word in scene.grammar.to_fused)):
            inner = noun_phrase(scene, place + 1) if place + 1 < stop else None
            if inner is None:
                return place
            place = _relay_end(scene, *inner) + 1
            place += place + 1 < stop and scene.folded[place] in scene.grammar.published and scene.tokens[place + 1].pos == "ADP"
        elif times and token.pos in ("NUM", "DET") and place + 1 < stop and scene.is_time(place + 1):
            place += 2
        else:
            return place
    return place


def _relay_end(scene: Scene, head: int, last: int) -> int:
    """Return the last token of a phrase, or of the agency that it names: "à l'AFP | Marie Martin"."""
    relay = next((mention for mention in scene.mentions_in(scene.tokens[head].span) if mention.kind in ("agency", "outlet")), None)
    return max(head, scene.at(relay.span.end - 1)) if relay else last


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
            last = min(last, _before_joint(scene, other.first))
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
        if asked or (after.feature("VerbForm") == "Part" and after.feature("Tense") == "Pres" and after.head == cue.verb):
            return comma - 1
    return last


def begins_clause(scene: Scene, first: int, stop: int) -> bool:
    """Whether a subject with its verb right behind it begins at a token."""
    subject = noun_phrase(scene, first) if first < stop else None
    if subject is None or subject[1] + 1 >= stop or scene.tokens[subject[1] + 1].text == ",":
        return False
    after = range(subject[1] + 1, min(subject[1] + _VERB_REACH, stop))
    verb = next((place for place in after if scene.is_finite(place)), None)
    return verb is not None and not any(opens_clause(scene, place) for place in range(subject[1] + 1, verb))


def _fronted(scene: Scene, cue: Cue) -> bool:
    """Whether the cue stands in a clause with "si" that leads the sentence."""
    place = supposing(scene, cue)
    return place is not None and place <= scene.sentence(cue.first).start + 1


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


def opens_clause(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    return token.pos == "SCONJ" or token.feature("PronType") == "Rel" or scene.folded[place] in scene.grammar.that | scene.grammar.who


def _verb_group(scene: Scene, verb: int, lowest: int) -> int:
    """Return the first of the clitics before a verb."""
    while verb - 1 > lowest and scene.folded[verb - 1] in scene.grammar.clitics and scene.tokens[verb - 1].pos != "DET":
        verb -= 1
    return verb


def joined(scene: Scene, cue: Cue, other: Cue) -> bool:
    """Whether another cue begins a statement of its own beside the first, with the same speaker, rather than inside its content."""
    token = scene.tokens[other.verb]
    before = lead(scene, other)
    if before < cue.last or not (scene.folded[before] in scene.grammar.and_ or scene.tokens[before].text == ","):
        return False
    if token.head == cue.verb or (scene.is_present_participle(other.verb) and not other.finite):
        return True
    if other.first == other.verb and shares_auxiliary(scene, cue, other.verb, cue.last + 1):
        return True
    same_tense = (
        scene.folded[cue.first] == scene.folded[other.first]
        and other.first < other.verb
        and scene.child(other.verb, "nsubj") in (None, scene.child(cue.verb, "nsubj"))
    )
    return (
        scene.folded[before] in scene.grammar.and_
        and other.inverted is None
        and (same_tense or token.head == scene.tokens[cue.verb].head != cue.verb)
    )


def shares_auxiliary(scene: Scene, cue: Cue, place: int, start: int) -> bool:
    """Whether a participle goes on with the cue's own tense: "a dénoncé une faute et convoqué l'ambassadeur"."""
    token = scene.tokens[place]
    if cue.first == cue.verb or cue.passive or not scene.is_past_participle(cue.verb) or token.pos != "VERB":
        return False
    if not scene.is_past_participle(place) or place + 1 >= len(scene.tokens) or not _has_object(scene, place + 1):
        return False
    beside = range(start, place)
    return not any(scene.is_past_participle(here) and scene.tokens[here].pos == "VERB" and _is_compound(scene, here) for here in beside)


def _has_object(scene: Scene, place: int) -> bool:
    return scene.tokens[place].pos in ("DET", "PROPN", "NUM") or scene.folded[place] in scene.grammar.that


def _is_compound(scene: Scene, participle: int) -> bool:
    before = next((place for place in range(participle - 1, -1, -1) if scene.tokens[place].pos != "ADV"), participle)
    return scene.tokens[before].pos == "AUX" or any(scene.tokens[child].dep.startswith("aux") for child in scene.children[participle])


def lead(scene: Scene, cue: Cue) -> int:
    """Return the token before a cue, past the small words of a gerund ("tout en affirmant")."""
    before = cue.first - 1
    while before > 0 and scene.folded[before] in scene.grammar.gerund:
        before -= 1
    return before


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
            if (any_word or after.pos in ("ADP", "ADV")) and not is_item and scene.folded[place + 2] not in scene.grammar.and_:
                return place
    return last


def _before_joint(scene: Scene, place: int) -> int:
    """Return the last token before a conjunction or a comma that leads to a place."""
    last = place - 1
    while last > 0 and scene.folded[last] in scene.grammar.gerund:
        last -= 1
    while last > 0 and (scene.folded[last] in scene.grammar.and_ or scene.tokens[last].text == ","):
        last -= 1
    return last
