"""Names that no table holds: people and organisations, by the parser's labels, titles and given names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.core.text import Span
from selon.lang.actors import Knowledge
from selon.lang.match import fold
from selon.stages.naming.spelt import spelt_out
from selon.stages.reading import Reading

_FUNCTION = frozenset(["DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "ADV", "INTJ", "VERB", "NUM", "ADJ"])
_LONGEST, _LONGEST_INITIALS = 7, 2


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words: its tokens, and what it names (``person``, ``organisation``, empty if no actor)."""

    first: int
    last: int
    span: Span
    kind: str
    titled: bool


@dataclass(frozen=True, slots=True)
class BodyClass:
    """A phrase for one body: its kind, and whether a full name behind it is somebody's ("le patron du groupe", "explique au quotidien")."""

    kind: str
    before_people: bool


class Names:
    """Finds runs and tells by all of the article what each names."""

    def __init__(
        self, reading: Reading, knowledge: Knowledge, taken: list[Span], classes: dict[int, BodyClass], people: Iterable[Span] = ()
    ) -> None:
        """``classes``: phrases for one body by their last token: what is named right behind one is such a body ("l'opérateur ...").

        ``people``: full names of known people; the last word of one alone is that person.
        """
        self.families = {fold(span.of(reading.raw)).replace("-", " ").split()[-1] for span in people}
        self.reading, self.knowledge, self.classes = reading, knowledge, classes
        self.taken = {index for span in taken for index in reading.inside(span)}
        words = knowledge.words
        self.civilities, self.particles = frozenset(words.civilities), frozenset(words.particles)
        self.not_names = frozenset(words.not_names)

    def found(self) -> list[Name]:
        """Return every name of a person or an organisation, in order.

        A single word that ends a full name elsewhere in the article is that person, whatever the parser calls it. One that has its
        capital from its place alone is a name if the article uses it as one elsewhere. What has "une" or "sa" before it is a product.
        """
        runs = [self._name(first, last) for first, last in self._runs() if not self._is_platform(first, last)]
        used = {self._key(name).split()[-1] for name in runs if not self._is_doubtful(name)} | self._known_words()
        runs = [name for name in runs if not self._is_doubtful(name) or self._key(name) in used]
        votes: dict[str, Counter[str]] = {}
        for name in runs:
            votes.setdefault(self._key(name), Counter())[name.kind] += 3 if name.titled else 1
        family = self.families | {self._key(name).split()[-1] for name in runs if name.kind == "person" and name.last > name.first}
        settled = [self._settle(name, votes, family) for name in runs]
        return [name for name in settled if name.kind == "person" or (name.kind and not self._is_counted(name.first))]

    def _is_platform(self, first: int, last: int) -> bool:
        return fold(self.reading.span(first, last).of(self.reading.raw)) in self.knowledge.words.platforms

    def _is_doubtful(self, name: Name) -> bool:
        """Whether a word may have its capital only since a sentence or a quotation begins with it: it is no subject, as a bare name is."""
        token = self.reading.tokens[name.first]
        begins = token.starts_sentence or self._after_mark(name.first)
        is_word = token.text.isalpha() and not token.text.isupper() and token.pos != "PROPN"
        is_shown = name.titled or token.dep.startswith("nsubj") or fold(token.text) in self.knowledge.genders
        return begins and is_word and name.first == name.last and not is_shown

    def _known_words(self) -> set[str]:
        """Return the words with a capital of the names that are taken."""
        return {fold(self.reading.tokens[index].text) for index in self.taken if self.reading.tokens[index].text[0].isupper()}

    def _is_counted(self, index: int) -> bool:
        """Whether a determiner makes one thing of many of a body's name ("une Porsche", "sa Volvo")."""
        words = self.knowledge.words
        return index > 0 and fold(self.reading.words[index - 1]) in (*words.restricting, *words.possessives)

    def _settle(self, name: Name, votes: dict[str, Counter[str]], family: set[str]) -> Name:
        key = self._key(name)
        by_votes = max(votes[key].items(), key=lambda vote: (vote[1], vote[0]))[0]
        kind = "person" if name.first == name.last and key in family else by_votes
        return Name(name.first, name.last, name.span, kind, name.titled)

    def _key(self, name: Name) -> str:
        return " ".join(fold(name.span.of(self.reading.raw)).replace("-", " ").split())

    def _runs(self) -> Iterator[tuple[int, int]]:
        index, count = 0, len(self.reading.tokens)
        while index < count:
            if not self._begins(index):
                index += 1
                continue
            last = self._extend(index)
            yield index, last
            index = last + 1

    def _begins(self, index: int) -> bool:
        """Whether a name may begin here: a capital that is not just that of a sentence, and no title or known name."""
        token = self.reading.tokens[index]
        is_acronym = token.text.isalpha() and token.text.isupper() and len(token.text) > _LONGEST_INITIALS
        is_civil = fold(token.text) in self.civilities and not is_acronym
        if index in self.taken or not token.text[0].isupper() or is_civil:
            return False
        if fold(token.text) in self.not_names:
            return self._opens_body(index) or self._opens_family(index)
        if self._is_title(index) or self._is_people(index) or self._is_post(index):
            return False
        if token.pos in _FUNCTION and not token.name and fold(token.text) not in self.knowledge.genders:
            return False
        if token.starts_sentence or self._after_mark(index):
            return bool(token.name) or token.pos == "PROPN" or fold(token.text) in self.knowledge.genders
        return True

    def _opens_body(self, index: int) -> bool:
        """Whether an article with a capital begins the name of a body behind the noun for it ("le site d'information Le Relais")."""
        tokens = self.reading.tokens
        if index + 1 >= len(tokens) or index - 1 not in self.classes or tokens[index].pos != "DET" or tokens[index].starts_sentence:
            return False
        after = tokens[index + 1]
        return after.text[0].isupper() and not after.starts_sentence and index + 1 not in self.taken

    def _opens_family(self, index: int) -> bool:
        """Whether a particle with a capital begins a family name behind a civility ("Mme Le Goff")."""
        tokens = self.reading.tokens
        if not index or fold(tokens[index].text) not in self.particles or fold(tokens[index - 1].text) not in self.civilities:
            return False
        return index + 1 < len(tokens) and tokens[index + 1].text[0].isupper() and not tokens[index].starts_sentence

    def _after_mark(self, index: int) -> bool:
        return index > 0 and self.reading.tokens[index - 1].text in '«“":'

    def _is_title(self, index: int) -> bool:
        return fold(self.reading.tokens[index].text) in self.knowledge.nouns and not self.reading.tokens[index].name.endswith("PER")

    def _is_post(self, index: int) -> bool:
        """Whether a word is what somebody named right behind it is in charge of ("la secrétaire d'État à l'Égalité Ada Martin")."""
        tokens = self.reading.tokens
        follows = index + 1 < len(tokens) and fold(tokens[index + 1].text) in self.knowledge.genders
        if follows and self._is_someone_s_place(index):
            return True
        leads = tokens[index - 2 if index > 1 and tokens[index - 1].pos == "DET" else index - 1] if index else None
        is_led = leads is not None and fold(leads.text) in self.knowledge.words.posted
        return follows and is_led and fold(tokens[index].text) in self.knowledge.portfolios

    def _is_someone_s_place(self, index: int) -> bool:
        """Whether a place that a title is of stands before a name of two words ("la maire de Lille Ada Martin")."""
        tokens, after = self.reading.tokens, index + 2
        if not index or tokens[index].pos != "PROPN" or fold(tokens[index].text) in self.knowledge.genders:
            return False
        named = after < len(tokens) and tokens[after].text[0].isupper() and not tokens[after].starts_sentence
        return named and self.reading.words[index - 1] in ("de", "d'") and not tokens[index].text.isupper()

    def _is_people(self, index: int) -> bool:
        """Whether a word tells whose countryman the one named behind it is ("l'Italien ...")."""
        tokens = self.reading.tokens
        is_demonym = fold(tokens[index].text).replace("-", " ") in self.knowledge.demonyms
        follows = index + 1 < len(tokens) and tokens[index + 1].text[0].isupper() and not tokens[index + 1].starts_sentence
        return is_demonym and follows and index > 0 and fold(tokens[index - 1].text) in self.knowledge.words.determiners

    def _extend(self, index: int) -> int:
        """Return the last token of the name: capitals in a row, particles and hyphened parts between them."""
        tokens, last = self.reading.tokens, index
        if full := spelt_out(index, self.reading, self.knowledge):
            return full
        while last + 1 < len(tokens) and last - index < _LONGEST and last + 1 not in self.taken:
            after = last + 1
            glued = tokens[last].span.end == tokens[after].span.start
            if tokens[after].starts_sentence:
                break
            if tokens[after].text == "-" and glued and after + 1 < len(tokens) and tokens[after].span.end == tokens[after + 1].span.start:
                if self._are_two(last, after + 1):
                    break
                last = after + 1
            elif end := self._past_foreign(after):
                last = end
            elif tokens[after].text[0].isupper() and tokens[after].text[-1:] != "'":
                last = after
            elif self._is_particle(after):
                last = after + 1
            else:
                break
        return last

    def _are_two(self, first: int, second: int) -> bool:
        """Whether a hyphen joins the family names of two people of the article ("le sommet Morel-Petit")."""
        return all(fold(self.reading.tokens[index].text) in self.families for index in (first, second))

    def _past_foreign(self, index: int) -> int:
        """Return the capital behind small words of another language that go on with a name ("Center for the North"); 0 if none does."""
        place, tokens = index, self.reading.tokens
        while place < len(tokens) and tokens[place].text in self.knowledge.words.foreign:
            place += 1
        return place if index < place < len(tokens) and tokens[place].text[0].isupper() and not tokens[place].starts_sentence else 0

    def _is_particle(self, index: int) -> bool:
        """Whether a small word joins two parts of a person's name."""
        tokens = self.reading.tokens
        if fold(tokens[index].text) not in self.particles or index + 1 >= len(tokens) or not tokens[index + 1].text[0].isupper():
            return False
        return index + 1 not in self.taken and tokens[index].name.endswith("PER") and tokens[index + 1].name.endswith("PER")

    def _name(self, first: int, last: int) -> Name:
        tokens = self.reading.tokens
        before = fold(tokens[first - 1].text) if first else ""
        titled = (
            before in self.civilities
            or before.rstrip(".") in self.civilities
            or (before in self.knowledge.nouns and self.knowledge.nouns[before].rank != "group")
        )
        kind, body = self._kind(first, last, titled), self.classes.get(first - 1)
        if body and not titled and (kind != "person" or first == last or not body.before_people):
            return Name(first, last, self.reading.span(first, last), body.kind, titled=True)
        return Name(first, last, self.reading.span(first, last), kind, titled)

    def _kind(self, first: int, last: int, titled: bool) -> str:
        """Read a kind off the labels of a run's words; a title or a given name outweighs them."""
        tokens = self.reading.tokens[first : last + 1]
        is_body = any(token.name.endswith("ORG") for token in tokens) and not self._is_full_name(first, last)
        is_given = fold(tokens[0].text) in self.knowledge.genders
        if titled or (is_given and (self._is_presented(first) if last == first else not is_body)):
            return "person"
        labels = Counter(token.name[2:] for token in tokens)
        label = max(labels.items(), key=lambda item: (item[1], item[0]))[0]
        return {"PER": "person", "ORG": "organisation"}.get(label, "")

    def _is_full_name(self, first: int, last: int) -> bool:
        """Whether two words with a given name first name somebody, and no body: no noun or adjective for one stands before."""
        before = self.reading.tokens[first - 1] if first else None
        is_alone = before is None or self.reading.tokens[first].starts_sentence or before.pos not in ("NOUN", "ADJ", "CCONJ", "SYM")
        return last == first + 1 and is_alone

    def _is_presented(self, index: int) -> bool:
        """Whether a given name alone stands behind a verb or a name, and before a comma ("a dit à l'AFP Serge, retraité")."""
        tokens = self.reading.tokens
        if not index or tokens[index].starts_sentence or tokens[index].text.isupper():
            return False
        before, after = tokens[index - 1], tokens[min(index + 1, len(tokens) - 1)]
        return (before.pos == "VERB" or (before.pos == "PROPN" and before.text[0].isupper())) and after.text == ","
