alter table activity.entry add column booked_account_id bigint;
comment on column activity.entry.booked_account_id is
    'The account that this happened to, where that was merged into another since; the entry stands on that one.';

create function activity.pub_rebook(facts regclass, from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql set search_path = '' as $$
declare
    moved bigint;
begin
    execute format('
        update %s f
        set account_id = $2, booked_account_id = nullif(coalesce(f.booked_account_id, f.account_id), $2)
        where f.account_id = $1 and coalesce(f.booked_account_id, f.account_id) = any ($3)', facts)
    using from_account, to_account, booked;
    get diagnostics moved = row_count;
    return moved;
end $$;
comment on function activity.pub_rebook is
    'Rows of one account that were booked under some belong to another from now on, in any table that keeps both; returns how many.';
revoke all on function activity.pub_rebook(regclass, bigint, bigint, bigint[]) from public;

create function activity.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('activity.entry', from_account, to_account, booked);
end $$;
comment on function activity.reattribute is 'Entries of one account that were booked under some belong to another from now on.';
revoke all on function activity.reattribute(bigint, bigint, bigint[]) from public;
grant execute on function activity.reattribute(bigint, bigint, bigint[]) to mainstay_app;
