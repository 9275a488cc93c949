-- An appeal (诉求) of an enterprise: its events are the truth, what it says of its state is read from them.
create sequence appeal_number;

create table appeal (
    id              bigint      generated always as identity primary key,
    number          text        not null unique,
    enterprise_id   bigint      not null references enterprise,
    enterprise_name text        not null,
    region          text        not null check (region ~ '^[0-9]{6}$'),
    subject         text        not null,
    urgency         text        not null check (urgency in ('ORDINARY', 'URGENT')),
    words           text        not null check (words <> '' and length(words) <= 4000),
    contact_name    text        not null default '' check (length(contact_name) <= 40),
    contact_phone   text        not null default '' check (length(contact_phone) <= 40),
    form_key        text        not null check (form_key <> '' and length(form_key) <= 80),
    raised_by       text        not null,
    raised_at       timestamptz not null,
    state           text        not null check (state in ('raised', 'disputed', 'taken', 'asked', 'resolved', 'closed',
                                                          'withdrawn')),
    state_since     timestamptz not null,
    round           integer     not null default 1,
    level           text        not null check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY')),
    unit            text        not null references member_unit,
    helpers         text[]      not null default '{}',
    units           text[]      not null generated always as (array_prepend(unit, helpers)) stored,
    due             timestamptz,
    due_term        text,
    stands_since    timestamptz,
    next_look       timestamptz,
    satisfied       boolean,
    advice          text        not null default '' check (length(advice) <= 1000),
    version         integer     not null default 0,
    constraint a_form_raises_one_appeal unique (enterprise_id, form_key)
);
comment on column appeal.units is 'the unit that has it and those that help: their officers see it';
comment on column appeal.due is 'the first end of a term that is open; none while the clock stands, unless it was missed before';
comment on column appeal.next_look is 'when a measure is due if nothing else happens';
comment on column appeal.advice is 'what helped, in words that other enterprises may read';
create index appeal_of_enterprise on appeal (enterprise_id, id desc);
create index appeal_by_region on appeal (region text_pattern_ops);
create index appeal_by_unit on appeal using gin (units);
create index appeal_by_due on appeal (due);
create index appeal_to_look_at on appeal (next_look) where next_look is not null;
create index appeal_with_advice on appeal (subject, id desc) where advice <> '';

create table appeal_event (
    id            bigint      generated always as identity primary key,
    appeal_id     bigint      not null references appeal,
    enterprise_id bigint      not null,
    region        text        not null,
    round         integer     not null,
    at            timestamptz not null,
    kind          text        not null,
    actor         text        not null,
    actor_name    text        not null,
    actor_unit    text        not null,
    words         text        not null default '' check (length(words) <= 4000),
    level         text,
    unit          text        references member_unit,
    form_key      text
);
comment on column appeal_event.kind is 'a step of the clock, or HELPERS, NOTE, RATED';
comment on column appeal_event.level is 'of the unit, where it was raised';
comment on column appeal_event.unit is 'to whom it went, where it was raised, rerouted or reopened; who shall help; who is proposed in a dispute';
create index appeal_event_of_appeal on appeal_event (appeal_id, id);
create unique index appeal_event_once on appeal_event (appeal_id, form_key) where form_key is not null;

-- What was done because a term was missed: at most once each, whoever looks and however often.
create table appeal_escalation (
    id            bigint      generated always as identity primary key,
    appeal_id     bigint      not null references appeal,
    enterprise_id bigint      not null,
    region        text        not null,
    round         integer     not null,
    term          text        not null,
    measure       text        not null check (measure in ('REMINDER', 'SUPERVISION', 'BRIEF')),
    at            timestamptz not null,
    unit          text        not null references member_unit,
    written_at    timestamptz not null default now(),
    unique (appeal_id, round, term, measure, at)
);

create function access_member_unit() returns text
    language sql stable parallel safe
    return nullif(current_setting('diaodu.member_unit', true), '');

alter table appeal enable row level security;
alter table appeal force row level security;
alter table appeal_event enable row level security;
alter table appeal_event force row level security;
alter table appeal_escalation enable row level security;
alter table appeal_escalation force row level security;

-- The own enterprise, the region, or the unit that has it or helps.
create policy within_unit on appeal
    using (case (select access_prefix()) when '*' then true
               when '' then enterprise_id = (select access_enterprise())
               else starts_with(region, (select access_prefix())) end
           or coalesce((select access_member_unit()) = any(units), false));
create policy within_appeal on appeal_event
    using (case (select access_prefix()) when '*' then true
               when '' then enterprise_id = (select access_enterprise())
               else starts_with(region, (select access_prefix())) end
           or exists (select from appeal a where a.id = appeal_id));
create policy within_appeal on appeal_escalation
    using (case (select access_prefix()) when '*' then true
               when '' then enterprise_id = (select access_enterprise())
               else starts_with(region, (select access_prefix())) end
           or exists (select from appeal a where a.id = appeal_id));

-- For tables to which rows are only added; the argument says what is refused.
create function rows_are_only_added() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0] using errcode = 'DD003';
end $$;
create trigger the_timeline_of_an_appeal_stands before update or delete on appeal_event
    for each row execute function rows_are_only_added('what happened to an appeal is never changed or deleted');
create trigger the_timeline_of_an_appeal_is_not_truncated before truncate on appeal_event
    for each statement execute function rows_are_only_added('what happened to an appeal is never changed or deleted');
create trigger what_was_escalated_stands before update or delete on appeal_escalation
    for each row execute function rows_are_only_added('what happened to an appeal is never changed or deleted');

create function what_was_raised_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'an appeal is closed or withdrawn, never deleted' using errcode = 'DD003';
    end if;
    if row(old.number, old.enterprise_id, old.enterprise_name, old.region, old.subject, old.urgency, old.words, old.contact_name,
           old.contact_phone, old.form_key, old.raised_by, old.raised_at)
       is distinct from row(new.number, new.enterprise_id, new.enterprise_name, new.region, new.subject, new.urgency, new.words,
           new.contact_name, new.contact_phone, new.form_key, new.raised_by, new.raised_at) then
        raise exception 'what was raised stays as it was' using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger what_was_raised_stands before update or delete on appeal
    for each row execute function what_was_raised_stands();

-- A unit that has an appeal to answer is handed over before it is closed.
create function a_unit_answers_its_appeals_first() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    if new.closed and not old.closed and exists (
            select from appeal a where a.unit = new.code and a.state not in ('closed', 'withdrawn')) then
        raise exception 'member unit % still has appeals', new.code
            using errcode = 'DD004', hint = 'Close them or reroute them first.';
    end if;
    return new;
end $$;
create trigger a_unit_answers_its_appeals_first before update on member_unit
    for each row execute function a_unit_answers_its_appeals_first();

-- Numbers of accounts to tell something to, as in V095.
create function accounts_of_member_units(wanted text[]) returns setof bigint language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select a.id from account a where a.member_unit = any(wanted) and a.enabled;
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;
-- Those with a role in the first of these governments that has any.
create function accounts_in_charge(wanted text, governments text[]) returns setof bigint language plpgsql as $$
declare
    scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
    government text;
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    foreach government in array governments loop
        return query select a.id from account a join account_role r on r.account = a.id
            where a.unit = government and r.role = wanted and a.enabled;
        exit when found;
    end loop;
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;

-- What helped others with the same subject, and nothing that tells who or where they are.
create function appeals_like(wanted text, most integer) returns setof text language plpgsql as $$
declare scope text := coalesce(current_setting('diaodu.unit_prefix', true), '');
begin
    perform set_config('diaodu.unit_prefix', '*', true);
    return query select a.advice from appeal a
        where a.subject = wanted and a.advice <> '' and a.state = 'closed' order by a.id desc limit most;
    perform set_config('diaodu.unit_prefix', scope, true);
end $$;
