"""Who said what, according to whom: statements, from cues, marks and mentions."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from selon.core.analysis import Analysis
from selon.core.marks import Mention, Quote, Statement, Token, Zone
from selon.core.text import Span
from selon.lang.match import fold
from selon.lang.pack import Pack
from selon.plan import stage
from selon.stages.saying.chains import published_by, told_to
from selon.stages.saying.contents import Content, Contents, is_speech
from selon.stages.saying.cues import Cue, cues
from selon.stages.saying.incises import Incises
from selon.stages.saying.modality import form, modality
from selon.stages.saying.phrases import joined, lead
from selon.stages.saying.prepositions import Attribution, attributions
from selon.stages.saying.references import References
from selon.stages.saying.scene import Scene
from selon.stages.saying.speakers import Speaker, Speakers

_SAYING = ("que", "si", "quote", "incise")
"""Frames that only words have: whatever their subject is, it says something."""

_AGENTLESS = ("accuse", "deny", "announce", "confirm")
"""Acts that a passive without an agent reports all the same."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement before its relays are known. ``relays``: it attributes a whole sentence and may only pass on another's words."""

    statement: Statement
    sentence: int
    relays: bool
    verb: int


@stage(makes=Statement, needs=(Zone, Token, Mention, Quote), reads=("grammar", "speech", "actors"))
def statements(analysis: Analysis, pack: Pack) -> Iterator[Statement]:
    """Yield every attributed stretch of the body, in the order of the text."""
    if not analysis[Token]:
        return
    reader = _Reader(Scene(analysis, pack))
    drafts = reader.drafts()
    yield from _without_doubles(_relayed(reader.scene, drafts))


class _Reader:
    """Reads the statements of one article in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.cues = list(cues(scene))
        self.incises = Incises(scene, self.cues)
        self.contents, self.speakers = Contents(scene, self.cues), Speakers(scene, self.incises)
        self.references = References(scene)

    def drafts(self) -> list[_Draft]:
        """Return the statements of cues, of prepositions, and of quotations that go on by themselves."""
        found: list[tuple[int, Cue | Attribution]] = [(cue.first, cue) for cue in self.cues]
        found += [(each.first, each) for each in attributions(self.scene, self.speakers)]
        made: list[_Draft] = []
        for _, each in sorted(found, key=lambda item: item[0]):
            draft = self._by_cue(each, made) if isinstance(each, Cue) else self._by_preposition(each)
            if draft:
                made.append(draft)
                self.references.spoke(draft.statement.source, draft.statement.span.end - 1, draft.statement.via)
        made = _with_named_sources(self.scene, made)
        return made + self._floating(made)

    def _by_cue(self, cue: Cue, before: list[_Draft]) -> _Draft | None:
        incise = self.incises.is_incise(cue)
        content = self.incises.content(cue) if incise else self._denied(cue, before) or self.contents.of(cue)
        if content is None or self._is_own_performative(cue):
            return None
        speaker, known = self._speaker(cue, incise, before)
        impersonal = incise and cue.inverted is not None and self._is_impersonal(cue)
        source = None if impersonal else known or self._source(speaker, content, before)
        if cue.passive and speaker is None and cue.entry.act not in _AGENTLESS:
            return None
        if speaker is None and (incise or not cue.passive):
            return None
        if speaker and source is None and not impersonal and not (self._may_be_unknown(speaker) or content.frame in _SAYING):
            return None
        kind = modality(self.scene, content.spans, reported=content.frame == "que" and cue.past)
        act = cue.entry.future_act if cue.entry.future_act and kind == "future" and content.frame == "que" else cue.entry.act
        via = told_to(self.scene, cue) or (self._of_text(speaker) if speaker else ())
        statement = self._statement(content, cue.span(self.scene), speaker.span if speaker else None, source, via, act, kind, f"{cue.entry.id}.{content.frame}")
        return _Draft(statement, self.scene.sentence_of[cue.verb], incise, cue.verb)

    def _speaker(self, cue: Cue, incise: bool, before: list[_Draft]) -> tuple[Speaker | None, Span | None]:
        """Return the speaker, and whom a cue shares it with is known to be: a cue joined to an earlier one has that one's."""
        earlier = next((other for other in reversed(self.cues) if other.first < cue.first and not incise and self._is_joined(other, cue)), None)
        draft = next((draft for draft in reversed(before) if earlier and draft.verb == earlier.verb), None)
        if draft and draft.statement.speaker:
            span = draft.statement.speaker
            return Speaker(span, self.scene.at(span.start), None), draft.statement.source
        return self.speakers.of(cue, incise=incise), None

    def _is_joined(self, earlier: Cue, cue: Cue) -> bool:
        same = self.scene.sentence_of[earlier.verb] == self.scene.sentence_of[cue.verb]
        return same and not cue.passive and cue.inverted is None and joined(self.scene, earlier, cue) and not self._has_subject(cue)

    def _has_subject(self, cue: Cue) -> bool:
        """Whether a cue has a subject of its own right before it, behind the word that joins it on."""
        start = lead(self.scene, cue)
        return any(self.scene.tokens[child].dep.startswith("nsubj") and start < child < cue.verb for child in self.scene.children[cue.verb])

    def _source(self, speaker: Speaker | None, content: Content, before: list[_Draft]) -> Span | None:
        """Return whom the speaker is. A pronoun that answers an accusation is not the accuser but one named after them."""
        if speaker and content.frame == "antecedent" and before and before[-1].statement.source:
            word = fold(speaker.span.of(self.scene.raw))
            if word in self.scene.grammar.pronouns:
                cue = before[-1].statement.cue
                return self.references.accused(word, cue.end if cue else 0, speaker.span.start)
        quoted = content.frame == "incise" and form(self.scene, content.spans) != "indirect"
        return self.references.source(speaker, quoted=quoted)

    def _of_text(self, speaker: Speaker) -> tuple[Span, ...]:
        """Return who published the text that speaks: named behind it, else who passed on its author's last words."""
        if not self.references.is_text(speaker):
            return ()
        last = speaker.head + len(self.scene.inside(speaker.span))
        named = published_by(self.scene, last, self.scene.sentence(speaker.head).stop)
        return (named,) if named else self.references.last_via

    def _may_be_unknown(self, speaker: Speaker) -> bool:
        """Whether a speaker who is no actor may still speak: a pronoun, or a text that says something."""
        word = self.scene.folded[speaker.head].strip("-")
        grammar = self.scene.grammar
        return word in grammar.pronouns or word in grammar.impersonal or word in grammar.who or fold(self.scene.tokens[speaker.head].lemma) in self.scene.said_things

    def _denied(self, cue: Cue, before: list[_Draft]) -> Content | None:
        """The content of "..., ce que X a démenti": what was said just before it in the sentence."""
        scene = self.scene
        sentence = scene.sentence(cue.verb)
        for place in range(cue.first - 1, max(sentence.start, cue.first - 8), -1):
            if scene.folded[place] in scene.grammar.that and scene.folded[place - 1] in scene.grammar.what and place - 2 > sentence.start and scene.tokens[place - 2].text == ",":
                here = [draft for draft in before if draft.sentence == scene.sentence_of[cue.verb] and draft.statement.content[-1].end <= scene.tokens[place - 1].span.start]
                if here:
                    return Content(here[-1].statement.content, "antecedent", 0.8)
                span = scene.words_between(scene.tokens[sentence.start].span.start, scene.tokens[place - 1].span.start)
                return Content((span,), "antecedent", 0.6) if span else None
        return None

    def _is_own_performative(self, cue: Cue) -> bool:
        """Whether a cue in a quotation is the quoted speaker's own ("je pense que", "nous remercions")."""
        quote = self.scene.quote_over(self.scene.tokens[cue.verb].span.start)
        if quote is None or not is_speech(self.scene, quote):
            return False
        subject = self.scene.child(cue.verb, "nsubj")
        return subject is None or self.scene.tokens[subject].pos == "PRON" or not self.scene.mentions_in(self.scene.tokens[subject].span)

    def _is_impersonal(self, cue: Cue) -> bool:
        """Whether an inverted "il" is nobody: "est-il ajouté"."""
        first = self.scene.tokens[cue.first]
        return fold(first.lemma) in self.scene.grammar.be and not cue.entry.reflexive

    def _by_preposition(self, each: Attribution) -> _Draft | None:
        source = self.references.source(each.speaker)
        kind = modality(self.scene, each.content, reported=False)
        content = Content(each.content, "preposition", 0.85)
        via = (each.relay,) if each.relay and each.relay != source else ()
        statement = self._statement(content, each.cue, each.speaker.span, source, via, each.entry.act, kind, f"fr.cue.{fold(each.entry.text)}")
        return _Draft(statement, self.scene.sentence_of[each.first], True, each.first)

    def _statement(
        self, content: Content, cue: Span | None, speaker: Span | None, source: Span | None, via: tuple[Span, ...], act: str, kind: str, why: str
    ) -> Statement:
        spans = content.spans
        cover = Span.cover(spans[0], *spans, *(span for span in (cue, speaker) if span))
        return Statement(cover, spans, cue, speaker, source, via, form(self.scene, spans), act, kind, content.score, why)

    def _floating(self, made: list[_Draft]) -> list[_Draft]:
        """Return quotations of a sentence or more that no cue has: they go on from the last speaker."""
        scene, found = self.scene, []
        taken = [span for draft in made for span in draft.statement.content]
        for quote in scene.quotes:
            index = scene.at(quote.span.start)
            if index >= len(scene.tokens) or not scene.in_body(index) or any(span.overlaps(quote.inner) for span in taken) or not self._stands_alone(quote):
                continue
            last = [draft for draft in made if draft.statement.span.end <= quote.span.start]
            source = last[-1].statement.source if last else None
            if source:
                kind = modality(scene, (quote.inner,), reported=False)
                statement = self._statement(Content((quote.inner,), "floating", 0.6), None, None, source, (), "assert", kind, "statement.goes-on")
                found.append(_Draft(statement, scene.sentence_of[index], False, -1))
        return found

    def _stands_alone(self, quote: Quote) -> bool:
        """Whether a quotation is a sentence of its own: it opens one, and nothing but a stop follows."""
        scene = self.scene
        index = scene.at(quote.span.start)
        opens = scene.tokens[index].starts_sentence or scene.raw[: quote.span.start].rstrip()[-1:] in ".!?…:»”\""
        rest = scene.raw[quote.span.end : quote.span.end + 2].strip()
        return opens and is_speech(scene, quote) and (not rest or rest[0] in ".\n«\"“" or rest[0].isupper())


def _with_named_sources(scene: Scene, drafts: list[_Draft]) -> list[_Draft]:
    """Give an impersonal report the source that a preposition names right behind it ("a-t-on appris de source policière")."""
    kept: list[_Draft] = []
    for draft in drafts:
        cue, last = draft.statement.cue, kept[-1] if kept else None
        follows = last and last.relays and last.verb >= 0 and last.statement.source is None and last.statement.cue and cue
        if follows and last and last.statement.cue and cue and 0 <= scene.at(cue.start) - scene.at(last.statement.cue.end) <= 1 and draft.relays:
            kept[-1] = replace(last, statement=replace(last.statement, source=draft.statement.source, speaker=draft.statement.speaker))
        else:
            kept.append(draft)
    return kept


def _relayed(scene: Scene, drafts: list[_Draft]) -> list[Statement]:
    """Turn what only passes on another's words into a link of that statement's chain.

    A report that covers a sentence whose main verb already reports is a relay, and no statement;
    the relay goes on over an impersonal report ("est-il ajouté").
    """
    done: list[Statement] = []
    relays: dict[int, tuple[Span, ...]] = {}
    dropped = set()
    chain: tuple[Span, ...] = ()
    for number, draft in enumerate(drafts):
        if not draft.relays:
            continue
        inner = [other for place, other in enumerate(drafts) if place != number and _is_inside(scene, other, draft)]
        if not inner:
            continue
        source = draft.statement.source
        if source and not draft.statement.via and not _is_body(scene, source):
            continue
        links = draft.statement.via or ((source,) if source else chain)
        chain = links or chain
        if any(_leads(scene, other, draft) for other in inner):
            dropped.add(number)
        for other in inner:
            relays[id(other)] = links
    for number, draft in enumerate(drafts):
        if number not in dropped:
            links = tuple(link for link in relays.get(id(draft), ()) if link != draft.statement.source)
            done.append(replace(draft.statement, via=draft.statement.via or links))
    return done


def _is_inside(scene: Scene, inner: _Draft, outer: _Draft) -> bool:
    """Whether one statement, its cue included, lies in the content of another."""
    cue = inner.statement.cue
    return cue is not None and any(span.contains(cue) for span in outer.statement.content) and inner.verb >= 0


def _leads(scene: Scene, inner: _Draft, outer: _Draft) -> bool:
    """Whether the inner statement's verb is the main verb of what the outer attributes: no finite verb but a relative's comes before it."""
    cue = inner.statement.cue
    if cue is None:
        return False
    before = [place for place in range(scene.at(outer.statement.content[0].start), scene.at(cue.start)) if not _is_said(scene, place, inner)]
    return not any(scene.is_finite(place) and not scene.tokens[place].dep.startswith(("acl", "aux")) for place in before)


def _is_said(scene: Scene, place: int, inner: _Draft) -> bool:
    """Whether a token is part of what the inner statement's speaker said."""
    return any(span.start <= scene.tokens[place].span.start < span.end for span in inner.statement.content)


def _is_body(scene: Scene, source: Span) -> bool:
    """Whether a source is one that passes words on: an agency, an outlet, a text, not a person."""
    return not any(mention.kind in ("person", "state") and mention.span == source for mention in scene.mentions_in(source))


def _without_doubles(found: list[Statement]) -> Iterator[Statement]:
    """Yield each statement once: of two with one content and one speaker, the surer."""
    kept: dict[tuple[object, ...], Statement] = {}
    for statement in found:
        key = (statement.content, statement.speaker, statement.act)
        if key not in kept or kept[key].score < statement.score:
            kept[key] = statement
    yield from kept.values()
