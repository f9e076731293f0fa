package mainstay.workbench;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import mainstay.identity.Allowed;
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
    private final LedgerPresence ledger;

    TodayController(TodayDesk desk, LedgerPresence ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request) {
        String address = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return new ModelAndView("workbench/today")
                .addObject("today", desk.today())
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
