package mainstay.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list as a file. It is written whole before the first byte leaves: what fails is told as a page,
/// and nobody with a slow line holds a connection to the database.
@Controller
@RequestMapping("/accounts/export")
@Allowed.Everyone
class ExportController {

    private static final int AT_A_TIME = 2;

    private final AccountBook book;
    private final ListExport exports;
    private final PageContexts contexts;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    ExportController(AccountBook book, ListExport exports, PageContexts contexts, Clock clock) {
        this.book = book;
        this.exports = exports;
        this.contexts = contexts;
        this.clock = clock;
    }

    @GetMapping
    void export(
            ListWish wish,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ExportFormat wanted = ExportFormat.of(format).orElseThrow(() -> new Problem.Invalid("lists.badFormat", format));
        Path file = Files.createTempFile("mainstay-export-", "." + wanted.word());
        try {
            write(wish.address(book.usualSort()), wanted, contexts.locale(request), file);
            send(file, wanted, response);
        } finally {
            Files.delete(file);
        }
    }

    private void write(ListAddress address, ExportFormat format, Locale language, Path file) {
        if (!places.tryAcquire()) {
            throw new Problem.Busy(Duration.ofSeconds(10), "lists.exportBusy");
        }
        try {
            book.makeReady(address.filter());
            exports.note(address, format, exports.write(address, format, language, file));
        } finally {
            places.release();
        }
    }

    private void send(Path file, ExportFormat format, HttpServletResponse response) throws IOException {
        response.setContentType(format.contentType());
        response.setContentLengthLong(Files.size(file));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"accounts-" + LocalDate.now(clock) + "." + format.word() + "\"");
        Files.copy(file, response.getOutputStream());
    }
}
