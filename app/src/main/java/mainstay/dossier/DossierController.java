package mainstay.dossier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.ChecksText;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/accounts/{code}/" + DossierPanels.ARCHIVE)
@Allowed.Everyone
class DossierController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final Dossiers dossiers;
    private final FactViews views;
    private final FactPages pages;
    private final FactDesk desk;
    private final KeepingSource keeping;
    private final ReadLog log;

    DossierController(
            AccountShells shells,
            Accounts accounts,
            Dossiers dossiers,
            FactViews views,
            FactPages pages,
            FactDesk desk,
            KeepingSource keeping,
            ReadLog log) {
        this.shells = shells;
        this.accounts = accounts;
        this.dossiers = dossiers;
        this.views = views;
        this.pages = pages;
        this.desk = desk;
        this.keeping = keeping;
        this.log = log;
    }

    @GetMapping
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, DossierPanels.ARCHIVE, request, response);
        Dossier dossier = dossiers.of(shell.account(), asOf);
        dossier.look(shell.account(), "page").ifPresent(look -> log.note(List.of(look)));
        return new ModelAndView("dossier/panel")
                .addObject("shell", shell)
                .addObject("keeping", keeping.of(shell.account()))
                .addObject("personal", dossiers.showsPersonal(shell.account()))
                .addObject("dossier", dossier);
    }

    /// @param filledIn what the form begins with, where the address says it
    @GetMapping("/{field}")
    ModelAndView field(
            @PathVariable String code,
            @PathVariable String field,
            FactForm filledIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, DossierPanels.ARCHIVE, request, response);
        return pages.of(shell, views.of(shell.account(), field, filledIn));
    }

    @PostMapping("/{field}")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    @ChecksText
    ModelAndView record(
            @PathVariable String code,
            @PathVariable String field,
            FactForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        return switch (desk.record(account, field, form)) {
            case FactOutcome.Kept kept ->
                done(account, kept.fact().current() ? "archive.kept" : "archive.keptOld", redirect);
            case FactOutcome.Refused refused ->
                pages.again(
                        shells.open(code, DossierPanels.ARCHIVE, request, response),
                        views.refused(account, field, form, refused.refusals()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case FactOutcome.Overtaken overtaken ->
                pages.again(
                        shells.open(code, DossierPanels.ARCHIVE, request, response),
                        views.overtaken(account, field, form),
                        HttpStatus.CONFLICT);
        };
    }

    @PostMapping("/{field}/reconfirmation")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView reconfirm(
            @PathVariable String code,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        return switch (desk.reconfirm(account, field, seen)) {
            case FactOutcome.Kept kept -> done(account, "archive.reconfirmed", redirect);
            case FactOutcome.Refused refused -> throw new IllegalStateException("nothing can be wrong with it");
            case FactOutcome.Overtaken overtaken -> moved(account, field, redirect);
        };
    }

    @PostMapping("/{field}/retirement")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView retire(
            @PathVariable String code,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        return switch (desk.retire(account, field, seen, reason)) {
            case FactOutcome.Kept kept -> done(account, "archive.retired", redirect);
            case FactOutcome.Refused refused -> {
                AccountShell shell = shells.open(code, DossierPanels.ARCHIVE, request, response);
                FactView view = views.of(account, field);
                yield pages.again(
                        shell,
                        views.refused(account, field, view.form(), refused.refusals()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case FactOutcome.Overtaken overtaken -> moved(account, field, redirect);
        };
    }

    private static ModelAndView done(AccountCard account, String key, RedirectAttributes redirect) {
        Flash.success(redirect, key);
        return new ModelAndView("redirect:" + account.path() + "/" + DossierPanels.ARCHIVE);
    }

    private static ModelAndView moved(AccountCard account, String field, RedirectAttributes redirect) {
        Flash.warning(redirect, "archive.moved");
        return new ModelAndView("redirect:" + account.path() + "/" + DossierPanels.ARCHIVE + "/" + field);
    }
}
