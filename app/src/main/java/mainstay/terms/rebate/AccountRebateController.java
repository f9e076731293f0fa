package mainstay.terms.rebate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountShell;
import mainstay.accounts.AccountShells;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.FormAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Text;
import mainstay.terms.AgreedDays;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/accounts/{code}/" + RebatePanels.REBATES)
@Allowed.Everyone
class AccountRebateController {

    private static final String ONE = "/{ladder:\\d+}/{from}";

    private final AccountShells shells;
    private final Accounts accounts;
    private final Rebates rebates;
    private final Accruals accruals;
    private final Statements statements;
    private final BookingDesk desk;
    private final StatementFiles files;
    private final PageContexts contexts;
    private final Clock clock;

    AccountRebateController(
            AccountShells shells,
            Accounts accounts,
            Rebates rebates,
            Accruals accruals,
            Statements statements,
            BookingDesk desk,
            StatementFiles files,
            PageContexts contexts,
            Clock clock) {
        this.shells = shells;
        this.accounts = accounts;
        this.rebates = rebates;
        this.accruals = accruals;
        this.statements = statements;
        this.desk = desk;
        this.files = files;
        this.contexts = contexts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView panel(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, RebatePanels.REBATES, request, response);
        return new ModelAndView("rebate/panel")
                .addObject("shell", shell)
                .addObject("rows", rebates.of(shell.account().id()))
                .addObject("due", accruals.isDue());
    }

    @GetMapping(ONE)
    ModelAndView statement(
            @PathVariable String code,
            @PathVariable long ladder,
            @PathVariable String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(code, ladder, from, BookingForm.EMPTY, Map.of(), request, response);
    }

    @GetMapping(ONE + "/statement.{format:pdf|xlsx}")
    void file(
            @PathVariable String code,
            @PathVariable long ladder,
            @PathVariable String from,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AccountShell shell = shells.open(code, RebatePanels.REBATES, request, response);
        Statement statement = statements.of(shell.account().id(), ladder, day(from));
        if (statement.rebate().withheld()) {
            throw new Problem.Forbidden("rebate.withheld");
        }
        byte[] file = files.of(statement, format, contexts.locale(request));
        response.setContentType(
                format.equals("pdf")
                        ? "application/pdf"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName(statement.rebate()) + "." + format, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(file);
    }

    /// Which file it is is told by its name: account, ladder and first day, without what a file system
    /// refuses.
    private static String fileName(Rebate rebate) {
        String name = "rebate-" + rebate.code() + "-" + rebate.ladder() + "-" + rebate.periodFrom();
        return name.replaceAll("[^\\p{L}\\p{N}.\\-]+", "_");
    }

    @PostMapping(ONE + "/payouts")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView payOut(
            @PathVariable String code,
            @PathVariable long ladder,
            @PathVariable String from,
            BookingForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        return book(code, ladder, from, form, desk::payOut, redirect, request, response);
    }

    @PostMapping(ONE + "/claw-backs")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView takeBack(
            @PathVariable String code,
            @PathVariable long ladder,
            @PathVariable String from,
            BookingForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        return book(code, ladder, from, form, desk::takeBack, redirect, request, response);
    }

    @PostMapping(ONE + "/repayments")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView comeBack(
            @PathVariable String code,
            @PathVariable long ladder,
            @PathVariable String from,
            BookingForm form,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        return book(code, ladder, from, form, desk::comeBack, redirect, request, response);
    }

    /// What is asked of the desk.
    private interface Booked {
        Map<String, Text> of(AccountCard account, Rebate rebate, BookingForm form);
    }

    private ModelAndView book(
            String code,
            long ladder,
            String from,
            BookingForm form,
            Booked booked,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        Rebate rebate = statements.of(account.id(), ladder, day(from)).rebate();
        Map<String, Text> refusals = booked.of(account, rebate, form);
        return FormAnswer.of(
                refusals,
                () -> page(code, ladder, from, form, refusals, request, response),
                redirect,
                rebate.path(),
                "agreement.asked");
    }

    private ModelAndView page(
            String code,
            long ladder,
            String from,
            BookingForm form,
            Map<String, Text> refusals,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, RebatePanels.REBATES, request, response);
        return new ModelAndView("rebate/statement")
                .addObject("shell", shell)
                .addObject("statement", statements.of(shell.account().id(), ladder, day(from)))
                .addObject("today", LocalDate.now(clock))
                .addObject("form", form)
                .addObject("refusals", refusals);
    }

    private static LocalDate day(String from) {
        LocalDate day = AgreedDays.day(from);
        if (day == null) {
            throw new Problem.NotFound("rebate.unknownStatement");
        }
        return day;
    }
}
