-- When each person last looked at an account. A look begins anew after half an hour without one: what changed
-- since the look before it began is news, so that nothing is lost that changed while somebody was looking.
create table dossier.last_look (
    account_id bigint not null,
    user_id    bigint not null,
    before_at  timestamptz not null,
    began_at   timestamptz not null check (began_at >= before_at),
    seen_at    timestamptz not null check (seen_at >= began_at),
    primary key (account_id, user_id)
);
comment on table dossier.last_look is
    'Since when what happened to an account is news to a person: began_at and seen_at of the look that goes on, before_at when the one before it began. '
    'It stays with its account through merges: on the one that stands everybody looks for themselves.';
alter table dossier.last_look enable row level security;
create policy own on dossier.last_look to mainstay_app
    using (user_id = (select identity.uid())) with check (user_id = (select identity.uid()));
grant select, insert, update on dossier.last_look to mainstay_app;
