-- Lays the debts of an account end to end, and its credits likewise; where the two rulers overlap, money settled debt.
-- Cutting both rulers at all marks of either needs sorting only, whatever the number of open items.
create function ledger.settle(accounts bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    written bigint;
begin
    delete from ledger.settlement s where s.account_id = any (accounts);

    create temporary table if not exists settling_account (account_id bigint primary key) on commit delete rows;
    create temporary table if not exists settling_named
        (receivable_id bigint, payment_id bigint, account_id bigint, paid_on date, amount bigint) on commit delete rows;
    truncate pg_temp.settling_account, pg_temp.settling_named;
    insert into pg_temp.settling_account select distinct unnest(accounts);
    analyze pg_temp.settling_account;

    -- Payments that name their invoice come first, each up to what the earlier ones left open.
    insert into pg_temp.settling_named
    select receivable_id, payment_id, account_id, paid_on, least(upper_mark, owed) - lower_mark
    from (select r.id as receivable_id, p.id as payment_id, r.account_id, p.paid_on, r.amount as owed,
                 sum(p.amount) over running as upper_mark,
                 sum(p.amount) over running - p.amount as lower_mark
          from ledger.payment p
          join ledger.receivable r on r.source = p.source and r.number = p.invoice and r.current
                                  and r.account_id = p.account_id and r.currency = p.currency
          join pg_temp.settling_account a on a.account_id = p.account_id
          where p.current and p.invoice is not null and p.amount > 0 and r.amount > 0
          window running as (partition by r.id order by p.paid_on, p.id)) marked
    where lower_mark < owed;

    insert into ledger.settlement (receivable_id, payment_id, account_id, paid_on, amount)
    select receivable_id, payment_id, account_id, paid_on, amount from pg_temp.settling_named;

    analyze pg_temp.settling_named;

    with
    debt as (
        select account_id, currency, receivable_id, day, sum(amount) over running as mark
        from (select r.account_id, r.currency, r.id as receivable_id, r.issued as day, coalesce(r.due, r.issued) as turn,
                     r.amount - coalesce(n.amount, 0) as amount
              from ledger.receivable r
              join pg_temp.settling_account using (account_id)
              left join (select receivable_id, sum(amount)::bigint as amount
                         from pg_temp.settling_named group by 1) n on n.receivable_id = r.id
              where r.current and r.amount > 0
              union all
              select p.account_id, p.currency, null, p.paid_on, p.paid_on, -p.amount
              from ledger.payment p join pg_temp.settling_account using (account_id)
              where p.current and p.amount < 0) owed
        where amount > 0
        window running as (partition by account_id, currency order by turn, day, receivable_id nulls first
                           rows between unbounded preceding and current row)),
    credit as (
        select account_id, currency, payment_id, note_id, day, sum(amount) over running as mark
        from (select p.account_id, p.currency, p.id as payment_id, null::bigint as note_id, p.paid_on as day,
                     p.amount - coalesce(n.amount, 0) as amount
              from ledger.payment p
              join pg_temp.settling_account using (account_id)
              left join (select payment_id, sum(amount)::bigint as amount
                         from pg_temp.settling_named group by 1) n on n.payment_id = p.id
              where p.current and p.amount > 0
              union all
              select r.account_id, r.currency, null, r.id, r.issued, -r.amount
              from ledger.receivable r join pg_temp.settling_account using (account_id)
              where r.current and r.amount < 0) paid
        where amount > 0
        window running as (partition by account_id, currency order by day, payment_id nulls first, note_id
                           rows between unbounded preceding and current row)),
    cut as (
        select account_id, currency, owed, receivable_id, payment_id, note_id, day,
               mark - lag(mark, 1, 0) over by_mark as amount,
               count(*) filter (where owed) over before as debts_before,
               count(*) filter (where not owed) over before as credits_before
        from (select account_id, currency, mark, true as owed, receivable_id, null::bigint as payment_id,
                     null::bigint as note_id, day
              from debt
              union all
              select account_id, currency, mark, false, null, payment_id, note_id, day from credit) marks
        window by_mark as (partition by account_id, currency order by mark, owed),
               before as (by_mark rows between unbounded preceding and 1 preceding)),
    -- A piece between two marks belongs to the next debt mark and the next credit mark, if there is one of each.
    piece as (
        select account_id, amount,
               max(receivable_id) over next_debt as receivable_id,
               max(day) filter (where owed) over next_debt as owed_since,
               max(payment_id) over next_credit as payment_id,
               max(note_id) over next_credit as note_id,
               max(day) filter (where not owed) over next_credit as paid_on
        from cut
        window next_debt as (partition by account_id, currency, debts_before),
               next_credit as (partition by account_id, currency, credits_before)),
    settled as materialized (
        select receivable_id, payment_id, note_id, account_id, amount::bigint as amount, owed_since, paid_on
        from piece where amount > 0 and owed_since is not null and paid_on is not null)
    insert into ledger.settlement (receivable_id, payment_id, account_id, paid_on, amount)
    select receivable_id, payment_id, account_id,
           case when note_id is null then paid_on else greatest(paid_on, owed_since) end, amount
    from settled where receivable_id is not null
    union all
    select note_id, null, account_id, greatest(paid_on, owed_since), -amount
    from settled where note_id is not null;

    select count(*) into written from ledger.settlement s where s.account_id = any (accounts);
    return written;
end $$;
comment on function ledger.settle is 'Computes the settlements of some accounts anew and returns how many there are.';

revoke all on function ledger.settle(bigint[]) from public;
grant execute on function ledger.settle(bigint[]) to mainstay_app;
