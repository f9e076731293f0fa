create table ledger.receivable (
    id         bigint generated always as identity primary key,
    batch_id   bigint not null,
    file_line  bigint,
    source     text not null,
    number     text not null,
    key        text generated always as (number) stored,
    account_id bigint not null,
    issued     date not null,
    due        date,
    by_term    boolean not null default false,
    amount     bigint,
    currency   text not null,
    original_amount bigint,
    disputed   boolean not null default false,
    acceptance date,
    current    boolean not null default true,
    unique (batch_id, number),
    check (amount is not null or original_amount is not null)
);
create unique index receivable_current on ledger.receivable (source, key) where current;
create index receivable_of_account on ledger.receivable (account_id, issued) where current;
create index receivable_waiting on ledger.receivable (currency, issued)
    where current and original_amount is not null and amount is null;
create index receivable_versions on ledger.receivable (source, key, batch_id);
comment on table ledger.receivable is
    'Invoices with tax that a debtor owes or owed, append-only by batch; the newest row of a number is the current one.';
comment on column ledger.receivable.by_term is 'The file named no due day: it is the day of issue plus the account''s payment term.';
comment on column ledger.receivable.amount is 'Four decimals, in the firm''s currency at the rate of the day of issue, frozen; null where there was no rate. '
    'The original stands beside it where the currency is another. Below nought for a credit note.';

create table ledger.payment (
    id         bigint generated always as identity primary key,
    batch_id   bigint not null,
    file_line  bigint,
    source     text not null,
    key        text not null,
    number     text,
    invoice    text,
    account_id bigint not null,
    paid_on    date not null,
    amount     bigint,
    currency   text not null,
    original_amount bigint,
    current    boolean not null default true,
    unique (batch_id, key),
    check (amount is not null or original_amount is not null)
);
create unique index payment_current on ledger.payment (source, key) where current;
create index payment_of_account on ledger.payment (account_id, paid_on) where current;
create index payment_waiting on ledger.payment (currency, paid_on)
    where current and original_amount is not null and amount is null;
create index payment_versions on ledger.payment (source, key, batch_id);
comment on table ledger.payment is
    'Money received, append-only by batch; the newest row of a key is the current one. '
    'The key is the number, or where a file numbers nothing the content and its count. Amounts as in receivable.';

create table ledger.settlement (
    receivable_id   bigint not null,
    payment_id      bigint,
    account_id      bigint not null,
    paid_on         date not null,
    amount          bigint,
    original_amount bigint not null
);
create index settlement_of_account on ledger.settlement (account_id);
create index settlement_of_receivable on ledger.settlement (receivable_id);
comment on table ledger.settlement is
    'Derived: which payment settled how much of which receivable. Without a payment: set off against a credit note. '
    'The original amount is in the receivable''s currency, the amount at the receivable''s rate, so that what is paid is gone.';

select identity.show('ledger.receivable', 2), identity.show('ledger.payment', 2), identity.show('ledger.settlement', 2);
grant select on ledger.receivable, ledger.payment, ledger.settlement to mainstay_app;

create view ledger.pub_receivable with (security_invoker) as
select id, account_id, number, issued, due, amount, currency, original_amount, disputed, acceptance, batch_id
from ledger.receivable where current;

create view ledger.pub_payment with (security_invoker) as
select id, account_id, number, invoice, paid_on, amount, currency, original_amount, batch_id
from ledger.payment where current;

create view ledger.pub_settlement with (security_invoker) as
select receivable_id, payment_id, account_id, paid_on, amount, original_amount from ledger.settlement;

grant select on ledger.pub_receivable, ledger.pub_payment, ledger.pub_settlement to mainstay_app;
