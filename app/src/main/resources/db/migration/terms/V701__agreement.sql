create table terms.agreement (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    measure           text not null check (measure in
        ('paymentTerm', 'creditLimit', 'rebateLadder', 'promotion', 'guidance', 'serviceLevel', 'leadTime')),
    figure            numeric(19, 4) check (figure >= 0),
    word              text check (word <> ''),
    valid_from        date not null,
    valid_until       date,
    reason            text not null check (length(reason) between 1 and 2000),
    asked_by          text not null,
    asked_at          timestamptz not null,
    granted_at        timestamptz,
    refused_at        timestamptz,
    ended_on          date,
    ended_by          text,
    ended_for         text check (length(ended_for) between 1 and 2000),
    check ((figure is null) <> (word is null)),
    check (valid_until >= valid_from),
    check (granted_at is null or refused_at is null)
);
create index agreement_of_account on terms.agreement (account_id, measure, valid_from desc, id desc);
create index agreement_ending on terms.agreement (valid_until) where valid_until is not null;
comment on table terms.agreement is
    'Where one account differs from its tier. It holds from the day it was granted for until its last day, or until it was ended. '
    'Where several hold at once, the one that began last counts; of two that began on a day, the one asked for last.';
comment on column terms.agreement.booked_account_id is
    'The account it was agreed for, where that was merged into another since; it stands on that one.';

select identity.show('terms.agreement', 2);
select identity.let_record('terms.agreement', 3);
create policy recorded_by_keepers on terms.agreement for insert to mainstay_app with check ((select identity.reach()) >= 2);
create policy decided on terms.agreement for update to mainstay_app using ((select identity.reach()) >= 2);
grant select, insert, update on terms.agreement to mainstay_app;

create view terms.standing_agreement with (security_invoker) as
select account_id, measure, id, figure, word, valid_from, valid_until, reason
from terms.agreement
where granted_at is not null and valid_from <= (select identity.pub_today())
  and coalesce(valid_until >= (select identity.pub_today()), true)
  and coalesce(ended_on > (select identity.pub_today()), true);
comment on view terms.standing_agreement is 'The agreements that hold today; there may be several about one measure.';

create view terms.agreed with (security_invoker) as
select distinct on (account_id, measure) * from terms.standing_agreement
order by account_id, measure, valid_from desc, id desc;
comment on view terms.agreed is 'Of the agreements that hold today the one that counts, for readers who ask about all accounts.';

-- Rebate ladders are several; the views of the ladders add them.
create view terms.single_entitlement with (security_invoker) as
select a.id as account_id, k.measure, s.stars, s.solid_stars,
       case when g.id is not null then g.figure else coalesce(k.imported, k.figure) end as figure,
       case when g.id is not null then g.word else k.word end as word,
       case when g.id is not null or k.imported is not null then 'agreed'
            when k.figure is not null or k.word is not null then 'tier' else 'notSet' end as source,
       case when k.measure = 'creditLimit' and g.id is null and k.imported is null then m.limit_rule end as limit_rule,
       m.limit_factor, m.version, g.id as agreement_id, g.valid_from, g.valid_until, g.reason
from accounts.pub_card a
left join accounts.pub_told_terms d on d.account_id = a.id
left join rating.pub_stars s on s.account_id = a.id
left join terms.measure m on m.stars = s.solid_stars and m.version = (select max(v.version) from terms.measure_version v)
cross join lateral (values
    (1, 'paymentTerm', m.payment_term_days::numeric, null::text, d.payment_term_days::numeric),
    (2, 'creditLimit', m.limit_amount / 10000.0, null, d.credit_limit / 10000.0),
    (3, 'promotion', m.promotion, null, null),
    (4, 'guidance', m.guidance_hours, null, null),
    (5, 'serviceLevel', null, m.service_level, null),
    (6, 'leadTime', m.lead_time_days::numeric, null, null)) k(place, measure, figure, word, imported)
left join lateral (
    select * from terms.standing_agreement n where n.account_id = a.id and n.measure = k.measure
    order by n.valid_from desc, n.id desc limit 1) g on true;
comment on view terms.single_entitlement is
    'What an account is entitled to besides ladders. Asked for few accounts: agreements are looked up one by one.';
grant select on terms.standing_agreement, terms.agreed, terms.single_entitlement to mainstay_app;

create function terms.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('terms.agreement', from_account, to_account, booked)
         + activity.pub_rebook('terms.credit_check', from_account, to_account, booked)
         + activity.pub_rebook('terms.held_step', from_account, to_account, booked)
         + activity.pub_rebook('terms.debtor', from_account, to_account, booked);
end $$;
comment on function terms.reattribute is
    'Agreements, credit checks and debtors of one account that were booked under some belong to another from now on.';
revoke all on function terms.reattribute(bigint, bigint, bigint[]) from public;
grant execute on function terms.reattribute(bigint, bigint, bigint[]) to mainstay_app;
