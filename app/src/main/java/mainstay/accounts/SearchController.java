package mainstay.accounts;

import java.util.List;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/search")
@Allowed.Everyone
class SearchController {

    private static final int AT_A_GLANCE = 10;
    private static final int ON_A_PAGE = 50;
    private static final int FEWER = 2;

    private final AccountSearch search;
    private final RecentAccounts recent;
    private final Accounts accounts;
    private final FoundFigures figures;
    private final List<FoundBesides> besides;

    SearchController(
            AccountSearch search,
            RecentAccounts recent,
            Accounts accounts,
            FoundFigures figures,
            List<FoundBesides> besides) {
        this.besides = besides;
        this.figures = figures;
        this.search = search;
        this.recent = recent;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String q) {
        return view("accounts/search", q, ON_A_PAGE);
    }

    /// What stands below the field while somebody types.
    @GetMapping("/results")
    ModelAndView results(@RequestParam(defaultValue = "") String q) {
        return view("accounts/search-results", q, AT_A_GLANCE);
    }

    /// That somebody went to an account from here.
    @PostMapping("/recent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void went(@RequestParam String code) {
        recent.note(accounts.byCode(code)
                .orElseThrow(() -> new Problem.NotFound("account.unknown", code))
                .id());
    }

    private ModelAndView view(String template, String typed, int most) {
        String wanted = typed.strip();
        List<FoundBesides.Group> groups = wanted.isEmpty()
                ? List.of()
                : besides.stream()
                        .map(one -> new FoundBesides.Group(one.titleKey(), one.find(wanted, most / FEWER)))
                        .filter(group -> !group.hits().isEmpty())
                        .toList();
        return new ModelAndView(template)
                .addObject("wanted", wanted)
                .addObject("groups", groups)
                .addObject("found", figures.beside(wanted.isEmpty() ? recent.all() : search.find(wanted, most)));
    }
}
