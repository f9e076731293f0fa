-- Balls that fall between two people: asked, and nobody moves.
create view approvals.pub_unheeded with (security_invoker) as
select r.id, r.kind, r.account_id, r.link, r.title, r.requested_at, s.touched, m.passed, m.open_question_at,
       r.requested_at + r.maximum_hours * interval '1 hour' as due_at
from approvals.request r
cross join lateral (select coalesce(bool_or(s.taken_at is not null or s.decided_at is not null), false) as touched
                    from approvals.step s where s.request_id = r.id) s
cross join lateral (
    select count(*) filter (where m.kind = 'delegated') as passed,
           max(m.at) filter (where m.kind = 'said' and m.text ~ '[?？]\s*$'
                               and not exists (select 1 from approvals.remark a
                                               where a.request_id = r.id and a.id > m.id and a.author_id is distinct from m.author_id))
               as open_question_at
    from approvals.remark m where m.request_id = r.id) m
where r.status = 'pending';
comment on view approvals.pub_unheeded is
    'Pending requests: whether anybody took them up, how often they were handed on, by when they were to be decided, and since when a remark '
    'that ends in a question mark has no answer by anybody else.';
grant select on approvals.pub_unheeded to mainstay_app;

-- Whoever leaves decides no more: what waits for that person by name waits for somebody else.
create function approvals.pass_on(from_user bigint, heir bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    if identity.reach() < 3 and identity.pub_administers() is not true then
        raise exception 'only directors and administrators hand over what waits for others' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from identity.pub_user u where u.id = heir and u.enabled and u.role <> 'viewer') then
        raise exception 'nobody who is shut out or only looks on decides' using errcode = 'check_violation';
    end if;
    update approvals.step s set user_id = heir
    from approvals.request r
    where r.id = s.request_id and r.status = 'pending' and s.decision is null and s.user_id = from_user
      and r.requested_by is distinct from heir
      and not exists (select 1 from approvals.step d where d.request_id = r.id and d.decided_by = heir)
      and approvals.knows(r.own_roles, (select u.role from identity.pub_user u where u.id = heir));
    update approvals.request r
    set asked_users = array(select distinct s.user_id from approvals.step s where s.request_id = r.id and s.user_id is not null)
    where r.status = 'pending' and from_user = any (r.asked_users)
      and not exists (select 1 from approvals.step s where s.request_id = r.id and s.user_id = from_user);
    return (select count(*) from approvals.step s join approvals.request r on r.id = s.request_id
            where r.status = 'pending' and s.decision is null and s.user_id = from_user);
end $$;
comment on function approvals.pass_on is
    'Open steps that wait for one person by name wait for another one; not those that the other one asked for or decided a step of already, nor what that one may not know of. '
    'Tells how many stay where they were.';

create function approvals.heirs(from_user bigint) returns table (user_id bigint)
    language plpgsql stable security definer set search_path = '' as $$
begin
    if identity.reach() < 3 and identity.pub_administers() is not true then
        raise exception 'only directors and administrators hand over what waits for others' using errcode = 'insufficient_privilege';
    end if;
    return query
    select u.id from identity.pub_user u
    where u.enabled and u.role <> 'viewer' and u.id <> from_user
      and not exists (select 1 from approvals.step s join approvals.request r on r.id = s.request_id
                      where r.status = 'pending' and s.decision is null and s.user_id = from_user
                        and (r.requested_by is not distinct from u.id or not approvals.knows(r.own_roles, u.role)
                             or exists (select 1 from approvals.step d where d.request_id = r.id and d.decided_by = u.id)));
end $$;
comment on function approvals.heirs is 'Who may take over all that waits for somebody by name.';

create view approvals.pub_named_step with (security_invoker) as
select s.id, s.user_id, r.id as request_id, r.kind, r.title, r.account_id
from approvals.step s join approvals.request r on r.id = s.request_id and r.status = 'pending'
where s.decision is null and s.user_id is not null;
comment on view approvals.pub_named_step is 'Open steps that wait for somebody by name.';
grant select on approvals.pub_named_step to mainstay_app;

create view approvals.pub_decision with (security_invoker) as
select s.id, s.request_id, r.kind, r.account_id, s.decided_by as user_id, s.decided_at
from approvals.step s join approvals.request r on r.id = s.request_id
where s.decision in ('granted', 'refused') and s.decided_by is not null;
comment on view approvals.pub_decision is 'Who said yes or no to what, and when.';
create view approvals.pub_rule_change with (security_invoker) as
select r.kind, r.version, r.changed_at, r.changed_by from approvals.rule r where r.version > 1;
comment on view approvals.pub_rule_change is 'When it was changed who decides on requests of a kind.';
grant select on approvals.pub_decision, approvals.pub_rule_change to mainstay_app;

revoke all on function approvals.pass_on(bigint, bigint), approvals.heirs(bigint) from public;
grant execute on function approvals.pass_on(bigint, bigint), approvals.heirs(bigint) to mainstay_app;
