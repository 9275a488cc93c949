-- A dispatch case (调度单) of a falling enterprise: what was known when it was opened stays, its state and plan move on.
create sequence dispatch_case_number;

create table dispatch_case (
    id              bigint           generated always as identity primary key,
    number          text             not null unique,
    enterprise_id   bigint           not null references enterprise,
    enterprise_name text             not null,
    credit_code     text             not null,
    industry        text             not null,
    region          text             not null check (region ~ '^[0-9]{6}$'),
    period          text             not null,
    light           text             not null,
    reasons         text[]           not null,
    output          numeric(18, 3),
    base            numeric(18, 3),
    contribution_pp double precision,
    recoverable_pp  double precision,
    trend_periods   text[]           not null default '{}',
    trend_yoy_pct   double precision[] not null default '{}',
    level           text             not null check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY')),
    lead_unit       text             not null references member_unit,
    units           text[]           not null,
    causes          text[]           not null default '{}',
    cause_words     text             not null default '' check (length(cause_words) <= 4000),
    state           text             not null check (state in ('OPENED', 'PROPOSED', 'SENT_BACK', 'AGREED', 'UNDER_WAY',
                                              'CHANGING', 'REPORTED', 'CHECKED', 'SIGNED_OFF', 'REOPENED')),
    state_since     timestamptz      not null default now(),
    proposed_by     text,
    agreed_by       text,
    reported_by     text,
    checked_by      text,
    opened_by       text             not null,
    opened_at       timestamptz      not null default now(),
    version         integer          not null default 0,
    constraint the_lead_is_one_of_the_units check (lead_unit = any(units)),
    constraint somebody_else_agrees check (agreed_by is null or agreed_by <> proposed_by),
    constraint somebody_else_checks check (checked_by is null or checked_by <> reported_by)
);
comment on column dispatch_case.units is 'every member unit that leads, owns or helps: those whose officers see the case';
comment on column dispatch_case.contribution_pp is 'points of the growth of the unit that opened the case, frozen at opening';
create unique index dispatch_case_one_is_open on dispatch_case (enterprise_id) where state <> 'SIGNED_OFF';
create index dispatch_case_by_enterprise on dispatch_case (enterprise_id, opened_at desc);
create index dispatch_case_by_region on dispatch_case (region text_pattern_ops);
create index dispatch_case_by_unit on dispatch_case using gin (units);

create table dispatch_measure (
    id            bigint  generated always as identity primary key,
    case_id       bigint  not null references dispatch_case,
    enterprise_id bigint  not null,
    region        text    not null,
    lead_unit     text    not null,
    words         text    not null check (words <> '' and length(words) <= 2000),
    owner_unit    text    not null references member_unit,
    helpers       text[]  not null default '{}',
    level         text    not null check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY')),
    due           date    not null,
    expected      text    not null default '' check (length(expected) <= 500),
    progress_pct  integer not null default 0 check (progress_pct between 0 and 100),
    state         text    not null default 'PLANNED' check (state in ('PLANNED', 'AGREED', 'DONE', 'DROPPED')),
    outcome       text    not null default '' check (length(outcome) <= 4000),
    shared        boolean not null default false,
    version       integer not null default 0,
    constraint what_is_done_is_shown check (state <> 'DONE' or (outcome <> '' and progress_pct = 100)),
    constraint what_is_dropped_has_a_reason check (state <> 'DROPPED' or outcome <> '')
);
comment on column dispatch_measure.outcome is 'the evidence of what is done, or the reason for dropping it';
create index dispatch_measure_of_case on dispatch_measure (case_id);
create index dispatch_measure_by_unit on dispatch_measure (owner_unit, due) where state in ('PLANNED', 'AGREED');
create index dispatch_measure_shared on dispatch_measure (enterprise_id) where shared;

create table dispatch_event (
    id            bigint      generated always as identity primary key,
    case_id       bigint      not null references dispatch_case,
    measure_id    bigint      references dispatch_measure,
    region        text        not null,
    at            timestamptz not null default now(),
    kind          text        not null,
    state         text        not null,
    actor         text        not null,
    actor_name    text        not null,
    actor_unit    text        not null,
    words         text        not null default '',
    progress_pct  integer
);
comment on column dispatch_event.state is 'the state of the case after the step';
create index dispatch_event_of_case on dispatch_event (case_id, id);

alter table dispatch_case enable row level security;
alter table dispatch_case force row level security;
alter table dispatch_measure enable row level security;
alter table dispatch_measure force row level security;
alter table dispatch_event enable row level security;
alter table dispatch_event force row level security;

-- Above in the region, or one of the units.
create policy within_unit on dispatch_case
    using (access_allows(region, null) or access_works_for(units))
    with check (access_allows(region, null) or access_works_for(units));
-- A helper reads its part; the enterprise reads what is shared with it.
create policy seen_by_those_concerned on dispatch_measure for select
    using (access_allows(region, null) or access_works_for(array[lead_unit, owner_unit] || helpers)
           or (shared and access_allows(region, enterprise_id)));
create policy moved_by_lead_and_owner on dispatch_measure for all
    using (access_allows(region, null) or access_works_for(array[lead_unit, owner_unit]))
    with check (access_allows(region, null) or access_works_for(array[lead_unit, owner_unit]));
-- Who sees the case sees its timeline, but of the measures only those they see.
create policy within_case on dispatch_event
    using (access_allows(region, null)
           or (exists (select from dispatch_case c where c.id = case_id)
               and (measure_id is null or exists (select from dispatch_measure m where m.id = measure_id))))
    with check (access_allows(region, null) or exists (select from dispatch_case c where c.id = case_id));

create function the_timeline_stands() returns trigger language plpgsql as $$
begin
    raise exception 'what happened to a case is never changed or deleted' using errcode = 'DD003';
end $$;
create trigger the_timeline_stands before update or delete on dispatch_event
    for each row execute function the_timeline_stands();
create trigger the_timeline_is_not_truncated before truncate on dispatch_event
    for each statement execute function the_timeline_stands();

-- What a case was opened with stays as it was; a case is signed off, never deleted.
create function what_opened_a_case_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a case is signed off, never deleted' using errcode = 'DD003';
    end if;
    if row(old.number, old.enterprise_id, old.enterprise_name, old.credit_code, old.industry, old.region, old.period, old.light,
           old.reasons, old.output, old.base, old.contribution_pp, old.recoverable_pp, old.opened_by, old.opened_at)
       is distinct from row(new.number, new.enterprise_id, new.enterprise_name, new.credit_code, new.industry, new.region,
           new.period, new.light, new.reasons, new.output, new.base, new.contribution_pp, new.recoverable_pp, new.opened_by,
           new.opened_at) then
        raise exception 'what a case was opened with stays as it was' using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger what_opened_a_case_stands before update or delete on dispatch_case
    for each row execute function what_opened_a_case_stands();

-- A unit with measures to do is handed over before it is closed.
create function a_unit_is_handed_over_first() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    if new.closed and not old.closed and (
            exists (select from dispatch_measure m where m.owner_unit = new.code and m.state in ('PLANNED', 'AGREED'))
            or exists (select from dispatch_case c where c.lead_unit = new.code and c.state <> 'SIGNED_OFF')) then
        raise exception 'member unit % still has open cases or measures', new.code
            using errcode = 'DD004', hint = 'Hand them over to another unit first.';
    end if;
    return new;
end $$;
create trigger a_unit_is_handed_over_first before update on member_unit
    for each row execute function a_unit_is_handed_over_first();
