package mainstay.rating;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.shared.web.Flag;
import mainstay.shared.web.PageContexts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Key accounts")
@Allowed.Everyone
class KeyAccountApi {
    private final KeyAccounts accounts;
    private final KeySentences sentences;
    private final PageContexts contexts;

    KeyAccountApi(KeyAccounts accounts, KeySentences sentences, PageContexts contexts) {
        this.accounts = accounts;
        this.sentences = sentences;
        this.contexts = contexts;
    }

    /// Key and provisional ones, the largest first. Sums of groups are for those who see the whole firm.
    @GetMapping("/api/v1/key-accounts")
    List<KeyAccountJson> list(@RequestParam(required = false) @Nullable Flag group, HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        boolean whole = Acting.actor().reaches(Level.BUSINESS);
        return accounts.key(group != null && group.on() && whole).stream()
                .map(account -> KeyAccountJson.of(account, sentences, locale))
                .toList();
    }
}
