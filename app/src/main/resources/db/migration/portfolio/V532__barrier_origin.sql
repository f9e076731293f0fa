alter table portfolio.switching_barrier add column booked_account_id bigint;
comment on column portfolio.switching_barrier.booked_account_id is
    'The account it was noted for, where that was merged into another since; it stands on that one.';

create function portfolio.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('portfolio.switching_barrier', from_account, to_account, booked);
end $$;
comment on function portfolio.reattribute is
    'Switching barriers of one account that were booked under some belong to another from now on.';
revoke all on function portfolio.reattribute(bigint, bigint, bigint[]) from public;
grant execute on function portfolio.reattribute(bigint, bigint, bigint[]) to mainstay_app;
