"""Several named speakers of the same words: "Paris et Berlin ont condamné", "selon Séoul, Tokyo et Washington"."""

from __future__ import annotations

from selon.stages.saying.phrases import noun_phrase
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker, Speakers

_PHRASE = 8


def together(scene: Scene, speakers: Speakers, speaker: Speaker, stop: int) -> list[Speaker]:
    """Return the speakers named beside one, before the token ``stop``: those joined on behind it, else the one it is joined to.

    Only names are: "le maire et son adjoint" speak with one voice.
    """
    if not _is_named(scene, speaker):
        return []
    return _behind(scene, speakers, speaker, stop) or _before(scene, speakers, speaker)


def last_of(scene: Scene, speaker: Speaker) -> int:
    """Return the last token of a speaker's words."""
    return scene.inside(speaker.span).stop - 1


def _is_named(scene: Scene, speaker: Speaker) -> bool:
    """Whether a speaker has a name, or is a body whose description is one: "le ministère des Affaires étrangères"."""
    mention = speaker.mention
    if mention is None or mention.form != "description":
        return mention is not None
    called = [place for place in scene.inside(mention.span) if scene.tokens[place].pos != "DET"]
    return mention.kind == "organisation" and any(scene.tokens[place].text[0].isupper() for place in called)


def _behind(scene: Scene, speakers: Speakers, speaker: Speaker, stop: int) -> list[Speaker]:
    """A list with commas counts only where "et" ends it; otherwise it is an apposition."""
    found: list[Speaker] = []
    joint = last_of(scene, speaker) + 1
    while joint + 1 < stop and (scene.tokens[joint].text == "," or scene.folded[joint] in scene.grammar.together):
        beside = _named_at(scene, speakers, joint + 1, stop)
        if beside is None:
            return []
        found.append(beside)
        if scene.folded[joint] in scene.grammar.together:
            return found
        joint = last_of(scene, beside) + 1
    return []


def _named_at(scene: Scene, speakers: Speakers, start: int, stop: int) -> Speaker | None:
    phrase = noun_phrase(scene, start)
    beside = speakers.made(start, *phrase) if phrase and phrase[1] < stop else None
    return beside if beside and _is_named(scene, beside) else None


def _before(scene: Scene, speakers: Speakers, speaker: Speaker) -> list[Speaker]:
    joint = scene.inside(speaker.span).start - 1
    sentence = scene.sentence(scene.inside(speaker.span).start)
    if joint <= sentence.start or scene.folded[joint] not in scene.grammar.together:
        return []
    for start in range(max(sentence.start, joint - _PHRASE), joint):
        free = start == sentence.start or scene.tokens[start - 1].pos in ("PUNCT", "CCONJ", "SCONJ")
        beside = _named_at(scene, speakers, start, joint) if free else None
        if beside and last_of(scene, beside) == joint - 1:
            return [beside]
    return []
