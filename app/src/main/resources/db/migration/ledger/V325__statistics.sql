-- A big batch changes what the planner believes about whole tables long before the database looks for itself.
-- A month that a batch brought was measured when it came.
create function ledger.is_of_one_batch(month name, batch bigint) returns boolean
    language sql stable as $$
    select exists (select from pg_catalog.pg_stats s
                   where s.schemaname = 'ledger' and s.tablename = month and s.attname = 'batch_id'
                     and s.n_distinct = 1 and s.most_common_vals::text = '{' || batch || '}')
$$;

create function ledger.measure_batch(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' set default_statistics_target = 20 as $$
declare
    kind     text;
    low      text;
    high     text;
    wanted   regclass;
    measured bigint := 0;
begin
    perform ledger.demand(2, 'import');
    select b.kind, to_char(b.data_from, 'YYYY_MM'), to_char(b.data_to, 'YYYY_MM') into kind, low, high
    from ledger.batch b where b.id = batch;
    for wanted in
        select c.oid from pg_catalog.pg_class c
        where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r'
          and (kind = 'sales' and (c.relname in ('document', 'product', 'product_row', 'account_day', 'account_month')
                                   or c.relname between 'sales_line_' || low and 'sales_line_' || high and not ledger.is_of_one_batch(c.relname, batch))
               or kind = 'receivables' and c.relname in ('receivable', 'settlement')
               or kind = 'payments' and c.relname in ('payment', 'settlement')
               or kind = 'products' and c.relname in ('product', 'product_row')
               or kind = 'orders' and c.relname = 'order_line'
               or kind = 'sellout' and c.relname = 'sell_out'
               or kind = 'deliveries' and c.relname = 'delivery'
               or kind = 'territories' and c.relname = 'territory'
               or kind = 'rates' and c.relname = 'rate')
    loop
        execute format('analyze %s %s', wanted, case when wanted::text like 'ledger.sales_line%' then ledger.measured_columns() end);
        measured := measured + 1;
    end loop;
    if kind = 'sales' and current_setting('server_version_num')::integer >= 180000 then
        execute 'analyze only ledger.sales_line ' || ledger.measured_columns();
    end if;
    return measured;
end $$;
comment on function ledger.measure_batch is 'Tells the planner what the tables hold that a batch has gone into; returns how many.';
revoke all on function ledger.measure_batch(bigint), ledger.is_of_one_batch(name, bigint) from public;
grant execute on function ledger.measure_batch(bigint) to mainstay_app;
