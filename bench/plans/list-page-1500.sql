-- A page deep in the list, by its number.
select a.id from accounts.account a
where a.name collate "zh-x-icu" is not null and not a.withdrawn
  and (a.closed_on is null or a.closed_on > cast(identity.clock() as date))
order by a.name collate "zh-x-icu", a.id limit 51 offset 75000
