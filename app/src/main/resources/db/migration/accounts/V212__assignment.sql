create table accounts.assignment (
    batch_id     bigint primary key,
    manager_code text references accounts.manager,
    accounts     bigint not null,
    by_user      text not null,
    at           timestamptz not null,
    undone_by    text,
    undone_at    timestamptz,
    check ((undone_by is null) = (undone_at is null))
);
comment on table accounts.assignment is
    'Accounts given to a manager by hand, many at once or one. Each counts as a batch of master rows that knows managers only: a '
    'later file may say otherwise, and taking it back restores what was before. No manager code: the accounts have none since.';

alter table accounts.assignment enable row level security;
create policy kept on accounts.assignment for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
grant select, insert, update on accounts.assignment to mainstay_app;
