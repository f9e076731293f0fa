-- Read before it is known who somebody is, so that no policy stands before it; only the hash of a secret is kept.
create table identity.feed_key (
    user_id      bigint primary key references identity.users,
    hash         bytea not null unique check (length(hash) = 32),
    created_at   timestamptz not null,
    last_used_at timestamptz
);
comment on table identity.feed_key is
    'Secrets in addresses that calendar programs subscribe to, one for each person, as SHA-256: they open the own calendar and nothing else.';
grant select, insert, update, delete on identity.feed_key to mainstay_app;
