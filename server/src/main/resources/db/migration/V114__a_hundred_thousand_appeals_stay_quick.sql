-- One index for each order of the list that is asked for often, so that a page is read from its beginning.
drop index appeal_by_due;
create index appeal_in_order_of_due on appeal (due, id);
create index appeal_in_order_of_name on appeal (enterprise_name, id);
create index appeal_in_order_of_region on appeal (region, id);
create index appeal_in_order_of_unit on appeal (unit, id);
create index appeal_in_order_of_since on appeal (state_since, id);
