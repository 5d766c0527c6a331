"""The command ``selon``: a table of commands, each imported only when it is called."""
from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from selon import __version__
from selon.core.errors import SelonError

COMMANDS: dict[str, str] = {
    "build": "Read articles and build a dossier, or bring one up to date.",
    "show": "Show a view of a dossier in the terminal.",
    "search": "Find words in the articles of a dossier.",
    "merge": "Say that two actors, or two claims, are one.",
    "split": "Say that mentions of an actor are another's.",
    "rename": "Say what an actor is called.",
    "retype": "Say what kind of actor it is.",
    "place": "Say that words name a place, or nobody.",
    "power": "Say that words stand for an actor, as a capital may.",
    "set": "Say when an article was published.",
    "undo": "Take a correction back.",
    "corrections": "List what was corrected, or add another person's log.",
    "export": "Write a dossier in another format.",
    "report": "Write a dossier as pages that open in any browser.",
    "doctor": "Say whether everything that selon needs is here.",
}
"""Name and one-line help. ``name`` is the function ``name`` of the module ``selon.cli.name``."""


class LateCommands(TyperGroup):
    """A group that knows its commands by name and line, and imports one only to run it or to show its own help."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a stand-in that has a name and a line of help; ``None`` if there is no such command."""
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        self.commands = {name: self.get_command(ctx, name) for name in COMMANDS}  # for "did you mean"
        name, stand_in, rest = super().resolve_command(ctx, args)
        return name, load(name) if name and stand_in else stand_in, rest

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error that selon raised on purpose is said in two lines, not as a traceback."""
        try:
            return super().invoke(ctx)
        except SelonError as error:
            typer.echo(f"error: {error}", err=True)
            raise typer.Exit(1) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            typer.echo(f"error: {error.strerror or error}\n  try: make room, and run the same command again", err=True)
            raise typer.Exit(1) from error


def load(name: str) -> Any:
    """Import a command's module and make a command of its function."""
    one = typer.Typer(add_completion=False, rich_markup_mode=None)
    one.command(name)(getattr(import_module(f"selon.cli.{name}"), name))
    return typer.main.get_command(one)


app = typer.Typer(cls=LateCommands, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"selon {__version__}")
        raise typer.Exit


@app.callback()
def selon(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """Read French news and say who said what, when, according to whom.

    \b
    $ selon build articles/ -o affair.selon
    $ selon show affair.selon
    """  # noqa: D301  # click reads the character \b, not its name


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; what the terminal's encoding cannot show is replaced rather than an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    app(args, prog_name="selon")
