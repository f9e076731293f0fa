package mainstay.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/// Imports of uploaded files: each runs on a thread of its own, for the person who sent it, and few at a time.
@Component
class UploadedImports {

    private static final Logger LOG = LoggerFactory.getLogger(UploadedImports.class);
    private static final int OPENED_WITHIN_SECONDS = 60;
    private static final int AT_ONCE = 4;
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final ImportDesk desk;
    private final Semaphore free = new Semaphore(AT_ONCE);

    UploadedImports(ImportDesk desk) {
        this.desk = desk;
    }

    /// Begins an import of a file that came with the request.
    ///
    /// @return its number, by which the report can be asked for
    long begin(MultipartFile file, @Nullable MultipartFile lookup, Asked asked) throws IOException {
        requirePlace();
        Path place = Files.createTempDirectory("mainstay-import-");
        ImportRequest request = request(place, file, lookup, asked);
        return begin(request, report -> delete(place));
    }

    /// Begins an import of a file that lies somewhere.
    ///
    /// @param afterwards told how it ended; empty where it broke off
    long begin(ImportRequest request, Consumer<Optional<ImportReport>> afterwards) {
        CompletableFuture<Long> opened = new CompletableFuture<>();
        if (!free.tryAcquire()) {
            afterwards.accept(Optional.empty());
            throw busy();
        }
        Actor actor = Acting.actor();
        Thread.ofVirtual().name("import").start(() -> Acting.run(actor, () -> work(request, afterwards, opened)));
        return number(opened);
    }

    /// What is wanted for an upload, once it is known where it lies.
    @FunctionalInterface
    interface Asked {
        ImportRequest request(Path file, String fileName, @Nullable Path lookup);
    }

    private void requirePlace() {
        if (free() == 0) {
            throw busy();
        }
    }

    /// How many uploads could begin now.
    int free() {
        return free.availablePermits();
    }

    private static ImportRequest request(Path place, MultipartFile file, @Nullable MultipartFile lookup, Asked asked)
            throws IOException {
        try {
            String name = UploadName.of(file);
            Path stored = store(file, place.resolve("file"), name);
            Path beside = lookup == null || lookup.isEmpty()
                    ? null
                    : store(lookup, place.resolve("lookup"), UploadName.of(lookup));
            return asked.request(stored, name, beside);
        } catch (IOException | RuntimeException refused) {
            FileSystemUtils.deleteRecursively(place);
            throw refused;
        }
    }

    private static long number(CompletableFuture<Long> opened) {
        try {
            return opened.get(OPENED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an import began", e);
        } catch (TimeoutException e) {
            throw busy();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException("the import could not begin", e);
        }
    }

    private static Problem.Busy busy() {
        return new Problem.Busy(ASK_AGAIN, "ledger.import.busy", AT_ONCE);
    }

    private void work(
            ImportRequest request, Consumer<Optional<ImportReport>> afterwards, CompletableFuture<Long> opened) {
        Optional<ImportReport> report = Optional.empty();
        try {
            report = Optional.of(desk.run(request, new ImportWatch() {
                @Override
                public void opened(long batch) {
                    opened.complete(batch);
                }

                @Override
                public boolean follow(Progress progress) {
                    return true;
                }
            }));
        } catch (Problem refused) {
            opened.completeExceptionally(refused);
        } catch (RuntimeException failed) {
            LOG.error("import of {} failed", request.fileName(), failed);
            opened.completeExceptionally(failed);
        } finally {
            free.release();
            afterwards.accept(report);
        }
    }

    private static void delete(Path place) {
        try {
            FileSystemUtils.deleteRecursively(place);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", place, e);
        }
    }

    private static Path store(MultipartFile file, Path directory, String name) throws IOException {
        Files.createDirectory(directory);
        Path stored = UploadName.in(directory, name);
        file.transferTo(stored);
        return stored;
    }
}
