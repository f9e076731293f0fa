package mainstay.postgres;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a data directory says about the server that runs in it (its file `postmaster.pid`).
record Postmaster(Path file, long pid, int port, String status) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /// No process has this number, so the server takes the file for a dead one's, and still looks for that one's
    /// orphans.
    private static final String NOBODYS_PID = "2147483647";

    static Optional<Postmaster> in(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        try {
            return Optional.of(new Postmaster(
                    file,
                    Long.parseLong(line(lines, 0)),
                    line(lines, PORT_LINE).isEmpty() ? 0 : Integer.parseInt(line(lines, PORT_LINE)),
                    line(lines, STATUS_LINE)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // torn by a crash; the server decides what to make of it
        }
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number).strip() : "";
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /// After a crash the number may belong to another process, or to a dead child nobody has collected.
    boolean isAlive() {
        return processExists() && !(isReady() && refusesConnections());
    }

    private boolean processExists() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(true))
                .orElse(false);
    }

    private boolean refusesConnections() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 2_000);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Takes the number of an unrelated process out of the file; the rest of it stays for the server to check.
    void disown() throws IOException {
        if (ProcessHandle.of(pid).isPresent()) {
            var lines = Files.readAllLines(file);
            lines.set(0, NOBODYS_PID);
            Files.write(file, lines);
        }
    }
}
