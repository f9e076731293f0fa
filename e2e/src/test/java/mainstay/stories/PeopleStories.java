package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// Whom we deal with, at more than one firm, and written down twice.
@Story(on = Firm.SAMPLE)
class PeopleStories {

    private static final String FIRST = "981";
    private static final String SECOND = "401";

    @Test
    void somebody_at_two_accounts_is_found_by_pinyin(Visitors visitors) {
        Visit director = visitors.director(Look.USUAL);
        Page page = director.page();
        director.go("/accounts/" + FIRST + "/people/new");
        PageChecks.isAccessible(page);
        write(director, "欧阳静怡", "139 0000 1234", "purchasing", "Chief buyer");
        director.follow(page.locator("main a[href^='/people/']:has-text('欧阳静怡')"));
        director.follow(page.locator("main a[href$='/positions/new']"));
        PageChecks.isAccessible(page);
        page.locator("#account").fill(SECOND);
        page.locator("#function").selectOption("management");
        director.follow(page.locator("main form[action$='/positions'] button.btn-primary"));
        assertThat(page.locator("main table").first().locator("tbody tr").count())
                .isEqualTo(2);
        PageChecks.isAccessible(page);

        for (String typed : new String[] {"ouyangjingyi", "oyjy", "静怡", "13900001234"}) {
            director.go("/people?q=" + typed);
            assertThat(page.locator("main table tbody tr:has-text('欧阳静怡') td")
                            .nth(1)
                            .innerText())
                    .as(typed)
                    .contains("Chief buyer · Purchasing", "Management");
        }
        PageChecks.isAccessible(page);
        for (String account : new String[] {FIRST, SECOND}) {
            assertThat(director.go("/accounts/" + account + "/people")
                            .page()
                            .locator("main")
                            .innerText())
                    .contains("欧阳静怡");
        }
        Visit onPhone = visitors.director(Look.CHINESE.onPhone()).go("/people?q=ouyang");
        assertThat(onPhone.page().locator("main").innerText()).contains("欧阳静怡", "Chief buyer · 采购");
        PageChecks.fitsItsWidth(onPhone.page(), Look.CHINESE.onPhone().screen().width());
        assertThat(visitors.sample("viewer", Look.USUAL)
                        .go("/people?q=ouyang")
                        .page()
                        .locator("main")
                        .innerText())
                .doesNotContain("欧阳静怡");
    }

    @Test
    void who_was_written_down_twice_is_asked_for_merged_and_parted_again(Visitors visitors) {
        Visit director = visitors.director(Look.CHINESE);
        Page page = director.page();
        director.go("/accounts/" + FIRST + "/people/new");
        write(director, "司徒明月", "138 7777 0001", "quality", "");
        director.go("/accounts/" + SECOND + "/people/new");
        write(director, "司徒明月", "138 7777 0001", "quality", "");
        assertThat(page.locator("main [role=alert]").innerText()).contains("司徒明月", "同名", "同一电话");
        PageChecks.isAccessible(page);
        director.follow(page.locator("button[name=anyway]"));

        director.follow(page.locator("main a[href^='/people/']:has-text('司徒明月')"));
        String stays = director.address();
        director.follow(
                page.locator("main a[href$='/merges'], header a[href$='/merges'], a[href='" + stays + "/merges']")
                        .first());
        director.follow(page.locator("main a[href*='/merges?with=']").first());
        assertThat(page.locator("main").innerText()).contains("并入对方", "保留", "138 7777 0001");
        PageChecks.isAccessible(page);
        director.follow(page.locator("main form[action='" + stays + "/merges'] button.btn-primary"));
        assertThat(page.locator("main").innerText()).contains("两条记录已合为一人。");
        assertThat(positions(page)).isEqualTo(2);
        assertThat(found(director)).isEqualTo(1);

        director.go(stays + "/merges");
        director.follow(page.locator("main form[action$='/undoing'] button"));
        assertThat(page.locator("main").innerText()).contains("合并已撤销。");
        assertThat(positions(page)).isEqualTo(1);
        assertThat(found(director)).isEqualTo(2);
    }

    private static void write(Visit visit, String name, String phone, String function, String title) {
        Page page = visit.page();
        page.locator("#name").fill(name);
        page.locator("select[name=contactKind]").first().selectOption("phone");
        page.locator("input[name=contactValue]").first().fill(phone);
        page.locator("#function").selectOption(function);
        page.locator("#title").fill(title);
        visit.follow(page.locator("main form[action$='/people'] button.btn-primary"));
    }

    private static int positions(Page page) {
        Locator table = page.locator("main table").first();
        return table.locator("tbody tr").count();
    }

    private static int found(Visit visit) {
        return visit.go("/people?q=situmingyue")
                .page()
                .locator("main table tbody tr")
                .count();
    }
}
