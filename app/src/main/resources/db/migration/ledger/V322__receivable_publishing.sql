-- Receivables and payments are both called items here: publishing and withdrawing them supersedes, restores and settles alike.
create function ledger.accounts_of_items(kept_in text, batch bigint) returns bigint[]
    language plpgsql security definer set search_path = '' as $$
declare
    touched bigint[];
begin
    execute format('select array_agg(distinct o.account_id) from ledger.%1$I n
                    join ledger.%1$I o on o.source = n.source and o.key = n.key where n.batch_id = $1', kept_in)
    into touched using batch;
    return touched;
end $$;
comment on function ledger.accounts_of_items is 'The accounts that any version of the items of a batch speaks of.';

create function ledger.publish_items(kept_in text, batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    grown regclass := format('ledger.%I', kept_in)::regclass;
    taken bigint;
begin
    execute format('select count(*) from %s where batch_id = $1', grown) into taken using batch;
    perform ledger.measure_grown(grown, taken);
    taken := ledger.supersede(kept_in, batch);
    -- Once more: until now none of the new rows was current, and what follows asks for current ones only.
    perform ledger.measure_grown(grown, taken);
    perform ledger.settle(ledger.accounts_of_items(kept_in, batch));
    return taken;
end $$;

create function ledger.withdraw_items(kept_in text, batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    touched bigint[];
    gone    bigint;
begin
    perform ledger.demand(2, 'withdraw a batch');
    if kept_in not in ('receivable', 'payment') then
        raise exception 'no items are kept in %', kept_in using errcode = 'invalid_parameter_value';
    end if;
    touched := ledger.accounts_of_items(kept_in, batch);
    gone := ledger.restore(kept_in, batch);
    perform ledger.settle(touched);
    return gone;
end $$;
comment on function ledger.withdraw_items is 'Removes the items of a batch whole; earlier rows of their keys are current again.';

-- Called inside the transaction that publishes a batch; the importer has checked the rows and registered the codes.
create function ledger.publish_receivables(batch bigint, from_source text, firm_currency text) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'publish receivables');
    insert into ledger.receivable
        (batch_id, file_line, source, number, account_id, issued, due, by_term, amount, currency, original_amount, disputed,
         acceptance, current)
    select distinct on (s.number)
           batch, s.file_line, from_source, s.number, k.account_id, s.issued,
           coalesce(s.due, s.issued + a.payment_term_days), s.due is null,
           ledger.in_reporting(s.amount, s.currency, s.issued, firm_currency),
           coalesce(upper(s.currency), firm_currency),
           case when upper(s.currency) <> firm_currency then s.amount end,
           coalesce(s.disputed, false), s.acceptance, false
    from staging.receivable_row s
    left join accounts.pub_resolve(from_source) k on k.code = s.account
    left join accounts.pub_account a on a.id = k.account_id
    where s.batch_id = batch and not s.bad
    order by s.number, s.file_line desc;
    return ledger.publish_items('receivable', batch);
end $$;
comment on function ledger.publish_receivables is
    'Makes the staged receivables of a batch current; the last row of a number wins. Rows without a currency are in the one given.';

-- Invoices that name no due day follow the payment term, also when it changes or is taken back.
create function ledger.date_receivables() returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    touched bigint[];
begin
    perform ledger.demand(2, 'date receivables');
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

revoke all on function ledger.accounts_of_items(text, bigint), ledger.publish_items(text, bigint),
    ledger.withdraw_items(text, bigint), ledger.publish_receivables(bigint, text, text), ledger.date_receivables() from public;
grant execute on function ledger.withdraw_items(text, bigint), ledger.publish_receivables(bigint, text, text),
    ledger.date_receivables() to mainstay_app;
