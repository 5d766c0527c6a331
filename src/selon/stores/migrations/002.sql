-- What a person corrected: a log that only grows. payload: the entry as JSON. n: its number in this dossier
create table correction (
    n       integer primary key autoincrement,
    id      text not null unique,
    made    text not null,
    kind    text not null,
    payload text not null
);
create trigger correction_stays before update on correction begin
    select raise(abort, 'the log of corrections only grows');
end;
create trigger correction_is_kept before delete on correction begin
    select raise(abort, 'the log of corrections only grows');
end;

-- 'suggested' by the machine, or 'confirmed' by a person
alter table actor add column tier text not null default 'suggested';
alter table actor_mention add column tier text not null default 'suggested';
