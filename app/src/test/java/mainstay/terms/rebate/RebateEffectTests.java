package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.rating.MeasureEffect.Move;
import mainstay.shared.web.Texts;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What other stars would change in rebates on a mix and on growth, and of whom it is not known.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateEffectTests {

    @Autowired
    RebateEffect effect;

    @Autowired
    Texts texts;

    private TransactionTemplate transactions;
    private RebateTestbed bed;

    @BeforeAll
    void tiers_with_ladders_on_growth_and_on_a_mix(
            @Autowired ImportDesk desk,
            @Autowired Accounts accounts,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates,
            @Autowired PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,product,category,amount
                EARLY,1,2024-11-01,P1,tea,1
                MIXED,2,2026-03-01,P1,tea,40000
                MIXED,3,2026-03-01,P2,tools,60000
                GROWN,4,2025-03-01,P1,tea,100000
                GROWN,5,2026-03-01,P1,tea,130000
                NEW,6,2026-03-01,P1,tea,50000
                LAST,7,2026-11-13,P1,tea,1
                """);
        bed.ladder("Growth", "year", "2026-01-01", 0.2, 0.03);
        bed.ladder("Tea", "year", "2026-01-01", 0.3, 0.02);
        bed.inside(
                "update terms.ladder_version v set basis = 'growth' from terms.ladder l where l.id = v.ladder_id and l.name = 'Growth'",
                "update terms.ladder_version v set basis = 'mix', categories = '{tea}' from terms.ladder l where l.id = v.ladder_id and l.name = 'Tea'",
                "insert into terms.measure_version (version, author, published_at) values (2, 'story', now())",
                """
                insert into terms.measure (version, stars, payment_term_days, limit_rule, limit_amount, limit_factor, rebate_ladder,
                                           guidance_hours, service_level)
                values (2, 4, 45, 'unset', null, null, 'Growth', 40, 'green'), (2, 3, 30, 'unset', null, null, 'Tea', 24, 'priority'),
                       (2, 2, 30, 'unset', null, null, null, 16, 'standard'), (2, 1, 0, 'unset', null, null, null, null, 'standard')
                """);
    }

    private List<String> told(Map<String, Move> moves) {
        Map<Long, Move> byId = new HashMap<>();
        moves.forEach((code, move) -> byId.put(bed.id(code), move));
        return Acting.asOperator(() -> Objects.requireNonNull(transactions.execute(status -> effect.of(byId).stream()
                .map(text -> texts.get(Locale.ENGLISH, text))
                .toList())));
    }

    @Test
    void a_mix_is_reckoned_from_its_categories_and_growth_from_the_year_before() {
        assertThat(told(Map.of("MIXED", new Move(2, 3), "GROWN", new Move(2, 4))))
                .singleElement()
                .asString()
                .contains("2 accounts")
                .contains("4,700 a year instead of 0");
    }

    @Test
    void who_has_no_year_before_is_told_apart_and_is_no_nought() {
        assertThat(told(Map.of("NEW", new Move(2, 4))))
                .singleElement()
                .asString()
                .startsWith("Another rebate ladder for one account more: what would be earned is not known");
        assertThat(told(Map.of("NEW", new Move(3, 4), "MIXED", new Move(3, 2))))
                .hasSize(2)
                .anyMatch(told -> told.contains("0 a year instead of 800"))
                .anyMatch(told -> told.contains("not known"));
    }
}
