package mainstay.ledger;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class ReceivablesController {

    private final AccountShells shells;
    private final ReceivablesBoard board;

    ReceivablesController(AccountShells shells, ReceivablesBoard board) {
        this.shells = shells;
        this.board = board;
    }

    @GetMapping("/accounts/{code}/" + ReceivablePanels.RECEIVABLES)
    ModelAndView receivables(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean group,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, ReceivablePanels.RECEIVABLES, request, response);
        return new ModelAndView("ledger/receivables")
                .addObject("shell", shell)
                .addObject("view", board.of(shell.account(), group, asOf));
    }
}
