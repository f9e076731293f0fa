create schema staging;
grant usage on schema staging to mainstay_loader;
comment on schema staging is
    'Rows on their way into the ledger: one unlogged partition per running import, without policies, for the loader alone.';

create table staging.account_row (
    batch_id bigint not null, file_line bigint not null, bad boolean not null,
    code text, name text, parent text, holding bigint, category text, region text, manager text, manager_name text,
    credit_limit bigint, payment_term bigint, opened_on date, closed_on date
) partition by list (batch_id);

create table staging.receivable_row (
    batch_id bigint not null, file_line bigint not null, bad boolean not null,
    number text, account text, issued date, due date, amount bigint, currency text, disputed boolean, acceptance date
) partition by list (batch_id);

create table staging.payment_row (
    batch_id bigint not null, file_line bigint not null, bad boolean not null,
    number text, invoice text, account text, date date, amount bigint, currency text
) partition by list (batch_id);

create table staging.order_row (
    batch_id bigint not null, file_line bigint not null, bad boolean not null,
    number text, line bigint, account text, date date, requested date, product text, quantity bigint, undelivered bigint,
    undelivered_amount bigint, amount bigint, currency text, cancelled boolean
) partition by list (batch_id);

create table staging.sellout_row (
    batch_id bigint not null, file_line bigint not null, bad boolean not null,
    account text, product text, period date, quantity bigint, unit text, region text, stock bigint
) partition by list (batch_id);

create table staging.delivery_row (
    batch_id bigint not null, file_line bigint not null, bad boolean not null,
    number text, line bigint, account text, product text, requested date, promised date, delivered date,
    quantity_ordered bigint, quantity_delivered bigint, unit text, batch_size bigint
) partition by list (batch_id);

create table staging.product_row (
    batch_id bigint not null, file_line bigint not null, bad boolean not null,
    code text, name text, category text, standard_cost bigint, floor_price bigint, floor_from date, floor_to date, unit text
) partition by list (batch_id);

create table staging.territory_row (
    batch_id bigint not null, file_line bigint not null, bad boolean not null,
    region text, parent text, name text, account text
) partition by list (batch_id);

create table staging.rate_row (
    batch_id bigint not null, file_line bigint not null, bad boolean not null,
    currency text, date date, rate numeric(20, 10)
) partition by list (batch_id);

-- Names of staging tables come from outside: only those that are there.
create function ledger.staging_table(name text) returns text
    language plpgsql stable set search_path = '' as $$
begin
    if name !~ '^[a-z]+_row$' or to_regclass(format('staging.%I', name)) is null then
        raise exception 'there is no staging table %', name using errcode = 'invalid_parameter_value';
    end if;
    return format('staging.%I', name);
end $$;

-- Making and dropping partitions locks their parents, several of them one after the other, while other imports read the same
-- parents in an order of their own. Whoever makes or drops gives way before the two could wait for each other for good.
create function ledger.change_staging(statements text[]) returns void
    language plpgsql set search_path = '' as $$
declare
    statement text;
    usual text := current_setting('lock_timeout');
    latest timestamptz := clock_timestamp() + interval '30 minutes';
begin
    loop
        begin
            perform set_config('lock_timeout', '300ms', true);
            foreach statement in array statements loop
                execute statement;
            end loop;
            perform set_config('lock_timeout', usual, true);
            return;
        exception when lock_not_available or deadlock_detected then
            if clock_timestamp() > latest then
                raise;
            end if;
        end;
        perform pg_sleep(0.02 + random() / 10);
    end loop;
end $$;
revoke all on function ledger.change_staging(text[]) from public;

create function ledger.open_staging(name text, batch bigint) returns text
    language plpgsql security definer set search_path = '' as $$
declare
    part text := format('%s_b%s', name, batch);
begin
    perform ledger.demand(2, 'import');
    perform ledger.change_staging(array[
        format('create unlogged table staging.%I partition of %s for values in (%s)', part, ledger.staging_table(name), batch),
        format('alter table staging.%I alter batch_id set default %s', part, batch),
        format('alter table staging.%I set (autovacuum_enabled = off)', part),
        format('grant insert on staging.%I to mainstay_loader', part)]);
    return part;
end $$;
comment on function ledger.open_staging is 'Makes the staging partition of one import; the loader may fill it and nothing else.';

create function ledger.measure_staging(name text, batch bigint) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'import');
    perform ledger.staging_table(name);
    execute format('analyze staging.%I', format('%s_b%s', name, batch));
end $$;

-- Statistics of a table that a publication made much larger: what follows in the same transaction plans by them.
create function ledger.measure_grown(grown regclass, added bigint) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    if added > (select greatest(c.reltuples, 0) / 5 from pg_catalog.pg_class c where c.oid = grown) then
        execute format('analyze %s', grown);
    end if;
end $$;
revoke all on function ledger.measure_grown(regclass, bigint) from public;

create function ledger.close_staging(batch bigint) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'import');
    perform ledger.change_staging(array(
        select format('drop table staging.%I', c.relname) from pg_catalog.pg_class c
        where c.relnamespace = 'staging'::regnamespace and c.relispartition and c.relname ~ ('_b' || batch || '$')
        order by c.relname));
    delete from ledger.verdict v where v.batch_id = batch;
end $$;
comment on function ledger.close_staging is 'Drops what an import left in the staging area.';

-- An import holds a session lock as long as its process lives; one that is gone has left the lock and nothing else.
create function ledger.bury_dead_imports() returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    gone bigint;
    dead bigint := 0;
begin
    perform ledger.demand(2, 'clear up after imports');
    for gone in select b.id from ledger.batch b where b.status = 'running' order by b.id loop
        if pg_try_advisory_xact_lock(hashtext('ledger.import'), gone::integer) then
            perform ledger.close_staging(gone);
            update ledger.batch set status = 'failed', finished_at = identity.clock() where id = gone;
            dead := dead + 1;
        end if;
    end loop;
    return dead;
end $$;
comment on function ledger.bury_dead_imports is 'Marks imports whose process died as failed and clears what they had staged.';

-- The codes of accounts that the staged rows speak of, each with the name given last. Hashing, where sorting all rows would do too.
create function ledger.staged_accounts(name text, code_column text, name_column text, batch bigint)
    returns table (code text, name_given text)
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    good text;
begin
    perform ledger.demand(2, 'read the staging area');
    good := format('%s s where s.batch_id = $1 and not s.bad and s.%I is not null',
                   ledger.staging_table(name), code_column);
    if name_column is null then
        return query execute format('select distinct s.%I, null::text from %s', code_column, good) using batch;
    else
        return query execute format(
            'select n.code, t.%2$I
             from (select s.%1$I as code, max(s.file_line) filter (where s.%2$I is not null) as place from %3$s group by s.%1$I) n
             left join %4$s t on t.batch_id = $1 and t.file_line = n.place',
            code_column, name_column, good, ledger.staging_table(name)) using batch;
    end if;
end $$;

create unlogged table ledger.verdict (
    batch_id  bigint not null,
    file_line bigint not null,
    verdict   text not null check (verdict in ('known', 'conflict-in-file', 'conflict-in-ledger', 'date-in-future')),
    field     text,
    value     text,
    primary key (batch_id, file_line)
);
comment on table ledger.verdict is 'What the set-based checks found about single staged rows; they go with the staged rows.';

create function ledger.staged_account_files(batch bigint)
    returns table (file_line bigint, code text, name text, parent text, holding bigint, category text, region text,
                   manager text, manager_name text, credit_limit bigint, payment_term bigint, opened_on date, closed_on date)
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'read the staging area');
    return query
    select s.file_line, s.code, s.name, s.parent, s.holding, s.category, s.region, s.manager, s.manager_name, s.credit_limit,
           s.payment_term, s.opened_on, s.closed_on
    from staging.account_row s where s.batch_id = batch and not s.bad order by s.file_line;
end $$;

revoke all on function ledger.staging_table(text), ledger.open_staging(text, bigint), ledger.measure_staging(text, bigint), ledger.close_staging(bigint),
    ledger.bury_dead_imports(), ledger.staged_accounts(text, text, text, bigint), ledger.staged_account_files(bigint) from public;
grant usage on sequence ledger.batch_id_seq to mainstay_app;
grant execute on function ledger.open_staging(text, bigint), ledger.measure_staging(text, bigint), ledger.close_staging(bigint),
    ledger.bury_dead_imports(), ledger.staged_accounts(text, text, text, bigint), ledger.staged_account_files(bigint) to mainstay_app;
