package mainstay.accounts.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who was erased, in a file of the data directory beside the database: an older backup that is restored
/// knows nothing of it. It says nothing of anybody but two numbers.
@Component
class ErasureBook {

    static final String FILE = "erased-people";
    private static final Pattern LINE = Pattern.compile("\\d{1,18} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path file;

    ErasureBook(@Value("${mainstay.home}") Path home, @Value("${mainstay.sample:#{null}}") @Nullable String sample) {
        Path root = home.toAbsolutePath();
        this.file = (sample == null ? root : root.resolve("samples").resolve(sample)).resolve(FILE);
    }

    /// One of them.
    ///
    /// @param submission of the form that the person was written down with: a number alone may be given
    /// anew after a restore
    record Erased(long id, UUID submission) {

        private static Erased of(String line) {
            int gap = line.indexOf(' ');
            return new Erased(Long.parseLong(line.substring(0, gap)), UUID.fromString(line.substring(gap + 1)));
        }
    }

    synchronized Set<Erased> all() {
        try {
            Set<Erased> all = new LinkedHashSet<>();
            if (Files.exists(file)) {
                Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .filter(line -> LINE.matcher(line).matches())
                        .map(Erased::of)
                        .forEach(all::add);
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Writes down those whom it does not hold yet.
    synchronized void keep(Collection<Erased> erased) {
        Set<Erased> fresh = new LinkedHashSet<>(erased);
        fresh.removeAll(all());
        List<String> lines =
                fresh.stream().map(one -> one.id() + " " + one.submission()).toList();
        if (lines.isEmpty()) {
            return;
        }
        try {
            make();
            Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException wasThere) {
            // and goes on
        }
    }
}
