package mainstay.dossier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class EvidenceController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final EvidenceDesk desk;
    private final FactViews views;
    private final FactPages pages;

    EvidenceController(AccountShells shells, Accounts accounts, EvidenceDesk desk, FactViews views, FactPages pages) {
        this.shells = shells;
        this.accounts = accounts;
        this.desk = desk;
        this.views = views;
        this.pages = pages;
    }

    @PostMapping("/accounts/{code}/" + DossierPanels.ARCHIVE + "/{field}/evidence")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView add(
            @PathVariable String code,
            @PathVariable String field,
            EvidenceForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        return switch (desk.add(account, field, form)) {
            case FactOutcome.Kept kept -> {
                Flash.success(redirect, "evidence.kept");
                yield new ModelAndView("redirect:" + path(account, field));
            }
            case FactOutcome.Refused refused -> {
                FactView view = views.of(account, field);
                yield pages.again(
                        shells.open(code, DossierPanels.ARCHIVE, request, response),
                        views.refused(account, field, view.form(), refused.refusals()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case FactOutcome.Overtaken overtaken -> {
                Flash.warning(redirect, "archive.moved");
                yield new ModelAndView("redirect:" + path(account, field));
            }
        };
    }

    private static String path(AccountCard account, String field) {
        return account.path() + "/" + DossierPanels.ARCHIVE + "/" + field;
    }
}
