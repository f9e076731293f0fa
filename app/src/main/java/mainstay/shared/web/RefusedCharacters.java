package mainstay.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Refuses parameters with characters that no database keeps or that turn other text around, before anybody
/// works with them. The fields of an upload are looked at only after the sender may send it: reading them
/// reads the file.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RefusedCharacters extends OncePerRequestFilter implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Problem> refusal = isUpload(request) ? Optional.empty() : refusal(request);
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ErrorPages.remember(refusal.get(), request);
        response.sendError(refusal.get().status());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isUpload(request)) {
            refusal(request).ifPresent(problem -> {
                throw problem;
            });
        }
        return true;
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    private static Optional<Problem> refusal(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> Stream.concat(Stream.of(parameter.getKey()), Stream.of(parameter.getValue()))
                        .anyMatch(text -> !HarmlessText.is(text)))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(name -> new Problem.Invalid("error.characters", HarmlessText.cleaned(name)));
    }
}
