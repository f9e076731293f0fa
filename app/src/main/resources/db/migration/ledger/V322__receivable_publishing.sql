-- Called inside the transaction that publishes a batch; the importer has checked the rows and registered the codes.
create function ledger.publish_receivables(batch bigint, from_source text, firm_currency text) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    touched bigint[];
    taken   bigint;
begin
    with
    superseded as (
        update ledger.receivable r set current = false
        where r.current and r.source = from_source
          and r.number in (select s.number from staging.receivable_row s where s.batch_id = batch and not s.bad)
        returning r.account_id)
    select array_agg(distinct account_id) into touched from superseded;

    insert into ledger.receivable
        (batch_id, file_line, source, number, account_id, issued, due, by_term, amount, currency, disputed, acceptance)
    select distinct on (s.number)
           batch, s.file_line, from_source, s.number, k.account_id, s.issued,
           coalesce(s.due, s.issued + a.payment_term_days), s.due is null, s.amount,
           coalesce(s.currency, firm_currency), coalesce(s.disputed, false), s.acceptance
    from staging.receivable_row s
    left join accounts.pub_resolve(from_source) k on k.code = s.account
    left join accounts.pub_account a on a.id = k.account_id
    where s.batch_id = batch and not s.bad
    order by s.number, s.file_line desc;
    get diagnostics taken = row_count;

    select array_agg(distinct account_id) into touched
    from (select unnest(touched) union select r.account_id from ledger.receivable r where r.batch_id = batch) t (account_id);
    perform ledger.settle(touched);
    return taken;
end $$;
comment on function ledger.publish_receivables is
    'Makes the staged receivables of a batch current; the last row of a number wins. Rows without a currency are in the one given.';

create function ledger.withdraw_receivables(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    touched bigint[];
    gone    bigint;
begin
    create temporary table if not exists withdrawn_item (source text, key text, account_id bigint, current boolean)
        on commit delete rows;
    truncate pg_temp.withdrawn_item;
    with removed as (
        delete from ledger.receivable r where r.batch_id = batch
        returning r.source, r.number, r.account_id, r.current)
    insert into pg_temp.withdrawn_item select * from removed;
    get diagnostics gone = row_count;

    update ledger.receivable r set current = true
    from (select distinct on (v.source, v.number) v.id
          from ledger.receivable v
          join pg_temp.withdrawn_item w on w.current and w.source = v.source and w.key = v.number
          order by v.source, v.number, v.batch_id desc) newest
    where newest.id = r.id;

    select array_agg(distinct account_id) into touched
    from (select w.account_id from pg_temp.withdrawn_item w
          union
          select r.account_id from ledger.receivable r
          join pg_temp.withdrawn_item w on w.source = r.source and w.key = r.number
          where r.current) t;
    perform ledger.settle(touched);
    return gone;
end $$;
comment on function ledger.withdraw_receivables is 'Removes the receivables of a batch whole; earlier rows of their numbers are current again.';

-- Invoices that name no due day follow the payment term, also when it changes or is taken back.
create function ledger.date_receivables() returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    touched bigint[];
begin
    with dated as (
        update ledger.receivable r set due = r.issued + a.payment_term_days
        from accounts.pub_account a
        where r.by_term and a.id = r.account_id and r.due is distinct from r.issued + a.payment_term_days
        returning r.account_id)
    select array_agg(distinct account_id) into touched from dated;
    perform ledger.settle(touched);
    return coalesce(cardinality(touched), 0);
end $$;
comment on function ledger.date_receivables is 'Puts the due days that follow from payment terms in step with the terms as they are now.';

revoke all on function ledger.publish_receivables(bigint, text, text), ledger.withdraw_receivables(bigint),
    ledger.date_receivables() from public;
grant execute on function ledger.publish_receivables(bigint, text, text), ledger.withdraw_receivables(bigint),
    ledger.date_receivables() to mainstay_app;
