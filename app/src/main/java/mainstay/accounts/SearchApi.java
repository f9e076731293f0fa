package mainstay.accounts;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import mainstay.accounts.search.Likeness;
import mainstay.accounts.search.Likeness.Reason;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "Search")
@Allowed.Everyone
class SearchApi {

    private static final int LARGEST = 50;

    private final AccountSearch search;
    private final List<FoundBesides> besides;

    SearchApi(AccountSearch search, List<FoundBesides> besides) {
        this.besides = besides;
        this.search = search;
    }

    /// What was found, the closest first.
    ///
    /// @param reason why: code, codeBegins, name, nameBegins, words, pinyin, initials, otherCode, formerName
    /// or alike
    /// @param meant  the code or name, of today or of before, that answered
    record FoundJson(
            String kind,
            String code,
            String name,
            String href,
            @Nullable String region,
            @Nullable String manager,
            boolean closed,
            String reason,
            String meant) {

        static FoundJson of(FoundAccount account) {
            Likeness likeness = account.likeness();
            return new FoundJson(
                    "account",
                    account.code(),
                    account.name(),
                    AccountApi.AccountJson.href(account.code()),
                    account.region(),
                    account.manager(),
                    account.closed(),
                    word(likeness == null ? Reason.WORDS : likeness.reason()),
                    likeness == null ? account.name() : likeness.shown());
        }

        private static String word(Reason reason) {
            return switch (reason) {
                case CODE -> "code";
                case CODE_BEGINS -> "codeBegins";
                case NAME -> "name";
                case NAME_BEGINS -> "nameBegins";
                case WORDS -> "words";
                case PINYIN -> "pinyin";
                case INITIALS -> "initials";
                case OTHER_CODE -> "otherCode";
                case FORMER_NAME -> "formerName";
                case ALIKE -> "alike";
            };
        }
    }

    /// Something besides accounts, such as a fact or a document.
    ///
    /// @param account name of the account it belongs to
    /// @param what    which field, or what kind of document
    /// @param snippet what it says; empty where that is told on its own page only
    /// @param page    where it is found in the browser
    record HitJson(String account, String what, String snippet, String page) {}

    /// @param besides what was found besides accounts, of what the token may read
    record AnswerJson(String q, List<FoundJson> found, List<HitJson> besides) {}

    @GetMapping
    AnswerJson find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "20") int size) {
        if (size < 1 || size > LARGEST) {
            throw new Problem.Invalid("accounts.badSize", size, LARGEST);
        }
        return new AnswerJson(
                q,
                search.find(q, size).stream().map(FoundJson::of).toList(),
                besides.stream()
                        .filter(one -> one.scope().isHeld())
                        .flatMap(one -> one.find(q, size).stream())
                        .map(hit -> new HitJson(hit.account(), hit.labelKey(), hit.snippet(), hit.address()))
                        .toList());
    }
}
