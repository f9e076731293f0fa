package mainstay.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.shared.Problem;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// A program that misspells a parameter is told so: it would take the answer to another question for the
/// answer to its own.
@Component
class ApiParameters implements HandlerInterceptor, WebMvcConfigurer {

    /// Every answer is JSON already; whoever carries the command line's option over may say so.
    private static final String JSON = "json";

    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**").order(2);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Set<String> taken = known.computeIfAbsent(method.getMethod(), added -> namesOf(method));
            Set<String> strange = sent(request);
            strange.removeAll(taken);
            strange.remove(JSON);
            if (!strange.isEmpty()) {
                throw refusal(strange, taken);
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

    private static Set<String> sent(HttpServletRequest request) {
        Set<String> sent = new TreeSet<>(request.getParameterMap().keySet());
        if (request instanceof MultipartHttpServletRequest upload) {
            sent.addAll(upload.getFileMap().keySet());
        }
        return sent;
    }

    private Set<String> namesOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(this::namesOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> namesOf(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null) {
            parameter.initParameterNameDiscovery(names);
            String own = named.name().isEmpty() ? named.value() : named.name();
            return Stream.of(own.isEmpty() ? String.valueOf(parameter.getParameterName()) : own);
        }
        Class<?> type = parameter.getParameterType();
        return type.isRecord() && !parameter.hasParameterAnnotation(RequestBody.class)
                ? Arrays.stream(type.getDeclaredConstructors()).flatMap(ApiParameters::namesOf)
                : Stream.empty();
    }

    private static Stream<String> namesOf(Constructor<?> form) {
        return Arrays.stream(form.getParameters()).map(parameter -> {
            BindParam bound = AnnotatedElementUtils.findMergedAnnotation(parameter, BindParam.class);
            return bound == null ? parameter.getName() : bound.value();
        });
    }
}
