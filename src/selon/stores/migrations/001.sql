-- A dossier: articles as received, the layers laid over them, what was wrong, and what the articles say together.
-- Any SQLite tool can read it: start with the views statement, time_expr, mention, zone.

create table document (
    n         integer primary key,
    id        text not null unique,
    name      text not null,
    raw       text not null,
    source    text not null,
    title     text not null,
    published text not null,
    outlet    text not null,
    url       text not null,
    language  text not null,
    encoding  text not null
);
create index document_in_order on document (published, name, id);

-- payload: the marks as JSON; for kind 'Token' compressed with zlib
create table layer (
    doc     text not null references document (id) on delete cascade,
    kind    text not null,
    key     text not null,
    payload blob not null,
    primary key (doc, kind)
) without rowid;

create table issue (
    input   text not null,
    source  text not null,
    stage   text not null,
    message text not null,
    fix     text not null,
    lost    integer not null,
    start   integer,
    "end"   integer
);

-- What a fold made of all articles. payload: JSON; empty where it has tables of its own
create table part (
    name    text primary key,
    key     text not null,
    payload text not null
) without rowid;

create table actor (
    id       text primary key,
    rank     integer not null,
    name     text not null,
    kind     text not null,
    variants text not null,
    why      text not null
) without rowid;

create table actor_mention (
    doc   text not null references document (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    actor text not null,
    form  text not null,
    kind  text not null
);
create index actor_mention_place on actor_mention (doc, start, "end");
create index actor_mention_actor on actor_mention (actor);

create virtual table words using fts5 (
    title, raw, content = 'document', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);
create trigger document_added after insert on document begin
    insert into words (rowid, title, raw) values (new.n, new.title, new.raw);
end;
create trigger document_removed after delete on document begin
    insert into words (words, rowid, title, raw) values ('delete', old.n, old.title, old.raw);
end;
create trigger document_retitled after update of title, raw on document begin
    insert into words (words, rowid, title, raw) values ('delete', old.n, old.title, old.raw);
    insert into words (rowid, title, raw) values (new.n, new.title, new.raw);
end;

create view mark as
select l.doc, l.kind, e.key as nth, json_extract(e.value, '$.span.start') as start, json_extract(e.value, '$.span.end') as "end",
       substr(d.raw, 1 + json_extract(e.value, '$.span.start'), json_extract(e.value, '$.span.end') - json_extract(e.value, '$.span.start')) as quote,
       e.value as json
from layer l join document d on d.id = l.doc, json_each(l.payload) e
where l.kind <> 'Token';

create view zone as
select doc, start, "end", quote, json_extract(json, '$.kind') as kind, json_extract(json, '$.why') as why from mark where kind = 'Zone';

create view time_expr as
select doc, start, "end", quote, json_extract(json, '$.type') as type, json_extract(json, '$.value') as value, json_extract(json, '$.mod') as mod,
       json_extract(json, '$.days.first') as first, json_extract(json, '$.days.last') as last, json_extract(json, '$.why') as why
from mark where kind = 'TimeExpr';

create view mention as
select doc, start, "end", quote, json_extract(json, '$.form') as form, json_extract(json, '$.kind') as kind, json_extract(json, '$.ref') as ref, json_extract(json, '$.why') as why
from mark where kind = 'Mention';

create view statement as
select m.doc, m.start, m."end", m.quote,
       substr(d.raw, 1 + json_extract(json, '$.speaker.start'), json_extract(json, '$.speaker.end') - json_extract(json, '$.speaker.start')) as speaker,
       substr(d.raw, 1 + json_extract(json, '$.cue.start'), json_extract(json, '$.cue.end') - json_extract(json, '$.cue.start')) as cue,
       json_extract(json, '$.content') as content, json_extract(json, '$.form') as form, json_extract(json, '$.act') as act,
       json_extract(json, '$.modality') as modality, json_extract(json, '$.score') as score, json_extract(json, '$.why') as why
from mark m join document d on d.id = m.doc where kind = 'Statement';
