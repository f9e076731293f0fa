package mainstay.relationships.depth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainstay.accounts.AccountPanel;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class DepthController {

    private static final String PANEL = "depth";

    private final AccountShells shells;
    private final DepthDesk desk;

    DepthController(AccountShells shells, DepthDesk desk) {
        this.shells = shells;
        this.desk = desk;
    }

    @GetMapping("/accounts/{code}/" + PANEL)
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, PANEL, request, response);
        return new ModelAndView("relationships/depth")
                .addObject("shell", shell)
                .addObject("depth", desk.of(shell.account()));
    }

    @GetMapping("/depth")
    ModelAndView list(@RequestParam(defaultValue = "") String sort, @RequestParam(defaultValue = "") String flag) {
        return new ModelAndView("relationships/depths").addObject("depths", desk.ofKeyAccounts(sort, flag));
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        AccountPanel depthPanel() {
            return new AccountPanel(PANEL, "depth.title", 15, Level.BUSINESS);
        }
    }
}
