package mainstay.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Behind a trusted proxy a request counts as coming from where the proxy says. From anybody else the same
/// headers mean nothing.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedRequests extends OncePerRequestFilter {

    private final TrustedProxies proxies;

    ForwardedRequests(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!proxies.trusts(request.getRemoteAddr())) {
            chain.doFilter(request, response);
            return;
        }
        String client =
                proxies.client(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
        chain.doFilter(new Forwarded(request, client, isSecure(request)), response);
    }

    /// The last word is that of the nearest proxy.
    private static boolean isSecure(HttpServletRequest request) {
        List<String> protocols = Collections.list(request.getHeaders("X-Forwarded-Proto"));
        if (protocols.isEmpty()) {
            return request.isSecure();
        }
        String last = protocols.getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip().equalsIgnoreCase("https");
    }

    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String client;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String client, boolean secure) {
            super(request);
            this.client = client;
            this.secure = secure;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : "http";
        }

        @Override
        public int getServerPort() {
            String host = getHeader("Host");
            boolean named = host != null && host.lastIndexOf(':') > host.lastIndexOf(']');
            return named ? super.getServerPort() : secure ? 443 : 80;
        }

        @Override
        public StringBuffer getRequestURL() {
            int port = getServerPort();
            String shown = port == (secure ? 443 : 80) ? "" : ":" + port;
            return new StringBuffer(getScheme() + "://" + getServerName() + shown + getRequestURI());
        }
    }
}
