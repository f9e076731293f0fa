package mainstay.team;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import mainstay.team.duty.DutyDesk;
import mainstay.team.member.MemberForm;
import mainstay.team.member.TeamDesk;
import mainstay.team.member.TeamRights;
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
@RequestMapping("/accounts/{code}/" + TeamPanels.TEAM + "/members")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM, Role.AGENT})
class MemberController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final TeamDesk team;
    private final TeamRights rights;
    private final DutyDesk duties;

    MemberController(AccountShells shells, Accounts accounts, TeamDesk team, TeamRights rights, DutyDesk duties) {
        this.shells = shells;
        this.accounts = accounts;
        this.team = team;
        this.rights = rights;
        this.duties = duties;
    }

    @GetMapping("/new")
    ModelAndView fresh(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        return form(code, null, team.emptyForm(), 0, Map.of(), request, response);
    }

    @GetMapping("/{id}")
    ModelAndView edit(
            @PathVariable String code,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        return form(code, id, team.formOf(account, id), team.at(account, id).version(), Map.of(), request, response);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable String code,
            MemberForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        Map<String, Text> refusals = team.add(account, form);
        return refusals.isEmpty()
                ? done(account, redirect)
                : again(form(code, null, form, 0, refusals, request, response));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable String code,
            @PathVariable long id,
            MemberForm form,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        TeamDesk.Changed changed = team.change(account, id, form, version);
        return changed.refusals().isEmpty()
                ? done(account, redirect)
                : again(form(code, id, form, changed.version(), changed.refusals(), request, response));
    }

    private static ModelAndView done(AccountCard account, RedirectAttributes redirect) {
        Flash.success(redirect, "team.kept");
        return new ModelAndView("redirect:" + account.path() + "/" + TeamPanels.TEAM);
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView form(
            String code,
            @Nullable Long id,
            MemberForm form,
            int version,
            Map<String, Text> refusals,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, TeamPanels.TEAM, request, response);
        rights.demand(shell.account());
        boolean knows = form.of("user").isEmpty()
                ? TeamRights.maySayOf(0)
                : form.of("user").matches("\\d{1,18}") && TeamRights.maySayOf(Long.parseLong(form.of("user")));
        return new ModelAndView("team/member")
                .addObject("shell", shell)
                .addObject("member", id == null ? null : team.at(shell.account(), id))
                .addObject("form", form)
                .addObject("version", version)
                .addObject("people", duties.people())
                .addObject("saysBenefit", knows)
                .addObject("refusals", refusals);
    }
}
