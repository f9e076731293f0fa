package mainstay.dossier.card;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.shared.web.PageContexts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts/{code}")
@Tag(name = "Archive")
@Allowed.Everyone
class CardApi {

    private final Accounts accounts;
    private final CardDesk desk;
    private final PageContexts contexts;

    CardApi(Accounts accounts, CardDesk desk, PageContexts contexts) {
        this.accounts = accounts;
        this.desk = desk;
        this.contexts = contexts;
    }

    /// A card or brief in the words of the request's language.
    ///
    /// @param confidential whether anything of it is, so that the read log holds this request
    record SheetJson(String account, String name, boolean confidential, List<Sheet.Block> blocks) {

        static SheetJson of(Sheet sheet) {
            return new SheetJson(sheet.code(), sheet.title(), sheet.isConfidential(), sheet.blocks());
        }
    }

    @GetMapping("/card")
    SheetJson card(@PathVariable String code, HttpServletRequest request) {
        AccountCard account = accounts.at(code);
        return SheetJson.of(desk.card(account, contexts.of(request, Map.of()), "api", "card"));
    }

    @GetMapping("/brief")
    SheetJson brief(@PathVariable String code, HttpServletRequest request) {
        AccountCard account = accounts.at(code);
        return SheetJson.of(desk.brief(account, contexts.of(request, Map.of()), "api", "brief"));
    }
}
