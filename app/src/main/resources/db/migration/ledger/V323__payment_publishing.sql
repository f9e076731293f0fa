create function ledger.publish_payments(batch bigint, from_source text, firm_currency text) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform ledger.demand(2, 'publish payments');
    insert into ledger.payment
        (batch_id, file_line, source, key, number, invoice, account_id, paid_on, amount, currency, original_amount, current)
    select distinct on (s.key)
           batch, s.file_line, from_source, s.key, s.number, s.invoice, k.account_id, s.date,
           ledger.in_reporting(s.amount, s.currency, s.date, firm_currency),
           coalesce(upper(s.currency), firm_currency),
           case when upper(s.currency) <> firm_currency then s.amount end, false
    from (select r.*, coalesce(r.number,
                               jsonb_build_array(r.account, r.invoice, r.date, r.amount, upper(r.currency),
                                         row_number() over (partition by r.account, r.invoice, r.date, r.amount, upper(r.currency)
                                                            order by r.file_line))::text) as key
          from staging.payment_row r
          where r.batch_id = batch and not r.bad) s
    left join accounts.pub_resolve(from_source) k on k.code = s.account
    order by s.key, s.file_line desc;
    return ledger.publish_items('payment', batch);
end $$;
comment on function ledger.publish_payments is
    'Makes the staged payments of a batch current; the last row of a number wins. Rows without a currency are in the one given.';

revoke all on function ledger.publish_payments(bigint, text, text) from public;
grant execute on function ledger.publish_payments(bigint, text, text) to mainstay_app;
