create view identity.pub_own_grant with (security_invoker) as
select g.account_id, max(g.level) as level
from identity.standing_grant g
group by g.account_id;
comment on view identity.pub_own_grant is 'The accounts that the reader was given singly, each with the highest level.';
grant select on identity.pub_own_grant to mainstay_app;

create function identity.pub_administers() returns boolean language sql stable as
$$
select exists (select from identity.users u
               where u.id = identity.uid() and u.role = 'administrator' and u.disabled_at is null)
$$;
comment on function identity.pub_administers() is
    'Whether the reader is an administrator: who reaches no further than money and still settles what holds for the firm.';
