create table identity.users (
    id bigint generated always as identity primary key,
    name text not null check (name = lower(name) and name ~ '^[a-z0-9][a-z0-9._@-]{1,59}$'),
    full_name text not null check (length(full_name) between 1 and 100),
    role text not null check (role in ('administrator', 'director', 'kam', 'controller', 'agent', 'viewer')),
    password_hash text not null,
    locale text check (locale in ('en', 'zh-CN', 'zh-TW')),
    theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
    created_at timestamptz not null,
    credentials_changed_at timestamptz not null,
    disabled_at timestamptz
);
create unique index users_name on identity.users (name);
comment on table identity.users is 'who may sign in (named in the plural because the singular is a reserved word)';

-- The last administrator stays one, whatever a program asks for.
create function identity.keep_an_administrator() returns trigger
    language plpgsql set search_path = '' as
$$
begin
    if old.role = 'administrator' and old.disabled_at is null
       and (new.role <> 'administrator' or new.disabled_at is not null) then
        perform pg_advisory_xact_lock(hashtext('identity.last_administrator'));
        if not exists (select 1 from identity.users u
                       where u.id <> old.id and u.role = 'administrator' and u.disabled_at is null) then
            raise exception 'the last administrator stays' using errcode = 'MS001';
        end if;
    end if;
    return new;
end
$$;
create trigger keep_an_administrator before update on identity.users
    for each row execute function identity.keep_an_administrator();

create table identity.firm (
    only_row boolean primary key default true check (only_row),
    name text not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    time_zone text not null,
    fiscal_year_start integer not null check (fiscal_year_start between 1 and 12),
    size text not null check (size in ('unknown', 'micro', 'small', 'medium', 'large')),
    name_order text not null check (name_order in ('pinyin', 'strokes')),
    working_days text not null check (working_days ~ '^[1-7]{1,7}$'),
    settled_at timestamptz
);
comment on table identity.firm is 'the firm that uses this installation; settled_at is empty until somebody answered';
insert into identity.firm (name, currency, time_zone, fiscal_year_start, size, name_order, working_days)
values ('', '${currency}', '${zone}', 1, 'unknown', 'pinyin', '12345');

grant select, insert, update on identity.users to mainstay_app;
grant select, update on identity.firm to mainstay_app;
