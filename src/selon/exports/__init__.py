"""Exports: a dossier as files in the formats of others. To add one: a file with one function, and its line in ``EXPORTS``."""
from __future__ import annotations

from selon.exports.annotations import annotated
from selon.exports.corrections import corrections
from selon.exports.csv import csv
from selon.exports.files import Export, File
from selon.exports.gexf import gexf
from selon.exports.jsonl import jsonl
from selon.exports.ledger import ledger
from selon.exports.plover import plover
from selon.exports.reuse import reuse
from selon.exports.timelinejs import timelinejs
from selon.exports.timeml import timeml

__all__ = ["EXPORTS", "Export", "File"]

EXPORTS: tuple[Export, ...] = (
    Export("annotations", "a folder, one JSON file an article: zones, times, actors, statements with their offsets", annotated),
    Export("jsonl", "one file, a JSON object a line: documents, statements, times, mentions, actors, issues", jsonl),
    Export("csv", "a folder of tables that a spreadsheet opens: statements, times, actors, mentions, documents", csv),
    Export("corrections", "one file, a JSON object a line: the log of corrections, for selon corrections --add", corrections),
    Export("reuse", "one file, a JSON object a line: the passages that two articles share, their offsets in both, what changed", reuse),
    Export("gexf", "one file: the network of articles that share text, for Gephi", gexf),
    Export("ledger", "one file: the claims, who alleged, denied or confirmed each, with evidence, roots and flags", ledger),
    Export("plover", "one file: the events in the terms of PLOVER 2.0, with offsets and citation", plover),
    Export("timeml", "a folder, one TimeML file an article: its text with the time expressions as TIMEX3", timeml),
    Export("timelinejs", "one file: the dated events for TimelineJS", timelinejs),
)
