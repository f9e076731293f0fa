create function planning.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    moved bigint := 0;
    t     text;
begin
    perform identity.demand(2, 'merge accounts');
    foreach t in array array['need', 'plan', 'risk', 'goal', 'edition', 'review', 'decision', 'work_item', 'dependency', 'effect'] loop
        moved := moved + activity.pub_rebook(format('planning.%I', t)::regclass, from_account, to_account, booked);
    end loop;
    return moved;
end $$;
comment on function planning.reattribute is
    'Needs and plans of one account that were booked under some belong to another from now on, with all that stands in them.';

create function planning.follow_people(from_person bigint, to_person bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge people');
    return accounts.pub_rebook_person('planning.need', from_person, to_person, booked);
end $$;
comment on function planning.follow_people is 'Needs that one person voiced and that were booked under some belong to another from now on.';

-- What a request was about became what the approval says: no reader decides that by writing.
create function planning.decide_plan(plan bigint) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    result text;
begin
    perform identity.demand(2, 'decide on plans');
    select r.status into result from approvals.pub_request r
    join planning.plan p on p.id = decide_plan.plan and r.subject = p.id || '.' || p.edition
    where r.kind = 'plan' and r.status in ('granted', 'refused', 'withdrawn')
    order by r.id desc limit 1;
    update planning.edition e set outcome = result
    from planning.plan p
    where p.id = decide_plan.plan and p.state = 'asked' and e.plan_id = p.id and e.number = p.edition and e.outcome = 'asked'
      and result is not null;
    update planning.plan p set state = case when result = 'granted' then 'approved' else 'draft' end, version = p.version + 1
    where p.id = decide_plan.plan and p.state = 'asked' and result is not null;
end $$;
comment on function planning.decide_plan is 'Notes what became of the request for a plan, as the approval says.';

-- Nobody calls a plan approved that no approval stands behind.
create policy approved_by_approval on planning.plan as restrictive for all to mainstay_app
    using (true)
    with check (state <> 'approved'
                or exists (select 1 from approvals.pub_request r
                           where r.kind = 'plan' and r.subject = plan.id || '.' || plan.edition and r.status = 'granted'));

revoke all on function planning.reattribute(bigint, bigint, bigint[]), planning.follow_people(bigint, bigint, bigint[]),
    planning.decide_plan(bigint) from public;
grant execute on function planning.reattribute(bigint, bigint, bigint[]), planning.follow_people(bigint, bigint, bigint[]),
    planning.decide_plan(bigint) to mainstay_app;
