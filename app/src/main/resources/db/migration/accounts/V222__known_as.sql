alter table accounts.alias
    add column by_user text,
    add column since timestamptz,
    add check ((by_user is null) = (since is null));
create index alias_by_hand on accounts.alias (account_id) where by_user is not null;
comment on column accounts.alias.by_user is 'Who said that the source means this account by the code; null where a file brought the code itself.';
grant delete on accounts.alias to mainstay_app;
