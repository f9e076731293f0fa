package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What somebody takes along to an account, and what they bring back.
@Story(on = Firm.SAMPLE)
class ArchiveStories {

    private static final String ACCOUNT = "/accounts/981";

    @Test
    void the_card_is_read_on_a_phone_in_chinese_and_taken_along_as_a_file(Visitors visitors) {
        Visit director = visitors.director(Look.CHINESE.onPhone()).go(ACCOUNT + "/card");
        Page page = director.page();
        assertThat(page.locator(".sheet").innerText()).contains("客户概况", "星级及原因", "业务与信用");
        PageChecks.isAccessible(page);
        Download paper =
                page.waitForDownload(() -> page.locator("a[href$='/card.pdf']").click());
        assertThat(paper.suggestedFilename()).isEqualTo("card-981.pdf");
        director.follow(page.locator("a[href$='/brief']"));
        assertThat(page.locator(".sheet").innerText()).contains("需要询问");
        PageChecks.isAccessible(page);
    }

    @Test
    void a_document_is_kept_shown_and_put_aside(Visitors visitors) {
        Visit director = visitors.director(Look.USUAL).go(ACCOUNT + "/documents");
        Page page = director.page();
        page.locator("#file-new").setInputFiles(file("../营业执照 😀.pdf", "not what it says\u0000"));
        director.follow(page.locator("form[action$='/documents'] button[type=submit]"));
        assertThat(page.locator("main [role=alert]").innerText()).contains("Files of this kind are not taken");
        page.locator("#file-new").setInputFiles(file("营业执照 😀.pdf", "%PDF-1.4 licence"));
        director.follow(page.locator("form[action$='/documents'] button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("营业执照 😀.pdf", "The document is kept.");
        PageChecks.isAccessible(page);
        page.locator(".document-line summary").first().click();
        page.locator(".document-line input[name=reason]").first().fill("It was a trial");
        director.follow(page.locator(".document-line form[action$='/retirement'] button")
                .first());
        assertThat(page.locator("main").innerText()).contains("It was a trial", "put aside");
    }

    @Test
    void a_file_of_facts_is_looked_at_and_given_up(Visitors visitors) {
        Visit director = visitors.director(Look.USUAL).go("/archive/imports/new");
        Page page = director.page();
        PageChecks.isAccessible(page);
        page.locator("#file").setInputFiles(file("facts.csv", """
                        account,field,value,observed on,source
                        981,Shoe size,44,2026-11-01,visit
                        981,Business policy,Strict,2026-11-01,visit
                        """));
        director.follow(page.locator("form[action='/archive/imports'] button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("The archive has no field Shoe size", "Write the 1 good");
        PageChecks.isAccessible(page);
        director.follow(page.locator("form[action$='/withdrawal'] button"));
        assertThat(page.locator("main").innerText()).contains("Nothing was written");
    }

    @Test
    void a_value_names_the_paper_it_rests_on(Visitors visitors) {
        Visit director = visitors.director(Look.USUAL).go(ACCOUNT + "/archive/direction");
        Page page = director.page();
        page.locator("#direction-value").fill("Opens a second warehouse");
        page.locator("#direction-source").fill("The annual report");
        director.follow(page.locator("main form[action$='/archive/direction'] button[type=submit]"));
        director.go(ACCOUNT + "/archive/direction");
        director.follow(page.locator("main form[action$='/evidence'] button[type=submit]"));
        assertThat(page.locator("#evidence-hint").innerText()).contains("Choose a document, or a file.");
        page.locator("#evidence-file").setInputFiles(file("annual report.pdf", "%PDF-1.4 report"));
        director.follow(page.locator("main form[action$='/evidence'] button[type=submit]"));
        assertThat(page.locator("main").innerText()).contains("annual report.pdf", "The value names its evidence.");
        PageChecks.isAccessible(page);
        assertThat(director.go(ACCOUNT + "/archive")
                        .page()
                        .locator("#field-direction")
                        .innerText())
                .contains("annual report.pdf");
        Visit onPhone = visitors.director(Look.CHINESE.onPhone()).go(ACCOUNT + "/archive/direction");
        assertThat(onPhone.page().locator("main").innerText()).contains("依据", "annual report.pdf");
        PageChecks.fitsItsWidth(onPhone.page(), Look.CHINESE.onPhone().screen().width());
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }
}
