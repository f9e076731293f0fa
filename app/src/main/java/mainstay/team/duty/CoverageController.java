package mainstay.team.duty;

import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/team/coverage")
@Allowed.Everyone
class CoverageController {

    private static final int FARTHEST = 100_000;

    private final CoverageBoard board;
    private final CoverageMaps maps;
    private final Assigning assigning;
    private final Accounts accounts;

    CoverageController(CoverageBoard board, CoverageMaps maps, Assigning assigning, Accounts accounts) {
        this.board = board;
        this.maps = maps;
        this.assigning = assigning;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView board(@RequestParam(defaultValue = "") String kind) {
        return new ModelAndView("team/coverage").addObject("coverage", board.of(kind));
    }

    /// @param page from 1
    @GetMapping("/map")
    ModelAndView map(@RequestParam(defaultValue = "1") int page) {
        return new ModelAndView("team/map").addObject("map", maps.page(Math.clamp(page, 1, FARTHEST)));
    }

    /// Makes somebody accountable in the fields of work of a gap.
    ///
    /// @param instead who was shown as accountable; none where nobody was
    @PostMapping("/assignments")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM, Role.AGENT})
    ModelAndView assign(
            @RequestParam String account,
            @RequestParam(defaultValue = "") List<Integer> field,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(required = false) @Nullable Long instead,
            @RequestParam(defaultValue = "") String kind,
            RedirectAttributes redirect) {
        AccountCard card = accounts.at(account);
        Optional<Text> refusal = assigning.accountable(card, field, user, instead);
        return refusal.map(why -> refused(kind, why, card)).orElseGet(() -> {
            Flash.success(redirect, "coverage.assigned", card.name(), field.size());
            return back(kind);
        });
    }

    /// @param field  a field of work; none for all that nobody else owns
    @PostMapping("/pool")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR})
    ModelAndView pool(
            @RequestParam(required = false) @Nullable Integer field,
            @RequestParam(defaultValue = "") String user,
            RedirectAttributes redirect) {
        Optional<Text> refusal = assigning.pool(field, user);
        return refusal.map(why -> refused("", why, null)).orElseGet(() -> {
            Flash.success(redirect, "coverage.poolKept");
            return back("");
        });
    }

    @PostMapping("/order")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM, Role.AGENT})
    ModelAndView order(
            @RequestParam String account,
            @RequestParam(defaultValue = "") List<Integer> field,
            @RequestParam long first,
            @RequestParam long second,
            @RequestParam(defaultValue = "") String kind,
            RedirectAttributes redirect) {
        AccountCard card = accounts.at(account);
        assigning.order(card, field, first, second);
        Flash.success(redirect, "coverage.ordered", card.name());
        return back(kind);
    }

    private static ModelAndView back(String kind) {
        return new ModelAndView("redirect:/team/coverage" + (Gap.KINDS.contains(kind) ? "?kind=" + kind : ""));
    }

    private ModelAndView refused(String kind, Text why, @Nullable AccountCard account) {
        ModelAndView again = board(kind).addObject("refusal", why);
        again.addObject("refusedAt", account == null ? "" : account.code());
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }
}
