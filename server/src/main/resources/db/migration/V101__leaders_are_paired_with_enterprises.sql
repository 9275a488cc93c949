-- Leaders and officers who look after enterprises (包联); most of them never sign in.
create table leader (
    id      bigint  generated always as identity primary key,
    name    text    not null check (name <> '' and length(name) <= 60),
    post    text    not null check (post <> '' and length(post) <= 80),
    unit    text    not null references unit,
    account bigint  unique references account,
    left_on date,
    version integer not null default 0
);
comment on column leader.unit is 'the government they serve: its level is theirs';
comment on column leader.left_on is 'the day they left the post; null while in it';
create index leader_by_unit on leader (unit text_pattern_ops);

-- Who looks after an enterprise, from when until when; one at a time.
create table pairing (
    id              bigint  generated always as identity primary key,
    enterprise_id   bigint  not null references enterprise,
    enterprise_name text    not null,
    region          text    not null check (region ~ '^[0-9]{6}$'),
    leader          bigint  not null references leader,
    since           date    not null,
    until           date,
    how             text    not null check (how in ('RULE', 'HAND', 'HANDOVER')),
    why             text    not null default '' check (length(why) <= 1000),
    note            text    not null default '' check (length(note) <= 4000),
    made_by         text    not null,
    made_by_name    text    not null,
    made_at         timestamptz not null default now(),
    ended_why       text    not null default '' check (length(ended_why) <= 1000),
    constraint it_ends_after_it_begins check (until is null or until >= since)
);
comment on column pairing.until is 'the first day on which it no longer holds; null while it does';
comment on column pairing.note is 'what the one before leaves to the one who takes over';
create unique index pairing_one_holds on pairing (enterprise_id) where until is null;
create index pairing_of_leader on pairing (leader) where until is null;
create index pairing_by_region on pairing (region text_pattern_ops);

create table pairing_visit (
    id            bigint  generated always as identity primary key,
    enterprise_id bigint  not null references enterprise,
    region        text    not null,
    leader        bigint  not null references leader,
    form          text    not null unique check (length(form) between 8 and 64),
    day           date    not null,
    met           text    not null check (met <> '' and length(met) <= 200),
    notes         text    not null check (notes <> '' and length(notes) <= 4000),
    logged_by     text    not null,
    logged_by_name text   not null,
    logged_at     timestamptz not null default now()
);
comment on column pairing_visit.form is 'the form it came from: sent twice, it is logged once';
create index pairing_visit_of_enterprise on pairing_visit (enterprise_id, day desc);

-- What is to come of a visit, ticked off one by one.
create table pairing_follow_up (
    id            bigint  generated always as identity primary key,
    visit         bigint  not null references pairing_visit,
    enterprise_id bigint  not null,
    region        text    not null,
    words         text    not null check (words <> '' and length(words) <= 500),
    due           date,
    done_on       date,
    outcome       text    not null default '' check (length(outcome) <= 1000),
    done_by_name  text    not null default '',
    version       integer not null default 0
);
create index pairing_follow_up_of_visit on pairing_follow_up (visit);
create index pairing_follow_up_open on pairing_follow_up (enterprise_id) where done_on is null;

-- A policy explained to the enterprise, which reads it.
create table pairing_explanation (
    id            bigint  generated always as identity primary key,
    enterprise_id bigint  not null references enterprise,
    region        text    not null,
    leader        bigint  not null references leader,
    form          text    not null unique check (length(form) between 8 and 64),
    title         text    not null check (title <> '' and length(title) <= 120),
    words         text    not null check (words <> '' and length(words) <= 4000),
    link          text    not null default '' check (link = '' or (length(link) <= 520 and link ~ '^https?://[^[:space:]]+$')),
    sent_by_name  text    not null,
    sent_at       timestamptz not null default now()
);
create index pairing_explanation_of_enterprise on pairing_explanation (enterprise_id, id desc);

create table pairing_event (
    id            bigint      generated always as identity primary key,
    enterprise_id bigint      not null,
    region        text        not null,
    at            timestamptz not null default now(),
    kind          text        not null,
    actor         text        not null,
    actor_name    text        not null,
    actor_unit    text        not null,
    words         text        not null default ''
);
create index pairing_event_of_enterprise on pairing_event (enterprise_id, id);
create trigger what_happened_to_a_pairing_stands before update or delete on pairing_event
    for each row execute function rows_are_only_added('what happened to a pairing is never changed or deleted');
create trigger what_happened_to_a_pairing_is_not_truncated before truncate on pairing_event
    for each statement execute function rows_are_only_added('what happened to a pairing is never changed or deleted');

do $$
declare name text;
begin
    foreach name in array array['leader', 'pairing', 'pairing_visit', 'pairing_follow_up', 'pairing_explanation', 'pairing_event'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
    end loop;
end $$;

-- Name and post of a public official are seen by whoever is signed in; written by the governments above and their own.
create policy seen_by_all_who_are_signed_in on leader for select
    using (access_is_system() or coalesce(nullif(current_setting('diaodu.user', true), '0'), '') <> '');
create policy written_within_unit on leader for all
    using (access_allows(unit, null)) with check (access_allows(unit, null));

-- Above in the region, the enterprise itself, and whoever looks after it.
create policy seen_by_those_concerned on pairing for select
    using (case (select access_prefix()) when '*' then true
               when '' then enterprise_id = (select access_enterprise())
               else starts_with(region, (select access_prefix())) end
           or exists (select from leader l where l.id = pairing.leader and l.account::text = current_setting('diaodu.user', true)));
create policy written_within_unit on pairing for all
    using (access_allows(region, null)) with check (access_allows(region, null));

-- The leader who looks after an enterprise now, where that is the acting person; null for everybody else.
create function pairing_own_leader(enterprise bigint) returns bigint
    language sql stable
    return (select p.leader from pairing p join leader l on l.id = p.leader
            where p.enterprise_id = enterprise and p.until is null
              and l.account::text = current_setting('diaodu.user', true));

create policy seen_by_the_government_and_the_paired on pairing_visit
    using (access_allows(region, null) or pairing_own_leader(enterprise_id) is not null);
create policy seen_by_the_government_and_the_paired on pairing_follow_up
    using (access_allows(region, null) or pairing_own_leader(enterprise_id) is not null);
create policy seen_by_the_government_and_the_paired on pairing_event
    using (access_allows(region, null) or pairing_own_leader(enterprise_id) is not null);
create policy shared_with_the_enterprise on pairing_explanation for select
    using (access_allows(region, enterprise_id) or pairing_own_leader(enterprise_id) is not null);
create policy written_by_the_government_and_the_paired on pairing_explanation for insert
    with check (access_allows(region, null) or pairing_own_leader(enterprise_id) is not null);
create policy of_a_visit on attachment
    using (kind = 'visit' and exists (select from pairing_visit v where v.id = host));
