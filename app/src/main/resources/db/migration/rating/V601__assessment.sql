create table rating.assessment (
    id          bigint generated always as identity primary key,
    account_id  bigint not null,
    criterion   text not null,
    mark        smallint not null check (mark between 1 and 5),
    evidence    text not null check (evidence <> ''),
    assessed_on date not null,
    assessor    text not null,
    recorded_at timestamptz not null default now()
);
create index assessment_of_account on rating.assessment (account_id, criterion, assessed_on desc, id desc);
comment on table rating.assessment is
    'Marks that people give, with what they saw; the newest one that was known on a day counts, none is ever overwritten.';

alter table rating.assessment enable row level security;
create policy seen on rating.assessment for select to mainstay_app using (
    (select identity.reach()) >= 2
    or exists (select 1 from identity.account_grant g
               where g.account_id = assessment.account_id and g.user_id = (select identity.uid()) and g.level >= 2
                 and g.starts_at <= (select identity.clock()) and (g.ends_at is null or g.ends_at > (select identity.clock()))));
create policy recorded on rating.assessment for insert to mainstay_app with check (
    (select identity.reach()) >= 3
    or exists (select 1 from identity.account_grant g
               where g.account_id = assessment.account_id and g.user_id = (select identity.uid()) and g.level >= 3
                 and g.starts_at <= (select identity.clock()) and (g.ends_at is null or g.ends_at > (select identity.clock()))));
grant select, insert on rating.assessment to mainstay_app;
