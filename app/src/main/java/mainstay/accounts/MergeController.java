package mainstay.accounts;

import mainstay.accounts.MergeDecision.Merged;
import mainstay.accounts.MergeDecision.Refused;
import mainstay.accounts.MergeDecision.Undone;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/accounts/{code}/merges")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class MergeController {

    private final Accounts accounts;
    private final MergeCandidates candidates;
    private final MergePreviews previews;
    private final MergeDesk desk;

    MergeController(Accounts accounts, MergeCandidates candidates, MergePreviews previews, MergeDesk desk) {
        this.accounts = accounts;
        this.candidates = candidates;
        this.previews = previews;
        this.desk = desk;
    }

    /// Chooses the other account, and shows both side by side once it is chosen.
    @GetMapping
    ModelAndView page(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String with) {
        return page(accounts.at(code), q, with, null);
    }

    @PostMapping
    ModelAndView merge(@PathVariable String code, @RequestParam String with, RedirectAttributes redirect) {
        AccountCard survivor = accounts.at(code);
        return switch (desk.merge(survivor.code(), with)) {
            case Merged done -> {
                Flash.success(
                        redirect,
                        "merge.done",
                        done.merged().name(),
                        done.merged().code());
                yield new ModelAndView("redirect:" + survivor.path());
            }
            case Refused refused -> page(survivor, "", with, refused.why());
            case Undone undone -> throw new IllegalStateException("nothing was to be undone: " + undone);
        };
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable String code, @PathVariable long id, RedirectAttributes redirect) {
        switch (desk.undo(code, id)) {
            case Undone undone -> {
                Flash.success(
                        redirect,
                        "merge.undone",
                        undone.merge().name(),
                        undone.merge().code());
                AccountCard shown = undone.survivor() == null ? undone.parted() : undone.survivor();
                return "redirect:" + (shown == null ? "/accounts" : shown.path());
            }
            case Refused refused ->
                throw new Problem.Conflict(
                        refused.why().key(), refused.why().arguments().toArray());
            case Merged merged -> throw new IllegalStateException("nothing was to be merged: " + merged);
        }
    }

    private ModelAndView page(AccountCard survivor, String q, @Nullable String with, @Nullable Text refused) {
        ModelAndView page = new ModelAndView("accounts/merge")
                .addObject("account", survivor)
                .addObject("q", q)
                .addObject("refused", refused);
        if (refused != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return with == null || with.isBlank() || with.equals(survivor.code())
                ? page.addObject("candidates", candidates.of(survivor, q))
                : page.addObject("preview", previews.of(survivor, with));
    }
}
