-- What a measure is about, so that measures of one kind can be compared.
alter table dispatch_measure add column kind text not null default 'OTHER' check (kind in
    ('MARKET', 'MATERIALS', 'ENERGY', 'TRANSPORT', 'FUNDS', 'STAFF', 'POLICY', 'TECHNOLOGY', 'OTHER'));

-- The last measurement of a province's cases, and the one under way. Its figures stand until the next has succeeded.
create table effect_run (
    province text primary key check (province ~ '^[0-9]{6}$'),
    figures_revision text not null default '',
    cases_revision text not null default '',
    first_period text not null default '',
    last_period text not null default '',
    cases integer not null default 0,
    computed_at timestamptz,
    stage text not null default '' check (stage in ('', 'READING', 'COMPARING', 'KEEPING')),
    done integer not null default 0,
    whole integer not null default 0,
    begun_at timestamptz,
    fault text
);
comment on column effect_run.figures_revision is 'closed periods and growth parameters the figures were made from';
comment on column effect_run.stage is 'of the measurement under way; empty for none';

-- One line a case, measured or with the reason why not, and one for each group within a unit's region.
create table effect (
    id bigint generated always as identity primary key,
    province text not null references effect_run,
    scope text not null check (scope ~ '^[0-9]{6}$'),
    kind text not null check (kind in ('CASE', 'ALL', 'CAUSE', 'MEASURE', 'UNIT', 'CITY')),
    code text not null default '',
    case_id bigint references dispatch_case,
    cases integer not null,
    unmeasured integer not null,
    reason text not null default '',
    periods integer not null default 0,
    before_pct double precision,
    after_pct double precision,
    matched_before_pct double precision,
    matched_after_pct double precision,
    adjustment_pp double precision,
    effect_pp double precision,
    effect_lower double precision,
    effect_upper double precision,
    province_pp double precision,
    province_lower double precision,
    province_upper double precision,
    earlier_pp double precision,
    earlier_lower double precision,
    earlier_upper double precision,
    neighbours integer not null default 0,
    remarks text[] not null default '{}',
    path_periods text[] not null default '{}',
    path_pct double precision[] not null default '{}',
    matched_pct double precision[] not null default '{}',
    constraint a_case_is_measured_or_says_why_not check (kind <> 'CASE' or (case_id is not null and (reason = '') = (cases = 1)))
);
comment on column effect.scope is 'the unit whose cases a group is made of; of a case its region';
comment on column effect.remarks is 'code, Chinese and English, three elements a remark';
create unique index effect_of_case on effect (case_id) where case_id is not null;
create index effect_of_scope on effect (scope text_pattern_ops, kind);

alter table effect_run enable row level security;
alter table effect_run force row level security;
create policy effect_run_is_public on effect_run for select using (true);
create policy effect_run_is_the_platforms on effect_run for all using ((select access_is_system()));

alter table effect enable row level security;
alter table effect force row level security;
-- A case's effect is seen with the case, a group's by those who see all of its region.
create policy effect_is_seen_with_its_cases on effect for select using (case
    when case_id is not null then exists (select from dispatch_case c where c.id = case_id)
    when (select access_prefix()) = '*' then true
    when (select access_prefix()) = '' then false
    else starts_with(scope, (select access_prefix())) end);
create policy effect_is_the_platforms on effect for all using ((select access_is_system()));
