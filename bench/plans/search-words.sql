-- Accounts by two characters of their name, in the list.
select a.id from accounts.account a
where a.name collate "zh-x-icu" is not null and not a.withdrawn
  and a.id in (select accounts.matching('(''h恒通'':*)', '{}'))
order by a.name collate "zh-x-icu", a.id limit 51
