package mainstay.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/// Starts and ends a [Holder].
record HolderProcess(Process process, BufferedReader output) implements AutoCloseable {

    static HolderProcess start(Path home, Path runtime) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classpath = System.getProperty("java.class.path");
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classpath,
                        Holder.class.getName(),
                        home.toString(),
                        runtime.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new HolderProcess(process, process.inputReader());
    }

    int port() throws IOException {
        return Integer.parseInt(output.readLine());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
