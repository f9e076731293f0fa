package mainstay.dossier.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import mainstay.dossier.Look;
import mainstay.dossier.ReadLog;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Facts as a file. It is written whole, and logged, before the first byte leaves.
@Controller
@Allowed.Everyone
class FactExportController {

    private static final int AT_A_TIME = 2;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FactExport export;
    private final ReadLog log;
    private final PageContexts contexts;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    FactExportController(FactExport export, ReadLog log, PageContexts contexts, Clock clock) {
        this.export = export;
        this.log = log;
        this.contexts = contexts;
        this.clock = clock;
    }

    @GetMapping("/archive/export")
    void export(ExportWish wish, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ExportWish checked = wish.checked();
        Path file = Files.createTempFile("mainstay-facts-", "." + checked.form());
        try {
            log.note(written(checked, request, file));
            response.setContentType(checked.form().equals("xlsx") ? WORKBOOK : "text/csv;charset=UTF-8");
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"facts-" + checked.day().orElse(LocalDate.now(clock)) + "." + checked.form()
                            + "\"");
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private List<Look> written(ExportWish wish, HttpServletRequest request, Path file) {
        if (!places.tryAcquire()) {
            throw new Problem.Busy(Duration.ofSeconds(10), "lists.exportBusy");
        }
        try {
            return export.write(wish, contexts.of(request, Map.of()), file);
        } finally {
            places.release();
        }
    }
}
