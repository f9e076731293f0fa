create table dossier.fact (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    field_id          bigint not null references dossier.field,
    part              text not null,
    sensitivity       smallint not null,
    word              text check (word <> '' and length(word) <= 2000),
    figure            numeric(24, 4),
    day               date,
    source            text not null check (length(source) between 1 and 200),
    observed_on       date not null,
    confidence        text not null check (confidence in ('assumed', 'reported', 'confirmed')),
    recorded_by       text not null,
    recorded_at       timestamptz not null,
    stale_on          date,
    current           boolean not null default true,
    retired_at        timestamptz,
    retired_by        text,
    retired_because   text check (length(retired_because) between 1 and 500),
    check (num_nonnulls(word, figure, day) = 1),
    check (num_nulls(retired_at, retired_by, retired_because) in (0, 3))
);
create unique index fact_current on dossier.fact (account_id, field_id) where current;
create index fact_of_account on dossier.fact (account_id, field_id, observed_on desc, id desc);
create index fact_of_field on dossier.fact (field_id);
create index fact_stale on dossier.fact (stale_on) where current and retired_at is null;
comment on table dossier.fact is
    'What somebody knew of an account, and since when. A newer observation takes the place of an older one; neither is ever overwritten.';
comment on column dossier.fact.part is 'Of its field, kept beside the value because policies ask for it.';
comment on column dossier.fact.current is 'Nothing of the same field was observed later; a retired one stays in its place until something is.';
comment on column dossier.fact.stale_on is 'From which day on it counts as old: the day of observation and the half-life of the field. Null: never.';

select identity.show_parts('dossier.fact', 'account_id', 'sensitivity', 'part');
create policy recorded on dossier.fact for insert to mainstay_app
    with check ((select identity.reach()) >= greatest(sensitivity, 2)
                or exists (select 1 from identity.standing_grant g
                           where g.account_id = fact.account_id and g.level >= greatest(fact.sensitivity, 2)));
create policy retired on dossier.fact for update to mainstay_app
    using (retired_at is null
           and ((select identity.reach()) >= greatest(sensitivity, 2)
                or exists (select 1 from identity.standing_grant g
                           where g.account_id = fact.account_id and g.level >= greatest(fact.sensitivity, 2))))
    with check (retired_at is not null);
grant select, insert (account_id, field_id, word, figure, day, source, observed_on, confidence, recorded_by, recorded_at),
    update (retired_at, retired_by, retired_because) on dossier.fact to mainstay_app;

create function dossier.level_of(account bigint, opened text) returns integer
    language sql stable as $$
    select greatest((select identity.reach()),
                    (select max(g.level) from identity.account_grant g
                     where g.account_id = account and g.user_id = identity.uid() and (g.scope is null or opened = any (g.scope))
                       and g.starts_at <= identity.clock() and (g.ends_at is null or g.ends_at > identity.clock())))
$$;
comment on function dossier.level_of is 'Up to which level the reader sees a part of an account''s archive: by role, by a grant of the account or of that part.';

-- Who writes of an account holds it until the transaction ends; who writes of very many holds all of them at once, as a
-- database has room for so many locks only.
create function dossier.hold_account(account bigint) returns void
    language plpgsql set search_path = '' as $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('dossier.fact.all'));
    if coalesce(current_setting('app.holds_facts', true), '') <> 'all' then
        perform pg_advisory_xact_lock(hashtext('dossier.fact'), hashint8(account));
    end if;
end $$;
create function dossier.hold_all_accounts() returns void
    language plpgsql set search_path = '' as $$
begin
    perform pg_advisory_xact_lock(hashtext('dossier.fact.all'));
    perform set_config('app.holds_facts', 'all', true);
end $$;

-- What a row says of its field is not the writer's to choose.
create function dossier.place_fact() returns trigger
    language plpgsql security definer set search_path = '' as $$
declare
    asked dossier.field;
begin
    perform dossier.hold_account(new.account_id);
    select * into strict asked from dossier.field f where f.id = new.field_id;
    new.part := asked.part;
    new.sensitivity := asked.sensitivity;
    new.stale_on := new.observed_on + make_interval(months => asked.half_life);
    new.current := not exists (select 1 from dossier.fact f
                               where f.account_id = new.account_id and f.field_id = new.field_id and f.current
                                 and f.observed_on > new.observed_on);
    if new.current then
        update dossier.fact f set current = false
        where f.account_id = new.account_id and f.field_id = new.field_id and f.current;
    end if;
    return new;
end $$;
create trigger place_fact before insert on dossier.fact for each row execute function dossier.place_fact();

create function dossier.follow_field() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    update dossier.fact f
    set part = new.part, sensitivity = new.sensitivity, stale_on = f.observed_on + make_interval(months => new.half_life)
    where f.field_id = new.id;
    return null;
end $$;
create trigger follow_field after update on dossier.field for each row
    when ((old.part, old.sensitivity, old.half_life) is distinct from (new.part, new.sensitivity, new.half_life))
    execute function dossier.follow_field();
revoke all on function dossier.place_fact(), dossier.follow_field() from public;

-- The facts of two accounts meet: of each field the one observed last stands for it.
create function dossier.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    moved bigint;
begin
    perform identity.demand(2, 'merge accounts');
    perform dossier.hold_account(least(from_account, to_account));
    perform dossier.hold_account(greatest(from_account, to_account));
    update dossier.fact f set current = false where f.account_id in (from_account, to_account) and f.current;
    moved := activity.pub_rebook('dossier.fact', from_account, to_account, booked);
    update dossier.fact f set current = true
    where f.id in (select distinct on (l.account_id, l.field_id) l.id from dossier.fact l
                   where l.account_id in (from_account, to_account)
                   order by l.account_id, l.field_id, l.observed_on desc, l.id desc);
    return moved;
end $$;
comment on function dossier.reattribute is 'Facts of one account that were booked under some belong to another from now on.';
revoke all on function dossier.reattribute(bigint, bigint, bigint[]) from public;
grant execute on function dossier.reattribute(bigint, bigint, bigint[]) to mainstay_app;

create view dossier.pub_fact with (security_invoker) as
select f.id, f.account_id, d.code as field, d.name, f.part, f.word, f.figure, f.day, f.source, f.observed_on, f.confidence, f.stale_on
from dossier.fact f join dossier.field d on d.id = f.field_id
where f.current and f.retired_at is null;
comment on view dossier.pub_fact is 'What counts now, as far as the reader may see it.';
grant select on dossier.pub_fact to mainstay_app;

create view dossier.pub_field with (security_invoker) as
select d.code, d.part, d.weight, d.sensitivity, d.categories, d.least_stars
from dossier.field d
where d.retired_at is null and d.kind <> 'read';
comment on view dossier.pub_field is 'What the archive asks people for, of which accounts, and from which level on they read it.';
grant select on dossier.pub_field to mainstay_app;
