package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/// With the virtual device of the browser, at the name of this machine: devices make no passkeys for numbers.
@Story(on = Firm.SAMPLE)
class PasskeyStories {

    @Test
    void a_device_that_was_added_signs_in_without_a_password(Visitors visitors) {
        Visit visit = visitors.stranger(Look.USUAL);
        Page page = visit.page();
        plugIn(page);
        String here = visitors.mainstay().url().replace("127.0.0.1", "localhost");
        page.navigate(here + "/sign-in");
        page.locator("#name").fill(Visitors.ADMINISTRATOR);
        page.locator("#password").fill(RunningMainstay.PASSWORD);
        visit.follow(page.locator("form[action='/sign-in'] button"));

        page.navigate(here + "/profile/passkeys");
        page.getByLabel("Name of the device").fill("story laptop");
        page.getByLabel("Your password").fill(RunningMainstay.PASSWORD);
        visit.follow(button(page, "Add a passkey"));
        button(page, "Ask the device").click();
        page.waitForURL("**/profile/passkeys");
        assertThat(page.getByRole(AriaRole.STATUS).innerText()).isEqualTo("You can sign in with story laptop now.");

        visit.follow(button(page, "Sign out"));
        button(page, "Sign in with a passkey").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate(here + "/profile/passkeys");
        assertThat(visit.heading()).isEqualTo("Passkeys");
        assertThat(page.locator("main").innerText()).contains("story laptop", "last used");

        visit.follow(button(page, "Remove story laptop"));
        visit.follow(button(page, "Sign out"));
        button(page, "Sign in with a passkey").click();
        page.waitForURL("**/sign-in?passkey");
        assertThat(page.locator(".alert").innerText()).contains("not known here");
    }

    private static void plugIn(Page page) {
        CDPSession device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        JsonObject kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        kind.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", kind);
        device.send("WebAuthn.addVirtualAuthenticator", options);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
