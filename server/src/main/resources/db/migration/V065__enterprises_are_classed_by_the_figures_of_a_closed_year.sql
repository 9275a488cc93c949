-- What the rules for size classes and tiers made of the year's figures when the province closed its December.
create table enterprise_class (
    enterprise_id bigint      not null references enterprise,
    year          smallint    not null,
    region        text        not null,
    staff         numeric(18, 3),
    revenue       numeric(18, 3),
    size          text check (size in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    tier          text,
    computed_at   timestamptz not null default now(),
    primary key (enterprise_id, year)
);
comment on column enterprise_class.tier is 'the rung as the rule names it; null where revenue is missing';
create index enterprise_class_by_year on enterprise_class (year, region);

alter table enterprise_class enable row level security;
alter table enterprise_class force row level security;
create policy within_unit on enterprise_class
    using (access_allows(region, enterprise_id)) with check (access_allows(region, enterprise_id));
