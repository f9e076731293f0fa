package mainstay.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import mainstay.shared.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// A program that misspells a parameter is told so: it would take the answer to another question for the
/// answer to its own.
@Component
class ApiParameters implements HandlerInterceptor, WebMvcConfigurer {

    /// Every answer is JSON already; whoever carries the command line's option over may say so.
    private static final String JSON = "json";

    private final KnownParameters known;

    ApiParameters(KnownParameters known) {
        this.known = known;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**").order(2);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Set<String> strange = known.strange(request, method, JSON);
            if (!strange.isEmpty()) {
                throw refusal(strange, known.of(method));
            }
        }
        return true;
    }

    private static Problem refusal(Set<String> strange, Set<String> taken) {
        String named = String.join(", ", strange);
        return taken.isEmpty()
                ? new Problem.Invalid("error.noParameters", named)
                : new Problem.Invalid("error.unknownParameters", named, String.join(", ", taken));
    }
}
