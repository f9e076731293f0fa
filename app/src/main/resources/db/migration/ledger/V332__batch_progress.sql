alter table ledger.batch
    add column share_read real,
    add column rows_per_second real,
    add column wish jsonb,
    add column columns jsonb;
comment on column ledger.batch.share_read is 'How much of the file a running import has read, 0 to 1.';
comment on column ledger.batch.wish is 'What the sender said about the file, so that a corrected one is read in the same way.';
comment on column ledger.batch.columns is 'Which header holds which field.';

alter table ledger.row_problem add column arriving jsonb;
comment on column ledger.row_problem.arriving is 'A line in conflict with the ledger as it was understood.';
grant select (product_id, batch_id) on ledger.product_row to mainstay_app;

create function ledger.note_conflicts(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    noted bigint;
begin
    perform ledger.demand(2, 'import');
    update ledger.row_problem p set arriving = to_jsonb(s) || jsonb_build_object('document', d.number, 'line', d.line)
    from (select q.id, q.file_line, regexp_replace(q.value, ' / [0-9]+$', '') as number,
                 substring(q.value from ' / ([0-9]+)$')::bigint as line
          from ledger.row_problem q
          where q.batch_id = batch and q.reason = 'conflict-in-ledger'
          order by q.file_line, q.id limit 100) d
    join staging.sales_row s on s.batch_id = batch and s.file_line = d.file_line
    where p.id = d.id;
    get diagnostics noted = row_count;
    return noted;
end $$;
comment on function ledger.note_conflicts is 'Keeps the first lines in conflict with the ledger, to be shown beside what the ledger has.';
revoke all on function ledger.note_conflicts(bigint) from public;
grant execute on function ledger.note_conflicts(bigint) to mainstay_app;
