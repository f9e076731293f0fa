create table planning.tier_standard (
    stars        smallint primary key check (stars between 0 and 4),
    contact_days integer not null check (contact_days between 1 and 1100),
    people       smallint not null check (people between 0 and 50),
    archive      smallint not null check (archive between 0 and 100),
    margin       smallint not null check (margin between -100 and 100)
);
comment on table planning.tier_standard is
    'What an account asks of us, by its stars; 0 where there are none. Days between contacts, people there whom we know, percent of its '
    'archive that is filled, percent of margin that it should bring.';
insert into planning.tier_standard (stars, contact_days, people, archive, margin)
values (4, 14, 4, 80, 5), (3, 30, 3, 70, 5), (2, 60, 2, 50, 5), (1, 120, 1, 30, 0), (0, 120, 1, 30, 0);
alter table planning.tier_standard enable row level security;
create policy seen on planning.tier_standard for select to mainstay_app
    using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
create policy changed on planning.tier_standard for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update (contact_days, people, archive, margin) on planning.tier_standard to mainstay_app;
