create table ledger.unit_factor (
    product_id bigint not null references ledger.product on delete cascade,
    unit       text not null,
    base       text not null check (base <> ''),
    factor     numeric(20, 10) not null check (factor > 0 and factor <= 1000000),
    by_user    text not null,
    since      timestamptz not null,
    primary key (product_id, unit),
    check (unit <> base or factor = 1)
);
comment on table ledger.unit_factor is
    'How many of the base unit are in a unit of a product, said by hand and valid for all time. The empty unit stands for lines '
    'that state none: they count in the base unit.';

-- Kept when a batch is taken out again: too many cost a look at the lines, too few would add boxes to pieces.
create table ledger.unit_seen (
    unit text primary key
);
comment on table ledger.unit_seen is 'Units that sales lines have stated. While there are none, quantities are added without looking at lines.';

create policy kept on ledger.unit_factor for all to mainstay_app
    using (true) with check ((select identity.reach()) >= 2);
alter table ledger.unit_factor enable row level security;
grant select, insert, update, delete on ledger.unit_factor to mainstay_app;

create function ledger.note_units(batch bigint) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'import');
    insert into ledger.unit_seen (unit)
    select distinct s.unit from staging.sales_line s where s.batch_id = batch and s.unit is not null
    on conflict do nothing;
end $$;
revoke all on function ledger.note_units(bigint) from public;
grant execute on function ledger.note_units(bigint) to mainstay_app;

grant select on ledger.unit_seen to mainstay_app;
create index product_with_unit on ledger.product (id) where unit is not null;

create view ledger.pub_units_in_use with (security_invoker) as
select exists (select 1 from ledger.unit_seen)
    or exists (select 1 from ledger.unit_factor)
    or exists (select 1 from ledger.product p where p.unit is not null) as in_use;
grant select on ledger.pub_units_in_use to mainstay_app;

create view ledger.pub_unit with (security_invoker) as
select unit from ledger.unit_seen where unit <> ''
union select unit from ledger.unit_factor where unit <> ''
union select base from ledger.unit_factor
union select unit from ledger.product where unit <> '';
comment on view ledger.pub_unit is 'Units that lines or products have stated, or that somebody said.';
grant select on ledger.pub_unit to mainstay_app;

create or replace view ledger.pub_sales_line with (security_invoker) as
select l.account_id, l.bill_to_id, l.document_id, d.number as document, l.line,
       case when l.credit then 'credit' else 'invoice' end as kind, l.date,
       l.product_id, p.code as product, p.name as product_name, p.category,
       l.quantity, l.unit, l.price, l.amount, l.cost, l.floor_price, l.currency, l.original_amount,
       l.region, l.channel, l.sales_person, l.batch_id, l.file_line,
       case when f.factor is null then l.quantity
            when abs(l.quantity * f.factor) < 9e18 then round(l.quantity * f.factor)::bigint end as counted,
       coalesce(f.base, l.unit, p.unit, '') as counted_in,
       l.credit
from ledger.sales_line l
left join ledger.document d on d.id = l.document_id
left join ledger.product p on p.id = l.product_id
left join ledger.unit_factor f on f.product_id = l.product_id and f.unit = coalesce(l.unit, '');
