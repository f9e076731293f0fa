package mainstay.terms;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import mainstay.accounts.AccountField;
import mainstay.accounts.SpecialTerm;
import mainstay.accounts.SpecialTerms;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.ledger.DueDays;
import mainstay.shared.Money;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands the limits and payment terms that were granted on to the accounts, so that lists, receivables and ratings read
/// what holds today. Limits and terms by tier stay here: a rating must not rest on what it brings about itself.
@Service
@Transactional
public class TermsInForce {

    private final JdbcClient database;
    private final SpecialTerms specials;
    private final DueDays dueDays;

    TermsInForce(JdbcClient database, SpecialTerms specials, DueDays dueDays) {
        this.database = database;
        this.specials = specials;
        this.dueDays = dueDays;
    }

    /// Whoever sees part of the agreements only leaves it to the next time.
    ///
    /// @return whether other terms hold since
    public boolean follow() {
        if (!Acting.actor().reaches(Level.BUSINESS)) {
            return false;
        }
        boolean changed =
                specials.keep(database.sql("""
                        select id, account_id, measure, figure, valid_from, least(valid_until, ended_on - 1) as until
                        from terms.agreement
                        where granted_at is not null and measure in ('creditLimit', 'paymentTerm')
                          and coalesce(ended_on > valid_from, true)
                        order by id
                        """).query(TermsInForce::granted).list());
        if (changed) {
            dueDays.followTerms();
        }
        return changed;
    }

    private static SpecialTerm granted(ResultSet row, int number) throws SQLException {
        boolean limit = row.getString("measure").equals(Measure.CREDIT_LIMIT.code());
        BigDecimal figure = row.getBigDecimal("figure");
        return new SpecialTerm(
                row.getLong("id"),
                row.getLong("account_id"),
                limit ? AccountField.CREDIT_LIMIT : AccountField.PAYMENT_TERM,
                limit ? Money.of(figure).tenThousandths() : figure.longValue(),
                row.getObject("valid_from", LocalDate.class),
                Sql.date(row, "until"));
    }
}
