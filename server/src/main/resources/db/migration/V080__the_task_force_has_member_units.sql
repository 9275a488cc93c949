-- The member units of the task force (成员单位): departments and companies of a province, a city or a county.
create table member_unit (
    code text primary key check (code ~ '^[0-9A-Z-]{2,24}$'),
    name text not null unique check (name <> '' and length(name) <= 60),
    region text not null references unit,
    closed boolean not null default false,
    version integer not null default 0
);

alter table account add column member_unit text references member_unit;
alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check check (role in
    ('CLERK', 'ANALYST', 'LEADER', 'DISPATCHER', 'OFFICER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'));

-- Whether the acting person works for one of these member units.
create function access_works_for(units text[]) returns boolean
    language sql stable parallel safe
    return coalesce(nullif(current_setting('diaodu.member_unit', true), '') = any(units), false);
