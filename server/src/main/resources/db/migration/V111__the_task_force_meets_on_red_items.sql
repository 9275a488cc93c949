-- A meeting of the task force: its agenda is drawn from red items, its decisions become measures of cases when the chair closes it.
create table meeting (
    id          bigint      generated always as identity primary key,
    region      text        not null references unit,
    title       text        not null check (title <> '' and length(title) <= 120),
    held_on     date        not null,
    begins_at   time        not null,
    place       text        not null check (place <> '' and length(place) <= 120),
    chair       text        not null,
    chair_name  text        not null,
    units       text[]      not null default '{}',
    people      text        not null default '' check (length(people) <= 2000),
    state       text        not null default 'PREPARING' check (state in ('PREPARING', 'HELD', 'CLOSED', 'CANCELLED')),
    prepared_by text        not null,
    version     integer     not null default 0,
    constraint somebody_else_is_in_the_chair check (chair <> prepared_by)
);
comment on column meeting.units is 'member units that attend: their officers see the meeting';
create index meeting_by_day on meeting (held_on desc, id desc);
create index meeting_by_unit on meeting using gin (units);

create table meeting_item (
    id         bigint  generated always as identity primary key,
    meeting_id bigint  not null references meeting on delete cascade,
    position   integer not null,
    source     text    not null check (source in ('CASE', 'MEASURE', 'OTHER')),
    case_id    bigint  references dispatch_case,
    measure_id bigint  references dispatch_measure,
    number     text    not null default '',
    title      text    not null check (title <> '' and length(title) <= 300),
    why        text    not null default '' check (length(why) <= 1000),
    minutes    text    not null default '' check (length(minutes) <= 8000),
    constraint a_red_item_has_its_case check ((source = 'OTHER') = (case_id is null))
);
comment on column meeting_item.number is 'of its case, for those who attend and do not see the case';
create index meeting_item_in_order on meeting_item (meeting_id, position);
create unique index meeting_item_once on meeting_item (meeting_id, case_id, coalesce(measure_id, 0)) where case_id is not null;

create table meeting_decision (
    id         bigint  generated always as identity primary key,
    item_id    bigint  not null references meeting_item on delete cascade,
    words      text    not null check (words <> '' and length(words) <= 2000),
    owner_unit text    not null references member_unit,
    due        date    not null,
    expected   text    not null default '' check (length(expected) <= 500),
    kind       text    not null,
    written_by text    not null,
    measure_id bigint  references dispatch_measure
);
comment on column meeting_decision.measure_id is 'the measure it became when the meeting was closed';
create index meeting_decision_of_item on meeting_decision (item_id);

create table meeting_event (
    id         bigint      generated always as identity primary key,
    meeting_id bigint      not null references meeting,
    at         timestamptz not null default now(),
    kind       text        not null,
    actor      text        not null,
    actor_name text        not null,
    actor_unit text        not null,
    words      text        not null default ''
);
create index meeting_event_of_meeting on meeting_event (meeting_id, id);

alter table meeting enable row level security;
alter table meeting force row level security;
alter table meeting_item enable row level security;
alter table meeting_item force row level security;
alter table meeting_decision enable row level security;
alter table meeting_decision force row level security;
alter table meeting_event enable row level security;
alter table meeting_event force row level security;

create policy seen_by_those_who_attend on meeting for select using (
    case (select access_prefix()) when '*' then true when '' then false else starts_with(region, (select access_prefix())) end
    or access_works_for(units));
create policy prepared_within_the_region on meeting for all using (
    case (select access_prefix()) when '*' then true when '' then false else starts_with(region, (select access_prefix())) end);
create policy seen_with_the_meeting on meeting_item for select
    using (exists (select from meeting m where m.id = meeting_id));
create policy written_within_the_region on meeting_item for all using (access_is_system()
    or exists (select from meeting m where m.id = meeting_id and access_allows(m.region, null)));
create policy seen_with_the_item on meeting_decision for select
    using (exists (select from meeting_item i where i.id = item_id));
create policy written_within_the_region on meeting_decision for all using (access_is_system()
    or exists (select from meeting_item i join meeting m on m.id = i.meeting_id
               where i.id = item_id and access_allows(m.region, null)));
create policy seen_with_the_meeting on meeting_event for select
    using (exists (select from meeting m where m.id = meeting_id));
create policy written_within_the_region on meeting_event for insert with check (access_is_system()
    or exists (select from meeting m where m.id = meeting_id and access_allows(m.region, null)));

create trigger what_happened_stands before update or delete on meeting_event
    for each row execute function the_timeline_stands();
create trigger what_happened_is_not_truncated before truncate on meeting_event
    for each statement execute function the_timeline_stands();

-- What a closed meeting decided stays as it was.
create function what_a_meeting_decided_stands() returns trigger language plpgsql as $$
begin
    if old.state in ('CLOSED', 'CANCELLED') then
        raise exception 'meeting % is over and stays as it was', old.id using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger what_a_meeting_decided_stands before update on meeting
    for each row execute function what_a_meeting_decided_stands();

-- Those who may be in the chair: leaders and dispatchers of one unit, by the name they sign in with.
create function chairs_of(wanted text) returns table (name text, display_name text) language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select a.name, a.display_name from account a
        where a.unit = wanted and a.enabled and exists (select from account_role r
            where r.account = a.id and r.role in ('LEADER', 'DISPATCHER'))
        order by a.display_name, a.name;
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;
