"""Analyses with marks at any place at all, for property tests."""
from __future__ import annotations

from hypothesis import strategies as st
from strategies import NEWS

from selon.core.analysis import Analysis
from selon.core.days import Days
from selon.core.dossier import Actor, ActorMention, Cast
from selon.core.marks import Mention, Statement, TimeExpr, Zone, ZoneKind
from selon.core.text import Document, Span


@st.composite
def layered(draw: st.DrawFn) -> tuple[Analysis, Cast]:
    """Draw a text whose marks overlap in every way, and the actors of some of its mentions."""
    raw = draw(NEWS.filter(bool))
    spans = (
        st.tuples(st.integers(0, len(raw)), st.integers(0, len(raw)))
        .filter(lambda pair: pair[0] != pair[1])
        .map(lambda pair: Span(min(pair), max(pair)))
    )
    some = st.lists(spans, max_size=4, unique=True)
    mentions, times, zones = draw(some), draw(some), draw(st.lists(spans, max_size=1))
    contents = draw(st.lists(st.lists(spans, min_size=1, max_size=2, unique=True).map(sorted), max_size=4))
    made = Analysis(Document.from_text(raw, name=draw(st.text(max_size=8)), title=draw(st.sampled_from(["", "Un titre"]))))
    made = made.with_layer(Zone, [Zone(span, ZoneKind.AD, "z") for span in zones])
    made = made.with_layer(TimeExpr, [TimeExpr(span, "DATE", "2022-05", "", Days.parse("2022-05"), "t") for span in times])
    made = made.with_layer(Mention, [Mention(span, "name", "person", "", None, "m") for span in mentions])
    speaker = mentions[0] if mentions else None
    made = made.with_layer(
        Statement,
        [
            Statement(
                Span.cover(*content, *mentions[:1]),
                tuple(content),
                None,
                speaker,
                speaker,
                tuple(mentions[1:]),
                "direct",
                "assert",
                "plain",
                1.0,
                "s",
            )
            for content in contents
        ],
    )
    actors = tuple(Actor(f"a{at}", span.of(raw), "person", ((span.of(raw), 1),), "a") for at, span in enumerate(mentions))
    return made, Cast(
        actors, tuple(sorted(ActorMention(made.doc.id, span, f"a{at}", "name", "person") for at, span in enumerate(mentions)))
    )
