"""Text as bad as the press can make it, for property tests."""
from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "Moscou a démenti", "M. Petit", "Jeanne d’Arc", "a-t-il dit", "lundi", "le 3 mai 2022", "fin avril", "selon l’AFP", "l'été",
    "«", "»", "“", "”", "„", '"', "'", "’", "‘", "»»", "« ", " »", "\u202f»", "”a déclaré", "serons", ":", ",", ".", "…", "!", "?", "-",
    "—", " ", "  ", "\u00a0", "\u202f", "\u200b", "\t", "\n", "\r\n", "\n\n", "\u2028", "e\u0301", "\u0301", "œ", "İ", "ß", "ﬁ",
    "🇫🇷", "👩‍👧", "𝒜", "- Publicité-", "La suite après cette annonce", " date 2024-03 ", "© Agence", "Lire aussi : Un titre", "(Avec AFP)",
    "Related News :",
)  # fmt: skip

NEWS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)
"""Articles made of pieces of news, odd marks and any other characters; often empty, often broken."""
