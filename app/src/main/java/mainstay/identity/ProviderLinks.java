package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import mainstay.identity.IdentityProvider.Answer;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/// Leads who is signed in here to who they are at the identity server, by going there and back as for signing in.
/// Nobody is bound before they have seen as whom.
@Component
class ProviderLinks {

    private static final String WISH = "link ";
    private static final String PAGE = "/profile/provider";

    private final IdentityProvider provider;

    ProviderLinks(IdentityProvider provider) {
        this.provider = provider;
    }

    /// What to open there; the answer counts for this user in this session alone. Nothing where it cannot be reached.
    Optional<String> ask(HttpServletRequest request, User user) {
        Optional<OAuth2AuthorizationRequest> question = provider.questionAnew(request);
        question.ifPresent(asked -> Challenge.keep(request, wish(user), asked));
        return question.map(OAuth2AuthorizationRequest::getAuthorizationRequestUri);
    }

    private static String wish(User user) {
        return WISH + user.id();
    }

    boolean isWish(String name) {
        return name.startsWith(WISH);
    }

    /// Keeps whom the server named until the user has confirmed it.
    ///
    /// @return where the browser goes on
    String comeBack(HttpServletRequest request, String wish, Answer answer) {
        Optional<User> user =
                CurrentUser.now().filter(signedIn -> wish(signedIn).equals(wish));
        if (user.isEmpty()) {
            return "/sign-in?late";
        }
        return switch (answer) {
            case Answer.Known known -> {
                Challenge.keep(request, wish, known.account());
                yield PAGE;
            }
            case Answer.Refused refused -> PAGE + "?refused";
            case Answer.Away away -> PAGE + "?away";
        };
    }

    /// Whom the server named in this session as this user, unless that was answered.
    Optional<ProviderAccount> waiting(HttpServletRequest request, User user) {
        return named(Challenge.waiting(request, ProviderAccount.class), user);
    }

    /// Counts once.
    Optional<ProviderAccount> take(HttpServletRequest request, User user) {
        return named(Challenge.take(request, ProviderAccount.class), user);
    }

    private Optional<ProviderAccount> named(Optional<Challenge<ProviderAccount>> kept, User user) {
        return kept.filter(waiting -> waiting.name().equals(wish(user)))
                .map(Challenge::options)
                .filter(account -> account.issuer().equals(provider.settings().issuer()));
    }
}
