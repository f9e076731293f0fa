-- Documents of an account, of one of its people or of one of its facts. Content lies in pieces beside them, so
-- that a backup holds it, a restore brings it back and the same policies guard it.
create table dossier.document (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    owner_kind        text not null check (owner_kind in ('account', 'fact')),
    owner_id          bigint not null,
    person_id         bigint,
    booked_person_id  bigint,
    part              text not null check (part in ('basic', 'characteristics', 'business', 'transaction')),
    sensitivity       smallint not null check (sensitivity between 1 and 4),
    submission        uuid,
    added_by          text not null,
    added_at          timestamptz not null,
    retired_at        timestamptz,
    retired_by        text,
    retired_because   text check (length(retired_because) between 1 and 500),
    check (num_nulls(retired_at, retired_by, retired_because) in (0, 3)),
    check (person_id is null or owner_kind = 'account' and sensitivity >= 2)
);
create index document_of_account on dossier.document (account_id, id desc);
create index document_of_owner on dossier.document (owner_kind, owner_id);
create index document_of_person on dossier.document (person_id) where person_id is not null;
comment on table dossier.document is
    'Files about an account, read from their own level on like its facts. Nothing is removed: a later version takes the place of one, and '
    'one that is of no use any more is retired with a reason.';
comment on column dossier.document.submission is
    'Of the form it was sent with: the same content sent with it once more is no second document, another content is.';
comment on column dossier.document.owner_id is 'The account or fact that it tells of.';
comment on column dossier.document.person_id is
    'Whom of the account it tells of besides, read by nobody below business level; erased with the person, content and all.';

select identity.show_parts('dossier.document', 'account_id', 'sensitivity', 'part');

create function dossier.may_file(account bigint, needed integer) returns boolean
    language sql stable as $$
    select (select identity.reach()) >= greatest(needed, 2)
        or exists (select 1 from identity.standing_grant g where g.account_id = may_file.account and g.level >= greatest(needed, 2))
$$;
comment on function dossier.may_file is 'Whether the reader writes of an account from a level on: never by the loan of a part.';

create policy filed on dossier.document for insert to mainstay_app with check (dossier.may_file(account_id, sensitivity));
create policy retired on dossier.document for update to mainstay_app
    using (retired_at is null and dossier.may_file(account_id, sensitivity)) with check (retired_at is not null);
grant select, insert (account_id, owner_kind, owner_id, person_id, part, sensitivity, submission, added_by, added_at),
    update (retired_at, retired_by, retired_because) on dossier.document to mainstay_app;

create table dossier.document_version (
    id          bigint generated always as identity primary key,
    document_id bigint not null references dossier.document,
    n           integer not null check (n > 0),
    name        text not null check (length(name) between 1 and 300),
    kind        text not null check (kind in ('pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx', 'csv', 'txt')),
    bytes       bigint not null check (bytes > 0),
    pieces      integer not null check (pieces > 0),
    hash        bytea not null check (length(hash) = 32),
    scanned     boolean not null,
    user_id     bigint,
    filed_by    text not null,
    filed_at    timestamptz not null,
    unique (document_id, n)
);
comment on table dossier.document_version is 'What a document said through time; the one with the highest n counts. hash is the SHA-256 of the content.';
comment on column dossier.document_version.scanned is 'Whether a scanner for viruses was set and found nothing.';
alter table dossier.document_version enable row level security;
create policy seen on dossier.document_version for select to mainstay_app
    using (exists (select from dossier.document d where d.id = document_id));
create policy filed on dossier.document_version for insert to mainstay_app
    with check (user_id is not distinct from (select identity.uid())
                and exists (select from dossier.document d
                            where d.id = document_id and d.retired_at is null and dossier.may_file(d.account_id, d.sensitivity)));
grant select, insert (document_id, n, name, kind, bytes, pieces, hash, scanned, user_id, filed_by, filed_at)
    on dossier.document_version to mainstay_app;

create table dossier.document_piece (
    version_id bigint not null references dossier.document_version,
    n          integer not null check (n >= 0),
    content    bytea not null check (length(content) between 1 and 262144),
    primary key (version_id, n)
);
comment on table dossier.document_piece is 'The content of a version, in order; complete as soon as the version is.';
alter table dossier.document_piece alter column content set storage external;
alter table dossier.document_piece enable row level security;
create policy seen on dossier.document_piece for select to mainstay_app
    using (exists (select from dossier.document_version v where v.id = version_id));
create policy filed on dossier.document_piece for insert to mainstay_app
    with check (exists (select from dossier.document_version v
                        where v.id = version_id and v.user_id is not distinct from (select identity.uid()) and document_piece.n < v.pieces));
grant select, insert on dossier.document_piece to mainstay_app;

-- A document of a fact is at least as confidential as the fact, and belongs to the same part. One of a person is kept where the
-- person works or worked, and not while the person is being erased.
create function dossier.place_document() returns trigger
    language plpgsql security definer set search_path = '' as $$
declare
    told dossier.fact;
begin
    if new.owner_kind = 'fact' then
        select * into strict told from dossier.fact f where f.id = new.owner_id and f.account_id = new.account_id;
        new.part := told.part;
        new.sensitivity := greatest(new.sensitivity, told.sensitivity);
    end if;
    if new.person_id is not null then
        perform accounts.pub_hold_person(new.person_id);
        if not exists (select 1 from accounts.pub_position p join accounts.pub_person x on x.id = p.person_id
                       where p.person_id = new.person_id and p.account_id = new.account_id and x.erased_at is null) then
            raise exception 'this person never worked at this account' using errcode = 'check_violation';
        end if;
        new.sensitivity := greatest(new.sensitivity, 2);
    end if;
    return new;
end $$;
create trigger place_document before insert on dossier.document for each row execute function dossier.place_document();

create function dossier.follow_fact() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    update dossier.document d set part = new.part, sensitivity = greatest(d.sensitivity, new.sensitivity)
    where d.owner_kind = 'fact' and d.owner_id = new.id;
    return null;
end $$;
create trigger follow_fact after update on dossier.fact for each row
    when ((old.part, old.sensitivity) is distinct from (new.part, new.sensitivity))
    execute function dossier.follow_fact();
revoke all on function dossier.place_document(), dossier.follow_fact() from public;

create function dossier.reattribute_documents(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('dossier.document', from_account, to_account, booked);
end $$;
comment on function dossier.reattribute_documents is 'Documents of one account that were booked under some belong to another from now on.';
revoke all on function dossier.reattribute_documents(bigint, bigint, bigint[]) from public;
grant execute on function dossier.reattribute_documents(bigint, bigint, bigint[]) to mainstay_app;

create function dossier.follow_documents(from_person bigint, to_person bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge people');
    return accounts.pub_rebook_person('dossier.document', from_person, to_person, booked);
end $$;
comment on function dossier.follow_documents is 'Documents that tell of one person and were booked under some tell of another from now on.';
revoke all on function dossier.follow_documents(bigint, bigint, bigint[]) from public;
grant execute on function dossier.follow_documents(bigint, bigint, bigint[]) to mainstay_app;

-- What a fact rests on besides the documents that were kept for it. Who does not see both does not learn that there is something.
create table dossier.fact_evidence (
    fact_id     bigint not null references dossier.fact,
    document_id bigint not null references dossier.document,
    named_by    text not null,
    named_at    timestamptz not null,
    primary key (fact_id, document_id)
);
create index fact_evidence_of_document on dossier.fact_evidence (document_id);
comment on table dossier.fact_evidence is
    'Documents of the account that somebody named as evidence of a fact. Stays with both through merges; nothing is taken off: what stands is '
    'observed anew, or the document put aside.';
alter table dossier.fact_evidence enable row level security;
create policy seen on dossier.fact_evidence for select to mainstay_app
    using (exists (select from dossier.fact f where f.id = fact_id) and exists (select from dossier.document d where d.id = document_id));
create policy named on dossier.fact_evidence for insert to mainstay_app
    with check (exists (select from dossier.fact f join dossier.document d on d.account_id = f.account_id
                        where f.id = fact_id and d.id = document_id and f.retired_at is null and d.retired_at is null
                          and dossier.may_file(f.account_id, f.sensitivity)));
grant select, insert on dossier.fact_evidence to mainstay_app;

create view dossier.evidence with (security_invoker) as
select e.fact_id, e.document_id from dossier.fact_evidence e
union
select d.owner_id, d.id from dossier.document d join dossier.fact f on f.id = d.owner_id where d.owner_kind = 'fact';
comment on view dossier.evidence is 'Which documents each fact rests on: kept for it, or named.';
grant select on dossier.evidence to mainstay_app;
