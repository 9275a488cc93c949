-- The member unit somebody works for is read once for a statement, as access_prefix() is (V072); null for nobody (V083).
alter policy within_unit on dispatch_case
    using (case (select access_prefix()) when '*' then true when '' then false
               else starts_with(region, (select access_prefix())) end
           or (select access_member_unit()) = any(units))
    with check (access_allows(region, null) or access_works_for(units));

alter policy seen_by_those_concerned on dispatch_measure
    using (case (select access_prefix()) when '*' then true
               when '' then shared and enterprise_id = (select access_enterprise())
               else starts_with(region, (select access_prefix())) end
           or (select access_member_unit()) in (lead_unit, owner_unit)
           or (select access_member_unit()) = any(helpers));
alter policy moved_by_lead_and_owner on dispatch_measure
    using (case (select access_prefix()) when '*' then true when '' then false
               else starts_with(region, (select access_prefix())) end
           or (select access_member_unit()) in (lead_unit, owner_unit))
    with check (access_allows(region, null) or access_works_for(array[lead_unit, owner_unit]));

-- One index for each order of the list, so that a page is read from its beginning.
create index dispatch_case_in_order_of_points on dispatch_case ((coalesce(contribution_pp, 0)), id);
create index dispatch_case_in_order_of_name on dispatch_case (enterprise_name, id);
create index dispatch_case_in_order_of_region on dispatch_case (region, id);
create index dispatch_case_in_order_of_unit on dispatch_case (lead_unit, id);
create index dispatch_case_in_order_of_since on dispatch_case (state_since, id);
create index dispatch_case_in_order_of_state on dispatch_case ((array_position(
    array['OPENED','SENT_BACK','REOPENED','CHANGING','PROPOSED','AGREED','UNDER_WAY','REPORTED','CHECKED','SIGNED_OFF'], state)), id);
create index dispatch_case_by_period on dispatch_case (period);
create index dispatch_case_open_by_region on dispatch_case (region) where state <> 'SIGNED_OFF';
create index dispatch_measure_due on dispatch_measure (due, case_id) where state in ('PLANNED', 'AGREED');
