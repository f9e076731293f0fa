package mainstay.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs one program to its end. Output goes through a file: a server that outlives its starter would keep a pipe
/// open.
final class Command {

    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    private static final int NOT_STARTED = 127;
    private static final int TOO_SLOW = 124;

    private Command() {}

    static Outcome run(List<String> line, Path directory, Duration patience) throws IOException {
        var output = Files.createTempFile(directory, ".output", "");
        try {
            int status = status(line, directory, output, patience);
            return new Outcome(status, Files.readString(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int status(List<String> line, Path directory, Path output, Duration patience) throws IOException {
        var builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C"); // messages are read below, so they must be English
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            Files.writeString(output, String.valueOf(e.getMessage()));
            return NOT_STARTED;
        }
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return TOO_SLOW;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while running " + line.getLast(), e);
        }
    }
}
