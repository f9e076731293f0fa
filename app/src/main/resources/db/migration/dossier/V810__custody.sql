-- Who answers for an archive: one custodian at a time, with a deputy.
create table dossier.custody (
    id         bigint generated always as identity primary key,
    account_id bigint not null,
    user_id    bigint not null,
    deputy_id  bigint check (deputy_id <> user_id),
    since      timestamptz not null,
    until      timestamptz check (until >= since),
    given_by   text not null,
    constraint one_custodian exclude using gist
        (int8range(account_id, account_id, '[]') with &&, tstzrange(since, until) with &&)
);
create index custody_of_user on dossier.custody (user_id) where until is null;
create index custody_of_deputy on dossier.custody (deputy_id) where until is null;
comment on table dossier.custody is
    'The custodian of each archive through time and who stands in; never two at once. Without one the manager of the account answers, '
    'without a manager the directors do. It stays with its account through merges: only that of the account which stands counts.';
select identity.show('dossier.custody', 1);
grant select on dossier.custody to mainstay_app;

-- Who reads what is personal besides the custodian and the deputy.
create table dossier.named_member (
    id         bigint generated always as identity primary key,
    account_id bigint not null,
    user_id    bigint not null,
    named_by   text not null,
    named_at   timestamptz not null,
    dropped_by text,
    dropped_at timestamptz check (dropped_at >= named_at),
    check (num_nulls(dropped_by, dropped_at) in (0, 2))
);
create unique index named_once on dossier.named_member (account_id, user_id) where dropped_at is null;
comment on table dossier.named_member is 'Whom a custodian named to read all of an archive, what is personal included.';
select identity.show('dossier.named_member', 3);
create policy kept on dossier.named_member for select to mainstay_app using ((select identity.pub_administers()));
grant select on dossier.named_member to mainstay_app;

create function dossier.holders(account bigint) returns bigint[]
    language sql stable security definer set search_path = '' as $$
    with able as materialized (select u.id from identity.pub_user u where u.enabled and u.role <> 'viewer'),
    named as (
        select a.id from dossier.custody c join able a on a.id in (c.user_id, c.deputy_id)
        where c.account_id = holders.account and c.until is null)
    select coalesce((select array_agg(n.id order by n.id) from named n),
                    (select array[m.manager_id] from accounts.pub_account m
                     where m.id = holders.account and m.manager_id in (select a.id from able a) limit 1),
                    '{}')
    where (select identity.uid()) is not null or (select identity.reach()) >= 1
$$;
comment on function dossier.holders is
    'Who answers for the archive of an account: custodian and deputy, or its manager. Empty where directors do. People only, nothing of the account.';

-- Absent ones act through whoever stands in for them.
create function dossier.answers(account bigint) returns boolean
    language sql stable security definer set search_path = '' as $$
    select identity.uid() is not null
       and (identity.reach() >= 3 or identity.pub_administers()
            or exists (select 1 from identity.pub_own_office o where o.user_id = any (dossier.holders(answers.account))))
$$;
comment on function dossier.answers is
    'Whether the reader may end what others see of an archive: who answers for it or acts in the name of who does; directors and '
    'administrators may always.';

create function dossier.may_name(account bigint) returns boolean
    language sql stable security definer set search_path = '' as $$
    select identity.uid() is not null
       and (dossier.holders(may_name.account) = '{}' and identity.reach() >= 3
            or exists (select 1 from identity.pub_own_office o where o.user_id = any (dossier.holders(may_name.account))))
$$;
comment on function dossier.may_name is 'Whether the reader names who else reads what is personal: who answers, and directors only where nobody does.';

create function dossier.close_grants(account bigint, of_user bigint, causes text) returns void
    language sql set search_path = '' as $$
    update identity.account_grant g
    set starts_at = least(g.starts_at, identity.clock()),
        ends_at = greatest(identity.clock(), least(g.starts_at, identity.clock()) + interval '1 microsecond')
    where (close_grants.account is null or g.account_id = close_grants.account)
      and (of_user is null or g.user_id = of_user) and g.cause ~ causes
      and (g.ends_at is null or g.ends_at > identity.clock())
$$;
revoke all on function dossier.close_grants(bigint, bigint, text) from public;

-- A merge hands on what was given of an account: it ends with it wherever it went.
create function dossier.close_given(account bigint, of_user bigint, causes text) returns void
    language sql set search_path = '' as $$
    select dossier.close_grants(close_given.account, of_user, '^(' || causes || ')$');
    select dossier.close_grants(null, of_user, '^merged/' || close_given.account || '/(' || causes || ')$')
$$;
revoke all on function dossier.close_given(bigint, bigint, text) from public;

create function dossier.alone() returns boolean
    language sql stable security definer set search_path = '' as $$
    select not exists (select 1 from identity.pub_user u
                       where u.enabled and u.role <> 'viewer' and u.id is distinct from identity.uid())
$$;
comment on function dossier.alone is 'Whether there is nobody else in the firm who could answer for an archive.';

create function dossier.give_custody(account bigint, custodian bigint, deputy bigint, giver text) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    if identity.reach() < 3 and not identity.pub_administers() then
        raise exception 'only directors and administrators name custodians' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(hashtext('dossier.custody'), hashint8(account));
    if identity.uid() in (custodian, deputy) and not dossier.alone()
       and not exists (select 1 from dossier.custody c
                       where c.account_id = account and c.until is null and identity.uid() in (c.user_id, c.deputy_id)) then
        raise exception 'nobody opens an archive to themselves: somebody else names them' using errcode = 'insufficient_privilege';
    end if;
    update dossier.custody c set until = identity.clock() where c.account_id = account and c.until is null;
    perform dossier.close_given(account, null, 'custodian|custody-deputy');
    if custodian is not null then
        if exists (select 1 from unnest(array[custodian, deputy]) p(id)
                   where p.id is not null and not exists (select 1 from identity.pub_user u
                                                          where u.id = p.id and u.enabled and u.role <> 'viewer')) then
            raise exception 'nobody who is shut out or only looks on answers for an archive' using errcode = 'check_violation';
        end if;
        insert into dossier.custody (account_id, user_id, deputy_id, since, given_by)
        values (account, custodian, deputy, identity.clock(), giver);
        insert into identity.account_grant (account_id, user_id, level, starts_at, cause)
        select account, p.id, 4, identity.clock(), p.cause
        from (values (custodian, 'custodian'), (deputy, 'custody-deputy')) p(id, cause) where p.id is not null;
    end if;
end $$;
comment on function dossier.give_custody is
    'Names custodian and deputy of an archive, who see all of it from now on; nobody: its manager answers again. Asks itself who may.';

create function dossier.name_member(account bigint, member bigint, named boolean, namer text) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    if dossier.may_name(account) is not true and (named or dossier.answers(account) is not true) then
        raise exception 'only who answers for an archive names others' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(hashtext('dossier.custody'), hashint8(account));
    if not named then
        perform dossier.close_given(account, member, 'named');
        update dossier.named_member m set dropped_at = identity.clock(), dropped_by = namer
        where m.account_id = account and m.user_id = member and m.dropped_at is null;
        return found;
    end if;
    if member = identity.uid() and not dossier.alone()
       and not exists (select 1 from identity.pub_own_office o where o.user_id = any (dossier.holders(name_member.account))) then
        raise exception 'nobody opens an archive to themselves: somebody else names them' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from identity.pub_user u where u.id = member and u.enabled) then
        raise exception 'nobody who is shut out reads an archive' using errcode = 'check_violation';
    end if;
    insert into dossier.named_member (account_id, user_id, named_by, named_at)
    values (account, member, namer, identity.clock()) on conflict (account_id, user_id) where dropped_at is null do nothing;
    if found then
        insert into identity.account_grant (account_id, user_id, level, starts_at, cause)
        values (account, member, 4, identity.clock(), 'named');
        return true;
    end if;
    return false;
end $$;
comment on function dossier.name_member is
    'Lets somebody read all of an archive, or no longer. Asks itself who may. True where anything changed.';

revoke all on function dossier.alone(), dossier.holders(bigint), dossier.answers(bigint), dossier.may_name(bigint), dossier.give_custody(bigint, bigint, bigint, text),
    dossier.name_member(bigint, bigint, boolean, text) from public;
grant execute on function dossier.alone(), dossier.holders(bigint), dossier.answers(bigint), dossier.may_name(bigint), dossier.give_custody(bigint, bigint, bigint, text),
    dossier.name_member(bigint, bigint, boolean, text) to mainstay_app;
