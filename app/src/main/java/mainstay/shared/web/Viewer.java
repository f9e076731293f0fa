package mainstay.shared.web;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The person in front of the page, as far as a page needs to know.
///
/// @param name    null when nobody is signed in
/// @param roleKey message key of the role
/// @param reach   level that the role has on all accounts
/// @param locale  chosen language; null follows the browser
/// @param theme   `light`, `dark` or `auto`
public record Viewer(
        @Nullable String name,
        String roleKey,
        int reach,
        @Nullable Locale locale,
        String theme,
        boolean administrator) {

    public static final Viewer NOBODY = new Viewer(null, "role.none", 0, null, "auto", false);

    /// Tells who is in front of the page now, and for which firm.
    public interface Source {
        Viewer current();

        Firm firm();

        /// The full name of who signs in by a name; the name itself where nobody does.
        String fullName(String name);
    }

    /// @param currency ISO code of the reporting currency
    /// @param zone     where its days begin
    public record Firm(String name, String currency, ZoneId zone) {}
}
