-- What a member unit holds anywhere, also where the one who asks sees nothing of it.
create function member_unit_holds(wanted text) returns table (cases bigint, measures bigint) language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select
        (select count(*) from dispatch_case c where c.lead_unit = wanted and c.state <> 'SIGNED_OFF'),
        (select count(*) from dispatch_measure m where m.owner_unit = wanted and m.state in ('PLANNED', 'AGREED'));
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;

create or replace function a_unit_is_handed_over_first() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
declare held record;
begin
    if new.closed and not old.closed then
        select * into held from member_unit_holds(new.code);
        if held.cases + held.measures > 0 then
            raise exception 'member unit % still has open cases or measures', new.code
                using errcode = 'DD004', hint = 'Hand them over to another unit first.';
        end if;
    end if;
    return new;
end $$;

create index dispatch_case_by_lead on dispatch_case (lead_unit) where state <> 'SIGNED_OFF';
