create table ledger.document (
    id         bigint generated always as identity (increment by 10000) primary key, -- an import takes many numbers at once
    source     text not null,
    number     text not null,
    first_date date not null,
    last_date  date not null,
    unique (source, number)
);
comment on table ledger.document is 'Invoices and credit notes. The days bound where its lines are to be found.';

create table ledger.product (
    id            bigint generated always as identity primary key,
    source        text not null,
    code          text not null,
    name          text,
    category      text,
    standard_cost bigint,
    floor_price   bigint,
    floor_from    date,
    floor_to      date,
    unit          text,
    unique (source, code)
);
create index product_of_category on ledger.product (category);
comment on table ledger.product is 'What is sold, as known now: a product file wins over the names in sales lines, the newer over the older.';

create table ledger.product_row (
    product_id    bigint not null references ledger.product,
    batch_id      bigint not null references ledger.batch,
    of_master     boolean not null,
    name          text,
    category      text,
    standard_cost bigint,
    floor_price   bigint,
    floor_from    date,
    floor_to      date,
    unit          text,
    primary key (product_id, batch_id)
);
create index product_row_of_batch on ledger.product_row (batch_id);
comment on table ledger.product_row is 'What each batch said about a product.';

create table ledger.sales_line (
    document_id     bigint not null,
    line            bigint not null,
    account_id      bigint,
    bill_to_id      bigint,
    product_id      bigint,
    quantity        bigint,
    price           bigint,
    amount          bigint,
    cost            bigint,
    floor_price     bigint,
    original_amount bigint,
    original_cost   bigint,
    batch_id        bigint not null,
    file_line       bigint not null,
    date            date not null,
    credit          boolean not null,
    unit            text,
    currency        text,
    region          text,
    channel         text,
    sales_person    text,
    booked_account_id bigint,
    booked_bill_to_id bigint
) partition by range (date);
create unique index sales_line_key on ledger.sales_line (document_id, line, date);
create index sales_line_of_account on ledger.sales_line (account_id, date);
create index sales_line_of_batch on ledger.sales_line using brin (batch_id);
create index sales_line_waiting on ledger.sales_line (currency, date) where original_amount is not null and amount is null;
comment on table ledger.sales_line is
    'Lines of invoices and credit notes, net of tax, partitioned by month. Amount and cost are in the firm''s currency at the '
    'rate of the day, frozen; the originals stand beside them where the currency is another. Unknown is null.';
comment on column ledger.sales_line.booked_account_id is
    'The account by whose code the line came, where it was merged into account_id; null where both are the same.';

select identity.show('ledger.sales_line', 2);
grant select on ledger.sales_line, ledger.document, ledger.product to mainstay_app;

create view ledger.pub_product with (security_invoker) as
select id, source, code, name, category, standard_cost, floor_price, floor_from, floor_to, unit from ledger.product;

create view ledger.pub_sales_line with (security_invoker) as
select l.account_id, l.bill_to_id, l.document_id, d.number as document, l.line,
       case when l.credit then 'credit' else 'invoice' end as kind, l.date,
       l.product_id, p.code as product, p.name as product_name, p.category,
       l.quantity, l.unit, l.price, l.amount, l.cost, l.floor_price, l.currency, l.original_amount,
       l.region, l.channel, l.sales_person, l.batch_id, l.file_line
from ledger.sales_line l
left join ledger.document d on d.id = l.document_id
left join ledger.product p on p.id = l.product_id;

grant select on ledger.pub_product, ledger.pub_sales_line to mainstay_app;
