package mainstay.terms.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.shared.Money;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Every limited customer of Wide World Importers orders up to its limit, and a little more.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WideWorldCreditTests {

    @Autowired
    ImportDesk desk;

    @Autowired
    CreditDesk credit;

    @Autowired
    CreditStandings standings;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private int keys;

    @BeforeAll
    void the_files_as_they_were_published() {
        String transactionFile = "data/wide-world-importers/csv/Sales.CustomerTransactions.csv.gz";
        load("data/wide-world-importers/csv/Sales.Customers.csv", Kind.ACCOUNTS, "wwi-accounts");
        load(transactionFile, Kind.RECEIVABLES, "wwi-receivables");
        load(transactionFile, Kind.PAYMENTS, "wwi-payments");
    }

    private void load(String file, Kind kind, String profile) {
        MappingWish wish = new MappingWish(Optional.of(kind), profile, Map.of(), null, null);
        Acting.asOperator(() -> desk.run(ImportRequest.of(SharedData.file(file), wish)));
    }

    @Test
    void limits_and_what_stands_against_them_are_those_of_the_files() {
        List<HeldLimit> limited = limited();

        assertThat(limited).hasSize(261);
        assertThat(limited.stream().mapToLong(held -> amount(held.amount())).sum())
                .isEqualTo(682_476_0000L);
        assertThat(limited).filteredOn(held -> amount(held.headRoom()) < 0).hasSize(23);
    }

    @Test
    void what_is_left_may_be_ordered_once_and_no_more() {
        int held = 0;
        for (HeldLimit limit : limited()) {
            long room = amount(limit.headRoom());
            if (room > 0) {
                assertThat(order(limit.code(), room + 1)).as(limit.code()).isEqualTo("hold");
                assertThat(order(limit.code(), room)).as(limit.code()).isEqualTo("allowed");
            }
            assertThat(order(limit.code(), 1)).as(limit.code()).isEqualTo("hold");
            held++;
        }

        assertThat(held).isEqualTo(261);
        assertThat(limited())
                .allSatisfy(limit -> assertThat(amount(limit.headRoom())).isLessThanOrEqualTo(0));
    }

    private String order(String code, long amount) {
        return Acting.asOperator(() -> credit.check(
                        new CreditQuestion(code, "order", money(amount), null, null, null),
                        "wwi-" + keys++,
                        Locale.ENGLISH))
                .decision();
    }

    private static BigDecimal money(long amount) {
        return new Money(amount).toDecimal();
    }

    private static long amount(@Nullable Long known) {
        return known == null ? 0 : known;
    }

    private List<HeldLimit> limited() {
        List<Long> ids = Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> database.sql(
                                "select id from accounts.pub_account where credit_limit is not null order by id")
                        .query((row, number) -> row.getLong("id"))
                        .list()));
        return Acting.asOperator(
                () -> ids.stream().map(id -> standings.of(id).getFirst()).toList());
    }
}
