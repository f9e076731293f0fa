package mainstay.team;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import mainstay.team.duty.Assigning;
import mainstay.team.duty.CoverageBoard;
import mainstay.team.duty.Duty;
import mainstay.team.duty.DutyDesk;
import mainstay.team.duty.Field;
import mainstay.team.energy.AccountHours;
import mainstay.team.member.AwayMonths;
import mainstay.team.member.Member;
import mainstay.team.member.TeamDesk;
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
@RequestMapping("/accounts/{code}/" + TeamPanels.TEAM)
@Allowed.Everyone
class AccountTeamController {

    private final AccountShells shells;
    private final Accounts accounts;
    private final TeamDesk team;
    private final DutyDesk duties;
    private final Assigning assigning;
    private final CoverageBoard board;
    private final AwayMonths months;
    private final AccountHours hours;

    AccountTeamController(
            AccountShells shells,
            Accounts accounts,
            TeamDesk team,
            DutyDesk duties,
            Assigning assigning,
            CoverageBoard board,
            AwayMonths months,
            AccountHours hours) {
        this.shells = shells;
        this.accounts = accounts;
        this.team = team;
        this.duties = duties;
        this.assigning = assigning;
        this.board = board;
        this.months = months;
        this.hours = hours;
    }

    /// @param month of the calendar, as `2026-11`
    @GetMapping
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String month,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, TeamPanels.TEAM, request, response);
        TeamDesk.Team members = team.of(shell.account());
        List<Long> people =
                members.now().stream().map(Member::userId).distinct().toList();
        return new ModelAndView("team/panel")
                .addObject("shell", shell)
                .addObject("team", members)
                .addObject("fields", fields())
                .addObject("shown", shown(shell.account()))
                .addObject("duties", duties.of(shell.account()))
                .addObject("hours", hours.of(shell.account()).orElse(null))
                .addObject("gaps", board.at(shell.account().id()))
                .addObject("people", members.mayArrange() ? duties.people() : List.of())
                .addObject("month", months.of(month, people));
    }

    /// Also those that nobody is asked for any more, where somebody has a duty in them still.
    private List<Field> shown(AccountCard account) {
        Set<Integer> held = duties.of(account).stream().map(Duty::fieldId).collect(Collectors.toSet());
        return duties.fields().stream()
                .filter(field -> !field.retired() || held.contains(field.id()))
                .toList();
    }

    private List<Field> fields() {
        return duties.fields().stream().filter(field -> !field.retired()).toList();
    }

    /// Gives somebody a part in one field of work, or in several.
    @PostMapping("/duties")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM, Role.AGENT})
    ModelAndView assign(
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<Integer> field,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String turn,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        Optional<Text> refusal = field.isEmpty()
                ? Optional.of(Text.of("duty.wrong.field"))
                : turn.isBlank() || turn.strip().matches("[1-9]")
                        ? assigning.all(account, wishes(field, user, part, turn.strip()))
                        : Optional.of(Text.of("duty.wrong.turn"));
        return refusal.map(why -> {
                    ModelAndView again = panel(code, "", request, response).addObject("refusal", why);
                    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    return again;
                })
                .orElseGet(() -> done(account, "duty.kept", redirect));
    }

    private static List<DutyDesk.Wish> wishes(List<Integer> fields, String user, String part, String turn) {
        Integer place = turn.isEmpty() ? null : Integer.valueOf(turn);
        return fields.stream()
                .map(field -> new DutyDesk.Wish(field, user, part, place, null, true))
                .toList();
    }

    @PostMapping("/duties/{id}/end")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM, Role.AGENT})
    ModelAndView end(@PathVariable String code, @PathVariable long id, RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        duties.end(account, id);
        return done(account, "duty.ended", redirect);
    }

    private static ModelAndView done(AccountCard account, String key, RedirectAttributes redirect) {
        Flash.success(redirect, key);
        return new ModelAndView("redirect:" + account.path() + "/" + TeamPanels.TEAM, Map.of());
    }
}
