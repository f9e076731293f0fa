package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a request through to a route of ours only for the roles that the route names.
@Component
public class RouteGuard implements HandlerInterceptor, WebMvcConfigurer {

    private static final String OURS = "mainstay.";

    private final FactorDuty duty;

    RouteGuard(FactorDuty duty) {
        this.duty = duty;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)
                && !isOpen(method)) {
            Role role = CurrentUser.now().map(User::role).orElse(null);
            if (role == null || !rolesOf(method).contains(role)) {
                throw new Problem.Forbidden("error.403");
            }
            checkScope(TokenScope.neededFor(method, request.getMethod()), response);
            if (method.getBeanType() != SecondFactorController.class
                    && duty.isOpen(CurrentUser.user(), CurrentUser.signedIn())) {
                leadTo("/profile/second-factor", request, response);
                return false;
            }
        }
        return true;
    }

    /// A part of a page leads the whole page there.
    private static void leadTo(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", path);
        } else {
            response.sendRedirect(path);
        }
    }

    /// Whoever signed in on a page has every scope.
    private static void checkScope(TokenScope needed, HttpServletResponse response) {
        if (!CurrentUser.has(needed)) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"insufficient_scope\", scope=\"" + needed.code() + "\"");
            throw new Problem.Forbidden("error.scope", needed.code());
        }
    }

    public static boolean isOpen(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS + "shared.")
                || find(method, Allowed.Open.class).isPresent();
    }

    /// The roles that may use a route; none where it says nothing.
    public static Set<Role> rolesOf(HandlerMethod method) {
        Allowed own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allowed.class);
        if (own != null) {
            return setOf(own);
        }
        if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), Allowed.Everyone.class)) {
            return EnumSet.allOf(Role.class);
        }
        return find(method, Allowed.class)
                .map(RouteGuard::setOf)
                .orElseGet(() -> find(method, Allowed.Everyone.class).isPresent()
                        ? EnumSet.allOf(Role.class)
                        : EnumSet.noneOf(Role.class));
    }

    private static Set<Role> setOf(Allowed allowed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(Set.of(allowed.value()));
        return roles;
    }

    private static <A extends Annotation> Optional<A> find(HandlerMethod method, Class<A> kind) {
        @Nullable A own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), kind);
        return Optional.ofNullable(
                own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), kind));
    }
}
