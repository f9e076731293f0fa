create view portfolio.pub_account_standing with (security_invoker) as
select account_id, revenue, share, rank, as_of from portfolio.standing where scope = 'account';
grant select on portfolio.pub_account_standing to mainstay_app;
