-- The day the platform lives on: configured, or stored with the sample, or today in China.
create function business_day() returns date
    language sql stable parallel safe
    return coalesce(
        nullif(current_setting('diaodu.business_date', true), '')::date,
        (select nullif(s.value, '')::date from setting s where s.name = 'business-date'),
        (now() at time zone 'Asia/Shanghai')::date);

-- A pairing holds from its first day to the day before its end; either may lie ahead. On one day one holds.
alter table pairing add constraint one_holds_on_a_day
    exclude using gist (int8range(enterprise_id, enterprise_id, '[]') with &&, daterange(since, until) with &&);
comment on column pairing.until is 'the first day on which it no longer holds, which may lie ahead; null where none is set. Equal to since: it never held';
drop index pairing_one_holds;
drop index pairing_of_leader;
create index pairing_of_enterprise on pairing (enterprise_id, since desc);
create index pairing_of_leader on pairing (leader);

create or replace function pairing_own_leader(enterprise bigint) returns bigint
    language sql stable
    return (select p.leader from pairing p join leader l on l.id = p.leader
            where p.enterprise_id = enterprise
              and p.since <= (select business_day()) and (p.until is null or p.until > (select business_day()))
              and l.account::text = current_setting('diaodu.user', true));
