create function ledger.check_sales(batch bigint, from_source text, lines_given boolean, replaced bigint) returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    low  date;
    high date;
    bad  bigint;
begin
    perform ledger.demand(2, 'publish sales');
    perform ledger.settle_codes(batch, from_source);
    perform ledger.settle_documents(batch, from_source, lines_given);
    select min(first_date), max(last_date) into low, high from pg_temp.known_document;

    if lines_given and exists (select from staging.sales_document s where s.batch_id = batch and not s.ascending) then
        insert into ledger.verdict (batch_id, file_line, verdict, field, value)
        select batch, r.file_line, case when r.content = r.first_content then 'known' else 'conflict-in-file' end,
               'document', r.number || ' / ' || r.line
        from (select l.file_line, d.number, l.line, c.content, first_value(c.content) over by_key as first_content,
                     row_number() over by_key as place
              from (select distinct s.id, s.number from staging.sales_document s where s.batch_id = batch and not s.ascending) d
              join staging.sales_line l on l.document_id = d.id
              cross join lateral (
                  select row(l.account_id, l.bill_to_id, l.product_id, l.credit, l.date, l.quantity, l.unit, l.price, l.amount,
                             l.original_amount, l.currency, l.cost, l.original_cost, l.floor_price, l.region, l.channel,
                             l.sales_person)::text as content) c
              where l.batch_id = batch
              window by_key as (partition by l.document_id, l.line order by l.file_line)) r
        where r.place > 1;
    end if;

    if low is not null then
        insert into ledger.verdict (batch_id, file_line, verdict, field, value)
        select batch, l.file_line,
               case when (coalesce(x.booked_account_id, x.account_id), coalesce(x.booked_bill_to_id, x.bill_to_id), x.product_id,
                          x.credit, x.date, x.quantity, x.unit, x.price,
                          case when x.currency is null then x.amount else x.original_amount end, x.currency,
                          case when x.currency is null then x.cost else x.original_cost end,
                          x.floor_price, x.region, x.channel, x.sales_person)
                         is not distinct from
                         (l.account_id, l.bill_to_id, l.product_id, l.credit, l.date, l.quantity, l.unit, l.price,
                          case when l.currency is null then l.amount else l.original_amount end, l.currency,
                          case when l.currency is null then l.cost else l.original_cost end,
                          l.floor_price, l.region, l.channel, l.sales_person)
                    then 'known' else 'conflict-in-ledger' end,
               'document', d.number || ' / ' || l.line
        from pg_temp.known_document d
        join staging.sales_line l on l.document_id = d.id
        join ledger.sales_line x on x.document_id = d.id and x.line = l.line and x.date between low and high
                                and x.batch_id is distinct from replaced
        where l.batch_id = batch
        on conflict do nothing;
    end if;

    -- One mistyped year would move the end of the data, by which everything is reckoned; files may be two months ahead.
    if exists (select from staging.sales_document s where s.batch_id = batch and s.last_date > (select identity.pub_today() + 62)) then
        insert into ledger.verdict (batch_id, file_line, verdict, field, value)
        select batch, l.file_line, 'date-in-future', 'date', l.date::text
        from staging.sales_line l
        where l.batch_id = batch and l.date > (select identity.pub_today() + 62)
        on conflict do nothing;
    end if;

    if not exists (select from ledger.verdict v where v.batch_id = batch) then
        return 0;
    end if;
    bad := ledger.note_verdicts(batch, lines_given);
    perform ledger.strike_staged_sales(batch);
    return bad;
end $$;
comment on function ledger.check_sales is
    'Finds staged lines whose key is known: equal content is known already, different content is a problem. Returns the problems.';

-- The first lines in conflict with the ledger are kept as they arrived, to be shown beside what the ledger has.
create function ledger.note_verdicts(batch bigint, lines_given boolean) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    noted bigint;
begin
    insert into ledger.row_problem (batch_id, file_line, field, reason, args, value)
    select batch, v.file_line, v.field, v.verdict, array[v.value], v.value
    from ledger.verdict v where v.batch_id = batch and v.verdict <> 'known';
    get diagnostics noted = row_count;
    if not lines_given then
        insert into staging.sales_place (batch_id, file_line, document_id, line)
        select batch, v.file_line, l.document_id, l.line
        from ledger.verdict v join staging.sales_line l on l.batch_id = batch and l.file_line = v.file_line
        where v.batch_id = batch and v.verdict <> 'known';
    end if;

    update ledger.row_problem p
    set arriving = jsonb_build_object(
            'customer', (select a.code from staging.sales_account a where a.batch_id = batch and a.id = l.account_id limit 1),
            'bill_to', (select a.code from staging.sales_account a where a.batch_id = batch and a.id = l.bill_to_id limit 1),
            'document', d.number, 'line', l.line, 'kind', case when l.credit then 'credit' else 'invoice' end, 'date', l.date,
            'product', (select s.code from staging.sales_product s where s.batch_id = batch and s.id = l.product_id limit 1),
            'quantity', l.quantity, 'unit', l.unit, 'price', l.price,
            'amount', case when l.currency is null then l.amount else l.original_amount end, 'currency', l.currency,
            'cost', case when l.currency is null then l.cost else l.original_cost end, 'floor_price', l.floor_price,
            'region', l.region, 'channel', l.channel, 'sales_person', l.sales_person)
    from (select q.id, q.file_line from ledger.row_problem q
          where q.batch_id = batch and q.reason = 'conflict-in-ledger' order by q.file_line, q.id limit 100) first
    join staging.sales_line l on l.batch_id = batch and l.file_line = first.file_line
    join pg_temp.known_document d on d.id = l.document_id
    where p.id = first.id;
    return noted;
end $$;

create function ledger.publish_products_of_lines(batch bigint, from_source text) returns void
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    added bigint;
begin
    insert into ledger.product (id, source, code) overriding system value
    select distinct s.id, from_source, s.code
    from staging.sales_product s
    where s.batch_id = batch and not exists (select from ledger.product p where p.id = s.id);
    get diagnostics added = row_count;
    perform ledger.measure_grown('ledger.product', added);

    insert into ledger.product_row (product_id, batch_id, of_master, name, category)
    select s.id, batch, false,
           (array_agg(s.name order by s.file_line desc) filter (where s.name is not null))[1],
           (array_agg(s.category order by s.file_line desc) filter (where s.category is not null))[1]
    from staging.sales_product s
    where s.batch_id = batch
    group by s.id;
    perform ledger.name_products(batch);
end $$;

-- The newest row of a product file, field by field over what sales lines said.
create function ledger.name_products(batch bigint) returns void
    language sql security definer set search_path = '' as $$
    update ledger.product p
    set name = n.name, category = n.category, standard_cost = n.standard_cost, floor_price = n.floor_price,
        floor_from = n.floor_from, floor_to = n.floor_to, unit = n.unit
    from (select r.product_id,
                 (array_agg(r.name order by r.of_master desc, r.batch_id desc) filter (where r.name is not null))[1] as name,
                 (array_agg(r.category order by r.of_master desc, r.batch_id desc) filter (where r.category is not null))[1]
                     as category,
                 (array_agg(r.standard_cost order by r.batch_id desc) filter (where r.of_master))[1] as standard_cost,
                 (array_agg(r.floor_price order by r.batch_id desc) filter (where r.of_master))[1] as floor_price,
                 (array_agg(r.floor_from order by r.batch_id desc) filter (where r.of_master))[1] as floor_from,
                 (array_agg(r.floor_to order by r.batch_id desc) filter (where r.of_master))[1] as floor_to,
                 (array_agg(r.unit order by r.batch_id desc) filter (where r.of_master))[1] as unit
          from ledger.product_row r
          where r.product_id in (select t.product_id from ledger.product_row t where t.batch_id = batch)
          group by r.product_id) n
    where n.product_id = p.id
      and (p.name, p.category, p.standard_cost, p.floor_price, p.floor_from, p.floor_to, p.unit) is distinct from
          (n.name, n.category, n.standard_cost, n.floor_price, n.floor_from, n.floor_to, n.unit)
$$;

create function ledger.publish_documents(batch bigint, from_source text) returns void
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    added bigint;
begin
    update ledger.document d
    set first_date = least(d.first_date, s.first_date), last_date = greatest(d.last_date, s.last_date)
    from pg_temp.known_document k join staging.sales_document s on s.batch_id = batch and s.id = k.id
    where d.id = k.id and (d.first_date > s.first_date or d.last_date < s.last_date);

    insert into ledger.document (id, source, number, first_date, last_date) overriding system value
    select s.id, from_source, s.number, s.first_date, s.last_date
    from staging.sales_document s
    where s.batch_id = batch and s.first_date is not null
      and s.id not in (select d.id from pg_temp.known_document k join ledger.document d on d.id = k.id)
    order by s.number; -- as the larger one of its indexes has them, which fills it page by page
    get diagnostics added = row_count;
    perform ledger.measure_grown('ledger.document', added);
end $$;

create function ledger.publish_sales(batch bigint, from_source text)
    returns table (accepted bigint, known bigint, unattributed bigint, amount bigint, data_from date, data_to date)
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
#variable_conflict use_column
declare
    unsummed date[];
begin
    perform ledger.demand(2, 'publish sales');
    perform ledger.write_plain_log();
    perform ledger.settle_codes(batch, from_source);
    perform ledger.publish_products_of_lines(batch, from_source);
    perform ledger.publish_documents(batch, from_source);

    select min(s.first_date), max(s.last_date) into data_from, data_to from staging.sales_document s where s.batch_id = batch;
    if exists (select from staging.sales_document s where s.batch_id = batch and s.foreign_money) then
        update staging.sales_line l
        set amount = round(l.original_amount * r.rate), cost = round(l.original_cost * r.rate)
        from (select d.currency, d.date, ledger.rate_of(d.currency, d.date) as rate
              from (select distinct s.currency, s.date from staging.sales_line s
                    where s.batch_id = batch and s.currency is not null) d) r
        where l.batch_id = batch and l.currency = r.currency and l.date = r.date and r.rate is not null;
    end if;
    unsummed := ledger.enter_lines(batch);

    select a.lines, a.unattributed, a.amount into accepted, unattributed, amount
    from ledger.add_to_roll_ups(batch, data_from, data_to, unsummed) a;
    select count(*) into known from ledger.verdict v where v.batch_id = batch and v.verdict = 'known';
    return next;
end $$;
comment on function ledger.publish_sales is
    'Makes the staged lines of a batch part of the ledger, with documents, products, days and months, in the caller''s transaction.';

create function ledger.withdraw_sales(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    low  date;
    high date;
    gone bigint;
    doc_low  date;
    doc_high date;
begin
    perform ledger.demand(2, 'withdraw a batch');
    select b.data_from, b.data_to into low, high from ledger.batch b where b.id = batch;
    perform ledger.forget_touched();
    create temporary table if not exists touched_document (id bigint) on commit delete rows;
    create temporary table if not exists touched_product (id bigint) on commit delete rows;
    truncate pg_temp.touched_document, pg_temp.touched_product;

    with
    removed as (
        delete from ledger.sales_line l where l.batch_id = batch and l.date between low and high
        returning l.account_id, l.date, l.document_id),
    days as (insert into pg_temp.touched_day select distinct r.account_id, r.date from removed r),
    documents as (insert into pg_temp.touched_document select distinct r.document_id from removed r)
    select count(*) into gone from removed;
    analyze pg_temp.touched_document;
    select min(d.first_date), max(d.last_date) into doc_low, doc_high
    from ledger.document d join pg_temp.touched_document t on t.id = d.id;

    delete from ledger.document d using pg_temp.touched_document t
    where d.id = t.id and not exists (select 1 from ledger.sales_line l
                                      where l.document_id = d.id and l.date between doc_low and doc_high);
    update ledger.document d set first_date = n.low, last_date = n.high
    from (select l.document_id, min(l.date) as low, max(l.date) as high
          from ledger.sales_line l
          where l.document_id in (select t.id from pg_temp.touched_document t) and l.date between doc_low and doc_high
          group by l.document_id) n
    where d.id = n.document_id and (d.first_date, d.last_date) is distinct from (n.low, n.high);

    perform ledger.withdraw_product_rows(batch);
    perform ledger.recompute_touched();
    return gone;
end $$;
comment on function ledger.withdraw_sales is 'Takes the lines of a batch out of the ledger, with all that followed from them.';

create function ledger.withdraw_product_rows(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    touched bigint[];
    sibling bigint;
begin
    with removed as (delete from ledger.product_row r where r.batch_id = batch returning r.product_id)
    select array_agg(product_id) into touched from removed;
    delete from ledger.product p
    where p.id = any (touched) and not exists (select 1 from ledger.product_row r where r.product_id = p.id);
    for sibling in select distinct r.batch_id from ledger.product_row r where r.product_id = any (touched) loop
        perform ledger.name_products(sibling);
    end loop;
    return coalesce(cardinality(touched), 0);
end $$;

revoke all on function ledger.check_sales(bigint, text, boolean, bigint), ledger.note_verdicts(bigint, boolean),
    ledger.publish_products_of_lines(bigint, text), ledger.publish_documents(bigint, text), ledger.name_products(bigint),
    ledger.publish_sales(bigint, text), ledger.withdraw_sales(bigint), ledger.withdraw_product_rows(bigint) from public;
grant execute on function ledger.check_sales(bigint, text, boolean, bigint), ledger.publish_sales(bigint, text),
    ledger.withdraw_sales(bigint) to mainstay_app;
