-- A big batch changes what the planner believes about whole tables long before the database looks for itself.
create function ledger.measure_batch(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' set default_statistics_target = 20 as $$
declare
    kind     text;
    low      text;
    high     text;
    wanted   regclass;
    measured bigint := 0;
    -- What queries look for and group by; amounts they only add up.
    asked    text := '(document_id, line, account_id, bill_to_id, product_id, batch_id, date, currency, region, channel, sales_person)';
begin
    perform ledger.demand(2, 'import');
    select b.kind, to_char(b.data_from, 'YYYY_MM'), to_char(b.data_to, 'YYYY_MM') into kind, low, high
    from ledger.batch b where b.id = batch;
    for wanted in
        select c.oid from pg_catalog.pg_class c
        where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r'
          and (kind = 'sales' and (c.relname in ('document', 'product', 'product_row', 'account_day', 'account_month')
                                   or c.relname between 'sales_line_' || low and 'sales_line_' || high)
               or kind = 'receivables' and c.relname in ('receivable', 'settlement')
               or kind = 'payments' and c.relname in ('payment', 'settlement')
               or kind = 'products' and c.relname in ('product', 'product_row')
               or kind = 'orders' and c.relname = 'order_line'
               or kind = 'sellout' and c.relname = 'sell_out'
               or kind = 'deliveries' and c.relname = 'delivery'
               or kind = 'territories' and c.relname = 'territory'
               or kind = 'rates' and c.relname = 'rate')
    loop
        execute format('analyze %s %s', wanted, case when wanted::text like 'ledger.sales_line%' then asked end);
        measured := measured + 1;
    end loop;
    if kind = 'sales' and current_setting('server_version_num')::integer >= 180000 then
        execute 'analyze only ledger.sales_line ' || asked;
    end if;
    return measured;
end $$;
comment on function ledger.measure_batch is 'Tells the planner what the tables hold that a batch has gone into; returns how many.';
revoke all on function ledger.measure_batch(bigint) from public;
grant execute on function ledger.measure_batch(bigint) to mainstay_app;
