-- Briefs (运行简报): the house's template for each unit and audience, and the issues made from it.
create table brief_house (
    unit          text        not null check (unit ~ '^[0-9]{6}$'),
    audience      text        not null check (audience in ('INTERNAL', 'PUBLIC')),
    name          text        not null check (name <> '' and length(name) <= 40),
    issuer        text        not null check (issuer <> '' and length(issuer) <= 60),
    template      text        not null check (template <> '' and length(template) <= 40000),
    second_person boolean     not null,
    changed_by    text        not null,
    changed_at    timestamptz not null,
    version       integer     not null default 0,
    primary key (unit, audience)
);
comment on table brief_house is 'how a unit words its briefs; where there is no row the shipped template holds';
comment on column brief_house.second_person is 'whether somebody who did not write the brief has to issue it';

create table brief_serial (
    unit     text    not null,
    audience text    not null,
    year     integer not null,
    last     integer not null,
    primary key (unit, audience, year)
);
comment on table brief_serial is 'the last number of an issue in a year';

create table brief (
    id          bigint      generated always as identity primary key,
    region      text        not null check (region ~ '^[0-9]{6}$'),
    audience    text        not null check (audience in ('INTERNAL', 'PUBLIC')),
    period      text        not null,
    name        text        not null check (name <> ''),
    issuer      text        not null check (issuer <> ''),
    template    text        not null check (template <> '' and length(template) <= 40000),
    facts       jsonb       not null,
    title       text        not null,
    figures     text        not null,
    provisional boolean     not null,
    state       text        not null check (state in ('DRAFT', 'PROPOSED', 'ISSUED')),
    number      text        check (number <> ''),
    issued_on   date,
    made_by     text        not null,
    made_at     timestamptz not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    hands       text[]      not null,
    issued_by   text,
    version     integer     not null default 0,
    constraint what_is_issued_has_a_number check
        ((state = 'ISSUED') = (number is not null and issued_on is not null and issued_by is not null)),
    unique (region, audience, number)
);
comment on column brief.region is 'the unit whose brief it is';
comment on column brief.template is 'its own wording: figures by name';
comment on column brief.facts is 'the figures as they stood when they were taken, with their addresses';
comment on column brief.figures is 'the version of the figures';
comment on column brief.hands is 'everybody who made, changed or proposed it';
create index brief_by_region on brief (region text_pattern_ops, period desc);

-- An issue is seen by the units above and its own; one for everybody, once it is issued, by all units of the province.
do $$
declare
    allowed text := 'case (select access_prefix()) when ''*'' then true when '''' then false'
        ' else starts_with(%s, (select access_prefix())) end';
begin
    execute 'alter table brief enable row level security';
    execute 'alter table brief force row level security';
    execute format('create policy within_unit on brief using (%1$s) with check (%1$s)', format(allowed, 'region'));
    execute 'create policy issued_for_everybody on brief for select using (state = ''ISSUED'' and audience = ''PUBLIC'''
        ' and (select access_prefix()) <> '''' and left(region, 2) = left((select access_prefix()), 2))';
    execute 'alter table brief_house enable row level security';
    execute 'alter table brief_house force row level security';
    execute format('create policy within_unit on brief_house using (%1$s) with check (%1$s)', format(allowed, 'unit'));
    execute 'alter table brief_serial enable row level security';
    execute 'alter table brief_serial force row level security';
    execute format('create policy within_unit on brief_serial using (%1$s) with check (%1$s)', format(allowed, 'unit'));
end $$;

create function what_is_issued_stands() returns trigger language plpgsql as $$
begin
    if old.state = 'ISSUED' then
        raise exception 'a brief that is issued is never changed or deleted' using errcode = 'DD003';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger what_is_issued_stands before update or delete on brief
    for each row execute function what_is_issued_stands();

call watch_what_is_written('brief_house');
call watch_what_is_written('brief_serial');
call watch_what_is_written('brief');
