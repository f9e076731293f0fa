-- Read before it is known who somebody is, so that no policy stands before it.
create table identity.provider_subject (
    issuer text not null,
    subject text not null check (length(subject) between 1 and 255),
    name text,
    mail text,
    user_id bigint not null references identity.users,
    bound_at timestamptz not null,
    primary key (issuer, subject),
    unique (issuer, user_id)
);
comment on table identity.provider_subject is
    'As whom the identity server of the firm knows people: bound at the first sign-in by the claim that names them. From then on the number counts and not the claim, which others may get later. Name and mail are what it told then, for people to recognise the account by.';
grant select, insert, delete on identity.provider_subject to mainstay_app;
