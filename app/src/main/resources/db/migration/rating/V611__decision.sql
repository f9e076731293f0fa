create table rating.override (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    stars             integer not null check (stars between 1 and 4),
    reason            text not null check (reason <> ''),
    starts_on         date not null,
    ends_on           date not null check (ends_on >= starts_on),
    asked_by          text not null,
    approval_id       bigint,
    status            text not null check (status in ('pending', 'granted', 'refused', 'withdrawn')),
    stopped_on        date check (stopped_on >= starts_on),
    stopped_by        text
);
create index override_of_account on rating.override (account_id, id desc);
create index override_granted on rating.override (starts_on, ends_on) where status = 'granted';
comment on table rating.override is
    'Stars that a person set for an account for a time, its last day included unless it was stopped on a day before. The latest one counts.';

create table rating.appointment (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    evidence          text not null check (evidence <> ''),
    found             text not null,
    asked_by          text not null,
    asked_on          date not null,
    approval_id       bigint,
    status            text not null check (status in ('pending', 'granted', 'refused', 'withdrawn')),
    from_day          date,
    until_day         date check (until_day >= from_day),
    ended_by          text,
    ended_why         text
);
create index appointment_of_account on rating.appointment (account_id, id desc);
comment on table rating.appointment is
    'Accounts that the firm looks after as key accounts, by proposal and approval. found: what the key-account rule said then.';

do $$
declare
    t text;
begin
    foreach t in array array['override', 'appointment'] loop
        perform identity.show(format('rating.%I', t)::regclass, 2);
        perform identity.let_record(format('rating.%I', t)::regclass, 2);
        perform identity.let_change(format('rating.%I', t)::regclass, 2);
    end loop;
end $$;
grant select, insert, update on rating.override, rating.appointment to mainstay_app;

create view rating.pub_appointment with (security_invoker) as
select a.account_id, min(a.from_day) as from_day from rating.appointment a
where a.status = 'granted' and a.until_day is null
group by a.account_id;
comment on view rating.pub_appointment is 'Accounts that the firm looks after as key accounts now, and since when.';
grant select on rating.pub_appointment to mainstay_app;

create view rating.pub_key_account with (security_invoker) as
select k.account_id, max(k.revenue) as revenue
from (select v.account_id, v.revenue from rating.verdict v where v.region = '' and v.status in ('key', 'provisional')
      union all
      select p.account_id, null from rating.pub_appointment p) k
group by k.account_id;
comment on view rating.pub_key_account is
    'Key accounts, provisional ones and those the firm appointed among them, alone or as heads of their groups, with the sales that made them so.';
grant select on rating.pub_key_account to mainstay_app;
