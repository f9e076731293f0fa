create table terms.price_agreement (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    whole_group       boolean not null,
    region            text not null,
    product           text not null,
    category          text not null,
    unit              text not null,
    price             bigint check (price > 0),
    discount          numeric(7, 6) check (discount > 0 and discount < 1),
    currency          text not null check (currency ~ '^[A-Z]{3}$'),
    valid_from        date not null,
    valid_until       date check (valid_until >= valid_from),
    floor_price       bigint,
    reason            text not null check (length(reason) between 1 and 2000),
    asked_by          text not null,
    asked_at          timestamptz not null,
    approval          boolean not null,
    granted_at        timestamptz,
    refused_at        timestamptz,
    ended_on          date,
    ended_by          text,
    ended_for         text check (length(ended_for) between 1 and 2000),
    check ((product = '') <> (category = '')),
    check ((price is null) <> (discount is null)),
    check (price is null or product <> ''),
    check (granted_at is null or refused_at is null)
);
create index price_agreement_of_account on terms.price_agreement (account_id, valid_from desc);
create index price_agreement_ending on terms.price_agreement (valid_until) where valid_until is not null;
comment on table terms.price_agreement is
    'What an account, or the group under it, pays for a unit of a product, or how much less than the list price for a category. An empty region or '
    'unit is any. floor_price is what the ledger knew when it was asked for; what lies below it, or cannot be held against it, needs approval.';

select identity.show('terms.price_agreement', 2), identity.let_record('terms.price_agreement', 3);
create policy recorded_by_keepers on terms.price_agreement for insert to mainstay_app with check ((select identity.reach()) >= 2);
create policy decided on terms.price_agreement for update to mainstay_app using ((select identity.reach()) >= 2);
grant select, insert, update on terms.price_agreement to mainstay_app;

create view terms.price_in_force with (security_invoker) as
select p.*, coalesce(least(p.valid_until, p.ended_on - 1), date 'infinity') as last
from terms.price_agreement p
where p.granted_at is not null and coalesce(p.ended_on > p.valid_from, true);
grant select on terms.price_in_force to mainstay_app;

-- With what V701 moved already, and the rebates and prices since.
create or replace function terms.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    -- A run that is under way would write for accounts as they were: it is waited for, and the next one waits for the merge.
    perform pg_advisory_xact_lock(7300);
    update terms.accrual a
    set account_id = to_account, booked_account_id = nullif(coalesce(a.booked_account_id, a.account_id), to_account)
    where a.account_id = from_account and coalesce(a.booked_account_id, a.account_id) = any (booked)
      and not exists (select 1 from terms.accrual o
                      where o.ladder_id = a.ladder_id and o.account_id = to_account and o.period_from = a.period_from);
    return activity.pub_rebook('terms.agreement', from_account, to_account, booked)
         + activity.pub_rebook('terms.credit_check', from_account, to_account, booked)
         + activity.pub_rebook('terms.held_step', from_account, to_account, booked)
         + activity.pub_rebook('terms.debtor', from_account, to_account, booked)
         + activity.pub_rebook('terms.rebate_booking', from_account, to_account, booked)
         + activity.pub_rebook('terms.price_agreement', from_account, to_account, booked);
end $$;
