package mainstay.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file the server writes to, kept short between starts.
record ServerLog(Path file) {

    private static final long LONG = 5L << 20;
    private static final int TELLING = 1 << 16;

    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    void rotate() throws IOException {
        if (size() > LONG) {
            Files.move(file, file.resolveSibling("server.log.1"), REPLACE_EXISTING);
        }
    }

    String since(long position) throws IOException {
        if (size() <= position) {
            return "";
        }
        try (var log = Files.newInputStream(file)) {
            log.skipNBytes(position);
            return new String(log.readNBytes(TELLING), UTF_8);
        }
    }
}
