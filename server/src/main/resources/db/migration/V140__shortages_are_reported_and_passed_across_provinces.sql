-- Shortages and blocked transport (缺料、物流受阻) as enterprises report them, and the letters (协调函) to and from other provinces.
create sequence supply_report_number;

create table supply_report (
    id              bigint        generated always as identity primary key,
    number          text          not null unique,
    enterprise_id   bigint        not null references enterprise,
    enterprise_name text          not null,
    credit_code     text          not null,
    industry        text          not null,
    region          text          not null check (region ~ '^[0-9]{6}$'),
    kind            text          not null check (kind in ('MATERIAL', 'PART', 'TRANSPORT', 'STAFF')),
    item            text          not null check (item <> '' and length(item) <= 200),
    amount          numeric(18,3) not null check (amount > 0),
    unit            text          not null check (unit <> '' and length(unit) <= 20),
    supplier        text          not null check (supplier <> '' and length(supplier) <= 200),
    province        text          not null check (province ~ '^[0-9]{2}0000$'),
    place           text          not null check (length(place) <= 100),
    since           date          not null,
    stock_days      integer       not null check (stock_days between 0 and 365),
    output_at_risk  numeric(14,2) not null check (output_at_risk >= 0),
    words           text          not null check (length(words) <= 4000),
    contact_name    text          not null check (contact_name <> '' and length(contact_name) <= 40),
    contact_phone   text          not null check (contact_phone <> '' and length(contact_phone) <= 40),
    state           text          not null check (state in
        ('REPORTED', 'RETURNED', 'CONFIRMED', 'ESCALATED', 'WRITTEN', 'REPLIED', 'SETTLED', 'WITHDRAWN')),
    state_since     timestamptz   not null,
    due             timestamptz,
    result          text          check (result in ('SOLVED', 'PARTLY', 'UNSOLVED')),
    reported_by     text          not null,
    reported_at     timestamptz   not null,
    form_key        text,
    version         integer       not null default 0,
    unique (enterprise_id, form_key),
    constraint what_is_settled_has_a_result check ((state = 'SETTLED') = (result is not null)),
    constraint only_what_waits_for_an_office_is_due check
        ((due is not null) = (state in ('REPORTED', 'CONFIRMED', 'ESCALATED', 'WRITTEN', 'REPLIED')))
);
comment on column supply_report.province is 'the province the goods come from, or where the way is blocked';
comment on column supply_report.stock_days is 'for how many days the enterprise can go on';
comment on column supply_report.output_at_risk is 'in 10 000 yuan';
comment on column supply_report.due is 'by when the step that is expected now is to be taken';
create index supply_report_by_region on supply_report (region text_pattern_ops);
create index supply_report_by_enterprise on supply_report (enterprise_id, reported_at desc);
create index supply_report_due on supply_report (due) where due is not null;

create table supply_letter_serial (
    year integer primary key,
    last integer not null
);
comment on table supply_letter_serial is 'the last number of an outgoing letter in a year';

create table supply_letter (
    id            bigint      generated always as identity primary key,
    direction     text        not null check (direction in ('OUT', 'IN')),
    number        text        not null check (number <> '' and length(number) <= 60),
    report_id     bigint      references supply_report,
    enterprise_id bigint,
    region        text        not null check (region ~ '^[0-9]{6}$'),
    province      text        not null check (province ~ '^[0-9]{2}0000$'),
    office        text        not null check (office <> '' and length(office) <= 100),
    subject       text        not null check (subject <> '' and length(subject) <= 200),
    asked         text        not null check (asked <> '' and length(asked) <= 4000),
    dated         date        not null,
    reply_by      date        not null,
    contact_name  text        not null check (contact_name <> '' and length(contact_name) <= 40),
    contact_phone text        not null check (contact_phone <> '' and length(contact_phone) <= 40),
    member_unit   text        references member_unit (code),
    state         text        not null check (state in ('SENT', 'REGISTERED', 'GIVEN', 'ANSWERED')),
    state_since   timestamptz not null,
    reply         text        not null default '' check (length(reply) <= 4000),
    replied_on    date,
    written_by    text        not null,
    written_at    timestamptz not null,
    form_key      text        unique,
    version       integer     not null default 0,
    constraint a_letter_out_is_about_a_report check ((direction = 'OUT') = (report_id is not null and enterprise_id is not null)),
    constraint a_letter_out_is_sent_or_answered check (direction = 'IN' or state in ('SENT', 'ANSWERED')),
    constraint a_letter_in_was_registered check (direction = 'OUT' or state <> 'SENT'),
    constraint what_is_given_has_a_unit check (state <> 'GIVEN' or member_unit is not null),
    constraint what_is_answered_has_a_reply check ((state = 'ANSWERED') = (reply <> '' and replied_on is not null)),
    constraint a_reply_follows_in_time check (reply_by >= dated)
);
comment on column supply_letter.province is 'the other province';
comment on column supply_letter.office is 'the unit there: addressee of a letter out, sender of a letter in';
create unique index supply_letter_is_registered_once on supply_letter (direction, province, number);
create index supply_letter_of_report on supply_letter (report_id, id);
create index supply_letter_of_unit on supply_letter (member_unit) where state = 'GIVEN';

create table supply_event (
    id            bigint      generated always as identity primary key,
    report_id     bigint      references supply_report,
    letter_id     bigint      references supply_letter,
    enterprise_id bigint,
    region        text        not null,
    at            timestamptz not null,
    kind          text        not null check (kind in ('REPORT', 'CONFIRM', 'RETURN', 'SUPPLEMENT', 'PASS_UP', 'WRITE', 'REPLY',
                                                       'SETTLE', 'WITHDRAW', 'REGISTER', 'GIVE', 'ANSWER', 'FILE_ADD', 'FILE_REMOVE')),
    state         text        not null,
    actor         text        not null,
    actor_name    text        not null,
    actor_unit    text        not null,
    words         text        not null default '' check (length(words) <= 4300),
    constraint an_event_is_about_something check (report_id is not null or letter_id is not null)
);
comment on column supply_event.state is 'the state of the report, or of a letter in, after the step';
create index supply_event_of_report on supply_event (report_id, id);
create index supply_event_of_letter on supply_event (letter_id, id);

-- A report and its letters are seen by the region and the enterprise; by officers in the region their unit acts in; officers of a
-- province's member units take steps as well. A letter in belongs to the province, and to the unit it is given to.
do $$
declare
    name text;
    allowed text := 'case (select access_prefix()) when ''*'' then true'
        ' when '''' then enterprise_id = (select access_enterprise())'
        ' else starts_with(region, (select access_prefix())) end';
begin
    foreach name in array array['supply_report', 'supply_letter', 'supply_event'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy within_unit on %I using (%s) with check (%s)', name, allowed, allowed);
        execute format('create policy read_by_officers on %I for select'
            ' using (starts_with(region, (select access_member_prefix())))', name);
        execute format('create policy written_by_officers_of_the_province on %I'
            ' using (length((select access_member_prefix())) = 2 and starts_with(region, (select access_member_prefix())))', name);
    end loop;
end $$;
create policy of_the_unit_it_is_given_to on supply_letter
    using (member_unit = (select nullif(current_setting('diaodu.member_unit', true), '')));
create policy of_the_unit_it_is_given_to on supply_event
    using (exists (select from supply_letter l
                   where l.id = letter_id and l.member_unit = (select nullif(current_setting('diaodu.member_unit', true), ''))));
create policy of_a_supply_report on attachment
    using (kind = 'supply' and exists (select from supply_report r where r.id = host));

create trigger supply_remembers before update or delete on supply_event
    for each row execute function rows_are_only_added('what happened to a report or a letter is never changed or deleted');
create trigger supply_is_not_truncated before truncate on supply_event
    for each statement execute function rows_are_only_added('what happened to a report or a letter is never changed or deleted');

-- What was reported changes only when the enterprise supplements a report that was returned; whose it is never does.
create function what_was_reported_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a report is withdrawn, never deleted' using errcode = 'DD003';
    end if;
    if row(old.number, old.enterprise_id, old.enterprise_name, old.credit_code, old.industry, old.region, old.reported_by,
           old.reported_at, old.form_key)
       is distinct from row(new.number, new.enterprise_id, new.enterprise_name, new.credit_code, new.industry, new.region,
           new.reported_by, new.reported_at, new.form_key) then
        raise exception 'who reported, and when, stays as it was' using errcode = 'DD003';
    end if;
    if not (old.state = 'RETURNED' and new.state = 'REPORTED')
       and row(old.kind, old.item, old.amount, old.unit, old.supplier, old.province, old.place, old.since, old.stock_days,
               old.output_at_risk, old.words, old.contact_name, old.contact_phone)
           is distinct from row(new.kind, new.item, new.amount, new.unit, new.supplier, new.province, new.place, new.since,
               new.stock_days, new.output_at_risk, new.words, new.contact_name, new.contact_phone) then
        raise exception 'what was reported stays as it was' using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger what_was_reported_stands before update or delete on supply_report
    for each row execute function what_was_reported_stands();

create function what_was_written_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a letter is answered, never deleted' using errcode = 'DD003';
    end if;
    if old.state = 'ANSWERED'
       or to_jsonb(old) - '{member_unit,state,state_since,reply,replied_on,version}'::text[]
          is distinct from to_jsonb(new) - '{member_unit,state,state_since,reply,replied_on,version}'::text[] then
        raise exception 'what was written stays as it was' using errcode = 'DD003';
    end if;
    return new;
end $$;
create trigger what_was_written_stands before update or delete on supply_letter
    for each row execute function what_was_written_stands();
