package mainstay.dossier.personal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.dossier.Look;
import mainstay.dossier.ReadLog;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/accounts/{code}/archive/personal")
@Allowed.Everyone
class PersonalController {

    private static final String ARCHIVE = "archive";

    private final AccountShells shells;
    private final Accounts accounts;
    private final PersonalViews views;
    private final PersonalDesk desk;
    private final ReadLog log;

    PersonalController(AccountShells shells, Accounts accounts, PersonalViews views, PersonalDesk desk, ReadLog log) {
        this.shells = shells;
        this.accounts = accounts;
        this.views = views;
        this.desk = desk;
        this.log = log;
    }

    @GetMapping
    ModelAndView people(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, ARCHIVE, request, response);
        return new ModelAndView("personal/people")
                .addObject("shell", shell)
                .addObject("people", views.people(shell.account()));
    }

    @GetMapping("/{person}")
    ModelAndView person(
            @PathVariable String code,
            @PathVariable long person,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(shells.open(code, ARCHIVE, request, response), person, null);
    }

    @PostMapping("/{person}/{field}")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView record(
            @PathVariable String code,
            @PathVariable long person,
            @PathVariable String field,
            PersonalForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        return switch (desk.record(account, person, field, form)) {
            case PersonalOutcome.Kept kept -> done(account, person, "personal.kept", redirect);
            case PersonalOutcome.Refused refused -> {
                ModelAndView again = page(
                        shells.open(code, ARCHIVE, request, response),
                        person,
                        new PersonalViews.Attempt(field, form, refused.refusals(), false));
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
            case PersonalOutcome.Overtaken overtaken -> {
                ModelAndView again = page(
                        shells.open(code, ARCHIVE, request, response),
                        person,
                        new PersonalViews.Attempt(field, form, Map.of(), true));
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
        };
    }

    @PostMapping("/{person}/{field}/removal")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView remove(
            @PathVariable String code,
            @PathVariable long person,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        if (desk.remove(account, person, field, seen) instanceof PersonalOutcome.Overtaken) {
            Flash.warning(redirect, "personal.movedOn");
            return new ModelAndView("redirect:" + account.path() + "/archive/personal/" + person);
        }
        return done(account, person, "personal.removed", redirect);
    }

    private static ModelAndView done(AccountCard account, long person, String key, RedirectAttributes redirect) {
        Flash.success(redirect, key);
        return new ModelAndView("redirect:" + account.path() + "/archive/personal/" + person);
    }

    private ModelAndView page(AccountShell shell, long person, PersonalViews.@Nullable Attempt attempt) {
        PersonalView view = views.of(shell.account(), person, attempt);
        if (!view.isEmpty()) {
            log.note(List.of(
                    new Look(shell.account().id(), "person", List.of("personal"), Level.PERSONAL, "#" + person)));
        }
        return new ModelAndView("personal/person").addObject("shell", shell).addObject("view", view);
    }
}
