-- A file that hangs on something of another room. The bytes are in the data folder, named by their digest.
create table attachment (
    id            bigint      generated always as identity primary key,
    kind          text        not null check (kind ~ '^[a-z]{2,20}$'),
    host          bigint      not null,
    name          text        not null check (name <> '' and char_length(name) <= 140),
    type          text        not null check (type in ('JPEG', 'PNG', 'PDF', 'DOCX', 'XLSX', 'TXT')),
    size          bigint      not null check (size > 0),
    digest        text        not null check (digest ~ '^[0-9a-f]{64}$'),
    thumbnail     text        check (thumbnail ~ '^[0-9a-f]{64}$'),
    state         text        not null check (state in ('WAITING', 'CLEAN', 'REFUSED')),
    verdict       text        not null default '',
    scanned_at    timestamptz,
    added_by      text        not null,
    added_by_name text        not null,
    added_at      timestamptz not null default now(),
    constraint the_same_file_hangs_once unique (kind, host, digest)
);
comment on column attachment.host is 'the row it hangs on, in the table its kind stands for';
comment on column attachment.verdict is 'what the scanner said of a file that was refused';
create index attachment_waiting on attachment (scanned_at nulls first, id) where state = 'WAITING';

revoke update on attachment from ${application};
grant update (state, verdict, scanned_at) on attachment to ${application};

-- Whoever sees the thing sees its files, nobody else. A room on whose things files hang adds a policy for its kind.
alter table attachment enable row level security;
alter table attachment force row level security;
create policy by_the_platform on attachment using (access_is_system());
create policy of_a_case on attachment
    using (kind = 'case' and exists (select from dispatch_case c where c.id = host));
create policy of_a_measure on attachment
    using (kind = 'measure' and exists (select from dispatch_measure m where m.id = host));
