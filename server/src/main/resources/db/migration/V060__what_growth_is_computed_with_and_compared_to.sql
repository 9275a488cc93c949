-- Value-added rates and producer price indices, by industry (a section, division, group or class; '' for all) and period.
create table growth_parameter (
    industry text not null,
    period text not null,
    va_rate double precision check (va_rate > 0 and va_rate < 'infinity'),
    price_index double precision check (price_index > 0 and price_index < 'infinity'),
    source text not null check (source <> ''),
    version integer not null default 0,
    primary key (industry, period)
);
comment on column growth_parameter.price_index is 'same period last year = 100';

-- Published figures to compare with: the nation, gross domestic product, other provinces.
create table comparator (
    period text not null,
    indicator text not null check (indicator <> ''),
    scope text not null check (scope ~ '^(nation|[0-9]{6})$'),
    value double precision not null,
    source text not null check (source <> ''),
    url text not null default '' check (url = '' or url ~ '^https?://'),
    published_on date,
    primary key (period, indicator, scope)
);
comment on column comparator.value is 'growth on the same period last year, per cent';

create table growth_target (
    year integer not null,
    unit text not null check (unit ~ '^[0-9]{6}$'),
    value double precision not null,
    source text not null check (source <> ''),
    primary key (year, unit)
);
comment on column growth_target.value is 'growth of value added over the year, per cent';

-- Targets and published figures are public; only those whose region they concern write them.
alter table growth_target enable row level security;
alter table growth_target force row level security;
create policy growth_target_read on growth_target for select using (true);
create policy growth_target_write on growth_target for all using (access_allows(unit, null)) with check (access_allows(unit, null));

-- A view of growth somebody wants to come back to: a name for an address.
create table saved_view (
    id bigint generated always as identity primary key,
    account bigint not null,
    name text not null check (name <> '' and length(name) <= 80),
    address text not null check (address like '/growth%'),
    created_at timestamptz not null default now(),
    unique (account, name)
);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy saved_view_own on saved_view for all
    using (account::text = current_setting('diaodu.user', true))
    with check (account::text = current_setting('diaodu.user', true));
