package mainstay.portfolio.value;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/accounts/{code}/" + ValuePanels.VALUE)
@Allowed.Everyone
class AccountValueController {
    private final AccountShells shells;
    private final AccountValueBoard board;
    private final GroupValues groups;
    private final PageContexts contexts;

    AccountValueController(AccountShells shells, AccountValueBoard board, GroupValues groups, PageContexts contexts) {
        this.shells = shells;
        this.board = board;
        this.groups = groups;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView panel(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean group,
            @RequestParam(name = "page", required = false) @Nullable Integer number,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, ValuePanels.VALUE, request, response);
        AccountCard account = shell.account();
        boolean leads = shell.leads() > 0 && !account.isGrouped();
        boolean grouped = group && leads;
        return new ModelAndView("value/panel")
                .addObject("shell", shell)
                .addObject("leads", leads)
                .addObject(
                        "group",
                        grouped
                                ? groups.of(account, shell.leads(), Paging.number(number))
                                        .orElse(null)
                                : null)
                .addObject("view", grouped ? null : board.view(account).orElse(null));
    }

    @GetMapping("/charts")
    @ResponseBody
    List<Object> charts(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, ValuePanels.VALUE, request, response);
        return board.charts(shell.account(), contexts.locale(request));
    }

    @GetMapping("/history")
    void history(@PathVariable String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AccountCard account =
                shells.open(code, ValuePanels.VALUE, request, response).account();
        CsvAnswer.write(
                response,
                "value-" + account.code() + ".csv",
                board.historyHeader(contexts.locale(request)),
                board.historyRows(account));
    }

    /// All accounts of the group that the account leads.
    @GetMapping("/group")
    void group(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AccountCard account =
                shells.open(code, ValuePanels.VALUE, request, response).account();
        CsvAnswer.write(
                response,
                "value-group-" + account.code() + ".csv",
                groups.header(contexts.locale(request)),
                groups.rows(account).stream());
    }

    @GetMapping("/gaps")
    void gaps(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AccountCard account =
                shells.open(code, ValuePanels.VALUE, request, response).account();
        CsvAnswer.write(
                response,
                "gaps-" + account.code() + ".csv",
                board.gapsHeader(contexts.locale(request)),
                board.gapRows(account));
    }
}
