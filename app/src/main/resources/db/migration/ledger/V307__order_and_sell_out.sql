create table ledger.order_line (
    id                   bigint generated always as identity primary key,
    batch_id             bigint not null references ledger.batch,
    file_line            bigint not null,
    source               text not null,
    key                  text not null,
    number               text not null,
    line                 bigint,
    account_id           bigint not null,
    ordered_on           date not null,
    requested            date,
    product              text,
    quantity             bigint,
    undelivered          bigint,
    undelivered_amount   bigint,
    amount               bigint,
    currency             text not null,
    original_amount      bigint,
    original_undelivered bigint,
    cancelled            boolean not null default false,
    current              boolean not null default false
);
create unique index order_line_current on ledger.order_line (source, key) where current;
create index order_line_of_account on ledger.order_line (account_id, ordered_on) where current;
create index order_line_undelivered on ledger.order_line (requested)
    where current and not cancelled and coalesce(undelivered, quantity) > 0;
create index order_line_waiting on ledger.order_line (currency, ordered_on)
    where current and original_amount is not null and amount is null;
create index order_line_of_batch on ledger.order_line (batch_id);
create index order_line_versions on ledger.order_line (source, key, batch_id);
comment on table ledger.order_line is
    'What was ordered and how much of it is still to be delivered; append-only by batch, the newest row of a key is current. '
    'The key is number and line, or where a file numbers no lines number and product.';
comment on column ledger.order_line.amount is 'Without tax, in the firm''s currency at the rate of the day of the order; null where the file '
    'has no amount or there was no rate. The original stands beside it where the currency is another.';

create table ledger.sell_out (
    id         bigint generated always as identity primary key,
    batch_id   bigint not null references ledger.batch,
    file_line  bigint not null,
    source     text not null,
    key        text not null,
    account_id bigint not null,
    product    text not null,
    month      date not null check (extract(day from month) = 1),
    quantity   bigint not null,
    unit       text,
    region     text,
    stock      bigint,
    current    boolean not null default false
);
create unique index sell_out_current on ledger.sell_out (source, key) where current;
create index sell_out_of_account on ledger.sell_out (account_id, month) where current;
create index sell_out_of_batch on ledger.sell_out (batch_id);
create index sell_out_versions on ledger.sell_out (source, key, batch_id);
comment on table ledger.sell_out is
    'What a dealer sold on in a month, and what it then had in stock; append-only by batch, the newest row of a key is current. '
    'The key is account, product, month, region and unit.';

select identity.show('ledger.order_line', 2), identity.show('ledger.sell_out', 2);
grant select on ledger.order_line, ledger.sell_out to mainstay_app;

create view ledger.pub_order with (security_invoker) as
select id, account_id, number, line, ordered_on, requested, product, quantity, undelivered, undelivered_amount, amount, currency,
       original_amount, original_undelivered, cancelled, batch_id
from ledger.order_line where current;

create view ledger.pub_sell_out with (security_invoker) as
select id, account_id, product, month, quantity, unit, region, stock, batch_id from ledger.sell_out where current;

grant select on ledger.pub_order, ledger.pub_sell_out to mainstay_app;

create function ledger.publish_orders(batch bigint, from_source text, firm_currency text) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'publish orders');
    insert into ledger.order_line
        (batch_id, file_line, source, key, number, line, account_id, ordered_on, requested, product, quantity, undelivered,
         undelivered_amount, amount, currency, original_amount, original_undelivered, cancelled)
    select distinct on (s.key)
           batch, s.file_line, from_source, s.key, s.number, s.line, a.account_id, s.date, s.requested, s.product, s.quantity,
           s.undelivered,
           ledger.in_reporting(s.undelivered_amount, s.currency, s.date, firm_currency),
           ledger.in_reporting(s.amount, s.currency, s.date, firm_currency),
           coalesce(upper(s.currency), firm_currency),
           case when upper(s.currency) <> firm_currency then s.amount end,
           case when upper(s.currency) <> firm_currency then s.undelivered_amount end,
           coalesce(s.cancelled, false)
    from (select r.*, jsonb_build_array(r.number, r.line, case when r.line is null then r.product end)::text as key
          from staging.order_row r where r.batch_id = batch and not r.bad) s
    join accounts.pub_resolve(from_source) a on a.code = s.account
    order by s.key, s.file_line desc;
    return ledger.supersede('order_line', batch);
end $$;
comment on function ledger.publish_orders is
    'Makes the staged orders of a batch current; the last row of a key wins. Rows without a currency are in the one given.';

create function ledger.publish_sell_out(batch bigint, from_source text) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'publish sell-out');
    insert into ledger.sell_out (batch_id, file_line, source, key, account_id, product, month, quantity, unit, region, stock)
    select distinct on (s.key) batch, s.file_line, from_source, s.key, a.account_id, s.product, s.period, s.quantity, s.unit, s.region,
           s.stock
    from (select r.*, jsonb_build_array(r.account, r.product, r.period, r.region, r.unit)::text as key
          from staging.sellout_row r where r.batch_id = batch and not r.bad) s
    join accounts.pub_resolve(from_source) a on a.code = s.account
    order by s.key, s.file_line desc;
    return ledger.supersede('sell_out', batch);
end $$;
comment on function ledger.publish_sell_out is 'Makes the staged sell-out of a batch current; the last row of a key wins.';

revoke all on function ledger.publish_orders(bigint, text, text), ledger.publish_sell_out(bigint, text) from public;
grant execute on function ledger.publish_orders(bigint, text, text), ledger.publish_sell_out(bigint, text) to mainstay_app;
