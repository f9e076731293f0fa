-- Sales lines are staged as the ledger will hold them, month by month, so that months new to the ledger become part of it as
-- they are. Reading gives every document, and every account and product that has no number yet, a number of its own; what that
-- rests on is kept beside the lines and settled before they are published.
create table staging.sales_line (like ledger.sales_line) partition by list (batch_id);

create table staging.sales_account (
    batch_id bigint not null, id bigint not null, code text not null, file_line bigint not null, name text, billed boolean not null
) partition by list (batch_id);
comment on table staging.sales_account is
    'Codes of accounts that a file speaks of: a row for the first line of each, and for each line from which on its name is another. '
    'Billed: the code stood where the billed account stands.';

create table staging.sales_product (
    batch_id bigint not null, id bigint not null, code text not null, file_line bigint not null, name text, category text
) partition by list (batch_id);
comment on table staging.sales_product is 'Codes of products in the same way, with name and category.';

create table staging.sales_document (
    batch_id bigint not null, id bigint not null, number text not null, first_date date, last_date date, rows bigint not null,
    ascending boolean not null, foreign_money boolean not null
) partition by list (batch_id);
comment on table staging.sales_document is
    'Documents of a file; one whose lines lie far apart may come in several parts. Rows counts bad ones too, the days are those of '
    'good ones. Ascending: each line had a higher number than the one before, so none came twice. Foreign money: on a line at least.';

create table staging.sales_place (
    batch_id bigint not null, file_line bigint not null, document_id bigint, line bigint not null
) partition by list (batch_id);
comment on table staging.sales_place is 'Bad rows with their running number within their document, where the file numbers no lines.';

create table staging.sales_day (like ledger.account_day, batch_id bigint not null) partition by list (batch_id);
create table staging.sales_month (like ledger.account_month, batch_id bigint not null) partition by list (batch_id);
comment on table staging.sales_day is 'Lines of staged months summed by day, as the ledger sums them; forgotten when a line changes.';
comment on table staging.sales_month is 'The same by month.';

create function ledger.open_sales_staging(batch bigint) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    name text;
    part text;
    statements text[];
begin
    perform ledger.demand(2, 'import');
    statements := array[
        format('create table staging.%I partition of staging.sales_line for values in (%s) partition by range (date)',
               'sales_line_b' || batch, batch),
        format('grant insert on staging.%I to mainstay_loader', 'sales_line_b' || batch)];
    foreach name in array array['sales_account', 'sales_product', 'sales_document', 'sales_place', 'sales_day', 'sales_month'] loop
        part := name || '_b' || batch;
        statements := statements || array[
            format('create unlogged table staging.%I partition of staging.%I for values in (%s)', part, name, batch),
            format('alter table staging.%I alter batch_id set default %s', part, batch),
            format('alter table staging.%I set (autovacuum_enabled = off)', part),
            format('grant insert on staging.%I to mainstay_loader', part)];
    end loop;
    perform ledger.change_staging(statements);
end $$;
comment on function ledger.open_sales_staging is 'Makes the staging partitions of one import of sales; the loader may fill them.';

create function ledger.open_staged_month(batch bigint, month date) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'import');
    -- The one who looks after tables by itself would hold up the month when it becomes part of the ledger.
    perform ledger.change_staging(array[
        format('create table staging.%I partition of staging.%I for values from (%L) to (%L) with (autovacuum_enabled = off)',
               format('sales_line_b%s_%s', batch, to_char(month, 'YYYY_MM')), 'sales_line_b' || batch,
               month, month + interval '1 month')]);
end $$;

-- Gives a staged month that is new to the ledger the indexes that the ledger's months have, measures it, and sums its days. Where a key
-- comes twice within the file, which is judged later, the month goes without that index until then. Foreign money, which is converted
-- when the batch is published, would write every line into them again: such months get theirs afterwards.
create function ledger.prepare_staged_month(batch bigint, month date) returns void
    language plpgsql security definer set search_path = '' set maintenance_work_mem = '128MB' set work_mem = '64MB' as $$
declare
    part text := format('sales_line_b%s_%s', batch, to_char(month, 'YYYY_MM'));
    wanted record;
    is_foreign boolean;
begin
    perform ledger.demand(2, 'import');
    if to_regclass('ledger.sales_line_' || to_char(month, 'YYYY_MM')) is not null then
        return;
    end if;
    execute format('select exists (select from staging.%I l where l.currency is not null)', part) into is_foreign;
    if is_foreign then
        return;
    end if;
    perform ledger.write_plain_log();
    for wanted in
        select x.indisunique as is_unique, substring(pg_catalog.pg_get_indexdef(x.indexrelid) from ' USING .*') as structure
        from pg_catalog.pg_index x where x.indrelid = 'ledger.sales_line'::regclass
    loop
        begin
            execute format('create %s index on staging.%I %s', case when wanted.is_unique then 'unique' else '' end, part, wanted.structure);
        exception when unique_violation then null;
        end;
    end loop;
    execute format('analyze staging.%I %s', part, ledger.measured_columns());
    execute format('insert into staging.sales_day_b%1$s select d.*, %1$s from (%2$s) d', batch,
                   ledger.sums_by_day(format('staging.%I s', part)));
    execute format('insert into staging.sales_month_b%1$s select d.*, %1$s from (%2$s) d', batch,
                   ledger.sums_by_month(format('staging.sales_day_b%s d where d.day >= %L and d.day < %L', batch, month,
                                               month + interval '1 month')));
end $$;

-- More lines are to come into a month that was prepared already: it is as it was before.
create function ledger.reopen_staged_month(batch bigint, month date) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    index regclass;
begin
    perform ledger.demand(2, 'import');
    for index in
        select x.indexrelid::regclass from pg_catalog.pg_index x
        where x.indrelid = format('staging.sales_line_b%s_%s', batch, to_char(month, 'YYYY_MM'))::regclass
    loop
        execute format('drop index %s', index);
    end loop;
    delete from staging.sales_day s where s.batch_id = batch and s.day >= month and s.day < month + interval '1 month';
    delete from staging.sales_month s where s.batch_id = batch and s.month = reopen_staged_month.month;
end $$;

-- Lines changed what they count for: days are summed when the batch is published.
create function ledger.forget_staged_sums(batch bigint) returns void
    language sql security definer set search_path = '' as $$
    delete from staging.sales_day s where s.batch_id = batch;
    delete from staging.sales_month s where s.batch_id = batch;
$$;

-- Lines are about to change their keys, and may share one for a while.
create function ledger.drop_staged_keys(batch bigint) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    key regclass;
begin
    for key in
        select x.indexrelid::regclass
        from pg_catalog.pg_inherits i join pg_catalog.pg_index x on x.indrelid = i.inhrelid
        where i.inhparent = format('staging.sales_line_b%s', batch)::regclass and x.indisunique
    loop
        execute format('drop index %s', key);
    end loop;
end $$;

-- A code may have come to mean an account or a product since the file was read: lines follow.
create function ledger.settle_codes(batch bigint, from_source text) returns void
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
begin
    create temporary table if not exists moved_code (from_id bigint primary key, to_id bigint not null) on commit delete rows;
    truncate pg_temp.moved_code;
    insert into pg_temp.moved_code
    select distinct on (s.id) s.id, r.account_id
    from staging.sales_account s join accounts.pub_codes(from_source) r on r.code = s.code
    where s.batch_id = batch and r.account_id <> s.id;
    if found then
        update staging.sales_line l
        set account_id = coalesce((select m.to_id from pg_temp.moved_code m where m.from_id = l.account_id), l.account_id),
            bill_to_id = coalesce((select m.to_id from pg_temp.moved_code m where m.from_id = l.bill_to_id), l.bill_to_id)
        where l.batch_id = batch
          and (l.account_id in (select m.from_id from pg_temp.moved_code m) or l.bill_to_id in (select m.from_id from pg_temp.moved_code m));
        update staging.sales_account s set id = m.to_id from pg_temp.moved_code m where s.batch_id = batch and s.id = m.from_id;
        perform ledger.forget_staged_sums(batch);
    end if;

    truncate pg_temp.moved_code;
    insert into pg_temp.moved_code
    select distinct on (s.id) s.id, p.id
    from staging.sales_product s join ledger.product p on p.source = from_source and p.code = s.code
    where s.batch_id = batch and p.id <> s.id;
    if found then
        update staging.sales_line l set product_id = m.to_id
        from pg_temp.moved_code m where l.batch_id = batch and l.product_id = m.from_id;
        update staging.sales_product s set id = m.to_id from pg_temp.moved_code m where s.batch_id = batch and s.id = m.from_id;
    end if;
end $$;

-- Documents that the ledger has, and those that came in parts, get one number each. Where lines are numbered in the order of the
-- file, the numbers of a later part go on from those before it.
create function ledger.settle_documents(batch bigint, from_source text, lines_given boolean) returns void
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
begin
    create temporary table if not exists known_document (id bigint, number text, first_date date, last_date date)
        on commit delete rows;
    create temporary table if not exists parted_document (number text) on commit delete rows;
    create temporary table if not exists moved_document (from_id bigint, to_id bigint, shift bigint) on commit delete rows;
    truncate pg_temp.known_document, pg_temp.parted_document, pg_temp.moved_document;

    insert into pg_temp.known_document
    select distinct d.id, d.number, d.first_date, d.last_date
    from staging.sales_document s join ledger.document d on d.source = from_source and d.number = s.number
    where s.batch_id = batch;
    insert into pg_temp.parted_document
    select s.number from staging.sales_document s where s.batch_id = batch group by s.number having count(*) > 1;
    analyze pg_temp.known_document, pg_temp.parted_document;

    insert into pg_temp.moved_document
    select p.id, p.to_id, p.shift
    from (select s.id, coalesce(k.id, first_value(s.id) over by_number) as to_id,
                 case when lines_given then 0
                      else coalesce(sum(s.rows) over (by_number rows between unbounded preceding and 1 preceding), 0) end as shift
          from staging.sales_document s
          left join pg_temp.known_document k on k.number = s.number
          where s.batch_id = batch
            and (k.id is not null or s.number in (select n.number from pg_temp.parted_document n))
          window by_number as (partition by s.number order by s.id)) p
    where p.to_id <> p.id;
    if not found then
        return;
    end if;
    analyze pg_temp.moved_document;
    perform ledger.drop_staged_keys(batch);
    perform ledger.forget_staged_sums(batch);
    update staging.sales_line l set document_id = m.to_id, line = l.line + m.shift
    from pg_temp.moved_document m where l.batch_id = batch and l.document_id = m.from_id;
    update staging.sales_place p set document_id = m.to_id, line = p.line + m.shift
    from pg_temp.moved_document m where p.batch_id = batch and p.document_id = m.from_id;
    update staging.sales_document s set id = m.to_id from pg_temp.moved_document m where s.batch_id = batch and s.id = m.from_id;
    with parts as (
        delete from staging.sales_document s using pg_temp.parted_document n
        where s.batch_id = batch and s.number = n.number
        returning s.*)
    insert into staging.sales_document (batch_id, id, number, first_date, last_date, rows, ascending, foreign_money)
    select batch, p.id, p.number, min(p.first_date), max(p.last_date), sum(p.rows), false, bool_or(p.foreign_money) from parts p group by p.id, p.number;
end $$;

-- Takes rows out that were judged bad or known, and what only they said about accounts, products and documents.
create function ledger.strike_staged_sales(batch bigint) returns void
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    told record;
begin
    perform ledger.forget_staged_sums(batch);
    delete from staging.sales_line l using ledger.verdict v
    where l.batch_id = batch and v.batch_id = batch and v.file_line = l.file_line;

    for told in select * from (values ('sales_account', 'account_id', 'not a.billed'), ('sales_product', 'product_id', 'true'))
                              as t (name, id, heard) loop
        execute format('
            with
            event as (
                select a.id, a.file_line, a.file_line as told_at from staging.%1$I a where a.batch_id = $1 and %3$s
                union all
                select l.%2$I, l.file_line, null from staging.sales_line l where l.batch_id = $1 and l.%2$I is not null),
            placed as (
                select e.id, e.told_at,
                       max(e.told_at) over (partition by e.id order by e.file_line, e.told_at nulls last) as stands_from
                from event e)
            delete from staging.%1$I a
            where a.batch_id = $1 and %3$s
              and not exists (select from placed p where p.told_at is null and p.id = a.id and p.stands_from = a.file_line)',
            told.name, told.id, told.heard) using batch;
    end loop;
    delete from staging.sales_account a
    where a.batch_id = batch and a.billed
      and not exists (select from staging.sales_line l where l.batch_id = batch and l.bill_to_id = a.id);

    update staging.sales_document s set first_date = n.low, last_date = n.high
    from (select d.id, min(l.date) as low, max(l.date) as high
          from (select t.id from staging.sales_document t where t.batch_id = batch) d
          left join staging.sales_line l on l.batch_id = batch and l.document_id = d.id
          group by d.id) n
    where s.batch_id = batch and s.id = n.id and (s.first_date, s.last_date) is distinct from (n.low, n.high);
end $$;

create function ledger.staged_codes(batch bigint) returns table (code text, account_id bigint, name_given text)
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
begin
    perform ledger.demand(2, 'read the staging area');
    return query
    select s.code, min(s.id), (array_agg(s.name order by s.file_line desc) filter (where s.name is not null))[1]
    from staging.sales_account s where s.batch_id = batch group by s.code;
end $$;
comment on function ledger.staged_codes is 'The codes of accounts in staged sales lines, each with its number and the name given last.';

-- What queries look for and group by; amounts they only add up.
create function ledger.measured_columns() returns text
    language sql immutable as $$
    select '(document_id, line, account_id, bill_to_id, product_id, batch_id, date, currency, region, channel, sales_person)'
$$;

-- Pages of new indexes go to the log whole; packing them takes longer than building them.
create function ledger.write_plain_log() returns void
    language plpgsql security definer set search_path = '' as $$
begin
    if has_parameter_privilege(current_user, 'wal_compression', 'SET') then
        perform set_config('wal_compression', 'off', true);
    end if;
end $$;

-- A month that is new to the ledger becomes part of it as it was staged, with the indexes it has by now; those that it lacks are built.
-- It has been measured too: sums come next, and would be planned for a handful of rows. Rows of other months are added. Returns the
-- months whose days are still to be summed.
create function ledger.enter_lines(batch bigint) returns date[]
    language plpgsql security definer set search_path = '' as $$
declare
    part   record;
    target text;
    indexed boolean;
    unsummed date[] := '{}';
begin
    for part in
        select m.*
        from unnest(array(select c.relname::text from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
                          where i.inhparent = format('staging.sales_line_b%s', batch)::regclass order by c.relname)) as staged
        cross join lateral (select staged as name, to_date(right(staged, 7), 'YYYY_MM') as month) m
    loop
        target := 'sales_line_' || to_char(part.month, 'YYYY_MM');
        if not exists (select from staging.sales_month s where s.batch_id = batch and s.month = part.month) then
            unsummed := unsummed || part.month;
        end if;
        if to_regclass('ledger.' || target) is not null then
            execute format('insert into ledger.%I select * from staging.%I', target, part.name);
        else
            indexed := exists (select from pg_catalog.pg_index x where x.indrelid = format('staging.%I', part.name)::regclass);
            execute format('alter table staging.%I detach partition staging.%I', 'sales_line_b' || batch, part.name);
            execute format('alter table staging.%I rename to %I', part.name, target);
            execute format('alter table staging.%I reset (autovacuum_enabled)', target);
            execute format('alter table staging.%I set schema ledger', target);
            execute format('revoke all on ledger.%I from mainstay_loader', target);
            execute format('alter table ledger.sales_line attach partition ledger.%I for values from (%L) to (%L)',
                           target, part.month, part.month + interval '1 month');
            if not indexed then
                execute format('analyze ledger.%I %s', target, ledger.measured_columns());
            end if;
        end if;
    end loop;
    return unsummed;
end $$;

-- A row that does not tell its document has no number in it: nought, so that it is not taken for the first of another.
create function ledger.note_places(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    noted bigint;
begin
    perform ledger.demand(2, 'import');
    update ledger.row_problem p set place = s.line
    from staging.sales_place s
    where s.batch_id = batch and p.batch_id = batch and p.file_line = s.file_line;
    get diagnostics noted = row_count;
    return noted;
end $$;
comment on function ledger.note_places is
    'Numbers the bad rows of a batch within their documents as the whole file does, so that they can come back alone.';

revoke all on function ledger.open_sales_staging(bigint), ledger.open_staged_month(bigint, date), ledger.settle_codes(bigint, text),
    ledger.settle_documents(bigint, text, boolean), ledger.strike_staged_sales(bigint), ledger.staged_codes(bigint),
    ledger.enter_lines(bigint), ledger.note_places(bigint), ledger.measured_columns(), ledger.forget_staged_sums(bigint),
    ledger.prepare_staged_month(bigint, date), ledger.reopen_staged_month(bigint, date), ledger.drop_staged_keys(bigint), ledger.write_plain_log() from public;
grant execute on function ledger.open_sales_staging(bigint), ledger.open_staged_month(bigint, date), ledger.staged_codes(bigint),
    ledger.note_places(bigint), ledger.prepare_staged_month(bigint, date), ledger.reopen_staged_month(bigint, date) to mainstay_app;
grant usage on sequence ledger.document_id_seq, ledger.product_id_seq to mainstay_app;
