"""Who is the subject of a verb: its own, one shared with another verb, the noun it tells of, or the one who is said to do it."""

from __future__ import annotations

from selon.core.marks import Part
from selon.core.text import Span
from selon.stages.happening.agents import Agents
from selon.stages.happening.meant import Meant
from selon.stages.happening.parties import Parties
from selon.stages.happening.plot import Plot
from selon.stages.happening.targets import aimed_at
from selon.stages.saying.phrases import noun_phrase

_DEPTH, _OPENING = 5, 3
_VERBAL = ("VERB", "AUX", "ADJ")
_CLAUSES = (".que", ".selon", ".incise")
"""How a statement is read whose content is a clause with a subject of its own."""


class Subjects:
    """Finds the subjects of one article's verbs."""

    def __init__(self, plot: Plot, parties: Parties) -> None:
        self.plot, self.parties, self.agents, self.meant = plot, parties, Agents(plot, parties), Meant(plot, parties)

    def of(self, verb: int) -> tuple[Part, ...]:
        """Return the parties in the subject of a verb."""
        spoken = self._of_statement(verb)
        if spoken is not None:
            return spoken
        if self._is_impersonal(verb):
            return ()
        head = self.head(verb)
        if head is not None and self._is_outside(head, verb):
            head = self._named_before(verb)
        elif head is None:
            over = self._finite_over(verb)
            head = self.parties.before(over) if over is not None else None
        named = self.parties.at(head, "subject") if head is not None else ()
        return named or self.meant.speaking(verb) or self.meant.possessing(verb)

    def _is_outside(self, head: int, verb: int) -> bool:
        """Whether what the parser takes for the subject of a finite verb stands before what somebody says: it is the speaker."""
        piece = self._piece(verb)
        return piece is not None and self.plot.tokens[head].span.end <= piece.start and self.plot.is_finite(self.plot.finite_of(verb))

    def _named_before(self, verb: int) -> int | None:
        """Return who is named last before a verb within what is said."""
        head, piece = self.parties.before(verb), self._piece(verb)
        return head if head is not None and piece and piece.contains(self.plot.tokens[head].span) else None

    def _piece(self, verb: int) -> Span | None:
        """Return the stretch of the innermost content of a statement that a verb stands in, where that is a clause."""
        span = self.plot.tokens[verb].span
        statement = next(iter(self.plot.statements_over(span)), None)
        if statement is None or not statement.why.endswith(_CLAUSES):
            return None
        return next(piece for piece in statement.content if piece.contains(span))

    def _finite_over(self, verb: int) -> int | None:
        """Return a finite verb, or that on which an infinitive hangs as what its subject decides, wants or tries."""
        plot = self.plot
        over = plot.tokens[verb].head if plot.is_inf(verb) and plot.tokens[verb].dep == "xcomp" else verb
        is_other = over != verb and (
            plot.lemmas[over] in plot.events.words.object_control
            or any(plot.tokens[child].dep == "expl:subj" for child in plot.children[over])
        )
        return over if plot.is_finite(plot.finite_of(over)) and not is_other else None

    def _is_impersonal(self, verb: int) -> bool:
        """Whether a verb has no subject but a clause behind it ("il n'est pas exclu que ...")."""
        plot, after = self.plot, verb + 1
        if after >= plot.sentence(verb).stop:
            return False
        deps = {plot.tokens[child].dep for child in plot.children[verb] if plot.tokens[child].pos == "PRON" and child < verb}
        is_that = plot.folded[after] in plot.grammar.that
        return ("expl:subj" in deps and (is_that or plot.folded[after] in plot.grammar.of)) or ("nsubj:pass" in deps and is_that)

    def _of_statement(self, verb: int) -> tuple[Part, ...] | None:
        """Return the doer of an infinitive that opens what is said: of an accusation the accused, else the speaker; ``None`` if none."""
        plot = self.plot
        first = min([verb, *(child for child in plot.children[verb] if plot.tokens[child].dep.startswith(("aux", "cop")))])
        if not plot.is_inf(first):
            return None
        for statement in plot.statements:
            start = plot.at(statement.content[0].start)
            if statement.content[0].contains(plot.tokens[verb].span) and first - start <= _OPENING and statement.why.endswith("inf"):
                if statement.act in plot.events.words.about_others:
                    whom = aimed_at(plot, self.parties, self.head, statement)
                    return whom if whom or statement.act == "accuse" else None
                return (Part(statement.source, "", "subject"),) if statement.source else None
        return None

    def head(self, verb: int, depth: int = _DEPTH) -> int | None:
        """Return the head of the grammatical subject: the verb's own, else that of the verb or noun it hangs on."""
        plot, token = self.plot, self.plot.tokens[verb]
        if token.starts_sentence and token.pos not in ("VERB", "AUX"):
            return self._behind_comma(verb)
        own = [child for child in plot.children[verb] if plot.tokens[child].dep.startswith("nsubj")]
        if own:
            return self._antecedent(own[0], verb)
        behind = self._inverted(verb)
        if behind is not None:
            return behind
        if not depth or token.head == verb:
            return None
        if self._stands_alone(verb):
            return None
        return self._inherited(verb, depth)

    def _behind_comma(self, first: int) -> int | None:
        """Return the subject of the clause that a participle at the start of a sentence belongs to: what a comma and a verb frame."""
        plot, sentence = self.plot, self.plot.sentence(first)
        for index in range(first + 1, sentence.stop - 2):
            phrase = noun_phrase(plot, index + 1) if plot.tokens[index].text == "," else None
            if not phrase or phrase[1] + 1 >= sentence.stop:
                continue
            verb = phrase[1] + 1
            while verb + 1 < sentence.stop and plot.folded[verb] in plot.grammar.clitics:
                verb += 1
            if plot.is_finite(verb):
                return phrase[0]
        return None

    def _inverted(self, verb: int) -> int | None:
        """Return the noun right behind the verb of a relative with a preposition, which the parser takes for its object.

        "Le procès pour lequel plaide la Belgique", "un crime dont est soupçonné un élève".
        """
        plot = self.plot
        first = min([verb, *plot.auxiliaries(verb)]) - 1
        while first > 0 and plot.folded[first] in plot.grammar.clitics and plot.tokens[first].pos != "DET":
            first -= 1
        if first < 1 or plot.folded[first] not in plot.events.words.inverting or not plot.is_finite(plot.finite_of(verb)):
            return None
        phrase = noun_phrase(plot, verb + 1) if verb + 1 < plot.sentence(verb).stop else None
        return phrase[0] if phrase and plot.tokens[phrase[0]].pos != "PRON" else None

    def _stands_alone(self, verb: int) -> bool:
        """Whether what the parser hangs a verb on tells nothing of its subject: a loose participle, a main clause read as a relative."""
        plot, token = self.plot, self.plot.tokens[verb]
        is_loose = token.dep == "advcl" and token.feature("VerbForm") == "Part" and token.head < verb and plot.tokens[verb - 1].text != ","
        is_main = token.dep.startswith("acl") and plot.is_finite(plot.finite_of(verb)) and plot.tokens[verb - 1].pos != "PRON"
        return is_main or (is_loose and not plot.auxiliaries(verb))

    def _inherited(self, verb: int, depth: int) -> int | None:
        """Return the subject that a verb has from the noun or verb it hangs on."""
        plot, token = self.plot, self.plot.tokens[verb]
        governor, form = token.head, token.feature("VerbForm")
        over = plot.tokens[governor]
        is_told_of = token.dep.startswith(("acl", "amod")) and over.pos in ("NOUN", "PROPN", "PRON")
        if is_told_of and (form == "Part" or self.parties.at(governor, "subject")):
            return governor
        if plot.is_infinitive(verb) and token.dep != "conj" and over.pos in _VERBAL:
            return self._controller(governor, verb, depth)
        if token.dep == "conj" or form in ("Part", "Inf") or token.dep in ("xcomp", "advcl", "parataxis"):
            if over.pos in _VERBAL or token.dep == "conj":
                return self.head(governor, depth - 1)
            return self._of_noun(governor, depth)
        return None

    def _of_noun(self, noun: int, depth: int) -> int | None:
        """Return the subject of the verb that a noun hangs on ("a la volonté de ...")."""
        head = self.plot.tokens[noun].head
        return self.head(head, depth - 1) if head != noun and self.plot.tokens[head].pos in ("VERB", "AUX") else None

    def _controller(self, governor: int, verb: int, depth: int) -> int | None:
        """Return the doer of an infinitive: of some verbs their object, of others their subject."""
        plot = self.plot
        if plot.lemmas[governor] in plot.events.words.object_control:
            if any(plot.tokens[child].dep in ("aux:pass", "nsubj:pass") for child in plot.children[governor]):
                return self.head(governor, depth - 1)
            objects = [
                child
                for child in plot.children[governor]
                if plot.tokens[child].dep in ("obj", "iobj", "obl:arg", "obl", "obl:mod") and child < verb and child > governor
            ]
            clitics = [child for child in plot.children[governor] if plot.tokens[child].dep in ("obj", "iobj") and child < governor]
            actors = [child for child in (*objects, *clitics) if self.parties.at(child, "object")]
            if actors or (objects and plot.tokens[verb].dep == "xcomp"):
                return actors[0] if actors else None  # whoever is told to is nobody known
        return self.head(governor, depth - 1)

    def _antecedent(self, subject: int, verb: int) -> int:
        """Return the noun that a relative pronoun stands for; the subject itself otherwise."""
        plot = self.plot
        if plot.folded[subject] not in plot.grammar.who:
            return subject
        while plot.tokens[verb].dep == "conj" and plot.tokens[verb].head != verb:
            verb = plot.tokens[verb].head
        head = plot.tokens[verb].head
        agent = self.agents.before(subject)
        if agent is not None:
            return agent
        if head < subject and plot.tokens[head].pos in ("NOUN", "PROPN", "PRON"):
            return head
        nearest = self.parties.before(subject)
        return nearest if nearest is not None else subject - 1
