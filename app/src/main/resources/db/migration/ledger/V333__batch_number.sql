-- What people change by hand stands between the files by number: newer than those before, older than those to come.
grant usage on sequence ledger.batch_id_seq to mainstay_app;
