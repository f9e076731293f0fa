alter table portfolio.cost_to_serve
    add column per_visit   bigint check (per_visit >= 0),
    add column per_request bigint check (per_request >= 0);
comment on column portfolio.cost_to_serve.per_visit is 'Counted as soon as visits are kept.';
comment on column portfolio.cost_to_serve.per_request is 'Counted as soon as requests are kept.';
