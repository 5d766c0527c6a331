"""Who is the grammatical subject of a cue, by attachment."""

from __future__ import annotations

from selon.stages.saying.cues import Cue
from selon.stages.saying.scene import Scene


def subject_head(scene: Scene, verb: int, limit: int, depth: int) -> int | None:
    """Return the head of the subject: the verb's own, else that of the verb it is joined to or hangs on."""
    subjects = [
        _whole(scene, child)
        for child in scene.children[verb]
        if scene.tokens[child].dep.startswith(("nsubj", "expl:subj")) and child < limit and not _is_day(scene, child)
    ]
    while len(subjects) > 1 and (_is_repeated(scene, subjects[-1]) or scene.folded[subjects[-1]] in scene.grammar.emphatic):
        subjects.pop()
    if subjects:
        return _antecedent(scene, subjects[-1], verb)
    token = scene.tokens[verb]
    if not depth or token.head == verb:
        return None
    is_finite = scene.is_finite(verb) or any(
        scene.tokens[child].dep.startswith("aux") and scene.is_finite(child) for child in scene.children[verb]
    )
    if token.dep == "conj" or not is_finite:
        governor = scene.tokens[token.head]
        if governor.pos in ("VERB", "AUX", "ADJ"):
            return subject_head(scene, token.head, limit, depth - 1)
        if token.dep == "acl" and governor.pos in ("NOUN", "PROPN") and token.head < verb:
            if _ends_manner(scene, token.head) and governor.head != token.head:
                return subject_head(scene, governor.head, limit, depth - 1)
            return _of_clause(scene, verb, depth) if _is_gerund(scene, verb) or _is_loose(scene, verb) else token.head
    return None


def _ends_manner(scene: Scene, place: int) -> bool:
    """Whether a noun only ends an adverb of several words: "a de son côté admis que"."""
    return any(tuple(scene.folded[max(0, place + 1 - len(manner)) : place + 1]) == tuple(manner) for manner in scene.grammar.manners)


def _is_gerund(scene: Scene, verb: int) -> bool:
    """Whether a present participle stands behind "en": it is the subject's of the clause, whatever noun the parser hangs it on."""
    before = verb - 1
    while before > 0 and scene.folded[before] in scene.grammar.clitics and scene.folded[before] not in scene.grammar.gerund:
        before -= 1
    return before >= 0 and scene.folded[before] in scene.grammar.gerund and scene.is_present_participle(verb)


def _is_loose(scene: Scene, verb: int) -> bool:
    """Whether a present participle behind a comma goes on with the clause, whatever noun with a preposition the parser hangs it on.

    Behind "selon X" it goes on with whose word that is.
    """
    noun = scene.tokens[verb].head
    cases = [child for child in scene.children[noun] if scene.tokens[child].dep == "case" and child < noun]
    is_source = any(scene.folded[child] in scene.grammar.according for child in cases)
    return bool(cases) and not is_source and scene.tokens[verb - 1].text == "," and scene.is_present_participle(verb)


def _of_clause(scene: Scene, verb: int, depth: int) -> int | None:
    """Return the subject of the clause around the noun that a participle hangs on; the noun itself where there is none."""
    noun = scene.tokens[verb].head
    above = noun
    while scene.tokens[above].pos not in ("VERB", "AUX") and scene.tokens[above].head != above:
        above = scene.tokens[above].head
    found = subject_head(scene, above, noun, depth - 1) if scene.tokens[above].pos in ("VERB", "AUX") else None
    return noun if found is None else found


def _whole(scene: Scene, place: int) -> int:
    """Return the pronoun behind a "-t" that the parser cut from it: "a-t-elle poursuivi en rappelant"."""
    cut = scene.folded[place] == "-t" and place + 1 < len(scene.tokens)
    return place + 1 if cut and scene.tokens[place + 1].pos == "PRON" else place


def _is_day(scene: Scene, place: int) -> bool:
    """Whether a day that leads a clause was taken for its subject: "Lundi le ministre a averti que"."""
    return scene.folded[place] in scene.grammar.days and not scene.mentions_in(scene.tokens[place].span)


def _is_repeated(scene: Scene, pronoun: int) -> bool:
    """Whether a pronoun between commas only takes up the subject before it: "les autorités, elles, démentent"."""
    tokens = scene.tokens
    set_off = tokens[pronoun - 1].text == "," and tokens[min(pronoun + 1, len(tokens) - 1)].text == ","
    return set_off and tokens[pronoun].pos == "PRON"


def _antecedent(scene: Scene, subject: int, verb: int) -> int:
    """Return the noun that a relative "qui" stands for; the subject itself otherwise."""
    if scene.folded[subject] not in scene.grammar.who:
        return subject
    head = scene.tokens[verb].head
    while scene.tokens[verb].dep == "conj" and head != verb and scene.tokens[head].dep != "ROOT":
        verb, head = head, scene.tokens[head].head
    before = subject - 1
    while before > 0 and scene.tokens[before].pos == "PUNCT":
        before -= 1
    if head < subject and scene.tokens[head].pos in ("NOUN", "PROPN", "PRON"):
        return before if _is_likelier(scene, before, head, verb) else head
    named = scene.tokens[before].name.endswith("PER")
    return before if named or scene.tokens[before].pos not in ("VERB", "AUX", "ADV") else subject


def _is_likelier(scene: Scene, near: int, head: int, verb: int) -> bool:
    """Whether the word right before a relative is its subject rather than the parser's: it alone can speak, or agrees with the verb."""
    if near == head or scene.tokens[near].pos not in ("NOUN", "PROPN") or not scene.may_speak(near):
        return False
    if not scene.may_speak(head) and not scene.mentions_in(scene.tokens[head].span):
        return True
    mine, other, number = (scene.tokens[place].feature("Number") for place in (near, head, verb))
    return bool(number) and mine in ("", number) and other not in ("", number)


def is_apart(scene: Scene, head: int, cue: Cue) -> bool:
    """Whether a noun before a cue cannot be its subject: a label before a colon, a phrase led by a preposition up to a comma."""
    if head >= cue.first or scene.sentence_of[head] != scene.sentence_of[cue.first]:
        return False
    between = range(head + 1, cue.first)
    if any(scene.tokens[place].text == ":" and not scene.quote_over(scene.tokens[place].span.start) for place in between):
        return True
    led = any(scene.tokens[child].dep == "case" and child < head for child in scene.children[head])
    return led and scene.tokens[head].dep.startswith("nsubj") and any(scene.tokens[place].text == "," for place in between)
