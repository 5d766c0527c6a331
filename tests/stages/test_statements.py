"""One sentence for each way in which the press reports speech, read by the real parser."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.marks import Quote, Statement, Token, Zone
from selon.core.text import Document
from selon.lang.pack import pack
from selon.plan import analyse, ordered
from selon.stages.mentions import mentions
from selon.stages.parse import parse
from selon.stages.quotes import quotes
from selon.stages.statements import statements
from selon.stages.zones import zones

FRENCH = pack("fr")
STAGES = ordered([statements, quotes, mentions, parse, zones])
pytestmark = pytest.mark.model


def said(raw):
    return analyse(Analysis(Document.from_text(raw)), STAGES, FRENCH)[Statement]


def words(raw, span):
    return span.of(raw) if span else ""


ONE = [
    (
        "a day behind a phrase",
        "La Commission avait officiellement rejeté ce projet le 23 octobre.",
        "La Commission",
        ["ce projet"],
        "deny",
        "indirect",
    ),
    (
        "the day of the phrase itself",
        "Paul Martin a dénoncé l'accord du 23 octobre.",
        "Paul Martin",
        ["l'accord du 23 octobre"],
        "condemn",
        "indirect",
    ),
    (
        "a relative behind a closing mark",
        "Le ton monte depuis que la France a annoncé des aides pour les « gilets jaunes », qui coûteront cher.",
        "la France",
        ["des aides pour les « gilets jaunes », qui coûteront cher"],
        "announce",
        "mixed",
    ),
    (
        "an aside between a quotation and its incise",
        "« Il s'agira de battre Macron », confronté depuis des semaines à la crise, a ajouté Marine Le Pen.",
        "Marine Le Pen",
        ["Il s'agira de battre Macron"],
        "assert",
        "direct",
    ),
    (
        "a thing before a participle with its agent",
        "Les mesures annoncées lundi par Emmanuel Macron coûtent cher.",
        "Emmanuel Macron",
        ["Les mesures"],
        "announce",
        "indirect",
    ),
    (
        "a comparison between a cue and its clause",
        "Paul Martin a réaffirmé comme l'ont fait tous les ministres ces derniers jours qu'il était confiant.",
        "Paul Martin",
        ["il était confiant"],
        "assert",
        "indirect",
    ),
    (
        "a source that begins a sentence behind a quotation glued to it",
        "« La fin d'un monde ancien est venue » Selon Paul Martin, la guerre est finie.",
        "Paul Martin",
        ["la guerre est finie"],
        "assert",
        "indirect",
    ),
    (
        "a complement behind the outlet where it was said",
        "Paul Martin s'est félicité vendredi sur la chaîne BFMTV de la décision du maire.",
        "Paul Martin",
        ["de la décision du maire"],
        "praise",
        "indirect",
    ),
    ("a political side", "La gauche dénonce la réforme.", "La gauche", ["la réforme"], "condemn", "indirect"),
    (
        "a comma between a cue and its subject",
        "« Est-ce encore la peine ? », s'était interrogée, la secrétaire d'Etat Anne Martin.",
        "la secrétaire d'Etat Anne Martin",
        ["Est-ce encore la peine ?"],
        "ask",
        "direct",
    ),
    (
        "what is asked ends before a clause that tells when",
        "Le conseiller a été sommé par Matignon de s'expliquer, après que la presse a publié ses comptes.",
        "Matignon",
        ["de s'expliquer"],
        "demand",
        "indirect",
    ),
    (
        "a gerund behind a noun that the parser hangs it on",
        "Paul Martin a réagi au rappel de l'ambassadeur pour consultations en assurant que le gouvernement ne souhaitait pas la guerre.",
        "Paul Martin",
        ["le gouvernement ne souhaitait pas la guerre"],
        "assert",
        "indirect",
    ),
    (
        "a subject taken up by an emphatic pronoun",
        "M. Graham lui-même lui avait reproché d'accepter sans discuter le retrait total.",
        "M. Graham",
        ["d'accepter sans discuter le retrait total"],
        "accuse",
        "indirect",
    ),
    (
        "a part of the day behind its day",
        "« Le choix est fait », indiquait lundi après-midi Anne Martin, porte-parole de la zone.",
        "Anne Martin",
        ["Le choix est fait"],
        "assert",
        "direct",
    ),
    (
        "an adverb of several words before a single name",
        "« Il était environ midi », explique pour sa part Fatih.",
        "Fatih",
        ["Il était environ midi"],
        "assert",
        "direct",
    ),
    (
        "a verb that may be a noun, before a title",
        "« On ne peut pas écoper sans cesse », juge M. Robert.",
        "M. Robert",
        ["On ne peut pas écoper sans cesse"],
        "assert",
        "direct",
    ),
    (
        "an incise behind a setting",
        "Un jour, raconte M. Martin, « leur chef est venu avec son fils ».",
        "M. Martin",
        ["Un jour", "leur chef est venu avec son fils"],
        "assert",
        "mixed",
    ),
    (
        "a participle in marks behind its auxiliary",
        'Le Premier ministre a également "fermement condamné" ces violences.',
        "Le Premier ministre",
        ["ces violences"],
        "condemn",
        "indirect",
    ),
    (
        "marks that begin with the verb of a report",
        "La cour avait pourtant « constaté qu'il n'y avait pas de circonstances exceptionnelles » mardi.",
        "La cour",
        ["il n'y avait pas de circonstances exceptionnelles"],
        "assert",
        "direct",
    ),
    (
        "an object behind an audience",
        "Paul Martin avait pourtant nié devant le président américain tout envoi d'armes.",
        "Paul Martin",
        ["tout envoi d'armes"],
        "deny",
        "indirect",
    ),
    (
        "an aside that the parser takes for a noun of its own",
        "L'Iran a de son côté admis mardi que des pirates avaient attaqué les serveurs.",
        "L'Iran",
        ["des pirates avaient attaqué les serveurs"],
        "confirm",
        "indirect",
    ),
    ("final incise", "« Nous tiendrons parole », a déclaré l'agence Tass.", "l'agence Tass", ["Nous tiendrons parole"], "assert", "direct"),
    (
        "simple past",
        "« Nous ne céderons pas », insista le président Kennedy.",
        "le président Kennedy",
        ["Nous ne céderons pas"],
        "assert",
        "direct",
    ),
    ("clitic inversion", "« Le pont rouvrira lundi », a-t-il déclaré.", "il", ["Le pont rouvrira lundi"], "assert", "direct"),
    (
        "incise over words without marks",
        "Les navires ont fait demi-tour, a rapporté l'AFP.",
        "l'AFP",
        ["Les navires ont fait demi-tour"],
        "assert",
        "indirect",
    ),
    (
        "incise inside the marks",
        "« La route est coupée, a expliqué le préfet, mais le pont tient. »",
        "le préfet",
        ["La route est coupée", "mais le pont tient"],
        "assert",
        "direct",
    ),
    ("time before the subject", "« Je pars », a dit lundi soir le ministre.", "le ministre", ["Je pars"], "assert", "direct"),
    (
        "adverb in the cue",
        "Le ministre a sobrement fait savoir que la route était coupée.",
        "Le ministre",
        ["la route était coupée"],
        "announce",
        "indirect",
    ),
    ("selon before", "Selon Moscou, les armes sont défensives.", "Moscou", ["les armes sont défensives"], "assert", "indirect"),
    (
        "selon behind",
        "Les cargos ont changé de cap, selon l'agence Reuters.",
        "l'agence Reuters",
        ["Les cargos ont changé de cap"],
        "assert",
        "indirect",
    ),
    (
        "d'après",
        "D'après un diplomate, vingt cargos font route vers l'île.",
        "un diplomate",
        ["vingt cargos font route vers l'île"],
        "assert",
        "indirect",
    ),
    (
        "anonymous source",
        "De source policière, trois hommes sont en fuite.",
        "source policière",
        ["trois hommes sont en fuite"],
        "assert",
        "indirect",
    ),
    ("learnt from", "L'homme s'est rendu, a-t-on appris auprès de la police.", "la police", ["L'homme s'est rendu"], "assert", "indirect"),
    ("read in", "« Le trafic reprendra », peut-on lire dans un communiqué.", "un communiqué", ["Le trafic reprendra"], "assert", "direct"),
    (
        "que clause, mixed",
        "Le président a assuré que son pays enverrait « toute l'aide » promise.",
        "Le président",
        ["son pays enverrait « toute l'aide » promise"],
        "promise",
        "mixed",
    ),
    (
        "infinitive behind an object",
        "Washington a accusé Moscou de livrer des missiles à Cuba.",
        "Washington",
        ["de livrer des missiles à Cuba"],
        "accuse",
        "indirect",
    ),
    ("bare infinitive", "Le prévenu affirme avoir payé la facture.", "Le prévenu", ["avoir payé la facture"], "assert", "indirect"),
    ("noun phrase", "Moscou a nié toute livraison d'armes.", "Moscou", ["toute livraison d'armes"], "deny", "indirect"),
    (
        "attribute",
        "Le ministre a qualifié ces chiffres de « rumeurs absurdes ».",
        "Le ministre",
        ["ces chiffres de « rumeurs absurdes »"],
        "accuse",
        "mixed",
    ),
    ("deed behind a person", "L'opposition accuse le maire de favoritisme.", "L'opposition", ["de favoritisme"], "accuse", "indirect"),
    ("object behind a person addressed", "Les élus reprochent au préfet son silence.", "Les élus", ["son silence"], "accuse", "indirect"),
    (
        "relative subject",
        "Le dirigeant, qui a critiqué la réforme, s'est tu ensuite.",
        "Le dirigeant",
        ["la réforme"],
        "condemn",
        "indirect",
    ),
    ("passive with an agent", "La visite a été annoncée par le ministère.", "le ministère", ["La visite"], "announce", "indirect"),
    ("agentless passive", "L'homme est soupçonné d'avoir volé deux voitures.", "", ["d'avoir volé deux voitures"], "accuse", "indirect"),
    ("agentless participle", "Un homme soupçonné d'avoir volé un bus dort encore.", "", ["d'avoir volé un bus"], "accuse", "indirect"),
    ("nobody accuses", "On lui reproche d'avoir menti.", "", ["d'avoir menti"], "accuse", "indirect"),
    (
        "negated cue that reports",
        "Le ministre ne nie pas avoir signé le contrat.",
        "Le ministre",
        ["avoir signé le contrat"],
        "confirm",
        "indirect",
    ),
    ("colon", "Le ministre a répondu : « Demandez au juge ».", "Le ministre", ["Demandez au juge"], "assert", "direct"),
    ("noun, in a message", "Dans un message, le roi : « Le pays vous attend ».", "le roi", ["Le pays vous attend"], "assert", "direct"),
    (
        "noun, message of",
        "Le président a adressé un message de « soutien total » aux mineurs.",
        "Le président",
        ["soutien total"],
        "assert",
        "direct",
    ),
    (
        "noun, promise to",
        "La promesse du ministre de baisser les impôts a surpris.",
        "ministre",
        ["de baisser les impôts"],
        "promise",
        "indirect",
    ),
    ("noun, according to which", "La rumeur selon laquelle le port fermerait a couru.", "", ["le port fermerait"], "assert", "indirect"),
    (
        "noun, announcement by",
        "L'annonce par Washington du retrait des troupes a surpris.",
        "Washington",
        ["retrait des troupes"],
        "announce",
        "indirect",
    ),
    (
        "document as speaker",
        "Le communiqué précise que la visite durera trois jours.",
        "Le communiqué",
        ["la visite durera trois jours"],
        "assert",
        "indirect",
    ),
    (
        "no space behind the mark",
        "“Nous resterons debout”a déclaré la ministre.",
        "la ministre",
        ["Nous resterons debout"],
        "assert",
        "direct",
    ),
    (
        "quote that goes on behind its cue",
        "« Nous avons peur », raconte une mère. « Personne ne nous aide depuis des mois. »",
        "une mère",
        ["Nous avons peur", "Personne ne nous aide depuis des mois."],
        "assert",
        "direct",
    ),
    (
        "a named source with an apposition",
        "D'après Anne Martin, la directrice du port, le navire est parti vide.",
        "Anne Martin",
        ["le navire est parti vide"],
        "assert",
        "indirect",
    ),
    (
        "an apposition that ends the sentence",
        "Le navire est parti vide, selon Anne Martin, la directrice du port.",
        "Anne Martin",
        ["Le navire est parti vide"],
        "assert",
        "indirect",
    ),
    (
        "no apposition but a list of subjects",
        "Selon Anne Martin, le maire, le préfet et le juge sont partis.",
        "Anne Martin",
        ["le maire, le préfet et le juge sont partis"],
        "assert",
        "indirect",
    ),
    (
        "headline, a name before the colon",
        "Macron : « Nous tiendrons parole devant le pays »",
        "Macron",
        ["Nous tiendrons parole devant le pays"],
        "assert",
        "direct",
    ),
    (
        "headline, a clause of a person's",
        "Jean Petit : la réforme va poser problème « si rien ne change »",
        "Jean Petit",
        ["la réforme va poser problème « si rien ne change »"],
        "assert",
        "mixed",
    ),
    (
        "headline, a label is no content",
        "Climat : le port va fermer, selon le préfet",
        "le préfet",
        ["le port va fermer"],
        "assert",
        "indirect",
    ),
    (
        "headline, a label does not speak",
        "Nantes : Anne Martin « furieuse », lui demande de revoir la décision",
        "Anne Martin",
        ["de revoir la décision"],
        "ask",
        "indirect",
    ),
    (
        "a colon behind a clause that is no cue",
        "Le maire ne décolère pas : « Personne ne nous a prévenus. »",
        "Le maire",
        ["Personne ne nous a prévenus."],
        "assert",
        "direct",
    ),
    ("narrative infinitive", "Et la directrice d'ajouter que le site fermera.", "la directrice", ["le site fermera"], "assert", "indirect"),
    (
        "an agency told before the speaker",
        "« Je pars », répond à l'AFP Marie Martin, médecin du travail.",
        "Marie Martin",
        ["Je pars"],
        "assert",
        "direct",
    ),
    (
        "a question's main verb says nothing",
        "Il a demandé si le maire affirmait que tout allait bien.",
        "Il",
        ["le maire affirmait que tout allait bien"],
        "ask",
        "indirect",
    ),
    (
        "an attribute of praise",
        "Le ministre a qualifié l'entretien d'« utile ».",
        "Le ministre",
        ["l'entretien d'« utile »"],
        "praise",
        "mixed",
    ),
    (
        "what somebody said, called a lie",
        "Un émissaire a qualifié ces affirmations de « rumeurs sans fondement ».",
        "Un émissaire",
        ["ces affirmations de « rumeurs sans fondement »"],
        "deny",
        "mixed",
    ),
    (
        "what is expressed, behind an adjective",
        "La ministre a fait part de sa profonde indignation.",
        "La ministre",
        ["de sa profonde indignation"],
        "condemn",
        "indirect",
    ),
    ("a feeling in a sentence", "« Nous sommes en colère », a dit le maire.", "le maire", ["Nous sommes en colère"], "assert", "direct"),
    (
        "a word inside a group",
        "Le ministre a fait une nouvelle fois part de son inquiétude.",
        "Le ministre",
        ["de son inquiétude"],
        "assert",
        "indirect",
    ),
    ("an adjective behind a group", "Le roi a apporté son soutien total à la réforme.", "Le roi", ["à la réforme"], "support", "indirect"),
    (
        "what one calls oneself, with degree",
        "Le maire se dit très favorable à la fermeture.",
        "Le maire",
        ["très favorable à la fermeture"],
        "assert",
        "indirect",
    ),
    (
        "what one calls oneself, with a clause",
        "Le maire se dit inquiet que le site ferme.",
        "Le maire",
        ["inquiet que le site ferme"],
        "assert",
        "indirect",
    ),
    (
        "an apposition without an article",
        "Selon Anne Martin, directrice du port depuis dix ans, le navire est parti vide.",
        "Anne Martin",
        ["le navire est parti vide"],
        "assert",
        "indirect",
    ),
    (
        "a relative of the source",
        "Le port est vide, selon le préfet, qui a vu partir le navire.",
        "le préfet",
        ["Le port est vide"],
        "assert",
        "indirect",
    ),
    ("a source in brackets", "Ils étaient 6.000 (7.000 selon la police) dans les rues.", "la police", ["7.000"], "assert", "indirect"),
    (
        "an infinitive ends before the cue's own clause goes on",
        "Les élus affirment avoir reçu une lettre et vont porter plainte.",
        "Les élus",
        ["avoir reçu une lettre"],
        "assert",
        "indirect",
    ),
    (
        "a phrase that a preposition leads does not speak",
        "Dans une interview à Nice Matin, M. Martin explique avoir payé la facture.",
        "M. Martin",
        ["avoir payé la facture"],
        "assert",
        "indirect",
    ),
    (
        "a title with an initial stays whole",
        "Arrivé à New York, M. Thant a affirmé que le démontage avait commencé.",
        "M. Thant",
        ["le démontage avait commencé"],
        "assert",
        "indirect",
    ),
    (
        "a body with a capital",
        "Le roi a accepté la démission du gouvernement, a annoncé le Palais.",
        "le Palais",
        ["Le roi a accepté la démission du gouvernement"],
        "announce",
        "indirect",
    ),
    (
        "a relative without a comma",
        "Selon un témoin qui a filmé la scène, il s'agit d'une grenade.",
        "un témoin",
        ["il s'agit d'une grenade"],
        "assert",
        "indirect",
    ),
    (
        "a source with its body",
        "La demande est arrivée jeudi, selon Laurent Blanc, du comité des fêtes.",
        "Laurent Blanc",
        ["La demande est arrivée jeudi"],
        "assert",
        "indirect",
    ),
    (
        "a relative of the object",
        "Le ministre a condamné des discours contraires à l'idée que nous nous faisons du pays.",
        "Le ministre",
        ["des discours contraires à l'idée que nous nous faisons du pays"],
        "condemn",
        "indirect",
    ),
    (
        "an object ends before a further clause",
        "La cour a rejeté leur requête mais le comité attend.",
        "La cour",
        ["leur requête"],
        "deny",
        "indirect",
    ),
    (
        "an incise behind a time",
        "« J'ai failli mourir », analyse deux ans plus tard l'artiste.",
        "l'artiste",
        ["J'ai failli mourir"],
        "assert",
        "direct",
    ),
    (
        "a participle of the speaker",
        "La députée a proposé de taxer les riches, obtenant le soutien du parti.",
        "La députée",
        ["de taxer les riches"],
        "propose",
        "indirect",
    ),
    (
        "an adverb inside an inverted cue",
        "« Ce n'est pas un passe-droit », a-t-il d'abord assuré.",
        "il",
        ["Ce n'est pas un passe-droit"],
        "assert",
        "direct",
    ),
    (
        "an adverb that is the cue's own",
        "Le maire demande aussi que le port soit fermé.",
        "Le maire",
        ["le port soit fermé"],
        "ask",
        "indirect",
    ),
    (
        "a headline's speech without a speaker",
        "Gilets jaunes : « On nous a demandé de partir »",
        "",
        ["On nous a demandé de partir"],
        "assert",
        "direct",
    ),
    (
        "a concession ends with its clause",
        "Si la banque affirme que ses comptes sont sains, les syndicats parlent de faillite.",
        "la banque",
        ["ses comptes sont sains"],
        "assert",
        "indirect",
    ),
    (
        "the subject before an aside",
        "Le maire, qui a vu la préfète lundi, avait appelé la veille son adjoint à la retenue.",
        "Le maire",
        ["à la retenue"],
        "ask",
        "indirect",
    ),
    (
        "dès que is no que",
        "Le maire s'est dit prêt à partir \"dès que possible\".",
        "Le maire",
        ['prêt à partir "dès que possible"'],
        "assert",
        "mixed",
    ),
    (
        "where the source is",
        "D'après une correspondante de l'AFP sur place, des tirs ont été entendus.",
        "une correspondante de l'AFP",
        ["des tirs ont été entendus"],
        "assert",
        "indirect",
    ),
    (
        "a source with a relative",
        "Selon la Gazette, qui a vu le dossier, le pont est fermé.",
        "la Gazette",
        ["le pont est fermé"],
        "assert",
        "indirect",
    ),
    (
        "who is cited by a source",
        "Selon Le Monde, qui cite des diplomates, le pont est fermé.",
        "des diplomates",
        ["le pont est fermé"],
        "assert",
        "indirect",
    ),
    (
        "a comment is no content",
        "Le maire affirme que le pont tient, ce qui a surpris tout le monde.",
        "Le maire",
        ["le pont tient, ce qui a surpris tout le monde"],
        "assert",
        "indirect",
    ),
    (
        "the source that ends the sentence",
        "Le maire s'est engagé à partir, selon l'agence Belga.",
        "Le maire",
        ["à partir"],
        "promise",
        "indirect",
    ),
    (
        "a second deed of the speaker",
        "Le maire a dénoncé « une faute grave » et convoqué l'ambassadeur.",
        "Le maire",
        ["une faute grave"],
        "condemn",
        "direct",
    ),
    (
        "a subject taken up by a pronoun",
        "Les autorités russes, elles, démentent toute attaque.",
        "Les autorités russes",
        ["toute attaque"],
        "deny",
        "indirect",
    ),
    (
        "a deed behind who did it",
        "L'ONU a exhorté les parties à la retenue.",
        "L'ONU",
        ["à la retenue"],
        "ask",
        "indirect",
    ),
    (
        "what a thing is called, behind a word of its own",
        "Le ministère estime à douze millions d'euros le coût des travaux.",
        "Le ministère",
        ["à douze millions d'euros le coût des travaux"],
        "assert",
        "indirect",
    ),
    (
        "a manner between a verb and its object",
        "La ministre a balayé d'un revers de main ces accusations.",
        "La ministre",
        ["ces accusations"],
        "deny",
        "indirect",
    ),
    (
        "an adverb of several words inside a group",
        "La sénatrice Anne Martin a au contraire estimé que le texte est utile.",
        "La sénatrice Anne Martin",
        ["le texte est utile"],
        "assert",
        "indirect",
    ),
    (
        "an aside inside a group",
        "Le préfet a, pour sa part, indiqué que la route est coupée.",
        "Le préfet",
        ["la route est coupée"],
        "assert",
        "indirect",
    ),
    (
        "a day behind the subject of an incise",
        "Il « essayait de recruter de jeunes gens », avait précisé le parquet mercredi.",
        "le parquet",
        ["Il « essayait de recruter de jeunes gens »"],
        "assert",
        "mixed",
    ),
    (
        "an incise before the main clause",
        "Si la pollution provoque des décès, précise le Guardian, le risque est bien moins connu.",
        "le Guardian",
        ["Si la pollution provoque des décès", "le risque est bien moins connu"],
        "assert",
        "indirect",
    ),
    (
        "a source with its name in marks",
        "Selon l'association « Le cercle des voisins », qui aide les migrants, l'homme est un Tunisien.",
        "l'association",
        ["l'homme est un Tunisien"],
        "assert",
        "indirect",
    ),
    (
        "a source with where it stands",
        "D'après une enquête Odoxa pour RTL révélée sur le site de la radio, les Français voyagent moins.",
        "une enquête Odoxa",
        ["les Français voyagent moins"],
        "assert",
        "indirect",
    ),
    (
        "what the sentence before tells",
        "Une enquête a été rouverte lundi contre le ministre. C'est ce que révèle Le Monde.",
        "Le Monde",
        ["Une enquête a été rouverte lundi contre le ministre"],
        "assert",
        "indirect",
    ),
    (
        "a comment inside the clause",
        "Sa défense, comme le rappelle la radio RTL, s'en était déjà prise aux juges.",
        "la radio RTL",
        ["Sa défense", "s'en était déjà prise aux juges"],
        "assert",
        "indirect",
    ),
    (
        "a pronoun cut apart by a missing space",
        "« C'est un crime crapuleux », affirme-t-il.Le suspect attend son procès.",
        "il",
        ["C'est un crime crapuleux"],
        "assert",
        "direct",
    ),
    (
        "a phase of saying",
        "Le ministre vient d'annoncer une hausse des prix.",
        "Le ministre",
        ["une hausse des prix"],
        "announce",
        "indirect",
    ),
    (
        "a phase of saying, negated",
        "Le préfet n'a cessé de dénoncer les violences.",
        "Le préfet",
        ["les violences"],
        "condemn",
        "indirect",
    ),
    (
        "a saying in the end",
        "Ryad a fini par reconnaître sous la pression qu'il avait été tué.",
        "Ryad",
        ["il avait été tué"],
        "confirm",
        "indirect",
    ),
    (
        "a title with a hyphen",
        "Le chef de l'état-major a également affirmé que la flotte est prête.",
        "Le chef de l'état-major",
        ["la flotte est prête"],
        "assert",
        "indirect",
    ),
    (
        "a noun with a hyphen",
        "Le chasseur-témoin a rappelé que l'affaire est grave.",
        "Le chasseur-témoin",
        ["l'affaire est grave"],
        "assert",
        "indirect",
    ),
    (
        "a relative before the main verb",
        "Le maire de Lens, qui assure que sa commune est pauvre, doit rencontrer le préfet mardi.",
        "Le maire de Lens",
        ["sa commune est pauvre"],
        "assert",
        "indirect",
    ),
    (
        "who is named right before a relative",
        "La justice s'est saisie d'une plainte de Carla Petit, qui dit avoir été agressée.",
        "Carla Petit",
        ["avoir été agressée"],
        "assert",
        "indirect",
    ),
    (
        "a relative that agrees with the nearer noun",
        "Il est des hommes qui se battent pour leur chien, comme ce Breton qui estime que la loi est mauvaise.",
        "ce Breton",
        ["la loi est mauvaise"],
        "assert",
        "indirect",
    ),
    (
        "a relative in what is denounced",
        "Elle a dénoncé en janvier au parquet de Bordeaux le rôle qu'auraient joué les menaces.",
        "Elle",
        ["le rôle qu'auraient joué les menaces"],
        "condemn",
        "indirect",
    ),
    (
        "an infinitive before a clause of the narrator's",
        "La banque leur a proposé de se tourner vers un médiateur, mais la situation n'est toujours pas réglée.",
        "La banque",
        ["de se tourner vers un médiateur"],
        "propose",
        "indirect",
    ),
    (
        "people counted with an adverb behind a cue",
        "Le port s'expose à la ruine, dénoncent lundi 3 juin plus de quarante marins.",
        "plus de quarante marins",
        ["Le port s'expose à la ruine"],
        "condemn",
        "indirect",
    ),
    (
        "an infinitive behind an adverb",
        "Oslo indique également intervenir pour éviter que le port ferme.",
        "Oslo",
        ["intervenir pour éviter que le port ferme"],
        "assert",
        "indirect",
    ),
    (
        "a cue between a subject and its verb",
        "Le préfet, a précisé sa porte-parole, s'est entretenu avec les élus.",
        "sa porte-parole",
        ["Le préfet", "s'est entretenu avec les élus"],
        "assert",
        "indirect",
    ),
    (
        "one who does not cease to say",
        "Le maire n'a de cesse de dénoncer cet accord.",
        "Le maire",
        ["cet accord"],
        "condemn",
        "indirect",
    ),
    (
        "a time before an object",
        "Le ministre a annoncé quelques mois après son arrivée le retrait des troupes.",
        "Le ministre",
        ["le retrait des troupes"],
        "announce",
        "indirect",
    ),
    (
        "an aside before an object",
        "Le rapport remet en cause, malgré les critiques, l'efficacité du dispositif.",
        "Le rapport",
        ["l'efficacité du dispositif"],
        "deny",
        "indirect",
    ),
    (
        "what the speaker hopes for",
        "Le ministre a proposé de baisser la taxe, dans l'espoir de calmer la rue.",
        "Le ministre",
        ["de baisser la taxe"],
        "propose",
        "indirect",
    ),
    (
        "a fault of two words",
        "Moscou accuse les Européens de mauvaise foi.",
        "Moscou",
        ["de mauvaise foi"],
        "accuse",
        "indirect",
    ),
    (
        "who published the words that are told",
        "Le ministre a déclaré que le port était fermé, selon un communiqué.",
        "Le ministre",
        ["le port était fermé"],
        "assert",
        "indirect",
    ),
    (
        "an infinitive behind what two commas set apart",
        "La banque a annoncé lundi, au forum de Brest, avoir abaissé ses prévisions.",
        "La banque",
        ["avoir abaissé ses prévisions"],
        "announce",
        "indirect",
    ),
    (
        "a time before an object with a relative",
        "Les députés ont rejeté la semaine dernière l'accord que la ministre avait négocié.",
        "Les députés",
        ["l'accord que la ministre avait négocié"],
        "deny",
        "indirect",
    ),
    (
        "a day that leads",
        "Lundi les Etats-Unis ont averti que des bandes armées préparaient une attaque.",
        "les Etats-Unis",
        ["des bandes armées préparaient une attaque"],
        "warn",
        "indirect",
    ),
    (
        "a clause before a quotation of several sentences",
        "Le port « reste ouvert. Il n'y a aucune raison d'attendre », a ajouté Paul Martin.",
        "Paul Martin",
        ["Le port « reste ouvert. Il n'y a aucune raison d'attendre »"],
        "assert",
        "mixed",
    ),
    (
        "a clause that a quotation goes on with",
        "Le budget crée un problème, « si les règles sont les mêmes pour tous », a déclaré le ministre.",
        "le ministre",
        ["Le budget crée un problème, « si les règles sont les mêmes pour tous »"],
        "assert",
        "mixed",
    ),
    (
        "a source with a title and a name",
        "Selon la ministre de l'Education, Anne Martin, « il faut compter sur le débat ».",
        "la ministre de l'Education",
        ["il faut compter sur le débat"],
        "assert",
        "direct",
    ),
    (
        "words in marks behind a cue that are nobody",
        "Avant de partir, le patron, qui a vu ses avocats, a dénoncé « un acharnement ».",
        "le patron",
        ["un acharnement"],
        "condemn",
        "direct",
    ),
    (
        "a subject before a relative that names others",
        "IPM Group, qui édite La Libre et La DH, a confirmé ce jeudi, par communiqué, avoir adressé une offre.",
        "IPM Group",
        ["avoir adressé une offre"],
        "confirm",
        "indirect",
    ),
    (
        "a source with its party",
        "Pour Anne Martin (Groen), « ce parti ne sera jamais la solution ».",
        "Anne Martin",
        ["ce parti ne sera jamais la solution"],
        "assert",
        "direct",
    ),
    (
        "an object before an infinitive of its own",
        "Le ministre a annoncé cette semaine la création d'une commission chargée de trouver des solutions.",
        "Le ministre",
        ["la création d'une commission chargée de trouver des solutions"],
        "announce",
        "indirect",
    ),
    (
        "words behind a quotation of several sentences",
        "« Je me moque de ce parti. Il ne sera jamais la solution » aux problèmes du port, a-t-il ajouté.",
        "il",
        ["« Je me moque de ce parti. Il ne sera jamais la solution » aux problèmes du port"],
        "assert",
        "mixed",
    ),
    (
        "an aside between commas before the subject",
        "« Nous tiendrons parole », avait ajouté, contre toute attente, ce jeune élu.",
        "ce jeune élu",
        ["Nous tiendrons parole"],
        "assert",
        "direct",
    ),
    (
        "a day in brackets before the subject",
        "« Nous tiendrons parole », a réagi (mercredi) le maire de Lyon.",
        "le maire de Lyon",
        ["Nous tiendrons parole"],
        "assert",
        "direct",
    ),
    (
        "where it was written before a name",
        "« Nous tiendrons parole », a affirmé sur Facebook M. Petit, qui est aussi maire.",
        "M. Petit",
        ["Nous tiendrons parole"],
        "assert",
        "direct",
    ),
    (
        "an adverb set off behind a relative",
        "Le groupe plaide pour une refonte du système qui, actuellement, aggrave les inégalités.",
        "Le groupe",
        ["une refonte du système qui, actuellement, aggrave les inégalités"],
        "ask",
        "indirect",
    ),
]


@pytest.mark.parametrize("raw, speaker, content, act, form", [pytest.param(*case, id=name) for name, *case in ONE])
def test_one_statement_is_read(raw, speaker, content, act, form):
    (found,) = said(raw)
    assert (words(raw, found.speaker), [span.of(raw) for span in found.content], found.act, found.form) == (speaker, content, act, form)


NONE = [
    ("title", "Le film s'appelle « Le Jour le plus long »."),
    ("scare quotes", "Les mineurs parlent de leur « forteresse »."),
    ("banner", "Des drapeaux portaient le mot « liberté »."),
    ("negated cue", "Le ministre n'a pas annoncé de hausse."),
    ("order to speak", "Dites que vous partez."),
    ("what is yet to be said", "Le ministre annoncera une hausse lundi."),
    ("a noun only named", "Les accusations ont troublé la campagne."),
    ("selon before no speaker", "Les prix varient selon la saison."),
    ("somebody as the subject of a passive", "L'élève a été admis au lycée."),
    ("a place before a colon", "Paris : un mort dans un incendie « terrible »"),
    ("a theme before a colon", "Vidéo : le « grand saut » du champion"),
    ("a topic with words in marks", "Gilets jaunes : la police a fait usage de « lanceurs »"),
    ("the title of a broadcast", "Il a témoigné dans l'émission « Les Terriens du Dimanche »."),
    ("a noun that looks like a participle", "Le cas de l'opposant Jean Petit reste ouvert."),
    ("a subjunctive", "Les élus vivent dans l'espoir que le roi garantisse leurs droits."),
    ("a condition of a conditional", "Le prix baisserait si le ministre promettait d'ouvrir les ports."),
    ("a thing shown, not called anything", "Le garage présente une voiture de course à ses clients."),
    ("a time before an infinitive", "Le préfet a invité les élus avant de quitter la région."),
    ("what a law provides for", "La proposition de loi prévoit une expérimentation d'une année."),
    ("a piece of news", "Une chaîne révèle l'information."),
    ("a sentence to death", "Le tribunal a condamné neuf rebelles à mort."),
    ("a sentence to prison", "Le tueur a appris sa condamnation à 30 ans de prison."),
    ("a noun of somebody's that says nothing", "Il est mort peu après l'annonce du prolongement de sa détention."),
    ("by what somebody is called", "Le meurtre a terni l'image du prince Mohammed ben Salmane, dit « MBS »."),
    ("a phase of saying that did not come", "Le préfet ne vient pas de dénoncer les violences."),
    ("a reflexive that looks like a question", "Elle tremble quand elle est interrogée sur ce qui s'est passé à son insu."),
]


@pytest.mark.parametrize("raw", [pytest.param(raw, id=name) for name, raw in NONE])
def test_nothing_is_read_where_nobody_says_anything(raw):
    assert said(raw) == ()


MODALITIES = [
    ("Selon Moscou, Cuba aurait reçu des armes.", "conditional"),
    ("Il assure que son pays enverra des armes.", "future"),
    ("Le roi a assuré qu'il enverrait des armes.", "future"),
    ("Le roi a assuré qu'il n'enverrait pas d'armes.", "negated"),
    ("Le roi a assuré que ses armes étaient loin.", "plain"),
    ("Selon lui, le sommet devrait se tenir lundi.", "conditional"),
    ("Les cours reprendront jeudi, a annoncé la direction de l'université.", "future"),
    ("« Ça va être très dur », a dit le maire.", "future"),
    ("Le roi a salué un droit qu'ils auraient sur le port.", "plain"),
]


@pytest.mark.parametrize("raw, modality", MODALITIES)
def test_modality_is_told_by_the_form_of_the_verb_and_the_tense_of_the_cue(raw, modality):
    assert said(raw)[0].modality == modality


def test_coordinated_cues_share_their_speaker():
    raw = "Le maire a regretté l'incident, dénoncé la violence et promis une enquête."
    assert [(words(raw, each.speaker), each.act) for each in said(raw)] == [
        ("Le maire", "condemn"),
        ("Le maire", "condemn"),
        ("Le maire", "promise"),
    ]


def test_a_denial_of_what_was_said_takes_it_up():
    raw = "Washington a accusé Moscou d'avoir livré des missiles, ce que l'ambassadeur a démenti."
    accused, denied = said(raw)
    assert denied.content == accused.content
    assert (words(raw, denied.speaker), denied.act) == ("l'ambassadeur", "deny")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (
            "L'Allemagne et la France ont condamné cette attaque.",
            [("L'Allemagne", "cette attaque"), ("la France", "cette attaque")],
        ),
        (
            "Selon Séoul et Washington, le navire est parti.",
            [("Séoul", "le navire est parti"), ("Washington", "le navire est parti")],
        ),
        ("Le maire et son adjointe ont condamné cette attaque.", [("Le maire", "cette attaque")]),
        (
            "Kiev dit avoir abattu un drone, tandis que Moscou dit avoir détruit un dépôt.",
            [("Kiev", "avoir abattu un drone"), ("Moscou", "avoir détruit un dépôt")],
        ),
        (
            "Séoul soupçonne Pyongyang d'avoir envoyé des soldats, ce que le Kremlin n'a ni confirmé ni démenti.",
            [("Séoul", "d'avoir envoyé des soldats")],
        ),
        ("Le maire a répliqué lundi, l'accusant de fraude.", [("Le maire", "de fraude")]),
        (
            "Le Hamas a imputé l'attaque à Israël, qui a nié toute implication.",
            [("Le Hamas", "l'attaque à Israël"), ("Israël", "toute implication")],
        ),
        (
            "Le Kremlin dénonce des crimes de guerre, des accusations démenties par l'armée.",
            [("Le Kremlin", "des crimes de guerre"), ("l'armée", "des crimes de guerre")],
        ),
        (
            "Washington accuse Moscou de fraude, accusations que le Kremlin rejette.",
            [("Washington", "de fraude"), ("le Kremlin", "de fraude")],
        ),
        (
            "Le président a promis que la France « ne faiblirait pas » et assuré Kiev de son soutien.",
            [("Le président", "la France « ne faiblirait pas »"), ("Le président", "de son soutien")],
        ),
        (
            "« C'est une erreur », a insisté le ministre qui s'exprimait sur la chaîne CNN, rappelant qu'il restait des doutes.",
            [("le ministre", "C'est une erreur"), ("le ministre", "il restait des doutes")],
        ),
        (
            "L'Iran a rejeté une résolution de l'AIEA, qui condamnait le pays, et annoncé la construction d'un site.",
            [
                ("L'Iran", "une résolution de l'AIEA"),
                ("l'AIEA", "le pays"),
                ("L'Iran", "la construction d'un site"),
            ],
        ),
        (
            "Le ministère iranien des Affaires étrangères et l'Organisation de l'énergie atomique ont condamné la résolution.",
            [
                ("Le ministère iranien des Affaires étrangères", "la résolution"),
                ("l'Organisation de l'énergie atomique", "la résolution"),
            ],
        ),
        (
            "« Nous partons », a dit Anne Martin. Mais, admet-elle, les deux dirigeants ont eu des différends.",
            [("Anne Martin", "Nous partons"), ("elle", "les deux dirigeants ont eu des différends")],
        ),
        (
            "Le ministre conteste le rapport du syndicat, selon lequel le pont a rouillé.",
            [("Le ministre", "le rapport du syndicat"), ("syndicat", "le pont a rouillé")],
        ),
        (
            "Le ministre a condamné le blocus et accusé Madrid de violer le droit.",
            [("Le ministre", "le blocus"), ("Le ministre", "de violer le droit")],
        ),
    ],
)
def test_what_two_say_in_one_sentence_is_told_apart(raw, told):
    assert sorted((words(raw, line.speaker), line.content[0].of(raw)) for line in said(raw)) == sorted(told)
COMMENTS = ["ce que le préfet conteste", "ce que dément le préfet", "ce que nie le préfet", "ce que le préfet a démenti"]


@pytest.mark.parametrize("comment", COMMENTS)
def test_a_denial_in_a_comment_takes_up_what_was_said(comment):
    raw = f"Le maire dit que tout va bien, {comment}."
    assert [(line.act, [span.of(raw) for span in line.content], words(raw, line.speaker)) for line in said(raw)] == [
        ("assert", ["tout va bien"], "Le maire"),
        ("deny", ["tout va bien"], "le préfet"),
    ]


def test_a_quotation_that_is_another_cue_s_clause_is_not_led_to_the_next():
    raw = "Le ministre a dit que « la route était coupée hier ». « Le pont tient bon », a-t-il ajouté."
    assert [[span.of(raw) for span in line.content] for line in said(raw)] == [["la route était coupée hier"], ["Le pont tient bon"]]


def test_the_lines_of_a_transcript_have_their_speakers():
    raw = "Anne Martin : le port est vide depuis lundi.\nJean Petit : il faut agir.\nAnne Martin : nous verrons bien."
    assert [words(raw, line.speaker) for line in said(raw)] == ["Anne Martin", "Anne Martin"]


def test_a_denial_in_a_comment_leaves_the_accusation_its_words():
    raw = "Le maire est soupçonné de cacher des armes, ce que son adjointe a nié."
    told = [(line.act, [span.of(raw) for span in line.content]) for line in said(raw)]
    assert sorted(told) == [("accuse", ["de cacher des armes"]), ("deny", ["de cacher des armes"])]


def test_a_question_without_its_asker_and_the_answer_to_it_share_their_content():
    raw = "Interrogé pour savoir si des avions seraient envoyés, le ministre ne l'a pas exclu."
    asked, answered = said(raw)
    assert (asked.act, asked.speaker, answered.act, words(raw, answered.speaker)) == ("ask", None, "other", "le ministre")
    assert answered.content == asked.content


ADDRESSEES = [
    ("Le ministre a déclaré à l'AFP que la route rouvrirait.", ["AFP"]),
    ("« Je pars », a dit le maire aux journalistes.", ["journalistes"]),
    ("Le roi a promis à Varsovie de livrer des chars.", ["Varsovie"]),
    ("Washington a informé ses alliés que les navires partaient.", ["ses alliés"]),
    ("Le roi a invité le président Kennedy à venir le voir.", ["Kennedy"]),
    ("Les maires ont reçu le préfet Jean Petit. Il leur a demandé de patienter.", ["Les maires"]),
    ("Dans une lettre à Kennedy, le président a promis de retirer les fusées.", ["Kennedy"]),
    ("Le ministre a assuré devant les députés que la loi tenait.", ["les députés"]),
    ("Face aux journalistes, le préfet a nié toute faute.", ["journalistes"]),
    ("« Nous partons », a annoncé le ministre à Paris.", []),
    ("« Nous partons », a annoncé le ministre à la télévision.", []),
    ("Le ministre a accusé le maire de mentir.", []),
    ("Trois hommes sont accusés devant le juge d'avoir menti.", []),
]


@pytest.mark.parametrize("raw, told", ADDRESSEES)
def test_to_whom_something_was_said_is_kept(raw, told):
    assert [span.of(raw) for span in said(raw)[-1].to] == told


def test_a_relay_is_not_who_a_personal_pronoun_stands_for():
    raw = "Le ministre a parlé sur France 2. Il a promis une prime."
    assert words(raw, said(raw)[-1].source) == "Le ministre"


def test_a_body_behind_a_report_of_nobody_is_its_source():
    raw = "Les trains rouleront lundi, indique-t-on à la police."
    assert words(raw, said(raw)[0].speaker) == "la police"


def test_an_agency_that_was_spoken_to_is_a_link():
    raw = "« Je pars », a dit le ministre à l'AFP."
    assert [span.of(raw) for span in said(raw)[0].via] == ["AFP"]


def test_through_what_somebody_spoke_is_no_link():
    raw = "« Je pars », a dit le ministre à la télévision."
    assert said(raw)[0].via == ()


def test_who_cites_a_source_at_the_head_of_a_sentence_is_no_content():
    raw = "Selon une source diplomatique à Washington, citée par l'agence Reuters, dix navires sont en route."
    (found,) = said(raw)
    assert words(raw, found.content[0]) == "dix navires sont en route"


def test_who_cites_an_agency_is_a_link():
    raw = "L'agence KCNA, citée par Yonhap, a affirmé que le tir avait réussi."
    (found,) = said(raw)
    assert [span.of(raw) for span in found.via] == ["Yonhap"]


HOSTS = [
    ("Un diplomate cité par Reuters a jugé que l'accord était mort.", "Reuters"),
    ("Citant un diplomate, Le Monde affirme que l'accord est mort.", "Le Monde"),
    ("« L'accord est mort », affirme Le Monde, citant un diplomate.", "Le Monde"),
    ("Dans un entretien au Monde, Jean Castex a affirmé que la crise durerait.", "Monde"),
    ("Invité de RTL mardi, Jean Castex a estimé que la France était prête.", "RTL"),
    ("Interrogé par l'AFP, Jean Castex dénonce une erreur.", "AFP"),
    ("Sur France 2, Jean Castex a promis de baisser les impôts.", "France 2"),
    ("Au micro de RTL, Jean Castex a promis de baisser les impôts.", "RTL"),
    ("Le ministre, interviewé par le quotidien Le Soir, a assuré que tout allait bien.", "Le Soir"),
]


@pytest.mark.parametrize("raw, host", HOSTS)
def test_an_outlet_named_before_the_cue_is_a_link(raw, host):
    (found,) = said(raw)
    assert [words(raw, span) for span in found.via] == [host]


def test_an_outlet_that_a_sentence_is_about_is_no_link():
    raw = "Sur la fusion de TF1 et de M6, Jean Castex a affirmé que la loi serait votée."
    (found,) = said(raw)
    assert found.via == ()


def test_who_is_quoted_passes_on_what_others_say_there_and_speaks_on():
    raw = "Selon Michael Wolff, « Donald Trump a affirmé qu'il partirait ». « Il est seul », a-t-il ajouté."
    nested = next(each for each in said(raw) if each.content[0].of(raw) == "il partirait")
    last = next(each for each in said(raw) if each.content[0].of(raw) == "Il est seul")
    assert [span.of(raw) for span in nested.via] == [words(raw, last.source)] == ["Michael Wolff"]


def test_a_pronoun_is_no_body_of_another_gender_and_no_single_one_a_state_of_many():
    raw = "Paul Martin est arrivé. La Commission européenne et les Etats-Unis rejettent le projet. « C'est faux », a-t-il ajouté."
    assert words(raw, said(raw)[-1].source) == "Paul Martin"


def test_a_topic_before_a_headline_s_colon_says_nothing():
    raw = "Vincent Lambert : Emmanuel Macron dénonce le « cynisme » des médecins\n\nLe président a parlé mardi."
    assert [words(raw, found.source) for found in said(raw)] == ["Emmanuel Macron"]


MEANT_BY_DEMONSTRATIVES = [
    ("Le syndicat CGT était là. Celui-ci a également annoncé qu'il voulait manifester.", "CGT"),
    ("Paul Martin est maire de Lyon. Pour lui, « la présence de soldats montre que la guerre est proche ».", "Paul Martin"),
    ("Paul Martin est en prison. Les faits datent de mardi, selon sa version.", "Paul Martin"),
    ("Selon un rapport de l'ONU, mille civils sont morts. L'étude est longue. Le rapport déplore aussi des pillages.", "ONU"),
]


@pytest.mark.parametrize("raw, who", MEANT_BY_DEMONSTRATIVES)
def test_who_is_meant_by_a_word_that_points_back(raw, who):
    assert words(raw, said(raw)[-1].source) == who


WRITERS = [
    ("Selon les estimations du Fonds monétaire international, la croissance sera faible.", "Fonds monétaire international"),
    ("Selon les estimations de l'ONU, établies chaque année par des experts, la croissance sera faible.", "ONU"),
    ("Un communiqué du ministère de la Défense précise que deux soldats ont été tués.", "ministère de la Défense"),
    ("Le rapport de l'ONG Amnesty International accuse l'armée d'avoir tué des civils.", "Amnesty International"),
    ("Les loyers montent, selon les chiffres de l'Insee.", "Insee"),
    ("Selon un dernier bilan fourni mardi par la préfecture de police, dix personnes ont été tuées.", "la préfecture de police"),
]


@pytest.mark.parametrize("raw, writer", WRITERS)
def test_a_text_speaks_for_who_wrote_it(raw, writer):
    (found,) = said(raw)
    assert words(raw, found.source) == writer


def test_who_tells_what_another_said_is_a_link():
    raw = "Donald Trump a dénoncé un complot contre la paix, a déclaré son porte-parole Paul Martin."
    (found,) = said(raw)
    assert (words(raw, found.source), [span.of(raw) for span in found.via]) == ("Donald Trump", ["Paul Martin"])


def test_who_tells_several_things_that_another_said_is_a_link():
    raw = "La loi est bonne, a ajouté Paul Martin qui a salué le courage de l'Espagne, a rapporté Anne Dupont."
    assert [[span.of(raw) for span in found.via] for found in said(raw)] == [["Anne Dupont"], ["Anne Dupont"]]


def test_a_source_named_by_a_preposition_passes_on_what_another_said():
    raw = "Le roi a exprimé sa colère devant la cour, selon son porte-parole Paul Martin."
    (found,) = said(raw)
    assert [span.of(raw) for span in found.via] == ["Paul Martin"]


def test_who_tells_more_than_what_another_said_speaks():
    raw = "L'Arabie saoudite a nié toute faute, mais la Turquie tient les preuves de ce crime, a affirmé Paul Martin."
    assert "Paul Martin" in [words(raw, found.source) for found in said(raw)]


def test_an_incise_ends_what_a_relative_before_it_tells():
    raw = "« C'est le droit », a ajouté Paul Martin qui a salué le courage de l'Espagne, a rapporté le préfet."
    told = [(words(raw, found.source), words(raw, found.content[0])) for found in said(raw)]
    assert ("Paul Martin", "le courage de l'Espagne") in told


def test_a_gerund_that_reports_ends_what_is_called_so():
    raw = "Pablo Casado a traité Pedro Sanchez de « félon » en l'accusant de « haute trahison »."
    assert [[span.of(raw) for span in found.content] for found in said(raw)] == [["Pedro Sanchez de « félon »"], ["de « haute trahison »"]]


def test_a_quotation_in_a_clause_with_its_own_incise_is_not_another_s():
    raw = "« Un allié est fiable », a déclaré Paul Martin. « Je regrette la décision prise » par les Etats-Unis, a dit Anne Dupont."
    assert [[span.of(raw) for span in found.content] for found in said(raw)] == [
        ["Un allié est fiable"],
        ["« Je regrette la décision prise » par les Etats-Unis"],
    ]


def test_a_report_over_a_report_is_a_link_and_no_statement():
    raw = "Le roi a promis une trêve, a rapporté jeudi l'agence Tass."
    (found,) = said(raw)
    assert (words(raw, found.speaker), found.act, [span.of(raw) for span in found.via]) == ("Le roi", "promise", ["Tass"])


def test_a_quotation_is_said_by_whom_it_is_of_though_it_reports_another():
    raw = "« La police traite cette affaire comme relevant du terrorisme », a précisé le préfet samedi."
    told = [(words(raw, each.speaker), words(raw, each.content[0])) for each in said(raw)]
    assert ("le préfet", "La police traite cette affaire comme relevant du terrorisme") in told
    assert ("La police", "cette affaire comme relevant du terrorisme") in told


def test_a_noun_that_a_verb_attributes_is_no_second_statement():
    raw = "Le ministre a confirmé sa promesse de baisser les impôts."
    assert [each.act for each in said(raw)] == ["confirm"]


def test_an_agency_behind_a_source_is_a_link():
    raw = "Le port est vide, selon une source proche de la présidence, annonce l'AFP."
    (found,) = said(raw)
    assert ([span.of(raw) for span in found.content], [span.of(raw) for span in found.via]) == (["Le port est vide"], ["AFP"])


INTRODUCED = [
    ("« La loi est bonne », dit le ministre. Marc Colin ferme sa boutique. « J'habite trop loin de mon commerce. »", "Marc Colin"),
    ("« La loi est bonne », dit le ministre. Il ferme sa boutique. « J'habite trop loin de mon commerce. »", "le ministre"),
]


@pytest.mark.parametrize("raw, speaker", INTRODUCED)
def test_a_quotation_without_a_cue_is_of_whom_the_sentence_before_it_tells_else_of_who_spoke_last(raw, speaker):
    assert words(raw, said(raw)[-1].source) == speaker


def test_a_name_behind_a_description_that_speaks_is_the_speaker():
    raw = "« Ils vont plaire », explique l'une des auteures, Anne Martin, à la radio."
    assert words(raw, said(raw)[0].source) == "Anne Martin"


def test_the_subject_of_a_sentence_is_no_aside_to_what_stands_before_it():
    raw = "Selon lui, les critiques formulées par plusieurs médias étrangers sont fausses."
    assert [words(raw, content) for each in said(raw) for content in each.content] == [
        "les critiques formulées par plusieurs médias étrangers sont fausses"
    ]


RESTATED = [
    ("Selon le préfet, « rien n'est sûr », a-t-il dit.", ["rien n'est sûr"]),
    ("« Le trafic est bloqué », « les secours arrivent », a annoncé la RATP.", ["Le trafic est bloqué", "les secours arrivent"]),
    ("Le ministre a annoncé à la presse, lundi, que rien ne changerait.", ["rien ne changerait"]),
    ("Le ministre a estimé le coût à 12 millions d'euros, que la ville verse.", ["le coût à 12 millions d'euros, que la ville verse"]),
]


@pytest.mark.parametrize("raw, contents", RESTATED, ids=[raw for raw, _ in RESTATED])
def test_one_saying_is_one_statement(raw, contents):
    assert [words(raw, content) for each in said(raw) for content in each.content] == contents


def test_a_full_stop_without_a_space_ends_a_sentence():
    raw = "« Rien n'est prêt », a dit la SNCF.Le maire de Lyon a répondu."
    assert [words(raw, each.speaker) for each in said(raw)] == ["la SNCF"]


def test_those_who_signed_are_the_several_who_spoke():
    raw = "Le port s'expose à la ruine, dénoncent plus de quarante marins. « On a pris un risque », ajoutent les signataires."
    assert {words(raw, found.source) for found in said(raw)} == {"plus de quarante marins"}


def test_several_are_no_single_state():
    raw = "« Le port ferme ce soir », disent les marins. L'État se tait. « Nous irons jusqu'au bout », ajoutent-ils."
    assert [words(raw, found.source) for found in said(raw)] == ["les marins", "les marins"]


def test_a_pronoun_cut_from_its_verb_speaks_in_what_is_joined_on():
    raw = "« Le pont tient encore bon », a-t-elle poursuivi en rappelant qu'elle avait averti la mairie."
    assert [words(raw, found.speaker) for found in said(raw)] == ["elle", "elle"]


def test_a_pronoun_is_who_spoke_last():
    raw = "Le ministre Jean Petit a annoncé une réforme. Il a promis une prime."
    assert words(raw, said(raw)[1].source) == "Jean Petit"


LATTER = [
    ("Le maire a reçu le préfet Jean Petit. Ce dernier a promis une prime.", "Jean Petit"),
    ("Paul Martin accuse le préfet Jean Petit d'avoir menti, ce que ce dernier dément.", "Jean Petit"),
    ("La directrice a été nommée ministre, selon Le Monde. Celle-ci a promis une prime.", "La directrice"),
    ("Le ministre est venu, a rapporté KCNA, l'agence de presse du pays. Selon celle-ci, la route rouvrira.", "l'agence de presse du pays"),
]


@pytest.mark.parametrize("raw, speaker", LATTER)
def test_the_latter_is_who_was_named_last(raw, speaker):
    assert words(raw, said(raw)[-1].source) == speaker


MEANT = [
    ("La garde à vue du mari de Claire Durand, soupçonné d'avoir tué un voisin, ce qu'il nie, a été prolongée.", "mari de Claire Durand"),
    ("Airbus a refusé de commenter l'information. Paul Martin, arrêté en mai, est détenu. Il a nié les faits.", "Paul Martin"),
    ("Le ministre Paul Martin se tait. Interrogé par France Info, celui-ci a démenti l'information.", "Paul Martin"),
    ("Claire Petit accuse Jean Durand de vol. Le journal l'a rencontrée. Il a nié les faits.", "Jean Durand"),
    ("La justice soupçonne cette femme d'avoir volé et soutient que le maire s'est trompé, ce qu'elle conteste.", "cette femme"),
    ("Le maire a répondu au porte-parole du parti, qualifiant l'accusation de mensonge.", "Le maire"),
    ("Deux hommes ont été arrêtés, selon le parquet, confirmant une information du journal.", "le parquet"),
]


@pytest.mark.parametrize("raw, who", MEANT, ids=[raw for raw, _ in MEANT])
def test_who_denies_or_confirms_is_the_accused_and_neither_a_complement_nor_a_company_nor_who_asks(raw, who):
    answers = [each for each in said(raw) if each.act in ("deny", "confirm", "accuse")]
    assert words(raw, answers[-1].source) == who


def test_a_statement_without_a_known_speaker_is_less_sure():
    known, unknown = said("Moscou a affirmé que tout allait bien.")[0], said("La brume a affirmé que tout allait bien.")
    assert not unknown or unknown[0].score < known.score


def test_an_article_without_words_has_no_statements():
    assert (
        statements.run(Analysis(Document.from_text("…")).with_layer(Token, ()).with_layer(Zone, ()).with_layer(Quote, ()), FRENCH)
        is not None
    )
    assert said("…") == ()


@settings(max_examples=60)
@given(NEWS)
def test_every_statement_holds_its_parts_and_lies_in_the_text(raw):
    for each in said(raw):
        assert 0 <= each.span.start < each.span.end <= len(raw)
        assert all(each.span.contains(part) for part in (*each.content, *filter(None, (each.cue, each.speaker))))
        assert each.span.of(raw)
        assert 0 < each.score <= 1
