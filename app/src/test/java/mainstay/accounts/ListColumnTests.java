package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainstay.accounts.ListTestbed.Told;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@Story
class ListColumnTests {

    private final ListTestbed list;
    private final Cast cast;

    @Autowired
    ListColumnTests(MockMvc web, Cast cast, AccountMasters masters, BatchNumbers numbers) {
        this.list = new ListTestbed(web, cast, masters, numbers);
        this.cast = cast;
    }

    @BeforeEach
    void one_shop() {
        list.bring(new Told("S-1", "Harbour", "North", "M1", 5L));
    }

    @Test
    void columns_stand_in_the_order_of_the_address() throws Exception {
        String page = list.text(cast.director(), "/accounts?columns=region,code,creditLimit");

        assertThat(page.indexOf("sort=region")).isPositive().isLessThan(page.indexOf("sort=code"));
        assertThat(page.indexOf("sort=code")).isLessThan(page.indexOf("sort=-creditLimit"));
        assertThat(page).doesNotContain("sort=-revenue\"", "sort=manager");
        assertThat(page).contains("<td class=\"num wide-only\">").contains("<bdi>North</bdi>");
    }

    @Test
    void without_any_the_name_still_stands() throws Exception {
        assertThat(list.text(cast.director(), "/accounts?columns=none"))
                .contains("Harbour")
                .doesNotContain("sort=region");
    }

    @Test
    void what_is_not_a_column_is_passed_over() throws Exception {
        assertThat(list.text(cast.director(), "/accounts?columns=password,%3Cb%3E,region,region,,"))
                .contains("<bdi>North</bdi>")
                .doesNotContain("password</th>", "<b>");
        assertThat(list.look(cast.director(), "/accounts?columns=" + "x,".repeat(3000))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void the_chooser_works_by_links_alone() throws Exception {
        String page = list.text(cast.director(), "/accounts/columns?region=North&columns=region,code");

        assertThat(page)
                .contains("columns=code%2Cregion", "Move Code up", "Take Region out", "Add Credit limit")
                .contains("href=\"/accounts?region=North&amp;sort=-revenue&amp;columns=region%2Ccode\"")
                .doesNotContain("Move Region up", "Move Code down");
    }

    @Test
    void a_role_without_money_is_not_offered_its_columns() throws Exception {
        assertThat(list.text(cast.viewer(), "/accounts/columns")).doesNotContain("id=\"show-revenue\"", "hide-revenue");
        assertThat(list.text(cast.director(), "/accounts/columns")).contains("hide-revenue");
    }

    @Test
    void limits_stand_in_no_column_of_who_may_read_none() throws Exception {
        assertThat(list.text(cast.viewer(), "/accounts?columns=region,creditLimit"))
                .contains("<bdi>North</bdi>")
                .doesNotContain("Credit limit");
        assertThat(list.text(cast.viewer(), "/accounts")).contains("Region").doesNotContain("Credit limit");
        assertThat(list.text(cast.viewer(), "/accounts/columns")).doesNotContain("Credit limit", "Payment term");
        assertThat(list.text(cast.director(), "/accounts")).contains("Credit limit");
    }

    @Test
    void a_choice_changes_step_by_step() {
        ColumnChoice choice = ColumnChoice.of(List.of("a", "b", "c"));

        assertThat(choice.before("c").keys()).containsExactly("a", "c", "b");
        assertThat(choice.before("a").keys()).containsExactly("a", "b", "c");
        assertThat(choice.behind("a").keys()).containsExactly("b", "a", "c");
        assertThat(choice.behind("c").keys()).containsExactly("a", "b", "c");
        assertThat(choice.without("b").with("d").keys()).containsExactly("a", "c", "d");
        assertThat(ColumnChoice.parse(choice.word())).isEqualTo(choice);
        assertThat(ColumnChoice.parse(ColumnChoice.of(List.of()).word()).keys()).isEmpty();
        assertThat(ColumnChoice.parse("").isUsual()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, '[1]'",
        "1, 3, '[1, 2, 3]'",
        "4, 2000, '[1, 2, 3, 4, 5, 6, 0, 2000]'",
        "1000, 2000, '[1, 0, 998, 999, 1000, 1001, 1002, 0, 2000]'",
        "2000, 2000, '[1, 0, 1998, 1999, 2000]'",
        "9, 3, '[1, 0, 3]'"
    })
    void page_numbers_stand_around_the_page_and_at_both_ends(long shown, long last, String numbers) {
        assertThat(PageNumbers.of(shown, last).numbers()).hasToString(numbers);
    }
}
