-- A period of a unit is closed while a row in state CLOSED or REOPEN_REQUESTED stands; reopening ends the row, closing again adds the next version.
create table closing (
    period              text        not null,
    region              text        not null,
    version             integer     not null check (version > 0),
    level               text        not null check (level in ('COUNTY', 'PREFECTURE', 'PROVINCE')),
    state               text        not null check (state in ('CLOSED', 'REOPEN_REQUESTED', 'REOPENED')),
    enterprises         integer     not null,
    excused             integer     not null,
    lake_version        integer,
    closed_by           text        not null,
    closed_at           timestamptz not null default now(),
    reopen_requested_by text,
    reopen_requested_at timestamptz,
    reopen_reason       text,
    reopened_by         text,
    reopened_at         timestamptz,
    primary key (period, region, version),
    constraint reopening_has_a_reason check (state = 'CLOSED' or (reopen_requested_by is not null and reopen_reason <> '')),
    constraint reopening_needs_a_second_person check (state <> 'REOPENED' or (reopened_by is not null and reopened_by <> reopen_requested_by)),
    constraint only_a_province_points_at_the_lake check ((lake_version is not null) = (level = 'PROVINCE'))
);
create unique index closing_one_stands on closing (period, region) where state <> 'REOPENED';

alter table closing enable row level security;
alter table closing force row level security;
create policy everyone_sees_what_is_closed on closing for select using (true);
create policy a_unit_closes_its_own on closing for insert with check (access_allows(region, null));
create policy a_unit_reopens_its_own on closing for update using (access_allows(region, null)) with check (access_allows(region, null));

create function period_first(period text) returns date language sql immutable parallel safe as
    $$ select make_date(substr(period, 1, 4)::int, substr(period, 6, 2)::int, 1) $$;
create function period_last(period text) returns date language sql immutable parallel safe as
    $$ select make_date(left(right(period, 7), 4)::int, right(period, 2)::int, 1) $$;
comment on function period_last(text) is 'first day of the last month of a reporting period';

-- Filing takes this lock shared, closing takes it alone: a return is in before the close looks, or it is refused.
create function closing_lock_key(period text, region text) returns bigint language sql immutable parallel safe as
    $$ select hashtextextended('closing ' || period || ' ' || region, 0) $$;

create function forbid_if_closed(wanted_period text, wanted_region text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock_shared(closing_lock_key(wanted_period, wanted_region));
    if exists (select 1 from closing c
               where c.period = wanted_period and c.region = wanted_region and c.state <> 'REOPENED') then
        raise exception 'period % of unit % is closed', wanted_period, wanted_region
            using errcode = 'DD001', hint = 'Reopen the period first: a reason and a second person are needed.';
    end if;
end $$;

create function closed_periods_stand() returns trigger language plpgsql as $$
declare touched record;
begin
    if tg_op = 'TRUNCATE' then
        raise exception 'returns are never truncated' using errcode = 'DD001';
    end if;
    if tg_op in ('INSERT', 'UPDATE') then
        for touched in select distinct period, region from new_rows order by period, region loop
            perform forbid_if_closed(touched.period, touched.region);
        end loop;
    end if;
    if tg_op in ('DELETE', 'UPDATE') then
        for touched in select distinct period, region from old_rows order by period, region loop
            perform forbid_if_closed(touched.period, touched.region);
        end loop;
    end if;
    return null;
end $$;

do $$
declare name text;
begin
    foreach name in array array['filing', 'figure', 'finding', 'query', 'excuse'] loop
        execute format('create trigger closed_stands_on_insert after insert on %I referencing new table as new_rows for each statement execute function closed_periods_stand()', name);
        execute format('create trigger closed_stands_on_update after update on %I referencing old table as old_rows new table as new_rows for each statement execute function closed_periods_stand()', name);
        execute format('create trigger closed_stands_on_delete after delete on %I referencing old table as old_rows for each statement execute function closed_periods_stand()', name);
        execute format('create trigger closed_stands_on_truncate before truncate on %I for each statement execute function closed_periods_stand()', name);
    end loop;
end $$;

-- The register may change from the first open month on, never within months that are closed for the county.
create function forbid_if_months_closed(wanted_region text, from_month date, to_month date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare closed text;
begin
    select max(c.period) into closed from closing c
    where c.region = wanted_region and c.state <> 'REOPENED'
      and period_last(c.period) >= from_month and (to_month is null or period_first(c.period) < to_month);
    if closed is not null then
        raise exception 'period % of unit % is closed', closed, wanted_region
            using errcode = 'DD001', hint = 'Let the change take effect after the closed period, or reopen it.';
    end if;
end $$;

create function attributes_of_closed_months_stand() returns trigger language plpgsql as $$
declare earlier date; later date;
begin
    if tg_op = 'INSERT' then
        perform forbid_if_months_closed(new.region, new.valid_from, new.valid_to);
    elsif tg_op = 'DELETE' then
        perform forbid_if_months_closed(old.region, old.valid_from, old.valid_to);
    elsif row(old.name, old.region, old.industry, old.size, old.ownership, old.park, old.chain, old.key_list, old.status, old.valid_from)
          is distinct from row(new.name, new.region, new.industry, new.size, new.ownership, new.park, new.chain, new.key_list, new.status, new.valid_from) then
        perform forbid_if_months_closed(old.region, old.valid_from, old.valid_to);
        perform forbid_if_months_closed(new.region, new.valid_from, new.valid_to);
    elsif old.valid_to is distinct from new.valid_to then
        earlier := least(coalesce(old.valid_to, 'infinity'), coalesce(new.valid_to, 'infinity'));
        later := nullif(greatest(coalesce(old.valid_to, 'infinity'), coalesce(new.valid_to, 'infinity')), 'infinity');
        perform forbid_if_months_closed(new.region, earlier, later);
    end if;
    return null;
end $$;
create trigger attributes_of_closed_months_stand after insert or update or delete on enterprise_attributes
    for each row execute function attributes_of_closed_months_stand();

-- What is closed is only ever reopened by the steps of reopening.
create function closings_are_kept() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'a closing is never deleted' using errcode = 'DD002';
    end if;
    if row(old.period, old.region, old.version, old.level, old.enterprises, old.excused, old.lake_version, old.closed_by, old.closed_at)
       is distinct from row(new.period, new.region, new.version, new.level, new.enterprises, new.excused, new.lake_version, new.closed_by, new.closed_at) then
        raise exception 'what was closed stays as it was closed' using errcode = 'DD002';
    end if;
    if not ((old.state, new.state) in (('CLOSED', 'REOPEN_REQUESTED'), ('REOPEN_REQUESTED', 'CLOSED'), ('REOPEN_REQUESTED', 'REOPENED'))) then
        raise exception 'a closing cannot go from % to %', old.state, new.state using errcode = 'DD002';
    end if;
    return new;
end $$;
create trigger closings_are_kept before update or delete on closing for each row execute function closings_are_kept();
create trigger closings_are_not_truncated before truncate on closing for each statement execute function closings_are_kept();
