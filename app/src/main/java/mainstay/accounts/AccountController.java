package mainstay.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/accounts/{code}")
@Allowed.Everyone
class AccountController {

    private static final int ENTRIES = 100;

    private final AccountShells shells;
    private final AccountHistory history;
    private final Merges merges;
    private final Timeline timeline;

    AccountController(AccountShells shells, AccountHistory history, Merges merges, Timeline timeline) {
        this.shells = shells;
        this.history = history;
        this.merges = merges;
        this.timeline = timeline;
    }

    @GetMapping({"", "/" + AccountPanels.OVERVIEW})
    ModelAndView overview(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        AccountShell shell = shells.open(code, AccountPanels.OVERVIEW, request, response);
        long id = shell.account().id();
        return new ModelAndView("accounts/overview")
                .addObject("shell", shell)
                .addObject("known", history.knownAs(id))
                .addObject("merges", merges.into(id))
                .addObject("mayChange", AccountKeepers.includes(Acting.actor()))
                .addObject("group", history.group(id));
    }

    @GetMapping("/" + AccountPanels.TIMELINE)
    ModelAndView timeline(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String since,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountShell shell = shells.open(code, AccountPanels.TIMELINE, request, response);
        long id = shell.account().id();
        Instant after = TimelineMoment.of(since);
        timeline.opening(id, after);
        return new ModelAndView("accounts/timeline")
                .addObject("shell", shell)
                .addObject("since", after)
                .addObject("entries", after == null ? timeline.of(id, ENTRIES) : timeline.of(id, after, ENTRIES));
    }
}
