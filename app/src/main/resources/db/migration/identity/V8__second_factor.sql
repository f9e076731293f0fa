-- Read before it is known who somebody is, so that no policy stands before it; what it holds opens nothing by itself.
create table identity.second_factor (
    user_id bigint primary key references identity.users,
    secret bytea not null,
    begun_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);
comment on table identity.second_factor is
    'The secret that an authenticator app shares, sealed with a key that is not in the database; asked for once it is confirmed. The last step is that of the latest code, which is taken once.';
grant select, insert, update, delete on identity.second_factor to mainstay_app;

create table identity.recovery_code (
    id bigint generated always as identity primary key,
    user_id bigint not null references identity.users,
    hash bytea not null unique,
    made_at timestamptz not null,
    used_at timestamptz
);
create index recovery_code_user on identity.recovery_code (user_id);
comment on table identity.recovery_code is 'Codes that each replace the app once, for a phone that is lost; only their SHA-256 is kept.';
grant select, insert, update, delete on identity.recovery_code to mainstay_app;

alter table identity.sign_in_rule
    add column factor_roles text[] not null default '{}',
    add column factor_since jsonb not null default '{}';
comment on column identity.sign_in_rule.factor_roles is
    'Roles whose people need a second factor when they sign in with a password.';
comment on column identity.sign_in_rule.factor_since is 'Since when each of these roles needs one: a role that comes later changes nothing for the others.';
