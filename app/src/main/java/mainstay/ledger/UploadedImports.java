package mainstay.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final String UNNAMED = "upload.csv";
    private static final int OPENED_WITHIN_SECONDS = 60;
    private static final int AT_ONCE = 4;
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final ImportDesk desk;
    private final Semaphore free = new Semaphore(AT_ONCE);

    UploadedImports(ImportDesk desk) {
        this.desk = desk;
    }

    /// Begins an import.
    ///
    /// @return its number, by which the report can be asked for
    long begin(MultipartFile file, @Nullable MultipartFile lookup, UploadOptions options) throws IOException {
        if (!free.tryAcquire()) {
            throw busy();
        }
        CompletableFuture<Long> opened = new CompletableFuture<>();
        try {
            Path place = Files.createTempDirectory("mainstay-import-");
            start(request(place, file, lookup, options), place, opened);
        } catch (IOException | RuntimeException refused) {
            free.release();
            throw refused;
        }
        return number(opened);
    }

    /// How many uploads could begin now.
    int free() {
        return free.availablePermits();
    }

    private static ImportRequest request(
            Path place, MultipartFile file, @Nullable MultipartFile lookup, UploadOptions options) throws IOException {
        try {
            String name = name(file);
            Path stored = store(file, place.resolve("file"), name);
            Path beside =
                    lookup == null || lookup.isEmpty() ? null : store(lookup, place.resolve("lookup"), name(lookup));
            return options.request(stored, name, beside);
        } catch (IOException | RuntimeException refused) {
            FileSystemUtils.deleteRecursively(place);
            throw refused;
        }
    }

    private void start(ImportRequest request, Path place, CompletableFuture<Long> opened) {
        Actor actor = Acting.actor();
        Thread.ofVirtual().name("import").start(() -> Acting.run(actor, () -> work(request, place, opened)));
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

    private void work(ImportRequest request, Path place, CompletableFuture<Long> opened) {
        try {
            desk.run(request, new ImportWatch() {
                @Override
                public void opened(long batch) {
                    opened.complete(batch);
                }

                @Override
                public boolean follow(Progress progress) {
                    return true;
                }
            });
        } catch (Problem refused) {
            opened.completeExceptionally(refused);
        } catch (RuntimeException failed) {
            LOG.error("import of {} failed", request.fileName(), failed);
            opened.completeExceptionally(failed);
        } finally {
            delete(place);
            free.release();
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
        Path stored = directory.resolve(name);
        file.transferTo(stored);
        return stored;
    }

    /// The last part of what the sender called the file, and only characters that no file system minds.
    private static String name(MultipartFile file) {
        String original = file.getOriginalFilename();
        String last = original == null
                ? ""
                : original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[^\\p{L}\\p{N}._ ()-]", "_").strip();
        String shortened = clean.length() > 120 ? clean.substring(clean.length() - 120) : clean;
        return shortened.isBlank() || shortened.startsWith(".") ? UNNAMED : shortened;
    }
}
