-- Gifts and hospitality between colleagues and people of accounts, with a limit for each person and calendar year.
create table dossier.gift_rule (
    only_row boolean primary key default true check (only_row),
    given    bigint check (given >= 0),
    received bigint check (received >= 0)
);
comment on table dossier.gift_rule is
    'Up to how much one person may be given, and may give us, in a calendar year without anybody being asked. Null: there is no limit.';
insert into dossier.gift_rule default values;
alter table dossier.gift_rule enable row level security;
create policy seen on dossier.gift_rule for select to mainstay_app
    using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
create policy kept on dossier.gift_rule for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update (given, received) on dossier.gift_rule to mainstay_app;

create table dossier.gift (
    id                bigint generated always as identity primary key,
    person_id         bigint not null,
    booked_person_id  bigint,
    account_id        bigint not null,
    booked_account_id bigint,
    direction         text not null check (direction in ('given', 'received')),
    kind              text not null check (kind in ('gift', 'hospitality')),
    colleague         text not null,
    given_on          date not null,
    worth             bigint not null check (worth > 0),
    occasion          text check (length(occasion) between 1 and 200),
    reason            text check (length(reason) between 1 and 500),
    state             text not null check (state in ('kept', 'asked', 'granted', 'refused', 'withdrawn', 'struck')),
    submission        uuid not null unique,
    recorded_by       text not null,
    recorded_by_id    bigint,
    recorded_at       timestamptz not null,
    struck_by         text,
    struck_at         timestamptz,
    struck_because    text check (length(struck_because) between 1 and 500),
    check (num_nulls(struck_by, struck_at) = case when state = 'struck' then 0 else 2 end)
);
create index gift_of_person on dossier.gift (person_id, given_on);
create index gift_of_account on dossier.gift (account_id, given_on);
create index gift_on on dossier.gift (given_on desc, id desc);
comment on table dossier.gift is
    'Who gave what to whom. Over the limit it is asked for first; what was refused stays on record and counts for nothing, likewise what was '
    'written down by mistake and struck out with a reason.';
comment on column dossier.gift.worth is 'In ten-thousandths of the firm''s currency.';
select identity.show('dossier.gift', 2), identity.let_record('dossier.gift', 2);
grant select, insert (person_id, account_id, direction, kind, colleague, given_on, worth, occasion, reason, state, submission, recorded_by,
                      recorded_by_id, recorded_at) on dossier.gift to mainstay_app;

-- Struck out by whoever wrote it down, or by those who see everything.
create policy struck on dossier.gift for update to mainstay_app
    using (state in ('kept', 'granted') and (recorded_by_id = (select identity.uid()) or (select identity.reach()) >= 2))
    with check (state = 'struck');
grant update (state, struck_by, struck_at, struck_because) on dossier.gift to mainstay_app;

-- What one person got or gave in the year of a day, also through accounts that the reader does not see: a sum and nothing else.
create function dossier.gifts_of_year(person bigint, way text, on_day date) returns bigint
    language sql stable security definer set search_path = '' as $$
    select coalesce(sum(g.worth), 0)::bigint from dossier.gift g
    where g.person_id = gifts_of_year.person and g.direction = way and g.state in ('kept', 'asked', 'granted')
      and extract(year from g.given_on) = extract(year from on_day)
      and (identity.reach() >= 2
           or exists (select 1 from accounts.pub_position p
                      join identity.standing_grant a on a.account_id = p.account_id and a.level >= 2
                      where p.person_id = gifts_of_year.person))
$$;
comment on function dossier.gifts_of_year is 'How much a person whom the reader sees was given, or gave, in a calendar year, by everybody of the firm.';

-- Where somebody writes past the limit without asking, the database refuses; whose worth counts is looked at under a lock.
create function dossier.guard_gift() returns trigger
    language plpgsql security definer set search_path = '' as $$
declare
    most bigint;
    year_so_far bigint;
begin
    perform pg_advisory_xact_lock(hashtext('dossier.gift'), hashint8(new.person_id));
    perform accounts.pub_hold_person(new.person_id);
    if not exists (select 1 from accounts.pub_position p join accounts.pub_person x on x.id = p.person_id
                   where p.person_id = new.person_id and p.account_id = new.account_id and x.erased_at is null) then
        raise exception 'this person never worked at this account' using errcode = 'check_violation';
    end if;
    select case when new.direction = 'given' then r.given else r.received end into most from dossier.gift_rule r;
    select coalesce(sum(g.worth), 0) into year_so_far from dossier.gift g
    where g.person_id = new.person_id and g.direction = new.direction and g.state in ('kept', 'asked', 'granted')
      and extract(year from g.given_on) = extract(year from new.given_on);
    if new.state not in ('kept', 'asked') or (new.state = 'kept' and most is not null and year_so_far + new.worth > most) then
        raise exception 'over the limit of the year a gift is asked for' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_gift before insert on dossier.gift for each row execute function dossier.guard_gift();
revoke all on function dossier.guard_gift() from public;

create function dossier.decide_gift(gift bigint) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'decide on gifts');
    update dossier.gift g set state = r.status
    from approvals.pub_request r
    where g.id = decide_gift.gift and g.state = 'asked' and r.kind = 'gift' and r.subject = g.id::text
      and r.status in ('granted', 'refused', 'withdrawn');
end $$;
comment on function dossier.decide_gift is 'Notes what became of the request for a gift, as the approval says.';

create function dossier.reattribute_gifts(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('dossier.gift', from_account, to_account, booked);
end $$;
create function dossier.follow_gifts(from_person bigint, to_person bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge people');
    return accounts.pub_rebook_person('dossier.gift', from_person, to_person, booked);
end $$;
create function dossier.forget_gift_words(people bigint[]) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(3, 'erase people');
    update dossier.gift g set occasion = null, reason = null, struck_because = null where g.person_id = any (people);
end $$;
comment on function dossier.forget_gift_words is 'What was given, when and by whom stays; the words go with the person.';

revoke all on function dossier.gifts_of_year(bigint, text, date), dossier.decide_gift(bigint),
    dossier.reattribute_gifts(bigint, bigint, bigint[]), dossier.follow_gifts(bigint, bigint, bigint[]),
    dossier.forget_gift_words(bigint[]) from public;
grant execute on function dossier.gifts_of_year(bigint, text, date), dossier.decide_gift(bigint),
    dossier.reattribute_gifts(bigint, bigint, bigint[]), dossier.follow_gifts(bigint, bigint, bigint[]),
    dossier.forget_gift_words(bigint[]) to mainstay_app;
