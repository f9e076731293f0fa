package mainstay.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts the signed-in person, read anew, around the rest of the request. Who was shut out, or whose password
/// changed since, is nobody from that moment. A bearer token speaks for its owner.
final class ActorFilter extends OncePerRequestFilter {

    /// However busy it is; an idle one ends after hours, as the settings of the server say.
    static final Duration LONGEST_SESSION = Duration.ofDays(7);

    private static final String BEARER = "Bearer ";

    private final Users users;
    private final AccessTokens tokens;
    private final Clock clock;
    private final boolean withSession;

    ActorFilter(Users users, AccessTokens tokens, Clock clock, boolean withSession) {
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
        this.withSession = withSession;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<User> user = sender(request);
        if (user.isEmpty()) {
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        if (!withSession) {
            remember(user.get());
        }
        try {
            CurrentUser.around(user.get(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    Optional<User> sender(HttpServletRequest request) {
        return withSession ? signedIn() : bearer(request);
    }

    private Optional<User> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn principal)) {
            return Optional.empty();
        }
        return users.byId(principal.userId())
                .filter(User::isEnabled)
                .filter(user -> clock.millis() - principal.at() <= LONGEST_SESSION.toMillis())
                .filter(user -> user.credentialsChangedAt().toEpochMilli() <= principal.at());
    }

    private Optional<User> bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.startsWith(BEARER)
                ? Optional.empty()
                : tokens.userOf(header.substring(BEARER.length()).strip()).flatMap(users::byId);
    }

    private static void remember(User user) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(user.id(), user.name(), 0), null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
