package mainstay.terms;

import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.AccountField;
import mainstay.accounts.SpecialTerm;
import mainstay.accounts.SpecialTerms;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.ledger.DueDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands the limits and payment terms that were granted on to the accounts, so that lists, receivables and ratings read
/// what holds today. Limits and terms by tier stay here: a rating must not rest on what it brings about itself.
///
/// It follows in a transaction of its own, once what was granted is written down, in the turn of whoever changes the
/// ledger: due days follow payment terms, and nobody may settle or publish invoices meanwhile.
@Component
public class TermsInForce {
    private static final Logger LOG = LoggerFactory.getLogger(TermsInForce.class);

    private static final String GRANTED = """
            (select id, account_id, case measure when 'creditLimit' then (figure * 10000)::bigint else figure::bigint end as figure,
                    measure as field, valid_from, coalesce(least(valid_until, ended_on - 1), 'infinity') as valid_until
             from terms.agreement
             where granted_at is not null and measure in ('creditLimit', 'paymentTerm') and coalesce(ended_on > valid_from, true))
            """;

    private final JdbcClient database;
    private final SpecialTerms specials;
    private final DueDays dueDays;
    private final TransactionTemplate transaction;

    TermsInForce(JdbcClient database, SpecialTerms specials, DueDays dueDays, PlatformTransactionManager transactions) {
        this.database = database;
        this.specials = specials;
        this.dueDays = dueDays;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TermsChanged changed) {
        try {
            follow();
        } catch (RuntimeException failed) {
            LOG.warn("terms that were granted follow at the next look", failed);
        }
    }

    /// Writes nothing where everything is as it should be. While the ledger is being changed it is left to the next
    /// look.
    ///
    /// @return whether there was something to follow
    public boolean follow() {
        return Acting.as(
                Actor.itself(),
                () -> Boolean.TRUE.equals(
                        transaction.execute(status -> isBehind() && dueDays.takeTurn() && catchUp())));
    }

    private boolean isBehind() {
        return isToldOtherwise() || specials.areDue();
    }

    private boolean isToldOtherwise() {
        return database.sql("""
                        select exists (
                            select 1 from %s g full join accounts.pub_special_term s on s.agreement_id = g.id
                            where (g.account_id, g.field, g.figure, g.valid_from, g.valid_until)
                                  is distinct from (s.account_id, s.field, s.figure, s.valid_from, s.valid_until))
                        """.formatted(GRANTED)).query(Boolean.class).single();
    }

    private boolean catchUp() {
        SpecialTerms.Kept kept = specials.keep(granted());
        if (!kept.isNothing()) {
            dueDays.followTerms(kept.held() > 0);
        }
        return !kept.isNothing();
    }

    private List<SpecialTerm> granted() {
        return database.sql("select * from %s g order by id".formatted(GRANTED))
                .query((row, number) -> new SpecialTerm(
                        row.getLong("id"),
                        row.getLong("account_id"),
                        Measure.CREDIT_LIMIT.code().equals(row.getString("field"))
                                ? AccountField.CREDIT_LIMIT
                                : AccountField.PAYMENT_TERM,
                        row.getLong("figure"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }
}
