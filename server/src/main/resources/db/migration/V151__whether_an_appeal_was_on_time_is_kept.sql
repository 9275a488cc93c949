-- Whether an appeal missed a term in any of its rounds, so that the cockpit and lists count what was settled on time.
alter table appeal add column missed boolean not null default false;
comment on column appeal.missed is 'whether a term had been missed, in this round or one before, when it was last written';

select set_config('diaodu.unit_prefix', '*', true);
update appeal a set missed = true where exists (select from appeal_escalation e where e.appeal_id = a.id);
select set_config('diaodu.unit_prefix', '', true);
