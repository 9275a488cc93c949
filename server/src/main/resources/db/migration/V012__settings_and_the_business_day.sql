create table setting (
    name text primary key,
    value text not null,
    purpose text not null,
    version integer not null default 0
);

insert into setting (name, value, purpose) values
    ('business-date', '', '平台所处的日期，空则为当日；样例数据固定于此日 · the day the platform lives on; empty: the real one'),
    ('sample', '', '非空表示样例数据 · not empty: made-up data, said on every page'),
    ('province', '', '本平台所属省的行政区划代码 · the region code of the platform''s province'),
    ('filing-working-days', '6', '月后第几个工作日为报送截止日 · the working day after the month on which filing ends');
