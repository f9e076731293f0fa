package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/// One browser window and all that its pages complained about.
final class Visit {

    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Response> responses = new ArrayList<>();
    private int status;

    private Visit(Page page) {
        this.page = page;
    }

    static Visit in(BrowserContext context) {
        Visit visit = new Visit(context.newPage());
        visit.page.onConsoleMessage(visit::heard);
        visit.page.onPageError(error -> visit.complaints.add("script error: " + error));
        visit.page.onResponse(visit::answered);
        return visit;
    }

    Page page() {
        return page;
    }

    Visit go(String path) {
        status = page.navigate(path).status();
        return settle();
    }

    /// Of the page that was gone to last.
    int status() {
        return status;
    }

    /// Clicks what leads to another page, and waits for that.
    Visit follow(Locator link) {
        page.evaluate("window.isTheOldPage = true");
        link.click();
        page.waitForFunction("!window.isTheOldPage");
        return settle();
    }

    /// Waits for what a page loads after it is shown.
    Visit settle() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    Visit signIn(String name, String password) {
        page.navigate("/sign-in");
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("form[action='/sign-in'] button").click();
        return this;
    }

    String heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .innerText();
    }

    /// The path and query that could be sent to a colleague.
    String address() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    Locator navigation() {
        return page.locator("header.navbar nav");
    }

    /// Bytes that came over the wire for the pages of this visit, charts' library aside.
    long weight() {
        return List.copyOf(responses).stream()
                .filter(response -> !response.url().contains("echarts"))
                .map(Response::request)
                .map(Request::sizes)
                .mapToLong(sizes -> (long) sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
    }

    void assertQuiet() {
        assertThat(complaints).as("complaints in the browser").isEmpty();
    }

    private void heard(ConsoleMessage message) {
        // that a page was refused is told by its status
        boolean aboutLoading = message.text().startsWith("Failed to load resource");
        if (message.type().equals("error") && !aboutLoading) {
            complaints.add(message.text());
        }
    }

    private void answered(Response response) {
        responses.add(response);
        if (response.status() >= 400 && !response.request().isNavigationRequest()) {
            complaints.add(response.status() + " " + response.url());
        }
    }
}
