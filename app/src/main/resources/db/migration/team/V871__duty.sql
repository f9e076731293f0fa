-- Fields of work, and who is accountable, responsible, consulted or informed in each of them at each account.
create table team.field (
    id           integer generated always as identity primary key,
    code         text unique check (code ~ '^[a-z][a-z-]{1,29}$'),
    title        text check (length(title) between 1 and 80),
    from_stars   integer not null check (from_stars between 1 and 4),
    weekly_hours numeric(5, 2) check (weekly_hours between 0 and 168),
    place        integer not null,
    retired_at   timestamptz,
    check (num_nonnulls(code, title) > 0)
);
comment on table team.field is
    'Fields of work that accounts from so many stars on ask for. code: one that came along, whose words are in the languages of the product '
    'until somebody gives it a title. weekly_hours: what one account usually takes, a rule of thumb. Retired ones ask for nobody any more.';
insert into team.field (code, from_stars, weekly_hours, place)
select f.code, f.stars, f.hours, f.place
from unnest(array['orders', 'prices', 'complaints', 'delivery', 'credit', 'technical', 'samples', 'visits', 'invoices', 'forecast',
                  'contracts', 'training', 'market', 'development'],
            array[1, 1, 1, 1, 2, 2, 3, 2, 2, 3, 3, 4, 4, 4],
            array[1, 0.5, 0.5, 0.5, 0.25, 0.5, 0.25, 1, 0.25, 0.25, 0.25, 0.25, 0.25, 0.5]::numeric[]) with ordinality f (code, stars, hours, place);
alter table team.field enable row level security;
create policy seen on team.field for select to mainstay_app using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
select identity.let_keep('team.field', '(select identity.reach()) >= 3 or (select identity.pub_administers())');
grant select, insert (title, from_stars, weekly_hours, place), update (title, from_stars, weekly_hours, place, retired_at) on team.field
    to mainstay_app;

create table team.duty (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    field_id          integer not null references team.field,
    user_id           bigint not null,
    part              text not null check (part in ('accountable', 'responsible', 'consulted', 'informed')),
    turn              integer check (turn between 1 and 9),
    since             timestamptz not null,
    until             timestamptz check (until >= since),
    set_aside         boolean not null default false,
    recorded_by       text not null,
    constraint one_accountable exclude using gist
        (int8range(account_id, account_id, '[]') with &&, int4range(field_id, field_id, '[]') with &&, tstzrange(since, until) with &&)
        where (part = 'accountable' and not set_aside),
    constraint part_once exclude using gist
        (int8range(account_id, account_id, '[]') with &&, int4range(field_id, field_id, '[]') with &&,
         int8range(user_id, user_id, '[]') with &&,
         int4range(array_position(array['accountable', 'responsible', 'consulted', 'informed'], part),
                   array_position(array['accountable', 'responsible', 'consulted', 'informed'], part), '[]') with &&,
         tstzrange(since, until) with &&)
        where (part <> 'accountable' and not set_aside)
);
create index duty_standing on team.duty (account_id, field_id) where until is null and not set_aside;
create index duty_of_account on team.duty (account_id);
create index duty_of_user on team.duty (user_id) where until is null;
comment on table team.duty is
    'Who does what in a field of work at an account through time; at no moment are two accountable. turn: in which order several responsible '
    'ones act; without one nobody knows who moves. set_aside: a merge brought it to an account where somebody else is accountable already; it '
    'counts again once that is undone.';
select identity.show('team.duty', 1), identity.let_record('team.duty', 3), identity.let_change('team.duty', 3);
create policy recorded_by_administrators on team.duty for insert to mainstay_app with check ((select identity.pub_administers()));
create policy changed_by_administrators on team.duty for update to mainstay_app using ((select identity.pub_administers()));
grant select, insert (account_id, field_id, user_id, part, turn, since, recorded_by), update (until, turn) on team.duty to mainstay_app;

create function team.guard_duty() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if not exists (select 1 from identity.pub_user u
                   where u.id = new.user_id and u.enabled and (u.role <> 'viewer' or new.part in ('consulted', 'informed'))) then
        raise exception 'nobody who is shut out has a duty, and nobody who only looks on acts' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_duty before insert on team.duty for each row execute function team.guard_duty();

create function team.keep_duty_grant() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if new.part in ('accountable', 'responsible') then
        if tg_op = 'INSERT' then
            insert into identity.account_grant (account_id, user_id, level, starts_at, cause)
            values (new.account_id, new.user_id, 2, new.since, 'duty/' || new.id);
        else
            update identity.account_grant g
            set starts_at = least(g.starts_at, new.until),
                ends_at = greatest(new.until, least(g.starts_at, new.until) + interval '1 microsecond')
            where g.user_id = new.user_id and (g.cause = 'duty/' || new.id or g.cause like 'merged/%/duty/' || new.id)
              and (g.ends_at is null or g.ends_at > new.until);
        end if;
    end if;
    return null;
end $$;
comment on function team.keep_duty_grant is 'Who acts for an account sees its business as long as that lasts.';
create trigger keep_duty_grant after insert or update of until on team.duty for each row execute function team.keep_duty_grant();

create table team.pool (
    id          bigint generated always as identity primary key,
    field_id    integer references team.field,
    user_id     bigint not null,
    since       timestamptz not null,
    until       timestamptz check (until >= since),
    recorded_by text not null,
    constraint one_owner exclude using gist
        ((int4range(coalesce(field_id, 0), coalesce(field_id, 0), '[]')) with &&, tstzrange(since, until) with &&)
);
comment on table team.pool is
    'Who answers for a field of work at all accounts that are not looked after one by one; without a field: in all fields that nobody else owns.';
alter table team.pool enable row level security;
create policy seen on team.pool for select to mainstay_app using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
create policy recorded on team.pool for insert to mainstay_app
    with check (((select identity.reach()) >= 3 or (select identity.pub_administers()))
                and exists (select 1 from identity.pub_user u where u.id = user_id and u.enabled and u.role <> 'viewer'));
create policy changed on team.pool for update to mainstay_app using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, insert (field_id, user_id, since, recorded_by), update (until) on team.pool to mainstay_app;

-- Key accounts, those with stars enough, and wherever somebody has a duty already.
create view team.watched with (security_invoker) as
select a.id as account_id, a.code, a.name, a.manager_id, coalesce(r.stars, 4) as stars,
       s.revenue as money, g.revenue as group_money
from (select k.account_id from rating.pub_key_account k
      union
      select r.account_id from rating.pub_rating r where r.stars >= (select s.watched_from from team.setting s)
      union
      select d.account_id from team.duty d where d.until is null and not d.set_aside) w
join accounts.pub_account a on a.id = w.account_id and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
left join rating.pub_rating r on r.account_id = w.account_id
left join portfolio.pub_standing s on s.scope = 'account' and s.account_id = w.account_id
left join portfolio.pub_standing g on g.scope = 'group' and g.account_id = w.account_id;
comment on view team.watched is
    'Accounts that are looked after duty by duty; one without stars asks for every field. Money: own sales of twelve months, null where unknown; group_money: those of the group of which it is the head, null for others. '
    'What is at stake is the larger one.';
grant select on team.watched to mainstay_app;

-- What merges do: rows follow their account; whoever would be a second one there is set aside, and stands again when the rows come home.
create function team.follow_merge(kept regclass, clash text, from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql set search_path = '' as $$
declare
    moved bigint;
    again bigint;
begin
    execute format('update %1$s x set set_aside = true
                    where x.account_id = $1 and coalesce(x.booked_account_id, x.account_id) = any ($3) and not x.set_aside
                      and exists (select 1 from %1$s y where y.account_id = $2 and not y.set_aside and (%2$s))', kept, clash)
    using from_account, to_account, booked;
    moved := activity.pub_rebook(kept, from_account, to_account, booked);
    for again in execute format('select x.id from %s x where x.account_id = any (array[$1, $2]) and x.set_aside
                                 order by x.booked_account_id is not null, x.id', kept) using from_account, to_account
    loop
        execute format('update %1$s x set set_aside = false
                        where x.id = $1 and not exists (select 1 from %1$s y
                                                        where y.account_id = x.account_id and y.id <> x.id and not y.set_aside and (%2$s))',
                       kept, clash)
        using again;
    end loop;
    return moved;
end $$;
create function team.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return team.follow_merge('team.member',
               'x.role = y.role and (x.user_id = y.user_id or x.role = ''sponsor'')
                and daterange(x.from_day, x.until_day, ''[]'') && daterange(y.from_day, y.until_day, ''[]'')',
               from_account, to_account, booked)
         + team.follow_merge('team.duty',
               'x.field_id = y.field_id and x.part = y.part and (x.user_id = y.user_id or x.part = ''accountable'')
                and tstzrange(x.since, x.until) && tstzrange(y.since, y.until)',
               from_account, to_account, booked);
end $$;
comment on function team.reattribute is
    'Members and duties of one account that were booked under some belong to another from now on; who stands there already stays.';
revoke all on function team.guard_duty(), team.keep_duty_grant(), team.follow_merge(regclass, text, bigint, bigint, bigint[]),
    team.reattribute(bigint, bigint, bigint[]) from public;
grant execute on function team.reattribute(bigint, bigint, bigint[]) to mainstay_app;
