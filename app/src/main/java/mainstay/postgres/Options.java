package mainstay.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the server is for, and where its programs are unpacked (null: `runtime` in the data home).
public record Options(boolean keepsData, @Nullable Path runtime) {

    /// For real data: everything acknowledged survives a crash.
    public static Options durable() {
        return new Options(true, null);
    }

    /// For tests: fast, and worthless after a crash of the machine. Stops with the process that opened it.
    public static Options disposable() {
        return new Options(false, null);
    }

    /// Several data homes may share one copy of the programs.
    public Options withRuntime(Path directory) {
        return new Options(keepsData, directory);
    }
}
