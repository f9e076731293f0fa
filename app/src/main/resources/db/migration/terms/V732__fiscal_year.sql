create function terms.reckons_by_fiscal_years() returns boolean
    language plpgsql stable security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'change the firm');
    return exists (select from terms.ladder_version v where v.published_at is not null);
end $$;
comment on function terms.reckons_by_fiscal_years is
    'Whether any ladder, seen by the reader or not, was ever put in force: its years and quarters begin with the fiscal year.';
revoke all on function terms.reckons_by_fiscal_years() from public;
grant execute on function terms.reckons_by_fiscal_years() to mainstay_app;
