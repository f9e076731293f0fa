package mainstay.rating.decision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Stars set by people, and who is a key account of the firm.
@Controller
@RequestMapping("/accounts/{code}")
@Allowed({Role.DIRECTOR, Role.KAM, Role.CONTROLLER})
class DecisionController {
    private static final String PANEL = "rating";

    private final AccountShells shells;
    private final DecisionDesk desk;

    DecisionController(AccountShells shells, DecisionDesk desk) {
        this.shells = shells;
        this.desk = desk;
    }

    @PostMapping("/overrides")
    String override(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountCard account = account(code, request, response);
        return asking(account, redirect, () -> desk.override(account, stars, reason, day(until)));
    }

    /// What cannot be taken is said on the page of the account.
    private static String asking(AccountCard account, RedirectAttributes redirect, Runnable question) {
        try {
            question.run();
            Flash.success(redirect, "decision.asked");
        } catch (Problem.Invalid refused) {
            Flash.warning(redirect, refused.messageKey(), refused.arguments());
        }
        return back(account);
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @PostMapping("/overrides/{id}/stop")
    String stop(
            @PathVariable String code,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountCard account = account(code, request, response);
        desk.stop(account, id);
        Flash.success(redirect, "decision.stopped");
        return back(account);
    }

    @PostMapping("/appointments")
    String propose(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String evidence,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountCard account = account(code, request, response);
        return asking(account, redirect, () -> desk.propose(account, evidence));
    }

    @PostMapping("/appointments/{id}/end")
    @Allowed(Role.DIRECTOR)
    String dismiss(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountCard account = account(code, request, response);
        desk.dismiss(account, id, reason);
        Flash.success(redirect, "decision.dismissed", account.name());
        return back(account);
    }

    private AccountCard account(String code, HttpServletRequest request, HttpServletResponse response) {
        return shells.open(code, PANEL, request, response).account();
    }

    private static String back(AccountCard account) {
        return "redirect:" + account.path() + "/" + PANEL + "#decisions";
    }
}
