-- Accounts by a part of their name.
select a.id from accounts.account a
where a.name collate "zh-x-icu" is not null and not a.withdrawn and a.id in (select accounts.matching('恒通电子'))
order by a.name collate "zh-x-icu", a.id limit 51
