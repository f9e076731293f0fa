-- A later page by revenue, behind an account.
with last as materialized (
    select o.revenue as figure, a.id
    from accounts.account a join portfolio.pub_account_standing o on o.account_id = a.id
    order by o.revenue desc offset 5000 limit 1)
select a.id from accounts.account a join portfolio.pub_account_standing o on o.account_id = a.id
where o.revenue is not null and not a.withdrawn
  and (a.closed_on is null or a.closed_on > cast(identity.clock() as date))
  and (o.revenue, o.account_id) < ((select figure from last), (select id from last))
order by o.revenue desc, o.account_id desc limit 51
