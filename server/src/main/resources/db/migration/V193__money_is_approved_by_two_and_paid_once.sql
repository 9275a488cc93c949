create sequence policy_notice_number;
create sequence policy_batch_number;
create sequence policy_payment_number;
create sequence policy_payment_file_number;

-- A public notice (公示) of those who are to be paid; it stands through its last day.
create table policy_notice (
    number    text        primary key,
    region    text        not null check (region ~ '^[0-9]{6}$'),
    title     text        not null check (title <> '' and length(title) <= 200),
    contact   text        not null default '' check (length(contact) <= 200),
    from_day  date        not null,
    until_day date        not null check (until_day >= from_day),
    made_by   text        not null,
    made_at   timestamptz not null default now(),
    form_key  text        unique
);

create table policy_notice_line (
    notice          text   not null references policy_notice,
    entitlement_id  bigint not null references entitlement,
    region          text   not null,
    enterprise_name text   not null,
    subject_name    text   not null,
    title           text   not null,
    amount_fen      bigint,
    primary key (notice, entitlement_id)
);

-- Entitlements that two people approve together.
create table policy_batch (
    number      text        primary key,
    region      text        not null check (region ~ '^[0-9]{6}$'),
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'DECLINED')),
    words       text        not null default '' check (length(words) <= 4000),
    proposed_by text        not null,
    proposed_at timestamptz not null default now(),
    decided_by  text,
    decided_at  timestamptz,
    decision    text        not null default '' check (length(decision) <= 4000),
    entries     integer     not null,
    due_fen     bigint      not null,
    granted_fen bigint      not null default 0,
    version     integer     not null default 0,
    form_key    text        unique,
    constraint two_people check (state = 'PROPOSED' or (decided_by is not null and decided_by <> proposed_by))
);

create table policy_batch_line (
    batch          text   not null references policy_batch,
    entitlement_id bigint not null references entitlement,
    enterprise_id  bigint not null,
    region         text   not null,
    due_fen        bigint not null,
    granted_fen    bigint,
    words_zh       text   not null default '',
    words_en       text   not null default '',
    primary key (batch, entitlement_id)
);

-- What may be spent on a clause in a year, and how much of it is promised. Whoever promises locks the row.
create table policy_budget (
    clause        text    not null,
    year          integer not null,
    region        text    not null check (region ~ '^[0-9]{6}$'),
    total_fen     bigint  not null check (total_fen >= 0),
    committed_fen bigint  not null default 0 check (committed_fen >= 0),
    distribution  text    not null check (distribution in ('FIRST_COME', 'BY_PRIORITY', 'PRO_RATA')),
    version       integer not null default 0,
    primary key (clause, year),
    constraint never_overspent check (committed_fen <= total_fen)
);

create table policy_payment_file (
    number    text        primary key,
    region    text        not null check (region ~ '^[0-9]{6}$'),
    made_by   text        not null,
    made_at   timestamptz not null default now(),
    form_key  text        unique,
    payments  integer     not null check (payments > 0),
    total_fen bigint      not null check (total_fen > 0),
    digest    text        not null,
    csv       bytea       not null,
    xlsx      bytea       not null
);
comment on column policy_payment_file.digest is 'SHA-256 of the csv, which the paper that goes with it carries';

create table policy_payment (
    id              bigint      generated always as identity primary key,
    number          text        not null unique,
    entitlement_id  bigint      not null references entitlement,
    enterprise_id   bigint      not null references enterprise,
    root_enterprise bigint      not null references enterprise,
    region          text        not null,
    clause          text        not null,
    once_key        text        not null,
    part            smallint    not null check (part > 0),
    milestone       text        not null default '',
    amount_fen      bigint      not null check (amount_fen > 0),
    state           text        not null check (state in ('PLANNED', 'DUE', 'SENT', 'PAID', 'RETURNED', 'CANCELLED')),
    file            text        references policy_payment_file,
    paid_on         date,
    reason          text        not null default '' check (length(reason) <= 400),
    answer          text,
    constraint what_was_sent_stands_in_a_file check (state not in ('SENT', 'PAID', 'RETURNED') or file is not null),
    constraint what_was_paid_has_its_day check ((state = 'PAID') = (paid_on is not null))
);
create unique index paid_once on policy_payment (root_enterprise, clause, once_key, part)
    where state not in ('RETURNED', 'CANCELLED');
comment on index paid_once is 'nobody is paid twice for the same thing; a payment that came back makes room for another';
create index policy_payment_of on policy_payment (entitlement_id, part, id);
create index policy_payment_by_file on policy_payment (file) where file is not null;
create index policy_payment_due on policy_payment (region text_pattern_ops) where state = 'DUE';

create table policy_payment_share (
    payment_id    bigint not null references policy_payment,
    enterprise_id bigint not null,
    region        text   not null,
    level         text   not null,
    fen           bigint not null check (fen >= 0),
    primary key (payment_id, level)
);

-- The treasury's answers, each file taken once.
create table policy_answer_file (
    digest     text        primary key,
    region     text        not null,
    file_name  text        not null,
    content    bytea       not null,
    taken_by   text        not null,
    taken_at   timestamptz not null default now(),
    lines      integer     not null,
    paid       integer     not null,
    returned   integer     not null
);

create table policy_refund (
    id             bigint      generated always as identity primary key,
    entitlement_id bigint      not null references entitlement,
    enterprise_id  bigint      not null,
    region         text        not null,
    amount_fen     bigint      not null check (amount_fen > 0),
    document       text        not null check (document <> '' and length(document) <= 80),
    refunded_on    date        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null default now(),
    unique (document)
);

-- Whose code changed, and who went into whom: what is still to be paid follows.
create table policy_succession (
    id          bigint      generated always as identity primary key,
    former      bigint      not null unique references enterprise,
    successor   bigint      not null references enterprise check (successor <> former),
    region      text        not null,
    kind        text        not null check (kind in ('RECODED', 'MERGED')),
    effective   date        not null,
    words       text        not null check (words <> '' and length(words) <= 400),
    recorded_by text        not null,
    recorded_at timestamptz not null default now()
);

do $$
declare
    name text;
    enterprise text := 'case (select access_prefix()) when ''*'' then true'
        ' when '''' then enterprise_id = (select access_enterprise())'
        ' else starts_with(region, (select access_prefix())) end';
    unit text := 'case (select access_prefix()) when ''*'' then true when '''' then false'
        ' else starts_with(region, (select access_prefix())) end';
begin
    foreach name in array array['policy_payment', 'policy_payment_share', 'policy_refund', 'policy_batch_line'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy within_unit on %I using (%s) with check (%s)', name, enterprise, enterprise);
    end loop;
    foreach name in array array['policy_notice', 'policy_notice_line', 'policy_batch', 'policy_payment_file',
            'policy_answer_file', 'policy_succession'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy within_unit on %I using (%s) with check (%s)', name, unit, unit);
    end loop;
end $$;

-- A budget is one for all that share it: a city that approves must see what the province promised.
alter table policy_budget enable row level security;
alter table policy_budget force row level security;
create policy of_those_who_pay_from_it on policy_budget
    using (case (select access_prefix()) when '*' then true when '' then false
        else starts_with(region, (select access_prefix())) or starts_with((select access_prefix()), regexp_replace(region, '(00)+$', '')) end);

create trigger refunds_are_kept before update or delete on policy_refund
    for each row execute function rows_are_only_added('a refund that was recorded stays');
create trigger successions_are_kept before update or delete on policy_succession
    for each row execute function rows_are_only_added('who went into whom stays as it was recorded');
create trigger answers_are_kept before update or delete on policy_answer_file
    for each row execute function rows_are_only_added('an answer of the treasury stays as it came');
create trigger files_are_kept before update or delete on policy_payment_file
    for each row execute function rows_are_only_added('a payment file stays as it was sent');
create trigger notices_are_kept before update or delete on policy_notice_line
    for each row execute function rows_are_only_added('what was published stays as it was published');

-- What is paid stays paid, and what a payment says stays as it was.
create function a_payment_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a payment is cancelled, never deleted' using errcode = 'DD003';
    end if;
    if old.state in ('PAID', 'RETURNED', 'CANCELLED')
       or row(old.number, old.entitlement_id, old.clause, old.once_key, old.part, old.milestone, old.amount_fen)
          is distinct from row(new.number, new.entitlement_id, new.clause, new.once_key, new.part, new.milestone, new.amount_fen)
       or (old.file is not null and new.file is distinct from old.file) then
        raise exception 'payment % stays as it was', old.number using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger a_payment_stands before update or delete on policy_payment for each row execute function a_payment_stands();

-- What anybody may read, without an account: the lines of a notice.
create function policy_notice_shown(wanted text) returns table (title text, contact text, region text, from_day date, until_day date)
language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select n.title, n.contact, n.region, n.from_day, n.until_day from policy_notice n where n.number = wanted;
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;
create function policy_notice_lines_shown(wanted text)
returns table (enterprise_name text, subject_name text, title text, region text, amount_fen bigint) language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select l.enterprise_name, l.subject_name, l.title, l.region, l.amount_fen
        from policy_notice_line l where l.notice = wanted order by l.title, l.enterprise_name, l.subject_name;
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;
