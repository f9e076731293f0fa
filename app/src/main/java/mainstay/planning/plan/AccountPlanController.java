package mainstay.planning.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.planning.Written;
import mainstay.planning.key.Keys;
import mainstay.planning.playbook.Playbook;
import mainstay.shared.web.ChecksText;
import mainstay.shared.web.FormAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The plan of an account: its keys, the plan that runs, those before, and the start of another.
@Controller
@RequestMapping("/accounts/{code}/" + PlanPanels.PLAN)
@Allowed.Everyone
class AccountPlanController {

    private final AccountShells shells;
    private final PlanDesk desk;
    private final PlanStart start;
    private final PlanReading reading;
    private final Keys keys;
    private final Texts texts;
    private final PageContexts contexts;

    AccountPlanController(
            AccountShells shells,
            PlanDesk desk,
            PlanStart start,
            PlanReading reading,
            Keys keys,
            Texts texts,
            PageContexts contexts) {
        this.shells = shells;
        this.desk = desk;
        this.start = start;
        this.reading = reading;
        this.keys = keys;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, PlanPanels.PLAN, request, response);
        return page(shell, start.empty(shell.account(), contexts.locale(request)), request);
    }

    @PostMapping
    @ChecksText
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView start(
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountShell shell = shells.open(code, PlanPanels.PLAN, request, response);
        Written form = Written.of(fields);
        Optional<Long> started = start.start(shell.account(), form, contexts.locale(request));
        return FormAnswer.of(
                started.isEmpty(),
                () -> page(shell, form, request),
                redirect,
                "/plans/" + started.orElse(0L),
                "plan.started");
    }

    private ModelAndView page(AccountShell shell, Written form, HttpServletRequest request) {
        List<Plan> plans = desk.of(shell.account().id());
        Locale locale = contexts.locale(request);
        Map<String, String> playbooks = new LinkedHashMap<>();
        for (Playbook playbook : start.offered()) {
            playbooks.put(playbook.code(), texts.get(locale, playbook.key()));
        }
        return new ModelAndView("planning/account")
                .addObject("shell", shell)
                .addObject("plans", plans)
                .addObject("keys", keys.of(shell.account().id()).orElse(null))
                .addObject(
                        "view",
                        Plan.foremost(plans, desk.today())
                                .filter(plan -> plan.isCurrent(desk.today()))
                                .map(reading::view)
                                .orElse(null))
                .addObject("today", desk.today())
                .addObject("form", form)
                .addObject("playbooks", playbooks)
                .addObject("suiting", start.suiting(shell.account().id()))
                .addObject("mayWrite", desk.mayWrite(shell.account().id()));
    }
}
