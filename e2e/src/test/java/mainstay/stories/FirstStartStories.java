package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// One story in chapters: what somebody meets who has just installed it.
@Story(on = Firm.EMPTY)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartStories {

    @Test
    @Order(1)
    void the_first_page_asks_for_the_firm(Visitors visitors) {
        Visit visit = visitors.administrator().go("/");
        assertThat(visit.heading()).isEqualTo("Welcome. A few questions about your firm");
        PageChecks.isAccessible(visit.page());
    }

    @Test
    @Order(2)
    void a_wrong_answer_keeps_what_was_typed(Visitors visitors) {
        Visit visit = visitors.administrator().go("/settings/firm");
        Page page = visit.page();
        page.getByLabel("Name of the firm").fill("Harbour Wholesale");
        page.locator("input[name=workingDays]").all().forEach(day -> day.setChecked(false));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).isEqualTo("Choose at least one working day.");
        assertThat(page.getByLabel("Name of the firm").inputValue()).isEqualTo("Harbour Wholesale");
    }

    @Test
    @Order(3)
    void after_the_answers_the_start_page_teaches_the_import(Visitors visitors) {
        Visit visit = visitors.administrator().go("/settings/firm");
        Page page = visit.page();
        page.getByLabel("Name of the firm").fill("海港批发 Harbour Wholesale");
        page.getByLabel("Reporting currency").selectOption("EUR");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        visit.settle();
        assertThat(visit.address()).isEqualTo("/today");
        assertThat(page.locator("main").innerText()).contains("bin/mainstay import");
        PageChecks.isAccessible(page);
    }

    @Test
    @Order(4)
    void lists_without_accounts_say_what_would_stand_there(Visitors visitors) {
        Visit visit = visitors.administrator().go("/accounts");
        assertThat(visit.page().locator(".empty-title").innerText()).isNotBlank();
        PageChecks.isAccessible(visit.page());
    }
}
