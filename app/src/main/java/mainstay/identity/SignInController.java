package mainstay.identity;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Allowed.Open
class SignInController {

    private final IdentityProvider provider;

    SignInController(IdentityProvider provider) {
        this.provider = provider;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String wait,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String late,
            @RequestParam(required = false) @Nullable String passkey,
            @RequestParam(name = "provider", required = false) @Nullable String refusedThere,
            @RequestParam(required = false) @Nullable String away,
            @RequestParam(required = false) @Nullable String unknown,
            Model model) {
        String key = Stream.of(
                        told(wrong, "signIn.wrong"),
                        told(wait, "signIn.wait"),
                        told(out, "signIn.out"),
                        told(late, "signIn.late"),
                        told(passkey, "signIn.passkey"),
                        told(refusedThere, "signIn.provider"),
                        told(away, "signIn.away"),
                        told(unknown, "signIn.unknown"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        ProviderSettings settings = provider.settings();
        model.addAttribute("messageKey", key);
        model.addAttribute("provider", settings.isOn() ? settings.label().strip() : null);
        return "identity/sign-in";
    }

    private static Optional<String> told(@Nullable String asked, String key) {
        return asked == null ? Optional.empty() : Optional.of(key);
    }
}
