-- Every transaction that changes rows leaves the names of their tables for the platform that commits it, and tells them to the
-- other platforms of the same database. What is kept of an earlier look then serves until there is something new to see.
create function says_what_was_written() returns trigger language plpgsql as $$
declare
    said text := coalesce(current_setting('diaodu.written', true), '');
begin
    if tg_table_name <> all (string_to_array(said, ' ')) then
        perform set_config('diaodu.written', ltrim(said || ' ' || tg_table_name), true);
        perform pg_notify('written', current_setting('application_name') || ' ' || tg_table_name);
    end if;
    return null;
end $$;

-- For a table of which looks are kept.
create procedure watch_what_is_written(watched text) language plpgsql as $$
begin
    execute format('create trigger says_what_was_written after insert or update or delete or truncate on %I
        for each statement execute function says_what_was_written()', watched);
end $$;

-- All but what is written whenever somebody signs in, is told something or lets a clock run, and is in no look.
do $$
declare
    watched text;
begin
    for watched in
        select tablename from pg_tables where schemaname = current_schema()
            and tablename not in ('flyway_schema_history', 'audit_entry', 'audit_head', 'credential', 'notice', 'notice_delivery',
                'appeal_look', 'draft', 'saved_view', 'rule_save', 'effect_run')
    loop
        call watch_what_is_written(watched);
    end loop;
end $$;
