package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.Finding;
import mainstay.portfolio.Findings;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Key accounts by decision stand on the portfolio page, whatever the rule has to say of them.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppointedSectionTests {

    @Autowired
    KeySection section;

    @Autowired
    Accounts accounts;

    @Autowired
    Cast cast;

    @BeforeAll
    void a_subsidiary_and_one_that_never_bought(@Autowired ImportDesk desk, @Autowired Ratings ratings) {
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                TOP,1,2026-11-01,3000
                SON,2,2026-11-02,4000
                """);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,parent,holding\nSON,Son,TOP,80\nNEVER,Never bought,,\n");
        ratings.ensureCurrent();
        for (String code : List.of("TOP", "SON", "NEVER")) {
            TestServer.executeAt(StoryDatabase.ownerUrl(), """
                    insert into rating.appointment (account_id, evidence, found, asked_by, asked_on, status, from_day)
                    values (%d, 'story', 'none', 'story', '2026-11-10', 'granted', '2026-11-12')
                    """.formatted(id(code)));
        }
    }

    private long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id());
    }

    private Findings appointed(boolean group) {
        return cast.as(cast.director(), () -> section.lists(group, Locale.ENGLISH)).stream()
                .filter(list -> list.id().equals("appointed"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void subsidiaries_and_accounts_without_sales_are_among_them() {
        for (boolean group : List.of(true, false)) {
            Findings found = appointed(group);
            assertThat(found.list()).extracting(Finding::code).containsExactlyInAnyOrder("TOP", "SON", "NEVER");
            assertThat(found.total()).isEqualTo(3);
            assertThat(found.list())
                    .filteredOn(finding -> finding.code().equals("NEVER"))
                    .singleElement()
                    .satisfies(never -> assertThat(never.sentence())
                            .contains("Nothing was sold to it in the last two years, so the rule says nothing of it"));
        }
    }
}
