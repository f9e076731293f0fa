package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Asks the identity server of the firm who somebody is. State, nonce, proof key, signature and terms of what it says
/// are checked by the framework.
@Component
class IdentityProvider {

    static final String RETURN = "/sign-in/provider/return";

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    private static final String ONE = "firm";

    private final PublicAddress address;
    private final OidcAuthorizationCodeAuthenticationProvider exchange =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
    private volatile ProviderSettings settings;
    private volatile @Nullable ClientRegistration known;

    IdentityProvider(ProviderSettings settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /// What it says.
    sealed interface Answer {

        record Known(ProviderAccount account, OidcUser person) implements Answer {}

        record Refused() implements Answer {}

        record Away() implements Answer {}
    }

    ProviderSettings settings() {
        return settings;
    }

    /// Another one from now on.
    void use(ProviderSettings others) {
        settings = others;
        known = null;
    }

    /// What a browser has to carry there; nothing where it cannot be reached.
    Optional<OAuth2AuthorizationRequest> question(HttpServletRequest request) {
        return question(request, Map.of());
    }

    /// Whoever is signed in there shows once more who they are: browsers are lent, and one person may have two
    /// accounts.
    Optional<OAuth2AuthorizationRequest> questionAnew(HttpServletRequest request) {
        return question(request, Map.of("prompt", "login"));
    }

    private Optional<OAuth2AuthorizationRequest> question(HttpServletRequest request, Map<String, Object> more) {
        try {
            DefaultOAuth2AuthorizationRequestResolver resolver =
                    new DefaultOAuth2AuthorizationRequestResolver(id -> registration(), "/sign-in/provider");
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                    .andThen(asked -> asked.additionalParameters(parameters -> parameters.putAll(more))));
            return Optional.ofNullable(resolver.resolve(request, ONE));
        } catch (IllegalArgumentException | IllegalStateException notFound) {
            LOG.warn("the identity server {} was not reached: {}", settings.issuer(), notFound.getMessage());
            return Optional.empty();
        }
    }

    Answer check(OAuth2AuthorizationRequest asked, String code, String state) {
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                .state(state)
                .redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                .build();
        try {
            Authentication answered = exchange.authenticate(new OAuth2LoginAuthenticationToken(
                    registration(), new OAuth2AuthorizationExchange(asked, response)));
            if (answered == null || !(answered.getPrincipal() instanceof OidcUser person)) {
                return new Answer.Refused();
            }
            String subject = person.getSubject();
            return subject == null
                    ? new Answer.Refused()
                    : new Answer.Known(ProviderAccount.of(settings.issuer(), subject, person), person);
        } catch (AuthenticationException | IllegalArgumentException | IllegalStateException refused) {
            LOG.warn("the answer of the identity server {} was not taken: {}", settings.issuer(), refused.getMessage());
            return isAway(refused) ? new Answer.Away() : new Answer.Refused();
        }
    }

    private static boolean isAway(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /// Its addresses, asked for when they are first needed: a server that is away then keeps nobody from a password.
    private ClientRegistration registration() {
        ClientRegistration kept = known;
        if (kept == null) {
            kept = ClientRegistrations.fromIssuerLocation(settings.issuer().strip())
                    .registrationId(ONE)
                    .clientId(settings.clientId().strip())
                    .clientSecret(settings.clientSecret().strip())
                    .scope(List.of("openid", "profile", "email"))
                    .redirectUri((address.url().isBlank() ? "{baseUrl}" : base(address.url())) + RETURN)
                    .build();
            known = kept;
        }
        return kept;
    }

    private static String base(String url) {
        return url.strip().replaceAll("/+$", "");
    }
}
