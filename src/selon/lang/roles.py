"""``roles.toml``: for whom the holders of titles, bodies and media speak."""
from __future__ import annotations

import msgspec


class Spokes(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Words and ids that make somebody the voice of a state.

    titles:        folded beginnings of titles whose holder speaks for the state in them
    not_for_state: folded words in a title that say otherwise
    collectives:   folded nouns for bodies and forces of a state
    organs, state_media: ids of ``bodies.tsv``
    upcoming:      folded beginnings of a title that is not held yet
    """

    titles: tuple[str, ...]
    not_for_state: tuple[str, ...]
    collectives: tuple[str, ...]
    organs: tuple[str, ...]
    state_media: tuple[str, ...]
    upcoming: tuple[str, ...]
