"""Mistakes by a person or a programmer: what is wrong, where, what to do next."""

from __future__ import annotations


class SelonError(Exception):
    """The base of every error that selon raises on purpose."""

    def __init__(self, message: str, *, where: str = "", fix: str = "") -> None:
        super().__init__(message)
        self.message, self.where, self.fix = message, where, fix

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head}\n  try: {self.fix}" if self.fix else head


class LexiconError(SelonError):
    """A data file of a language pack is wrong."""


class InputError(SelonError):
    """What was asked to be read cannot be."""


class StoreError(SelonError):
    """A dossier cannot be opened or written."""


class PlanError(SelonError):
    """Stages that do not fit together."""
