-- Projects and products that clauses speak of; the enterprise itself needs no row.
create table policy_subject (
    id              bigint      generated always as identity primary key,
    enterprise_id   bigint      not null references enterprise,
    root_enterprise bigint      not null references enterprise,
    region          text        not null check (region ~ '^[0-9]{6}$'),
    kind            text        not null check (kind in ('PROJECT', 'PRODUCT')),
    code            text        not null check (code ~ '^[^/\s]{1,40}$'),
    name            text        not null check (name <> '' and length(name) <= 120),
    recorded_at     timestamptz not null default now(),
    unique (enterprise_id, kind, code)
);
comment on column policy_subject.region is 'where it stands, which may be another county than the enterprise''s';
comment on column policy_subject.root_enterprise is 'whose it was when it was first entered; a merger moves a project and leaves this';

-- One line for each thing learnt. The value of a day is that of the latest valid_from not after it; of several, the last recorded.
create table policy_fact (
    id            bigint      generated always as identity primary key,
    enterprise_id bigint      not null references enterprise,
    region        text        not null check (region ~ '^[0-9]{6}$'),
    subject_kind  text        not null check (subject_kind in ('ENTERPRISE', 'PROJECT', 'PRODUCT')),
    subject_code  text        not null check ((subject_kind = 'ENTERPRISE') = (subject_code = '')),
    name          text        not null check (name <> '' and length(name) <= 60),
    type          text        not null check (type in ('NUMBER', 'TEXT', 'TRUTH', 'DATE', 'DATE_TIME', 'TIME', 'MONTHS', 'SECONDS')),
    value         text        check (length(value) <= 400),
    valid_from    date        not null,
    holder        text        not null default '' check (length(holder) <= 60),
    source        text        not null default '' check (length(source) <= 200),
    declared      boolean     not null default false,
    entered_by    text        not null,
    recorded_at   timestamptz not null default now(),
    intake        text
);
comment on column policy_fact.value is 'as FEEL writes it; null where it is no longer known from valid_from on';
comment on column policy_fact.declared is 'said by the enterprise itself';
comment on column policy_fact.intake is 'digest of the file it came with';
create index policy_fact_latest on policy_fact (enterprise_id, subject_kind, subject_code, name, valid_from desc, id desc);
create index policy_fact_by_intake on policy_fact (intake) where intake is not null;

do $$
declare
    name text;
    allowed text := 'case (select access_prefix()) when ''*'' then true'
        ' when '''' then enterprise_id = (select access_enterprise())'
        ' else starts_with(region, (select access_prefix())) end';
begin
    foreach name in array array['policy_subject', 'policy_fact'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy within_unit on %I using (%s) with check (%s)', name, allowed, allowed);
    end loop;
end $$;

create trigger facts_are_kept before update or delete on policy_fact
    for each row execute function rows_are_only_added('what was known is never changed or deleted');
create trigger facts_are_not_truncated before truncate on policy_fact
    for each statement execute function rows_are_only_added('what was known is never changed or deleted');
