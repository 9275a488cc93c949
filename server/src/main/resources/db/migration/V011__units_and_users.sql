create table unit (
    code text primary key check (code ~ '^[0-9]{6}$'),
    name text not null check (name <> ''),
    level text not null check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY')),
    parent text references unit,
    closed boolean not null default false,
    version integer not null default 0
);

create table account (
    id bigint generated always as identity primary key,
    name text not null check (name <> ''),
    display_name text not null check (display_name <> ''),
    unit text not null references unit,
    enterprise_id bigint,
    oidc_subject text unique,
    enabled boolean not null default true,
    created_at timestamptz not null default now(),
    version integer not null default 0
);
create unique index account_name on account (lower(name));
create index account_unit on account (unit text_pattern_ops);

create table account_role (
    account bigint not null references account on delete cascade,
    role text not null check (role in ('CLERK', 'ANALYST', 'LEADER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')),
    primary key (account, role)
);

-- Kept apart from the account, so that reading who somebody is never reads their password.
create table credential (
    account bigint primary key references account on delete cascade,
    password text not null,
    must_change boolean not null default false,
    failures integer not null default 0,
    locked_until timestamptz,
    changed_at timestamptz not null default now()
);

-- Giving an administrator's role takes a second security administrator.
create table role_request (
    id bigint generated always as identity primary key,
    account bigint not null references account on delete cascade,
    roles text[] not null,
    reason text not null check (reason <> ''),
    asked_by bigint not null references account,
    asked_at timestamptz not null default now(),
    state text not null default 'ASKED' check (state in ('ASKED', 'APPROVED', 'REFUSED')),
    decided_by bigint references account check (decided_by <> asked_by),
    decided_at timestamptz
);
create unique index role_request_open on role_request (account) where state = 'ASKED';

-- Names are seen by the security administrator of the unit, by colleagues above or in the unit, and by oneself.
create function access_sees_account(id bigint, unit text, enterprise bigint) returns boolean
    language sql stable parallel safe
    return access_administers('security', unit)
        or access_allows(unit, enterprise)
        or id::text = current_setting('diaodu.user', true);

alter table account enable row level security;
alter table account force row level security;
create policy account_read on account for select using (access_sees_account(id, unit, enterprise_id));
create policy account_write on account for all using (access_administers('security', unit));

alter table account_role enable row level security;
alter table account_role force row level security;
create policy account_role_read on account_role for select
    using (exists (select from account a where a.id = account_role.account));
create policy account_role_write on account_role for all
    using (exists (select from account a where a.id = account_role.account and access_administers('security', a.unit)));

alter table credential enable row level security;
alter table credential force row level security;
create policy credential_own on credential for all
    using (access_is_system() or account::text = current_setting('diaodu.user', true)
        or exists (select from account a where a.id = credential.account and access_administers('security', a.unit)));

alter table role_request enable row level security;
alter table role_request force row level security;
create policy role_request_security on role_request for all
    using (exists (select from account a where a.id = role_request.account and access_administers('security', a.unit)));
