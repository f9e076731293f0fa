alter table accounts.alias
    add column by_user text,
    add column since timestamptz,
    add column taken_from bigint references accounts.account,
    add check ((by_user is null) = (since is null)),
    add check (taken_from is null or by_user is not null);
create index alias_by_hand on accounts.alias (account_id) where by_user is not null;
comment on column accounts.alias.by_user is 'Who said that the source means this account by the code; null where a file brought the code itself.';
comment on column accounts.alias.taken_from is
    'Whose code it was when somebody gave it away, which only withdrawn files knew; it goes back there when that ends.';
grant delete on accounts.alias to mainstay_app;
