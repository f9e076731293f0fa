package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/// Somebody says how many pieces are in a box.
@Story(on = Firm.SAMPLE)
class UnitStories {

    @Test
    void a_conversion_is_said_with_what_the_form_offers_and_taken_back(Visitors visitors) {
        say(visitors.director(Look.USUAL), "carton");
    }

    @Test
    void the_same_in_chinese_on_a_phone(Visitors visitors) {
        say(visitors.director(Look.CHINESE.onPhone()), "箱");
    }

    private static void say(Visit visit, String unit) {
        Page page = visit.go("/settings/units").page();
        PageChecks.isAccessible(page);
        PageChecks.fitsItsWidth(page, page.viewportSize().width);
        String product = page.locator("#unit-products option").first().getAttribute("value");
        page.waitForResponse(
                "**/settings/units/products?**",
                () -> page.locator("#unit-product").pressSequentially(product.substring(0, 1)));
        page.locator("#unit-products option[value='" + product + "']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("#unit-product").fill(product);
        page.locator("#unit-unit").fill(unit);
        page.locator("#unit-factor").fill("a dozen");
        page.locator("#unit-base").fill("Each");
        Locator save = page.locator("form[action='/settings/units'] button[type=submit]");
        visit.follow(save);

        assertThat(page.locator("#unit-factor").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#unit-factor-problem").innerText()).contains("a dozen");
        assertThat(page.locator("#unit-product").inputValue()).isEqualTo(product);
        PageChecks.isAccessible(page);

        page.locator("#unit-factor").fill("12");
        visit.follow(save);
        assertThat(page.locator("main table").innerText()).contains(product, "1 " + unit + " = 12 Each");
        assertThat(page.locator("#unit-known option[value='" + unit + "']").count())
                .isEqualTo(1);
        PageChecks.isAccessible(page);

        visit.follow(page.locator("form[action$='/removal'] button").first());
        assertThat(page.locator("main").innerText()).doesNotContain("= 12 Each");
        visit.assertQuiet();
    }
}
