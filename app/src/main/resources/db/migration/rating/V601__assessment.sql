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

select identity.show('rating.assessment', 2);
select identity.let_record('rating.assessment', 3);
grant select, insert on rating.assessment to mainstay_app;
