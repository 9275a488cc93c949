-- An enterprise adds evidence to a measure that is shared with it; it does not see the case, in whose timeline that stands.
create function case_of_shared_measure(wanted bigint)
    returns table (case_id bigint, number text, enterprise_name text, region text, state text, owner_unit text)
    language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select c.id, c.number, c.enterprise_name, c.region, c.state, m.owner_unit
        from dispatch_measure m join dispatch_case c on c.id = m.case_id
        where m.id = wanted and m.shared and m.enterprise_id = access_enterprise();
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;

create policy told_by_the_enterprise on dispatch_event for insert
    with check (kind in ('FILE_ADD', 'FILE_REMOVE') and exists (
        select from dispatch_measure m
        where m.id = measure_id and m.case_id = dispatch_event.case_id and m.shared
          and m.enterprise_id = (select access_enterprise())));
