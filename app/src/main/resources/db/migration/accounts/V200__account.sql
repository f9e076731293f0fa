create schema if not exists accounts;
grant usage on schema accounts to mainstay_app;

create table accounts.manager (
    code       text primary key check (code <> ''),
    name       text not null,
    user_id    bigint,
    by_hand    boolean not null default false,
    changed_at timestamptz not null default now()
);
comment on table accounts.manager is
    'Who looks after accounts: the code that files use, and the user behind it once there is one.';
comment on column accounts.manager.by_hand is
    'An administrator said who stands behind the code, or that nobody does; names are not compared any more.';

create table accounts.account (
    id                bigint generated always as identity primary key,
    code              text not null check (code <> ''),
    name              text not null,
    source            text not null,
    category          text,
    region            text,
    manager_code      text references accounts.manager,
    opened_on         date,
    closed_on         date,
    first_batch_id    bigint,
    withdrawn         boolean not null default false,
    constraint account_code unique (code),
    check (not (withdrawn and first_batch_id is null))
);
comment on table accounts.account is
    'What is known now about each account: derived from the mentions and master rows of batches that stand, or entered by hand. '
    'An account that only withdrawn batches knew is kept as withdrawn, so that its id comes back with it.';

create table accounts.terms (
    account_id         bigint primary key references accounts.account,
    imported_limit     bigint check (imported_limit >= 0),
    imported_term_days integer check (imported_term_days between 0 and 3650),
    special_limit      bigint check (special_limit >= 0),
    special_term_days  integer check (special_term_days between 0 and 3650),
    credit_limit       bigint generated always as (coalesce(special_limit, imported_limit)) stored,
    payment_term_days  integer generated always as (coalesce(special_term_days, imported_term_days)) stored
);
create index terms_that_are_special on accounts.terms (account_id) where special_limit is not null or special_term_days is not null;
comment on table accounts.terms is
    'What is agreed with an account today, apart from its card because fewer people may read it. No row: nothing is. What was granted '
    'for its days counts over what a file says, and is looked at anew every day.';
comment on column accounts.terms.credit_limit is 'Four decimals. Null: none was set, which is not the same as nought.';

create table accounts.special_term (
    agreement_id bigint primary key,
    account_id   bigint not null references accounts.account,
    field        text not null check (field in ('creditLimit', 'paymentTerm')),
    figure       bigint not null check (figure >= 0),
    valid_from   date not null,
    valid_until  date not null
);
create index special_term_of_account on accounts.special_term (account_id, field, valid_from desc, agreement_id desc);
comment on table accounts.special_term is
    'Limits and payment terms granted to one account for its days, as whoever grants them told. Of several on a day the one that began '
    'last counts; of two that began on a day, the one asked for last. Open ones last to infinity.';

create table accounts.alias (
    source     text not null,
    code       text not null check (code <> ''),
    account_id bigint not null references accounts.account,
    primary key (source, code)
);
create index alias_of_account on accounts.alias (account_id);
comment on table accounts.alias is 'Each code by which a source knows an account; a code is unique per source.';

create table accounts.mention (
    account_id bigint not null,
    batch_id   bigint not null,
    name       text,
    withdrawn  boolean not null default false,
    primary key (account_id, batch_id)
);
create index mention_of_batch on accounts.mention (batch_id);
comment on table accounts.mention is
    'That a batch of facts spoke of an account, and by which name. Accounts are found by their codes, which refer to them, and '
    'never deleted: a second reference would lock each account of a file.';

create table accounts.master (
    account_id        bigint not null references accounts.account,
    batch_id          bigint not null,
    file_line         integer,
    given             integer not null,
    name              text,
    category          text,
    region            text,
    manager_code      text,
    credit_limit      bigint,
    payment_term_days integer,
    opened_on         date,
    closed_on         date,
    parent_id         bigint references accounts.account,
    holding           numeric(5, 2) check (holding between 0 and 100),
    parent_from       date,
    withdrawn         boolean not null default false,
    primary key (account_id, batch_id),
    check (parent_id <> account_id)
);
create index master_of_batch on accounts.master (batch_id);
comment on table accounts.master is
    'Rows of account files, append-only by batch. The newest that stands wins, field by field among those its file had.';
comment on column accounts.master.given is
    'Fields the file had, as a sum of bits: name 1, category 2, region 4, manager 8, limit 16, term 32, opened 64, closed 128, parent 256.';

create table accounts.parent_link (
    child_id   bigint not null references accounts.account,
    parent_id  bigint not null references accounts.account,
    holding    numeric(5, 2),
    valid_from date not null default '-infinity',
    valid_to   date not null default 'infinity',
    primary key (child_id, valid_from),
    check (child_id <> parent_id),
    check (valid_from < valid_to)
);
create index parent_link_up on accounts.parent_link (parent_id);
comment on table accounts.parent_link is
    'The group tree through time, derived from master rows: one parent at a time, valid_to exclusive. Holding in percent, null: unknown.';

create table accounts.former_name (
    account_id bigint not null references accounts.account,
    name       text not null,
    until      timestamptz not null
);
create index former_name_of_account on accounts.former_name (account_id, until desc);
comment on table accounts.former_name is 'Names an account bore before; written by a trigger, whoever renames.';

create function accounts.keep_former_name() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    insert into accounts.former_name (account_id, name, until) values (old.id, old.name, identity.clock());
    return null;
end $$;

create trigger keep_former_name after update of name on accounts.account
    for each row when (old.name <> new.name and old.name <> old.code) execute function accounts.keep_former_name();

grant select, insert, update on accounts.account, accounts.manager, accounts.alias, accounts.mention, accounts.master to mainstay_app;
grant delete on accounts.master to mainstay_app;
grant select, insert, update, delete on accounts.terms, accounts.special_term to mainstay_app;
grant select, insert, update, delete on accounts.parent_link to mainstay_app;
grant select on accounts.former_name to mainstay_app;
grant usage on sequence accounts.account_id_seq to mainstay_app;
