package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The set-based statements and the ladder in Java say the same, over ledgers and ladders by chance.
@Story
class SqlLadderTests {

    private static final int ACCOUNTS = 60;
    private static final int LADDERS = 12;

    @Autowired
    Ladders ladders;

    @Autowired
    Accruals accruals;

    @Autowired
    Rebates rebates;

    @Autowired
    FirmDesk firm;

    @Autowired
    JdbcClient database;

    @Autowired
    org.springframework.transaction.PlatformTransactionManager transactions;

    @Test
    void accruals_are_what_the_ladder_says_to_the_cent(@Autowired ImportDesk desk) {
        Random chance = new Random(4_711);
        TermsTestbed.bring(desk, Kind.SALES, ledger(chance));
        Acting.asOperator(() -> {
            new TransactionTemplate(transactions).executeWithoutResult(status -> agree(chance));
            return null;
        });

        assertThat(accruals.ensureCurrent()).isTrue();
        assertThat(accruals.ensureCurrent()).isFalse();

        List<Rebate> all = Acting.asOperator(() -> rebates.all(new RebateWish(null, null, null, null, null), 10_000));
        assertThat(all).hasSizeGreaterThan(ACCOUNTS);
        assertThat(all.stream().map(Rebate::basis).collect(Collectors.toSet())).hasSize(3);
        for (Rebate rebate : all) {
            LadderRule rule = Acting.asOperator(() -> ladders.versions(rebate.ladderId()))
                    .getFirst()
                    .rule();
            assertThat(rebate.earned())
                    .as(rebate + " by " + rule)
                    .isEqualTo(rule.earned(rebate.measured(), rebate.reference()));
        }
        assertThat(all).filteredOn(rebate -> rebate.earned() == null).isNotEmpty();
        assertThat(all)
                .filteredOn(rebate -> rebate.earned() != null && rebate.earned() > 0)
                .isNotEmpty();
    }

    /// Two years with purchases, returns and cents, of which some accounts have the second only.
    private static String ledger(Random chance) {
        StringBuilder rows = new StringBuilder("customer,document,line,date,category,product,amount\n");
        int document = 0;
        for (int account = 0; account < ACCOUNTS; account++) {
            LocalDate first = LocalDate.of(chance.nextInt(3) == 0 ? 2026 : 2025, 1, 1);
            for (LocalDate day = first; day.isBefore(LocalDate.of(2026, 11, 12)); ) {
                BigDecimal amount = BigDecimal.valueOf(chance.nextInt(3_000_000) - 300_000, 2);
                String category = chance.nextBoolean() ? "tea" : "tools";
                rows.append("A%d,D%d,1,%s,%s,%s-1,%s\n"
                        .formatted(account, document++, day, category, category, amount.toPlainString()));
                day = day.plusDays(5 + chance.nextInt(50));
            }
        }
        return rows.toString();
    }

    /// Ladders by chance, each with accounts of its own.
    private void agree(Random chance) {
        List<Long> accounts = database.sql("select id from accounts.pub_account order by id")
                .query((row, number) -> row.getLong("id"))
                .list();
        for (int number = 0; number < LADDERS; number++) {
            Basis basis = List.of(Basis.REVENUE, Basis.GROWTH, Basis.MIX).get(number % 3);
            LadderForm.Wish wish = new LadderForm.Wish(
                    "L" + number,
                    new LadderRule(basis, number / 3 % 2 == 0 ? Spread.WHOLE : Spread.ABOVE, steps(basis, chance)),
                    number % 4 == 0 ? Cycle.YEAR : Cycle.QUARTER,
                    firm.settings().currency(),
                    basis == Basis.MIX ? List.of("tea") : List.of(),
                    LocalDate.of(2025, 1, 1),
                    null,
                    false,
                    List.of());
            long ladder = ladders.add(wish).orElseThrow();
            ladders.draft(ladder, wish);
            ladders.publish(ladders.versions(ladder).getFirst().versionId(), false);
            for (int i = number; i < accounts.size(); i += LADDERS) {
                database.sql("""
                                insert into terms.agreement
                                    (account_id, measure, word, valid_from, reason, asked_by, asked_at, granted_at)
                                values (:account, 'rebateLadder', :name, '2025-01-01', 'story', 'story', now(), now())
                                """)
                        .param("account", accounts.get(i))
                        .param("name", wish.name())
                        .update();
            }
        }
    }

    private static List<LadderStep> steps(Basis basis, Random chance) {
        List<LadderStep> steps = new ArrayList<>();
        long threshold = 0;
        for (int i = 0; i <= chance.nextInt(4); i++) {
            threshold += 1 + chance.nextInt(basis == Basis.REVENUE ? 60_000 : 3_000);
            steps.add(new LadderStep(
                    basis == Basis.REVENUE ? BigDecimal.valueOf(threshold) : BigDecimal.valueOf(threshold, 4),
                    BigDecimal.valueOf(chance.nextInt(1_200), 4)));
        }
        return steps;
    }
}
