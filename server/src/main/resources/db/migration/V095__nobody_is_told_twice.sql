-- What somebody is told. The same key is told to the same account once, however often it is said.
create table notice (
    id bigint generated always as identity primary key,
    account bigint not null references account on delete cascade,
    key text not null check (key <> ''),
    topic text not null check (topic <> ''),
    title text not null check (title <> ''),
    body text not null default '',
    href text not null check (href like '/%' and href not like '//%'),
    told_at timestamptz not null default now(),
    read_at timestamptz,
    unique (account, key)
);
create index notice_latest on notice (account, id desc);
create index notice_unread on notice (account) where read_at is null;

alter table notice enable row level security;
alter table notice force row level security;
create policy notice_is_read_by_its_own on notice for select
    using (access_is_system() or account::text = current_setting('diaodu.user', true));
create policy notice_is_told_by_whoever_acts on notice for insert with check (read_at is null);
create policy notice_is_marked_by_its_own on notice for update
    using (account::text = current_setting('diaodu.user', true))
    with check (account::text = current_setting('diaodu.user', true));
revoke update on notice from ${application};
grant update (read_at) on notice to ${application};

-- Every platform that runs on this database hears at the commit whose pages have something new.
create function notice_is_heard() returns trigger language plpgsql as $$
begin
    perform pg_notify('notice', new.account::text);
    return null;
end $$;
create trigger notice_is_heard after insert or update on notice for each row execute function notice_is_heard();

-- Where notices also go, as their reader chose it.
create table notice_channel (
    id bigint generated always as identity primary key,
    account bigint not null references account on delete cascade,
    kind text not null check (kind in ('MAIL', 'WEBHOOK')),
    address text not null check (address <> ''),
    opened_at timestamptz not null default now(),
    collected_at timestamptz not null default now(),
    version integer not null default 0,
    unique (account, kind)
);
comment on column notice_channel.opened_at is 'what was told before is not sent';
comment on column notice_channel.collected_at is 'when it was last looked whether there is something to send';

alter table notice_channel enable row level security;
alter table notice_channel force row level security;
create policy notice_channel_own on notice_channel for all
    using (access_is_system() or account::text = current_setting('diaodu.user', true))
    with check (access_is_system() or account::text = current_setting('diaodu.user', true));

-- What is on its way: written in the transaction that collects it, tried until it arrives.
create table notice_delivery (
    id bigint generated always as identity primary key,
    channel bigint not null references notice_channel on delete cascade,
    notices bigint[] not null check (cardinality(notices) > 0),
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts integer not null default 0,
    next_at timestamptz not null default now(),
    fault text,
    sent_at timestamptz
);
create index notice_delivery_waiting on notice_delivery (next_at) where state = 'WAITING';

alter table notice_delivery enable row level security;
alter table notice_delivery force row level security;
create policy notice_delivery_system on notice_delivery for all using (access_is_system());
create policy notice_delivery_own on notice_delivery for select
    using (exists (select from notice_channel c where c.id = channel));

-- Numbers of accounts to tell something to, also for those who may not see the accounts themselves.
create function accounts_of_enterprise(enterprise bigint) returns setof bigint language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select a.id from account a where a.enterprise_id = enterprise and a.enabled;
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;
create function accounts_named(wanted text) returns setof bigint language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select a.id from account a where lower(a.name) = lower(wanted) and a.enabled;
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;
