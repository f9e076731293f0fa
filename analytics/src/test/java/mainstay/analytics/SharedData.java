package mainstay.analytics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Public ledgers kept in a folder `shared` beside the checkout; tests on them are skipped where it is missing.
///
/// The system property or environment variable `MAINSTAY_SHARED` names another place.
public final class SharedData {

    private SharedData() {}

    public static Path file(String name) {
        var found = folder().map(folder -> folder.resolve(name)).filter(Files::isReadable);
        assumeTrue(found.isPresent(), () -> "skipped: no shared data file " + name + ", see MAINSTAY_SHARED");
        return found.orElseThrow();
    }

    private static Optional<Path> folder() {
        var here = Path.of("").toAbsolutePath();
        var beside = Stream.iterate(here, Objects::nonNull, Path::getParent)
                .limit(4)
                .map(ancestor -> ancestor.resolve("shared"));
        var named = Stream.of(
                        Optional.ofNullable(System.getProperty("MAINSTAY_SHARED")),
                        Optional.ofNullable(System.getenv("MAINSTAY_SHARED")))
                .flatMap(Optional::stream)
                .map(Path::of);
        return Stream.concat(named, beside)
                .flatMap(shared -> List.of(shared.resolve("data"), shared).stream())
                .filter(folder -> Files.isDirectory(folder.resolve("cdnow")))
                .findFirst();
    }
}
