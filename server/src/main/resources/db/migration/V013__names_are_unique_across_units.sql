-- Sign-in names are unique in the whole platform, also where the administrator asking does not look after the other one.
create function access_name_taken(wanted text) returns boolean language plpgsql volatile as $$
declare
    own text := coalesce(current_setting('diaodu.unit_prefix', true), '');
    taken boolean;
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    select exists (select from account where lower(name) = lower(wanted)) into taken;
    perform set_config('diaodu.unit_prefix', own, true);
    return taken;
end $$;
