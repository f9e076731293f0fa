package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Somebody asks what we know of them, and asks us to forget it; the books stay.
@Story(on = Firm.SAMPLE)
class PrivacyStories {

    private static final String ACCOUNT = "981";
    private static final Pattern PERSON = Pattern.compile("^/people/\\d+");

    @Test
    void a_person_sees_everything_and_is_forgotten_and_the_books_stay(Visitors visitors) {
        Visit director = visitors.director(Look.USUAL);
        Page page = director.page();
        String person = somebody(director, "Forgetta Menot", "138 6666 0007");
        director.go(person + "/gifts");
        page.locator("#worth").fill("77");
        page.locator("#occasion").fill("A farewell dinner");
        director.follow(page.locator("main form[action$='/gifts'] button.btn-primary"));
        String sales = sales(director);

        director.go(person)
                .follow(page.locator("main a[href$='/privacy'], header a[href$='/privacy']")
                        .first());
        PageChecks.isAccessible(page);
        page.locator("#see-way").fill("a letter");
        director.follow(page.locator("main form[action$='/privacy'] button[type=submit]"));
        assertThat(page.locator("main").innerText())
                .contains("Forgetta Menot", "138 6666 0007", "77", "A farewell dinner");
        PageChecks.isAccessible(page);

        director.go(person + "/privacy");
        page.locator("#erase-way").fill("a letter");
        director.follow(page.locator("main form[action$='/erasure'] button[type=submit]"));
        assertThat(page.locator("#erase-sure-hint").innerText()).isNotBlank();
        page.locator("#erase-sure").check();
        PageChecks.isAccessible(page);
        director.follow(page.locator("main form[action$='/erasure'] button[type=submit]"));

        String number = person.substring(person.lastIndexOf('/') + 1);
        assertThat(director.go(person).page().locator("body").innerText())
                .contains("Erased person " + number)
                .doesNotContain("Forgetta", "138 6666 0007");
        for (String place : new String[] {
            "/people?q=forgetta",
            "/search?q=forgetta",
            "/accounts/" + ACCOUNT + "/people",
            "/accounts/" + ACCOUNT + "/timeline"
        }) {
            assertThat(director.go(place).page().locator("main").innerText())
                    .as(place)
                    .doesNotContain("Menot");
        }
        assertThat(director.go("/people/gifts").page().locator("main").innerText())
                .contains("77", "Erased person " + number)
                .doesNotContain("A farewell dinner");
        assertThat(sales(director)).isEqualTo(sales);
    }

    @Test
    void the_same_is_asked_in_chinese_and_who_may_not_is_told_nothing(Visitors visitors) {
        Visit director = visitors.director(Look.CHINESE);
        Page page = director.page();
        String person = somebody(director, "忘川水", "138 6666 0008");
        director.go(person + "/privacy");
        PageChecks.speaks(page, "zh-CN");
        page.locator("#see-way").fill("来信");
        director.follow(page.locator("main form[action$='/privacy'] button[type=submit]"));
        String disclosure = director.address();
        assertThat(page.locator("main").innerText()).contains("忘川水", "138 6666 0008");
        PageChecks.speaks(page, "zh-CN");

        for (String other : new String[] {"kam", "controller", "viewer"}) {
            Visit visit = visitors.sample(other, Look.CHINESE).go(disclosure);
            assertThat(visit.status()).as(other).isEqualTo(403);
            assertThat(visit.page().locator("body").innerText()).doesNotContain("忘川水", "138 6666 0008");
        }
    }

    private static String sales(Visit visit) {
        return visit.go("/accounts/" + ACCOUNT + "/business")
                .page()
                .locator("main dl, main .figures, main table")
                .first()
                .innerText();
    }

    /// @return where the person stands
    private static String somebody(Visit visit, String name, String phone) {
        Page page = visit.go("/accounts/" + ACCOUNT + "/people/new").page();
        page.locator("#name").fill(name);
        page.locator("select[name=contactKind]").first().selectOption("phone");
        page.locator("input[name=contactValue]").first().fill(phone);
        page.locator("#function").selectOption("purchasing");
        visit.follow(page.locator("main form[action$='/people'] button.btn-primary"));
        visit.follow(page.locator("main a[href^='/people/']:has-text('" + name + "')")
                .first());
        Matcher path = PERSON.matcher(visit.address());
        assertThat(path.find()).isTrue();
        return path.group();
    }
}
