"""Who is named as the author of a reporting noun: "la promesse du ministre", "sa promesse", "a adressé un message"."""

from __future__ import annotations

from selon.lang.match import fold
from selon.stages.saying.nouns import Complement, Noun
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker, Speakers


class Authors:
    """Finds the authors of the reporting nouns of one article."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene, self.grammar, self.speakers = scene, scene.grammar, speakers

    def author(self, noun: Noun) -> Speaker | None:
        """Who is named as the author of a noun: by its possessive or complement, else as the subject of a verb that makes it."""
        return self.named(noun) or self._maker(noun)

    def named(self, noun: Noun) -> Speaker | None:
        owner = self.owner(noun)
        if owner:
            return owner
        named = noun.by or next((each for each in reversed(noun.of) if self.can_speak(each)), None)
        return self.speakers.made(named.first, named.head, named.last) if named else None

    def owner(self, noun: Noun) -> Speaker | None:
        return Speaker(self.scene.tokens[noun.owner].span, noun.owner, None) if noun.owner is not None else None

    def can_speak(self, each: Complement) -> bool:
        speaker = self.speakers.made(each.first, each.head, each.last)
        owned = self.scene.folded[each.first] in self.scene.knowledge.words.possessives
        somebody = bool(speaker.mention) or self.scene.may_speak(each.head) if owned else self.speakers.can_speak(speaker)
        return somebody and not self._is_said(each.head)

    def _is_said(self, head: int) -> bool:
        """Whether a noun is for what is said or written, and nobody."""
        return fold(self.scene.tokens[head].lemma) in self.scene.said_things and not self.scene.mentions_in(self.scene.tokens[head].span)

    def _maker(self, noun: Noun) -> Speaker | None:
        """The subject of a verb right before the noun that says no more than that it was uttered: "a adressé un message"."""
        scene, place = self.scene, noun.first - 1
        while place > scene.sentence(noun.first).start and scene.tokens[place].pos in ("DET", "ADJ", "ADV", "NUM"):
            place -= 1
        if scene.tokens[place].pos not in ("VERB", "AUX") or fold(scene.tokens[place].lemma) not in self.grammar.makes:
            return None
        return self.speakers.subject_of(place)
