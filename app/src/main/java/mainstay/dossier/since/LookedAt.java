package mainstay.dossier.since;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import mainstay.accounts.AccountShell;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Notes that somebody looked at an account, once its page was shown.
@Component
class LookedAt implements HandlerInterceptor, WebMvcConfigurer {

    private final LastLooks looks;
    private final Clock clock;

    LookedAt(LastLooks looks, Clock clock) {
        this.looks = looks;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/accounts/**");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        boolean shown = failed == null && response.getStatus() == HttpStatus.OK.value();
        Long user = Acting.now().map(Actor::id).orElse(null);
        if (shown && user != null && request.getAttribute(AccountShell.OPENED) instanceof Long account) {
            looks.note(account, user, clock.instant());
        }
    }
}
