create view portfolio.pub_account_standing with (security_invoker) as
select account_id, revenue, share, rank, as_of from portfolio.standing where scope = 'account';
grant select on portfolio.pub_account_standing to mainstay_app;

create view portfolio.pub_worth with (security_invoker) as
select account_id, max(revenue) filter (where scope = 'account') as money, max(revenue) filter (where scope = 'group') as group_money
from portfolio.standing where scope in ('account', 'group') group by account_id;
comment on view portfolio.pub_worth is
    'Own sales of an account in twelve months, and those of the group of which it is the head. To be asked for one account at a time.';
grant select on portfolio.pub_worth to mainstay_app;
