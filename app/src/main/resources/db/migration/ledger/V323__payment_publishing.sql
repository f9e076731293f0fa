create function ledger.publish_payments(batch bigint, from_source text, firm_currency text) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    touched bigint[];
    taken   bigint;
begin
    create temporary table if not exists arriving_payment
        (key text, file_line bigint, number text, invoice text, account_id bigint, paid_on date, amount bigint, currency text)
        on commit delete rows;
    truncate pg_temp.arriving_payment;
    insert into pg_temp.arriving_payment
    select distinct on (key) key, file_line, number, invoice, account_id, paid_on, amount, currency
    from (select coalesce(s.number,
                          jsonb_build_array(s.account, s.invoice, s.date, s.amount, s.currency,
                                    row_number() over (partition by s.account, s.invoice, s.date, s.amount, s.currency
                                                       order by s.file_line))::text) as key,
                 s.file_line, s.number, s.invoice, k.account_id, s.date as paid_on, s.amount,
                 coalesce(s.currency, firm_currency) as currency
          from staging.payment_row s
          left join accounts.pub_resolve(from_source) k on k.code = s.account
          where s.batch_id = batch and not s.bad) staged
    order by key, file_line desc;

    with superseded as (
        update ledger.payment p set current = false
        from pg_temp.arriving_payment n
        where p.current and p.source = from_source and p.key = n.key
        returning p.account_id)
    select array_agg(distinct account_id) into touched from superseded;

    insert into ledger.payment (batch_id, file_line, source, key, number, invoice, account_id, paid_on, amount, currency)
    select batch, n.file_line, from_source, n.key, n.number, n.invoice, n.account_id, n.paid_on, n.amount, n.currency
    from pg_temp.arriving_payment n;
    get diagnostics taken = row_count;

    select array_agg(distinct account_id) into touched
    from (select unnest(touched) union select n.account_id from pg_temp.arriving_payment n) t (account_id);
    perform ledger.settle(touched);
    return taken;
end $$;
comment on function ledger.publish_payments is
    'Makes the staged payments of a batch current; the last row of a number wins. Rows without a currency are in the one given.';

create function ledger.withdraw_payments(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    touched bigint[];
    gone    bigint;
begin
    create temporary table if not exists withdrawn_item (source text, key text, account_id bigint, current boolean)
        on commit delete rows;
    truncate pg_temp.withdrawn_item;
    with removed as (
        delete from ledger.payment p where p.batch_id = batch
        returning p.source, p.key, p.account_id, p.current)
    insert into pg_temp.withdrawn_item select * from removed;
    get diagnostics gone = row_count;

    update ledger.payment p set current = true
    from (select distinct on (v.source, v.key) v.id
          from ledger.payment v
          join pg_temp.withdrawn_item w on w.current and w.source = v.source and w.key = v.key
          order by v.source, v.key, v.batch_id desc) newest
    where newest.id = p.id;

    select array_agg(distinct account_id) into touched
    from (select w.account_id from pg_temp.withdrawn_item w
          union
          select p.account_id from ledger.payment p
          join pg_temp.withdrawn_item w on w.source = p.source and w.key = p.key
          where p.current) t;
    perform ledger.settle(touched);
    return gone;
end $$;
comment on function ledger.withdraw_payments is 'Removes the payments of a batch whole; earlier rows of their keys are current again.';

revoke all on function ledger.publish_payments(bigint, text, text), ledger.withdraw_payments(bigint) from public;
grant execute on function ledger.publish_payments(bigint, text, text), ledger.withdraw_payments(bigint) to mainstay_app;
