-- Programs and assistants ask with the rights of an account by a token: shown once, kept as its digest, over on a day.
create table access_token (
    id         bigint      generated always as identity primary key,
    account    bigint      not null references account on delete cascade,
    name       text        not null check (name <> '' and length(name) <= 60),
    digest     text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    hint       text        not null check (length(hint) = 4),
    made_at    timestamptz not null default now(),
    expires_on date        not null,
    used_on    date,
    revoked_at timestamptz
);
comment on column access_token.digest is 'SHA-256 of the token, which has 256 random bits';
comment on column access_token.hint is 'its last four letters, to tell one from another';
comment on column access_token.used_on is 'the last day on which somebody came with it';
create index access_token_of on access_token (account, id desc);

alter table access_token enable row level security;
alter table access_token force row level security;
create policy access_token_of_its_account on access_token
    using (access_is_system() or account::text = current_setting('diaodu.user', true))
    with check (access_is_system() or account::text = current_setting('diaodu.user', true));
revoke update, delete on access_token from ${application};
grant update (used_on, revoked_at) on access_token to ${application};
