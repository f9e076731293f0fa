package mainstay.identity;

import java.time.Clock;
import mainstay.shared.web.BareAnswers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Two doors: programs come with a bearer token and leave no session, people sign in on a page.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /// The description of the API is a page for people, and for programs that bring a token.
    private static final RequestMatcher WITH_TOKEN = new AndRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/api/docs/**"),
            request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null);

    private final Users users;
    private final AccessTokens tokens;
    private final SecureTransport transport;
    private final BareAnswers answers;
    private final Clock clock;

    SecurityConfiguration(
            Users users, AccessTokens tokens, SecureTransport transport, BareAnswers answers, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.transport = transport;
        this.answers = answers;
        this.clock = clock;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) {
        ActorFilter actors = new ActorFilter(users, tokens, clock, false);
        return http.securityMatchers(paths ->
                        paths.requestMatchers("/api/v1/**", "/actuator/**").requestMatchers(WITH_TOKEN))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((who, request) ->
                                new AuthorizationDecision(isAdministrator() && CurrentUser.has(TokenScope.METRICS)))
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint((request, response, problem) -> {
                    response.setHeader("WWW-Authenticate", "Bearer");
                    response.sendError(HttpStatus.UNAUTHORIZED.value());
                }))
                .headers(this::headers)
                .addFilterBefore(new UploadGuard(actors::sender, answers, false), CsrfFilter.class)
                .addFilterBefore(actors, AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, SignInOutcome outcome) {
        ActorFilter actors = new ActorFilter(users, tokens, clock, true);
        LoginUrlAuthenticationEntryPoint signInPage = new LoginUrlAuthenticationEntryPoint("/sign-in");
        signInPage.setFavorRelativeUris(true);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/sign-in/code",
                                "/sign-in/passkey/**",
                                "/sign-in/provider/**",
                                "/static/**",
                                "/webjars/**",
                                "/_static/**",
                                "/calendar/*",
                                "/calendar/*/*",
                                "/error",
                                "/favicon.ico")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .authenticationDetailsSource(Arrival::of)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .csrf(csrf -> csrf.csrfTokenRepository(transport.csrfTokens())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(signInPage))
                .headers(this::headers)
                .addFilterBefore(new UploadGuard(actors::sender, answers, true), CsrfFilter.class)
                .addFilterBefore(actors, AuthorizationFilter.class)
                .build();
    }

    private static boolean isAdministrator() {
        return CurrentUser.now()
                .map(User::role)
                .filter(Role.ADMINISTRATOR::equals)
                .isPresent();
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(always -> always.disable())
                .addHeaderWriter(transport.strictTransport())
                .contentTypeOptions(Customizer.withDefaults())
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }
}
