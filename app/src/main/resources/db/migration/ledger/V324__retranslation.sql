-- Rates that came after the rows they are for. Rows that have a rate keep it unless everything is wanted.
create function ledger.retranslate_sales(everything boolean) returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    changed bigint;
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
        returning l.account_id, l.date),
    days as (insert into pg_temp.touched_day select distinct t.account_id, t.date from translated t)
    select count(*) into changed from translated;
    perform ledger.recompute_touched();
    return changed;
end $$;

create function ledger.retranslate_items(kept_in text, day_column text, everything boolean) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    changed bigint;
    touched bigint[];
begin
    execute format('with priced as (
                        select i.id, round(i.original_amount * ledger.rate_of(i.currency, i.%2$I))::bigint as amount
                        from ledger.%1$I i where i.original_amount is not null and ($1 or i.amount is null)),
                    translated as (
                        update ledger.%1$I i set amount = p.amount from priced p
                        where p.id = i.id and p.amount is not null and i.amount is distinct from p.amount
                        returning i.account_id)
                    select count(*), array_agg(distinct account_id) from translated', kept_in, day_column)
    into changed, touched using everything;
    perform ledger.settle(touched);
    return changed;
end $$;

create function ledger.retranslate_orders(everything boolean) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    changed bigint;
begin
    with priced as (
        select o.id, round(o.original_amount * r.rate)::bigint as amount, round(o.original_undelivered * r.rate)::bigint as undelivered
        from ledger.order_line o
        cross join lateral (select ledger.rate_of(o.currency, o.ordered_on) as rate) r
        where r.rate is not null
          and (o.original_amount is not null and (everything or o.amount is null)
               or o.original_undelivered is not null and (everything or o.undelivered_amount is null)))
    update ledger.order_line o set amount = p.amount, undelivered_amount = p.undelivered
    from priced p
    where p.id = o.id and (o.amount, o.undelivered_amount) is distinct from (p.amount, p.undelivered);
    get diagnostics changed = row_count;
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

-- The months of every account must be what its lines add up to.
create function ledger.prove_roll_ups() returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    proven    bigint;
    differing bigint;
begin
    with
    of_lines as (
        select l.account_id, date_trunc('month', l.date)::date as month, count(*) as lines,
               coalesce(sum(l.amount), 0) as amount, coalesce(sum(l.cost), 0) as cost, count(*) filter (where l.amount is null) as unknown
        from ledger.sales_line l group by 1, 2),
    of_months as (
        select m.account_id, m.month, sum(m.net_lines) as lines, sum(m.net_amount) as amount, sum(m.net_cost) as cost,
               sum(m.unknown_lines) as unknown
        from ledger.account_month m group by 1, 2)
    select count(*), count(*) filter (where (l.lines, l.amount, l.cost, l.unknown) is distinct from
                                            (m.lines, m.amount, m.cost, m.unknown))
    into proven, differing
    from of_lines l
    full join of_months m on coalesce(m.account_id, -1) = coalesce(l.account_id, -1) and m.month = l.month;
    if differing > 0 then
        raise exception '% of % months do not add up to their lines', differing, proven;
    end if;
    return proven;
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

revoke all on function ledger.retranslate_sales(boolean), ledger.retranslate_items(text, text, boolean),
    ledger.retranslate_orders(boolean), ledger.foreign_rows(),
    ledger.prove_roll_ups(), ledger.apply_rates(boolean) from public;
grant execute on function ledger.apply_rates(boolean) to mainstay_app;
