-- Names, codes and the group tree are readable from level 1 (card), terms and the files' rows that hold them from level 2
-- (business); writing is for roles that see every account's business.
alter table accounts.manager enable row level security;

select identity.show('accounts.account', 1, 'id');

select identity.show('accounts.terms', 2), identity.show('accounts.special_term', 2), identity.show('accounts.master', 2), identity.show('accounts.alias', 1),
       identity.show('accounts.mention', 1), identity.show('accounts.former_name', 1),
       identity.show('accounts.parent_link', 1, 'child_id');

do $$
declare
    t text;
begin
    foreach t in array array['account', 'terms', 'special_term', 'alias', 'mention', 'master', 'parent_link', 'manager'] loop
        perform identity.let_keep(format('accounts.%I', t)::regclass, '(select identity.reach()) >= 2');
    end loop;
end $$;

create policy seen on accounts.manager for select to mainstay_app
    using ((select identity.reach()) >= 1 or (select identity.uid()) is not null);
