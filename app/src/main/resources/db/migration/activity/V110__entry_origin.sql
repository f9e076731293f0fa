alter table activity.entry add column booked_account_id bigint;
comment on column activity.entry.booked_account_id is
    'The account that this happened to, where that was merged into another since; the entry stands on that one.';

-- Subject: what the rows are booked under, by a column of its own and one that says where it was before.
create function activity.pub_rebook_of(subject text, facts regclass, from_id bigint, to_id bigint, booked bigint[]) returns bigint
    language plpgsql set search_path = '' as $$
declare
    moved bigint;
begin
    execute format('
        update %1$s f
        set %2$I = $2, %3$I = nullif(coalesce(f.%3$I, f.%2$I), $2)
        where f.%2$I = $1 and coalesce(f.%3$I, f.%2$I) = any ($3)', facts, subject || '_id', 'booked_' || subject || '_id')
    using from_id, to_id, booked;
    get diagnostics moved = row_count;
    return moved;
end $$;
comment on function activity.pub_rebook_of is
    'Rows of one account, person or whatever else that were booked under some belong to another from now on; returns how many.';
revoke all on function activity.pub_rebook_of(text, regclass, bigint, bigint, bigint[]) from public;

create function activity.pub_rebook(facts regclass, from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language sql set search_path = '' as $$
    select activity.pub_rebook_of('account', facts, from_account, to_account, booked)
$$;
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
