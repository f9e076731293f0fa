-- Whole numbers whose sum is a whole number: adds as fast as the machine does, and refuses to overflow.
create aggregate ledger.total(bigint) (sfunc = int8pl, stype = bigint, combinefunc = int8pl, parallel = safe);

create table ledger.account_day (
    account_id         bigint,
    bill_to_id         bigint,
    day                date not null,
    net_lines          bigint not null,
    net_amount         bigint not null,
    gross_lines        bigint not null,
    gross_amount       bigint not null,
    net_known_amount   bigint not null,
    net_cost           bigint not null,
    gross_known_amount bigint not null,
    gross_cost         bigint not null,
    documents          bigint not null,
    quantity           bigint not null,
    unknown_lines      bigint not null,
    net_known_lines    bigint not null,
    gross_known_lines  bigint not null,
    constraint account_day_key unique nulls not distinct (account_id, bill_to_id, day)
);
create index account_day_by_day on ledger.account_day (day);
comment on table ledger.account_day is
    'Derived from the sales lines: figures per account, billed account and day. No account: lines without a customer. '
    'Known amounts and known lines are those whose cost is known; unknown lines have no rate for their currency.';

create table ledger.account_month (
    account_id         bigint,
    bill_to_id         bigint,
    month              date not null,
    net_lines          bigint not null,
    net_amount         bigint not null,
    gross_lines        bigint not null,
    gross_amount       bigint not null,
    net_known_amount   bigint not null,
    net_cost           bigint not null,
    gross_known_amount bigint not null,
    gross_cost         bigint not null,
    documents          bigint not null,
    quantity           bigint not null,
    unknown_lines      bigint not null,
    net_known_lines    bigint not null,
    gross_known_lines  bigint not null,
    constraint account_month_key unique nulls not distinct (account_id, bill_to_id, month)
);
comment on table ledger.account_month is 'The days of account_day summed by month.';

select identity.show('ledger.account_day', 2), identity.show('ledger.account_month', 2);
grant select on ledger.account_day, ledger.account_month to mainstay_app;

create view ledger.pub_account_day with (security_invoker) as
select account_id, bill_to_id, day, net_lines, net_amount, gross_lines, gross_amount, net_known_amount, net_cost,
       gross_known_amount, gross_cost, documents, quantity, unknown_lines, net_known_lines,
       gross_known_lines
from ledger.account_day;

create view ledger.pub_account_month with (security_invoker) as
select account_id, bill_to_id, month, net_lines, net_amount, gross_lines, gross_amount, net_known_amount, net_cost,
       gross_known_amount, gross_cost, documents, quantity, unknown_lines, net_known_lines,
       gross_known_lines
from ledger.account_month;

grant select on ledger.pub_account_day, ledger.pub_account_month to mainstay_app;

-- Which accounts changed on which days stands in the temporary table touched_day; no account means lines without a customer.
create function ledger.forget_touched() returns void
    language plpgsql security definer set search_path = '' as $$
begin
    create temporary table if not exists touched_day (account_id bigint, day date not null) on commit delete rows;
    create temporary table if not exists touched_month (account_id bigint, month date not null) on commit delete rows;
    truncate pg_temp.touched_day, pg_temp.touched_month;
end $$;

create function ledger.mark_days() returns void
    language sql security definer set search_path = '' as $$
    update ledger.state
    set data_from = (select min(day) from ledger.account_day), data_to = (select max(day) from ledger.account_day)
$$;
comment on function ledger.mark_days is 'Writes down the first and the last day of the ledger.';

create function ledger.recompute_touched() returns void
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    low  date;
    high date;
begin
    select min(day), max(day) into low, high from pg_temp.touched_day;
    analyze pg_temp.touched_day;

    delete from ledger.account_day d using pg_temp.touched_day t
    where d.account_id = t.account_id and d.day = t.day;
    delete from ledger.account_day d
    where d.account_id is null and d.day in (select t.day from pg_temp.touched_day t where t.account_id is null);

    insert into ledger.account_day
    select l.account_id, l.bill_to_id, l.date,
           count(*), coalesce(ledger.total(l.amount), 0),
           count(*) filter (where l.gross), coalesce(ledger.total(l.amount) filter (where l.gross), 0),
           coalesce(ledger.total(l.amount) filter (where l.cost is not null), 0), coalesce(ledger.total(l.cost), 0),
           coalesce(ledger.total(l.amount) filter (where l.gross and l.cost is not null), 0),
           coalesce(ledger.total(l.cost) filter (where l.gross), 0),
           count(distinct l.document_id), coalesce(ledger.total(l.quantity), 0), count(*) filter (where l.amount is null),
           count(*) filter (where l.cost is not null), count(*) filter (where l.gross and l.cost is not null)
    from (select s.account_id, s.bill_to_id, s.date, s.amount, s.cost, s.quantity, s.document_id,
                 not s.credit and coalesce(s.quantity, 1) > 0 and coalesce(s.price, s.original_amount, s.amount, 0) > 0 as gross
          from (select distinct d.account_id, d.day from pg_temp.touched_day d) t
          join ledger.sales_line s on s.account_id = t.account_id and s.date = t.day
          where s.date between low and high
          union all
          select s.account_id, s.bill_to_id, s.date, s.amount, s.cost, s.quantity, s.document_id,
                 not s.credit and coalesce(s.quantity, 1) > 0 and coalesce(s.price, s.original_amount, s.amount, 0) > 0
          from ledger.sales_line s
          where s.account_id is null and s.date between low and high
            and s.date in (select t.day from pg_temp.touched_day t where t.account_id is null)) l
    group by l.account_id, l.bill_to_id, l.date;

    insert into pg_temp.touched_month
    select distinct account_id, date_trunc('month', day::timestamp)::date from pg_temp.touched_day;
    analyze pg_temp.touched_month;

    delete from ledger.account_month m using pg_temp.touched_month t
    where m.account_id = t.account_id and m.month = t.month;
    delete from ledger.account_month m
    where m.account_id is null and m.month in (select t.month from pg_temp.touched_month t where t.account_id is null);

    insert into ledger.account_month
    select d.account_id, d.bill_to_id, d.month,
           ledger.total(d.net_lines), ledger.total(d.net_amount), ledger.total(d.gross_lines), ledger.total(d.gross_amount),
           ledger.total(d.net_known_amount), ledger.total(d.net_cost), ledger.total(d.gross_known_amount), ledger.total(d.gross_cost),
           ledger.total(d.documents), ledger.total(d.quantity), ledger.total(d.unknown_lines), ledger.total(d.net_known_lines), ledger.total(d.gross_known_lines)
    from (select date_trunc('month', a.day::timestamp)::date as month, a.*
          from pg_temp.touched_month t
          join ledger.account_day a on a.account_id = t.account_id
                                   and a.day >= t.month and a.day < (t.month + interval '1 month')::date
          union all
          select date_trunc('month', a.day::timestamp)::date, a.*
          from ledger.account_day a
          where a.account_id is null
            and date_trunc('month', a.day::timestamp)::date in (select t.month from pg_temp.touched_month t where t.account_id is null)) d
    group by d.account_id, d.bill_to_id, d.month;

    perform ledger.mark_days();
end $$;
comment on function ledger.recompute_touched is
    'Computes the days and months that changed anew from the lines, at the cost of what changed and not of all history.';

-- What is summed for each account, billed account and day or month.
create function ledger.figures() returns text[]
    language sql immutable as $$
    select array['net_lines', 'net_amount', 'gross_lines', 'gross_amount', 'net_known_amount', 'net_cost', 'gross_known_amount',
                 'gross_cost', 'documents', 'quantity', 'unknown_lines', 'net_known_lines', 'gross_known_lines']
$$;

-- The question that sums lines by day, as text: staged months and published lines are counted by the same rule.
create function ledger.sums_by_day(lines text) returns text
    language sql immutable as $$
    select format('
        select d.account_id, d.bill_to_id, d.date as day, %s
        from (select l.account_id, l.bill_to_id, l.date, l.document_id,
                     count(*) as net_lines, coalesce(ledger.total(l.amount), 0) as net_amount,
                     count(*) filter (where l.gross) as gross_lines,
                     coalesce(ledger.total(l.amount) filter (where l.gross), 0) as gross_amount,
                     coalesce(ledger.total(l.amount) filter (where l.cost is not null), 0) as net_known_amount,
                     coalesce(ledger.total(l.cost), 0) as net_cost,
                     coalesce(ledger.total(l.amount) filter (where l.gross and l.cost is not null), 0) as gross_known_amount,
                     coalesce(ledger.total(l.cost) filter (where l.gross), 0) as gross_cost, 1::bigint as documents,
                     coalesce(ledger.total(l.quantity), 0) as quantity, count(*) filter (where l.amount is null) as unknown_lines,
                     count(*) filter (where l.cost is not null) as net_known_lines,
                     count(*) filter (where l.gross and l.cost is not null) as gross_known_lines
              from (select s.account_id, s.bill_to_id, s.date, s.document_id, s.amount, s.cost, s.quantity,
                           not s.credit and coalesce(s.quantity, 1) > 0
                               and coalesce(s.price, s.original_amount, s.amount, 0) > 0 as gross
                    from %s) l
              group by l.account_id, l.bill_to_id, l.date, l.document_id) d
        group by d.account_id, d.bill_to_id, d.date',
        (select string_agg(format('ledger.total(d.%1$I) as %1$I', f), ', ') from unnest(ledger.figures()) f), lines)
$$;

-- The same for months, from days.
create function ledger.sums_by_month(days text) returns text
    language sql immutable as $$
    select format('
        select d.account_id, d.bill_to_id, date_trunc(''month'', d.day::timestamp)::date as month, %s from %s group by 1, 2, 3',
        (select string_agg(format('ledger.total(d.%1$I) as %1$I', f), ', ') from unnest(ledger.figures()) f), days)
$$;

-- Adds what a batch brought to days and months: the tables added_day and added_month, and what was summed while it was staged. In
-- months that have no days yet there is nothing to add to: rows are just written, which costs half.
create function ledger.enter_added(batch bigint, low date, high date) returns void
    language plpgsql security definer set search_path = '' set work_mem = '256MB' as $$
declare
    figures text := array_to_string(ledger.figures(), ', ');
    adding  text := '';
    grain   text;
begin
    if exists (select from ledger.account_day d
               where d.day >= date_trunc('month', low::timestamp)
                 and d.day < date_trunc('month', high::timestamp) + interval '1 month') then
        select ' do update set ' || string_agg(format('%1$I = d.%1$I + excluded.%1$I', f), ', ') into adding
        from unnest(ledger.figures()) f;
    end if;
    foreach grain in array array['day', 'month'] loop
        execute format('
            insert into ledger.account_%1$s as d (account_id, bill_to_id, %1$s, %2$s)
            select a.* from (select account_id, bill_to_id, %1$s, %2$s from pg_temp.added_%1$s
                             union all
                             select account_id, bill_to_id, %1$s, %2$s from staging.sales_%1$s where batch_id = %3$s) a
            order by 1, 2, 3 %4$s',
            grain, figures, batch, case when adding <> '' then format('on conflict on constraint account_%s_key', grain) || adding end);
    end loop;
end $$;

-- What a batch adds to each day: what was summed while it was staged, and the sums of the months for which nothing was. A document
-- that was there before may have been counted on the same day already: such days are computed anew. Everything else is added.
create function ledger.add_to_roll_ups(batch bigint, low date, high date, unsummed date[])
    returns table (lines bigint, unattributed bigint, amount bigint)
    language plpgsql security definer set search_path = '' set work_mem = '256MB' set enable_partitionwise_aggregate = on as $$
#variable_conflict use_column
begin
    -- A table made from a query may be counted by several processes at once; one that rows are inserted into may not.
    drop table if exists pg_temp.added_day, pg_temp.added_month;
    execute 'create temporary table added_day on commit drop as '
        || ledger.sums_by_day(format('ledger.sales_line s where s.batch_id = %s and s.date between %L and %L', batch,
                                     (select min(m) from unnest(unsummed) m),
                                     (select max(m) + interval '1 month' - interval '1 day' from unnest(unsummed) m)::date)
                              || format(' and date_trunc(''month'', s.date::timestamp)::date = any (%L::date[])', unsummed));
    execute 'create temporary table added_month on commit drop as ' || ledger.sums_by_month('pg_temp.added_day d');

    select coalesce(ledger.total(a.net_lines), 0), coalesce(ledger.total(a.net_lines) filter (where a.account_id is null), 0),
           ledger.total(a.net_amount) filter (where a.net_lines > a.unknown_lines)
    into lines, unattributed, amount
    from (select account_id, net_lines, net_amount, unknown_lines from pg_temp.added_day
          union all
          select account_id, net_lines, net_amount, unknown_lines from staging.sales_day where batch_id = batch) a;

    perform ledger.enter_added(batch, low, high);

    perform ledger.forget_touched();
    insert into pg_temp.touched_day
    select distinct l.account_id, l.date
    from pg_temp.known_document k
    join ledger.sales_line l on l.document_id = k.id and l.batch_id = batch and l.date between low and high;
    if found then
        perform ledger.recompute_touched();
    else
        perform ledger.mark_days();
    end if;
    return next;
end $$;
comment on function ledger.add_to_roll_ups is
    'Adds a published batch to days and months, at the cost of what it brought; returns its lines, those without a customer and the sum.';

create function ledger.rebuild_roll_ups() returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    differing bigint;
begin
    perform ledger.demand(3, 'rebuild the roll-ups');
    perform pg_advisory_xact_lock(hashtext('ledger.publish'));
    create temporary table former_day on commit drop as select * from ledger.account_day;
    create temporary table former_month on commit drop as select * from ledger.account_month;
    delete from ledger.account_day;
    delete from ledger.account_month;
    perform ledger.forget_touched();
    insert into pg_temp.touched_day select distinct account_id, date from ledger.sales_line;
    perform ledger.recompute_touched();
    select (select count(*) from ((table pg_temp.former_day except all table ledger.account_day)
                                  union all (table ledger.account_day except all table pg_temp.former_day)) d)
         + (select count(*) from ((table pg_temp.former_month except all table ledger.account_month)
                                  union all (table ledger.account_month except all table pg_temp.former_month)) m)
    into differing;
    return differing;
end $$;
comment on function ledger.rebuild_roll_ups is 'Computes all days and months anew and returns how many rows were different before.';

revoke all on function ledger.forget_touched(), ledger.mark_days(), ledger.recompute_touched(),
    ledger.enter_added(bigint, date, date), ledger.add_to_roll_ups(bigint, date, date, date[]), ledger.rebuild_roll_ups(),
    ledger.figures(), ledger.sums_by_day(text), ledger.sums_by_month(text) from public;
grant execute on function ledger.rebuild_roll_ups() to mainstay_app;
