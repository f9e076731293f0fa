package mainstay.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The pages of the sample that an administrator can open.
final class Places {

    private static final List<String> FIXED = List.of(
            "/",
            "/accounts",
            "/accounts?q=toys&status=all",
            "/accounts?q=no-such-account",
            "/profile",
            "/settings/firm",
            "/settings/users",
            "/no-such-page");

    private Places() {}

    /// The fixed ones, and all panels of the first account.
    static List<String> of(Visitors visitors) {
        List<String> places = new ArrayList<>(FIXED);
        places.addAll(panels(visitors));
        return places;
    }

    private static List<String> panels(Visitors visitors) {
        Page page = visitors.administrator().go("/accounts").page();
        Locator first = page.locator("tbody a[href^='/accounts/']").first();
        if (first.count() == 0) {
            return List.of();
        }
        String account = first.getAttribute("href");
        page.navigate(account);
        return Stream.concat(
                        Stream.of(account),
                        page.locator("#account-panel .tabs a").all().stream().map(tab -> tab.getAttribute("href")))
                .toList();
    }
}
