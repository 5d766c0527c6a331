"""Form and modality of a content: by marks, verb endings and the tense of the cue."""

from __future__ import annotations

from selon.core.text import Span
from selon.lang.match import fold
from selon.stages.saying.phrases import opens_clause
from selon.stages.saying.scene import MARKS, Scene


def form(scene: Scene, content: tuple[Span, ...]) -> str:
    """Return ``direct`` if all of it stands in marks, ``indirect`` if there is no mark, else ``mixed``."""
    text = "".join(span.of(scene.raw) for span in content)
    quoted = [(quote := scene.quote_over(span.start)) is not None and quote.inner.contains(span) for span in content]
    if all(quoted):
        return "direct"
    return "mixed" if any(quoted) or any(char in MARKS for char in text) else "indirect"


def modality(scene: Scene, content: tuple[Span, ...], *, reported: bool) -> str:
    """Return ``plain``, ``conditional``, ``future`` or ``negated`` of the content's first main verb.

    reported: whether it hangs on a past cue by "que"; its conditional is then a future in the past,
    not hearsay, but for verbs that are modal themselves. Negation wins.
    """
    verb = _main_verb(scene, content)
    if verb is None:
        return "plain"
    finite = _finite(scene, verb)
    if _is_negated(scene, verb, finite):
        return "negated"
    token = scene.tokens[finite]
    lemma = fold(token.lemma)
    tense = scene.grammar.tense_by_ending(token.text, token.lemma)
    if tense == "conditional" or (not tense and token.feature("Mood") == "Cnd"):
        if _is_supposed(scene, content[0]):
            return "plain"
        return "future" if reported and lemma not in scene.grammar.modal and finite == verb else "conditional"
    if tense == "future" or token.feature("Tense") == "Fut":
        return "future"
    return "future" if lemma in scene.grammar.soon and _leads_infinitive(scene, finite) else "plain"


def _main_verb(scene: Scene, content: tuple[Span, ...]) -> int | None:
    """Return the verb on which the content's words hang: the first whose governor lies outside or that governs itself."""
    inside = scene.inside(content[0])
    verbs = [index for index in inside if scene.tokens[index].pos in ("VERB", "AUX") and not scene.tokens[index].dep.startswith("aux")]
    roots = [index for index in verbs if not inside.start <= scene.tokens[index].head < inside.stop or scene.tokens[index].head == index]
    clausal = [index for index in roots if not scene.tokens[index].dep.startswith("acl")]
    predicates = [scene.tokens[index].head for index in verbs if scene.tokens[index].dep == "cop" and scene.tokens[index].head in inside]
    options = sorted([*clausal, *predicates])
    if options:
        return options[0]
    finite = [index for index in verbs if scene.is_finite(index) and not _is_relative(scene, index)]
    return finite[0] if finite and not set(roots) - set(finite) else None


def _is_relative(scene: Scene, verb: int) -> bool:
    """Whether a verb stands in a relative clause; one without its pronoun is none, whatever the parser says."""
    dep, head = scene.tokens[verb].dep, scene.tokens[verb].head
    return dep == "acl:relcl" or (dep == "acl" and any(opens_clause(scene, place) for place in range(head, verb)))


def _finite(scene: Scene, verb: int) -> int:
    """Return the finite auxiliary or copula of a verb; the verb itself if it has none."""
    return next(
        (
            child
            for child in scene.children[verb]
            if scene.tokens[child].pos in ("AUX", "VERB") and scene.tokens[child].dep.startswith(("aux", "cop")) and scene.is_finite(child)
        ),
        verb,
    )


def _is_negated(scene: Scene, verb: int, finite: int) -> bool:
    low = min(verb, finite)
    stretch = range(max(scene.sentence(low).start, low - 3), min(low + 1, len(scene.tokens)))
    if any(scene.folded[place] in scene.grammar.negation and scene.tokens[place].pos in ("ADV", "PART", "PRON") for place in stretch):
        high = max(verb, finite)
        around = range(max(0, low - 4), min(len(scene.tokens), high + 4))
        return any(scene.folded[place] in scene.grammar.negators or scene.folded[place] in scene.grammar.no_subject for place in around)
    return False


def _is_supposed(scene: Scene, span: Span) -> bool:
    """Whether an "if" opens a clause of the content: its conditional is a hypothesis."""
    return any(
        scene.folded[place] in scene.grammar.hypothesis and scene.tokens[place].pos in ("SCONJ", "ADV") for place in scene.inside(span)
    )


def _leads_infinitive(scene: Scene, index: int) -> bool:
    for place in range(index + 1, min(index + 6, scene.sentence(index).stop)):
        if scene.is_inf(place) and scene.tokens[place].pos in ("VERB", "AUX"):
            return True
    return False
