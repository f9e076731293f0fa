package mainstay.terms.rebate;

import mainstay.identity.FiscalYearInUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rebates earned, paid and taken back are kept by the years and quarters of the firm.
@Repository
class LadderYears implements FiscalYearInUse {

    private final JdbcClient database;

    LadderYears(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean isInUse() {
        return database.sql("select terms.reckons_by_fiscal_years()")
                .query(Boolean.class)
                .single();
    }
}
