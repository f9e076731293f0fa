package mainstay.accounts.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
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
@RequestMapping("/accounts/{code}/" + PeoplePanels.PEOPLE)
@Allowed.Everyone
class AccountPeopleController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final PersonFiles files;
    private final PersonDesk desk;
    private final Clock clock;

    AccountPeopleController(AccountShells shells, Accounts accounts, PersonFiles files, PersonDesk desk, Clock clock) {
        this.shells = shells;
        this.accounts = accounts;
        this.files = files;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, PeoplePanels.PEOPLE, request, response);
        LocalDate today = LocalDate.now(clock);
        List<Position> all = files.positionsAt(shell.account().id());
        AccountPeople people = new AccountPeople(
                all.stream().filter(one -> one.isHeld(today)).toList(),
                all.stream().filter(one -> !one.isHeld(today)).toList(),
                files.contacts(all.stream().map(Position::personId).distinct().toList()),
                Acting.actor().role() != Role.VIEWER,
                today);
        return new ModelAndView("people/panel").addObject("shell", shell).addObject("people", people);
    }

    @GetMapping("/new")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView fresh(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        return page(shells.open(code, PeoplePanels.PEOPLE, request, response), PersonForms.fresh());
    }

    /// @param existing number of somebody known who is meant, instead of somebody new
    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView add(
            @PathVariable String code,
            PersonForm form,
            PositionForm position,
            @RequestParam(required = false) @Nullable Long existing,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        PersonOutcome outcome =
                existing == null ? desk.add(account, form, position) : desk.place(existing, account, position);
        return switch (outcome) {
            case PersonOutcome.Kept kept -> {
                Flash.success(redirect, "people.added");
                yield new ModelAndView("redirect:" + account.path() + "/" + PeoplePanels.PEOPLE);
            }
            case PersonOutcome.Refused refused ->
                again(
                        code,
                        new PersonForms(form, position, null, refused.refusals(), false, List.of()),
                        request,
                        response);
            case PersonOutcome.Alike alike ->
                again(code, new PersonForms(form, position, null, Map.of(), false, alike.twins()), request, response);
            case PersonOutcome.Overtaken overtaken -> throw new IllegalStateException("nothing stood there before");
        };
    }

    private ModelAndView again(
            String code, PersonForms forms, HttpServletRequest request, HttpServletResponse response) {
        ModelAndView page = page(shells.open(code, PeoplePanels.PEOPLE, request, response), forms);
        page.setStatus(forms.twins().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView page(AccountShell shell, PersonForms forms) {
        return new ModelAndView("people/new", Map.of("shell", shell, "forms", forms));
    }
}
