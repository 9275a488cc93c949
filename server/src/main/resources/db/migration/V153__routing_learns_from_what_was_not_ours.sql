-- What became of proposals to change the routing of appeals; the returns they come from are used up, so that none is made twice
-- of the same.
create table routing_verdict (
    id              bigint      generated always as identity primary key,
    region          text        not null check (region ~ '^[0-9]{6}$'),
    subject         text        not null,
    levels          text[]      not null check (cardinality(levels) > 0),
    before          text        not null,
    line            text        not null check (line <> ''),
    events          bigint[]    not null unique check (cardinality(events) >= 2),
    rule_version    bigint      references rule_version on delete cascade,
    words           text        not null default '' check (length(words) <= 1000),
    decided_by      text        not null,
    decided_by_name text        not null,
    decided_at      timestamptz not null default now(),
    constraint what_is_not_taken_up_has_a_reason check (rule_version is not null or words <> '')
);
comment on column routing_verdict.events is 'the rows of timelines with which disputes were settled, in their order';
comment on column routing_verdict.rule_version is 'the draft that took it up; thrown away, it gives the proposal back. None where it was turned down';
create index routing_verdict_of_events on routing_verdict using gin (events);
create index appeal_event_rerouted on appeal_event (id) where kind = 'REROUTED';

alter table routing_verdict enable row level security;
alter table routing_verdict force row level security;
create policy seen_within_the_region on routing_verdict for select using (
    case (select access_prefix()) when '*' then true when '' then false else starts_with(region, (select access_prefix())) end);
create policy written_by_those_who_edit_rules on routing_verdict for insert with check (access_writes_rules());
