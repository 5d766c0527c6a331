"""Drawing page models with templates. Article text is hostile: everything is escaped."""
from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape


def render(template: str, **model: Any) -> str:
    """Return a page of HTML."""
    return _environment().get_template(template).render(**model)


def style_sheet() -> str:
    """Return the one style sheet."""
    return files("selon.pages").joinpath("style.css").read_text("utf-8")


def exact(text: str) -> Markup:
    """Escape text so that a browser's ``textContent`` gives back the very same characters.

    A carriage return that is not written as a reference would be read as a line feed. NUL cannot be in a page: it is shown as U+FFFD.
    """
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd"))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("selon.pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # fmt: skip
    made.filters["exact"] = exact
    return made
