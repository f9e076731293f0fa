package mainstay.ledger;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.RowProblem;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.PageContexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/imports")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class ImportController {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BatchBook book;
    private final Drafts drafts;
    private final ImportDesk desk;
    private final UploadedImports uploads;
    private final ProblemFile problems;
    private final RateDesk rates;
    private final Conflicts conflicts;
    private final PageContexts contexts;

    ImportController(
            BatchBook book,
            Drafts drafts,
            ImportDesk desk,
            UploadedImports uploads,
            ProblemFile problems,
            RateDesk rates,
            Conflicts conflicts,
            PageContexts contexts) {
        this.book = book;
        this.drafts = drafts;
        this.desk = desk;
        this.uploads = uploads;
        this.problems = problems;
        this.rates = rates;
        this.conflicts = conflicts;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable Long before) {
        return new ModelAndView("ledger/imports")
                .addObject("list", book.page(before))
                .addObject("drafts", drafts.own());
    }

    @GetMapping("/{batch}")
    ModelAndView show(@PathVariable long batch) {
        BatchState state = state(batch);
        ImportReport report = desk.find(batch).orElseThrow(() -> unknown(batch));
        List<RowProblem> found = state.line().isRunning() ? List.of() : report.problems();
        return new ModelAndView("ledger/import")
                .addObject("state", state)
                .addObject("report", report)
                .addObject("waiting", report.kind() == Kind.RATES ? rates.waitingRows() : 0L)
                .addObject("problems", found)
                .addObject("conflicts", state.hasBadRows() ? conflicts.of(batch) : List.of())
                .addObject("draft", drafts.ofBatch(batch).orElse(null));
    }

    @PostMapping("/{batch}/cancellation")
    String cancel(@PathVariable long batch, RedirectAttributes redirect) {
        state(batch);
        if (!desk.cancel(batch)) {
            Flash.warning(redirect, "imports.notRunning");
        }
        return "redirect:/imports/" + batch;
    }

    /// The bad rows with their reasons; the mark lets spreadsheets see that the text is Unicode.
    @GetMapping("/{batch}/problems")
    void problems(@PathVariable long batch, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        state(batch);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"problems-" + batch + ".csv\"");
        response.getWriter().write(BYTE_ORDER_MARK);
        problems.write(batch, contexts.locale(request), response.getWriter());
    }

    /// Takes the corrected rows, read as the file was that they come from.
    @PostMapping("/{batch}/correction")
    String correct(
            @PathVariable long batch,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile lookup,
            RedirectAttributes redirect)
            throws IOException {
        BatchState state = state(batch);
        if (state.rehearses()) {
            throw new Problem.Conflict("imports.correctDraft");
        }
        if (file.isEmpty()) {
            Flash.warning(redirect, "imports.noFile");
            return "redirect:/imports/" + batch;
        }
        ImportChoices choices = state.choices().lookedAtAnew();
        Long replaces = state.line().isInLedger() ? null : state.replaces();
        long corrected =
                uploads.begin(file, lookup, (path, name, beside) -> choices.request(path, name, beside, replaces));
        book.correct(batch, corrected);
        return "redirect:/imports/" + corrected;
    }

    private BatchState state(long batch) {
        return book.find(batch).orElseThrow(() -> unknown(batch));
    }

    private static Problem.NotFound unknown(long batch) {
        return new Problem.NotFound("ledger.import.unknown", String.valueOf(batch));
    }
}
