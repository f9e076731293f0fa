package mainstay.planning.key;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.NeedsScope;
import mainstay.identity.TokenScope;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The keys tell how full archives are, so that a token needs their scope.
@RestController
@Tag(name = "Plans")
@Allowed.Everyone
@NeedsScope(TokenScope.READ_ARCHIVE)
class KeyApi {

    private final Keys keys;
    private final Accounts accounts;
    private final Texts texts;
    private final PageContexts contexts;

    KeyApi(Keys keys, Accounts accounts, Texts texts, PageContexts contexts) {
        this.keys = keys;
        this.accounts = accounts;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// How a key stands.
    ///
    /// @param mark `green`, `amber`, `red`, `unknown` or `hidden`
    /// @param why  in words of the language asked for
    /// @param toDo what would turn it green, and where one does that
    record KeyJson(String mark, String why, List<ToDoJson> toDo) {}

    record ToDoJson(String what, String path) {}

    /// @param stars 0 where there are none
    /// @param money sales of twelve months; null where unknown
    /// @param keys  by their codes
    record AccountKeysJson(
            String code,
            String name,
            @Nullable String manager,
            int stars,
            @Nullable BigDecimal money,
            long notGreen,
            Map<String, KeyJson> keys) {}

    /// @param accounts of the page that is asked for
    /// @param counts   how many of all accounts have which mark, by key
    /// @param cut      whether there are more accounts than are judged at once
    record KeyMapJson(
            int page,
            int pages,
            int total,
            boolean cut,
            Map<String, Map<String, Long>> counts,
            List<AccountKeysJson> accounts) {}

    @GetMapping("/api/v1/keys")
    KeyMapJson map(KeyQuery query, HttpServletRequest request) {
        KeyMap map = keys.page(query);
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (Key key : Key.values()) {
            Map<String, Long> ofKey = new LinkedHashMap<>();
            map.marks(key).forEach(mark -> ofKey.put(mark.code(), map.count(key, mark)));
            counts.put(key.code(), ofKey);
        }
        Locale locale = contexts.locale(request);
        return new KeyMapJson(
                map.at(),
                map.pages(),
                map.accounts(),
                map.cut(),
                counts,
                map.rows().stream().map(account -> json(account, locale)).toList());
    }

    @GetMapping("/api/v1/accounts/{code}/keys")
    AccountKeysJson one(@PathVariable String code, HttpServletRequest request) {
        return json(
                keys.of(accounts.at(code).id()).orElseThrow(() -> new Problem.NotFound("account.unknown", code)),
                contexts.locale(request));
    }

    private AccountKeysJson json(AccountKeys account, Locale locale) {
        Map<String, KeyJson> marks = new LinkedHashMap<>();
        account.marks().forEach(mark -> marks.put(mark.key().code(), json(mark, locale)));
        Long money = account.money();
        return new AccountKeysJson(
                account.code(),
                account.name(),
                account.manager(),
                account.stars(),
                money == null ? null : new Money(money).toDecimal(),
                account.notGreen(),
                marks);
    }

    private KeyJson json(KeyMark mark, Locale locale) {
        KeyCheck why = mark.decisive();
        return new KeyJson(
                mark.mark().code(),
                texts.get(locale, why.whyKey(), why.arguments().toArray()),
                mark.toDo().stream()
                        .map(check -> new ToDoJson(texts.get(locale, check.remedyKey()), check.path()))
                        .toList());
    }
}
