package mainstay.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import mainstay.shared.Problem;
import mainstay.shared.web.BareAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets files in only where files belong, and only from somebody who may bring some there: what the
/// ledger imports from who reaches its business, small ones from everybody who does more than look. The
/// first look at a parameter writes all that is sent to the disk, so this comes before anybody looks,
/// and answers itself: an error page looks too.
final class UploadGuard extends OncePerRequestFilter {

    private static final RequestMatcher TAKES_FILES = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/imports/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/imports"));

    private static final RequestMatcher TAKES_SMALL_FILES = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/accounts/*/documents/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/accounts/*/archive/*/evidence"),
            PathPatternRequestMatcher.withDefaults().matcher("/archive/imports/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/activities/imports/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/accounts/*/documents/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/facts/imports"));
    private static final long SMALL = 64L << 20;

    private final Function<HttpServletRequest, Optional<Sender>> sender;
    private final BareAnswers answers;
    private final boolean hasSignInPage;

    UploadGuard(Function<HttpServletRequest, Optional<Sender>> sender, BareAnswers answers, boolean hasSignInPage) {
        this.sender = sender;
        this.answers = answers;
        this.hasSignInPage = hasSignInPage;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean small = TAKES_SMALL_FILES.matches(request);
        if (!small && !TAKES_FILES.matches(request)) {
            answers.send(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
            return;
        }
        Optional<Sender> known = sender.apply(request);
        if (known.isPresent()) {
            if (!mayBring(known.get().user().role(), small)) {
                answers.send(request, response, HttpStatus.FORBIDDEN.value());
            } else if (small && !isSmall(request)) {
                answers.send(request, response, HttpStatus.CONTENT_TOO_LARGE.value());
            } else if (!small && !known.get().scopes().contains(TokenScope.IMPORT)) {
                answers.send(request, response, new Problem.Forbidden("error.scope", TokenScope.IMPORT.code()));
            } else {
                chain.doFilter(request, response);
            }
        } else if (hasSignInPage) {
            response.sendRedirect("/sign-in");
        } else {
            response.setHeader("WWW-Authenticate", "Bearer");
            answers.send(request, response, HttpStatus.UNAUTHORIZED.value());
        }
    }

    private static boolean mayBring(Role role, boolean small) {
        return small ? role != Role.VIEWER : role.reach().number() >= Level.BUSINESS.number();
    }

    /// Whoever does not say how much is coming sends too much.
    private static boolean isSmall(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= SMALL;
    }
}
