-- The white list (白名单) for supply and logistics: who is on it, on what grounds, until when, and the passes of its lorries.
create sequence white_list_number;

create table white_list_entry (
    id              bigint      generated always as identity primary key,
    number          text        not null unique,
    enterprise_id   bigint      not null references enterprise,
    enterprise_name text        not null,
    credit_code     text        not null,
    industry        text        not null,
    region          text        not null check (region ~ '^[0-9]{6}$'),
    kind            text        not null check (kind in ('SUPPLY', 'LOGISTICS')),
    origin          text        not null check (origin in ('RULE', 'APPLICATION')),
    level           text        not null check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY')),
    grounds         text        not null check (grounds <> '' and length(grounds) <= 4000),
    state           text        not null check (state in ('APPLIED', 'GRANTED', 'REFUSED', 'REVOKED')),
    state_since     timestamptz not null default now(),
    valid_from      date,
    valid_until     date,
    over            boolean     not null default false,
    applied_by      text        not null,
    applied_at      timestamptz not null default now(),
    decided_by      text,
    form_key        text,
    passes          integer     not null default 0,
    version         integer     not null default 0,
    unique (enterprise_id, form_key),
    constraint somebody_else_decides check (origin = 'RULE' or decided_by is null or decided_by <> applied_by),
    constraint what_is_granted_has_its_days check (
        state not in ('GRANTED', 'REVOKED') or (valid_from is not null and valid_until >= valid_from and decided_by is not null)),
    constraint only_what_was_granted_is_over check (not over or state = 'GRANTED')
);
comment on column white_list_entry.grounds is 'the row of the rule, or the words of whoever applied';
comment on column white_list_entry.over is 'its last day was past when the next entry of the enterprise and kind was made';
comment on column white_list_entry.passes is 'how many passes were ever issued, for their numbers';
create unique index white_list_one_open_or_valid on white_list_entry (enterprise_id, kind)
    where state in ('APPLIED', 'GRANTED') and not over;
create index white_list_by_region on white_list_entry (region text_pattern_ops);
create index white_list_by_enterprise on white_list_entry (enterprise_id, applied_at desc);

create table white_list_pass (
    id            bigint      generated always as identity primary key,
    number        text        not null unique,
    entry_id      bigint      not null references white_list_entry,
    enterprise_id bigint      not null,
    region        text        not null,
    code          text        not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{26}$'),
    plate         text        not null check (plate <> '' and length(plate) <= 8),
    goods         text        not null check (goods <> '' and length(goods) <= 200),
    from_place    text        not null check (from_place <> '' and length(from_place) <= 100),
    to_place      text        not null check (to_place <> '' and length(to_place) <= 100),
    valid_from    date        not null,
    valid_until   date        not null check (valid_until >= valid_from),
    revoked       boolean     not null default false,
    issued_by     text        not null,
    issued_at     timestamptz not null default now(),
    form_key      text,
    unique (entry_id, form_key)
);
comment on column white_list_pass.code is '128 random bits in base 32; whoever holds it may ask whether the pass is valid';
create index white_list_pass_of_entry on white_list_pass (entry_id, id);

create table white_list_event (
    id            bigint      generated always as identity primary key,
    entry_id      bigint      not null references white_list_entry,
    enterprise_id bigint      not null,
    region        text        not null,
    at            timestamptz not null default now(),
    kind          text        not null check (kind in ('APPLY', 'LIST', 'GRANT', 'REFUSE', 'REVOKE', 'PASS', 'PASS_REVOKE')),
    state         text        not null,
    actor         text        not null,
    actor_name    text        not null,
    actor_unit    text        not null,
    words         text        not null default '' check (length(words) <= 4100)
);
comment on column white_list_event.state is 'the state of the entry after the step';
create index white_list_event_of_entry on white_list_event (entry_id, id);

-- Leading digits of the region an officer's member unit acts in; null for everybody else.
create function access_member_prefix() returns text
    language sql stable parallel safe
    return case when coalesce(current_setting('diaodu.member_unit', true), '') = '' then null
                else regexp_replace(current_setting('diaodu.region', true), '(00)+$', '') end;

do $$
declare
    name text;
    allowed text := 'case (select access_prefix()) when ''*'' then true'
        ' when '''' then enterprise_id = (select access_enterprise())'
        ' else starts_with(region, (select access_prefix())) end';
begin
    foreach name in array array['white_list_entry', 'white_list_pass', 'white_list_event'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy within_unit on %I using (%s) with check (%s)', name, allowed, allowed);
        execute format('create policy read_by_officers on %I for select'
            ' using (starts_with(region, (select access_member_prefix())))', name);
    end loop;
end $$;

create trigger the_white_list_remembers before update or delete on white_list_event
    for each row execute function rows_are_only_added('what happened on the white list is never changed or deleted');
create trigger the_white_list_is_not_truncated before truncate on white_list_event
    for each statement execute function rows_are_only_added('what happened on the white list is never changed or deleted');

-- Whom an entry is for and on what grounds stays as it was; so does what a pass says.
create function what_was_asked_for_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'an entry is refused or revoked, never deleted' using errcode = 'DD003';
    end if;
    if row(old.number, old.enterprise_id, old.enterprise_name, old.credit_code, old.industry, old.region, old.kind, old.origin,
           old.level, old.grounds, old.applied_by, old.applied_at, old.form_key)
       is distinct from row(new.number, new.enterprise_id, new.enterprise_name, new.credit_code, new.industry, new.region, new.kind,
           new.origin, new.level, new.grounds, new.applied_by, new.applied_at, new.form_key) then
        raise exception 'what was asked for stays as it was' using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger what_was_asked_for_stands before update or delete on white_list_entry
    for each row execute function what_was_asked_for_stands();

create function what_a_pass_says_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a pass is revoked, never deleted' using errcode = 'DD003';
    end if;
    if old.revoked or to_jsonb(old) - 'revoked' is distinct from to_jsonb(new) - 'revoked' then
        raise exception 'what a pass says stays as it was' using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger what_a_pass_says_stands before update or delete on white_list_pass
    for each row execute function what_a_pass_says_stands();

-- What a checkpoint is told, whoever asks: plate and last day of a pass that is valid on that day, and of any other nothing.
create function pass_shown(wanted text, day date) returns table (plate text, valid_until date) language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select p.plate, p.valid_until
        from white_list_pass p join white_list_entry e on e.id = p.entry_id
        where p.code = wanted and not p.revoked and day between p.valid_from and p.valid_until
          and e.state = 'GRANTED' and day between e.valid_from and e.valid_until;
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;
