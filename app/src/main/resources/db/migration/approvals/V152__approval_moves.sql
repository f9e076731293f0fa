-- What was asked, of how many, and whether alone in the firm stays as it was asked.
grant update (status, ended_at, asked_users, asked_roles) on approvals.request to mainstay_app;
grant update (role, user_id, opened_at, taken_at, decided_at, decision, decided_by, decider, on_behalf_of, remark, reminders, reminded_at)
    on approvals.step to mainstay_app;

create function approvals.may_move(step bigint, request bigint, now_role text, now_user bigint, opened timestamptz, decision text,
                                   decided_by bigint, behalf bigint) returns boolean
    language sql volatile as $$
select (may_move.opened is not distinct from s.opened_at
        or s.opened_at is null
           and s.turn = (select min(n.turn) from approvals.step n where n.request_id = may_move.request and n.decision is null))
   and (may_move.now_role is not distinct from s.role and may_move.now_user is not distinct from s.user_id
        or may_move.decision is null and exists (select 1 from approvals.own_step o where o.id = may_move.step)
           and exists (select 1 from approvals.request r
                       where r.id = may_move.request
                         and (r.own_roles is null
                              or exists (select 1 from identity.pub_user u
                                         where u.id = may_move.now_user and u.role = any (r.own_roles))
                              or may_move.now_user is null and may_move.now_role = any (r.own_roles))))
   and case may_move.decision
       when 'dropped' then
           exists (select 1 from approvals.request r
                   where r.id = may_move.request and r.requested_by is not distinct from identity.uid())
           or exists (select 1 from approvals.step d
                      where d.request_id = may_move.request and d.decision = 'refused' and d.decided_by = identity.uid())
       else may_move.decision is null
            or may_move.decided_by = identity.uid()
               and exists (select 1 from approvals.own_step o
                           where o.id = may_move.step and o.on_behalf_of is not distinct from may_move.behalf) end
from approvals.step s where s.id = may_move.step
$$;
comment on function approvals.may_move is
    'Whether the reader may change a step like this. Volatile, so that it finds the step as it was beside whatever the same statement '
    'has changed already: only whom the step waits for then decides it or hands it over, to who may know of the request; it opens in its turn, and is dropped by who '
    'asked or who said no.';
grant execute on function approvals.may_move(bigint, bigint, text, bigint, timestamptz, text, bigint, bigint) to mainstay_app;
create policy moved on approvals.step for update to mainstay_app
    using (decision is null and exists (select 1 from approvals.request r where r.id = step.request_id and r.status = 'pending'))
    with check (approvals.may_move(id, request_id, role, user_id, opened_at, decision, decided_by, on_behalf_of));

-- Whoever answers for something changes while a request waits for them.
create function approvals.hand_to_custodians(of_kind text, of_subject text, custodians bigint[]) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'say whom requests wait for');
    update approvals.request r set custodian_ids = coalesce(custodians, '{}')
    where r.kind = of_kind and r.subject = of_subject and r.status = 'pending' and r.custodian_ids is distinct from coalesce(custodians, '{}');
    -- What fell to others because there was no custodian falls back once there is one.
    update approvals.step s set role = 'custodian', instead_of = null
    from approvals.request r
    where r.id = s.request_id and r.kind = of_kind and r.subject = of_subject and r.status = 'pending'
      and s.instead_of = 'custodian' and s.role is not null and s.decision is null
      and exists (select 1 from identity.pub_user u
                  where u.id = any (custodians) and u.enabled and u.role <> 'viewer' and u.id is distinct from r.requested_by);
    update approvals.request r
    set asked_roles = array(select s.role from approvals.step s where s.request_id = r.id and s.role is not null)
    where r.kind = of_kind and r.subject = of_subject and r.status = 'pending'
      and r.asked_roles is distinct from array(select s.role from approvals.step s where s.request_id = r.id and s.role is not null);
end $$;
comment on function approvals.hand_to_custodians is 'A pending request of some subject is decided by others from now on, where custodians are asked.';
revoke all on function approvals.hand_to_custodians(text, text, bigint[]) from public;
grant execute on function approvals.hand_to_custodians(text, text, bigint[]) to mainstay_app;

-- Who leaves takes nothing back any more. What is no secret of some roles, whoever settles that may.
create function approvals.withdraw_for(of_kind text, of_subject text) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    ended bigint;
begin
    if identity.reach() < 3 and not identity.pub_administers() then
        raise exception 'only directors and administrators take back what others asked' using errcode = 'insufficient_privilege';
    end if;
    update approvals.request r set status = 'withdrawn', ended_at = identity.clock()
    where r.kind = of_kind and r.subject = of_subject and r.status = 'pending' and r.own_roles is null
    returning r.id into ended;
    update approvals.step s set decision = 'dropped', decided_at = identity.clock() where s.request_id = ended and s.decision is null;
    return ended;
end $$;
comment on function approvals.withdraw_for is
    'Takes a pending request back in the place of who asked; returns its number, null where there is none. Asks itself who may.';
revoke all on function approvals.withdraw_for(text, text) from public;
grant execute on function approvals.withdraw_for(text, text) to mainstay_app;
