package mainstay.terms.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import mainstay.accounts.Accounts;
import mainstay.accounts.MergeBench;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Prices follow accounts that are merged, and go back with them.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PriceMergeTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    @Autowired
    Accounts accounts;

    @Autowired
    PriceAgreements prices;

    @Autowired
    MergeBench merges;

    @BeforeAll
    void two_accounts_of_one_customer(@Autowired ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.PRODUCTS, "code,name,category,floor price,unit\nP1,Green tea,tea,10,kg\n");
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,line,date,product,quantity,unit,price,amount
                OLD,1,1,2026-11-10,P1,5,kg,12,60
                NEW,2,1,2026-11-12,P1,10,kg,12,120
                """);
        agree("NEW", "P1", 12_0000);
        agree("OLD", "P1", 11_0000);
        agree("OLD", "P2", 7_0000);
    }

    private void agree(String code, String product, long price) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into terms.price_agreement (account_id, whole_group, region, product, category, unit, price, currency, valid_from,
                                                   reason, asked_by, asked_at, approval, granted_at)
                select id, false, '', '%s', '', 'kg', %d, 'CNY', '2026-01-01', 'story', 'story', now(), false, now()
                from accounts.account where code = '%s'
                """.formatted(product, price, code));
    }

    private Optional<Long> price(String code, String product) {
        return Acting.asOperator(
                () -> prices.inForce(accounts.byCode(code).orElseThrow().id(), product, "kg", "", DAY)
                        .map(PriceAgreement::price));
    }

    @Test
    void the_survivor_keeps_its_own_price_and_takes_over_those_it_lacks() {
        long merge = merges.merge("NEW", "OLD").orElseThrow();
        assertThat(price("NEW", "P1")).contains(12_0000L);
        assertThat(price("NEW", "P2")).contains(7_0000L);

        merges.undo(merge);
        assertThat(price("NEW", "P1")).contains(12_0000L);
        assertThat(price("NEW", "P2")).isEmpty();
        assertThat(price("OLD", "P1")).contains(11_0000L);
        assertThat(price("OLD", "P2")).contains(7_0000L);
    }
}
