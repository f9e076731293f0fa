package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

@Story(on = Firm.SAMPLE)
class ListStories {

    @Test
    void a_view_saved_in_chinese_and_shared_opens_in_english_and_goes_along_as_a_file(Visitors visitors)
            throws IOException {
        Visit chen = visitors.sample("controller", Look.CHINESE).go("/accounts?region=Southwest&sort=-creditLimit");
        menu(chen, "视图").getByText("全部视图，保存当前视图…").click();
        chen.page().waitForURL("**/accounts/views?*");
        chen.page().getByLabel("名称").fill("西南大户");
        chen.page().getByLabel("与同事共享").check();
        PageChecks.isAccessible(chen.page());
        chen.follow(button(chen.page(), "保存视图"));
        assertThat(chen.page().locator(".page-subtitle").innerText()).isEqualTo("视图：西南大户");
        String first = names(chen.page()).getFirst();

        Visit director = visitors.director(Look.USUAL).go("/accounts");
        Locator views = menu(director, "Views");
        PageChecks.isAccessible(director.page());
        director.follow(views.getByText("西南大户"));
        assertThat(director.page().locator(".page-subtitle").innerText()).isEqualTo("View: 西南大户");
        assertThat(names(director.page()).getFirst()).isEqualTo(first);

        List<String> rows = exported(director, "CSV, for any program");
        int count = Integer.parseInt(
                director.page().locator(".list-count").innerText().replaceAll("\\D", ""));
        assertThat(rows).hasSize(count + 1);
        assertThat(rows.getFirst()).startsWith("\uFEFFAccount,Code,Group,\"Revenue, 12 months (USD)\"");
        assertThat(rows.get(1)).startsWith(first + ",");

        director.go("/accounts/views");
        assertThat(director.page().getByText("西南大户").count()).isEqualTo(1);
        assertThat(button(director.page(), "Rename 西南大户").count()).isZero();
        PageChecks.isAccessible(director.page());

        chen.go("/accounts/views");
        chen.follow(button(chen.page(), "删除 西南大户"));
        assertThat(chen.page().getByRole(AriaRole.STATUS).innerText()).contains("可在下方恢复");
    }

    @Test
    void the_list_is_walked_through_by_keyboard(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/accounts?view=0");
        Page page = visit.page();
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG).isVisible()).isTrue();
        PageChecks.isAccessible(page);
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG).isVisible()).isFalse();

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("[data-list-count]").innerText()).isEqualTo("1 selected");
        assertThat(page.locator("tbody tr").nth(1).locator("input").isChecked()).isTrue();
        page.keyboard().press("x");
        page.keyboard().press("k");
        String path = page.locator("tbody .list-name a").first().getAttribute("href");
        page.keyboard().press("Enter");
        page.waitForURL("**" + path);

        visit.go("/accounts?view=0");
        page.keyboard().press("/");
        page.keyboard().type("toys j");
        assertThat(page.locator("#filter-q").inputValue()).isEqualTo("toys j");
    }

    @Test
    void columns_are_chosen_step_by_step_and_with_the_keyboard_alone(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/accounts/columns?columns=region,creditLimit");
        Page page = visit.page();
        Locator up = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Move Credit limit up"));
        up.focus();
        page.keyboard().press("Enter");
        page.waitForURL("**columns=creditLimit%2Cregion*");
        visit.settle();
        visit.follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show the list"))
                .first());
        assertThat(page.locator("thead th").allInnerTexts().stream()
                        .map(String::strip)
                        .toList())
                .endsWith("Account", "Credit limit", "Region");
    }

    @Test
    void accounts_change_hands_and_back(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/accounts?view=0&sort=manager");
        Page page = visit.page();
        page.locator("tbody input[name=account]").nth(0).check();
        page.locator("tbody input[name=account]").nth(1).check();
        visit.follow(button(page, "Assign manager"));
        PageChecks.isAccessible(page);
        page.getByLabel("New manager").selectOption("nobody");
        visit.follow(button(page, "Assign 2 accounts"));
        assertThat(page.locator("main").innerText()).contains("2 accounts have no manager any more.");
        visit.follow(button(page, "Take it back"));
        assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("with another manager again: 2");
    }

    /// Opens a menu above the list and waits for what it loads.
    private static Locator menu(Visit visit, String name) {
        Locator menu = visit.page().locator("details.menu", new Page.LocatorOptions().setHasText(name));
        menu.first().locator("summary").click();
        visit.settle();
        return menu.first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static List<String> names(Page page) {
        return page.locator("tbody .list-name a.long-name").allInnerTexts();
    }

    private static List<String> exported(Visit visit, String format) throws IOException {
        menu(visit, "Export");
        Download download = visit.page()
                .waitForDownload(() -> visit.page().getByText(format).click());
        assertThat(download.suggestedFilename()).matches("accounts-\\d{4}-\\d\\d-\\d\\d\\.csv");
        return Files.readAllLines(download.path());
    }
}
