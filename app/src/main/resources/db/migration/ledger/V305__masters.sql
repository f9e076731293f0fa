create table ledger.delivery (
    id                 bigint generated always as identity primary key,
    batch_id           bigint not null references ledger.batch,
    file_line          bigint not null,
    source             text not null,
    key                text not null,
    number             text not null,
    line               bigint,
    account_id         bigint not null,
    product            text,
    requested          date,
    promised           date,
    delivered          date,
    quantity_ordered   bigint,
    quantity_delivered bigint,
    unit               text,
    batch_size         bigint,
    current            boolean not null default false
);
create unique index delivery_current on ledger.delivery (source, key) where current;
create index delivery_of_account on ledger.delivery (account_id, requested) where current;
create index delivery_promised on ledger.delivery (promised) where current and delivered is null;
create index delivery_of_batch on ledger.delivery (batch_id);
comment on table ledger.delivery is 'What was asked for, promised and delivered when; append-only by batch, the newest row of a key is current.';

create table ledger.territory (
    id         bigint generated always as identity primary key,
    batch_id   bigint not null references ledger.batch,
    file_line  bigint not null,
    source     text not null,
    key        text not null,
    region     text not null,
    parent     text,
    name       text,
    account_id bigint,
    current    boolean not null default false
);
create unique index territory_current on ledger.territory (source, key) where current;
create index territory_of_account on ledger.territory (account_id) where current;
create index territory_of_batch on ledger.territory (batch_id);
comment on table ledger.territory is 'Regions and their parents; a row with an account says that it may sell there.';

create table ledger.rate (
    id        bigint generated always as identity primary key,
    batch_id  bigint not null references ledger.batch,
    file_line bigint not null,
    source    text not null,
    key       text not null,
    currency  text not null,
    date      date not null,
    rate      numeric(20, 10) not null check (rate > 0),
    current   boolean not null default false
);
create unique index rate_current on ledger.rate (source, key) where current;
create index rate_of_day on ledger.rate (currency, date desc, batch_id desc) where current;
create index rate_of_batch on ledger.rate (batch_id);
comment on table ledger.rate is 'What one unit of a currency is worth in the firm''s currency from a day on.';

create function ledger.rate_of(wanted text, day date) returns numeric
    language sql stable as $$
    select r.rate from ledger.rate r where r.current and r.currency = wanted and r.date <= day
    order by r.date desc, r.batch_id desc limit 1
$$;

-- An amount in the firm's currency at the rate of a day; null where no rate is known.
create function ledger.in_reporting(amount bigint, given text, day date, firm_currency text) returns bigint
    language sql stable as $$
    select case when given is null or upper(given) = firm_currency then amount
                else round(amount * ledger.rate_of(upper(given), day))::bigint end
$$;

select identity.show('ledger.delivery', 2), identity.show('ledger.territory', 2);
grant select on ledger.delivery, ledger.territory, ledger.rate to mainstay_app;

create view ledger.pub_delivery with (security_invoker) as
select id, account_id, number, line, product, requested, promised, delivered, quantity_ordered, quantity_delivered, unit,
       batch_size, batch_id
from ledger.delivery where current;

create view ledger.pub_territory with (security_invoker) as
select id, region, parent, name, account_id, batch_id from ledger.territory where current;

create view ledger.pub_rate with (security_invoker) as
select id, currency, date, rate, batch_id from ledger.rate where current;

grant select on ledger.pub_delivery, ledger.pub_territory, ledger.pub_rate to mainstay_app;

-- The rows of a batch become current and those of the same keys before them former ones; and the other way round.
create function ledger.supersede(kept_in text, batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    taken bigint;
begin
    execute format('update ledger.%1$I o set current = false from ledger.%1$I n
                    where n.batch_id = $1 and o.current and o.source = n.source and o.key = n.key', kept_in) using batch;
    execute format('update ledger.%I set current = true where batch_id = $1', kept_in) using batch;
    get diagnostics taken = row_count;
    return taken;
end $$;

create function ledger.restore(kept_in text, batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    gone bigint;
begin
    execute format('with removed as (delete from ledger.%1$I r where r.batch_id = $1 returning r.source, r.key, r.current),
                    newest as (select distinct on (v.source, v.key) v.id from ledger.%1$I v
                               join removed r on r.current and r.source = v.source and r.key = v.key
                               where v.batch_id <> $1
                               order by v.source, v.key, v.batch_id desc),
                    restored as (update ledger.%1$I o set current = true from newest where newest.id = o.id)
                    select count(*) from removed', kept_in) into gone using batch;
    return gone;
end $$;

create function ledger.publish_deliveries(batch bigint, from_source text) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'publish deliveries');
    insert into ledger.delivery (batch_id, file_line, source, key, number, line, account_id, product, requested, promised,
                                 delivered, quantity_ordered, quantity_delivered, unit, batch_size)
    select distinct on (s.number, s.line) batch, s.file_line, from_source, jsonb_build_array(s.number, s.line)::text, s.number, s.line,
           a.account_id, s.product, s.requested, s.promised, s.delivered, s.quantity_ordered, s.quantity_delivered, s.unit,
           s.batch_size
    from staging.delivery_row s
    join accounts.pub_resolve(from_source) a on a.code = s.account
    where s.batch_id = batch and not s.bad
    order by s.number, s.line, s.file_line desc;
    return ledger.supersede('delivery', batch);
end $$;

create function ledger.publish_territories(batch bigint, from_source text) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'publish territories');
    insert into ledger.territory (batch_id, file_line, source, key, region, parent, name, account_id)
    select distinct on (s.region, s.account) batch, s.file_line, from_source, jsonb_build_array(s.region, s.account)::text, s.region,
           s.parent, s.name, a.account_id
    from staging.territory_row s
    left join accounts.pub_resolve(from_source) a on a.code = s.account
    where s.batch_id = batch and not s.bad
    order by s.region, s.account, s.file_line desc;
    return ledger.supersede('territory', batch);
end $$;

create function ledger.publish_rates(batch bigint, from_source text) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'publish rates');
    insert into ledger.rate (batch_id, file_line, source, key, currency, date, rate)
    select distinct on (upper(s.currency), s.date) batch, s.file_line, from_source, upper(s.currency) || '|' || s.date,
           upper(s.currency), s.date, s.rate
    from staging.rate_row s
    where s.batch_id = batch and not s.bad
    order by upper(s.currency), s.date, s.file_line desc;
    return ledger.supersede('rate', batch);
end $$;

create function ledger.publish_products(batch bigint, from_source text) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    taken bigint;
begin
    perform ledger.demand(2, 'publish products');
    insert into ledger.product (source, code)
    select distinct from_source, s.code from staging.product_row s where s.batch_id = batch and not s.bad
    on conflict do nothing;
    insert into ledger.product_row (product_id, batch_id, of_master, name, category, standard_cost, floor_price, floor_from,
                                    floor_to, unit)
    select distinct on (s.code) p.id, batch, true, s.name, s.category, s.standard_cost, s.floor_price, s.floor_from, s.floor_to,
           s.unit
    from staging.product_row s
    join ledger.product p on p.source = from_source and p.code = s.code
    where s.batch_id = batch and not s.bad
    order by s.code, s.file_line desc;
    get diagnostics taken = row_count;
    perform ledger.name_products(batch);
    return taken;
end $$;

create function ledger.withdraw_rows(kept_in text, batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'withdraw a batch');
    if kept_in not in ('delivery', 'territory', 'rate', 'order_line', 'sell_out') then
        raise exception 'no superseding rows are kept in %', kept_in using errcode = 'invalid_parameter_value';
    end if;
    return ledger.restore(kept_in, batch);
end $$;

create function ledger.withdraw_products(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'withdraw a batch');
    return ledger.withdraw_product_rows(batch);
end $$;

-- Rows and days of a batch whose rows supersede others.
create function ledger.staged_summary(name text, date_column text, batch bigint)
    returns table (accepted bigint, data_from date, data_to date)
    language plpgsql security definer set search_path = '' as $$
declare
    day text := case when date_column is null then 'null::date' else format('s.%I', date_column) end;
begin
    perform ledger.demand(2, 'read the staging area');
    return query execute format('select count(*), min(%1$s), max(%1$s) from %2$s s where s.batch_id = $1 and not s.bad',
                                day, ledger.staging_table(name)) using batch;
end $$;

revoke all on function ledger.rate_of(text, date), ledger.in_reporting(bigint, text, date, text),
    ledger.supersede(text, bigint), ledger.restore(text, bigint),
    ledger.publish_deliveries(bigint, text), ledger.publish_territories(bigint, text), ledger.publish_rates(bigint, text),
    ledger.publish_products(bigint, text), ledger.withdraw_rows(text, bigint), ledger.withdraw_products(bigint),
    ledger.staged_summary(text, text, bigint) from public;
grant execute on function ledger.publish_deliveries(bigint, text), ledger.publish_territories(bigint, text),
    ledger.publish_rates(bigint, text), ledger.publish_products(bigint, text), ledger.withdraw_rows(text, bigint),
    ledger.withdraw_products(bigint), ledger.staged_summary(text, text, bigint) to mainstay_app;
