package mainstay.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import mainstay.accounts.PlacementDecision.Placed;
import mainstay.accounts.PlacementDecision.Refused;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
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
@RequestMapping("/accounts/{code}")
class GroupController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final GroupViews groups;
    private final PlacementDesk desk;
    private final Clock clock;

    GroupController(AccountShells shells, Accounts accounts, GroupViews groups, PlacementDesk desk, Clock clock) {
        this.shells = shells;
        this.accounts = accounts;
        this.groups = groups;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/" + AccountPanels.GROUP)
    @Allowed.Everyone
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "false") boolean all,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, AccountPanels.GROUP, request, response);
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return page(shell, GroupForm.empty(), day, new GroupFold(find, all));
    }

    /// Puts this account under another.
    @PostMapping("/parents")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView place(
            @PathVariable String code,
            @RequestParam String parent,
            @RequestParam(required = false) @Nullable BigDecimal holding,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        GroupForm form = GroupForm.parent(parent, holding, from, until);
        PlacementDecision decision = desk.place(account, new Placement(parent, holding, from, until));
        return answer(account, decision, form, "group.placed", request, response, redirect);
    }

    /// Puts another account under this one.
    @PostMapping("/members")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView add(
            @PathVariable String code,
            @RequestParam String member,
            @RequestParam(required = false) @Nullable BigDecimal holding,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        GroupForm form = GroupForm.member(member, holding, from);
        PlacementDecision decision = accounts.byCode(member.strip())
                .map(child -> desk.place(child, new Placement(account.code(), holding, from, null)))
                .orElseGet(() -> Refused.because("group.noMember", member));
        return answer(account, decision, form, "group.added", request, response, redirect);
    }

    /// From a day on this account stands alone.
    @PostMapping("/parents/end")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView end(
            @PathVariable String code,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        return answer(
                account, desk.end(account, from), GroupForm.end(from), "group.ended", request, response, redirect);
    }

    @PostMapping("/parents/files")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    String leaveToFiles(@PathVariable String code, RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        desk.leaveToFiles(account);
        Flash.success(redirect, "group.leftToFiles", account.name());
        return "redirect:" + account.path() + "/" + AccountPanels.GROUP;
    }

    private ModelAndView answer(
            AccountCard account,
            PlacementDecision decision,
            GroupForm form,
            String doneKey,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (decision) {
            case Placed done -> {
                Flash.success(redirect, doneKey, account.name());
                yield new ModelAndView("redirect:" + account.path() + "/" + AccountPanels.GROUP);
            }
            case Refused refused -> {
                AccountShell shell = shells.open(account.code(), AccountPanels.GROUP, request, response);
                ModelAndView again = page(shell, form.refused(refused.why()), LocalDate.now(clock), GroupFold.none());
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
        };
    }

    private ModelAndView page(AccountShell shell, GroupForm form, LocalDate on, GroupFold fold) {
        GroupView view = groups.of(shell.account().id(), on);
        return new ModelAndView("accounts/group-panel")
                .addObject("shell", shell)
                .addObject("view", view)
                .addObject("fold", fold)
                .addObject("members", fold.of(view, shell.account().id()))
                .addObject("form", form)
                .addObject("mayChange", AccountKeepers.includes(Acting.actor()));
    }
}
