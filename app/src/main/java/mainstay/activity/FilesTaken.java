package mainstay.activity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import mainstay.identity.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/// Notes who takes data out of the house as a file, whichever page offers it: as soon as an answer
/// calls itself an attachment, and before its first byte leaves. Where that cannot be noted, nothing
/// leaves.
@Component
class FilesTaken extends OncePerRequestFilter {

    /// Tells of itself, with how many accounts of which filter.
    private static final String LIST = "/accounts/export";
    private static final int LONGEST = 300;

    private final Timeline timeline;
    private final TransactionTemplate transaction;

    FilesTaken(Timeline timeline, PlatformTransactionManager transactions) {
        this.timeline = timeline;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || request.getRequestURI().equals(LIST);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Watched(request, response));
    }

    private void note(HttpServletRequest request) {
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        transaction.executeWithoutResult(
                status -> timeline.note(null, "dataExported", Map.of("what", readable(asked))));
    }

    private static String readable(String asked) {
        String plain = decoded(asked).replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]", " ");
        int length = Math.min(LONGEST, plain.codePointCount(0, plain.length()));
        return plain.substring(0, plain.offsetByCodePoints(0, length));
    }

    private static String decoded(String asked) {
        try {
            return URLDecoder.decode(asked, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return asked;
        }
    }

    /// An answer that is noted once it calls itself an attachment.
    private final class Watched extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private boolean noted;

        Watched(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            watch(name, value);
            super.setHeader(name, value);
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            watch(name, value);
            super.addHeader(name, value);
        }

        private void watch(String name, @Nullable String value) {
            boolean leaves = name.equalsIgnoreCase(HttpHeaders.CONTENT_DISPOSITION)
                    && value != null
                    && value.toLowerCase(Locale.ROOT).startsWith("attachment");
            if (leaves && !noted && Acting.now().isPresent()) {
                noted = true;
                note(request);
            }
        }
    }
}
