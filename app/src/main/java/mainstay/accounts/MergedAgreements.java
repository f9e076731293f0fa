package mainstay.accounts;

import java.util.Optional;
import mainstay.accounts.Merges.TakenOver;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The limits and payment terms that two accounts have, and those that hold once they are one. What was told fills gaps
/// of the survivor only; what was granted moves along, and of several on a day the one that began last counts.
@Repository
class MergedAgreements {

    private static final RowMapper<KeptTerms> TERMS = RecordRows.of(KeptTerms.class);

    private final JdbcClient database;

    MergedAgreements(JdbcClient database) {
        this.database = database;
    }

    KeptTerms of(long account) {
        return database.sql("""
                        select imported_limit as told_limit, imported_term_days as told_days,
                               special_limit as granted_limit, special_term_days as granted_days
                        from accounts.terms where account_id = :account
                        """)
                .param("account", account)
                .query(TERMS)
                .optional()
                .orElse(KeptTerms.NONE);
    }

    KeptTerms after(long survivor, long merged, TakenOver taken) {
        KeptTerms own = of(survivor);
        KeptTerms other = of(merged);
        return new KeptTerms(
                told(taken.creditLimit(), other.toldLimit(), own.toldLimit()),
                told(taken.paymentTerm(), other.toldDays(), own.toldDays()),
                granted(survivor, merged, "creditLimit").orElse(null),
                granted(survivor, merged, "paymentTerm").map(Long::intValue).orElse(null));
    }

    private static <T> @Nullable T told(boolean taken, @Nullable T other, @Nullable T own) {
        return taken && other != null ? other : own;
    }

    private Optional<Long> granted(long survivor, long merged, String field) {
        return database.sql("""
                        select s.figure from accounts.special_term s
                        where s.account_id in (:survivor, :merged) and s.field = :field
                          and s.valid_from <= (select identity.pub_today()) and s.valid_until >= (select identity.pub_today())
                        order by s.valid_from desc, s.agreement_id desc limit 1
                        """)
                .param("survivor", survivor)
                .param("merged", merged)
                .param("field", field)
                .query(Long.class)
                .optional();
    }
}
