-- What people say about an account themselves. It counts over what files say until it is taken back.
create table accounts.name_by_hand (
    account_id bigint primary key references accounts.account,
    name       text not null check (name <> ''),
    by_user    text not null,
    at         timestamptz not null
);
comment on table accounts.name_by_hand is 'The name somebody gave an account; no row: files decide.';

create table accounts.closing (
    id         bigint generated always as identity primary key,
    account_id bigint not null references accounts.account,
    decides    boolean not null,
    closed_on  date,
    reason     text not null,
    by_user    text not null,
    at         timestamptz not null,
    check (decides or closed_on is null)
);
create index closing_of_account on accounts.closing (account_id, id desc);
comment on table accounts.closing is
    'Append-only: who closed an account from a day on, or opened it again (no day), and why. The newest counts; one that does '
    'not decide leaves it to the files again.';

create table accounts.parent_by_hand (
    child_id   bigint not null references accounts.account,
    valid_from date not null,
    parent_id  bigint references accounts.account,
    holding    numeric(5, 2) check (holding between 0 and 100),
    primary key (child_id, valid_from),
    check (child_id <> parent_id),
    check (parent_id is not null or holding is null)
);
create index parent_by_hand_up on accounts.parent_by_hand (parent_id);
comment on table accounts.parent_by_hand is
    'Under whom an account stands from a day on until the next row of it; no parent: it stands alone from then on. The first row '
    'begins at -infinity. Where there is any row, files have no say.';

select identity.show('accounts.name_by_hand', 1), identity.show('accounts.closing', 1),
       identity.show('accounts.parent_by_hand', 1, 'child_id');
do $$
declare
    t text;
begin
    foreach t in array array['name_by_hand', 'closing', 'parent_by_hand'] loop
        perform identity.let_keep(format('accounts.%I', t)::regclass, '(select identity.reach()) >= 2');
    end loop;
end $$;
grant select, insert, update, delete on accounts.name_by_hand, accounts.parent_by_hand to mainstay_app;
grant select, insert on accounts.closing to mainstay_app;

-- A row holds from its day on, over everything older rows say about that time.
create function accounts.parents_told(children bigint[])
    returns table (child_id bigint, parent_id bigint, holding numeric, since date, until date)
    language sql stable as $$
    select m.account_id, m.parent_id, m.holding, m.since, coalesce(m.newer, date 'infinity')
    from (select x.account_id, x.parent_id, x.holding, x.since,
                 min(x.since) over (partition by x.account_id order by x.batch_id desc
                                    rows between unbounded preceding and 1 preceding) as newer
          from (select r.account_id, r.batch_id, r.parent_id, r.holding,
                       coalesce(r.parent_from, date '-infinity') as since
                from accounts.master r
                where r.account_id = any (children) and not r.withdrawn and r.given & 256 <> 0) x) m
    where m.since < coalesce(m.newer, date 'infinity')
$$;
comment on function accounts.parents_told is
    'Under whom account files put accounts, from a day until before another; no parent: alone. A merged parent is not followed.';
revoke all on function accounts.parents_told(bigint[]) from public;
grant execute on function accounts.parents_told(bigint[]) to mainstay_app;
