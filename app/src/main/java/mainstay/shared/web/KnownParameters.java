package mainstay.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// Which parameters the answer to an address depends on.
@Component
class KnownParameters {

    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    Set<String> of(HandlerMethod method) {
        return known.computeIfAbsent(method.getMethod(), added -> namesOf(method));
    }

    /// Those of a request that the answer does not depend on.
    ///
    /// @param allowed one that may come along all the same
    Set<String> strange(HttpServletRequest request, HandlerMethod method, String allowed) {
        Set<String> strange = sent(request);
        strange.removeAll(of(method));
        strange.remove(allowed);
        return strange;
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
                ? Arrays.stream(type.getDeclaredConstructors()).flatMap(KnownParameters::namesOf)
                : Stream.empty();
    }

    private static Stream<String> namesOf(Constructor<?> form) {
        return Arrays.stream(form.getParameters()).map(parameter -> {
            BindParam bound = AnnotatedElementUtils.findMergedAnnotation(parameter, BindParam.class);
            return bound == null ? parameter.getName() : bound.value();
        });
    }
}
