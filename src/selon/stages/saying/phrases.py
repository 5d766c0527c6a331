"""Noun phrases and the beginnings of clauses by position, without trust in the parser's labels."""

from __future__ import annotations

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


def past_times(scene: Scene, place: int) -> int:
    """Return the token behind a phrase that tells when, where another follows: "a rejeté la semaine dernière | l'accord"."""
    phrase = noun_phrase(scene, place) if place < len(scene.tokens) and scene.tokens[place].pos in ("DET", "NUM") else None
    if phrase is None or not (scene.is_time(phrase[0]) or scene.folded[phrase[0]] in scene.grammar.vague):
        return place
    after = phrase[1] + 1
    return after if after < scene.sentence(place).stop and scene.tokens[after].pos == "DET" else place


def _goes_on(scene: Scene, head: int, after: int) -> bool:
    """Whether a token belongs to the phrase that ends before it: an adjective, a name, a hyphened part, an apposed noun, a closing mark."""
    token = scene.tokens[after]
    if token.text[0].isupper() and scene.folded[after - 1] in scene.knowledge.words.civilities:
        return True
    glued = token.text == "-" and token.span.start == scene.tokens[after - 1].span.end
    if token.dep == "det" and token.head > after and not token.name:
        return False
    if (token.pos in ("ADJ", "PROPN", "NUM") or token.name or glued) and token.feature("VerbForm") != "Part":
        return True
    if token.pos in ("NOUN", "ADV", "ADJ") and scene.tokens[after - 1].text == "-" and token.span.start == scene.tokens[after - 1].span.end:
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
        if token.pos == "ADV" and is_counting(scene, place):
            return place
        manner = manner_at(scene, place) if token.pos == "ADP" else ()
        if manner:
            place += len(manner)
        elif token.pos == "ADV" or (times and word in scene.grammar.days and token.pos in ("NOUN", "PROPN", "ADJ", "X")):
            place += 1
            place += place < stop and scene.folded[place] in scene.grammar.times and word in scene.grammar.days
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


def manner_at(scene: Scene, place: int) -> tuple[str, ...]:
    """Return the words of the adverb of several words that begins at a token; empty if none does: "pour sa part"."""
    return next((words for words in scene.grammar.manners if scene.folded[place : place + len(words)] == list(words)), ())


def is_counting(scene: Scene, place: int) -> bool:
    """Whether a mention of several begins at an adverb: "plus de quarante avocats"."""
    start = scene.tokens[place].span.start
    return any(mention.span.start == start and mention.kind == "group" for mention in scene.mentions_in(scene.tokens[place].span))


def _relay_end(scene: Scene, head: int, last: int) -> int:
    """Return the last token of a phrase without the name that follows it: "à l'AFP | Marie Martin", "sur Facebook | M. Martin"."""
    named = scene.mentions_in(scene.span(head, max(head, last)))
    relay = next((each for each in named if each.kind in ("agency", "outlet") and each.span.overlaps(scene.tokens[head].span)), None)
    if relay:
        return max(head, scene.at(relay.span.end - 1))
    people = (each for each in named if each.kind == "person" and each.form == "name" and not each.near)
    first = next((first for each in people if (first := scene.at(each.span.start)) > head), 0)
    first -= first > head + 1 and scene.folded[first - 1] in scene.knowledge.words.civilities
    led = first and (scene.tokens[first - 1].pos in ("ADP", "DET", "CCONJ") or scene.folded[first - 1] in scene.grammar.of_fused)
    return first - 1 if first > head and not led else last


def begins_clause(scene: Scene, first: int, stop: int) -> bool:
    """Whether a subject with its verb right behind it begins at a token."""
    subject = noun_phrase(scene, first) if first < stop else None
    if subject is None or subject[1] + 1 >= stop or scene.tokens[subject[1] + 1].text == ",":
        return False
    after = range(subject[1] + 1, min(subject[1] + _VERB_REACH, stop))
    verb = next((place for place in after if scene.is_finite(place)), None)
    return verb is not None and not any(opens_clause(scene, place) for place in range(subject[1] + 1, verb))


def opens_clause(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    return token.pos == "SCONJ" or token.feature("PronType") == "Rel" or scene.folded[place] in scene.grammar.that | scene.grammar.who
