-- Values are worked out anew with the next run, together with what earlier ones did not keep.
delete from portfolio.value_run;

alter table portfolio.value_run add column returns double precision not null;
comment on column portfolio.value_run.returns is
    'What all accounts taught of the chance of leaving after a purchase: it counts like so many gaps of each one''s own.';

alter table portfolio.account_value
    add column staying_margin bigint,
    add column gone boolean not null;
comment on column portfolio.account_value.staying_margin is
    'Margin of the twelve months ahead if the account surely stays and buys as often as it does.';
comment on column portfolio.account_value.gone is
    'Hardly a customer any more, or late and without a purchase for over a year; a closed account is not.';

create index account_value_gone on portfolio.account_value (as_of, account_id) where gone;

create view portfolio.pub_gone with (security_invoker) as
select account_id from portfolio.account_value
where gone and as_of = (select max(as_of) from portfolio.value_run);
comment on view portfolio.pub_gone is 'Accounts that are probably gone by the newest run.';
grant select on portfolio.pub_gone to mainstay_app;
