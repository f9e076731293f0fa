create view ledger.pub_unmapped_column with (security_invoker) as
select u.name, count(*) as batches, sum(b.rows)::bigint as rows, max(b.id) as batch_id,
       (array_agg(b.file_name order by b.id desc))[1] as file_name, (array_agg(b.kind order by b.id desc))[1] as kind
from ledger.batch b cross join lateral unnest(b.unmapped_columns) u(name)
where b.status = 'done'
group by u.name;
comment on view ledger.pub_unmapped_column is 'Columns of files in the ledger that nobody reads: in how many batches, and the latest of them.';

create view ledger.pub_left_out with (security_invoker) as
select b.id as batch_id, b.file_name, b.kind, b.rows, b.rejected,
       (select count(distinct p.file_line) from ledger.row_problem p
        where p.batch_id = b.id and p.reason = 'conflict-in-ledger') as conflicts
from ledger.batch b
where b.status = 'done' and b.rejected > 0;
comment on view ledger.pub_left_out is 'Batches of which some rows were not taken: those in conflict with the ledger, and bad ones.';

grant select on ledger.pub_unmapped_column, ledger.pub_left_out to mainstay_app;
