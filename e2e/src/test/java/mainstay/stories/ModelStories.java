package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// The model belongs to the firm: somebody drafts and tries it, somebody else lets it in.
@Story(on = Firm.SAMPLE)
class ModelStories {

    private static final int PATIENCE_MILLIS = 120_000;

    /// The copy says the same as the model in force, so that no other story sees other stars.
    @Test
    void a_director_tries_a_model_and_a_second_person_publishes_it_from_a_phone(Visitors visitors) {
        Visit director = visitors.director(Look.USUAL).go("/settings/models");
        Page page = director.page();
        director.follow(page.locator("tbody tr").last().locator("form button").first());
        String draft = director.address();
        assertThat(director.heading()).startsWith("Model ");

        weight(director, "19");
        assertThat(page.locator("[role=alert]").innerText()).contains("The weights add up to 104");
        weight(director, "15");
        PageChecks.isAccessible(page);

        director.follow(page.locator("#trial form button"));
        page.getByText("accounts would have other stars")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("#trial").innerText())
                .contains("this year's key account on the figures of", "recall 100 %");
        PageChecks.isAccessible(page);

        page.locator("#reason").fill("The same, for practice");
        director.follow(page.locator("form[action$='/publication'] button"));
        assertThat(page.locator("main").innerText()).contains("Nobody decides on a request of their own");

        Visit other = visitors.administrator(Look.USUAL.onPhone()).go("/today");
        Locator work = other.page().locator("article[data-rule=approval]").first();
        assertThat(work.innerText()).contains("Publication of a rating model", "The same, for practice");
        other.follow(work.locator("form[action^='/approvals/'] button"));
        assertThat(other.page().locator("main").innerText()).contains("granted");

        director.go("/settings/models");
        assertThat(page.locator("tbody tr").first().innerText()).contains("in force");
        page.locator("details:has(form[action='" + draft + "/retirement']) summary")
                .click();
        page.locator("form[action='" + draft + "/retirement'] input[name=reason]")
                .fill("Practice is over");
        director.follow(page.locator("form[action='" + draft + "/retirement'] button"));
        assertThat(page.locator("tbody tr").last().innerText()).contains("in force");
    }

    private static void weight(Visit visit, String weight) {
        visit.page().locator("[id='weight.revenue']").fill(weight);
        visit.follow(visit.page().locator("form button.btn-primary").first());
    }
}
