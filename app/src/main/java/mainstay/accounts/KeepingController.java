package mainstay.accounts;

import java.time.Clock;
import java.time.LocalDate;
import mainstay.accounts.KeepingDecision.Doubted;
import mainstay.accounts.KeepingDecision.Kept;
import mainstay.accounts.KeepingDecision.Refused;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
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
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class KeepingController {

    private final Accounts accounts;
    private final NameDesk names;
    private final AliasDesk aliases;
    private final ClosingDesk closings;
    private final AccountHistory history;
    private final Clock clock;

    KeepingController(
            Accounts accounts,
            NameDesk names,
            AliasDesk aliases,
            ClosingDesk closings,
            AccountHistory history,
            Clock clock) {
        this.accounts = accounts;
        this.names = names;
        this.aliases = aliases;
        this.closings = closings;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/keeping")
    ModelAndView page(@PathVariable String code) {
        return page(accounts.at(code), null, null);
    }

    @PostMapping("/name")
    ModelAndView rename(@PathVariable String code, @RequestParam String name, RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        return answer(account, names.rename(account, name), "keeping.renamed", redirect);
    }

    @PostMapping("/name/files")
    ModelAndView leaveNameToFiles(@PathVariable String code, RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        names.leaveToFiles(account);
        return answer(account, new Kept(), "keeping.nameLeft", redirect);
    }

    @PostMapping("/aliases")
    ModelAndView addCode(
            @PathVariable String code,
            @RequestParam String source,
            @RequestParam String alias,
            RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        return answer(account, aliases.add(account, source, alias), "keeping.codeAdded", redirect);
    }

    @PostMapping("/aliases/end")
    ModelAndView endCode(
            @PathVariable String code,
            @RequestParam String source,
            @RequestParam String alias,
            RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        return answer(account, aliases.end(account, source, alias), "keeping.codeEnded", redirect);
    }

    @PostMapping("/closings")
    ModelAndView close(
            @PathVariable String code,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        return answer(account, closings.close(account, on, reason, sure), "keeping.closed", redirect);
    }

    @PostMapping("/closings/reopening")
    ModelAndView reopen(@PathVariable String code, @RequestParam String reason, RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        return answer(account, closings.reopen(account, reason), "keeping.reopened", redirect);
    }

    @PostMapping("/closings/files")
    ModelAndView leaveClosingToFiles(@PathVariable String code, RedirectAttributes redirect) {
        AccountCard account = accounts.at(code);
        return answer(account, closings.leaveToFiles(account), "keeping.closingLeft", redirect);
    }

    private ModelAndView answer(
            AccountCard account, KeepingDecision decision, String doneKey, RedirectAttributes redirect) {
        return switch (decision) {
            case Kept done -> {
                Flash.success(redirect, doneKey);
                yield new ModelAndView("redirect:" + account.path() + "/keeping");
            }
            case Doubted doubted -> page(account, null, doubted);
            case Refused refused -> {
                ModelAndView again = page(account, refused.why(), null);
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
        };
    }

    private ModelAndView page(AccountCard account, @Nullable Text refusal, @Nullable Doubted doubted) {
        return new ModelAndView("accounts/keeping-page")
                .addObject(
                        "view",
                        new KeepingView(
                                account,
                                names.isByHand(account),
                                history.knownAs(account.id()).aliases(),
                                aliases.sources(),
                                closings.of(account),
                                LocalDate.now(clock),
                                refusal,
                                doubted));
    }
}
