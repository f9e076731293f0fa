package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// A director finds what nobody answers for, and names somebody.
@Story(on = Firm.SAMPLE)
class CoverageStories {

    @Test
    void a_director_finds_a_gap_on_today_and_closes_it_on_the_board(Visitors visitors) {
        Visit director = visitors.director(Look.USUAL).go("/team/coverage?kind=nobody");
        Page page = director.page();
        Locator rows = page.locator("table.coverage tbody tr");
        int before = rows.count();
        assertThat(before).isPositive();
        assertThat(page.locator("main").innerText()).contains("Nobody was accountable yet.");
        PageChecks.isAccessible(page);

        rows.first().locator("select[name=user]").selectOption("Sophia Hinton");
        director.follow(rows.first().locator("button[type=submit]"));
        page.locator(".alert-success").waitFor();
        assertThat(page.locator("table.coverage tbody tr").count()).isEqualTo(before - 1);
    }

    @Test
    void in_chinese_two_who_act_are_put_in_order_on_a_phone(Visitors visitors) {
        Visit director = visitors.director(Look.CHINESE.onPhone()).go("/team/coverage?kind=overlap");
        Page page = director.page();
        assertThat(page.locator("main").innerText()).contains("两人重叠", "未定先后");
        PageChecks.isAccessible(page);
        director.follow(page.locator("table.coverage form button[name=first]").first());
        page.locator(".alert-success").waitFor();
        assertThat(page.locator("table.coverage tbody tr").count()).isZero();

        director.go("/team/coverage/map");
        PageChecks.isAccessible(page);
        director.go("/team/load");
        assertThat(page.locator("main").innerText()).contains("Sophia Hinton");
        PageChecks.isAccessible(page);
    }

    @Test
    void nothing_of_the_load_is_cut_and_the_map_says_that_it_can_be_moved(Visitors visitors) {
        Visit director = visitors.director(Look.USUAL).go("/team/load");
        Page page = director.page();
        assertThat((Boolean) page.locator(".table-responsive")
                        .first()
                        .evaluate("table => table.scrollWidth <= table.clientWidth"))
                .isTrue();

        director.go("/team/coverage/map");
        assertThat(page.locator("main").innerText()).contains("move the table sideways");
        Locator account = page.locator("table.coverage-map tbody th").first();
        double before = account.boundingBox().x;
        page.locator(".table-responsive").evaluate("table => table.scrollLeft = 400");
        assertThat(account.boundingBox().x).as("names of accounts stay").isEqualTo(before);
        assertThat(page.locator("table.coverage-map thead th").first().boundingBox().x)
                .isEqualTo(before);
    }
}
