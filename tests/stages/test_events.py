"""The events stage, on sentences written for each thing it must tell apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.app import french
from selon.core.analysis import Analysis
from selon.core.marks import EventMark
from selon.core.text import Document
from selon.lang.pack import pack
from selon.plan import analyse, ordered

pytestmark = pytest.mark.model

STAGES = ordered(french().stages)
PACK = pack("fr")


def events(raw: str, published: str = "2024-03-06") -> list[tuple[str, EventMark]]:
    analysis = analyse(Analysis(Document.from_text(raw, published=published)), STAGES, PACK)
    return [(mark.span.of(raw), mark) for mark in analysis[EventMark]]


def one(raw: str, kind: str) -> EventMark:
    found = [mark for _, mark in events(raw) if mark.type == kind]
    assert len(found) == 1, found
    return found[0]


STATUSES = [
    ("Berlin a livré des chars à Kiev mardi.", "AID", "actual"),
    ("Berlin livrera des chars à Kiev.", "AID", "planned"),
    ("Berlin va livrer des chars à Kiev.", "AID", "planned"),
    ("Berlin aurait livré des chars à Kiev.", "AID", "alleged"),
    ("Berlin n'a pas livré de chars à Kiev.", "AID", "negated"),
    ("Washington accuse Pékin d'avoir livré des chars à Moscou.", "AID", "alleged"),
    ("Pékin a démenti avoir livré des chars à Moscou.", "AID", "denied"),
    ("Kiev a demandé à Berlin de livrer des chars à Varsovie.", "AID", "hypothetical"),
    ("Berlin pourrait livrer des chars à Kiev.", "AID", "hypothetical"),
    ("Berlin pourrait livrer des chars à Kiev samedi.", "AID", "planned"),
    ("Le ministre a tranché sans rencontrer les syndicats.", "CONSULT", "negated"),
    ("Un policier est soupçonné de meurtre.", "ASSAULT", "alleged"),
    ("Si Paul Martin a attaqué l'armée, il le regrette.", "ASSAULT", "actual"),
    ("Si Paris attaquait Moscou, Berlin suivrait.", "ASSAULT", "hypothetical"),
    ("Kiev demande à Berlin de punir les rebelles qui ont attaqué l'armée.", "ASSAULT", "actual"),
    ("Moscou a installé des fusées capables de frapper Paris.", "ASSAULT", "hypothetical"),
    ("L'opération a permis la libération des otages.", "RETREAT", "actual"),
    ("Les avocats entameront jeudi les débats du procès du député.", "ACCUSE", "actual"),
    ("Paul Martin menace d'envahir l'Iran.", "ASSAULT", "hypothetical"),
    ("La menace de Moscou d'attaquer Kiev inquiète.", "ASSAULT", "hypothetical"),
    ("Moscou a promis de livrer des missiles à Damas.", "AID", "planned"),
    ("Londres a décidé d'expulser des diplomates.", "SANCTION", "planned"),
    ("L'ambassadeur va être convoqué par Paris.", "CONSULT", "planned"),
    ("Kiev refuse de négocier avec Moscou.", "CONSULT", "negated"),
    ("« Nous n'avons pas attaqué Moscou », a déclaré le président ukrainien.", "ASSAULT", "negated"),
    ("Moscou a exclu toute coopération avec Kiev.", "COOPERATE", "negated"),
    ("Kiev préfère que les rebelles soient arrêtés par la police.", "COERCE", "hypothetical"),
    ("Ankara a suspendu son offensive contre l'armée.", "ASSAULT", "actual"),
    ("Washington accuse Kiev d'avoir tenté d'assassiner Vladimir Poutine.", "ASSAULT", "alleged"),
    ("Donald Trump s'en est pris à Theresa May.", "ACCUSE", "actual"),
    ("Selon AP, Paul Martin s'en irait si Washington s'engageait à ne pas envahir Cuba.", "ASSAULT", "hypothetical"),
    ("La France tente de négocier avec Bagdad.", "CONSULT", "hypothetical"),
]


STRUCK = [
    ("Washington a bombardé trois sites nucléaires iraniens.", "Washington", "iraniens"),
    ("La Turquie a abattu un drone russe.", "Turquie", "russe"),
    ("Moscou a lancé dans la nuit 620 drones contre l'Ukraine, tuant six personnes.", "Moscou", "Ukraine"),
    ("L'armée a mené une série de frappes dans le sud.", "L'armée", None),
    ("Les rebelles se sont emparés de Goma.", "Les rebelles", None),
    ("Des drones russes ont violé l'espace aérien polonais.", "russes", "polonais"),
    ("Deux avions de chasse chinois ont pénétré dans l'espace aérien taïwanais.", "chinois", "taïwanais"),
    ("L'invasion russe de l'Ukraine a commencé.", "russe", "Ukraine"),
    ("Deux sites pétroliers d'Arabie saoudite ont été attaqués par les Houthis.", "Houthis", "Arabie saoudite"),
    ("L'offensive turque se poursuit.", "turque", None),
]


@pytest.mark.parametrize("raw, source, target", STRUCK, ids=[raw for raw, _, _ in STRUCK])
def test_an_attack_on_a_thing_is_one_on_whose_it_is(raw, source, target):
    attack = one(raw, "ASSAULT")
    assert [part.span.of(raw) for part in attack.source] == [source]
    assert [part.span.of(raw) for part in attack.target] == ([target] if target else [])


@pytest.mark.parametrize("raw, kind, status", STATUSES, ids=[raw for raw, _, _ in STATUSES])
def test_the_status_follows_what_the_deed_hangs_on(raw, kind, status):
    assert one(raw, kind).status == status


def test_an_alleged_deed_is_done_by_the_accused_on_the_word_of_the_accuser():
    raw = "Washington accuse Pékin d'avoir livré des chars à Moscou."
    deed = one(raw, "AID")
    assert [part.span.of(raw) for part in deed.source] == ["Pékin"]
    assert [part.span.of(raw) for part in deed.target] == ["Moscou"]
    assert [span.of(raw) for span in deed.per] == ["Washington"]


def test_an_accusation_is_an_event_of_its_own():
    raw = "Washington accuse Pékin d'avoir livré des chars à Moscou."
    told = one(raw, "ACCUSE")
    assert ([part.span.of(raw) for part in told.source], [part.span.of(raw) for part in told.target]) == (["Washington"], ["Pékin"])


def test_of_a_passive_the_subject_suffers():
    raw = "Un journaliste a été arrêté par la police lundi."
    deed = one(raw, "COERCE")
    assert ([part.span.of(raw) for part in deed.source], [part.span.of(raw) for part in deed.target]) == (["la police"], ["Un journaliste"])
    assert deed.date == "2024-03-04"


def test_the_date_of_the_saying_is_not_that_of_the_deed():
    raw = "Washington a accusé mardi Pékin d'avoir livré des chars à Moscou en janvier."
    assert (one(raw, "ACCUSE").date, one(raw, "AID").date) == ("2024-03-05", "2024-01")


def test_the_narrator_adds_no_source():
    assert one("Berlin a livré des chars à Kiev mardi.", "AID").per == ()


def test_a_market_is_no_march():
    assert not events("Le marché des étudiants a ouvert samedi.")


@settings(max_examples=8)
@given(
    st.lists(
        st.sampled_from(
            [*[raw for raw, _, _ in STATUSES], "« Non ! » \N{GRINNING FACE}", "E\N{COMBINING ACUTE ACCENT}tonnant\N{NO-BREAK SPACE}: «"]
        ),
        min_size=1,
        max_size=4,
    )
)
def test_every_place_of_an_event_is_in_the_text(lines):
    raw = "\n\n".join(lines)
    for words, mark in events(raw):
        assert words
        assert mark.why
        for span in (mark.clause, mark.when, mark.place, *mark.per, *(part.span for part in (*mark.source, *mark.target))):
            assert span is None or span.end <= len(raw)
        assert mark.clause.contains(mark.span)


def sides(raw: str, kind: str) -> tuple[set[str], set[str]]:
    mark = one(raw, kind)
    return {part.span.of(raw) for part in mark.source}, {part.span.of(raw) for part in mark.target}


PARTIES = [
    ("Une attaque menée mardi par les talibans contre l'armée a fait dix morts.", "ASSAULT", {"talibans"}, {"l'armée"}),
    ("Une plainte a été déposée par l'association contre le maire.", "ACCUSE", {"l'association"}, {"le maire"}),
    ("Un accord a été signé mardi entre Paris et Berlin.", "AGREE", {"Paris"}, {"Berlin"}),
    ("Le journaliste s'est fait arrêter par la police.", "COERCE", {"la police"}, {"Le journaliste"}),
    ("Trois hommes ont été arrêtés mardi, a indiqué la police.", "COERCE", {"la police"}, {"Trois hommes"}),
    ("Le ministre a présenté lundi sa démission.", "CONCEDE", {"Le ministre"}, set()),
    ("La Belgique plaide pour une trêve.", "REQUEST", {"Belgique"}, set()),
    ("Le texte pour lequel plaide la Belgique est prêt.", "REQUEST", {"Belgique"}, set()),
    ("Washington va maintenir près de 200 soldats en Syrie.", "MOBILIZE", {"Washington"}, {"Syrie"}),
    ("Une manifestation contre le président a réuni des étudiants à Alger.", "PROTEST", {"des étudiants"}, {"le président"}),
    ("La police a interrogé Paul Martin après son arrestation.", "COERCE", {"La police"}, {"Paul Martin"}),
    ("Paris a rejeté l'offre faite par Moscou.", "REJECT", {"Paris"}, {"Moscou"}),
    ("Le ministre a été reçu par Vladimir Poutine.", "CONSULT", {"Vladimir Poutine"}, {"Le ministre"}),
    ("Paul Martin a proposé à Berlin de suspendre les livraisons.", "REQUEST", {"Paul Martin"}, {"Berlin"}),
    ("Une perquisition a visé mardi le domicile du maire.", "COERCE", set(), {"maire"}),
    ("L'attentat attribué à l'État islamique a choqué le pays.", "ASSAULT", {"État islamique"}, set()),
    ("Le policier est soupçonné de meurtre.", "ASSAULT", {"Le policier"}, set()),
    ("Le maire a été condamné pour violences.", "ASSAULT", {"Le maire"}, set()),
    ("L'URSS est soupçonnée de livrer aussi des missiles Sarmat à La Havane.", "AID", {"URSS"}, {"La Havane"}),
    ("Paul Martin a défendu lundi devant l'Assemblée générale le droit de la Pologne à s'armer.", "SUPPORT", {"Paul Martin"}, {"Pologne"}),
    ("Depuis sa mise en examen pour meurtre, Paul Martin garde le silence.", "ASSAULT", {"Paul Martin"}, set()),
    ("Les accusations de viol portées contre le maire ont choqué.", "ASSAULT", {"le maire"}, set()),
    ("Paul Martin est accusé par une élève d'avoir profité de Claire Petit.", "ACCUSE", {"une élève"}, {"Paul Martin"}),
    ("Paul Martin a qualifié les faits d'attaque contre Berlin.", "ACCUSE", {"Paul Martin"}, {"Berlin"}),
    ("Le roi a exprimé son refus de céder le pouvoir à Paul Martin.", "REJECT", {"Le roi"}, {"Paul Martin"}),
    ("Le Conseil de sécurité de l'ONU s'est réuni mercredi.", "CONSULT", {"Conseil de sécurité de l'ONU"}, set()),
    ("Paul Martin a rencontré une première fois lundi matin Donald Trump.", "CONSULT", {"Paul Martin"}, {"Donald Trump"}),
    (
        "Paul Martin s'est entretenu avec son homologue aux Affaires étrangères russe Sergueï Lavrov.",
        "CONSULT", {"Paul Martin"}, {"Sergueï Lavrov"},
    ),
    ("Après une visite à Paris du roi Abdallah II de Jordanie, un accord a été trouvé.", "CONSULT", {"Abdallah II de Jordanie"}, {"Paris"}),
    ("Les pourparlers entre Russes et Ukrainiens ont repris.", "CONSULT", {"Russes"}, {"Ukrainiens"}),
    (
        "Paul Martin verra Ann Lee lundi. Ann Lee aime Paul Martin. Un entretien entre les deux dirigeants est prévu.",
        "CONSULT", {"Ann Lee"}, {"Paul Martin"},
    ),
    ("Limogé mardi, le ministre a quitté Paris.", "SANCTION", set(), {"le ministre"}),
    ("Washington, Londres et Paris ont frappé la Syrie.", "ASSAULT", {"Washington", "Londres", "Paris"}, {"Syrie"}),
    ("L'annonce par Paris de sanctions contre Minsk a surpris.", "SANCTION", {"Paris"}, {"Minsk"}),
    ("L'ONU a exigé la fin de l'offensive turque.", "REQUEST", {"ONU"}, {"turque"}),
    ("Donald Trump a menacé d'imposer des droits de douane à la Chine.", "THREATEN", {"Donald Trump"}, {"Chine"}),
    ("Pyongyang a fourni des armes pour soutenir la guerre de la Russie.", "AID", {"Pyongyang"}, {"Russie"}),
    ("Lors de sa visite à Londres, Paul Martin a signé un accord.", "CONSULT", {"Paul Martin"}, {"Londres"}),
    ("Le juge a émis un mandat d'arrêt à l'encontre du général.", "ACCUSE", {"Le juge"}, {"général"}),
    ("M. Petit a rencontré M. Martin à Paris.", "CONSULT", {"Petit"}, {"Martin"}),
    ("M. Poutine a été accusé de mensonge.", "ACCUSE", set(), {"Poutine"}),
    ("Jean Petit a été mis en examen pour mensonge.", "ACCUSE", set(), {"Jean Petit"}),
    ("Après l'annonce par M. Petit du retrait des troupes allemandes.", "RETREAT", {"des troupes allemandes", "allemandes"}, set()),
    ("Castro a lancé un appel à la grève, d'après Prensa Latina.", "REQUEST", {"Castro"}, set()),
    ("M. Martin a rencontré M. Lavrov mardi.", "CONSULT", {"Martin"}, {"Lavrov"}),
    ("M. Martin s'est dit prêt à rencontrer M. Lavrov.", "AGREE", {"Martin"}, {"Lavrov"}),
    ("La Turquie est ouverte à une rencontre entre M. Martin et Ann Lee.", "AGREE", {"Turquie"}, {"Martin", "Ann Lee"}),
    ("Le ministre a reproché aux alliés de fermer les yeux.", "ACCUSE", {"Le ministre"}, {"alliés"}),
    ("Paul Martin a plaidé pour que la Tunisie ouvre ses ports.", "REQUEST", {"Paul Martin"}, {"Tunisie"}),
    ("Le syndicat demande à être reçu par le président de la République.", "REQUEST", {"Le syndicat"}, {"le président de la République"}),
    ("Pyongyang a lancé un ultimatum pour que Washington cède.", "REQUEST", {"Pyongyang"}, {"Washington"}),
    ("Paul Martin a exhorté à la « retenue ». « La Turquie doit reculer », a-t-il dit.", "REQUEST", {"Paul Martin"}, {"Turquie"}),
    ("« C'est faux », a ajouté Ann Lee, avant de s'en prendre dans la foulée à M. Martin.", "ACCUSE", {"Ann Lee"}, {"Martin"}),
    ("L'annonce par les Etats-Unis de leur disposition à maintenir 200 soldats surprend.", "MOBILIZE", {"Etats-Unis"}, set()),
    ("Paul Martin et Ann Lee sont accusés d'être auteurs ou co-auteurs de l'attaque.", "ASSAULT", {"Paul Martin", "Ann Lee"}, set()),
    ("L'Iran porte la responsabilité de cette attaque contre l'Arabie saoudite.", "ASSAULT", {"Iran"}, {"Arabie saoudite"}),
    ("« J'ai vu la police gazer des manifestants », a dit Paul Martin.", "ASSAULT", {"la police"}, {"des manifestants"}),
    ("Paul Martin a fait l'objet d'une arrestation.", "COERCE", set(), {"Paul Martin"}),
    ("Donald Trump a annoncé le retrait des troupes américaines.", "RETREAT", {"des troupes américaines", "américaines"}, set()),
    ("Ann Lee a sermonné le ministre Paul Martin, en visite à Brasilia.", "CONSULT", {"Paul Martin"}, {"Brasilia"}),
    ("La Cour européenne des droits de l'Homme a condamné l'Italie.", "SANCTION", {"Cour européenne des droits de l'Homme"}, {"Italie"}),
    ("Paul Martin a demandé « au Président de la République de partir ».", "REQUEST", {"Paul Martin"}, {"Président de la République"}),
    ("Paul Martin a annulé sa visite en Pologne.", "REJECT", {"Paul Martin"}, {"Pologne"}),
    ("« C'est un scandale », a dénoncé auprès de l'AFP Paul Martin.", "ACCUSE", {"Paul Martin"}, set()),
    ("Washington a lundi accusé Moscou.", "ACCUSE", {"Washington"}, {"Moscou"}),
]


@pytest.mark.parametrize("raw, kind, source, target", PARTIES, ids=[raw for raw, *_ in PARTIES])
def test_parties_are_found_beyond_the_next_word(raw, kind, source, target):
    assert sides(raw, kind) == (source, target)


def test_a_reproach_joined_to_an_accusation_is_aimed_at_the_accused():
    raw = "Le ministre a condamné le blocus et accusé Madrid de violer le droit."
    targets = [[part.span.of(raw) for part in mark.target] for _, mark in events(raw) if mark.type == "ACCUSE"]
    assert targets == [["Madrid"], ["Madrid"]]


NOTHING = [
    ("Dans un entretien au Figaro, le ministre a parlé.", "CONSULT"),
    ("« Quand partez-vous ? », a demandé le vétéran au président.", "REQUEST"),
    ("Un sénateur a interpellé le ministre dans l'hémicycle.", "COERCE"),
    ("L'entreprise a rappelé des jouets.", "RETREAT"),
    ("Alger garde ces fusées. « Elles sont vieilles, elles ne menacent personne », a dit Paul Martin.", "THREATEN"),
    ("Alger a des fusées. Paul Martin a promis de les renvoyer.", "SANCTION"),
    ("Le président du parti occupe ce poste depuis un an.", "PROTEST"),
    ("La police a saisi dix kilos de cocaïne.", "REQUEST"),
    ("Il n'est pas exclu que Paris accepte.", "SANCTION"),
    ("Un accord de libre-échange entre Paris et Rome a été signé.", "CONSULT"),
    ("La marine arraisonnera tout navire suspect.", "COERCE"),
    ("L'offensive turque a commencé, après une réunion à Paris.", "CONSULT"),
    ("« C'est une faute », dénoncent plusieurs avocats.", "THREATEN"),
    ("Le suspect a été placé en garde à vue à son arrivée en France.", "CONSULT"),
]


@pytest.mark.parametrize("raw, kind", NOTHING, ids=[raw for raw, _ in NOTHING])
def test_common_words_tell_no_event(raw, kind):
    assert not [mark for _, mark in events(raw) if mark.type == kind]


def test_the_date_of_a_charge_is_not_that_of_the_deed():
    raw = "Un homme a été mis en examen mardi pour viol."
    assert (one(raw, "ACCUSE").date, one(raw, "ASSAULT").date) == ("2024-03-05", "")


def test_a_joined_participle_shares_the_time_of_the_verb_before_it():
    assert one("La police a arrêté lundi Paul Martin et libéré Ann Lee.", "RETREAT").date == "2024-03-04"


def test_who_is_responsible_in_the_words_of_another_is_so_on_his_word():
    assert one("Saïd Martin, auteur de l'attentat contre le journal, est mort.", "ASSAULT").status == "actual"
    assert one("« L'Iran est responsable de l'attaque contre Ryad », a dit Londres.", "ASSAULT").status == "alleged"
