package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Accounts are put into groups, become one with others, and stand alone again.
@Story(on = Firm.SAMPLE)
class AccountLifeStories {

    @ParameterizedTest
    @CsvSource({"en,801,802,The group on,As of", "zh-CN,803,804,集团结构,截至"})
    void a_group_is_built_and_rolled_up(
            String language, String parent, String child, String heading, String label, Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL.in(language)).go("/accounts/" + parent + "/group");
        Page page = visit.page();
        long alone = amount(row(page, parent).locator("td.num").last());
        long joining = amount(row(visit.go("/accounts/" + child + "/group").page(), child)
                .locator("td.num")
                .last());

        visit.go("/accounts/" + parent + "/group");
        page.locator("#member-code").fill(child);
        page.locator("#member-holding").fill("75");
        page.keyboard().press("Enter");
        page.locator(".alert-success").waitFor();
        visit.settle();
        assertThat(page.locator("#account-panel").innerText()).contains(heading, label);
        assertThat(amount(row(page, parent).locator("td.num").last())).isEqualTo(alone + joining);
        PageChecks.isAccessible(page);
        PageChecks.speaks(page, language);

        visit.go("/accounts/" + parent + "/group");
        page.locator("#parent-code").fill(child);
        visit.follow(page.locator("form[action$='/parents'] button"));
        assertThat(page.locator(".alert-danger").innerText()).contains("›");
        assertThat(page.locator("#parent-code").inputValue()).isEqualTo(child);

        visit.go("/accounts/" + child + "/group");
        visit.follow(page.locator("form[action$='/parents/files'] button"));
        assertThat(row(visit.go("/accounts/" + parent + "/group").page(), child).count())
                .isZero();
    }

    @Test
    void an_account_is_taken_by_name_with_the_keyboard_and_one_that_owes_is_not_closed_unasked(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/accounts/807/group");
        Page page = visit.page();
        page.locator("#parent-code").pressSequentially("head office wing");
        Locator offers = page.locator("#parent-offers [role=option]");
        offers.first().waitFor();
        assertThat(offers.first().innerText()).contains("Wingtip Toys (Head Office)");
        page.keyboard().press("Enter");
        assertThat(page.locator("#parent-code").inputValue()).isEqualTo("401");
        assertThat(page.locator("#parent-offers").isVisible()).isFalse();

        visit.go("/accounts/401/keeping");
        page.locator("#closing-reason").fill("Moved away");
        visit.follow(page.locator("#closing form[action$='/closings'] button"));
        assertThat(page.locator("#closing-doubts").innerText()).contains("are not paid");
        PageChecks.isAccessible(page);
        visit.assertQuiet();
    }

    @Test
    void two_accounts_become_one_and_two_again(Visitors visitors) {
        Visit visit = visitors.director(Look.USUAL).go("/accounts/805/merges?q=806");
        Page page = visit.page();
        visit.follow(page.locator("a[href='/accounts/805/merges?with=806']"));
        PageChecks.isAccessible(page);
        visit.follow(page.locator("form[action='/accounts/805/merges'] button"));
        assertThat(visit.address()).isEqualTo("/accounts/805");
        assertThat(page.locator("#merged").innerText()).contains("806");
        PageChecks.isAccessible(page);
        visit.go("/accounts/806/business");
        assertThat(visit.address()).isEqualTo("/accounts/805/business");

        visit.go("/accounts/805");
        visit.follow(
                page.locator("#merged").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo")));
        assertThat(page.locator("#merged").count()).isZero();
        visit.go("/accounts/806/business");
        assertThat(visit.address()).isEqualTo("/accounts/806/business");
    }

    @Test
    void on_a_phone_the_group_fits(Visitors visitors) {
        Visit visit = visitors.director(Look.CHINESE.onPhone()).go("/accounts/401/group");
        PageChecks.fitsItsWidth(visit.page(), 390);
        PageChecks.isAccessible(visit.page());
        visit.go("/accounts/401/merges?with=801");
        PageChecks.fitsItsWidth(visit.page(), 390);
        visit.go("/accounts/401/keeping");
        PageChecks.fitsItsWidth(visit.page(), 390);
        PageChecks.isAccessible(visit.page());
    }

    private static Locator row(Page page, String code) {
        return page.locator("table.group-table tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(code, new Page.GetByTextOptions().setExact(true))));
    }

    private static long amount(Locator cell) {
        return Long.parseLong(cell.innerText().replaceAll("[^0-9-]", ""));
    }
}
