package mainstay.postgres;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where this installation keeps its data. A sample has a home of its own below the user's and never touches it.
@Component
public final class Installation {

    private final Path root;
    private final @Nullable String sample;

    Installation(@Value("${mainstay.home}") Path root, @Value("${mainstay.sample:#{null}}") @Nullable String sample) {
        this.root = root.toAbsolutePath();
        this.sample = sample;
    }

    public Path home() {
        return sample == null ? root : root.resolve("samples").resolve(sample);
    }

    /// For the server of the home. The unpacked programs of the database are shared by all homes.
    public Options options() {
        return Options.durable().withRuntime(root.resolve("runtime"));
    }

    public Optional<String> sample() {
        return Optional.ofNullable(sample);
    }
}
