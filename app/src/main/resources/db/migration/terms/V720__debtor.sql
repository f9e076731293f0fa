create table terms.debtor (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    kind              text not null check (kind in ('largeEnterprise', 'publicBody', 'other')),
    daily_interest    numeric(9, 7) check (daily_interest between 0 and 1),
    author            text not null,
    recorded_at       timestamptz not null
);
create index debtor_of_account on terms.debtor (account_id, id desc);
comment on table terms.debtor is
    'Who a debtor is by the law on late payment, and the interest agreed with it; the newest row counts, none is overwritten. '
    'No row: unknown, and nothing is checked. Without an interest of its own the statutory one holds.';

select identity.show('terms.debtor', 2);
create policy recorded on terms.debtor for insert to mainstay_app with check ((select identity.reach()) >= 2);
grant select, insert on terms.debtor to mainstay_app;

create view terms.current_debtor with (security_invoker) as
select distinct on (account_id) account_id, kind, daily_interest, author, recorded_at
from terms.debtor order by account_id, id desc;
grant select on terms.current_debtor to mainstay_app;

-- State Council order 802 (China, in force since 2025-06-01): large enterprises pay small ones within 60 days of delivery or,
-- where that was agreed, acceptance; public bodies within 30. A later day that was agreed does not help the debtor.
create function terms.late_from(kind text, issued date, due date, acceptance date) returns date
    language sql immutable as $$
    select case when kind in ('largeEnterprise', 'publicBody') and coalesce(acceptance, issued) >= date '2025-06-01'
                then least(due, coalesce(acceptance, issued) + case kind when 'publicBody' then 30 else 60 end)
                else due end
$$;
comment on function terms.late_from is
    'The day after which a debtor is late: the due day, or the statutory one where that comes first. Issue stands for delivery.';

create function terms.late_interest(amount bigint, daily numeric, days integer) returns bigint
    language sql immutable as $$
    select round(amount * daily * greatest(days, 0))::bigint
$$;
comment on function terms.late_interest is 'Simple interest for each day late; unknown without a rate.';
