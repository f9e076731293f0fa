package mainstay.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where the sources lie.
final class Repository {

    private Repository() {}

    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
                .filter(directory -> Files.isExecutable(directory.resolve("bin/run")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("run the stories inside the repository"));
    }
}
