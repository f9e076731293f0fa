package mainstay.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/// How a code stands in an address. Servers and proxies refuse or rewrite some characters even where they are
/// percent-encoded; a code with one of them stands there as a tilde and its Base64 (the kind for addresses).
public final class AccountAddress {

    private static final Pattern ACCOUNT = Pattern.compile("/accounts/([^/?#]+).*");
    private static final char MARK = '~';
    private static final String TROUBLESOME = "/\\;%";

    private static final Set<String> ONLY_DOTS = Set.of(".", "..");

    /// Words that lead somewhere else.
    private static final Set<String> TAKEN = Set.of("assignments", "columns", "count", "export", "totals", "views");

    private AccountAddress() {}

    /// Whether a code may name an account at all: not where it only moves about in an address, or cannot be read.
    static boolean isUsable(String code) {
        return !ONLY_DOTS.contains(code) && code.chars().noneMatch(AccountAddress::isControl);
    }

    public static String of(String code) {
        return isPlain(code)
                ? UriUtils.encodePathSegment(code, StandardCharsets.UTF_8)
                : MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(code.getBytes(StandardCharsets.UTF_8));
    }

    /// The code of the account to whose pages a path belongs.
    public static Optional<String> codeIn(String path) {
        Matcher account = ACCOUNT.matcher(path);
        return account.matches()
                ? Optional.of(codeOf(UriUtils.decode(account.group(1), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /// What was meant by a part of an address, already freed from percent signs.
    static String codeOf(String part) {
        if (part.isEmpty() || part.charAt(0) != MARK) {
            return part;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(part.substring(1)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return part;
        }
    }

    private static boolean isPlain(String code) {
        return isUsable(code)
                && !TAKEN.contains(code)
                && code.charAt(0) != MARK
                && code.chars().noneMatch(c -> TROUBLESOME.indexOf(c) >= 0);
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
