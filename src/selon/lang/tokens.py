"""``tokens.toml``: what the tokenizer of a language does not know of its words."""

from __future__ import annotations

import msgspec


class Tokens(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """``whole``: words with a hyphen that are one token, with a capital too."""

    whole: tuple[str, ...]
