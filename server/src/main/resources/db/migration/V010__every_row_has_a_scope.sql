-- The application's role works with rows; it owns nothing, cannot truncate, and is subject to row level security.
grant usage on schema public to ${application};
alter default privileges in schema public grant select, insert, update, delete on tables to ${application};
alter default privileges in schema public grant usage, select on sequences to ${application};

-- Whether the acting person may touch a row of this region and enterprise. The settings are those of the
-- transaction (access.ScopedTransactionManager); without them nothing is allowed.
create function access_allows(region text, enterprise_id bigint) returns boolean
    language sql stable parallel safe
    return case coalesce(current_setting('diaodu.unit_prefix', true), '')
        when '*' then true
        when '' then enterprise_id is not null
            and enterprise_id::text = current_setting('diaodu.enterprise', true)
        else starts_with(region, current_setting('diaodu.unit_prefix', true))
    end;

-- The same for rows of a whole region, without an enterprise: a clerk may read those of the own county and above.
create function access_allows(region text) returns boolean
    language sql stable parallel safe
    return case coalesce(current_setting('diaodu.unit_prefix', true), '')
        when '*' then true
        when '' then coalesce(current_setting('diaodu.enterprise', true), '') <> ''
            and starts_with(current_setting('diaodu.region', true), regexp_replace(region, '(00)+$', ''))
        else starts_with(region, current_setting('diaodu.unit_prefix', true))
    end;

-- The platform's own jobs.
create function access_is_system() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('diaodu.unit_prefix', true), '') = '*';

-- Prefixes of the administrators; '' for everybody else.
create function access_administers(administrator text, unit text) returns boolean
    language sql stable parallel safe
    return case coalesce(current_setting('diaodu.' || administrator || '_prefix', true), '')
        when '' then false
        when '*' then true
        else starts_with(unit, current_setting('diaodu.' || administrator || '_prefix', true))
    end;
