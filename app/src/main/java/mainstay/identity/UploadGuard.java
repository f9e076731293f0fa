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

/// Lets files in only where files belong, and only from somebody who may import. The first look at a parameter writes
/// all that is sent to the disk, so this comes before anybody looks, and answers itself: an error page looks too.
final class UploadGuard extends OncePerRequestFilter {

    private static final RequestMatcher TAKES_FILES = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/imports/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/imports"));

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
        if (!TAKES_FILES.matches(request)) {
            answers.send(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
            return;
        }
        Optional<Sender> known = sender.apply(request);
        if (known.isPresent()) {
            if (known.get().user().role().reach().number() < Level.BUSINESS.number()) {
                answers.send(request, response, HttpStatus.FORBIDDEN.value());
            } else if (!known.get().scopes().contains(TokenScope.IMPORT)) {
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
}
