package mainstay.workbench;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.ChecksText;
import mainstay.shared.web.Flash;
import org.springframework.http.HttpStatus;
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

    /// @param rule the one whose entries are shown, all that are counted; none for the whole list
    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String rule, HttpServletRequest request) {
        return page(rule.isEmpty() ? desk.today() : desk.ofRule(rule), rule, request);
    }

    private ModelAndView page(Today today, String rule, HttpServletRequest request) {
        String address = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return new ModelAndView("workbench/today")
                .addObject("today", today)
                .addObject("rule", rule)
                .addObject("colleagues", handing.colleagues())
                .addObject("inside", desk.rulesInside())
                .addObject("steps", ledger.isEmpty() ? FirstSteps.at(address) : null);
    }

    /// The page with what was typed and what of it cannot be taken, where it was typed.
    private ModelAndView again(Mistyped mistyped, HttpServletRequest request) {
        Today whole = desk.today();
        ModelAndView page =
                holds(whole, mistyped) ? page(whole, "", request) : page(ofRule(mistyped), mistyped.rule(), request);
        page.addObject("mistyped", mistyped);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /// Where the entry is one of those that the whole list only counts.
    private Today ofRule(Mistyped mistyped) {
        Today counted = desk.ofRule(mistyped.rule());
        if (!holds(counted, mistyped)) {
            throw new Problem.NotFound("today.gone");
        }
        return counted;
    }

    private static boolean holds(Today today, Mistyped mistyped) {
        return Stream.concat(today.entries().stream(), today.away().stream().map(Today.Away::work))
                .anyMatch(mistyped::isAbout);
    }

    @PostMapping("/completions")
    String complete(@RequestParam String rule, @RequestParam String subject, RedirectAttributes redirect) {
        return answer(desk.done(rule, subject), "today.done", redirect);
    }

    @PostMapping("/snoozes")
    @ChecksText
    ModelAndView snooze(
            @RequestParam String rule,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Mistyped typed = Mistyped.snooze(rule, subject, days, reason);
        return typed.isRefused()
                ? again(typed, request)
                : new ModelAndView(
                        answer(desk.snooze(rule, subject, typed.days(), reason.strip()), "today.snoozed", redirect));
    }

    /// Gives an entry to a colleague.
    @PostMapping("/handings")
    @ChecksText
    ModelAndView hand(
            @RequestParam String rule,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return switch (handing.give(rule, subject, to, note)) {
            case Handing.Given given -> {
                Flash.success(redirect, "today.handed", given.to().fullName());
                yield new ModelAndView(BACK);
            }
            case Handing.Gone gone -> throw new Problem.NotFound("today.gone");
            case Handing.Refused refused -> again(Mistyped.hand(rule, subject, to, note, refused), request);
        };
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
