-- At start the platform says of imports that were interrupted that nothing was written.
drop policy own_files on import_batch;
create policy own_files on import_batch
    using (uploaded_by = current_setting('diaodu.user', true) or access_is_system())
    with check (uploaded_by = current_setting('diaodu.user', true) or access_is_system());
alter table import_batch add column uploader text not null default '', add column failure text;
