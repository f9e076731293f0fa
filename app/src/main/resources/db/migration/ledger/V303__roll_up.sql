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
create index account_day_of_account on ledger.account_day (account_id, day);
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
create index account_month_by_month on ledger.account_month (month);
comment on table ledger.account_month is 'The days of account_day summed by month.';

do $$
declare
    t text;
begin
    foreach t in array array['account_day', 'account_month'] loop
        execute format('alter table ledger.%I enable row level security', t);
        execute format('grant select on ledger.%I to mainstay_app', t);
        execute format($policy$
            create policy seen on ledger.%1$I for select to mainstay_app using (
                (select identity.reach()) >= 2
                or exists (select 1 from identity.account_grant g
                           where g.account_id = %1$I.account_id and g.user_id = (select identity.uid()) and g.level >= 2
                             and g.starts_at <= (select identity.clock())
                             and (g.ends_at is null or g.ends_at > (select identity.clock()))))
            $policy$, t);
    end loop;
end $$;

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
           count(*), coalesce(sum(l.amount), 0),
           count(*) filter (where l.gross), coalesce(sum(l.amount) filter (where l.gross), 0),
           coalesce(sum(l.amount) filter (where l.cost is not null), 0), coalesce(sum(l.cost), 0),
           coalesce(sum(l.amount) filter (where l.gross and l.cost is not null), 0),
           coalesce(sum(l.cost) filter (where l.gross), 0),
           count(distinct l.document_id), coalesce(sum(l.quantity), 0), count(*) filter (where l.amount is null),
           count(*) filter (where l.cost is not null), count(*) filter (where l.gross and l.cost is not null)
    from (select s.account_id, s.bill_to_id, s.date, s.amount, s.cost, s.quantity, s.document_id,
                 not s.credit and coalesce(s.quantity, 1) > 0 and coalesce(s.price, s.original_amount, s.amount, 0) > 0 as gross
          from pg_temp.touched_day t
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
    select distinct account_id, date_trunc('month', day)::date from pg_temp.touched_day;
    analyze pg_temp.touched_month;

    delete from ledger.account_month m using pg_temp.touched_month t
    where m.account_id = t.account_id and m.month = t.month;
    delete from ledger.account_month m
    where m.account_id is null and m.month in (select t.month from pg_temp.touched_month t where t.account_id is null);

    insert into ledger.account_month
    select d.account_id, d.bill_to_id, d.month,
           sum(d.net_lines), sum(d.net_amount), sum(d.gross_lines), sum(d.gross_amount),
           sum(d.net_known_amount), sum(d.net_cost), sum(d.gross_known_amount), sum(d.gross_cost),
           sum(d.documents), sum(d.quantity), sum(d.unknown_lines), sum(d.net_known_lines), sum(d.gross_known_lines)
    from (select date_trunc('month', a.day)::date as month, a.*
          from pg_temp.touched_month t
          join ledger.account_day a on a.account_id = t.account_id
                                   and a.day >= t.month and a.day < (t.month + interval '1 month')::date
          union all
          select date_trunc('month', a.day)::date, a.*
          from ledger.account_day a
          where a.account_id is null
            and date_trunc('month', a.day)::date in (select t.month from pg_temp.touched_month t where t.account_id is null)) d
    group by d.account_id, d.bill_to_id, d.month;

    update ledger.state
    set data_from = (select min(day) from ledger.account_day), data_to = (select max(day) from ledger.account_day);
end $$;
comment on function ledger.recompute_touched is
    'Computes the days and months that changed anew from the lines, at the cost of what changed and not of all history.';

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

revoke all on function ledger.forget_touched(), ledger.recompute_touched(), ledger.rebuild_roll_ups() from public;
grant execute on function ledger.rebuild_roll_ups() to mainstay_app;
