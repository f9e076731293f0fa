package mainstay.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.ledger.file.Explanation;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.Kind;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/imports")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class DraftController {

    private final DraftDesk desk;
    private final DraftViews views;
    private final BatchBook book;

    DraftController(DraftDesk desk, DraftViews views, BatchBook book) {
        this.desk = desk;
        this.views = views;
        this.book = book;
    }

    @GetMapping("/new")
    ModelAndView choose(@RequestParam(required = false) @Nullable Long replaces) {
        return new ModelAndView("ledger/new-import")
                .addObject("kinds", Kind.values())
                .addObject(
                        "replaces",
                        replaces == null ? null : replaceable(replaces).line())
                .addObject("most", desk.isFull() ? Drafts.MOST_OF_ONE : null);
    }

    /// Where there is no room for another file, the page leads to those that take it up.
    @PostMapping("/drafts")
    ModelAndView open(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile lookup,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Long replaces,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (file.isEmpty()) {
            Flash.warning(redirect, "imports.noFile");
            return new ModelAndView("redirect:/imports/new" + (replaces == null ? "" : "?replaces=" + replaces));
        }
        Optional<BatchState> replaced = Optional.ofNullable(replaces).map(this::replaceable);
        ImportChoices choices =
                replaced.map(batch -> batch.choices().lookedAtAnew()).orElse(ImportChoices.NONE);
        Kind known = replaced.isPresent() ? null : Kind.of(kind).orElse(null);
        try {
            return new ModelAndView("redirect:"
                    + desk.open(file, lookup, known, replaces, choices).path());
        } catch (Problem.Conflict refused) {
            response.setStatus(refused.status());
            return new ModelAndView("ledger/not-kept").addObject("refused", refused);
        }
    }

    @GetMapping("/drafts/{id}")
    ModelAndView show(@PathVariable long id) {
        return views.of(desk.find(id));
    }

    /// Keeps what was chosen. A script asks for the page at once; without one the browser goes there.
    @PostMapping("/drafts/{id}")
    ModelAndView change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        Draft draft = chosen(id, form);
        return script == null ? new ModelAndView("redirect:" + draft.path()) : views.of(draft);
    }

    @PostMapping("/drafts/{id}/import")
    ModelAndView begin(
            @PathVariable long id, @RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
        return begin(id, form, response, false);
    }

    /// Tells what the import would do to the ledger.
    @PostMapping("/drafts/{id}/rehearsal")
    ModelAndView rehearse(
            @PathVariable long id, @RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
        return begin(id, form, response, true);
    }

    private ModelAndView begin(
            long id, MultiValueMap<String, String> form, HttpServletResponse response, boolean rehearses) {
        Draft draft = chosen(id, form);
        Optional<Explanation> seen = explained(draft).filter(Explanation::mayBeImported);
        if (seen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return views.of(draft).addObject("refused", true);
        }
        return new ModelAndView("redirect:/imports/" + desk.begin(draft, seen.get(), rehearses));
    }

    @PostMapping("/drafts/{id}/deletion")
    String discard(@PathVariable long id, RedirectAttributes redirect) {
        Draft draft = desk.find(id);
        boolean running = Optional.ofNullable(draft.batch()).flatMap(book::find).stream()
                .anyMatch(batch -> batch.line().isRunning());
        if (running) {
            throw new Problem.Conflict("imports.draftRuns");
        }
        desk.discard(draft);
        Flash.success(redirect, "imports.discarded", draft.fileName());
        return "redirect:/imports";
    }

    private Draft chosen(long id, MultiValueMap<String, String> form) {
        Draft draft = desk.find(id);
        Kind kind = explained(draft).map(Explanation::kind).orElse(Kind.SALES);
        desk.choose(draft, DraftForm.read(form, draft.choices(), kind));
        return desk.find(id);
    }

    private Optional<Explanation> explained(Draft draft) {
        try {
            return Optional.of(desk.explain(draft));
        } catch (FileRefused unreadable) {
            return Optional.empty();
        }
    }

    private BatchState replaceable(long batch) {
        return book.find(batch)
                .filter(state -> state.line().isInLedger())
                .orElseThrow(() -> new Problem.Conflict("imports.notInLedger", String.valueOf(batch)));
    }
}
