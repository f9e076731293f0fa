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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Refuses parameters with characters that no database keeps or that turn other text around, before anybody
/// works with them. The fields of an upload are looked at only after the sender may send it: reading them
/// reads the file. So are those of a form, which is told to its sender with all that was typed ([Mending]).
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RefusedCharacters extends OncePerRequestFilter implements HandlerInterceptor, WebMvcConfigurer {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    RefusedCharacters(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Problem> refusal = isUpload(request) ? Optional.empty() : refusal(request);
        if (refusal.isEmpty() || isForm(request)) {
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
        boolean checks = handler instanceof HandlerMethod method && method.hasMethodAnnotation(ChecksText.class);
        if (!checks) {
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

    /// Whether a handler of ours is asked in the end, and with it this as interceptor; a filter may be the one who
    /// answers elsewhere, as at the door.
    private boolean isForm(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return false;
        }
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        try {
            if (!parsed) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            HandlerExecutionChain found = mappings.getObject().getHandler(request);
            return found != null && found.getHandler() instanceof HandlerMethod;
        } catch (Exception none) {
            logger.debug("nobody takes this", none);
            return false;
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
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
