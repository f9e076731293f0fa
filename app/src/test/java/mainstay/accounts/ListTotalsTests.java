package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mainstay.accounts.ListTestbed.Told;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@Story
class ListTotalsTests {

    private final ListTestbed list;
    private final Cast cast;
    private final Accounts accounts;
    private final Grants grants;

    @Autowired
    ListTotalsTests(
            MockMvc web, Cast cast, AccountMasters masters, BatchNumbers numbers, Accounts accounts, Grants grants) {
        this.list = new ListTestbed(web, cast, masters, numbers);
        this.cast = cast;
        this.accounts = accounts;
        this.grants = grants;
    }

    @BeforeEach
    void three_shops() {
        list.bring(
                new Told("S-1", "Harbour", "North", null, 5_000L),
                new Told("S-2", "Mill", "South", null, 7_000L),
                new Told("S-3", "Tower", "South", null, null));
    }

    @Test
    void accounts_are_counted_and_money_added_up_with_what_is_unknown_told_apart() throws Exception {
        assertThat(totals(cast.director(), "?columns=creditLimit")).contains("3 accounts", "12,000", "(1 unknown)");
        assertThat(totals(cast.director(), "?region=South")).contains("2 accounts", "7,000");
        assertThat(totals(cast.director(), "?columns=region"))
                .contains("3 accounts")
                .doesNotContain("12,000");
        assertThat(totals(cast.director(), "?region=Atlantis"))
                .contains("No accounts")
                .contains("—");
    }

    @Test
    void a_sum_kept_for_one_does_not_outlive_a_change() throws Exception {
        User wang = cast.director();
        assertThat(totals(wang, "")).contains("3 accounts", "12,000");
        assertThat(totals(wang, "?region=South")).contains("2 accounts", "7,000");

        list.bring(new Told("S-3", "Tower", "North", null, 500L));
        assertThat(totals(wang, "")).contains("3 accounts", "12,500");
        assertThat(totals(wang, "?region=South")).contains("1 account<");
    }

    @Test
    void a_new_run_of_standings_changes_the_sum_of_revenue() throws Exception {
        User wang = cast.director();
        String before = totals(wang, "?columns=revenue");
        assertThat(before).contains("—");
        long id =
                cast.as(wang, () -> accounts.byCode("S-1").map(AccountCard::id).orElseThrow());
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into portfolio.standing (scope, account_id, as_of, revenue, gross_revenue, known_revenue, lines, orders,
                                                floor_lines, below_floor, rank, share)
                values ('account', %d, '2026-11-01', 12345600, 0, 0, 1, 1, 0, 0, 1, 1)
                """.formatted(id));

        assertThat(totals(wang, "?columns=revenue")).contains("1,235", "(2 unknown)");
    }

    @Test
    void everybody_has_the_totals_of_what_they_may_see() throws Exception {
        User li = cast.keyAccountManager();
        totals(cast.director(), "");
        assertThat(totals(li, "")).contains("No accounts");
        assertThat(totals(cast.viewer(), ""))
                .contains("3 accounts")
                .doesNotContain("12,000", "Credit limit", "Revenue");

        long id = cast.as(
                cast.director(),
                () -> accounts.byCode("S-2").map(AccountCard::id).orElseThrow());
        Acting.asOperator(() -> {
            grants.replace("totals", Map.of(id, li.id()), Level.FULL);
            return null;
        });
        assertThat(totals(li, "")).contains("1 account", "7,000");
        Acting.asOperator(() -> {
            grants.replace("totals", Map.of(), Level.FULL);
            return null;
        });
        assertThat(totals(li, "")).contains("No accounts");
    }

    @Test
    void an_absurd_page_has_an_answer() throws Exception {
        assertThat(list.look(cast.director(), "/accounts/totals?page=2000000000")
                        .getStatus())
                .isEqualTo(200);
        assertThat(list.text(cast.director(), "/accounts?page=4000")).contains("There is no page 4,000");
        assertThat(list.look(cast.director(), "/accounts?page=2147483647").getStatus())
                .isEqualTo(200);
    }

    private String totals(User reader, String query) throws Exception {
        return list.text(reader, "/accounts/totals" + query);
    }
}
