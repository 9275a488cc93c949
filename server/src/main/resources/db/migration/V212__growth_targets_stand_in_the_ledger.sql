-- There is one truth about what was set out: the growth targets of the cockpit are targets of the ledger.
select set_config('diaodu.unit_prefix', '*', true);
insert into target (kind, indicator, region, low, high, bound, unit, course, begins, due, measure, document, state, state_since,
                    proposed_by, accepted_by)
select 'TARGET', '规模以上工业增加值增速', unit, value::numeric, value::numeric, 'GE', '%', 'RATE', make_date(year, 1, 1),
       make_date(year, 12, 31), 'VALUE_ADDED_GROWTH', left(source, 200), 'TRACKED', now(), 'system', 'system'
from growth_target order by year, unit;
insert into target_event (target_id, at, kind, state, actor, actor_name, actor_unit)
select id, state_since, 'ACCEPT', state, 'system', '系统', '' from target order by id;
select set_config('diaodu.unit_prefix', '', true);
drop table growth_target;
