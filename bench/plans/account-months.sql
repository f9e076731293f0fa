-- The months of one account.
select m.month, m.net_amount, m.net_cost, m.documents
from ledger.pub_account_month m
where m.account_id = (select a.id from accounts.account a where a.code = 'C000123')
order by m.month
