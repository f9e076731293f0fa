create table identity.sign_in_attempt (
    id bigint generated always as identity primary key,
    who bytea not null,
    address text not null,
    at timestamptz not null,
    succeeded boolean not null default false
);
create index sign_in_attempt_who on identity.sign_in_attempt (who, at);
create index sign_in_attempt_address on identity.sign_in_attempt (address, at);
comment on table identity.sign_in_attempt is 'every try to sign in; failures of the last minutes slow down further tries';
comment on column identity.sign_in_attempt.who is
    'The typed name under a key that is not in the database: now and then a typed name is a password in the wrong field.';
grant select, insert, update, delete on identity.sign_in_attempt to mainstay_app;

create table identity.access_token (
    id bigint generated always as identity primary key,
    user_id bigint not null references identity.users,
    name text not null check (length(name) between 1 and 100),
    hash bytea not null unique,
    scopes text[] not null check (scopes <> '{}'),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    logged_at timestamptz,
    logged_from text,
    refused_at timestamptz
);
comment on column identity.access_token.logged_at is 'When the log of signing in told it last, from which address, and when it told last that it was refused.';
comment on table identity.access_token is 'personal access tokens for programs; only their SHA-256 is kept';
grant select, insert, update on identity.access_token to mainstay_app;

create function identity.pub_revoke_tokens() returns void
    language sql set search_path = '' as $$
    update identity.access_token t set revoked_at = identity.clock() where t.revoked_at is null
$$;
comment on function identity.pub_revoke_tokens is 'For restores: a token that was revoked since the backup does not come back.';
revoke all on function identity.pub_revoke_tokens() from public;

-- Laid out as Spring Session expects it.
create table identity.session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index session_id on identity.session (session_id);
create index session_expiry on identity.session (expiry_time);
create index session_principal on identity.session (principal_name);
create table identity.session_attributes (
    session_primary_id char(36) not null references identity.session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on identity.session, identity.session_attributes to mainstay_app;
