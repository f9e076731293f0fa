-- How many accounts a filter leaves.
select count(*) from accounts.account a
where not a.withdrawn and (a.closed_on is null or a.closed_on > cast(identity.clock() as date))
