-- Facts stand on the account that counts today. Where that is not the one by whose code they came, the latter stands beside it,
-- so that a merge can be undone to the row, and what later files bring under an old code goes the same way.
alter table ledger.receivable add column booked_account_id bigint;
alter table ledger.payment add column booked_account_id bigint;
alter table ledger.order_line add column booked_account_id bigint;
alter table ledger.sell_out add column booked_account_id bigint;
alter table ledger.delivery add column booked_account_id bigint;
alter table ledger.territory add column booked_account_id bigint;

-- What goes where stands in the temporary table account_move: facts on from_id that were booked under booked_id go to to_id.
create function ledger.plan_moves(sources bigint[], booked bigint[], targets bigint[]) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    create temporary table if not exists account_move (from_id bigint, booked_id bigint, to_id bigint) on commit delete rows;
    truncate pg_temp.account_move;
    insert into pg_temp.account_move select * from unnest(sources, booked, targets);
    analyze pg_temp.account_move;
end $$;

-- Goes month by month through the accounts whose figures name one of those that move: there are no other lines of theirs.
create function ledger.move_lines() returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    place record;
    whose text;
    moved bigint;
    total bigint := 0;
begin
    perform ledger.forget_touched();
    for place in
        select distinct m.account_id, m.month, (m.month + interval '1 month')::date as next
        from ledger.account_month m
        where m.account_id in (select v.from_id from pg_temp.account_move v)
           or m.bill_to_id in (select v.from_id from pg_temp.account_move v)
    loop
        whose := case when place.account_id is null then 's.account_id is null and $1::bigint is null' else 's.account_id = $1' end;
        execute format('
            with going as (
                select s.document_id, s.line, s.date, a.booked_id, a.to_id, b.booked_id as booked_bill, b.to_id as to_bill
                from ledger.sales_line s
                left join pg_temp.account_move a
                       on a.from_id = s.account_id and a.booked_id = coalesce(s.booked_account_id, s.account_id)
                left join pg_temp.account_move b
                       on b.from_id = s.bill_to_id and b.booked_id = coalesce(s.booked_bill_to_id, s.bill_to_id)
                where %s and s.date >= %L and s.date < %L and (a.to_id is not null or b.to_id is not null)),
            gone as (
                update ledger.sales_line l
                set account_id = coalesce(g.to_id, l.account_id), bill_to_id = coalesce(g.to_bill, l.bill_to_id),
                    booked_account_id = case when g.to_id is null then l.booked_account_id
                                             else nullif(g.booked_id, g.to_id) end,
                    booked_bill_to_id = case when g.to_bill is null then l.booked_bill_to_id
                                             else nullif(g.booked_bill, g.to_bill) end
                from going g
                where l.document_id = g.document_id and l.line = g.line and l.date = g.date and l.date >= %L and l.date < %L
                returning l.account_id, l.date),
            days as (insert into pg_temp.touched_day
                     select distinct n.account_id, n.date from gone n
                     union select $1, n.date from gone n)
            select count(*) from gone', whose, place.month, place.next, place.month, place.next)
        into moved using place.account_id;
        total := total + moved;
    end loop;
    if total > 0 then
        perform ledger.recompute_touched();
    end if;
    return total;
end $$;

create function ledger.move_items() returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    kept_in text;
    moved   bigint;
    items   bigint := 0;
    total   bigint := 0;
begin
    foreach kept_in in array array['receivable', 'payment', 'order_line', 'sell_out', 'delivery', 'territory'] loop
        execute format('
            update ledger.%I r set account_id = v.to_id, booked_account_id = nullif(v.booked_id, v.to_id)
            from pg_temp.account_move v
            where v.from_id = r.account_id and v.booked_id = coalesce(r.booked_account_id, r.account_id)', kept_in);
        get diagnostics moved = row_count;
        total := total + moved;
        items := items + case when kept_in in ('receivable', 'payment') then moved else 0 end;
    end loop;
    if items > 0 then
        perform ledger.date_receivables();
        perform ledger.settle((select array_agg(distinct t.id)
                               from (select v.from_id as id from pg_temp.account_move v
                                     union select v.to_id from pg_temp.account_move v) t));
    end if;
    return total;
end $$;

create function ledger.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'merge accounts');
    perform ledger.plan_moves(array_fill(from_account, array[coalesce(cardinality(booked), 0)]), booked,
                              array_fill(to_account, array[coalesce(cardinality(booked), 0)]));
    return ledger.move_lines() + ledger.move_items();
end $$;
comment on function ledger.reattribute is
    'Facts of one account that were booked under some belong to another from now on, with all that follows; returns how many.';

-- No fact stays on a merged account: those that do have just come.
create function ledger.follow_merges() returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    merged    bigint[];
    survivors bigint[];
begin
    perform ledger.demand(2, 'import');
    select array_agg(m.account_id order by m.account_id), array_agg(m.survivor_id order by m.account_id)
    into merged, survivors from accounts.pub_merged() m;
    if merged is null then
        return 0;
    end if;
    perform ledger.plan_moves(merged, merged, survivors);
    return ledger.move_lines() + ledger.move_items();
end $$;
comment on function ledger.follow_merges is
    'Facts that came under the code of a merged account go on to the account that stands for it; returns how many.';

-- Facts whose account is not the one that stands for the account they were booked under.
create function ledger.astray() returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    kept_in text;
    found_here bigint;
    total   bigint;
begin
    perform ledger.demand(3, 'rebuild the roll-ups');
    create temporary table if not exists standing_for (account_id bigint primary key, survivor_id bigint) on commit drop;
    truncate pg_temp.standing_for;
    insert into pg_temp.standing_for select m.account_id, m.survivor_id from accounts.pub_merged() m;
    select count(*) into total
    from ledger.sales_line l
    left join pg_temp.standing_for a on a.account_id = coalesce(l.booked_account_id, l.account_id)
    left join pg_temp.standing_for b on b.account_id = coalesce(l.booked_bill_to_id, l.bill_to_id)
    where l.account_id is distinct from coalesce(a.survivor_id, l.booked_account_id, l.account_id)
       or l.bill_to_id is distinct from coalesce(b.survivor_id, l.booked_bill_to_id, l.bill_to_id);
    foreach kept_in in array array['receivable', 'payment', 'order_line', 'sell_out', 'delivery', 'territory'] loop
        execute format('
            select count(*) from ledger.%I r
            left join pg_temp.standing_for a on a.account_id = coalesce(r.booked_account_id, r.account_id)
            where r.account_id is distinct from coalesce(a.survivor_id, r.booked_account_id, r.account_id)', kept_in)
        into found_here;
        total := total + found_here;
    end loop;
    return total;
end $$;
comment on function ledger.astray is 'How many facts do not stand on the account that the standing merges say: none, unless something is broken.';

revoke all on function ledger.plan_moves(bigint[], bigint[], bigint[]), ledger.move_lines(), ledger.move_items(),
    ledger.reattribute(bigint, bigint, bigint[]), ledger.follow_merges(), ledger.astray() from public;
grant execute on function ledger.reattribute(bigint, bigint, bigint[]), ledger.follow_merges(), ledger.astray() to mainstay_app;
