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
           coalesce(s.due, s.issued + coalesce(g.days, a.payment_term_days)),
           s.due is null,
           ledger.in_reporting(s.amount, s.currency, s.issued, firm_currency),
           coalesce(upper(s.currency), firm_currency),
           case when upper(s.currency) <> firm_currency then s.amount end,
           coalesce(s.disputed, false), s.acceptance, false
    from staging.receivable_row s
    left join accounts.pub_resolve(from_source) k on k.code = s.account
    left join accounts.pub_told_terms a on a.account_id = k.account_id
    left join lateral (select t.figure::integer as days from accounts.pub_special_term t
                       where t.account_id = k.account_id and t.field = 'paymentTerm' and s.issued between t.valid_from and t.valid_until
                       order by t.valid_from desc, t.agreement_id desc limit 1) g on true
    where s.batch_id = batch and not s.bad
    order by s.number, s.file_line desc;
    return ledger.publish_items('receivable', batch);
end $$;
comment on function ledger.publish_receivables is
    'Makes the staged receivables of a batch current; the last row of a number wins. Rows without a currency are in the one given.';

-- Invoices that name no due day follow the payment term, also when it changes or is taken back; a term granted for some days
-- holds for the invoices of these days.
create function ledger.date_receivables() returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    touched bigint[];
begin
    perform ledger.demand(2, 'date receivables');
    with dated as (
        update ledger.receivable r set due = n.due
        from (select i.id, i.issued + coalesce(g.days, t.payment_term_days) as due
              from ledger.receivable i
              join accounts.pub_card a on a.id = i.account_id
              left join accounts.pub_told_terms t on t.account_id = i.account_id
              left join lateral (select s.figure::integer as days from accounts.pub_special_term s
                                 where s.account_id = i.account_id and s.field = 'paymentTerm' and i.issued between s.valid_from and s.valid_until
                                 order by s.valid_from desc, s.agreement_id desc limit 1) g on true
              where i.by_term) n
        where n.id = r.id and r.due is distinct from n.due
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
