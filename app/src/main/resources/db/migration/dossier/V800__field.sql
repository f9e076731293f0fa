create schema dossier;
grant usage on schema dossier to mainstay_app;

create table dossier.field (
    id           bigint generated always as identity primary key,
    code         text not null unique check (code ~ '^[a-z][A-Za-z0-9]{0,59}$'),
    name         text check (length(name) between 1 and 100),
    part         text not null check (part in ('basic', 'characteristics', 'business', 'transaction')),
    kind         text not null check (kind in ('text', 'number', 'money', 'date', 'yesNo', 'choice', 'creditCode', 'read')),
    unit         text check (length(unit) between 1 and 30),
    choices      text[] check (array_length(choices, 1) between 2 and 50),
    half_life    integer check (half_life between 1 and 600),
    weight       smallint not null check (weight between 0 and 9),
    sensitivity  smallint not null check (sensitivity between 1 and 4),
    categories   text[] check (categories <> '{}'),
    least_stars  smallint check (least_stars between 1 and 4),
    place        integer not null,
    retired_at   timestamptz,
    revision     integer not null default 1,
    check ((kind = 'choice') = (choices is not null)),
    check (kind <> 'read' or half_life is null)
);
comment on table dossier.field is
    'What the archive asks of accounts. Without a name it is one that Mainstay brings along, named by its code. Read: taken from the '
    'ledger when it is shown, never typed.';
comment on column dossier.field.half_life is 'Months after which a value counts as old; null: never.';
comment on column dossier.field.weight is 'How much it counts in completeness and freshness; 0: not at all.';
comment on column dossier.field.sensitivity is 'The level from which on values are read: 1 card, 2 business, 3 full, 4 personal.';
comment on column dossier.field.categories is 'Asked of accounts of these categories only; null: of all.';
comment on column dossier.field.least_stars is 'Asked of accounts with at least so many solid stars; null: of all.';

alter table dossier.field enable row level security;
create policy seen on dossier.field for select to mainstay_app
    using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
select identity.let_keep('dossier.field', '(select identity.reach()) >= 3 or (select identity.pub_administers())');
grant select, insert, update (name, choices, half_life, weight, sensitivity, categories, least_stars, retired_at, revision)
    on dossier.field to mainstay_app;

-- Who may not read the values of a field does not open them to himself. The facts of a field follow it: who writes one just now is waited
-- for, and who comes next sees what the field says then.
create function dossier.guard_field() returns trigger
    language plpgsql set search_path = '' as $$
begin
    if new.sensitivity < old.sensitivity then
        perform identity.demand(old.sensitivity, 'open the values of a field to more people');
    end if;
    if (old.part, old.sensitivity, old.half_life) is distinct from (new.part, new.sensitivity, new.half_life) then
        perform dossier.hold_all_accounts();
    end if;
    return new;
end $$;
create trigger guard_field before update on dossier.field for each row execute function dossier.guard_field();
revoke all on function dossier.guard_field() from public;

insert into dossier.field (part, code, kind, half_life, weight, sensitivity, place)
select f.part, f.code, f.kind, f.half_life, f.weight, f.sensitivity, 10 * row_number() over ()
from (values
    ('basic', 'creditCode', 'creditCode', null::integer, 2, 1),
    ('basic', 'legalForm', 'text', 60, 1, 1),
    ('basic', 'foundedOn', 'date', null, 1, 1),
    ('basic', 'firstTrade', 'read', null, 0, 2),
    ('basic', 'lineOfBusiness', 'text', 24, 2, 1),
    ('basic', 'assets', 'money', 24, 1, 2),
    ('basic', 'registeredCapital', 'money', 36, 1, 2),
    ('basic', 'address', 'text', 24, 2, 1),
    ('basic', 'telephone', 'text', 12, 2, 1),
    ('basic', 'website', 'text', 24, 0, 1),
    ('characteristics', 'serviceArea', 'text', 24, 2, 2),
    ('characteristics', 'salesAbility', 'text', 12, 2, 2),
    ('characteristics', 'potential', 'text', 12, 3, 2),
    ('characteristics', 'philosophy', 'text', 24, 2, 2),
    ('characteristics', 'direction', 'text', 12, 2, 2),
    ('characteristics', 'policy', 'text', 12, 2, 2),
    ('characteristics', 'employees', 'number', 18, 1, 2),
    ('characteristics', 'location', 'text', 60, 1, 2),
    ('characteristics', 'shoppers', 'text', 18, 1, 2),
    ('business', 'salesRecord', 'read', null, 0, 2),
    ('business', 'managers', 'text', 12, 2, 3),
    ('business', 'staff', 'text', 12, 1, 3),
    ('business', 'competitorRelations', 'text', 6, 3, 3),
    ('business', 'ourRelations', 'text', 6, 3, 3),
    ('business', 'attitude', 'text', 6, 2, 3),
    ('transaction', 'salesActivity', 'read', null, 0, 2),
    ('transaction', 'problems', 'text', 6, 3, 3),
    ('transaction', 'strengths', 'text', 12, 2, 3),
    ('transaction', 'counterMeasures', 'text', 6, 3, 3),
    ('transaction', 'image', 'text', 12, 1, 3),
    ('transaction', 'reputation', 'text', 12, 2, 3),
    ('transaction', 'credit', 'read', null, 0, 2),
    ('transaction', 'tradingTerms', 'read', null, 0, 2),
    ('transaction', 'paymentHabit', 'read', null, 0, 2),
    ('transaction', 'returns', 'read', null, 0, 2),
    ('transaction', 'creditIncidents', 'text', 36, 3, 3)) f(part, code, kind, half_life, weight, sensitivity);
