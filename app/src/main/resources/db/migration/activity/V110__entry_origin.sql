alter table activity.entry add column booked_account_id bigint;
comment on column activity.entry.booked_account_id is
    'The account that this happened to, where that was merged into another since; the entry stands on that one.';

create function activity.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    moved bigint;
begin
    if identity.reach() < 2 then
        raise exception 'whoever reaches level % may not merge accounts', identity.reach() using errcode = 'insufficient_privilege';
    end if;
    update activity.entry e
    set account_id = to_account, booked_account_id = nullif(coalesce(e.booked_account_id, e.account_id), to_account)
    where e.account_id = from_account and coalesce(e.booked_account_id, e.account_id) = any (booked);
    get diagnostics moved = row_count;
    return moved;
end $$;
comment on function activity.reattribute is 'Entries of one account that were booked under some belong to another from now on.';
revoke all on function activity.reattribute(bigint, bigint, bigint[]) from public;
grant execute on function activity.reattribute(bigint, bigint, bigint[]) to mainstay_app;
