-- Every clock is looked at again and again, and an appeal is wide and has many indexes: to note the next look in it wrote all of
-- them. Whoever takes a step with an appeal locks both rows, a sweep the look alone.
create table appeal_look (
    appeal_id bigint      primary key references appeal,
    at        timestamptz not null
);
comment on column appeal_look.at is 'when a measure is due if nothing else happens; no row where nothing can become due';
create index appeal_look_in_order on appeal_look (at, appeal_id);

alter table appeal_look enable row level security;
alter table appeal_look force row level security;
create policy within_appeal on appeal_look
    using ((select access_prefix()) = '*' or exists (select from appeal a where a.id = appeal_id));

select set_config('diaodu.unit_prefix', '*', true);
insert into appeal_look select id, next_look from appeal where next_look is not null;
select set_config('diaodu.unit_prefix', '', true);
alter table appeal drop column next_look;
