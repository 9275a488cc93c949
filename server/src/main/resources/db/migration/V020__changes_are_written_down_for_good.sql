-- One row per change, chained: each digest covers the row and the digest before it.
create table audit_entry (
    seq bigint primary key check (seq > 0),
    at timestamptz not null,
    actor bigint not null,
    actor_name text not null,
    unit text not null,
    origin text not null,
    action text not null check (action <> ''),
    subject_type text not null,
    subject_id text not null,
    before jsonb,
    after jsonb,
    reason text,
    digest bytea not null check (length(digest) = 32)
);
create index audit_entry_subject on audit_entry (subject_type, subject_id);
create index audit_entry_actor on audit_entry (actor_name, seq);
create index audit_entry_at on audit_entry using brin (at);

-- The end of the chain: how many rows there are and the last digest, so that a cut-off tail shows.
create table audit_head (
    id boolean primary key default true check (id),
    seq bigint not null,
    digest bytea not null
);
insert into audit_head (seq, digest) values (0, decode(repeat('00', 32), 'hex'));

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'AU01 审计记录只增不改 / the audit log is append-only (% on %)', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function audit_is_append_only();
create trigger audit_entry_never_truncated before truncate on audit_entry
    execute function audit_is_append_only();
create trigger audit_head_stays before delete on audit_head
    for each row execute function audit_is_append_only();
create trigger audit_head_never_truncated before truncate on audit_head
    execute function audit_is_append_only();

-- The head only moves forward.
create function audit_head_moves_forward() returns trigger language plpgsql as $$
begin
    if new.seq <= old.seq then
        raise exception 'AU02 审计链只能向前 / the audit chain only moves forward (% to %)', old.seq, new.seq
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger audit_head_forward before update on audit_head
    for each row execute function audit_head_moves_forward();

revoke update, delete on audit_entry from ${application};
revoke insert, delete on audit_head from ${application};

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_append on audit_entry for insert with check (true);
-- The platform's own doings (imports, failed sign-ins) belong to no unit: the province's audit administrator reads them.
create policy audit_entry_read on audit_entry for select using (access_administers('audit', unit)
    or (unit = '' and length(current_setting('diaodu.audit_prefix', true)) = 2));
