-- Whoever gives work to a member unit keeps it open until that is done: closing it waits, and then finds the work; given to one
-- that was closed meanwhile, it is refused.
create function work_is_given_to_an_open_unit() returns trigger language plpgsql as $$
declare
    receiver text := to_jsonb(new) ->> tg_argv[0];
    said text;
begin
    if receiver is null then return new; end if;
    if tg_op = 'UPDATE' then
        if to_jsonb(old) ->> tg_argv[0] = receiver then return new; end if;
    end if;
    select name into said from member_unit where code = receiver and not closed for share;
    if not found then
        raise exception 'member unit % is closed', receiver using errcode = 'DD005', hint = 'Choose another unit.';
    end if;
    return new;
end $$;
create trigger work_is_given_to_an_open_unit before insert or update of lead_unit on dispatch_case
    for each row execute function work_is_given_to_an_open_unit('lead_unit');
create trigger work_is_given_to_an_open_unit before insert or update of owner_unit on dispatch_measure
    for each row execute function work_is_given_to_an_open_unit('owner_unit');
create trigger work_is_given_to_an_open_unit before insert or update of unit on appeal
    for each row execute function work_is_given_to_an_open_unit('unit');
create trigger work_is_given_to_an_open_unit before insert or update of member_unit on supply_letter
    for each row execute function work_is_given_to_an_open_unit('member_unit');
