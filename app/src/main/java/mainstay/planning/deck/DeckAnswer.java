package mainstay.planning.deck;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.planning.deck.DeckDesk.Wish;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// A deck as the answer to a request.
@Component
class DeckAnswer {

    private static final List<String> LANGUAGES = List.of("en", "zh-CN", "zh-TW");

    private final Accounts accounts;
    private final DeckDesk desk;
    private final PageContexts contexts;
    private final Clock clock;

    DeckAnswer(Accounts accounts, DeckDesk desk, PageContexts contexts, Clock clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.contexts = contexts;
        this.clock = clock;
    }

    /// @param language empty for that of whoever asks
    ResponseEntity<byte[]> of(
            String code,
            DeckForm form,
            String language,
            @Nullable Long plan,
            String where,
            HttpServletRequest request) {
        AccountCard account = accounts.at(code);
        byte[] file = desk.file(new Wish(account, plan, language(language, request), form, where));
        String name = "review-%s-%s".formatted(account.code(), LocalDate.now(clock));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        name.replaceAll("[^\\p{L}\\p{N}.\\-]+", "_") + "." + form.code(),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }

    private Locale language(String asked, HttpServletRequest request) {
        if (asked.isEmpty()) {
            return contexts.locale(request);
        }
        if (!LANGUAGES.contains(asked)) {
            throw new Problem.Invalid("deck.noLanguage", String.join(", ", LANGUAGES));
        }
        return Locale.forLanguageTag(asked);
    }
}
