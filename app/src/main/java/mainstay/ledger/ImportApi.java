package mainstay.ledger;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Allowed;
import mainstay.identity.NeedsScope;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@NeedsScope(TokenScope.IMPORT)
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class ImportApi {

    private final ImportDesk desk;
    private final BatchDesk batches;
    private final UploadedImports uploads;
    private final ProblemFile problems;
    private final Texts texts;

    ImportApi(ImportDesk desk, BatchDesk batches, UploadedImports uploads, ProblemFile problems, Texts texts) {
        this.desk = desk;
        this.batches = batches;
        this.uploads = uploads;
        this.problems = problems;
        this.texts = texts;
    }

    @PostMapping
    ResponseEntity<ReportJson> begin(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile lookup,
            @ModelAttribute UploadOptions options,
            HttpServletRequest request)
            throws IOException {
        Long replaced = options.replace();
        if (replaced != null && desk.find(replaced).isEmpty()) {
            throw new Problem.Invalid("ledger.import.noSuchBatch", String.valueOf(replaced));
        }
        long batch = uploads.begin(file, lookup, options::request);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + batch))
                .body(json(batch, request));
    }

    @GetMapping
    List<BatchEntry> list() {
        return batches.newest();
    }

    @GetMapping("/{batch}")
    ReportJson report(@PathVariable long batch, HttpServletRequest request) {
        return json(batch, request);
    }

    @DeleteMapping("/{batch}")
    ResponseEntity<ReportJson> cancel(@PathVariable long batch, HttpServletRequest request) {
        if (!desk.cancel(batch)) {
            throw new Problem.Conflict("ledger.import.notRunning", String.valueOf(batch));
        }
        return ResponseEntity.accepted().body(json(batch, request));
    }

    @PostMapping("/{batch}/withdrawal")
    ReportJson withdraw(@PathVariable long batch, HttpServletRequest request) {
        return switch (batches.withdraw(batch)) {
            case BatchDesk.Withdrawn gone -> json(gone.batch(), request);
            case BatchDesk.NotInLedger absent ->
                throw new Problem.Conflict("ledger.batch.notInLedger", String.valueOf(batch), absent.status());
            case BatchDesk.NoSuchBatch none -> throw unknown(batch);
        };
    }

    /// The bad rows with the reasons, to be corrected and sent again.
    @GetMapping(value = "/{batch}/problems", produces = "text/csv")
    void problems(@PathVariable long batch, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (desk.find(batch).isEmpty()) {
            throw unknown(batch);
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"problems-" + batch + ".csv\"");
        problems.write(batch, language(request), response.getWriter());
    }

    private ReportJson json(long batch, HttpServletRequest request) {
        return desk.find(batch)
                .map(report -> ReportJson.of(report, texts, language(request)))
                .orElseThrow(() -> unknown(batch));
    }

    private static Problem.NotFound unknown(long batch) {
        return new Problem.NotFound("ledger.import.unknown", String.valueOf(batch));
    }

    private static Locale language(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Texts.ENGLISH : request.getLocale();
    }
}
