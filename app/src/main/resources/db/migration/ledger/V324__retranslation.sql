-- What a batch brought is worth something else once its rows are.
create function ledger.sum_batches(kept_in text, batches bigint[]) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    execute format('update ledger.batch b set amount = s.amount
                    from (select i.batch_id, sum(i.amount)::bigint as amount from ledger.%I i
                          where i.batch_id = any ($1) group by i.batch_id) s
                    where b.id = s.batch_id', kept_in)
    using batches;
end $$;

-- Rates that came after the rows they are for. Rows that have a rate keep it unless everything is wanted.
create function ledger.retranslate_sales(everything boolean) returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    changed bigint;
    batches bigint[];
begin
    perform ledger.forget_touched();
    with
    day as (
        select distinct l.currency, l.date from ledger.sales_line l
        where l.original_amount is not null and (everything or l.amount is null)),
    rate as materialized (select d.currency, d.date, ledger.rate_of(d.currency, d.date) as rate from day d),
    translated as (
        update ledger.sales_line l
        set amount = round(l.original_amount * r.rate), cost = round(l.original_cost * r.rate)
        from rate r
        where r.rate is not null and l.currency = r.currency and l.date = r.date
          and l.original_amount is not null and (everything or l.amount is null)
          and (l.amount, l.cost) is distinct from
              (round(l.original_amount * r.rate)::bigint, round(l.original_cost * r.rate)::bigint)
        returning l.account_id, l.date, l.batch_id),
    days as (insert into pg_temp.touched_day select distinct t.account_id, t.date from translated t)
    select count(*), array_agg(distinct t.batch_id) into changed, batches from translated t;
    perform ledger.recompute_touched();
    perform ledger.sum_batches('sales_line', batches);
    return changed;
end $$;

create function ledger.retranslate_items(kept_in text, day_column text, everything boolean) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    changed bigint;
    touched bigint[];
    batches bigint[];
begin
    execute format('with priced as (
                        select i.id, round(i.original_amount * ledger.rate_of(i.currency, i.%2$I))::bigint as amount
                        from ledger.%1$I i where i.original_amount is not null and ($1 or i.amount is null)),
                    translated as (
                        update ledger.%1$I i set amount = p.amount from priced p
                        where p.id = i.id and p.amount is not null and i.amount is distinct from p.amount
                        returning i.account_id, i.batch_id, i.current)
                    select count(*) filter (where current), array_agg(distinct account_id), array_agg(distinct batch_id)
                    from translated', kept_in, day_column)
    into changed, touched, batches using everything;
    perform ledger.sum_batches(kept_in, batches);
    perform ledger.settle(touched);
    return changed;
end $$;

create function ledger.retranslate_orders(everything boolean) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    changed bigint;
    batches bigint[];
begin
    with priced as (
        select o.id, round(o.original_amount * r.rate)::bigint as amount, round(o.original_undelivered * r.rate)::bigint as undelivered
        from ledger.order_line o
        cross join lateral (select ledger.rate_of(o.currency, o.ordered_on) as rate) r
        where r.rate is not null
          and (o.original_amount is not null and (everything or o.amount is null)
               or o.original_undelivered is not null and (everything or o.undelivered_amount is null))),
    translated as (
        update ledger.order_line o set amount = p.amount, undelivered_amount = p.undelivered
        from priced p
        where p.id = o.id and (o.amount, o.undelivered_amount) is distinct from (p.amount, p.undelivered)
        returning o.batch_id, o.current)
    select count(*) filter (where t.current), array_agg(distinct t.batch_id) into changed, batches from translated t;
    perform ledger.sum_batches('order_line', batches);
    return changed;
end $$;

-- How the rows in foreign currencies stand: how many there are, how many have no rate, and what the others amount to.
create function ledger.foreign_rows() returns table (kind text, foreign_rows bigint, without_rate bigint, amount numeric)
    language sql stable set search_path = '' as $$
    select 'sales', count(*), count(*) filter (where l.amount is null), coalesce(sum(l.amount), 0)
    from ledger.sales_line l where l.original_amount is not null
    union all
    select 'receivables', count(*), count(*) filter (where r.amount is null), coalesce(sum(r.amount), 0)
    from ledger.receivable r where r.current and r.original_amount is not null
    union all
    select 'payments', count(*), count(*) filter (where p.amount is null), coalesce(sum(p.amount), 0)
    from ledger.payment p where p.current and p.original_amount is not null
    union all
    select 'orders', count(*),
           count(*) filter (where o.original_amount is not null and o.amount is null
                                  or o.original_undelivered is not null and o.undelivered_amount is null),
           coalesce(sum(o.amount), 0)
    from ledger.order_line o where o.current and (o.original_amount is not null or o.original_undelivered is not null)
$$;

-- Every figure of every day must be what its lines add up to, and every month what its days do.
create function ledger.prove_roll_ups() returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    differing bigint;
begin
    with
    day as (
        select l.account_id, l.bill_to_id, l.date, count(*), coalesce(sum(l.amount), 0),
               count(*) filter (where l.gross), coalesce(sum(l.amount) filter (where l.gross), 0),
               coalesce(sum(l.amount) filter (where l.cost is not null), 0), coalesce(sum(l.cost), 0),
               coalesce(sum(l.amount) filter (where l.gross and l.cost is not null), 0),
               coalesce(sum(l.cost) filter (where l.gross), 0),
               count(distinct l.document_id), coalesce(sum(l.quantity), 0), count(*) filter (where l.amount is null),
               count(*) filter (where l.cost is not null), count(*) filter (where l.gross and l.cost is not null)
        from (select s.*, not s.credit and coalesce(s.quantity, 1) > 0
                              and coalesce(s.price, s.original_amount, s.amount, 0) > 0 as gross
              from ledger.sales_line s) l
        group by l.account_id, l.bill_to_id, l.date),
    month as (
        select d.account_id, d.bill_to_id, date_trunc('month', d.day)::date,
               sum(d.net_lines), sum(d.net_amount), sum(d.gross_lines), sum(d.gross_amount),
               sum(d.net_known_amount), sum(d.net_cost), sum(d.gross_known_amount), sum(d.gross_cost),
               sum(d.documents), sum(d.quantity), sum(d.unknown_lines), sum(d.net_known_lines), sum(d.gross_known_lines)
        from ledger.account_day d group by 1, 2, 3)
    select (select count(*) from ((table day except all table ledger.account_day)
                                  union all (table ledger.account_day except all table day)) d)
         + (select count(*) from ((table month except all table ledger.account_month)
                                  union all (table ledger.account_month except all table month)) m)
    into differing;
    if differing > 0 then
        raise exception '% figures of days and months do not add up to their lines', differing;
    end if;
    return (select count(*) from (select distinct m.account_id, m.month from ledger.account_month m) proven);
end $$;
comment on function ledger.prove_roll_ups is 'Returns how many months of accounts equal their lines; fails if any does not.';

create function ledger.apply_rates(everything boolean)
    returns table (kind text, foreign_rows bigint, changed bigint, unknown_before bigint, unknown_after bigint,
                   amount_before numeric, amount_after numeric, proven bigint)
    language plpgsql security definer set search_path = '' as $$
declare
    changes jsonb;
    before  jsonb;
    months  bigint;
begin
    perform ledger.demand(2, 'apply rates');
    perform pg_advisory_xact_lock(hashtext('ledger.publish'));
    select jsonb_object_agg(f.kind, jsonb_build_array(f.without_rate, f.amount)) into before from ledger.foreign_rows() f;
    changes := jsonb_build_object('sales', ledger.retranslate_sales(everything),
                                  'receivables', ledger.retranslate_items('receivable', 'issued', everything),
                                  'payments', ledger.retranslate_items('payment', 'paid_on', everything),
                                  'orders', ledger.retranslate_orders(everything));
    months := ledger.prove_roll_ups();
    return query
    select f.kind, f.foreign_rows, (changes ->> f.kind)::bigint, (before -> f.kind ->> 0)::bigint, f.without_rate,
           (before -> f.kind ->> 1)::numeric, f.amount, months
    from ledger.foreign_rows() f;
end $$;
comment on function ledger.apply_rates is
    'Translates rows in foreign currencies at the rates known now: those without one, or all. Returns what that changed.';

revoke all on function ledger.sum_batches(text, bigint[]), ledger.retranslate_sales(boolean), ledger.retranslate_items(text, text, boolean),
    ledger.retranslate_orders(boolean), ledger.foreign_rows(),
    ledger.prove_roll_ups(), ledger.apply_rates(boolean) from public;
grant execute on function ledger.apply_rates(boolean) to mainstay_app;
