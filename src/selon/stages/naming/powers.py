"""Whether the name of a state, a capital or a palace stands for a power that acts, or only tells where something is."""

from __future__ import annotations

from collections.abc import Iterable

from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.stages.naming.known import Hit
from selon.stages.naming.setting import ARTICLES, OF, TO, Before, Setting, glued
from selon.stages.reading import Reading

_SMALL = frozenset(["ADP", "DET", "CCONJ", "SCONJ", "PRON", "ADV", "PUNCT"])
"""What the parser never takes the first word of a longer name for ("Business France", "Miss France")."""
_NAMING = frozenset(["NOUN", "PROPN", "X", "ADV"])
"""What stands before the article or preposition that begins a name ("la fondation La France s'engage", "Debout La France")."""
_LIST_GAP, _PAIR_REACH = 4, 6


class Powers:
    """Tells, for the name of a state, a capital or a palace, whether it acts or is only where something is."""

    def __init__(self, reading: Reading, knowledge: Knowledge, known: Iterable[Hit]) -> None:
        """``known``: all known names of the article."""
        words = knowledge.words
        self.reading, self.words, self.around = reading, words, Setting(reading, words)
        known = tuple(known)
        self.named, self.groups = {hit.span.start for hit in known}, {hit.span.end for hit in known if hit.known.kind == "group"}
        self.joints, self.giving, self.offices = frozenset(words.list_joints), frozenset(words.giving), frozenset(words.office_heads)
        self.countries = frozenset((*words.place_heads, *words.country_heads))
        self.buildings, self.at_seat = frozenset((*words.place_heads, *words.building_heads)), frozenset((*words.giving, *words.seat_heads))
        self.ways, self.reaching = frozenset(words.way_heads), frozenset(words.reaching)
        self.assailed, self.stative = frozenset((*words.reaching, *words.assailing)), frozenset(words.stative)
        self.willing, self.deciding = frozenset(words.willing), frozenset((*words.giving, *words.deciding))
        self.previous: tuple[int, bool] | None = None

    def acts(self, hit: Hit) -> bool:
        """Whether the name stands for the power. Ask in the order of the text: an item of a list goes with the one before it."""
        index = self.reading.at(hit.span.start)
        acts = index < len(self.reading.tokens) and self._decide(hit, index)
        self.previous = (self.reading.at(hit.span.end - 1), acts)
        return acts

    def _decide(self, hit: Hit, index: int) -> bool:
        before = self.around.before(index)
        governor = self.around.governor(before.place)
        if self._follows_name(index) or self._goes_on(hit, index, governor):
            return False
        decided = self._in_list(index)
        return self._acts(hit, index, before, governor) if decided is None else decided

    def _in_list(self, index: int) -> bool | None:
        """Return what the name before was taken for, if a comma or "et" joins this one to it: a lone comma joins powers only."""
        if self.previous is None or not 1 < index - self.previous[0] <= _LIST_GAP:
            return None
        words = [fold(self.reading.words[place]) for place in range(self.previous[0] + 1, index)]
        if not all(word in self.joints for word in words) or not any(word in self.words.list_marks for word in words):
            return None
        pairs = words[0] != "," and (len(words) == 1 or self._is_joined(index))
        return self.previous[1] if pairs or any(word in self.words.list_prepositions for word in words) else self.previous[1] or None

    def _is_joined(self, index: int) -> bool:
        """Whether the parser joins a name to the one before it ("à cheval sur la Suède et la Norvège"), and no verb follows."""
        token = self.reading.tokens[index]
        return token.dep == "conj" and self.previous is not None and token.head == self.previous[0] and not self._leads_verb(index)

    def _follows_name(self, index: int) -> bool:
        """Whether what stands before makes it part of another name ("Business France", "le parti Pour la France"), or a bracket a place."""
        before = self.around.neighbour(index, -1)
        if before is None:
            return False
        if before.text == "(" or (before.pos not in _SMALL and (before.text[0].isupper() or glued(before.text))):
            return True
        start = index - 2 if fold(before.text) in ARTICLES and before.text[0].islower() else index - 1
        first, earlier = self.around.neighbour(start + 1, -1), self.around.neighbour(start, -1)
        begins = first is not None and first.pos in ("DET", "ADP") and first.text[0].isupper()
        return begins and earlier is not None and earlier.text[0].isalpha() and earlier.pos in _NAMING

    def _goes_on(self, hit: Hit, index: int, governor: str) -> bool:
        """Whether a capitalised word behind makes it part of another name ("France Nature Environnement"), and names no office's holder."""
        after = self.around.neighbour(self.reading.at(hit.span.end - 1), 1)
        if after is None or not after.text[0].isupper() or hit.known.form == "seat":
            return False
        is_holder = governor in self.offices and after.name.endswith("PER")
        return not is_holder and (after.pos == "PROPN" or hit.known.form == "name")

    def _acts(self, hit: Hit, index: int, before: Before, governor: str) -> bool:
        """Decide by the preposition before the name and the word that governs it."""
        if self._bears_upon(before, governor):
            return True
        is_scene = hit.known.form == "name" and self._in_scene(index, before, governor)
        if is_scene or self._is_somewhere(hit, index, before, governor):
            return False
        if before.word in TO:
            return self._is_given(hit, index, before, governor)
        has_article = before.has_article or fold(hit.known.name) in self.words.without_article
        if before.word in OF:
            return self._owns(hit, governor, has_article=has_article or before.word in ("du", "des"))
        if self._is_end(index, before, governor) or self._is_told_of(hit, index, before.place):
            return False
        return hit.known.form == "seat" or (hit.known.form == "name" and has_article) or self._is_party(hit, index, before.place)

    def _is_somewhere(self, hit: Hit, index: int, before: Before, governor: str) -> bool:
        """Whether words before tell a place ("en", "une", "la capitale serbe", "Montréal et"), or words behind do ("et sa banlieue")."""
        if before.word in self.words.places_before or (not before.has_article and before.word in self.words.restricting):
            return True
        if before.word in self.words.members_before:
            return self.around.verb(index, before.place) is None and governor not in self.words.power_heads
        place = before.place
        while place > 0 and self.reading.tokens[place].pos == "ADJ":
            place -= 1
        behind = self.reading.tokens[index + 1 : index + 4]
        is_where = len(behind) > 1 and behind[0].text == "," and behind[1].text in self.words.where
        if is_where or (before.word in OF and place > 0 and self.reading.tokens[place - 1].span.end in self.groups):
            return True
        is_called = hit.known.form == "capital" and place >= 0 and fold(self.reading.words[place]) in self.words.places_before
        first = self.around.first(index)
        in_list = hit.known.form == "capital" and first != index and self._is_mere_place(first) and not self._leads_verb(index)
        has_part = len(behind) == 3 and behind[0].text in self.words.joints and behind[1].pos == "DET"
        return is_called or in_list or (has_part and fold(behind[2].text) in self.words.place_heads)

    def _bears_upon(self, before: Before, governor: str) -> bool:
        """Whether "sur" tells on whom something weighs ("la pression sur Moscou"), and not where."""
        return before.word in self.words.upon and governor in self.words.bearing

    def _in_scene(self, index: int, before: Before, governor: str) -> bool:
        """Whether the sentence tells of weather, sport or ranks, where a state is a place or a team, unless it decides there."""
        if not self.around.in_scene(index) or governor in self.offices:
            return False
        verb = self.around.verb(index, before.place)
        return verb is None or not self.around.is_one_of(verb, self.deciding)

    def _is_given(self, hit: Hit, index: int, before: Before, governor: str) -> bool:
        """Whether what stands behind "à" is whom something is given, said or done to."""
        comma = self.around.neighbour(before.place, -1)
        if comma is not None and comma.text == ",":
            return False
        if hit.known.form == "seat":
            return governor in self.at_seat or (before.has_article and self._receives(index, self.at_seat))
        if governor in self.giving:
            return True
        is_country = hit.known.form == "name" and before.has_article
        return is_country and (governor not in self.countries or self._receives(index, self.giving))

    def _receives(self, index: int, verbs: frozenset[str]) -> bool:
        """Whether a name, or that which "et" joins it to, is the complement of one of some verbs of giving."""
        token = self.reading.tokens[self.around.first(index)]
        return token.dep in ("obl:arg", "iobj") and self.around.is_one_of(token.head, verbs)

    def _owns(self, hit: Hit, governor: str, *, has_article: bool) -> bool:
        """Whether what stands behind "de" has or does what governs it: with an article unless that is a place, else an office or a deed."""
        if hit.known.form == "name":
            return governor not in self.countries and (has_article or governor in self.offices)
        if hit.known.form == "seat":
            return governor not in self.buildings
        return governor in self.words.power_heads and governor not in self.countries

    def _is_end(self, index: int, before: Before, governor: str) -> bool:
        """Whether the name is one of the two ends of a way or a border: said by what joins them, or by the other end."""
        if before.word in self.words.joints:
            start = next((at for at in self.around.back(before.place) if fold(self.reading.words[at]) in self.words.between), None)
            return start is not None and (self.around.governor(start) in self.ways or self._is_mere_place(start + 1))
        ends = self.ways if before.word in self.words.power_prepositions else self.ways | self.reaching
        if before.word in self.words.way_prepositions and governor in ends:
            return True
        reach = range(index + 1, min(index + _PAIR_REACH, len(self.reading.words)))
        joint = next((at for at in reach if self.reading.words[at] in self.words.joints), None)
        return before.word in self.words.between and joint is not None and self._is_mere_place(joint + 1)

    def _is_mere_place(self, index: int) -> bool:
        """Whether the name at a token, past its article, is of a place and of no state."""
        if index + 1 < len(self.reading.tokens) and fold(self.reading.words[index]) in ARTICLES:
            index += 1
        token = self.reading.tokens[min(index, len(self.reading.tokens) - 1)]
        return token.text[0].isupper() and token.name.endswith("LOC") and token.span.start not in self.named

    def _is_told_of(self, hit: Hit, index: int, place: int) -> bool:
        """Whether the name is where one goes or stays ("quitter la France"), or what a text tells the state of ("la France compte")."""
        token, goals = self.reading.tokens[index], self.reaching if hit.known.form == "name" else self.assailed
        object_ = self.reading.tokens[self.around.first(index)]
        if self.around.is_one_of(place, goals) or (object_.dep == "obj" and self.around.is_one_of(object_.head, goals)):
            return True
        verb = token.head if token.dep == "obl:agent" else self.around.verb(index, place)
        if verb is None:
            return False
        predicate, told = self.around.predicate(verb), self.stative | goals if token.dep == "nsubj:pass" else self.stative
        if predicate is not None and (predicate == verb or self.around.is_one_of(verb, told)):
            return not self.around.is_one_of(predicate, self.willing)
        return self.around.is_one_of(verb, told) and not self.around.has_infinitive(verb)

    def _is_party(self, hit: Hit, index: int, place: int) -> bool:
        """Whether a name without an article or a place preposition is party to something: a subject, or after "avec", "contre", "entre".

        index: its first token, which may be an article of its own ("La Havane")
        """
        tokens, last = self.reading.tokens, self.reading.at(hit.span.end - 1)
        if place >= 0 and place != index - 1:
            return False
        head = last if tokens[index].pos == "DET" else index
        if tokens[head].dep.startswith("nsubj") or self.around.before(index).word in self.words.power_prepositions:
            return True
        if self._leads_verb(last) and (place < 0 or tokens[place].pos != "ADP"):
            return True
        if tokens[head].dep in ("obj", "iobj") and tokens[tokens[head].head].pos == "VERB":
            return not self.around.is_one_of(tokens[head].head, self.assailed)
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        goes_on = after is not None and (after.text == "," or (after.text[0].islower() and after.pos != "ADP"))
        return tokens[index].starts_sentence and goes_on

    def _leads_verb(self, index: int) -> bool:
        """Whether a capital, or a list that it begins, stands before a verb: "hier, Paris, Berlin et Rome l'ont condamné"."""
        tokens, place = self.reading.tokens, index + 1
        while place + 2 < len(tokens) and tokens[place].text in self.words.list_marks and tokens[place + 1].text[0].isupper():
            place += 2
        while place + 1 < len(tokens) and tokens[place].pos == "PRON" and not tokens[place].starts_sentence:
            place += 1
        if place >= len(tokens):
            return False
        is_verb = tokens[place].pos in ("VERB", "AUX") and tokens[place].feature("VerbForm") == "Fin"
        return is_verb or (fold(tokens[place].text) in self.words.retorts and not tokens[place].starts_sentence)
