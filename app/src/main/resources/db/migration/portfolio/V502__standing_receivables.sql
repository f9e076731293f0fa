alter table portfolio.standing alter column receivables set default false;
