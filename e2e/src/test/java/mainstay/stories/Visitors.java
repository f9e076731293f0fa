package mainstay.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The people who come to one application, each with a browser window of their own.
final class Visitors implements AutoCloseable {

    static final String ADMINISTRATOR = "admin";

    private static final Pattern SHOWN_PASSWORD = Pattern.compile("Password, shown only this once: (\\S+)");

    private final Browser browser;
    private final RunningMainstay mainstay;
    private final Map<String, String> passwords = new HashMap<>(Map.of(ADMINISTRATOR, RunningMainstay.PASSWORD));
    private final Map<String, String> sessions = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();

    Visitors(Browser browser, RunningMainstay mainstay) {
        this.browser = browser;
        this.mainstay = mainstay;
    }

    RunningMainstay mainstay() {
        return mainstay;
    }

    Visit stranger(Look look) {
        return enter(look.options());
    }

    Visit administrator() {
        return administrator(Look.USUAL);
    }

    Visit administrator(Look look) {
        return signedIn(ADMINISTRATOR, look);
    }

    /// A person whom the sample brings along: `director`, `kam`, `controller` or `viewer`.
    Visit sample(String name, Look look) {
        passwords.computeIfAbsent(name, mainstay::printedPassword);
        return signedIn(name, look);
    }

    Visit director(Look look) {
        return sample("director", look);
    }

    /// Somebody of that role; the administrator adds the user at the first visit.
    Visit someone(String role, Look look) {
        String name = "any-" + role;
        if (!passwords.containsKey(name)) {
            passwords.put(name, added(name, role));
        }
        return signedIn(name, look);
    }

    /// Adds a user of whom no other story knows.
    ///
    /// @return the password
    String newcomer(String name, String role) {
        return added(name, role);
    }

    String passwordOf(String name) {
        return Objects.requireNonNull(passwords.get(name), name);
    }

    /// Signs in once for each user; later windows share the session.
    private Visit signedIn(String name, Look look) {
        String session = sessions.computeIfAbsent(name, this::signIn);
        return enter(look.options().setStorageState(session));
    }

    private String signIn(String name) {
        Visit visit = enter(Look.USUAL.options());
        visit.signIn(name, passwordOf(name));
        return visit.page().context().storageState();
    }

    private String added(String name, String role) {
        Visit visit = administrator();
        Page page = visit.go("/settings/users").page();
        Locator form = page.locator("form[action='/settings/users']");
        form.getByLabel("User name").fill(name);
        form.getByLabel("Full name").fill("Any " + role);
        form.getByLabel("Role").selectOption(role);
        form.getByRole(AriaRole.BUTTON).click();
        Matcher shown = SHOWN_PASSWORD.matcher(page.getByRole(AriaRole.STATUS).innerText());
        if (!shown.find()) {
            throw new AssertionError("no password was shown for " + name);
        }
        return shown.group(1);
    }

    private Visit enter(NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(mainstay.url()));
        context.setDefaultTimeout(15_000);
        Visit visit = Visit.in(context);
        visits.add(visit);
        return visit;
    }

    /// Closes every window; no page may have complained meanwhile.
    void leave() {
        List<Visit> over = List.copyOf(visits);
        visits.clear();
        over.forEach(visit -> visit.page().context().close());
        over.forEach(Visit::assertQuiet);
    }

    @Override
    public void close() {
        mainstay.close();
    }
}
