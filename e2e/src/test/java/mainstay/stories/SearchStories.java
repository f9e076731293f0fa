package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From any page to an account without a mouse.
@Story(on = Firm.SAMPLE)
class SearchStories {

    private static final String ACCOUNTS = """
            客户编码,客户名称
            SEEK-1,东莞华兴机械有限公司
            SEEK-2,重庆长城电子厂
            """;

    private static boolean brought;

    @BeforeEach
    void two_firms_with_chinese_names(Visitors visitors) {
        if (brought) {
            return;
        }
        brought = true;
        Visit visit = visitors.administrator().go("/imports/new?kind=accounts");
        Page page = visit.page();
        page.locator("#file")
                .setInputFiles(new FilePayload("客户.csv", "text/csv", ACCOUNTS.getBytes(StandardCharsets.UTF_8)));
        page.locator("select[name=kind]").selectOption("accounts");
        visit.follow(page.locator("main form button[type=submit]").first());
        visit.follow(page.locator("button[formaction$='/import']"));
        page.getByText("2 of 2 rows are in the ledger").waitFor();
    }

    @Test
    void a_few_letters_and_enter_lead_to_an_account(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/portfolio");
        Page page = visit.page();
        page.keyboard().press("/");
        page.keyboard().type("dghx");
        option(page, "东莞华兴机械有限公司").waitFor();
        assertThat(page.locator("#search-results mark").first().innerText()).isEqualTo("东莞华兴");
        assertThat(page.locator("#search-results").innerText()).contains("by initials");
        PageChecks.isAccessible(page);
        page.keyboard().press("Enter");
        page.waitForURL("**/accounts/SEEK-1");
        visit.settle();

        page.keyboard().press("Control+k");
        option(page, "东莞华兴机械有限公司").waitFor();
        assertThat(page.locator("#search-results").innerText()).contains("Opened lately");
        page.keyboard().press("Escape");
        assertThat(page.locator("#search-box").isVisible()).isFalse();
        visit.assertQuiet();
    }

    @Test
    void arrows_choose_among_what_was_found_in_chinese(Visitors visitors) {
        Visit visit = visitors.director(Look.CHINESE).go("/accounts");
        Page page = visit.page();
        page.keyboard().press("Control+k");
        page.keyboard().type("seek");
        option(page, "东莞华兴机械有限公司").waitFor();
        assertThat(chosen(page).innerText()).contains("SEEK-1");
        page.keyboard().press("ArrowDown");
        assertThat(chosen(page).innerText()).contains("SEEK-2");
        page.keyboard().press("ArrowUp");
        page.locator("#search-q").fill("chongqing");
        option(page, "重庆长城电子厂").waitFor();
        option(page, "拼音匹配").waitFor();
        page.keyboard().press("Enter");
        page.waitForURL("**/accounts/SEEK-2");
        visit.assertQuiet();
    }

    @Test
    void without_a_script_the_search_is_a_page(Visitors visitors) {
        Visit visit = visitors.director(Look.CHINESE.onPhone()).go("/search?q=%E6%9D%B1%E8%8E%9E");
        assertThat(visit.heading()).isEqualTo("搜索");
        Locator found = visit.page().locator("main .found").first();
        for (int looks = 0; looks < 15 && !found.isVisible(); looks++) {
            visit.page().waitForTimeout(1000);
            visit.page().reload();
        }
        assertThat(found.innerText()).contains("东莞华兴机械有限公司");
        PageChecks.isAccessible(visit.page());
    }

    private static Locator option(Page page, String name) {
        return page.locator("#search-results [role=option]").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator chosen(Page page) {
        return page.locator("#search-results [aria-selected=true]");
    }
}
