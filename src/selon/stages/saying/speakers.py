"""Who speaks: the words that name the speaker of a cue, and the mention that they are."""

from __future__ import annotations

from dataclasses import dataclass

from selon.core.marks import Mention
from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.saying.cues import Cue
from selon.stages.saying.phrases import bare_adverbs, noun_phrase, phrase_end
from selon.stages.saying.scene import Scene
from selon.stages.saying.subjects import is_apart, subject_head
from selon.stages.saying.telling import narrator_of
from selon.stages.saying.trailing import Trailing
from selon.stages.saying.writers import writer

_CHAIN, _PHRASE = 4, 7


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker, their head token, and the mention they are, if one stands there."""

    span: Span
    head: int
    mention: Mention | None


class Speakers:
    """Finds the speaker of a cue by attachment and position; the parser's labels are too often wrong."""

    def __init__(self, scene: Scene, trailing: Trailing) -> None:
        self.scene, self.trailing = scene, trailing

    def of(self, cue: Cue, *, incise: bool) -> Speaker | None:
        """Return the speaker; ``None`` where the sentence names none."""
        if cue.passive:
            return self._agent(cue)
        between = narrator_of(self.scene, cue)
        if between is not None:
            phrase = noun_phrase(self.scene, between.start) if between else None
            return self.made(between.start, phrase[0], min(phrase[1], between.stop - 1)) if phrase else None
        if cue.inverted is not None:
            return self._pronoun(cue.inverted)
        if incise or self._follows_comparison(cue):
            subject = self.trailing.subject(cue)
            if subject or incise:
                return self.made(subject[0], subject[1], subject[2]) if subject else None
        heads = (
            subject_head(self.scene, verb, cue.first, _CHAIN)
            for verb in range(cue.verb, cue.last + 1)
            if self.scene.tokens[verb].pos in ("VERB", "AUX", "NOUN", "ADJ", "ADV")
        )
        head = next((found for found in heads if found is not None and not is_apart(self.scene, found, cue)), None)
        return self._from_head(head, cue.first) if head is not None else self._adjacent(cue) or self._before(cue)

    def _follows_comparison(self, cue: Cue) -> bool:
        """Whether nothing but clitics stands between "comme" or "ce que" and a cue: its subject is behind it."""
        folded, grammar = self.scene.folded, self.scene.grammar
        comments = cue.first > 1 and folded[cue.first - 1] in grammar.that and folded[cue.first - 2] in grammar.what
        return comments or (cue.first > 0 and folded[cue.first - 1] in grammar.as_)

    def subject_of(self, verb: int) -> Speaker | None:
        """Return who is the subject of a verb before it; ``None`` if nobody is."""
        head = subject_head(self.scene, verb, verb, _CHAIN)
        return self._from_head(head) if head is not None else None

    def behind(self, cue: Cue) -> Speaker | None:
        """Who is named behind a cue by "auprès de", "de", "dans" or "à", a time between them at most."""
        scene, grammar = self.scene, self.scene.grammar
        stop, place = scene.sentence(cue.verb).stop, cue.last + 1
        while place < stop and (
            scene.is_time(place)
            or scene.tokens[place].text[0].isdigit()
            or (scene.tokens[place].pos == "ADV" and scene.folded[place] not in grammar.beside)
        ):
            place += 1
        place += place < stop and scene.folded[place] in grammar.beside
        if place + 1 >= stop or scene.folded[place] not in grammar.of | grammar.of_fused | grammar.inside | grammar.to | grammar.to_fused:
            return None
        phrase = noun_phrase(scene, place + 1)
        speaker = self.made(place + 1, phrase[0], phrase[1]) if phrase else None
        return speaker if speaker and self.can_speak(speaker) else None

    def can_speak(self, speaker: Speaker) -> bool:
        """Whether a speaker is somebody, or something that is said or written."""
        scene, head = self.scene, speaker.head
        word, lemma = scene.folded[head], fold(scene.tokens[head].lemma)
        if scene.folded[scene.at(speaker.span.start)] in scene.knowledge.words.possessives:
            return True
        if (
            speaker.mention
            or word in scene.grammar.pronouns
            or scene.tokens[head].pos == "PROPN"
            or scene.tokens[head].name.endswith(("PER", "ORG"))
        ):
            return True
        return (
            word in scene.written_things
            or lemma in scene.written_things
            or scene.may_speak(head)
            or lemma in scene.knowledge.words.bodies_by_noun
        )

    def _adjacent(self, cue: Cue) -> Speaker | None:
        """The noun phrase that ends right before a cue, where no preposition leads to it."""
        scene, sentence = self.scene, self.scene.sentence(cue.first)
        last = cue.first - 1
        while last >= sentence.start and scene.tokens[last].pos == "ADV":
            last -= 1
        for start in range(max(sentence.start, last - _PHRASE), last + 1):
            phrase = noun_phrase(scene, start) if scene.tokens[start].pos in ("DET", "PRON", "PROPN") else None
            free = start == sentence.start or (
                scene.tokens[start - 1].pos not in ("ADP", "DET")
                and scene.tokens[start - 1].text != "-"
                and scene.folded[start - 1] not in scene.grammar.of_fused
            )
            if phrase and phrase[0] <= last <= phrase[1] and free:
                return self.made(start, phrase[0], last)
        return None

    def _pronoun(self, index: int) -> Speaker:
        token = self.scene.tokens[index]
        lead = len(token.text) - len(token.text.lstrip("-"))
        lead = 3 if token.text.lower().startswith("-t-") else lead
        return Speaker(Span(token.span.start + lead, token.span.end), index, None)

    def _agent(self, cue: Cue) -> Speaker | None:
        """The complement in "par" of a passive."""
        for child in self.scene.children[cue.verb]:
            if child > cue.verb and any(self.scene.folded[below] in self.scene.grammar.by for below in self.scene.children[child]):
                low, _ = self.scene.subtree(child)
                low = next((place + 1 for place in range(low, child) if self.scene.folded[place] in self.scene.grammar.by), low)
                return self.made(low, child, phrase_end(self.scene, child))
        place = bare_adverbs(self.scene, cue.last + 1)
        named = place + 1 < self.scene.sentence(cue.verb).stop and self.scene.folded[place] in self.scene.grammar.by
        phrase = noun_phrase(self.scene, place + 1) if named and self._is_of_words(cue) else None
        return self.made(place + 1, *phrase) if phrase else None

    def _is_of_words(self, cue: Cue) -> bool:
        """Whether a participle stands behind a noun for what was said: "des accusations démenties"."""
        place = cue.first - 1
        while place > 0 and self.scene.tokens[place].pos == "ADV":
            place -= 1
        return place >= 0 and fold(self.scene.tokens[place].lemma) in self.scene.said_things

    def _from_head(self, head: int, limit: int | None = None) -> Speaker:
        scene = self.scene
        if scene.tokens[head].text.startswith("-") and scene.tokens[head].text.strip("-") and scene.tokens[head].pos == "PRON":
            return self._pronoun(head)
        low, _ = scene.subtree(head)
        first = head
        while first > low and scene.tokens[first - 1].pos in ("DET", "ADJ", "NUM", "PROPN") and not scene.tokens[first].starts_sentence:
            first -= 1
        if first - 2 >= scene.sentence(head).start and scene.tokens[first - 1].text == "-":
            first -= 2
            first -= scene.tokens[first - 1].pos == "DET" and not scene.tokens[first].starts_sentence
        if scene.tokens[head].pos == "PRON" and scene.tokens[head].head != head:
            return self.made(head, head, head)
        last = phrase_end(scene, head)
        return self.made(first, head, last if limit is None or head >= limit else min(last, limit - 1))

    def made(self, first: int, head: int, last: int) -> Speaker:
        """Return the speaker that a noun phrase names."""
        span = self.scene.span(first, max(last, head))
        found = self.mention(span, head)
        if found and found.span.start < span.start and found.span.contains(self.scene.tokens[head].span):
            span = Span(found.span.start, span.end) if self._is_one_name(self.scene.at(found.span.start), first) else span
        return Speaker(span, head, found or self._apposed(max(last, head)) or self.written_by(head))

    def written_by(self, head: int) -> Mention | None:
        """Return whose word the text is that a noun stands for; ``None`` if it is none, or only an agency or outlet gives it on."""
        named = writer(self.scene, head)
        found = self.mention(self.scene.span(named[0], max(named[1], named[2])), named[1]) if named else None
        relays = named is not None and self.scene.folded[named[0] - 1] in self.scene.grammar.by
        return None if found and relays and found.kind in ("agency", "outlet") else found

    def _is_one_name(self, start: int, first: int) -> bool:
        """Whether the words of a mention before a phrase belong to it: no fused "des" of a complement, no noun for what is said."""
        said = any(fold(self.scene.tokens[place].lemma) in self.scene.said_things for place in range(start, first))
        return not said and self.scene.folded[start] not in self.scene.grammar.of_fused

    def _apposed(self, last: int) -> Mention | None:
        """Return the person whose name alone follows behind a comma: "l'une des auteures, Anne Martin, ..."."""
        scene, first = self.scene, last + 2
        if first >= scene.sentence(last).stop or scene.tokens[last + 1].text != ",":
            return None
        named = [each for each in scene.mentions_in(scene.tokens[first].span) if each.kind == "person" and each.form == "name"]
        after = scene.at(named[0].span.end) if named else first
        ends = after >= len(scene.tokens) or scene.tokens[after].starts_sentence or scene.tokens[after].text in ",."
        return named[0] if named and ends and scene.at(named[0].span.start) == first else None

    def mention(self, span: Span, head: int) -> Mention | None:
        """Return the mention that a phrase is: the name that its head is or introduces, else the one over its head, else its first name."""
        found = self.scene.mentions_in(span)
        at = self.scene.tokens[head].span
        by_title = [self.scene.titled[head]] if head in self.scene.titled else []
        over = [mention for mention in found if mention.span.overlaps(at)]
        names = [mention for mention in found if mention.form == "name" and mention.kind != "state" and self._is_beside(head, mention)]
        return next(iter((*by_title, *over, *names)), None)

    def _is_beside(self, head: int, mention: Mention) -> bool:
        """Whether a name follows a head with no preposition between: its own name, not that of a complement.

        The name of a body may follow any words for it ("l'agence de presse officielle X").
        """
        if mention.kind in ("agency", "outlet", "organisation") and self.scene.folded[head] in self.scene.knowledge.words.bodies_by_noun:
            return mention.span.start >= self.scene.tokens[head].span.start
        between = range(head + 1, self.scene.at(mention.span.start))
        return mention.span.start >= self.scene.tokens[head].span.start and not any(
            self.scene.tokens[place].pos == "ADP" or self.scene.folded[place] in self.scene.grammar.of_fused for place in between
        )

    def _before(self, cue: Cue) -> Speaker | None:
        """The nearest mention before the cue in its sentence that no preposition leads, where the parser found no subject."""
        scene, sentence = self.scene, self.scene.sentence(cue.first)
        start = scene.tokens[sentence.start].span.start
        end = scene.tokens[self._past_relative(cue)].span.start
        region = Span(start, end) if start < end else None
        for mention in reversed(scene.mentions_in(region) if region else []):
            first = scene.at(mention.span.start)
            before = first - 1
            while before >= sentence.start and (
                scene.tokens[before].pos == "DET" or scene.folded[before] in scene.knowledge.words.civilities
            ):
                before -= 1
            if before < sentence.start or (
                scene.tokens[before].pos not in ("ADP", "NOUN") and scene.folded[before] not in scene.grammar.of_fused
            ):
                phrase = noun_phrase(scene, first)
                words = Span(scene.tokens[before + 1].span.start, min(mention.span.end, scene.tokens[cue.first - 1].span.end))
                return Speaker(words, phrase[0] if phrase and phrase[0] < cue.first else first, mention)
        return None

    def _past_relative(self, cue: Cue) -> int:
        """Return the comma before a relative clause that a comma ends right before a cue; the cue itself where there is none."""
        scene, closing = self.scene, cue.first - 1
        if closing < 0 or scene.tokens[closing].text != ",":
            return cue.first
        commas = (place for place in range(closing - 1, scene.sentence(cue.first).start, -1) if scene.tokens[place].text == ",")
        return next((place for place in commas if scene.folded[place + 1] in scene.grammar.who), cue.first)
