create view ledger.pub_unmapped_column with (security_invoker) as
select u.name, count(*) as batches, sum(b.rows)::bigint as rows, max(b.id) as batch_id,
       (array_agg(b.file_name order by b.id desc))[1] as file_name, (array_agg(b.kind order by b.id desc))[1] as kind
from ledger.batch b cross join lateral unnest(b.unmapped_columns) u(name)
where b.status = 'done'
group by u.name;
comment on view ledger.pub_unmapped_column is 'Columns of files in the ledger that nobody reads: in how many batches, and the latest of them.';

alter table ledger.batch add column corrects bigint references ledger.batch;
create index batch_of_corrected on ledger.batch (corrects) where corrects is not null;
comment on column ledger.batch.corrects is 'The batch of which this one brought bad rows anew, where they were sent from its page.';

create view ledger.pub_left_out with (security_invoker) as
select l.batch_id, l.file_name, l.kind, l.rows, l.rejected, least(l.conflicts, l.rejected) as conflicts
from (select b.id as batch_id, b.file_name, b.kind, b.rows,
             greatest(b.rejected - coalesce(c.brought, 0), 0) as rejected,
             (select count(distinct p.file_line) from ledger.row_problem p
              where p.batch_id = b.id and p.reason = 'conflict-in-ledger') as conflicts
      from ledger.batch b
      left join lateral (
          select sum(case when n.corrects = b.id or n.file_name ~ ('^problems-' || b.id || '[^0-9]') then n.rows
                          else b.rejected end) as brought
          from ledger.batch n
          where n.id > b.id and n.kind = b.kind and n.status = 'done'
            and (n.corrects = b.id or n.file_name ~ ('^problems-' || b.id || '[^0-9]')
                 or n.headers = b.headers and n.rows >= b.rows
                    and (n.known > 0 and n.known >= b.accepted + b.known
                         or n.file_name = b.file_name and b.kind <> 'sales'))) c on true
      where b.status = 'done' and b.rejected > 0) l
where l.rejected > 0;
comment on view ledger.pub_left_out is
    'Batches of which some rows were not taken, and how many of these no later batch brought: neither one sent as their correction '
    '(its own bad rows are told with it) nor the whole file anew. Conflicts are rows that contradict the ledger.';

grant select on ledger.pub_unmapped_column, ledger.pub_left_out to mainstay_app;
