create view portfolio.pub_gone_group with (security_invoker) as
select g.account_id
from portfolio.pub_gone lost
join portfolio.standing own on own.scope = 'account' and own.account_id = lost.account_id
join portfolio.standing g on g.scope = 'group' and g.account_id = lost.account_id
    and (g.revenue, g.lines, g.gap_days) is not distinct from (own.revenue, own.lines, own.gap_days);
comment on view portfolio.pub_gone_group is
    'Groups, by the account that leads them, that bought nothing but through this account, which is probably gone: most of them '
    'are single accounts.';
grant select on portfolio.pub_gone_group to mainstay_app;
