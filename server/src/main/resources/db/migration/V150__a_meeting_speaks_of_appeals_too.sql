-- An appeal that is overdue, or nearly so, is an item of a meeting; what is decided about it stands in the appeal's timeline.
alter table meeting_item drop constraint meeting_item_source_check;
alter table meeting_item add constraint meeting_item_source_check check (source in ('CASE', 'MEASURE', 'APPEAL', 'OTHER'));
alter table meeting_item drop constraint a_red_item_has_its_case;
alter table meeting_item add constraint an_item_has_what_it_is_about check (
    case source when 'OTHER' then case_id is null and number = ''
                when 'APPEAL' then case_id is null and number <> ''
                else case_id is not null end);
alter table meeting_item add column light text not null default 'red' check (light in ('red', 'amber'));
comment on column meeting_item.number is 'of its case or appeal, for those who attend and do not see it';
create unique index meeting_item_appeal_once on meeting_item (meeting_id, number) where source = 'APPEAL';

alter table meeting_decision add column appeal_event bigint references appeal_event;
comment on column meeting_decision.appeal_event is 'the row of the appeal''s timeline it became when the meeting was closed';
