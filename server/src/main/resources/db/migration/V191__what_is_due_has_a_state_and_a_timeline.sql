-- What a subject is due under a clause, from the day it is found to the money, and back.
create sequence entitlement_number;

create table entitlement (
    id              bigint      generated always as identity primary key,
    number          text        not null unique,
    enterprise_id   bigint      not null references enterprise,
    root_enterprise bigint      not null references enterprise,
    enterprise_name text        not null,
    credit_code     text        not null,
    region          text        not null check (region ~ '^[0-9]{6}$'),
    subject_kind    text        not null check (subject_kind in ('ENTERPRISE', 'PROJECT', 'PRODUCT')),
    subject_code    text        not null,
    subject_name    text        not null,
    clause          text        not null,
    clause_from     date        not null,
    title           text        not null,
    title_en        text        not null default '',
    benefit         text        not null check (benefit in ('RELIEF', 'GRANT', 'RIGHTS', 'QUALIFICATION')),
    once_key        text        not null,
    year            integer     not null,
    grade           text,
    due_fen         bigint      check (due_fen > 0),
    granted_fen     bigint      check (granted_fen > 0 and granted_fen <= due_fen),
    reason_zh       text        not null default '',
    reason_en       text        not null default '',
    priority        integer     not null default 100,
    state           text        not null check (state in ('FOUND', 'TOLD', 'DECLINED', 'CONSENTED', 'OBJECTED', 'NOTICED', 'PROPOSED',
                        'APPROVED', 'PAID', 'RECLAIMED', 'REFUNDED', 'LAPSED')),
    state_since     timestamptz not null default now(),
    doubt           text        not null default '',
    found_at        timestamptz not null default now(),
    told_at         timestamptz,
    consented_at    timestamptz,
    appeal          text,
    notice          text,
    notice_until    date,
    batch           text,
    approved_at     timestamptz,
    paid_on         date,
    clawback_until  date,
    reclaimed_fen   bigint      not null default 0 check (reclaimed_fen >= 0),
    refunded_fen    bigint      not null default 0 check (refunded_fen between 0 and reclaimed_fen),
    version         integer     not null default 0,
    constraint found_once unique (root_enterprise, clause, once_key),
    constraint money_is_approved_with_an_amount check (
        state not in ('PROPOSED', 'APPROVED', 'PAID', 'RECLAIMED', 'REFUNDED') or due_fen is not null),
    constraint what_is_paid_was_granted check (
        state not in ('APPROVED', 'PAID', 'RECLAIMED', 'REFUNDED') or granted_fen is not null)
);
comment on column entitlement.root_enterprise is 'who it was before its code changed; with clause and once_key nobody is found twice';
comment on column entitlement.once_key is 'how often the clause pays: the enterprise for once in a lifetime, the year, or the project';
comment on column entitlement.doubt is 'why the last run could no longer say it is due; empty where it could';
create index entitlement_by_enterprise on entitlement (enterprise_id, id desc);
create index entitlement_by_region on entitlement (region text_pattern_ops, state);
create index entitlement_by_clause on entitlement (clause, state);

create table entitlement_event (
    id             bigint      generated always as identity primary key,
    entitlement_id bigint      not null references entitlement,
    enterprise_id  bigint      not null,
    region         text        not null,
    at             timestamptz not null default now(),
    kind           text        not null,
    state          text        not null,
    actor          text        not null,
    actor_name     text        not null,
    actor_unit     text        not null,
    words          text        not null default '' check (length(words) <= 4100),
    words_en       text        not null default '' check (length(words_en) <= 4100)
);
create index entitlement_event_of on entitlement_event (entitlement_id, id);

do $$
declare
    name text;
    allowed text := 'case (select access_prefix()) when ''*'' then true'
        ' when '''' then enterprise_id = (select access_enterprise())'
        ' else starts_with(region, (select access_prefix())) end';
begin
    foreach name in array array['entitlement', 'entitlement_event'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy within_unit on %I using (%s) with check (%s)', name, allowed, allowed);
    end loop;
end $$;

create trigger entitlements_remember before update or delete on entitlement_event
    for each row execute function rows_are_only_added('what happened to an entitlement is never changed or deleted');
create trigger entitlements_are_not_truncated before truncate on entitlement_event
    for each statement execute function rows_are_only_added('what happened to an entitlement is never changed or deleted');

create function entitlements_are_kept() returns trigger language plpgsql as $$
begin
    raise exception 'an entitlement lapses, it is never deleted' using errcode = 'DD003';
end $$;
create trigger entitlements_are_kept before delete on entitlement
    for each row execute function entitlements_are_kept();
