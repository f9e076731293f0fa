package mainstay.planning.need;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import mainstay.accounts.AccountPanel;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.people.PersonFiles;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.planning.Written;
import mainstay.shared.Problem;
import mainstay.shared.web.ChecksText;
import mainstay.shared.web.FormAnswer;
import mainstay.shared.web.PageContexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/accounts/{code}/" + NeedController.NEEDS)
@Allowed.Everyone
class NeedController {

    static final String NEEDS = "needs";

    private final AccountShells shells;
    private final NeedDesk desk;
    private final PersonFiles people;
    private final PageContexts contexts;

    NeedController(AccountShells shells, NeedDesk desk, PersonFiles people, PageContexts contexts) {
        this.shells = shells;
        this.desk = desk;
        this.people = people;
        this.contexts = contexts;
    }

    @Configuration(proxyBeanMethods = false)
    static class Panel {

        @Bean
        AccountPanel needsPanel() {
            return new AccountPanel(NEEDS, "need.tab", 16, Level.BUSINESS);
        }
    }

    @GetMapping
    ModelAndView panel(
            @PathVariable String code, NotedNeed noted, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, NEEDS, request, response);
        return list(shell, desk.empty(noted, contexts.of(request, Map.of())));
    }

    @PostMapping
    @ChecksText
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView add(
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountShell shell = shells.open(code, NEEDS, request, response);
        Written form = Written.of(fields);
        boolean refused = desk.add(shell.account().id(), form).isEmpty();
        return FormAnswer.of(refused, () -> list(shell, form), redirect, path(shell), "need.added");
    }

    @GetMapping("/{id}")
    ModelAndView one(
            @PathVariable String code,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, NEEDS, request, response);
        return one(shell, at(shell, id), Written.of(at(shell, id).need().written()));
    }

    @PostMapping("/{id}")
    @ChecksText
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView change(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountShell shell = shells.open(code, NEEDS, request, response);
        NeedDesk.Answered before = at(shell, id);
        Written form = Written.of(fields);
        boolean refused = !desk.change(id, form);
        return FormAnswer.of(refused, () -> one(shell, before, form), redirect, path(shell), "need.changed");
    }

    private NeedDesk.Answered at(AccountShell shell, long id) {
        NeedDesk.Answered found = desk.at(id);
        if (found.need().accountId() != shell.account().id()) {
            throw new Problem.NotFound("need.unknown");
        }
        return found;
    }

    private static String path(AccountShell shell) {
        return shell.account().path() + "/" + NEEDS;
    }

    private ModelAndView list(AccountShell shell, Written form) {
        return page("planning/needs", shell, form)
                .addObject("needs", desk.of(shell.account().id()));
    }

    private ModelAndView one(AccountShell shell, NeedDesk.Answered need, Written form) {
        return page("planning/need", shell, form).addObject("answered", need);
    }

    private ModelAndView page(String template, AccountShell shell, Written form) {
        long account = shell.account().id();
        return new ModelAndView(template)
                .addObject("shell", shell)
                .addObject("form", form)
                .addObject("mayWrite", desk.mayWrite(account))
                .addObject("people", people.positionsAt(account));
    }
}
