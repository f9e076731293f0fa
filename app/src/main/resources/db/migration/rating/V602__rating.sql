create table rating.run (
    id            bigint generated always as identity primary key,
    as_of         date not null,
    revision      bigint not null,
    model_version integer not null references rating.model_version,
    basis         text not null default '',
    assessment_id bigint not null,
    rules         bigint not null,
    ran_on        date not null,
    ran_at        timestamptz not null,
    accounts      integer not null
);
comment on table rating.run is
    'What each run of the ratings rested on; when ledger, accounts, costs, model, assessments, rules or the date have moved since the last one, it is time for the next.';
comment on column rating.run.basis is
    'What standings were made of: how they are reckoned, their day, and the revisions of ledger, accounts and costs.';
grant select, insert on rating.run to mainstay_app;

create table rating.turn (
    only_row boolean primary key default true check (only_row),
    taken    bigint not null
);
comment on table rating.turn is
    'One row. Who writes it may run the ratings; who waited for it has read an older state and is refused by the database.';
insert into rating.turn (taken) values (0);
grant select, update on rating.turn to mainstay_app;

create table rating.attribution (
    only_row boolean primary key default true check (only_row),
    moved    bigint not null
);
comment on table rating.attribution is
    'One row. A merge of accounts or its undoing writes it and waits for no run; a run locks it last, and is refused by the database where '
    'accounts were moved since it began to read.';
insert into rating.attribution (moved) values (0);
grant select, update on rating.attribution to mainstay_app;

create sequence rating.merges;
select nextval('rating.merges');
comment on sequence rating.merges is 'Advances with each merge that begins or is undone, for all to see at once: a run that is reading can stop early.';
grant select on rating.merges to mainstay_app;

create table rating.rating (
    id             bigint generated always as identity primary key,
    scope          text not null check (scope in ('account', 'group')),
    account_id     bigint not null,
    model_version  integer not null references rating.model_version,
    as_of          date not null,
    revision       bigint not null,
    score          double precision not null check (score between 0 and 100),
    coverage       double precision not null check (coverage between 0 and 1),
    stars          integer not null check (stars between 1 and 4),
    computed_stars integer not null check (computed_stars between 1 and 4),
    held_stars     integer check (held_stars between 1 and 4),
    hollow         boolean not null,
    figures        double precision[] not null,
    points         double precision[] not null,
    unknown        text[] not null,
    known          bigint not null default 0,
    hidden         bigint not null default 0,
    ceiling        integer check (ceiling between 1 and 4),
    digest         bigint not null default 0,
    check ((ceiling is null) = (hidden = 0))
);
create index rating_of_account on rating.rating (scope, account_id, as_of desc, id desc);
comment on table rating.rating is
    'Append-only. A correction of the ledger adds a rating for the same as_of with the new revision; where nothing changed, nothing is added.';
comment on column rating.rating.digest is 'Of all that the rating says of the account, so that a run finds in one reading what it need not say again.';
comment on column rating.rating.held_stars is 'What the model shows, where a person has set the stars for a time; null elsewhere.';
comment on column rating.rating.figures is
    'What each criterion of the model version found, in the model''s order; points and, where there is no figure, the reason likewise.';

comment on column rating.rating.hidden is
    'Criteria, as bits in the model''s order, that had points in an earlier rating by the same model and have none since their figures were '
    'left out; known likewise: those with points. The stars do not rise above the ceiling while any is hidden.';

create table rating.current (
    scope       text not null,
    account_id  bigint not null,
    rating_id   bigint not null references rating.rating,
    previous_id bigint references rating.rating,
    as_of       date not null,
    before      date,
    stars       integer not null,
    hollow      boolean not null,
    primary key (scope, account_id)
);
comment on table rating.current is
    'The newest rating of each account, and the one of the day that was rated before it. Stars are part of the card, so they stand here; the rest is business.';
create index current_figures on rating.current (account_id) include (stars, hollow) where scope = 'account';
create index current_stars on rating.current (scope, stars, account_id);
create index current_before on rating.current (scope, before) where before is not null;
comment on column rating.current.before is 'The day of the rating before, null for the first.';

create table rating.move (
    scope      text not null,
    account_id bigint not null,
    as_of      date not null,
    before     date not null,
    points     double precision not null,
    stars      integer not null,
    primary key (scope, account_id)
);
comment on table rating.move is
    'Accounts whose newest rating differs from the one before by stars, or by ten points at least. Stars: the way they went, '
    '0 where they stayed or one of the ratings was hollow.';

create table rating.verdict (
    scope          text not null check (scope in ('account', 'group')),
    region         text not null,
    account_id     bigint not null,
    as_of          date not null,
    status         text not null check (status in ('key', 'provisional', 'nearMiss', 'potential', 'none')),
    share_leg      text not null check (share_leg in ('pass', 'fail', 'open')),
    credit_leg     text not null check (credit_leg in ('pass', 'fail', 'open')),
    philosophy_leg text not null check (philosophy_leg in ('pass', 'fail', 'open')),
    rank           integer not null,
    share          double precision,
    cumulative     double precision,
    revenue        bigint not null,
    expected       bigint,
    payment_health double precision,
    philosophy     double precision,
    primary key (scope, region, account_id)
);
comment on table rating.verdict is
    'What the key-account rule says now: of everybody over all sales (region empty), and within each region of those who are key, near or '
    'potential there.';

create table rating.region (
    scope    text not null check (scope in ('account', 'group')),
    region   text not null check (region <> ''),
    as_of    date not null,
    accounts integer not null,
    revenue  bigint not null,
    primary key (scope, region)
);
comment on table rating.region is
    'Regions with enough accounts to run the key-account rule within them: how many have sales there, and the total of twelve months.';
create index verdict_found on rating.verdict (account_id) include (scope, status) where region = '' and status <> 'none';
create index verdict_regional on rating.verdict (account_id, scope) where region <> '';
create index verdict_status on rating.verdict (scope, region, status, revenue desc);

do $$
declare
    t text;
begin
    foreach t in array array['rating', 'current', 'verdict', 'move'] loop
        perform identity.show(format('rating.%I', t)::regclass, case t when 'current' then 1 else 2 end, of_accounts => 'scope = ''account''');
        perform identity.let_keep(format('rating.%I', t)::regclass, '(select identity.reach()) >= 3');
    end loop;
end $$;
grant select, insert on rating.rating to mainstay_app;
grant select, insert, update, delete on rating.current to mainstay_app;
alter table rating.region enable row level security;
create policy seen on rating.region for select to mainstay_app using ((select identity.reach()) >= 2);
select identity.let_keep('rating.region', '(select identity.reach()) >= 3');
grant select, insert, delete on rating.verdict, rating.move, rating.region to mainstay_app;

create view rating.pub_rating with (security_invoker) as
select c.account_id, c.as_of, c.stars, c.hollow, r.score, r.coverage, r.computed_stars,
       case when not c.hollow then c.stars end as solid_stars,
       v.status, v.share_leg, v.credit_leg, v.philosophy_leg, v.rank, v.share, v.revenue,
       array_remove(array[case when v.share_leg = 'open' then 'share' end,
                          case when v.credit_leg = 'open' then 'credit' end,
                          case when v.philosophy_leg = 'open' then 'philosophy' end], null) as open_legs
from rating.current c
left join rating.rating r on r.id = c.rating_id
left join rating.verdict v on v.scope = c.scope and v.region = '' and v.account_id = c.account_id
where c.scope = 'account';
comment on view rating.pub_rating is 'The current rating of each account: stars on level 1, all else null below level 2. Solid stars are unknown where the stars are hollow.';
grant select on rating.pub_rating to mainstay_app;

create view rating.pub_stars with (security_invoker) as
select account_id, as_of, stars, hollow, case when not hollow then stars end as solid_stars from rating.current where scope = 'account';
comment on view rating.pub_stars is 'The stars of each account alone, which level card shows; solid stars as above.';
grant select on rating.pub_stars to mainstay_app;

-- Whoever asks next plans by what the planner is told here, see portfolio.measure_standings.
create function rating.measure_ratings() returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'rate accounts');
    analyze rating.rating;
    analyze rating.current;
    analyze rating.verdict;
end $$;
comment on function rating.measure_ratings is 'Tells the planner what the ratings hold that were just made.';
revoke all on function rating.measure_ratings() from public;
grant execute on function rating.measure_ratings() to mainstay_app;
