package mainstay.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Whoever opens a page of figures by an address that asks for more than the page knows, such as a period where it has
/// none, reads that on the page: its figures would be taken for those asked for.
@Component
class PageParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final String STRANGE = PageParameters.class.getName() + ".strange";

    /// A form may carry it along.
    private static final String CSRF = "_csrf";

    private final KnownParameters known;

    PageParameters(KnownParameters known) {
        this.known = known;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/value", "/value/**", "/profit", "/profit/**", "/portfolio", "/portfolio/**", "/people")
                .order(2);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getMethod().equals("GET")) {
            Set<String> strange = known.strange(request, method, CSRF);
            if (!strange.isEmpty()) {
                request.setAttribute(STRANGE, String.join(", ", strange));
            }
        }
        return true;
    }

    /// What the page says of them; null where there are none.
    static @Nullable Flash told(HttpServletRequest request) {
        return request.getAttribute(STRANGE) instanceof String names
                ? new Flash("warning", "error.strangeParameters", List.of(names))
                : null;
    }
}
