-- A file of facts between its dry run and its writing; only who uploaded it sees it.
create table policy_intake (
    id           uuid        primary key,
    file_name    text        not null,
    digest       text        not null,
    content      bytea       not null,
    state        text        not null check (state in ('CHECKED', 'WRITTEN')),
    report       jsonb       not null,
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null default now(),
    written      integer,
    written_at   timestamptz
);
alter table policy_intake enable row level security;
alter table policy_intake force row level security;
create policy own_files on policy_intake
    using (uploaded_by = current_setting('diaodu.user', true)) with check (uploaded_by = current_setting('diaodu.user', true));

-- A run of all clauses in force over all enterprises in the list, in the order of their numbers.
create table match_run (
    id           bigint      generated always as identity primary key,
    day          date        not null,
    cause        text        not null check (cause in ('CLOSE', 'BUTTON')),
    words        text        not null default '',
    asked_by     text        not null,
    asked_at     timestamptz not null default now(),
    state        text        not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    begun_at     timestamptz,
    done_at      timestamptz,
    clauses      integer     not null default 0,
    enterprises  integer     not null default 0,
    subjects     integer     not null default 0,
    done         integer     not null default 0,
    upto         bigint      not null default 0,
    fault        text
);
comment on column match_run.upto is 'enterprises up to this number are done: a run that was interrupted goes on after it';
create unique index match_run_one_is_open on match_run ((true)) where state in ('WAITING', 'RUNNING');

-- What the last run said to each subject, of the clauses that speak of it.
create table match_verdict (
    enterprise_id bigint   not null references enterprise,
    region        text     not null,
    subject_kind  text     not null,
    subject_code  text     not null,
    subject_name  text     not null,
    clause        text     not null,
    verdict       text     not null check (verdict in ('ENTITLED', 'RECEIVED', 'OUTDONE', 'NEEDS', 'NOT', 'FAULT')),
    due_fen       bigint,
    paid_fen      bigint,
    failing       smallint not null default 0,
    missing       text[]   not null default '{}',
    words_zh      text     not null default '',
    words_en      text     not null default '',
    run           bigint   not null references match_run,
    primary key (enterprise_id, subject_kind, subject_code, clause)
);
comment on column match_verdict.due_fen is 'what the clause gives by itself; null where it gives no money';
comment on column match_verdict.paid_fen is 'what the best bundle leaves of it; OUTDONE where that is nothing';
comment on column match_verdict.failing is 'conditions that fail in the nearest row; 1 is almost';
create index match_verdict_by_clause on match_verdict (clause, verdict);

-- What a run found otherwise than the run before.
create table match_difference (
    id            bigint      generated always as identity primary key,
    run           bigint      not null references match_run,
    enterprise_id bigint      not null references enterprise,
    enterprise_name text      not null,
    credit_code   text        not null,
    region        text        not null,
    subject_kind  text        not null,
    subject_code  text        not null,
    subject_name  text        not null,
    clause        text        not null,
    title         text        not null,
    title_en      text        not null default '',
    kind          text        not null check (kind in ('NEW', 'LOST', 'AMOUNT', 'CONFLICT', 'UNCERTAIN', 'BROKEN', 'FAULT')),
    before_fen    bigint,
    after_fen     bigint,
    entitlement   text,
    words_zh      text        not null default '',
    words_en      text        not null default ''
);
comment on column match_difference.kind is 'BROKEN: paid, and the condition no longer holds within the months in which it may be asked back';
create index match_difference_of on match_difference (run, kind, id);
create index match_difference_broken on match_difference (entitlement) where kind = 'BROKEN';

alter table match_run enable row level security;
alter table match_run force row level security;
create policy read_by_everybody on match_run for select using (coalesce(current_setting('diaodu.user', true), '') <> '');
create policy asked_by_officers on match_run for insert with check (coalesce(current_setting('diaodu.unit_prefix', true), '') <> '');
create policy run_by_the_platform on match_run for update using (access_is_system()) with check (access_is_system());

do $$
declare
    name text;
    allowed text := 'case (select access_prefix()) when ''*'' then true'
        ' when '''' then enterprise_id = (select access_enterprise())'
        ' else starts_with(region, (select access_prefix())) end';
begin
    foreach name in array array['match_verdict', 'match_difference'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy within_unit on %I using (%s) with check (%s)', name, allowed, allowed);
    end loop;
end $$;

create trigger differences_are_kept before update or delete on match_difference
    for each row execute function rows_are_only_added('what a run found is never changed or deleted');
