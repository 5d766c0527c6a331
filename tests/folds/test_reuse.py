"""What two articles share, on texts of our own: what is found, what is not, what the copy changed, where it comes from."""
from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_dossiers import place
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.marks import Mention, Statement
from selon.core.reuse import Place
from selon.core.text import Document, Span
from selon.folds.copying.roots import Asked, roots
from selon.folds.reuse import reuse
from selon.lang.pack import pack
from selon.plan import analyse
from selon.stages.quotes import quotes
from selon.stages.zones import zones

PACK = pack("fr")
WIRE = "Le cargo chargé de pièces détachées a quitté le port avant l'aube, sans que la douane n'en contrôle la cargaison ni les papiers."
OTHER = "Rien ne laissait prévoir cette affaire, que les riverains commentent depuis une semaine."
ELSEWHERE = "La mairie voisine tient sa réunion ordinaire, sans débat ni invité."


def article(raw, name="a", **known):
    return analyse(Analysis(Document.from_text(raw, name=name, **known)), (zones, quotes), PACK)


def fold(*articles):
    return reuse.run(articles, PACK)


def shared(one, other, **known):
    """Return the words of every passage of two texts, and the passages."""
    a, b = article(one, "a", **known), article(other, "b", **known)
    raws = {each.doc.id: each.doc.raw for each in (a, b)}
    found = fold(a, b).passages
    return [{"ab"[raws[side.doc] == other]: side.span.of(raws[side.doc]) for side in (each.a, each.b)} for each in found], found


def said(analysis, words, *, cue="", speaker="", act="assert"):
    """Lay one statement over an article, and a mention for its speaker."""
    raw = analysis.doc.raw
    content, cue_span = place(raw, words), place(raw, cue) if cue else None
    who = place(raw, speaker) if speaker else None
    span = Span.cover(content, *(each for each in (cue_span, who) if each))
    mark = Statement(span, (content,), cue_span, who, who, (), "indirect", act, "plain", 1.0, "s")
    marks = [*analysis[Mention], *([Mention(who, "name", "person", "", None, "m")] if who else [])]
    return analysis.with_layer(Statement, [*analysis[Statement], mark]).with_layer(Mention, marks)


def test_the_same_words_are_found_whatever_their_marks_case_accents_and_spaces():
    other = WIRE.replace("'", "’").replace(", ", " ,\u00a0").replace("cargo", "car\u00adgo").replace("é", "e\u0301")
    (words,), (passage,) = shared(f"{OTHER} {WIRE}", f"👩‍👧 {ELSEWHERE}\n\n{other}")
    assert words == {"a": WIRE.rstrip("."), "b": other.rstrip(".")}
    assert (passage.kind, passage.changes) == ("verbatim", ())


def test_a_copy_with_small_edits_is_one_passage_that_says_what_changed():
    edited = WIRE.replace("avant l'aube", "peu avant l'aube").replace("la douane", "l'armée").replace(" ni les papiers", " ni papiers")
    _, (passage,) = shared(f"{OTHER} {WIRE}", f"{ELSEWHERE} {edited}")
    changes = {(each.edit, each.before and each.before.quote, each.after and each.after.quote) for each in passage.changes}
    wanted = {("added", None, "peu"), ("replaced", "la douane", "l'armée"), ("dropped", "les", None)}
    assert passage.kind == "edited"
    assert wanted in (changes, {_turned(each) for each in changes})


def _turned(change):
    edit, before, after = change
    return {"added": "dropped", "dropped": "added"}.get(edit, edit), after, before


def test_words_that_moved_within_a_sentence_are_bridged():
    one = "En mars, le syndicat avait réclamé une enquête sur les cargaisons douteuses que le port voisin laissait partir chaque nuit."
    other = "Le syndicat a ensuite réclamé en mars une enquête sur les cargaisons douteuses que le port voisin laissait partir chaque nuit."
    (words,), _ = shared(f"{OTHER} {one}", f"{ELSEWHERE} {other}")
    assert words["a"].startswith("le syndicat")
    assert words["b"].startswith("Le syndicat")
    assert words["a"].endswith("partir chaque nuit")


def test_words_that_both_cite_are_a_shared_quote():
    quote = "« Nous ne lâcherons jamais nos camarades, quels que soient la pluie, le froid et les promesses du patron »"
    _, (passage,) = shared(f"{quote}, a dit la déléguée. {OTHER}", f"{ELSEWHERE} Devant la grille, on entend : {quote}.")
    assert passage.kind == "shared-quote"


HARD = {
    "template": (
        "Le dirigeant vietnamien Nguyen Van Minh a promis une « aide franche » à Hanoï dans un discours sur la pêche.",
        "Le dirigeant vietnamien Nguyen Van Minh a offert « une aide entière » du pays à Hanoï dans une lettre aux marins.",
    ),
    "titles": (
        "La route rouvrira, selon le ministre des Affaires étrangères de la République tchèque Jan Novak, a rapporté la radio.",
        "Un accord est signé par le ministre des Affaires étrangères de la République tchèque Jan Novak, a rapporté la mairie.",
    ),
    "holiday": (
        "Les magasins ferment pour la Journée nationale de la Fête de la Libération et de la Paix, mardi.",
        "Le défilé de la Journée nationale de la Fête de la Libération et de la Paix passera par le pont.",
    ),
    "attribution": (
        "La récolte a brûlé, selon un communiqué publié par l'agence de presse du pays.",
        "Le pont tient, d'après un communiqué publié par l'agence de presse du voisin.",
    ),
    "two quotes that begin alike": (
        "Cet accord est une occasion importante de vendre nos pommes au marché de Lyon.",
        "La visite sera une occasion importante de parler des écoles fermées.",
    ),
    "pages": (
        "Le thon manque.\nPage 1 2 3 4 5 6 7 8 9 10 11 12 13 14 Suivante",
        "Le blé abonde.\nPage 1 2 3 4 5 6 7 8 9 10 11 12 13 14 Suivante",
    ),
    "names": (
        "Les départements concernés : la Drôme (26), l'Isère (38), la Savoie (73), la Haute-Savoie (74), l'Ain (01) et le Jura (39).",
        "Neige annoncée dans la Drôme (26), l'Isère (38), la Savoie (73), la Haute-Savoie (74), l'Ain (01) et le Jura (39).",
    ),
    "a long list of names": (
        "Vents forts, les départements placés sous surveillance par le service sont l'Ain (01), l'Aisne (02), l'Ariège (09), l'Aube (10), "
        "le Cher (18), le Doubs (25), la Drôme (26), l'Eure (27), le Gard (30), le Gers (32), l'Isère (38), le Jura (39) et le Lot (46).",
        "Restent en alerte l'Ain (01), l'Aisne (02), l'Ariège (09), l'Aube (10), "
        "le Cher (18), le Doubs (25), la Drôme (26), l'Eure (27), le Gard (30), le Gers (32), l'Isère (38), le Jura (39) et le Lot (46).",
    ),
    "code that is cut off": (
        "Le thon manque. x.jouer = new Lecteur('a1', { 'numero': 'film un', 'forme': 'large', 'lecture': 'dès que la page est ouverte",
        "Le blé abonde. x.jouer = new Lecteur('b2', { 'numero': 'film un', 'forme': 'large', 'lecture': 'dès que la page est ouverte",
    ),
    "paraphrase": (
        "Berne reproche au maire d'avoir vendu des camions et des remorques aux rebelles.",
        "En mai, Berne accusait la ville de livrer des véhicules et leurs remorques à la milice.",
    ),
}


@pytest.mark.parametrize("case", HARD)
def test_names_titles_holidays_templates_and_page_numbers_are_no_reuse(case):
    one, other = HARD[case]
    assert shared(f"{OTHER} {one}", f"{ELSEWHERE} {other}")[1] == ()


def test_what_stands_in_furniture_is_no_reuse():
    related = f"Lire aussi : {WIRE}"
    assert shared(f"{OTHER}\n{related}", f"{ELSEWHERE}\n{related}")[1] == ()


def test_a_sentence_that_returns_for_months_is_a_formula():
    formula = "Une enquête est ouverte afin de déterminer les causes exactes de cet accident mortel survenu dans la matinée"
    heads = [f"Fait divers numéro {n}{n}, rue {letter}" for n, letter in enumerate("abcdefghijkl")]
    year = [article(f"{head}. {formula}.", head, published=f"2021-{month:02}-03") for month, head in enumerate(heads, 1)]
    assert fold(*year).passages == ()
    assert len(fold(*year[:1], article(f"Autre chose ce matin. {formula}.", "g", published="2021-01-04")).passages) == 1


def test_the_words_of_a_formula_make_no_copy_of_what_stands_beside_it():
    formula = "enquête menée par téléphone auprès de mille électeurs choisis selon la méthode des quotas"
    weeks = [article(f"Sujet {letter * 5} numéro {n}. {formula}.", f"w{n}", published=f"2021-0{1 + n // 4}-{1 + n % 4 * 7:02}")
             for n, letter in enumerate("abcdefghijkl")]  # fmt: skip
    own = "Les lecteurs préfèrent leurs cousins lointains"
    two = [article(f"{text} {own}, {formula}.", text[:3], published=f"2021-05-0{n}") for n, text in ((1, OTHER), (2, ELSEWHERE))]
    more = [article(f"{text} {WIRE[:-1]}, {formula}.", text[:4], published=f"2021-06-0{n}") for n, text in ((1, OTHER), (2, ELSEWHERE))]
    assert fold(*weeks, *two).passages == ()
    assert len(fold(*two).passages) == len(fold(*weeks, *more).passages) == 1


def test_a_table_of_zeros_is_neither_slow_nor_reuse():
    part = fold(*(article(f"Tableau {n}. " + "0 0 0 0 ha ha ha ha " * 3000, f"t{n}") for n in range(4)))
    assert part.passages == ()


def test_what_an_article_says_twice_is_found_and_its_second_place_not_counted():
    twice = article(f"{WIRE}\n{OTHER}\n{WIRE}", "twice")
    part = fold(twice, article(f"{ELSEWHERE} {WIRE}", "once"))
    (repeat,), (passage,) = part.repeats, part.passages
    assert repeat.first.of(twice.doc.raw) == repeat.again.of(twice.doc.raw) == WIRE.rstrip(".")
    assert {repeat.first, repeat.again} & {passage.a.span, passage.b.span} == {repeat.first}


# What the copy changed

HEDGED = "Le directeur du port aurait fourni aux douaniers une liste fausse des marchandises, où manquaient quarante caisses de pièces."
CHANGES = [
    (HEDGED, HEDGED.replace("aurait fourni", "a fourni"), "hedge-lost"),
    (HEDGED.replace("aurait fourni", "a fourni"), HEDGED, "hedge-added"),
    (HEDGED, HEDGED.replace("quarante caisses", "sept caisses"), ""),
    (HEDGED.replace("quarante", "40"), HEDGED.replace("quarante", "70"), "figure-changed"),
    (HEDGED.replace("aurait", "devrait bien avoir"), HEDGED.replace("aurait fourni", "fournira"), ""),
    (HEDGED.replace("aurait fourni", "préparait"), HEDGED.replace("aurait fourni", "prépare"), ""),
]


@pytest.mark.parametrize("before, after, means", CHANGES)
def test_a_change_says_what_it_does_to_the_meaning(before, after, means):
    a, b = article(f"{OTHER} {before}", "a", published="2022-03-01"), article(f"{ELSEWHERE} {after}", "b", published="2022-03-02")
    (passage,) = fold(b, a).passages
    assert [change.means for change in passage.changes if change.means] == ([means] if means else [])


def two_days(first, second):
    """Return what the fold finds in two articles of two days, as they are laid by ``first`` and ``second``."""
    a, b = article(first[0], "a", published="2022-03-01"), article(second[0], "b", published="2022-03-02")
    for lay in first[1:]:
        a = lay(a)
    for lay in second[1:]:
        b = lay(b)
    return fold(b, a).passages


def test_an_attribution_that_the_copy_leaves_out_is_told():
    text = f"{WIRE.rstrip('.')}, a affirmé Paul Durand."
    lay = lambda a: said(a, WIRE.rstrip("."), cue="a affirmé", speaker="Paul Durand")  # noqa: E731
    (passage,) = two_days((f"{OTHER} {text}", lay), (f"{ELSEWHERE} {WIRE}",))
    (change,) = passage.changes
    assert (change.means, change.before.quote, change.after) == ("attribution-dropped", "a affirmé Paul Durand", None)


ATTRIBUTED = [
    pytest.param(f"« {WIRE.rstrip('.')} », lit-on sur place.", id="in quotation marks"),
    pytest.param(f"{WIRE.rstrip('.')} : ainsi parle Durand.", id="near the speaker"),
    pytest.param(f"{WIRE} C'est l'avis de Paul Durand.", id="in the next sentence"),
]


@pytest.mark.parametrize("text", ATTRIBUTED)
def test_an_attribution_that_the_copy_gives_in_another_way_is_not_missed(text):
    attributed = f"{WIRE.rstrip('.')}, a affirmé Paul Durand."
    lay = lambda a: said(a, WIRE.rstrip("."), cue="a affirmé", speaker="Paul Durand")  # noqa: E731
    (passage,) = two_days((f"{OTHER} {attributed}", lay), (f"{ELSEWHERE} {text}",))
    assert "attribution-dropped" not in [change.means for change in passage.changes]


def test_a_denial_that_both_go_on_with_is_not_missed():
    text = f"Le maire dément que {WIRE[0].lower()}{WIRE[1:]}"
    (passage,) = two_days((text, lambda a: said(a, WIRE[3:].rstrip("."), cue="dément", act="deny")), (f"{ELSEWHERE} {WIRE}",))
    assert "denial-dropped" not in [change.means for change in passage.changes]


def test_a_denial_that_the_copy_leaves_out_is_told():
    text = f"{WIRE.rstrip('.')}, ce que l'armateur a démenti."
    (passage,) = two_days((f"{OTHER} {text}", lambda a: said(a, "quitté le port", cue="a démenti", act="deny")), (f"{ELSEWHERE} {WIRE}",))
    assert "denial-dropped" in [change.means for change in passage.changes]


def test_a_denial_of_something_else_is_not_missed():
    text = f"{WIRE} Le maire dément avoir menti."
    (passage,) = two_days((f"{OTHER} {text}", lambda a: said(a, "avoir menti", cue="dément", act="deny")), (f"{ELSEWHERE} {WIRE}",))
    assert passage.changes == ()


def test_another_name_in_the_same_place_is_told():
    text = "La lettre promet à Paul Durand une livraison rapide de pièces détachées, contre paiement comptant sur le quai du port."
    other = text.replace("Paul Durand", "Luc Mercier")

    def named(name):
        return lambda a: a.with_layer(Mention, [Mention(place(a.doc.raw, name), "name", "person", "", None, "m")])

    (passage,) = two_days((f"{OTHER} {text}", named("Paul Durand")), (f"{ELSEWHERE} {other}", named("Luc Mercier")))
    assert [change.means for change in passage.changes] == ["name-changed"]


@given(NEWS, NEWS, st.lists(st.integers(0, 40), max_size=6))
@settings(max_examples=60)
def test_every_change_cites_its_article_and_lies_in_order(head, tail, cuts):
    words = WIRE.split()
    copy = " ".join(word for at, word in enumerate(words) if at not in cuts)
    a, b = article(f"{head}\n{WIRE}\n{tail}", "a"), article(f"{tail}\n{copy}\n{head}", "b")
    docs = {each.doc.id: each.doc for each in (a, b)}
    for passage in fold(a, b).passages:
        for side in (passage.a, passage.b):
            assert side.span.end <= len(docs[side.doc].raw)
        for change in passage.changes:
            assert all(evidence.holds(docs[evidence.doc]) for evidence in (change.before, change.after) if evidence)
        for side in ("before", "after"):
            places = [evidence.span for change in passage.changes if (evidence := getattr(change, side)) and not change.means]
            assert all(one.end <= other.start for one, other in pairwise(places))


# Where it comes from

def copies(*known):
    """Return articles that share one sentence, each with what is known of it."""
    bodies = [OTHER, ELSEWHERE, "Le soir, la foule est repartie sans un cri.", "Au marché, personne n'en parle plus."]
    return [article(f"{bodies[at]} {WIRE}{each.pop('end', '')}", f"n{at}", **each) for at, each in enumerate(known)]


PHARE = {"outlet": "Le Phare"}
ORIGINS = [
    pytest.param([{"end": " (Avec AFP)"}, {}], "credited", "afp", id="an article names the agency"),
    pytest.param([{"outlet": "Le Phare"}, {"outlet": "La Vigie"}], "unnamed-wire", "", id="two outlets, no name"),
    pytest.param([{}, {}], "unnamed-wire", "", id="nothing is known"),
    pytest.param([{**PHARE, "published": "2021-05-01"}, {**PHARE, "published": "2021-05-03"}], "earliest", "n0", id="one outlet, two days"),
    pytest.param([{**PHARE, "published": "2021-05"}, {**PHARE, "published": "2021-05-03"}], "unknown", "", id="days that overlap"),
]


@pytest.mark.parametrize("known, how, source", ORIGINS)
def test_an_origin_is_given_only_where_dates_or_credits_give_it(known, how, source):
    found = copies(*(dict(each) for each in known))
    names = {each.doc.id: each.doc.name for each in found}
    (origin,) = fold(*found).origins
    assert (origin.how, names.get(origin.source, origin.source)) == (how, source)


QUOTED = "Nous ne lâcherons jamais nos camarades, quels que soient la pluie, le froid et les promesses du patron"


@pytest.mark.parametrize("told, speaker", [
    ((", a dit la déléguée.", ", a dit Zoé Faure."), "Zoé Faure"),
    ((", a dit la déléguée.", ", lit-on."), "la déléguée"),
    ((", lit-on.", ", lit-on."), None),
])  # fmt: skip
def test_words_that_all_cite_come_from_who_said_them_not_from_the_first_to_print_them(told, speaker):
    read = []
    for at, (body, tail) in enumerate(zip((OTHER, ELSEWHERE), told, strict=True), 1):
        one = article(f"{body} « {QUOTED} »{tail}", f"n{at}", outlet="Le Phare", published=f"2021-05-0{at}")
        who = next((each for each in ("Zoé Faure", "la déléguée") if each in tail), "")
        one = said(one, QUOTED, cue="a dit", speaker=who) if who else one
        if who == "la déléguée":
            mark = Mention(place(one.doc.raw, who), "description", "person", "", None, "m")
            one = one.with_layer(Mention, [mark])
        read.append(one)
    (origin,) = fold(*read).origins
    assert (origin.how, origin.credit and origin.credit.quote) == ("quoted", speaker)


def test_a_photographers_credit_is_none_of_the_text():
    assert fold(*copies({"end": "\n© AFP"}, {})).credits == ()


def test_direction_is_told_by_days_or_by_who_credits_whom_and_else_left_open():
    (dated,) = fold(*copies({"published": "2021-05-03"}, {"published": "2021-05-01"})).passages
    assert (dated.copied, dated.reason) == (True, "published-later")
    (open_,) = fold(*copies({"published": "2021-05"}, {"published": "2021-05-03"})).passages
    assert (open_.copied, open_.reason) == (False, "")


def asked(analysis, words, *originators):
    return Asked(Place(analysis.doc.id, place(analysis.doc.raw, words)), originators, analysis.doc.outlet)


def test_articles_with_the_same_words_are_one_root():
    found = copies({}, {}, {})
    count = roots([asked(each, WIRE) for each in found], fold(*found))
    assert (count.low, count.high, count.documents) == (1, 1, 3)
    assert {edge.why for edge in count.edges} == {"same-text"}


def test_what_merges_two_articles_is_shown_within_the_places_asked_about():
    found = copies({}, {})
    (edge,) = roots([asked(found[0], "Le cargo chargé de pièces détachées"), asked(found[1], WIRE)], fold(*found)).edges
    shown = [next(each for each in found if each.doc.id == one.doc).doc.raw[one.span.start : one.span.end] for one in edge.places]
    assert shown == ["Le cargo chargé de pièces détachées", WIRE.rstrip(".")]


def test_whole_articles_that_share_less_than_half_are_in_doubt():
    a, b = article(f"{OTHER} {WIRE} " + "Fin. " * 40, "a"), article(f"{ELSEWHERE} {WIRE} " + "Suite. " * 30, "b")
    count = roots([Asked(Place(each.doc.id, Span(0, len(each.doc.raw)))) for each in (a, b)], fold(a, b))
    assert (count.low, count.high, [edge.why for edge in count.edges]) == (1, 2, ["shares-text"])
    assert count.groups == ((a.doc.id,), (b.doc.id,))


def test_articles_with_words_of_their_own_and_one_originator_are_in_doubt():
    a, b, c = article(OTHER, "a"), article(ELSEWHERE, "b"), article("Un troisième récit, tout autre.", "c")
    count = roots([asked(a, "cette affaire", "kcna"), asked(b, "sa réunion", "kcna"), asked(c, "récit", "tass")], fold(a, b, c))
    assert (count.low, count.high) == (2, 3)
    assert [(edge.one, edge.other, edge.why, edge.by) for edge in count.edges] == [(0, 1, "same-originator", "kcna")]


def test_roots_are_never_more_than_documents_whatever_an_article_cites():
    a = article(f"{OTHER} {WIRE}", "a")
    count = roots([asked(a, "cette affaire", "tass"), asked(a, "cargo", "kcna")], fold(a))
    assert (count.low, count.high, count.documents, count.originators) == (1, 1, 1, ("kcna", "tass"))


def test_an_article_stands_at_the_end_of_as_many_chains_as_it_relays_and_its_own_words_make_none():
    a = article(f"{OTHER} {WIRE} {ELSEWHERE}", "a")
    own, tass, kcna = asked(a, "cette affaire"), asked(a, "cargo", "tass"), asked(a, "réunion", "kcna")
    part = fold(a)
    counts = [roots(places, part) for places in ([own, tass, kcna], [tass, asked(a, "douane", "tass")], [own])]
    assert [(count.high, count.chains) for count in counts] == [(1, 2), (1, 1), (1, 1)]


def test_chains_of_one_text_are_one_whoever_is_named_in_it():
    found = copies({}, {})
    count = roots([asked(found[0], WIRE, "tass"), asked(found[1], WIRE, "kcna")], fold(*found))
    assert (count.high, count.chains, count.originators) == (1, 1, ("kcna", "tass"))


def test_a_shared_passage_elsewhere_in_two_articles_does_not_merge_their_statements():
    found = copies({}, {})
    count = roots([asked(found[0], OTHER), asked(found[1], ELSEWHERE)], fold(*found))
    assert (count.low, count.high) == (2, 2)
