package mainstay.rating.finding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class AccountFindingController {
    private final AccountShells shells;
    private final FindingDesk desk;

    AccountFindingController(AccountShells shells, FindingDesk desk) {
        this.shells = shells;
        this.desk = desk;
    }

    @GetMapping("/accounts/{code}/" + FindingPanels.FINDINGS)
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, FindingPanels.FINDINGS, request, response);
        return new ModelAndView("finding/panel")
                .addObject("shell", shell)
                .addObject("rows", desk.ofAccount(shell.account().id()));
    }
}
