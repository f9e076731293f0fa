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
