package mainstay.workbench;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import mainstay.identity.Allowed;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
@RequestMapping("/today")
@Allowed.Everyone
class TodayController {

    private static final String BACK = "redirect:/today";

    private final TodayDesk desk;
    private final HandingDesk handing;
    private final LedgerPresence ledger;

    TodayController(TodayDesk desk, HandingDesk handing, LedgerPresence ledger) {
        this.desk = desk;
        this.handing = handing;
        this.ledger = ledger;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request) {
        String address = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return new ModelAndView("workbench/today")
                .addObject("today", desk.today())
                .addObject("colleagues", handing.colleagues())
                .addObject("steps", ledger.isEmpty() ? FirstSteps.at(address) : null);
    }

    @PostMapping("/completions")
    String complete(@RequestParam String rule, @RequestParam String subject, RedirectAttributes redirect) {
        return answer(desk.done(rule, subject), "today.done", redirect);
    }

    @PostMapping("/snoozes")
    String snooze(
            @RequestParam String rule,
            @RequestParam String subject,
            @RequestParam int days,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        if (days < 1 || days > TodayDesk.LONGEST_SNOOZE) {
            throw new Problem.Invalid("today.badDays", TodayDesk.LONGEST_SNOOZE);
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > TodayDesk.LONGEST_REASON) {
            throw new Problem.Invalid("today.badReason", TodayDesk.LONGEST_REASON);
        }
        return answer(desk.snooze(rule, subject, days, why), "today.snoozed", redirect);
    }

    /// Gives an entry to a colleague.
    @PostMapping("/handings")
    String hand(
            @RequestParam String rule,
            @RequestParam String subject,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        User colleague = handing.give(rule, subject, to, note).orElseThrow(() -> new Problem.NotFound("today.gone"));
        Flash.success(redirect, "today.handed", colleague.fullName());
        return BACK;
    }

    /// Gives back what a colleague handed over.
    @PostMapping("/returns")
    String giveBack(@RequestParam long id, RedirectAttributes redirect) {
        if (!handing.giveBack(id)) {
            throw new Problem.NotFound("today.gone");
        }
        Flash.success(redirect, "today.returned");
        return BACK;
    }

    /// Takes back what was said about an entry.
    @PostMapping("/reopenings")
    String reopen(@RequestParam String rule, @RequestParam String subject, RedirectAttributes redirect) {
        desk.reopen(rule, subject);
        Flash.success(redirect, "today.reopened");
        return BACK;
    }

    private static String answer(Optional<Work> work, String key, RedirectAttributes redirect) {
        if (work.isEmpty()) {
            throw new Problem.NotFound("today.gone");
        }
        Flash.success(redirect, key);
        return BACK;
    }
}
