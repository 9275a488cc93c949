-- What a member unit is for, by which appeals find it.
alter table member_unit add column line text not null default '' check (length(line) <= 20);
comment on column member_unit.line is 'the line (条线) appeals are routed by, such as 交通; empty for none';
