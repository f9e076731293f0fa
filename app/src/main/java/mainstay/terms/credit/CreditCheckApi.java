package mainstay.terms.credit;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import mainstay.identity.Allowed;
import mainstay.identity.NeedsScope;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@NeedsScope(TokenScope.CREDIT_CHECK)
@RequestMapping("/api/v1/credit-checks")
@Tag(name = "Credit")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
class CreditCheckApi {

    private static final int LONGEST_KEY = 200;

    private final CreditDesk desk;
    private final PageContexts contexts;

    CreditCheckApi(CreditDesk desk, PageContexts contexts) {
        this.desk = desk;
        this.contexts = contexts;
    }

    /// Warns at a quote, holds an order, and never stops the invoice of what was delivered.
    ///
    /// @param key the same key gets the same answer; the same key with another question is refused
    @PostMapping
    CreditAnswer check(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody CreditQuestion question,
            HttpServletRequest request) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem.Invalid("credit.wrong.key", LONGEST_KEY);
        }
        return desk.check(question, key.strip(), contexts.locale(request));
    }
}
