-- Who saw what is confidential. Written before it is shown, in a transaction of its own; never changed.
create table dossier.look (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default identity.clock(),
    user_id    bigint,
    actor      text not null,
    account_id bigint not null,
    what       text not null check (what in ('page', 'history', 'board', 'timeline', 'api', 'person', 'disclosure',
                                                'card', 'brief', 'print', 'export', 'document', 'search')),
    parts      text[] not null,
    level      smallint not null check (level between 2 and 4),
    loan_id    bigint,
    detail     text check (length(detail) between 1 and 200)
);
create index look_of_account on dossier.look (account_id, id desc);
create index look_of_user on dossier.look (user_id, id desc);
comment on table dossier.look is
    'Every time somebody was shown values of level full or personal: which parts of which archive, where, and by which loan. And every time a '
    'program was told how people are reached, which is business. Rows stay as they are, also through merges.';

alter table dossier.look enable row level security;
create policy seen on dossier.look for select to mainstay_app
    using (user_id = (select identity.uid())
           or (select identity.reach()) >= 3
           or (select identity.pub_administers())
           or exists (select 1 from identity.standing_grant g where g.account_id = look.account_id and g.level >= 3));
create policy noted on dossier.look for insert to mainstay_app with check (user_id is not distinct from (select identity.uid()));
grant select, insert (user_id, actor, account_id, what, parts, level, loan_id, detail) on dossier.look to mainstay_app;

create table dossier.seal (
    n         bigint primary key check (n > 0),
    look_id   bigint not null unique,
    previous  bytea not null,
    hash      bytea not null check (length(hash) = 32),
    sealed_at timestamptz not null
);
comment on table dossier.seal is
    'The chain over what was looked at: each hash is the SHA-256 of the one before and of the row. Who changes, removes or adds a row '
    'later would have to write all hashes after it anew.';
alter table dossier.seal enable row level security;
create policy seen on dossier.seal for select to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select on dossier.seal to mainstay_app;

-- Each value with its length before it, so that no two rows read the same. Written anew in Java, which verifies.
create function dossier.said(word text) returns text
    language sql immutable set search_path = '' as $$
    select coalesce(length(word) || ':' || word, '-') || ';'
$$;
create function dossier.look_text(l dossier.look) returns text
    language sql immutable set search_path = '' as $$
    select dossier.said(l.id::text) || dossier.said(to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
        || dossier.said(l.user_id::text) || dossier.said(l.actor) || dossier.said(l.account_id::text) || dossier.said(l.what)
        || dossier.said(array_to_string(l.parts, ',')) || dossier.said(l.level::text) || dossier.said(l.loan_id::text)
        || dossier.said(l.detail)
$$;

create function dossier.seal_looks(most integer) returns integer
    language plpgsql security definer set search_path = '' as $$
declare
    last_n    bigint;
    last_hash bytea;
    seen      bigint;
    one       dossier.look;
    sealed    integer := 0;
    next_hash bytea;
begin
    perform identity.demand(3, 'seal what was looked at');
    perform pg_advisory_xact_lock(hashtext('dossier.seal'));
    select s.n, s.hash into last_n, last_hash from dossier.seal s order by s.n desc limit 1;
    select max(s.look_id) into seen from dossier.seal s;
    for one in select l.* from dossier.look l
               where l.id > coalesce(seen, 0) - 100000 and not exists (select 1 from dossier.seal s where s.look_id = l.id)
               order by l.id limit most loop
        last_n := coalesce(last_n, 0) + 1;
        next_hash := sha256(coalesce(last_hash, ''::bytea) || convert_to(dossier.look_text(one), 'UTF8'));
        insert into dossier.seal (n, look_id, previous, hash, sealed_at)
        values (last_n, one.id, coalesce(last_hash, ''::bytea), next_hash, identity.clock());
        last_hash := next_hash;
        sealed := sealed + 1;
    end loop;
    return sealed;
end $$;
comment on function dossier.seal_looks is
    'Chains what was looked at since, in order and by one at a time. Looked back far enough for whatever was written down late.';
revoke all on function dossier.said(text), dossier.look_text(dossier.look), dossier.seal_looks(integer) from public;
grant execute on function dossier.seal_looks(integer) to mainstay_app;
