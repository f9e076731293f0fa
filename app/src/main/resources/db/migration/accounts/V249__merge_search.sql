-- An account is found by the codes and names of those that were merged into it.
create function accounts.merge_changes_search() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    insert into accounts.search_due (account_id)
    select new.survivor_id union select m.survivor_id from accounts.pub_merged() m where m.account_id = new.survivor_id;
    return null;
end $$;
revoke all on function accounts.merge_changes_search() from public;

create trigger merge_changes_search after insert or update on accounts.merge
    for each row execute function accounts.merge_changes_search();
