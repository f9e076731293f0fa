-- What a page shows of its accounts.
select a.id, a.code, a.name, a.category, a.region, a.manager_code, a.manager_name, a.manager_id,
       a.credit_limit, a.payment_term_days, a.opened_on, a.closed_on
from accounts.pub_account a
where a.id = any(array(select b.id from accounts.account b order by b.name collate "zh-x-icu", b.id limit 51))
