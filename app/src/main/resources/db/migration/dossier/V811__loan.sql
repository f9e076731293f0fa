create table dossier.loan (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    account_code      text not null check (length(account_code) between 1 and 200),
    borrower_id       bigint not null,
    borrower          text not null,
    parts             text[] not null
        check (parts <> '{}' and parts <@ array['basic', 'characteristics', 'business', 'transaction', 'personal']
               and parts <> array['personal']),
    purpose           text not null check (length(purpose) between 1 and 500),
    days              integer not null check (days between 1 and 90),
    renews            bigint references dossier.loan,
    asked_at          timestamptz not null default identity.clock(),
    granted_at        timestamptz,
    granted_by        text,
    starts_at         timestamptz,
    ends_at           timestamptz check (ends_at > starts_at),
    closed_at         timestamptz,
    closed_how        text check (closed_how in ('refused', 'withdrawn', 'returned', 'recalled')),
    closed_by         text,
    closed_because    text check (length(closed_because) between 1 and 500),
    check (num_nulls(granted_at, granted_by, starts_at, ends_at) in (0, 4)),
    check (num_nulls(closed_at, closed_how, closed_by) in (0, 3)),
    check (closed_how is null or (closed_how in ('refused', 'withdrawn')) = (granted_at is null)),
    check ((closed_how is not distinct from 'recalled') = (closed_because is not null))
);
create index loan_of_account on dossier.loan (account_id, id desc);
create index loan_of_borrower on dossier.loan (borrower_id, id desc);
comment on table dossier.loan is
    'Somebody borrows parts of an archive for some days. Granted by an approval; from starts_at to ends_at, by the clock of the database, '
    'grants open these parts and nothing else. A renewal is a loan of its own that begins where the other ends.';
comment on column dossier.loan.account_code is 'As the borrower wrote it, who may see nothing of the account yet.';
comment on column dossier.loan.parts is 'Parts of the archive; personal beside them: what is personal there too.';
comment on column dossier.loan.closed_how is 'Before it was granted refused or withdrawn, afterwards given back or called back; null where time ends it.';

alter table dossier.loan enable row level security;
create policy seen on dossier.loan for select to mainstay_app
    using (borrower_id = (select identity.uid())
           or (select identity.reach()) >= 3
           or (select identity.pub_administers())
           or exists (select 1 from identity.standing_grant g where g.account_id = loan.account_id and g.level >= 3)
           or exists (select 1 from approvals.pub_request r where r.kind = 'borrowing' and r.subject = loan.id::text));
create policy asked on dossier.loan for insert to mainstay_app with check (borrower_id = (select identity.uid()));
grant select, insert (account_id, account_code, borrower_id, borrower, parts, purpose, days, renews) on dossier.loan to mainstay_app;

create view dossier.pub_loan with (security_invoker) as
select l.id, l.account_id, l.account_code, l.borrower_id, l.borrower, l.parts, l.purpose, l.days, l.renews, l.asked_at, l.granted_at,
       l.granted_by, l.starts_at, l.ends_at, l.closed_at, l.closed_how, l.closed_by, l.closed_because,
       case when l.closed_how is not null then l.closed_how
            when l.granted_at is null then 'asked'
            when l.ends_at <= (select identity.clock()) then 'ended'
            when l.starts_at > (select identity.clock()) then 'waiting'
            else 'out' end as state
from dossier.loan l;
comment on view dossier.pub_loan is 'Loans as they stand at this moment by the clock of the database.';
grant select on dossier.pub_loan to mainstay_app;

create function dossier.open_grants(lent dossier.loan) returns void
    language sql set search_path = '' as $$
    insert into identity.account_grant (account_id, user_id, level, starts_at, ends_at, cause, scope)
    select a.id, lent.borrower_id, g.level, lent.starts_at, lent.ends_at, a.cause, g.scope
    from (select coalesce(lent.booked_account_id, lent.account_id), 'loan/' || lent.id
          union all
          select lent.account_id, 'merged/' || lent.booked_account_id || '/loan/' || lent.id
          where lent.booked_account_id <> lent.account_id) a(id, cause)
    cross join (values (1, null::text[]),
                       (case when 'personal' = any (lent.parts) then 4 else 3 end, lent.parts)) g(level, scope)
$$;
comment on function dossier.open_grants is
    'A card for the whole account, and the parts that were lent. On the account for which it was asked, and as merging hands grants on, '
    'on the one that stands for it.';
revoke all on function dossier.open_grants(dossier.loan) from public;

-- Whoever opens or closes what one borrower has waits for whoever does so just now: a loan that is called back takes the renewal along
-- that somebody else grants at the same moment.
create function dossier.hold_loans_with(loan bigint) returns void
    language plpgsql set search_path = '' as $$
begin
    perform pg_advisory_xact_lock(hashtext('dossier.loan'), hashint8(l.borrower_id)) from dossier.loan l where l.id = hold_loans_with.loan;
end $$;
revoke all on function dossier.hold_loans_with(bigint) from public;

create function dossier.open_loan(loan bigint, giver text) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    lent dossier.loan;
begin
    perform identity.demand(2, 'open an archive');
    perform dossier.hold_loans_with(open_loan.loan);
    update dossier.loan l
    set granted_at = identity.clock(), granted_by = giver, starts_at = s.at, ends_at = s.at + make_interval(hours => 24 * l.days)
    from (select n.id, greatest(identity.clock(), (select o.ends_at from dossier.loan o
                                                   where o.id = n.renews and o.closed_how is null)) as at
          from dossier.loan n where n.id = open_loan.loan) s
    where l.id = s.id and l.granted_at is null and l.closed_how is null
      and exists (select 1 from approvals.pub_request r
                  where r.kind = 'borrowing' and r.subject = l.id::text and r.status = 'granted' and r.requested_by = l.borrower_id)
    returning l.* into lent;
    if lent.id is not null then
        perform dossier.open_grants(lent);
    end if;
end $$;
comment on function dossier.open_loan is 'Opens what an approval granted; what none granted stays closed whoever asks.';

create function dossier.decline_loan(loan bigint, how text, decliner text) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'refuse a loan');
    update dossier.loan l set closed_at = identity.clock(), closed_how = how, closed_by = decliner
    where l.id = decline_loan.loan and l.granted_at is null and l.closed_how is null;
end $$;
comment on function dossier.decline_loan is 'Notes that a loan was refused or withdrawn.';

create function dossier.close_loan(loan bigint, reason text, closer text) returns boolean
    language plpgsql security definer set search_path = '' as $$
declare
    wanted dossier.loan;
    one bigint;
begin
    perform dossier.hold_loans_with(close_loan.loan);
    select * into wanted from dossier.loan l where l.id = close_loan.loan for update;
    if wanted.id is null or (reason is null and wanted.borrower_id is distinct from identity.uid())
       or (reason is not null and dossier.answers(wanted.account_id) is not true) then
        raise exception 'a loan is given back by who has it, and called back by who answers for the archive'
            using errcode = 'insufficient_privilege';
    end if;
    if wanted.granted_at is null or wanted.closed_how is not null or wanted.ends_at <= identity.clock() then
        return false;
    end if;
    for one in with recursive chain as (
                   select wanted.id as id
                   union
                   select n.id from chain c join dossier.loan n on n.renews = c.id and n.granted_at is not null)
               select c.id from chain c loop
        update dossier.loan l
        set closed_at = identity.clock(), closed_how = case when reason is null then 'returned' else 'recalled' end,
            closed_by = closer, closed_because = reason
        where l.id = one and l.closed_how is null and l.ends_at > identity.clock();
        perform dossier.close_grants(null, wanted.borrower_id, '^(merged/[0-9]+/)?loan/' || one || '$');
    end loop;
    return true;
end $$;
comment on function dossier.close_loan is
    'Ends a loan and its renewals at this moment: without a reason given back by the borrower, with one called back. Asks itself who may.';

revoke all on function dossier.open_loan(bigint, text), dossier.decline_loan(bigint, text, text), dossier.close_loan(bigint, text, text)
    from public;
grant execute on function dossier.open_loan(bigint, text), dossier.decline_loan(bigint, text, text),
    dossier.close_loan(bigint, text, text) to mainstay_app;

create function dossier.reattribute_loans(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('dossier.loan', from_account, to_account, booked);
end $$;
comment on function dossier.reattribute_loans is
    'Loans of one account that were booked under some belong to another from now on; what they open follows as all grants do.';
revoke all on function dossier.reattribute_loans(bigint, bigint, bigint[]) from public;
grant execute on function dossier.reattribute_loans(bigint, bigint, bigint[]) to mainstay_app;
