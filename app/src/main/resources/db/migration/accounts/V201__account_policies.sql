-- Names, codes and the group tree are readable from level 1 (card), terms and the files' rows that hold them from level 2
-- (business); writing is for roles that see every account's business.
alter table accounts.account enable row level security;
alter table accounts.terms enable row level security;
alter table accounts.alias enable row level security;
alter table accounts.mention enable row level security;
alter table accounts.master enable row level security;
alter table accounts.parent_link enable row level security;
alter table accounts.former_name enable row level security;
alter table accounts.manager enable row level security;

create policy seen on accounts.account for select to mainstay_app using (
    (select identity.reach()) >= 1
    or exists (select 1 from identity.account_grant g
               where g.account_id = account.id and g.user_id = (select identity.uid()) and g.level >= 1
                 and g.starts_at <= (select identity.clock()) and (g.ends_at is null or g.ends_at > (select identity.clock()))));

do $$
declare
    t text;
    k text;
    l integer;
begin
    foreach t in array array['terms', 'alias', 'mention', 'master', 'parent_link', 'former_name'] loop
        k := case t when 'parent_link' then 'child_id' else 'account_id' end;
        l := case when t in ('terms', 'master') then 2 else 1 end;
        execute format($policy$
            create policy seen on accounts.%1$I for select to mainstay_app using (
                (select identity.reach()) >= %3$s
                or exists (select 1 from identity.account_grant g
                           where g.account_id = %1$I.%2$I and g.user_id = (select identity.uid()) and g.level >= %3$s
                             and g.starts_at <= (select identity.clock())
                             and (g.ends_at is null or g.ends_at > (select identity.clock()))))
            $policy$, t, k, l);
    end loop;
    foreach t in array array['account', 'terms', 'alias', 'mention', 'master', 'parent_link', 'manager'] loop
        execute format('create policy kept on accounts.%I for all to mainstay_app
            using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2)', t);
    end loop;
end $$;

create policy seen on accounts.manager for select to mainstay_app
    using ((select identity.reach()) >= 1 or (select identity.uid()) is not null);
