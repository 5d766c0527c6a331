"""Whether a word of the lexicon stands as a verb, whatever the parser takes it for, and whether it is finite."""

from __future__ import annotations

from selon.stages.saying.scene import Scene

_COMMENT = 8


def is_verb(scene: Scene, index: int) -> bool:
    return scene.tokens[index].pos in ("VERB", "AUX") or _is_participle(scene, index) or _stands_as_verb(scene, index)


def is_finite(scene: Scene, verb: int, last: int) -> bool:
    """Whether a form that may be a participle too is finite: the parser says so, or words begin behind it or end before it."""
    form, after = scene.cue_form(verb), last + 1
    if form is None or form.kind != "either":
        return False
    words = after < len(scene.tokens) and (
        scene.folded[after] in scene.grammar.that
        or scene.tokens[after].pos == "DET"
        or scene.tokens[after].text == ":"
        or scene.is_mark(after)
    )
    alone = (
        not any(scene.is_finite(place) for place in scene.sentence(verb))
        and scene.folded[min(after, len(scene.tokens) - 1)] not in scene.grammar.by
    )
    return scene.is_finite(verb) or words or alone or (verb > 0 and (scene.tokens[verb - 1].text == "," or scene.is_mark(verb - 1)))


def _stands_as_verb(scene: Scene, index: int) -> bool:
    """Whether a word that the parser takes for a noun or an adjective stands where a verb does: as an incise, or before content."""
    tokens = scene.tokens
    if index == 0 or index + 1 >= len(tokens) or tokens[index].starts_sentence:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    leads = scene.grammar.that | scene.grammar.of | scene.grammar.to | scene.grammar.to_fused
    starts_content = scene.folded[index + 1] in leads or after.pos in ("DET", "PROPN") or scene.is_inf(index + 1)
    if before.text == "," or scene.is_mark(index - 1):
        dated = after.pos == "NUM" and index + 2 < len(tokens) and scene.is_time(index + 2)
        named = scene.folded[index + 1] in scene.knowledge.words.civilities
        return after.pos in ("DET", "PROPN", "PRON", "ADV") or after.text.startswith("-") or dated or named
    if scene.folded[index - 1] in scene.grammar.clitics and before.pos != "DET":
        return True
    form = scene.cue_form(index)
    comments = form is not None and form.kind == "finite" and _comments(scene, index)
    if comments and before.pos == "ADJ":
        return True
    is_subject = before.pos in ("NOUN", "PROPN", "PRON") or before.dep.startswith("flat")
    return is_subject and (comments or (starts_content and tokens[index].pos != "PROPN"))


def _comments(scene: Scene, index: int) -> bool:
    """Whether a word ends the sentence or clause of a comment: ", ce que le préfet conteste"."""
    for place in range(index - 1, max(scene.sentence(index).start + 1, index - _COMMENT), -1):
        if scene.folded[place] in scene.grammar.that and scene.folded[place - 1] in scene.grammar.what:
            return scene.tokens[place - 2].text == ","
    return False


def _is_participle(scene: Scene, index: int) -> bool:
    """Whether an adjective is a participle behind its noun, rather than a noun of the same form behind a determiner."""
    before = scene.tokens[index - 1].pos if index else ""
    return scene.tokens[index].pos == "ADJ" and scene.is_past_participle(index) and before in ("NOUN", "PROPN", "ADJ", "PUNCT", "ADV")
