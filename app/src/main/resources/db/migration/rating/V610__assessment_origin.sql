alter table rating.assessment add column booked_account_id bigint;
comment on column rating.assessment.booked_account_id is
    'The account that was marked, where that was merged into another since; the mark stands on that one.';

create function rating.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('rating.assessment', from_account, to_account, booked);
end $$;
comment on function rating.reattribute is 'Marks of one account that were booked under some belong to another from now on.';
revoke all on function rating.reattribute(bigint, bigint, bigint[]) from public;
grant execute on function rating.reattribute(bigint, bigint, bigint[]) to mainstay_app;
