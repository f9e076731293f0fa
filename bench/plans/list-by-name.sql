-- The first page of the list by name.
select a.id from accounts.account a
where a.name collate "zh-x-icu" is not null and not a.withdrawn
  and (a.closed_on is null or a.closed_on > cast(identity.clock() as date))
order by a.name collate "zh-x-icu", a.id limit 51
