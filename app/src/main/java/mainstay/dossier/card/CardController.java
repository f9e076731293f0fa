package mainstay.dossier.card;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.shared.DocumentFonts;
import mainstay.shared.web.PageContext;
import mainstay.shared.web.PageContexts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/accounts/{code}")
@Allowed.Everyone
class CardController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final CardDesk desk;
    private final PageContexts contexts;
    private final DocumentFonts fonts;

    CardController(AccountShells shells, Accounts accounts, CardDesk desk, PageContexts contexts, DocumentFonts fonts) {
        this.shells = shells;
        this.accounts = accounts;
        this.desk = desk;
        this.contexts = contexts;
        this.fonts = fonts;
    }

    @GetMapping("/" + CardPanels.CARD)
    ModelAndView card(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, CardPanels.CARD, request, response);
        return panel(shell, "card", desk.card(shell.account(), page(request), "card", ""));
    }

    @GetMapping("/brief")
    ModelAndView brief(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, CardPanels.CARD, request, response);
        return panel(shell, "brief", desk.brief(shell.account(), page(request), "brief", ""));
    }

    private static ModelAndView panel(AccountShell shell, String kind, Sheet sheet) {
        return new ModelAndView("dossier/card")
                .addObject("shell", shell)
                .addObject("kind", kind)
                .addObject("sheet", sheet);
    }

    /// For the printer of whoever looks at it.
    @GetMapping("/{kind:card|brief}/print")
    ModelAndView print(@PathVariable String code, @PathVariable String kind, HttpServletRequest request) {
        AccountCard account = accounts.at(code);
        return new ModelAndView("dossier/paper")
                .addObject("account", account)
                .addObject("kind", kind)
                .addObject("sheet", sheet(account, kind, request, "print", kind));
    }

    @GetMapping("/{kind:card|brief}.pdf")
    void pdf(
            @PathVariable String code,
            @PathVariable String kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AccountCard account = accounts.at(code);
        Sheet sheet = sheet(account, kind, request, "export", kind + ".pdf");
        SheetDocument document = new SheetDocument(fonts.of(sheet.letters()));
        byte[] paper = kind.equals("card") ? document.onOnePage(sheet) : document.of(sheet);
        response.setContentType("application/pdf");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                (kind + "-" + account.code()).replaceAll("[^\\p{L}\\p{N}.\\-]+", "_") + ".pdf",
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(paper);
    }

    private Sheet sheet(AccountCard account, String kind, HttpServletRequest request, String where, String detail) {
        return kind.equals("card")
                ? desk.card(account, page(request), where, detail)
                : desk.brief(account, page(request), where, detail);
    }

    private PageContext page(HttpServletRequest request) {
        return contexts.of(request, Map.of());
    }
}
