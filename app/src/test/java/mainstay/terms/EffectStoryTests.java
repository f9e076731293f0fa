package mainstay.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.rating.MeasureEffect;
import mainstay.rating.MeasureEffect.Move;
import mainstay.shared.web.Texts;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a draft model would change in the measures that follow from stars.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectStoryTests {

    @Autowired
    List<MeasureEffect> effects;

    @Autowired
    Accounts accounts;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void two_tiers_with_ladders(@Autowired ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                UP,1,2026-03-01,120000
                DOWN,2,2026-03-01,60000
                AGREED,3,2026-03-01,60000
                """);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,payment term,credit limit\nAGREED,Agreed,60,700\n");
        inside("""
                insert into terms.ladder (name, confidential, roles, author, created_at) values ('Four', false, '{}', 'story', now())
                """);
        inside("""
                insert into terms.ladder_version (ladder_id, version, basis, period, spread, currency, categories, valid_from,
                                                  author, drafted_at, published_by, published_at)
                select id, 1, 'revenue', 'year', 'whole', 'CNY', '{}'::text[], date '2026-01-01', 'story', now(), 'story', now()
                from terms.ladder
                """);
        inside("""
                insert into terms.ladder_step (version_id, ladder_id, place, threshold, rate)
                select id, ladder_id, 1, 100000, 0.02 from terms.ladder_version
                """);
        inside("""
                insert into terms.measure_version (version, author, published_at) values (2, 'story', now());
                """);
        inside("""
                insert into terms.measure (version, stars, payment_term_days, limit_rule, limit_amount, limit_factor, rebate_ladder,
                                           guidance_hours, service_level)
                values (2, 4, 45, 'sales', null, 1, 'Four', 40, 'green'), (2, 3, 30, 'sales', null, 0.5, null, 24, 'priority'),
                       (2, 2, 30, 'rebate', null, 1, null, 16, 'standard'), (2, 1, 0, 'fixed', 0, null, null, null, 'standard')
                """);
    }

    private void inside(String sql) {
        Acting.asOperator(() -> {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> database.sql(sql).update());
            return null;
        });
    }

    private List<String> told(Map<String, Move> moves) {
        return Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> effects.stream()
                        .flatMap(effect -> effect
                                .of(moves.entrySet().stream()
                                        .collect(java.util.stream.Collectors.toMap(
                                                move -> accounts.byCode(move.getKey())
                                                        .orElseThrow()
                                                        .id(),
                                                Map.Entry::getValue)))
                                .stream())
                        .map(text -> texts.get(Locale.ENGLISH, text))
                        .toList()));
    }

    @Test
    void limits_terms_service_and_rebates_are_told_in_figures() {
        assertThat(told(Map.of("UP", new Move(3, 4), "DOWN", new Move(3, 1))))
                .anySatisfy(told ->
                        assertThat(told).contains("Another credit limit for 2 accounts: 10,000 instead of 7,500"))
                .anySatisfy(told -> assertThat(told).contains("22.5 days on average instead of 30"))
                .anySatisfy(told -> assertThat(told).contains("40 hours a year instead of 48"))
                .anySatisfy(told -> assertThat(told).contains("green channel: 1 of these accounts instead of 0"))
                .anySatisfy(told -> assertThat(told).contains("2,400 a year instead of 0"));
    }

    @Test
    void what_stays_the_same_in_all_is_called_unchanged_and_no_limit_is_not_one_of_nought() {
        assertThat(told(Map.of("UP", new Move(3, 2), "DOWN", new Move(4, 3))))
                .anyMatch(told -> told.startsWith("Another rebate ladder for one account: no rebate by either"));
        assertThat(told(Map.of("DOWN", new Move(2, 1))))
                .contains("A credit limit of nought for one account that has none now: they would pay ahead");
        assertThat(told(Map.of("UP", new Move(1, 2), "DOWN", new Move(2, 1))))
                .as("limits of nought that go hide none that come")
                .contains(
                        "A credit limit of nought for one account that has none now: they would pay ahead",
                        "No credit limit by stars any more for one account: 0 in all until now");
        for (int from = 1; from <= 4; from++) {
            for (int to = 1; to <= 4; to++) {
                assertThat(told(Map.of("UP", new Move(from, to), "DOWN", new Move(from, to))))
                        .noneMatch(told -> told.matches(".*\\b(\\S+)( \\w+)* instead of \\1\\b.*"));
            }
        }
    }

    @Test
    void whoever_becomes_hollow_loses_what_follows_from_stars_and_the_other_way_round() {
        assertThat(told(Map.of("UP", new Move(4, 0))))
                .contains(
                        "No credit limit by stars any more for one account: 10,000 in all until now",
                        "No payment term by stars any more for one account: 45 days on average until now",
                        "Business guidance would take 0 hours a year instead of 40",
                        "On the green channel: 0 of these accounts instead of 1")
                .anyMatch(told -> told.contains("0 a year instead of 2,400"));
        assertThat(told(Map.of("DOWN", new Move(0, 3))))
                .contains(
                        "A credit limit for one account that has none now: 2,500 in all",
                        "A payment term for one account that has none now: 30 days on average");
        assertThat(told(Map.of("UP", new Move(3, 0), "DOWN", new Move(3, 4))))
                .as("days are compared where both are known")
                .contains(
                        "Another payment term for 1 accounts: 45 days on average instead of 30",
                        "No payment term by stars any more for one account: 30 days on average until now");
    }

    @Test
    void what_is_agreed_stays_as_it_is() {
        assertThat(told(Map.of("AGREED", new Move(4, 1))))
                .noneMatch(told -> told.contains("limit") || told.contains("payment term"));
        assertThat(told(Map.of())).isEmpty();
    }
}
