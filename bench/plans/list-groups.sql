-- The groups of the accounts on a page.
with recursive up as (
    select l.child_id as account_id, l.parent_id as above, 1 as steps
    from accounts.parent_link l
    where l.child_id = any(array(select b.id from accounts.account b order by b.name collate "zh-x-icu", b.id limit 51))
      and (l.holding is null or l.holding > 50)
      and l.valid_from <= cast(identity.clock() as date) and l.valid_to > cast(identity.clock() as date)
    union all
    select u.account_id, l.parent_id, u.steps + 1
    from up u
    join accounts.parent_link l on l.child_id = u.above and (l.holding is null or l.holding > 50)
     and l.valid_from <= cast(identity.clock() as date) and l.valid_to > cast(identity.clock() as date))
select distinct on (u.account_id) u.account_id, a.id, a.code, a.name
from up u join accounts.account a on a.id = u.above and not a.withdrawn
order by u.account_id, u.steps desc
