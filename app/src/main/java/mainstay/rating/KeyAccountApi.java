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
    private final Regions regions;
    private final KeySentences sentences;
    private final PageContexts contexts;

    KeyAccountApi(KeyAccounts accounts, Regions regions, KeySentences sentences, PageContexts contexts) {
        this.accounts = accounts;
        this.regions = regions;
        this.sentences = sentences;
        this.contexts = contexts;
    }

    /// Key and provisional ones, the largest first. Sums of groups are for those who see the whole firm.
    ///
    /// @param region within which; over all sales without
    @GetMapping("/api/v1/key-accounts")
    List<KeyAccountJson> list(
            @RequestParam(required = false) @Nullable Flag group,
            @RequestParam(defaultValue = "") String region,
            HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        return accounts.key(Within.firm(grouped(group)).region(region)).stream()
                .map(account -> KeyAccountJson.of(account, sentences, locale))
                .toList();
    }

    /// The regions within which the rule was run, the largest first.
    @GetMapping("/api/v1/regions")
    List<RegionJson> regions(@RequestParam(required = false) @Nullable Flag group) {
        return regions.all(grouped(group)).stream().map(RegionJson::of).toList();
    }

    private static boolean grouped(@Nullable Flag group) {
        return group != null && group.on() && Acting.actor().reaches(Level.BUSINESS);
    }
}
