-- Revenue and share beside the accounts of a page.
select s.account_id, s.revenue, s.share
from portfolio.pub_account_standing s
where s.account_id = any(array(select b.id from accounts.account b order by b.name collate "zh-x-icu", b.id limit 51))
