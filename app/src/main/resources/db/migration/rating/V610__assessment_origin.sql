alter table rating.assessment add column booked_account_id bigint;
comment on column rating.assessment.booked_account_id is
    'The account that was marked, where that was merged into another since; the mark stands on that one.';

create function rating.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    moved bigint;
begin
    if identity.reach() < 2 then
        raise exception 'whoever reaches level % may not merge accounts', identity.reach() using errcode = 'insufficient_privilege';
    end if;
    update rating.assessment m
    set account_id = to_account, booked_account_id = nullif(coalesce(m.booked_account_id, m.account_id), to_account)
    where m.account_id = from_account and coalesce(m.booked_account_id, m.account_id) = any (booked);
    get diagnostics moved = row_count;
    return moved;
end $$;
comment on function rating.reattribute is 'Marks of one account that were booked under some belong to another from now on.';
revoke all on function rating.reattribute(bigint, bigint, bigint[]) from public;
grant execute on function rating.reattribute(bigint, bigint, bigint[]) to mainstay_app;
