"""Articles and their layers in a dossier file."""
from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import astuple, fields
from types import MappingProxyType

from selon.core.analysis import Analysis
from selon.core.errors import StoreError
from selon.core.text import DocId, Document
from selon.stores.codec import packed, unpacked
from selon.stores.database import Database
from selon.stores.places import MisplacedError, last_end

_COLUMNS = tuple(field.name for field in fields(Document))
_SELECT = f"select {', '.join(_COLUMNS)} from document"
_IN_ORDER = """
    with found as (
        select id, name, coalesce(max(json_extract(payload, '$[0].best'), json_extract(payload, '$[0].days.first')), published) as day
        from document left join layer on doc = id and kind = 'Dateline'
    )
    select id from found order by day = '', day, name, id
    """
_UPSERT = (
    f"insert into document ({', '.join(_COLUMNS)}) values ({', '.join(':' + name for name in _COLUMNS)}) on conflict (id) do update set "
    + ", ".join(f"{name} = :{name}" for name in _COLUMNS if name != "id")
)


def documents(db: Database) -> Iterator[Document]:
    """Yield every article by its day; ids are put in order first, so that no text is held for that."""
    for doc in [row[0] for row in db.rows(_IN_ORDER)]:
        if found := document(db, doc):
            yield found


def document(db: Database, doc: DocId) -> Document | None:
    row = db.row(f"{_SELECT} where id = :doc", {"doc": doc})
    return Document(*row) if row else None


def layer_keys(db: Database, doc: DocId) -> Mapping[str, str]:
    return dict(db.rows("select kind, key from layer where doc = :doc", {"doc": doc}))


def analysis(db: Database, doc: Document, kinds: Collection[type]) -> Analysis:
    """Return a document and those of the layers that are kept."""
    rows = dict(db.rows("select kind, payload from layer where doc = :doc", {"doc": doc.id})) if kinds else {}
    return Analysis(doc, MappingProxyType({kind: unpacked(rows[kind.__name__], kind) for kind in kinds if kind.__name__ in rows}))


def put(db: Database, analysis: Analysis, keys: Mapping[type, str]) -> None:
    """Keep an article with just the layers of ``keys``; see ``Store.put``."""
    doc = analysis.doc
    if "\0" in doc.raw:
        raise StoreError("the text has a NUL character", where=doc.source or doc.name, fix="leave it out: it is not a text")
    kept = layer_keys(db, doc.id)
    fresh = {kind: key for kind, key in keys.items() if kept.get(kind.__name__) != key}
    rows = [(doc.id, kind.__name__, key, _checked(analysis, kind)) for kind, key in fresh.items()]
    stale = kept.keys() - {kind.__name__ for kind in keys}
    with db.transaction():
        if document(db, doc.id) != doc:
            db.run(_UPSERT, dict(zip(_COLUMNS, astuple(doc), strict=True)))
        db.run_many("insert or replace into layer (doc, kind, key, payload) values (?, ?, ?, ?)", iter(rows))
        db.run_many("delete from layer where doc = ? and kind = ?", ((doc.id, kind) for kind in stale))


def forget(db: Database, doc: DocId) -> None:
    with db.transaction():
        db.run("delete from document where id = :doc", {"doc": doc})


def fingerprint(db: Database, kinds: Collection[type]) -> str:
    """Hash every article's record (not its text, which its id stands for; not where it was read) and the keys of these layers."""
    record = "|| ',' ||".join(f"quote({name})" for name in _COLUMNS if name not in ("raw", "source"))
    names = sorted(kind.__name__ for kind in kinds)
    digest = hashlib.sha256(_joined(db, f"select {record} from document order by id", ()))
    chosen = f"select doc || ' ' || kind || ' ' || key from layer where kind in ({', '.join('?' * len(names))}) order by doc, kind"
    digest.update(_joined(db, chosen, names))
    return digest.hexdigest()[:16]


def _joined(db: Database, lines: str, values: Sequence[str]) -> bytes:
    """Return the lines that a query gives as one text, put together inside SQLite: many times faster than row by row."""
    row = db.row(f"with found (line) as ({lines}) select coalesce(group_concat(line, char(10)), '') from found", values)
    return str(row[0] if row else "").encode()


def namesakes(db: Database) -> Iterator[tuple[str, str]]:
    """Yield name and source of every article that shares its name with another."""
    rows = db.rows(
        """
        select name, source from document
        where name in (select name from document group by name having count(*) > 1)
        order by name, source, id
        """
    )
    return ((name, source) for name, source in rows)


def _checked(analysis: Analysis, kind: type) -> bytes | str:
    """Return the layer as it is kept.

    raises: StoreError if there is none, or a mark reaches beyond the text
    """
    where, length = analysis.doc.source or analysis.doc.name, len(analysis.doc.raw)
    if kind not in analysis:
        raise StoreError(f"the layer {kind.__name__} is neither kept nor given", where=where, fix="give it, or leave its key out")
    if last_end(analysis[kind], kind) > length:
        raise MisplacedError(f"a {kind.__name__} reaches beyond the {length} characters of the text", where=where, fix="mend its stage")
    return packed(analysis[kind], kind)
