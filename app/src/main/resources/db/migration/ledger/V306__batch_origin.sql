-- Who sees an account may know which files spoke of it; the batches themselves are for those who see the firm.
create function ledger.batch_origin(batches bigint[])
    returns table (id bigint, file_name text, by_user text, at timestamptz, withdrawn_at timestamptz)
    language sql stable security definer set search_path = '' as $$
    select b.id, b.file_name, b.by_user, b.finished_at, b.withdrawn_at
    from ledger.batch b
    where b.id = any(batches) and b.status in ('done', 'withdrawn')
      and (identity.uid() is not null or identity.reach() >= 1)
$$;
comment on function ledger.batch_origin is 'File, person and time behind batches, for the timeline of an account.';
revoke all on function ledger.batch_origin(bigint[]) from public;
grant execute on function ledger.batch_origin(bigint[]) to mainstay_app;
