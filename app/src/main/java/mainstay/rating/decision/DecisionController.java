package mainstay.rating.decision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
            @RequestParam int stars,
            @RequestParam String reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountCard account = account(code, request, response);
        desk.override(account, stars, reason, until);
        Flash.success(redirect, "decision.asked");
        return back(account);
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
            @RequestParam String evidence,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        AccountCard account = account(code, request, response);
        desk.propose(account, evidence);
        Flash.success(redirect, "decision.asked");
        return back(account);
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
