-- A view somebody wants to come back to belongs to its list, whichever that is; a name stands once on each.
alter table saved_view drop constraint saved_view_address_check;
alter table saved_view add constraint a_view_has_an_address_of_this_site check (
    address ~ '^/[a-z][A-Za-z0-9/-]*(\?[A-Za-z0-9%=&+*._~:-]*)?$' and length(address) <= 2000);
alter table saved_view add column list text not null generated always as (split_part(address, '?', 1)) stored;
comment on column saved_view.list is 'the path of the list it is a view of';
alter table saved_view drop constraint saved_view_account_name_key;
alter table saved_view add constraint a_name_stands_once_on_a_list unique (account, list, name);
