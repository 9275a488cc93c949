-- What a member unit holds as far as the one who asks sees it: cases it leads, measures to do, appeals to answer, letters to reply to.
create view member_unit_shows with (security_invoker) as
    select lead_unit as unit, 'CASE' as what from dispatch_case where state <> 'SIGNED_OFF'
    union all
    select owner_unit, 'MEASURE' from dispatch_measure where state in ('PLANNED', 'AGREED')
    union all
    select unit, 'APPEAL' from appeal where state not in ('closed', 'withdrawn')
    union all
    select member_unit, 'LETTER' from supply_letter where state = 'GIVEN';

-- The same anywhere, also where the one who asks sees nothing of it.
drop function member_unit_holds(text);
create function member_unit_holds(wanted text) returns bigint language plpgsql as $$
declare
    scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
    held bigint;
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    select count(*) into held from member_unit_shows where unit = wanted;
    perform set_config('diaodu.unit_prefix', scope, true);
    return held;
end $$;

create or replace function a_unit_is_handed_over_first() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    if new.closed and not old.closed and member_unit_holds(new.code) > 0 then
        raise exception 'member unit % still has open cases, measures, appeals or letters', new.code
            using errcode = 'DD004', hint = 'Hand them over to another unit first.';
    end if;
    return new;
end $$;
drop trigger a_unit_answers_its_appeals_first on member_unit;
drop function a_unit_answers_its_appeals_first();

-- A letter changes hands with a unit, and its timeline says so.
alter table supply_event drop constraint supply_event_kind_check;
alter table supply_event add constraint supply_event_kind_check check (kind in
    ('REPORT', 'CONFIRM', 'RETURN', 'SUPPLEMENT', 'PASS_UP', 'WRITE', 'REPLY', 'SETTLE', 'WITHDRAW', 'REGISTER', 'GIVE', 'HAND_OVER',
     'ANSWER', 'FILE_ADD', 'FILE_REMOVE'));
