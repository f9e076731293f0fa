create table identity.sign_in_rule (
    only_row boolean primary key default true check (only_row),
    kept_days integer not null default 365 check (kept_days between 30 and 3650)
);
comment on table identity.sign_in_rule is 'What the firm settled for signing in: for how many days the log of it is kept.';
insert into identity.sign_in_rule default values;
grant select, update on identity.sign_in_rule to mainstay_app;

-- Names that nobody has are not kept: now and then one of them is a password in the wrong field.
create table identity.sign_in (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    user_id bigint references identity.users,
    way text not null check (way in ('password', 'passkey', 'provider', 'token')),
    result text not null check (result ~ '^[a-zA-Z]{1,30}$'),
    factor text check (factor in ('app', 'recoveryCode')),
    address text not null,
    agent text not null
);
create index sign_in_at on identity.sign_in (at);
create index sign_in_user on identity.sign_in (user_id, at);
comment on table identity.sign_in is
    'Every try to sign in and how it ended; rows are added and never changed, and go when the firm keeps them no longer.';

-- Who tries to sign in is nobody yet. What came of it is read by whose account it was, and by administrators.
alter table identity.sign_in enable row level security;
create policy noted on identity.sign_in for insert to mainstay_app with check (true);
create policy seen on identity.sign_in for select to mainstay_app
    using (user_id = (select identity.uid()) or (select identity.pub_administers()));
grant select, insert on identity.sign_in to mainstay_app;

create function identity.forget_sign_ins() returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    forgotten bigint;
begin
    perform identity.demand(3, 'forget who signed in');
    delete from identity.sign_in s
    where s.at < identity.clock() - make_interval(days => (select r.kept_days from identity.sign_in_rule r));
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
comment on function identity.forget_sign_ins is 'Removes what is older than the firm keeps, and nothing else.';
