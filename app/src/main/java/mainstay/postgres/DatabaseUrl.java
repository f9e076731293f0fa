package mainstay.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// An operator's URL taken apart: the driver prefers credentials in a URL to any given beside it, so they must
/// not stay there.
record DatabaseUrl(String url, Login owner) {

    private static final String FORM =
            "MAINSTAY_DATABASE_URL must look like jdbc:postgresql://host:5432/database?user=OWNER&password=PASSWORD";

    static DatabaseUrl parse(String text) {
        if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
            return parseUri(text);
        }
        @Nullable Properties properties = text.startsWith("jdbc:postgresql:") ? Driver.parseURL(text, null) : null;
        if (properties == null) {
            throw new DatabaseUnavailable(FORM + ".");
        }
        return of(withoutCredentials(text), properties.getProperty("user"), properties.getProperty("password"));
    }

    private static DatabaseUrl parseUri(String text) {
        try {
            var uri = URI.create(text);
            @Nullable String credentials = uri.getRawUserInfo();
            var parts = credentials == null ? new String[0] : credentials.split(":", 2);
            var address = text.substring(
                    text.lastIndexOf('@', text.indexOf('?') < 0 ? text.length() : text.indexOf('?')) + 1);
            return of(
                    "jdbc:postgresql://" + address,
                    parts.length == 2 ? URLDecoder.decode(parts[0], UTF_8) : null,
                    parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : null);
        } catch (IllegalArgumentException e) {
            throw new DatabaseUnavailable(FORM + "."); // no cause: its message would show the password
        }
    }

    private static DatabaseUrl of(String url, @Nullable String user, @Nullable String password) {
        if (user == null || password == null || user.isBlank() || password.isEmpty()) {
            throw new DatabaseUnavailable(
                    FORM
                            + ": user and password of the owner are needed, since the passwords of the application's own roles are derived from them.");
        }
        return new DatabaseUrl(url, new Login(user, password));
    }

    private static String withoutCredentials(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        var kept = Arrays.stream(url.substring(query + 1).split("&"))
                .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? url.substring(0, query) : url.substring(0, query + 1) + kept;
    }
}
