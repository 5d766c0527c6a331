"""Reading the data files of a language pack, with errors that name the file, the key and the cure."""

from __future__ import annotations

import tomllib
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from selon.core.errors import LexiconError

T = TypeVar("T")


def toml(file: Traversable, kind: type[T]) -> T:
    """Read a TOML file as ``kind``; unknown keys, missing keys and wrong types are refused.

    raises: LexiconError naming the key
    """
    try:
        return msgspec.convert(tomllib.loads(file.read_text("utf-8")), kind)
    except UnicodeDecodeError as error:
        raise LexiconError("it is not UTF-8", where=_place(file), fix="save it as UTF-8") from error
    except OSError as error:
        raise LexiconError(f"it cannot be read: {error.strerror or error}", where=_place(file), fix="see how its name is spelt") from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LexiconError(str(error), where=_place(file), fix=f"see lang/README.md, '{file.name}'") from error


def table(file: Traversable, kind: type[T]) -> tuple[T, ...]:
    """Read a TSV file with a heading of ``#`` lines and a line of column names, a ``kind`` a row.

    A column whose field is a tuple holds its values with ``|`` between them.
    raises: LexiconError naming the line
    """
    lines = [
        (number, line) for number, line in enumerate(file.read_text("utf-8").split("\n"), 1) if line.strip() and not line.startswith("#")
    ]
    if not lines:
        raise LexiconError("no column names", where=_place(file), fix="see lang/README.md")
    columns = lines[0][1].split("\t")
    plural = {field.encode_name for field in msgspec.structs.fields(kind) if "tuple" in str(field.type)}  # type: ignore[arg-type]
    rows = []
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise LexiconError(
                f"{len(cells)} cells for {len(columns)} columns", where=f"{_place(file)}:{number}", fix="put one tab between cells"
            )
        row = {
            name: [part for part in cell.split("|") if part] if name in plural else cell for name, cell in zip(columns, cells, strict=True)
        }
        try:
            rows.append(msgspec.convert(row, kind))
        except msgspec.ValidationError as error:
            raise LexiconError(str(error), where=f"{_place(file)}:{number}", fix="see lang/README.md") from error
    return tuple(rows)


def _place(file: Traversable) -> str:
    return "/".join(str(file).replace("\\", "/").split("/")[-3:])
