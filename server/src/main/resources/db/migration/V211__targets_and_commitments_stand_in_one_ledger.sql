-- What governments set out to reach (指标目标) and promised to do (承诺事项), with the words they said it in; how far they came.
create table target (
    id             bigint      generated always as identity primary key,
    kind           text        not null check (kind in ('TARGET', 'COMMITMENT')),
    indicator      text        not null check (indicator <> '' and length(indicator) <= 100),
    region         text        not null check (region ~ '^[0-9]{6}$'),
    subject        text        not null default '' check (length(subject) <= 100),
    member_unit    text        references member_unit (code),
    low            numeric     not null,
    high           numeric     not null,
    bound          text        check (bound in ('GT', 'GE', 'LT', 'LE', 'APPROX')),
    unit           text        not null check (unit <> '' and length(unit) <= 20),
    scale          numeric     not null default 1 check (scale > 0),
    course         text        not null check (course in ('FLOW', 'LEVEL', 'RATE')),
    base           numeric     not null default 0,
    begins         date        not null,
    due            date        not null,
    measure        text        not null default '' check (length(measure) <= 40),
    parent_id      bigint      references target,
    weight_pct     numeric     check (weight_pct > 0 and weight_pct <= 100),
    quote          text        not null default '' check (length(quote) <= 1000),
    document       text        not null check (document <> '' and length(document) <= 200),
    document_id    bigint,
    place          text        not null default '' check (length(place) <= 100),
    state          text        not null check (state in ('PROPOSED', 'ACCEPTED', 'TRACKED', 'MET', 'MISSED', 'WITHDRAWN', 'REPLACED')),
    state_since    timestamptz not null,
    state_before   text,
    replaces       bigint      references target,
    proposed_by    text        not null,
    accepted_by    text,
    form_key       text        unique,
    version        integer     not null default 0,
    constraint a_range_goes_up check (low <= high),
    constraint a_bound_holds_one_value check (bound is null or low = high),
    constraint it_begins_before_it_is_due check (begins < due),
    constraint nothing_is_part_of_itself check (parent_id <> id and replaces <> id),
    constraint what_counts_was_accepted check (state in ('PROPOSED', 'WITHDRAWN') or accepted_by is not null)
);
comment on column target.member_unit is 'the unit that answers for it; null for the government of the region itself';
comment on column target.unit is 'the base unit: 元, 户, 亩, % …; low, high and base are in it';
comment on column target.scale is 'what one unit of the text is in base units: 100 000 000 for 亿元';
comment on column target.course is 'FLOW adds up from nothing, LEVEL goes from base to the aim, RATE is not spread over time';
comment on column target.base is 'where a level stood when it began';
comment on column target.measure is 'what the platform itself knows of it; empty where its owner reports';
comment on column target.weight_pct is 'of a part of a rate: its share in the base period';
comment on column target.document_id is 'the document of the platform it was read in, where it was';
comment on column target.state_before is 'what it goes back to when it is restored';
create index target_by_region on target (region text_pattern_ops, due);
create index target_of_unit on target (member_unit) where member_unit is not null;
create index target_parts on target (parent_id) where parent_id is not null;
create unique index one_target_counts on target (region, measure, due)
    where measure <> '' and member_unit is null and state in ('ACCEPTED', 'TRACKED', 'MET', 'MISSED');
create unique index target_is_replaced_once on target (replaces) where state not in ('WITHDRAWN');

-- What was reported, and when it became known: a later report for the same day corrects an earlier one, which stays.
create table target_report (
    id          bigint      generated always as identity primary key,
    target_id   bigint      not null references target,
    day         date        not null,
    value       numeric     not null,
    source      text        not null check (source <> '' and length(source) <= 200),
    words       text        not null default '' check (length(words) <= 1000),
    actor       text        not null,
    actor_name  text        not null,
    actor_unit  text        not null,
    recorded_at timestamptz not null,
    form_key    text        unique
);
comment on column target_report.day is 'the day the figure is of';
create index target_report_of on target_report (target_id, day, id);

-- How far it is, as of a day, by the figures and the rule of that day; the last row is the light that is shown.
create table target_standing (
    target_id   bigint      not null references target,
    day         date        not null,
    value       numeric     not null,
    value_day   date        not null,
    expected    numeric     not null,
    percent     numeric,
    light       text        not null check (light in ('', '绿', '黄', '橙', '红')),
    computed_at timestamptz not null,
    primary key (target_id, day)
);
comment on column target_standing.value_day is 'the day the figure is of';
comment on column target_standing.expected is 'what should be there by value_day';

create table target_event (
    id         bigint      generated always as identity primary key,
    target_id  bigint      not null references target,
    at         timestamptz not null,
    kind       text        not null check (kind in ('PROPOSE', 'EDIT', 'ACCEPT', 'REPORT', 'BREAK_DOWN', 'MEET', 'MISS', 'REOPEN',
                                                    'WITHDRAW', 'RESTORE', 'REPLACE')),
    state      text        not null,
    actor      text        not null,
    actor_name text        not null,
    actor_unit text        not null,
    words      text        not null default '' check (length(words) <= 1000)
);
create index target_event_of on target_event (target_id, id);

-- A target is seen by its region and those above, and by the unit that answers for it; what hangs on it, with it.
alter table target enable row level security;
alter table target force row level security;
create policy within_unit on target
    using (case (select access_prefix()) when '*' then true when '' then false else starts_with(region, (select access_prefix())) end);
create policy of_the_unit_that_answers on target using (member_unit = (select access_member_unit()));

do $$
declare
    name text;
begin
    foreach name in array array['target_report', 'target_standing', 'target_event'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy with_its_target on %I using (exists (select from target t where t.id = target_id))', name);
    end loop;
    foreach name in array array['target_report', 'target_event'] loop
        execute format('create trigger the_ledger_remembers before update or delete on %I for each row'
            ' execute function rows_are_only_added(''what was reported of a target, and what happened to it, stays'')', name);
        execute format('create trigger the_ledger_is_not_truncated before truncate on %I for each statement'
            ' execute function rows_are_only_added(''what was reported of a target, and what happened to it, stays'')', name);
    end loop;
    foreach name in array array['target', 'target_report', 'target_standing', 'target_event'] loop
        call watch_what_is_written(name);
    end loop;
end $$;

-- What was accepted never changes; another target replaces it.
create function what_was_set_out_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a target is withdrawn or replaced, never deleted' using errcode = 'DD003';
    end if;
    if (old.state <> 'PROPOSED' or new.state <> 'PROPOSED')
       and to_jsonb(old) - '{state,state_since,state_before,accepted_by,version}'::text[]
           is distinct from to_jsonb(new) - '{state,state_since,state_before,accepted_by,version}'::text[] then
        raise exception 'what was set out stays as it was' using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger what_was_set_out_stands before update or delete on target
    for each row execute function what_was_set_out_stands();
