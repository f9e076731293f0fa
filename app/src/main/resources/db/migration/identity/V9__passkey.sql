create table identity.passkey_owner (
    user_id bigint primary key references identity.users,
    handle bytea not null unique check (length(handle) between 16 and 64)
);
comment on table identity.passkey_owner is 'By which number devices know a person: made by chance, so that it tells nothing about them.';
grant select, insert on identity.passkey_owner to mainstay_app;

-- Read before it is known who somebody is, so that no policy stands before it; public keys open nothing.
create table identity.passkey (
    id bigint generated always as identity primary key,
    user_id bigint not null references identity.users,
    credential_id bytea not null unique,
    public_key bytea not null,
    sign_count bigint not null,
    verified boolean not null,
    transports text[] not null,
    attestation bytea not null,
    client_data bytea not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    name text not null check (length(name) between 1 and 100),
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index passkey_user on identity.passkey (user_id);
comment on table identity.passkey is 'Keys on devices of people, each with its public half: whoever has the device and unlocks it signs in without a password.';
grant select, insert, update, delete on identity.passkey to mainstay_app;
