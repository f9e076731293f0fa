package mainstay.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
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
        Optional<Sender> sender = sender(request);
        if (sender.isEmpty()) {
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        if (!withSession) {
            remember(sender.get());
        }
        try {
            CurrentUser.around(sender.get(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    // Whoever is signed in reads on the product's own page what was refused before this filter, too.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return !withSession;
    }

    Optional<Sender> sender(HttpServletRequest request) {
        return withSession ? signedIn() : bearer(request);
    }

    private Optional<Sender> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn principal)) {
            return Optional.empty();
        }
        return users.byId(principal.userId())
                .filter(user -> principal.opens(user, clock.millis()))
                .map(user -> Sender.onPages(user, principal));
    }

    private Optional<Sender> bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.startsWith(BEARER)
                ? Optional.empty()
                : tokens.use(header.substring(BEARER.length()).strip(), Arrival.of(request))
                        .flatMap(use -> users.byId(use.userId()).map(user -> Sender.byToken(user, use.scopes())));
    }

    private static void remember(Sender sender) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(sender.signedIn(), null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
