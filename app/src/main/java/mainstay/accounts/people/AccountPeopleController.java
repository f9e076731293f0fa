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
import mainstay.shared.web.ChecksText;
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

    /// @param asOf shows who held a position on that day
    @GetMapping
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, PeoplePanels.PEOPLE, request, response);
        List<Position> all = files.positionsAt(shell.account().id());
        Map<Long, List<Contact>> contacts =
                files.contacts(all.stream().map(Position::personId).distinct().toList());
        boolean mayWrite = Acting.actor().role() != Role.VIEWER;
        LocalDate today = LocalDate.now(clock);
        AskedDay asked = AskedDay.of(asOf, today);
        LocalDate day = asked.day();
        ModelAndView page = new ModelAndView("people/panel")
                .addObject("shell", shell)
                .addObject("asked", asked)
                .addObject(
                        "people",
                        day == null
                                ? AccountPeople.today(all, contacts, mayWrite, today)
                                : AccountPeople.asOf(day, all, contacts, mayWrite));
        if (asked.refusal() != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @GetMapping("/new")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView fresh(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        return page(shells.open(code, PeoplePanels.PEOPLE, request, response), PersonForms.fresh());
    }

    /// @param existing number of somebody known who is meant, instead of somebody new
    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    @ChecksText
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
