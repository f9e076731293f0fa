package mainstay.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The server refuses to run as root. Whoever is root runs it in a user namespace, where root has no power, or
/// else as an unprivileged user. The way is chosen once and written down: files made one way cannot be read the
/// other way.
sealed interface RunAs {

    /// What to put in front of a command.
    List<String> prefix();

    String name();

    /// Hands a file or directory to the user the server runs as.
    default void give(Path path) throws IOException {}

    record Self() implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public String name() {
            return "self";
        }
    }

    record UserNamespace() implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public String name() {
            return "user-namespace";
        }
    }

    record OtherUser(int user) implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
        }

        @Override
        public String name() {
            return "user-" + user;
        }

        @Override
        public void give(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", user);
            Files.setAttribute(path, "unix:gid", user);
        }
    }

    int NOBODY = 65534;
    String NOTE = "run-as";

    static RunAs in(Home home) throws IOException {
        int user = home.currentUser();
        if (home.hasData() && Home.owner(home.ownerPassword()) != user) {
            throw new DatabaseUnavailable(
                    "The database in %s belongs to the user with the number %d. Start as that user, or name another directory with MAINSTAY_HOME."
                            .formatted(home.root(), Home.owner(home.ownerPassword())));
        }
        var noted = home.noted(NOTE);
        if (noted.isPresent()) {
            return parse(noted.get());
        }
        var chosen = user == 0 ? unprivileged(home) : new Self();
        home.note(NOTE, chosen.name());
        return chosen;
    }

    private static RunAs parse(String name) {
        return switch (name) {
            case "self" -> new Self();
            case "user-namespace" -> new UserNamespace();
            default -> new OtherUser(Integer.parseInt(name.replace("user-", "")));
        };
    }

    private static RunAs unprivileged(Home home) throws IOException {
        if (works(new UserNamespace(), home, "id", "-u")) {
            return new UserNamespace();
        }
        var nobody = new OtherUser(NOBODY);
        Home.permit(home.root(), "rwx--x--x"); // nobody passes through, and reads nothing
        if (works(nobody, home, "test", "-x", home.root().toString())) {
            return nobody;
        }
        throw new DatabaseUnavailable(
                "PostgreSQL refuses to run as root, and here neither `unshare -U` nor `setpriv` leads to %s without being root. Start as an ordinary user, or set MAINSTAY_HOME to a directory others may pass through, such as /var/lib/mainstay, or name a server with MAINSTAY_DATABASE_URL."
                        .formatted(home.root()));
    }

    private static boolean works(RunAs way, Home home, String... command) throws IOException {
        var line = new ArrayList<>(way.prefix());
        line.addAll(List.of(command));
        var outcome = Command.run(line, home.root(), Duration.ofSeconds(10));
        return outcome.succeeded() && !outcome.output().strip().equals("0");
    }
}
