create table approvals.request (
    id                bigint generated always as identity primary key,
    kind              text not null,
    subject           text not null,
    account_id        bigint,
    booked_account_id bigint,
    stars             integer check (stars between 1 and 4),
    amount            bigint,
    title             jsonb not null,
    link              text not null,
    reason            text not null check (reason <> '' and length(reason) <= 2000),
    requested_by      bigint,
    requester         text not null,
    requested_at      timestamptz not null,
    rule_version      integer not null,
    maximum_hours     integer not null,
    status            text not null check (status in ('pending', 'granted', 'refused', 'withdrawn')),
    ended_at          timestamptz,
    reach             smallint not null check (reach between 1 and 4),
    asked_users       bigint[] not null,
    asked_roles       text[] not null,
    own_roles         text[] check (own_roles <> '{}'),
    custodian_ids     bigint[] not null default '{}',
    foreign key (kind, rule_version) references approvals.rule,
    check ((status = 'pending') = (ended_at is null))
);
create unique index request_pending on approvals.request (kind, subject) where status = 'pending';
create index request_of_account on approvals.request (account_id, id desc);
create index request_of_requester on approvals.request (requested_by, id desc);
create index request_status on approvals.request (status, id desc);
create index request_of_kind on approvals.request (kind, requested_at);
comment on table approvals.request is
    'Somebody asks for a yes. One at a time is pending for a subject. asked_users and asked_roles: who decides on any of its steps.';
comment on column approvals.request.own_roles is
    'Who alone may know of it, now and later, whatever becomes of what it is about; null where that is no secret.';
comment on column approvals.request.custodian_ids is 'Who answers for what it is about: they decide steps of the role custodian.';

create table approvals.step (
    id             bigint generated always as identity primary key,
    request_id     bigint not null references approvals.request,
    turn           integer not null,
    role           text,
    user_id        bigint,
    instead_of     text,
    opened_at      timestamptz,
    taken_at       timestamptz,
    decided_at     timestamptz,
    decision       text check (decision in ('granted', 'refused', 'dropped')),
    decided_by     bigint,
    decider        text,
    on_behalf_of   bigint,
    alone          boolean not null default false,
    remark         text check (length(remark) <= 2000),
    reminders      integer not null default 0,
    reminded_at    timestamptz,
    check (num_nonnulls(role, user_id) = 1),
    check ((decided_at is null) = (decision is null))
);
create index step_of_request on approvals.step (request_id, turn, id);
create index step_decided on approvals.step (decided_at) where decided_by is not null;
comment on table approvals.step is
    'One yes or no. It waits from opened_at until somebody who may decide looks at it (taken_at) and is worked on from then until decided_at. '
    'instead_of: the role of the rule, where nobody else holds it. dropped: not asked any more. alone: decided by the requester, in a firm of one.';
comment on column approvals.step.on_behalf_of is 'The absent person in whose name a deputy decided.';

create table approvals.remark (
    id         bigint generated always as identity primary key,
    request_id bigint not null references approvals.request,
    kind       text not null check (kind in ('said', 'delegated', 'reminded', 'shutOut')),
    author_id  bigint,
    author     text not null,
    text       text not null check (length(text) <= 2000),
    at         timestamptz not null
);
create index remark_of_request on approvals.remark (request_id, id);

alter table approvals.request enable row level security;
create policy seen on approvals.request for select to mainstay_app
    using (requested_by = (select identity.uid())
           or (select identity.reach()) >= reach
           or asked_users && (select array_agg(o.user_id) from identity.pub_own_office o)
           or asked_roles && (select array_agg(o.role) from identity.pub_own_office o)
           or 'custodian' = any (asked_roles) and custodian_ids && (select array_agg(o.user_id) from identity.pub_own_office o)
           or exists (select 1 from identity.standing_grant g where g.account_id = request.account_id and g.level >= request.reach));
create policy in_confidence on approvals.request as restrictive for select to mainstay_app
    using (own_roles is null
           or (select identity.uid()) is null and (select identity.reach()) >= 3
           or (select u.role from identity.pub_user u where u.id = (select identity.uid()) and u.enabled) = any (own_roles));
create policy asked on approvals.request for insert to mainstay_app
    with check (requested_by is not distinct from (select identity.uid()) and status = 'pending');

alter table approvals.step enable row level security;
alter table approvals.remark enable row level security;
create policy seen on approvals.step for select to mainstay_app
    using (exists (select 1 from approvals.request r where r.id = step.request_id));
create policy asked on approvals.step for insert to mainstay_app
    with check (decision is null and num_nulls(opened_at, taken_at, decided_by, decider, on_behalf_of) = 5
                and exists (select 1 from approvals.request r
                            where r.id = step.request_id and r.status = 'pending'
                              and r.requested_by is not distinct from (select identity.uid())));
create policy seen on approvals.remark for select to mainstay_app
    using (exists (select 1 from approvals.request r where r.id = remark.request_id));
create policy said on approvals.remark for insert to mainstay_app
    with check (author_id is not distinct from (select identity.uid())
                and exists (select 1 from approvals.request r where r.id = remark.request_id));
grant select, insert on approvals.request, approvals.step, approvals.remark to mainstay_app;

create function approvals.may_end(request bigint, requester bigint, wanted text) returns boolean
    language sql stable as $$
select case wanted
       when 'pending' then true
       when 'withdrawn' then requester is not distinct from identity.uid()
       when 'refused' then exists (select 1 from approvals.step s where s.request_id = request and s.decision = 'refused')
       else not exists (select 1 from approvals.step s where s.request_id = request and s.decision is distinct from 'granted') end
$$;
comment on function approvals.may_end is
    'Whether a request may end like this: granted once every step said yes, refused once one said no, withdrawn by who asked.';
grant execute on function approvals.may_end(bigint, bigint, text) to mainstay_app;
create policy moved on approvals.request for update to mainstay_app
    using (status = 'pending') with check (approvals.may_end(id, requested_by, status));

create view approvals.pub_request with (security_invoker) as
select r.id, r.kind, r.subject, r.account_id, r.amount, r.status, r.requested_by, r.requester, r.requested_at, r.ended_at
from approvals.request r;
comment on view approvals.pub_request is 'Requests and how they ended.';
grant select on approvals.pub_request to mainstay_app;

create function approvals.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('approvals.request', from_account, to_account, booked);
end $$;
comment on function approvals.reattribute is 'Requests of one account that were booked under some belong to another from now on.';
revoke all on function approvals.reattribute(bigint, bigint, bigint[]) from public;
grant execute on function approvals.reattribute(bigint, bigint, bigint[]) to mainstay_app;

create function approvals.knows(own_roles text[], role text) returns boolean
    language sql immutable as $$ select own_roles is null or role = any (own_roles) $$;
comment on function approvals.knows is 'Whether who holds a role may know of a request that is for some roles alone.';
grant execute on function approvals.knows(text[], text) to mainstay_app;

create function approvals.names(step_user bigint, step_role text, custodians bigint[], holder bigint, holder_role text) returns boolean
    language sql immutable as $$
select coalesce(holder = step_user, false) or coalesce(holder_role = step_role, false)
    or coalesce(step_role = 'custodian' and holder = any (custodians), false)
$$;
comment on function approvals.names is 'Whether a step asks somebody: by name, by role, or as a custodian of what the request is about.';
grant execute on function approvals.names(bigint, text, bigint[], bigint, text) to mainstay_app;

create function approvals.holds(step_user bigint, step_role text, requester bigint, own_roles text[], custodians bigint[], holder bigint,
                                holder_role text)
    returns boolean
    language sql stable as $$
select approvals.knows(own_roles, holder_role) and holder_role <> 'viewer'
   and (approvals.names(step_user, step_role, custodians, holder, holder_role)
        or (holder_role in ('director', 'administrator')
            and not exists (select 1 from identity.pub_user u
                            where u.enabled and u.role <> 'viewer' and approvals.names(step_user, step_role, custodians, u.id, u.role)
                              and u.id is distinct from requester
                              and approvals.knows(own_roles, u.role))
            and (holder_role = 'director'
                 or not exists (select 1 from identity.pub_user d
                                where d.enabled and d.role = 'director' and d.id is distinct from requester))))
$$;
comment on function approvals.holds is
    'Whether somebody may decide a step: named by it, or holding its role. A step whose last holder was shut out, or is a viewer now, falls to directors, then '
    'to administrators; never to who may not know of the request.';
grant execute on function approvals.holds(bigint, text, bigint, text[], bigint[], bigint, text) to mainstay_app;

create view approvals.own_step with (security_invoker) as
select s.id, s.request_id,
       (array_agg(nullif(o.user_id, (select identity.uid())) order by o.user_id <> (select identity.uid()), o.user_id))[1] as on_behalf_of
from approvals.step s
join approvals.request r on r.id = s.request_id and r.status = 'pending'
join identity.pub_own_office o on approvals.holds(s.user_id, s.role, r.requested_by, r.own_roles, r.custodian_ids, o.user_id, o.role)
where s.opened_at is not null and s.decision is null
  and (s.alone or (r.requested_by is distinct from (select identity.uid()) and o.user_id is distinct from r.requested_by))
  and not (exists (select 1 from approvals.step d
                   where d.request_id = s.request_id and d.decision = 'granted' and d.decided_by = (select identity.uid()))
           and exists (select 1 from identity.pub_user u
                       where u.enabled and u.id is distinct from r.requested_by
                         and approvals.holds(s.user_id, s.role, r.requested_by, r.own_roles, r.custodian_ids, u.id, u.role)
                         and not exists (select 1 from approvals.step d
                                         where d.request_id = s.request_id and d.decided_by = u.id)))
group by s.id, s.request_id;
comment on view approvals.own_step is
    'The open steps that the reader may decide now, and in whose name: the own one where that is enough. Never on a request of one''s own or of '
    'the absent one''s, except alone in the firm; and not where the reader has said yes in another step while somebody else could decide.';
grant select on approvals.own_step to mainstay_app;

-- Once for all steps: everybody who is there, and the absent ones through whoever stands in for them.
create view approvals.present with (security_invoker) as
with away as materialized (select a.user_id from identity.pub_away a),
     stand_in as materialized (select d.absent_id, d.deputy_id from identity.pub_deputy d)
select u.id as holder_id, u.role as holder_role, u.id as reader_id, u.role as reader_role
from identity.pub_user u
where u.enabled and not exists (select 1 from away a where a.user_id = u.id)
union all
select u.id, u.role, d.id, d.role
from stand_in s
join identity.pub_user u on u.id = s.absent_id and u.enabled
join identity.pub_user d on d.id = s.deputy_id;
comment on view approvals.present is 'Who can decide today in whose name: those who are there in their own, deputies in that of the absent.';
grant select on approvals.present to mainstay_app;

create view approvals.unattended_step with (security_invoker) as
with present as materialized (select * from approvals.present),
     person as materialized (select u.id, u.role from identity.pub_user u where u.enabled),
     open as (
         select s.id, s.request_id, s.user_id, s.role, r.requested_by, r.own_roles, r.custodian_ids,
                exists (select 1 from person h
                        where h.id is distinct from r.requested_by
                          and approvals.names(s.user_id, s.role, r.custodian_ids, h.id, h.role)
                          and approvals.knows(r.own_roles, h.role)) as is_held,
                case when exists (select 1 from person d where d.role = 'director' and d.id is distinct from r.requested_by)
                     then 'director' else 'administrator' end as falls_to
         from approvals.step s
         join approvals.request r on r.id = s.request_id and r.status = 'pending'
         where s.opened_at is not null and s.decision is null and not s.alone)
select o.id, o.request_id
from open o
where not exists (
    select 1 from present p
    where p.holder_id is distinct from o.requested_by and p.reader_id is distinct from o.requested_by
      and approvals.knows(o.own_roles, p.holder_role) and approvals.knows(o.own_roles, p.reader_role)
      and case when o.is_held then approvals.names(o.user_id, o.role, o.custodian_ids, p.holder_id, p.holder_role) else p.holder_role = o.falls_to end);
comment on view approvals.unattended_step is
    'Open steps of which everybody who could decide them is away today, without a deputy who is there and did not ask.';
grant select on approvals.unattended_step to mainstay_app;

create function approvals.asked_by_rule() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if exists (select 1 from approvals.rule n
               where n.kind = new.kind and n.version > new.rule_version and n.changed_at <= identity.clock())
       or exists (
           select 1 from approvals.rule_step k
           cross join lateral (
               select exists (select 1 from identity.pub_user h
                              where h.enabled and h.role <> 'viewer' and h.id is distinct from new.requested_by
                                and approvals.names(k.user_id, k.role, new.custodian_ids, h.id, h.role)
                                and approvals.knows(new.own_roles, h.role)) as is_held) h
           where k.kind = new.kind and k.version = new.rule_version
             and coalesce(abs(new.amount) >= k.from_amount, true) and coalesce(new.stars <= k.stars_to, true)
             and not exists (
                 select 1 from approvals.step s
                 where s.request_id = new.id
                   and case when h.is_held then s.turn = k.turn and (s.role = k.role or s.user_id = k.user_id)
                            else s.role in ('director', 'administrator') or s.alone end))
       or exists (select 1 from approvals.step s
                  where s.request_id = new.id and s.alone
                    and exists (select 1 from identity.pub_user u where u.enabled and u.id is distinct from new.requested_by)) then
        raise exception 'a request of the kind % has to be asked by the steps of its rule', new.kind
            using errcode = 'check_violation', hint = 'ask through the application';
    end if;
    return null;
end $$;
comment on function approvals.asked_by_rule is
    'A request names the rule in force and has the steps of it, each with whoever holds it or stands in, or it is none.';
revoke all on function approvals.asked_by_rule() from public;
create constraint trigger asked_by_rule after insert on approvals.request deferrable initially deferred
    for each row execute function approvals.asked_by_rule();
