create schema identity;
grant usage on schema identity to mainstay_app;

-- One level deep, so that the planner puts what it says in the place of its name: policies ask it for every table of every
-- query. Only the owner can replace it, for tests.
create function identity.clock() returns timestamptz
    language sql stable
    return now();
comment on function identity.clock() is 'the time that policies go by';

create function identity.uid() returns bigint
    language sql stable
    return nullif(current_setting('app.user', true), '')::bigint;
comment on function identity.uid() is 'the person for whom this transaction runs; null for nobody';

create function identity.reach() returns integer
    language sql stable
    return coalesce(nullif(current_setting('app.reach', true), ''), '0')::integer;
comment on function identity.reach() is
    'level that this person''s role has on all accounts: 0 none, 1 card, 2 business, 3 full, 4 personal';

-- Functions that run as the owner pass every policy, so each of them asks first who wants it.
create function identity.demand(level integer, act text) returns void
    language plpgsql stable set search_path = '' as $$
begin
    if identity.reach() < level then
        raise exception 'whoever reaches level % may not %', identity.reach(), act
            using errcode = 'insufficient_privilege', hint = format('this needs level %s on all accounts', level);
    end if;
end $$;
comment on function identity.demand is 'Refuses whoever does not reach a level on all accounts.';
