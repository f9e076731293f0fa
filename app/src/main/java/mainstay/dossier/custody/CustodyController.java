package mainstay.dossier.custody;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
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
@RequestMapping("/accounts/{code}/archive/custody")
@Allowed.Everyone
class CustodyController {

    private static final String ARCHIVE = "archive";

    private final AccountShells shells;
    private final Accounts accounts;
    private final CustodyDesk desk;

    CustodyController(AccountShells shells, Accounts accounts, CustodyDesk desk) {
        this.shells = shells;
        this.accounts = accounts;
        this.desk = desk;
    }

    @GetMapping
    ModelAndView page(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, ARCHIVE, request, response);
        return new ModelAndView("dossier/custody")
                .addObject("shell", shell)
                .addObject("custody", desk.of(shell.account()));
    }

    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR})
    ModelAndView give(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String custodian,
            @RequestParam(defaultValue = "") String deputy,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        try {
            desk.give(account, custodian, deputy);
        } catch (Problem.Invalid refused) {
            return page(code, request, response, refused);
        }
        return done(account, custodian.isBlank() ? "custody.ended" : "custody.settled", redirect);
    }

    @PostMapping("/members")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView name(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String member,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        try {
            desk.name(account, member);
        } catch (Problem.Invalid refused) {
            return page(code, request, response, refused);
        }
        return done(account, "custody.named", redirect);
    }

    @PostMapping("/members/{member}/removal")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ModelAndView drop(@PathVariable String code, @PathVariable long member, RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        desk.drop(account, member);
        return done(account, "custody.dropped", redirect);
    }

    private static ModelAndView done(AccountCard account, String key, RedirectAttributes redirect) {
        Flash.success(redirect, key);
        return new ModelAndView("redirect:" + account.path() + "/archive/custody");
    }

    private ModelAndView page(
            String code, HttpServletRequest request, HttpServletResponse response, Problem.Invalid refused) {
        ModelAndView again =
                page(code, request, response).addObject("refusal", Text.of(refused.messageKey(), refused.arguments()));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }
}
