-- Staged lines with their document and line number. Without a line column a line is the running number within its document
-- in file order, bad rows counted, so that a corrected file finds the good ones as known. Without a document number, what
-- an account bought on a day is one document.
create function ledger.staged_sales(batch bigint, lines_given boolean, firm_currency text)
    returns table (file_line bigint, number text, line bigint, customer text, bill_to text, product text, credit boolean,
                   date date, quantity bigint, unit text, price bigint, amount bigint, currency text, cost bigint,
                   floor_price bigint, region text, channel text, sales_person text)
    language sql stable as $$
    select n.file_line, n.number, n.line, n.customer, n.bill_to, n.product, coalesce(n.kind = 'credit', false), n.date,
           n.quantity, n.unit, n.price, n.amount, nullif(upper(n.currency), firm_currency), n.cost,
           n.floor_price, n.region, n.channel, n.sales_person
    from (select d.*, case when lines_given then d.given_line
                           else row_number() over (partition by d.number order by d.file_line) end as line
          from (select s.file_line, s.bad, s.customer, s.bill_to, s.product, s.kind, s.date, s.quantity, s.unit, s.price,
                       s.amount, s.currency, s.cost, s.floor_price, s.region, s.channel, s.sales_person,
                       s.line as given_line,
                       coalesce(s.document, s.date::text || '/' || coalesce(s.customer, '')) as number
                from staging.sales_row s
                where s.batch_id = batch) d) n
    where not n.bad
$$;

create function ledger.check_sales(batch bigint, from_source text, firm_currency text, lines_given boolean, replaced bigint)
    returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    low  date;
    high date;
    bad  bigint;
begin
    perform ledger.demand(2, 'publish sales');
    create temporary table if not exists known_document (id bigint, number text, first_date date, last_date date)
        on commit delete rows;
    truncate pg_temp.known_document;
    insert into pg_temp.known_document
    select d.id, d.number, d.first_date, d.last_date
    from (select distinct coalesce(s.document, s.date::text || '/' || coalesce(s.customer, '')) as number
          from staging.sales_row s where s.batch_id = batch) staged
    join ledger.document d on d.source = from_source and d.number = staged.number;
    select min(first_date), max(last_date) into low, high from pg_temp.known_document;
    analyze pg_temp.known_document;

    if lines_given then
        insert into ledger.verdict (batch_id, file_line, verdict, field, value)
        select batch, r.file_line, case when r.content = r.first_content then 'known' else 'conflict-in-file' end,
               'document', r.number || ' / ' || r.line
        from (select s.file_line, s.number, s.line,
                     row(s.customer, s.bill_to, s.product, s.credit, s.date, s.quantity, s.unit, s.price, s.amount, s.currency,
                         s.cost, s.floor_price, s.region, s.channel, s.sales_person)::text as content,
                     first_value(row(s.customer, s.bill_to, s.product, s.credit, s.date, s.quantity, s.unit, s.price, s.amount,
                                     s.currency, s.cost, s.floor_price, s.region, s.channel, s.sales_person)::text)
                         over by_key as first_content,
                     row_number() over by_key as place
              from ledger.staged_sales(batch, true, firm_currency) s
              join (select t.number, t.line from ledger.staged_sales(batch, true, firm_currency) t
                    group by t.number, t.line having count(*) > 1) doubled using (number, line)
              window by_key as (partition by s.number, s.line order by s.file_line)) r
        where r.place > 1;
    end if;

    if low is not null then
        insert into ledger.verdict (batch_id, file_line, verdict, field, value)
        select batch, s.file_line,
               case when (coalesce(x.booked_account_id, x.account_id), coalesce(x.booked_bill_to_id, x.bill_to_id), p.code, x.credit,
                          x.date, x.quantity, x.unit, x.price,
                          case when x.currency is null then x.amount else x.original_amount end, x.currency,
                          case when x.currency is null then x.cost else x.original_cost end,
                          x.floor_price, x.region, x.channel, x.sales_person)
                         is not distinct from
                         (a.account_id, coalesce(b.account_id, a.account_id), s.product, s.credit, s.date, s.quantity, s.unit,
                          s.price, s.amount, s.currency, s.cost, s.floor_price, s.region, s.channel, s.sales_person)
                    then 'known' else 'conflict-in-ledger' end,
               'document', s.number || ' / ' || s.line
        from ledger.staged_sales(batch, lines_given, firm_currency) s
        join pg_temp.known_document d on d.number = s.number
        join ledger.sales_line x on x.document_id = d.id and x.line = s.line and x.date between low and high
                               and x.batch_id is distinct from replaced
        left join ledger.product p on p.id = x.product_id
        left join accounts.pub_resolve(from_source) a on a.code = s.customer
        left join accounts.pub_resolve(from_source) b on b.code = s.bill_to
        on conflict do nothing;
    end if;

    -- One mistyped year would move the end of the data, by which everything is reckoned; files may be two months ahead.
    insert into ledger.verdict (batch_id, file_line, verdict, field, value)
    select batch, s.file_line, 'date-in-future', 'date', s.date::text
    from staging.sales_row s
    where s.batch_id = batch and not s.bad and s.date > (select identity.clock()::date + 62)
    on conflict do nothing;

    update staging.sales_row s set bad = true
    from ledger.verdict v where s.batch_id = batch and v.batch_id = batch and v.file_line = s.file_line;

    insert into ledger.row_problem (batch_id, file_line, field, reason, args, value)
    select batch, v.file_line, v.field, v.verdict, array[v.value], v.value
    from ledger.verdict v where v.batch_id = batch and v.verdict <> 'known';
    get diagnostics bad = row_count;
    return bad;
end $$;
comment on function ledger.check_sales is
    'Finds staged lines whose key is known: equal content is known already, different content is a problem. Returns the problems.';

create function ledger.note_places(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    noted bigint;
begin
    perform ledger.demand(2, 'import');
    if not exists (select 1 from ledger.row_problem p where p.batch_id = batch and p.file_line > 1) then
        return 0;
    end if;
    update ledger.row_problem p set place = n.line
    from (select d.file_line, d.number, row_number() over (partition by d.number order by d.file_line) as line
          from (select s.file_line, coalesce(s.document, s.date::text || '/' || coalesce(s.customer, '')) as number
                from staging.sales_row s where s.batch_id = batch) d) n
    where p.batch_id = batch and p.file_line = n.file_line and n.number is not null;
    get diagnostics noted = row_count;
    return noted;
end $$;
comment on function ledger.note_places is
    'Numbers the bad rows of a batch within their documents as the whole file does, so that they can come back alone.';

create function ledger.publish_products_of_lines(batch bigint, from_source text) returns void
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    added bigint;
begin
    create temporary table if not exists mentioned_product (product text, name text, category text, place bigint)
        on commit delete rows;
    truncate pg_temp.mentioned_product;
    insert into pg_temp.mentioned_product
    select s.product, s.product_name, s.category, max(s.file_line)
    from staging.sales_row s
    where s.batch_id = batch and not s.bad and s.product is not null
    group by s.product, s.product_name, s.category;

    insert into ledger.product (source, code)
    select distinct from_source, m.product from pg_temp.mentioned_product m
    on conflict do nothing;
    get diagnostics added = row_count;
    perform ledger.measure_grown('ledger.product', added);

    insert into ledger.product_row (product_id, batch_id, of_master, name, category)
    select p.id, batch, false,
           (array_agg(m.name order by m.place desc) filter (where m.name is not null))[1],
           (array_agg(m.category order by m.place desc) filter (where m.category is not null))[1]
    from pg_temp.mentioned_product m
    join ledger.product p on p.source = from_source and p.code = m.product
    group by p.id;
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

create function ledger.publish_sales(batch bigint, from_source text, firm_currency text, lines_given boolean)
    returns table (accepted bigint, known bigint, unattributed bigint, amount bigint, data_from date, data_to date)
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
#variable_conflict use_column
declare
    added bigint;
begin
    perform ledger.demand(2, 'publish sales');
    perform ledger.publish_products_of_lines(batch, from_source);

    insert into ledger.document as d (source, number, first_date, last_date)
    select from_source, coalesce(s.document, s.date::text || '/' || coalesce(s.customer, '')), min(s.date), max(s.date)
    from staging.sales_row s
    where s.batch_id = batch and not s.bad
    group by 2
    order by min(s.file_line)
    on conflict (source, number) do update
    set first_date = least(d.first_date, excluded.first_date), last_date = greatest(d.last_date, excluded.last_date)
    where d.first_date > excluded.first_date or d.last_date < excluded.last_date;
    get diagnostics added = row_count;
    perform ledger.measure_grown('ledger.document', added);

    with
    code as materialized (select r.code, r.account_id from accounts.pub_resolve(from_source) r),
    arriving as (
        select d.id as document_id, s.line, a.account_id, coalesce(b.account_id, a.account_id) as bill_to_id,
               p.id as product_id, s.quantity, s.price, s.floor_price, s.file_line, s.date, s.credit, s.unit, s.region, s.channel,
               s.sales_person, s.currency, s.amount, s.cost,
               case when s.currency is not null then ledger.rate_of(s.currency, s.date) end as rate
        from ledger.staged_sales(batch, lines_given, firm_currency) s
        join ledger.document d on d.source = from_source and d.number = s.number
        left join code a on a.code = s.customer
        left join code b on b.code = s.bill_to
        left join ledger.product p on p.source = from_source and p.code = s.product)
    insert into ledger.sales_line
        (document_id, line, account_id, bill_to_id, product_id, quantity, price, amount, cost, floor_price,
         original_amount, original_cost, batch_id, file_line, date, credit, unit, currency, region, channel, sales_person)
    select document_id, line, account_id, bill_to_id, product_id, quantity, price,
           case when currency is null then arriving.amount else round(arriving.amount * rate) end,
           case when currency is null then arriving.cost else round(arriving.cost * rate) end,
           floor_price,
           case when currency is not null then arriving.amount end, case when currency is not null then arriving.cost end,
           batch, file_line, date, credit, unit, currency, region, channel, sales_person
    from arriving;
    get diagnostics accepted = row_count;

    select a.unattributed, a.amount, a.low, a.high into unattributed, amount, data_from, data_to
    from ledger.add_to_roll_ups(batch) a;
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

revoke all on function ledger.note_places(bigint), ledger.check_sales(bigint, text, text, boolean, bigint), ledger.publish_products_of_lines(bigint, text),
    ledger.name_products(bigint), ledger.publish_sales(bigint, text, text, boolean), ledger.withdraw_sales(bigint),
    ledger.withdraw_product_rows(bigint), ledger.staged_sales(bigint, boolean, text) from public;
grant execute on function ledger.note_places(bigint), ledger.check_sales(bigint, text, text, boolean, bigint),
    ledger.publish_sales(bigint, text, text, boolean), ledger.withdraw_sales(bigint) to mainstay_app;
