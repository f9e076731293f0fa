create view terms.lead_time with (security_invoker) as
select account_id, figure::integer as days from terms.single_entitlement where measure = 'leadTime' and figure is not null;

create view terms.pub_due_delivery with (security_invoker) as
select d.*, coalesce(d.promised, d.requested, o.ordered_on + l.days) as due
from ledger.pub_delivery d
left join terms.lead_time l on l.account_id = d.account_id and d.promised is null and d.requested is null
left join lateral (
    select min(o.ordered_on) as ordered_on from ledger.pub_order o
    where o.account_id = d.account_id and o.number = d.number and not o.cancelled) o on l.days is not null;
comment on view terms.pub_due_delivery is
    'When deliveries are due: as promised for them, else as asked for, else by the lead time that the account is promised, '
    'counted from the day of the order; null where none of these is known.';
grant select on terms.lead_time, terms.pub_due_delivery to mainstay_app;
