-- Lays the debts of an account end to end, and its credits likewise; where the two rulers overlap, money settled debt.
-- Cutting both rulers at all marks of either needs sorting only, whatever the number of open items.
create function ledger.lay_end_to_end() returns void
    language plpgsql security definer set search_path = '' as $$
begin
    truncate pg_temp.settling_met;
    analyze pg_temp.settling_left;
    insert into pg_temp.settling_met
    with
    marked as (
        select item, account_id, measure, owes,
               sum(amount) over (partition by account_id, measure, owes order by item) as mark
        from pg_temp.settling_left where amount > 0),
    cut as (
        select item, account_id, measure, owes, mark - lag(mark, 1, 0::numeric) over by_mark as amount,
               count(*) filter (where owes) over before as debts_before,
               count(*) filter (where not owes) over before as credits_before
        from marked
        window by_mark as (partition by account_id, measure order by mark, owes),
               before as (by_mark rows between unbounded preceding and 1 preceding)),
    -- A piece between two marks belongs to the next debt mark and the next credit mark, if there is one of each.
    piece as (
        select amount,
               max(item) filter (where owes) over (partition by account_id, measure, debts_before) as debt,
               max(item) filter (where not owes) over (partition by account_id, measure, credits_before) as credit
        from cut)
    select debt, credit, amount::bigint from piece where amount > 0 and debt is not null and credit is not null;
end $$;

-- A part of an amount at the rate of the whole.
create function ledger.in_proportion(part numeric, whole bigint, other_whole bigint) returns bigint
    language sql immutable as $$
    select round(part * other_whole / nullif(whole, 0))::bigint
$$;

-- The debts (invoices, refunds) and credits (payments, credit notes) of some accounts, in the order in which they settle.
create function ledger.gather_items(accounts bigint[]) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    create temporary table if not exists settling_item
        (item bigint, receivable_id bigint, payment_id bigint, account_id bigint, currency text, owes boolean, day date,
         own bigint, reporting bigint) on commit delete rows;
    create temporary table if not exists settling_piece (debt bigint, credit bigint, own_debt bigint, own_credit bigint,
                                                         reporting bigint) on commit delete rows;
    create temporary table if not exists settling_left (item bigint, account_id bigint, measure text, owes boolean, amount bigint)
        on commit delete rows;
    create temporary table if not exists settling_met (debt bigint, credit bigint, amount bigint) on commit delete rows;
    truncate pg_temp.settling_item, pg_temp.settling_piece;

    insert into pg_temp.settling_item
    select row_number() over (order by account_id, turn, day,
                                       case when owes then receivable_id is not null else payment_id is not null end,
                                       coalesce(receivable_id, payment_id)),
           receivable_id, payment_id, account_id, currency, owes, day, abs(own), abs(reporting)
    from (select r.id as receivable_id, null::bigint as payment_id, r.account_id, r.currency,
                 coalesce(r.original_amount, r.amount) > 0 as owes,
                 case when coalesce(r.original_amount, r.amount) > 0 then coalesce(r.due, r.issued) else r.issued end as turn,
                 r.issued as day, coalesce(r.original_amount, r.amount) as own, r.amount as reporting
          from ledger.receivable r where r.current and r.account_id = any (accounts)
          union all
          select null, p.id, p.account_id, p.currency, coalesce(p.original_amount, p.amount) < 0, p.paid_on, p.paid_on,
                 coalesce(p.original_amount, p.amount), p.amount
          from ledger.payment p where p.current and p.account_id = any (accounts)) i
    where own <> 0;
    analyze pg_temp.settling_item;
end $$;

-- Payments that name their invoice come first, each up to what the earlier ones left open. One in another currency is worth
-- what both are worth in the firm's.
create function ledger.settle_named() returns void
    language plpgsql security definer set search_path = '' as $$
begin
    insert into pg_temp.settling_piece
    select debt, credit, least(mark, owed) - (mark - worth),
           case when mark <= owed then own_credit
                else ledger.in_proportion(owed - (mark - worth), worth::bigint, own_credit) end, null
    from (select d.item as debt, c.item as credit, d.own as owed, c.own as own_credit, c.worth,
                 sum(c.worth) over (partition by d.item order by c.day, c.item) as mark
          from (select n.item, n.day, n.own, p.source, p.invoice, n.account_id, d.item as debt,
                       case when d.currency = n.currency then n.own
                            else ledger.in_proportion(n.reporting, d.reporting, d.own) end as worth
                from pg_temp.settling_item n
                join ledger.payment p on p.id = n.payment_id and p.invoice is not null
                join ledger.receivable r on r.source = p.source and r.key = p.invoice and r.current
                                        and r.account_id = p.account_id
                join pg_temp.settling_item d on d.receivable_id = r.id and d.owes
                where not n.owes) c
          join pg_temp.settling_item d on d.item = c.debt
          where c.worth > 0) marked
    where mark - worth < owed;
    analyze pg_temp.settling_piece;
end $$;

create function ledger.settled_so_far() returns table (item bigint, own bigint)
    language plpgsql stable set search_path = '' as $$
begin
    return query
    select p.item, sum(p.own)::bigint
    from (select s.debt as item, s.own_debt as own from pg_temp.settling_piece s
          union all
          select s.credit, s.own_credit from pg_temp.settling_piece s) p
    group by p.item;
end $$;

-- What is left settles item after item: within each currency first, and then across currencies at what it is worth in the firm's.
create function ledger.settle_in_turn() returns void
    language plpgsql security definer set search_path = '' as $$
begin
    truncate pg_temp.settling_left;
    insert into pg_temp.settling_left
    select i.item, i.account_id, i.currency, i.owes, i.own - coalesce(s.own, 0)
    from pg_temp.settling_item i left join ledger.settled_so_far() s on s.item = i.item;
    perform ledger.lay_end_to_end();
    insert into pg_temp.settling_piece select m.debt, m.credit, m.amount, m.amount, null from pg_temp.settling_met m;

    truncate pg_temp.settling_left;
    insert into pg_temp.settling_left
    select l.item, l.account_id, '', l.owes, l.amount
    from (select i.item, i.account_id, i.owes, i.reporting - ledger.in_proportion(coalesce(s.own, 0), i.own, i.reporting) as amount,
                 bool_or(i.owes) over of_account as debts, bool_or(not i.owes) over of_account as credits
          from pg_temp.settling_item i left join ledger.settled_so_far() s on s.item = i.item
          where i.own > coalesce(s.own, 0)
          window of_account as (partition by i.account_id)) l
    where l.debts and l.credits;
    if not exists (select 1 from pg_temp.settling_left) then
        return;
    end if;
    perform ledger.lay_end_to_end();
    insert into pg_temp.settling_piece
    with
    remaining as (
        select l.item, l.amount, i.own - coalesce(s.own, 0) as own
        from pg_temp.settling_left l
        join pg_temp.settling_item i on i.item = l.item
        left join ledger.settled_so_far() s on s.item = l.item)
    select m.debt, m.credit,
           ledger.in_proportion(m.debt_mark, d.amount, d.own) - ledger.in_proportion(m.debt_mark - m.amount, d.amount, d.own),
           ledger.in_proportion(m.credit_mark, c.amount, c.own) - ledger.in_proportion(m.credit_mark - m.amount, c.amount, c.own),
           m.amount
    from (select debt, credit, amount, sum(amount) over (partition by debt order by credit) as debt_mark,
                 sum(amount) over (partition by credit order by debt) as credit_mark
          from pg_temp.settling_met) m
    join remaining d on d.item = m.debt
    join remaining c on c.item = m.credit;
end $$;

create function ledger.settle(accounts bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    written bigint;
begin
    delete from ledger.settlement s where s.account_id = any (accounts);
    perform ledger.gather_items(accounts);
    perform ledger.settle_named();
    perform ledger.settle_in_turn();

    with
    piece as (
        select p.debt, p.credit, p.own_debt, p.own_credit, p.reporting,
               sum(p.own_debt) over (partition by p.debt order by p.reporting is not null, p.credit) as debt_mark,
               sum(p.own_credit) over (partition by p.credit order by p.reporting is not null, p.debt) as credit_mark
        from pg_temp.settling_piece p)
    insert into ledger.settlement (receivable_id, payment_id, account_id, paid_on, amount, original_amount)
    select d.receivable_id, c.payment_id, d.account_id,
           case when c.payment_id is null then greatest(c.day, d.day) else c.day end,
           coalesce(p.reporting, ledger.in_proportion(p.debt_mark, d.own, d.reporting)
                                 - ledger.in_proportion(p.debt_mark - p.own_debt, d.own, d.reporting)),
           p.own_debt
    from piece p
    join pg_temp.settling_item d on d.item = p.debt
    join pg_temp.settling_item c on c.item = p.credit
    where d.receivable_id is not null
    union all
    select c.receivable_id, null, c.account_id, greatest(c.day, d.day),
           -coalesce(p.reporting, ledger.in_proportion(p.credit_mark, c.own, c.reporting)
                                  - ledger.in_proportion(p.credit_mark - p.own_credit, c.own, c.reporting)),
           -p.own_credit
    from piece p
    join pg_temp.settling_item d on d.item = p.debt
    join pg_temp.settling_item c on c.item = p.credit
    where c.receivable_id is not null;
    get diagnostics written = row_count;
    return written;
end $$;
comment on function ledger.settle is 'Computes the settlements of some accounts anew and returns how many there are.';

revoke all on function ledger.lay_end_to_end(), ledger.gather_items(bigint[]), ledger.settle_named(), ledger.settled_so_far(),
    ledger.settle_in_turn(), ledger.settle(bigint[]) from public;
