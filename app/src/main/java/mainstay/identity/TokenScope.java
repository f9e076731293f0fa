package mainstay.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/// What a program may do with a token. It never does more than its owner may, and with few of these much less.
public enum TokenScope {
    /// read everything but the archive
    READ(false),
    /// read facts and loans of the archive
    READ_ARCHIVE(false),
    /// bring files into the ledger, read the reports, withdraw
    IMPORT(true),
    /// ask whether an order may be taken
    CREDIT_CHECK(true),
    /// change everything else
    WRITE(true),
    /// metrics of the server
    METRICS(false);

    private final boolean forChanges;

    TokenScope(boolean forChanges) {
        this.forChanges = forChanges;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String key() {
        return "scope." + code();
    }

    /// Whether the request may use it; always, where no program asks.
    public boolean isHeld() {
        return CurrentUser.sender().isEmpty() || CurrentUser.has(this);
    }

    public static Set<TokenScope> all() {
        return EnumSet.allOf(TokenScope.class);
    }

    static Optional<TokenScope> parse(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }

    /// @return nothing where one of them is no scope, or there is none
    static Optional<Set<TokenScope>> parseAll(List<String> codes) {
        Set<TokenScope> scopes = codes.stream()
                .flatMap(code -> parse(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
        boolean known = codes.stream().allMatch(code -> parse(code).isPresent());
        return known && !scopes.isEmpty() ? Optional.of(scopes) : Optional.empty();
    }

    /// What a route asks of a token: what it says itself, else its controller, else the package around that. A route
    /// that says nothing, or that changes what is only to be read by what it says, goes by its method.
    public static TokenScope neededFor(HandlerMethod route, String method) {
        boolean changes = !method.equals("GET") && !method.equals("HEAD");
        return said(route)
                .map(NeedsScope::value)
                .filter(scope -> scope.forChanges || !changes)
                .orElse(changes ? WRITE : READ);
    }

    private static Optional<NeedsScope> said(HandlerMethod route) {
        Class<?> controller = route.getBeanType();
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), NeedsScope.class))
                .or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(controller, NeedsScope.class)))
                .or(() -> around(controller.getPackageName(), controller.getClassLoader()));
    }

    private static Optional<NeedsScope> around(String name, ClassLoader loader) {
        Package known = loader.getDefinedPackage(name);
        NeedsScope own = known == null ? null : known.getAnnotation(NeedsScope.class);
        int dot = name.lastIndexOf('.');
        return own != null ? Optional.of(own) : dot < 0 ? Optional.empty() : around(name.substring(0, dot), loader);
    }
}
