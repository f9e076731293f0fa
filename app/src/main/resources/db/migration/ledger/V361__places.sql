-- A row that does not tell its document has no number in it: nought, so that it is not taken for the first of another.
create or replace function ledger.note_places(batch bigint) returns bigint
    language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare
    noted bigint;
begin
    perform ledger.demand(2, 'import');
    if not exists (select 1 from ledger.row_problem p where p.batch_id = batch and p.file_line > 1) then
        return 0;
    end if;
    update ledger.row_problem p set place = case when n.number is null then 0 else n.line end
    from (select d.file_line, d.number, row_number() over (partition by d.number order by d.file_line) as line
          from (select s.file_line,
                       coalesce(s.document, s.date::text || '/' || coalesce(s.customer, '')) as number
                from staging.sales_row s where s.batch_id = batch) d) n
    where p.batch_id = batch and p.file_line = n.file_line;
    get diagnostics noted = row_count;
    return noted;
end $$;
