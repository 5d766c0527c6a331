"""Articles grouped by what they tell, on texts of our own."""
from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.core.analysis import Analysis
from selon.core.reuse import Stories
from selon.core.text import Document
from selon.folds.stories import stories
from selon.lang.pack import pack

PACK = pack("fr")
FLOOD = [
    "La rivière Doulce est sortie de son lit à Montclair : trente familles évacuées, le pont fermé par les pompiers.",
    "À Montclair, les familles évacuées après la crue de la rivière Doulce retrouvent leurs maisons ; le pont reste fermé.",
    "Crue de la Doulce : à Montclair, les pompiers rouvrent le pont, les assureurs visitent les maisons des familles évacuées.",
]
CHEESE = [
    "Le concours des fromagers récompense une tomme affinée dix mois, devant un bleu des montagnes et un chèvre cendré.",
    "Au concours des fromagers, la tomme gagnante a été affinée dix mois par une fromagerie des montagnes ; le bleu finit deuxième.",
]


def article(text, name, published=""):
    return Analysis(Document.from_text(text, name=name, published=published))


NEWS = [article(text, f"crue-{n}", f"2021-05-{n + 3:02}") for n, text in enumerate(FLOOD)]
NEWS += [article(text, f"tomme-{n}", f"2021-05-{n + 4:02}") for n, text in enumerate(CHEESE)]


def fold(*articles) -> Stories:
    return stories.run(articles, PACK)


def groups(found: Stories, articles=NEWS) -> set[frozenset[str]]:
    names = {each.doc.id: each.doc.name for each in articles}
    return {frozenset(names[doc] for doc in story.docs) for story in found.stories}


def test_articles_that_tell_one_thing_are_one_story_and_others_are_not():
    assert groups(fold(*NEWS)) == {frozenset({"crue-0", "crue-1", "crue-2"}), frozenset({"tomme-0", "tomme-1"})}


def test_a_story_names_its_days_its_words_and_a_sentence_of_its_articles():
    flood = next(story for story in fold(*NEWS).stories if len(story.docs) == 3)
    docs = {each.doc.id: each.doc for each in NEWS}
    assert (flood.first, flood.last) == ("2021-05-03", "2021-05-05")
    assert flood.headline is not None
    assert flood.headline.holds(docs[flood.headline.doc])
    assert {"Doulce", "Montclair"} <= set(flood.words)


def test_the_same_words_long_after_are_another_story():
    later = article(FLOOD[1], "plus-tard", "2021-09-01")
    assert frozenset({"plus-tard"}) in groups(fold(*NEWS, later), [*NEWS, later])


@given(st.permutations(NEWS))
@settings(max_examples=20)
def test_the_order_of_articles_makes_no_difference(order):
    assert fold(*order) == fold(*NEWS)


def test_each_article_is_in_one_story():
    undated = article(FLOOD[2] + " Fin.", "sans-date")
    count = Counter(doc for story in fold(*NEWS, undated, article("", "vide")).stories for doc in story.docs)
    assert set(count.values()) == {1}
    assert len(count) == len(NEWS) + 2


def test_an_undated_article_joins_a_story_that_it_is_much_like():
    undated = article(FLOOD[1] + " Les pompiers saluent les familles.", "sans-date")
    assert frozenset({"crue-0", "crue-1", "crue-2", "sans-date"}) in groups(fold(*NEWS, undated), [*NEWS, undated])


@given(st.lists(st.sampled_from([*FLOOD, *CHEESE, "Un match nul sous la pluie.", "Les impôts baissent, la dette monte."]), max_size=5))
@settings(max_examples=25)
def test_later_articles_leave_old_stories_as_they_were_but_to_go_on_with_them(texts):
    later = [article(text, f"suite-{n}", f"2021-05-{n + 9:02}") for n, text in enumerate(texts)]
    before, after = {each.id: each.docs for each in fold(*NEWS).stories}, {each.id: each.docs for each in fold(*NEWS, *later).stories}
    assert before.keys() <= after.keys()
    assert all(after[name][: len(docs)] == docs for name, docs in before.items())
