-- A leader passes on an appeal (转办诉求) of an enterprise he looks after, and sees what becomes of its appeals.
alter table appeal add passed_on_by text not null default '' check (length(passed_on_by) <= 200);
comment on column appeal.passed_on_by is 'who raised it for the enterprise, by name and post; empty where it did so itself';

create or replace function what_was_raised_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'an appeal is closed or withdrawn, never deleted' using errcode = 'DD003';
    end if;
    if row(old.number, old.enterprise_id, old.enterprise_name, old.region, old.subject, old.urgency, old.words, old.contact_name,
           old.contact_phone, old.form_key, old.raised_by, old.raised_at, old.passed_on_by)
       is distinct from row(new.number, new.enterprise_id, new.enterprise_name, new.region, new.subject, new.urgency, new.words,
           new.contact_name, new.contact_phone, new.form_key, new.raised_by, new.raised_at, new.passed_on_by) then
        raise exception 'what was raised stays as it was' using errcode = 'DD003';
    end if;
    return new;
end $$;

-- The enterprises the acting person looks after today.
create function access_looked_after() returns bigint[]
    language sql stable
    return coalesce((select array_agg(p.enterprise_id) from pairing p join leader l on l.id = p.leader
                     where l.account::text = current_setting('diaodu.user', true)
                       and p.since <= business_day() and (p.until is null or p.until > business_day())), '{}');

-- The own enterprise, the region, the unit that has it or helps, or whoever looks after the enterprise.
alter policy within_unit on appeal
    using (case (select access_prefix()) when '*' then true
               when '' then enterprise_id = (select access_enterprise())
               else starts_with(region, (select access_prefix())) end
           or coalesce((select access_member_unit()) = any(units), false)
           or enterprise_id = any((select access_looked_after())::bigint[]));
