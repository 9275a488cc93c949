-- Published documents as they were read: the text, each statement with its words, what people made of them, and what the reader
-- has learnt from that.
create sequence published_document_number;

create table published_document (
    id           bigint      generated always as identity primary key,
    number       text        not null unique,
    region       text        not null check (region ~ '^[0-9]{6}$'),
    title        text        not null check (title <> '' and length(title) <= 200),
    source       text        not null default '' check (length(source) <= 500),
    published    date,
    file_name    text        not null check (length(file_name) <= 200),
    digest       text        not null check (digest ~ '^[0-9a-f]{64}$'),
    content      text        not null,
    read_by      text        not null,
    read_by_name text        not null,
    read_at      timestamptz not null,
    form_key     text        unique,
    unique (region, digest)
);
comment on column published_document.region is 'the unit whose people read it, who see it with those above';
comment on column published_document.content is 'the text itself, repaired and without markup, a paragraph a line';
comment on column published_document.digest is 'SHA-256 of the file or the text that was pasted';
create index published_document_by_time on published_document (read_at desc, id desc);

create table document_statement (
    id          bigint      generated always as identity primary key,
    document_id bigint      not null references published_document,
    region      text        not null,
    starts      integer     not null,
    ends        integer     not null check (ends >= starts),
    file_starts integer     not null,
    file_ends   integer     not null,
    quote       text        not null check (quote <> ''),
    indicator   text        not null check (length(indicator) <= 200),
    subject     text        not null check (length(subject) <= 200),
    period      text        check (length(period) <= 40),
    kind        text        not null,
    low         numeric     not null,
    high        numeric     not null check (high >= low),
    unit        text        not null check (length(unit) <= 20),
    direction   text        check (direction in ('UP', 'DOWN')),
    bound       text        check (bound in ('GT', 'GE', 'LT', 'LE', 'APPROX')),
    comparator  text        not null,
    target_year integer,
    decimals    integer     not null,
    scale       numeric     not null check (scale > 0),
    confidence  double precision not null,
    read_as     jsonb       not null,
    state       text        not null default 'READ' check (state in ('READ', 'ACCEPTED', 'CORRECTED', 'REJECTED')),
    decided_by  text        not null default '',
    decided_at  timestamptz,
    target_id   bigint,
    version     integer     not null default 0
);
comment on column document_statement.starts is 'its place in the content, in UTF-16 characters; file_starts, in the file as decoded';
comment on column document_statement.read_as is 'indicator, subject, period, kind, value and unit as the reader had them';
comment on column document_statement.target_id is 'its target or commitment in the ledger';
create index document_statement_of on document_statement (document_id, starts);

create table document_event (
    id           bigint      generated always as identity primary key,
    document_id  bigint      not null references published_document,
    statement_id bigint      references document_statement,
    region       text        not null,
    at           timestamptz not null,
    kind         text        not null check (kind in ('READ', 'ACCEPT', 'CORRECT', 'REJECT', 'REOPEN', 'LEDGER')),
    actor        text        not null,
    actor_name   text        not null,
    actor_unit   text        not null,
    words        text        not null default '' check (length(words) <= 1000)
);
create index document_event_of on document_event (document_id, id);

-- A correction somebody made, kept as an example until somebody else has looked at it.
create table reading_example (
    id           bigint      generated always as identity primary key,
    document_id  bigint      not null references published_document,
    statement_id bigint      not null references document_statement,
    region       text        not null,
    field        text        not null check (field in ('INDICATOR', 'SUBJECT', 'UNIT', 'KIND', 'PERIOD', 'VALUE', 'NOTHING')),
    said         text        not null,
    means        text        not null,
    quote        text        not null,
    proposed_by  text        not null,
    proposed_by_name text    not null,
    proposed_at  timestamptz not null,
    state        text        not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'LEFT')),
    decided_by   text,
    decided_at   timestamptz,
    version      integer     not null default 0,
    constraint somebody_else_looks_at_it check (decided_by is null or decided_by <> proposed_by)
);
comment on column reading_example.field is 'what was wrong; NOTHING where the words state no figure at all';
create index reading_example_open on reading_example (proposed_at) where state = 'OPEN';

-- What the reader has learnt, for all of the platform: words of texts and what they mean.
create table reader_word (
    field      text        not null check (field in ('INDICATOR', 'SUBJECT', 'NOTHING')),
    said       text        not null check (said <> '' and length(said) <= 200),
    means      text        not null check (length(means) <= 200),
    example_id bigint      not null,
    since      timestamptz not null,
    primary key (field, said)
);

do $$
declare
    name text;
    allowed text := 'case (select access_prefix()) when ''*'' then true when '''' then false'
        ' else starts_with(region, (select access_prefix())) end';
begin
    foreach name in array array['published_document', 'document_statement', 'document_event', 'reading_example'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy within_unit on %I using (%s) with check (%s)', name, allowed, allowed);
        call watch_what_is_written(name);
    end loop;
    alter table reader_word enable row level security;
    alter table reader_word force row level security;
    create policy by_those_who_see_a_region on reader_word using ((select access_prefix()) <> '');
    call watch_what_is_written('reader_word');
end $$;

create trigger what_happened_to_a_document_stays before update or delete on document_event
    for each row execute function rows_are_only_added('what happened to a document is never changed or deleted');
create trigger what_happened_to_documents_is_not_truncated before truncate on document_event
    for each statement execute function rows_are_only_added('what happened to a document is never changed or deleted');

-- A document stays as it was read; so do the words of a statement and what the reader made of them.
create function a_document_stays_as_it_was_read() returns trigger language plpgsql as $$
begin
    raise exception 'a document stays as it was read' using errcode = 'DD003';
end $$;
create trigger a_document_stays_as_it_was_read before update or delete on published_document
    for each row execute function a_document_stays_as_it_was_read();

create function the_words_of_a_statement_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or row(old.document_id, old.region, old.starts, old.ends, old.file_starts, old.file_ends, old.quote, old.read_as)
            is distinct from row(new.document_id, new.region, new.starts, new.ends, new.file_starts, new.file_ends, new.quote, new.read_as) then
        raise exception 'the words of a statement stay as they were read' using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger the_words_of_a_statement_stay before update or delete on document_statement
    for each row execute function the_words_of_a_statement_stay();
