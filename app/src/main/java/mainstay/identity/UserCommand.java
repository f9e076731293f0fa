package mainstay.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mainstay.identity.UserChange.Done;
import mainstay.identity.UserChange.Refused;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The operator's way to users: also the way back in when nobody can sign in any more.
@Component
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Add users, reset passwords, make access tokens, say which manager somebody is.")
class UserCommand implements CommandLineCommand {

    private final UserDesk desk;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final ManagerDesk managers;
    private final SecondFactorDesk factors;
    private final Texts texts;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    UserCommand(
            UserDesk desk,
            Passwords passwords,
            AccessTokens tokens,
            ManagerDesk managers,
            SecondFactorDesk factors,
            Texts texts) {
        this.desk = desk;
        this.passwords = passwords;
        this.tokens = tokens;
        this.managers = managers;
        this.factors = factors;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the users.")
    int list() {
        if (!mayManage()) {
            return refuse("only an administrator may manage users");
        }
        desk.all()
                .forEach(user -> say("%-20s %-14s %s%s"
                        .formatted(
                                user.name(),
                                user.role().code(),
                                user.fullName(),
                                user.isEnabled() ? "" : " (disabled)")));
        return 0;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Add a user and print the password.")
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--role",
                            defaultValue = "viewer",
                            description = "administrator, director, kam, controller, agent or viewer")
                    String role,
            @Option(names = "--full-name", defaultValue = "") String fullName) {
        if (!mayManage()) {
            return refuse("only an administrator may manage users");
        }
        Optional<Role> known = roleOf(role);
        if (known.isEmpty()) {
            return refuse(
                    "there is no role " + role + "; take administrator, director, kam, controller, agent or viewer");
        }
        String password = passwords.generate();
        return switch (desk.add(name, fullName.isBlank() ? name : fullName, known.get(), password)) {
            case Done done -> say("password of " + name + ": " + password);
            case Refused refused -> refuse(texts.get(Texts.ENGLISH, refused.messageKey()));
        };
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Set a new password and print it; open sessions of the user end.")
    int password(@Parameters(paramLabel = "NAME") String name) {
        if (!mayManage()) {
            return refuse("only an administrator may manage users");
        }
        Optional<User> user = desk.byName(name);
        if (user.isEmpty()) {
            return refuse("there is no user " + name);
        }
        String password = passwords.generate();
        return switch (desk.setPassword(user.get().id(), password)) {
            case Done done -> say("new password of " + user.get().name() + ": " + password);
            case Refused refused -> refuse(texts.get(Texts.ENGLISH, refused.messageKey()));
        };
    }

    @Command(
            name = "token",
            mixinStandardHelpOptions = true,
            description = "Make a personal access token and print it once.")
    int token(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--label", defaultValue = "command line") String label,
            @Option(
                            names = "--scope",
                            split = ",",
                            description = "what it opens: read, read-archive, import, credit-check, write, metrics;"
                                    + " everything where none is named")
                    @Nullable
                    List<String> scopes,
            @Option(names = "--days", defaultValue = "365", description = "how long it lasts, 1 to 365") int days) {
        if (!mayManage()) {
            return refuse("only an administrator may manage users");
        }
        Optional<Set<TokenScope>> opened = scopes == null ? Optional.of(TokenScope.all()) : TokenScope.parseAll(scopes);
        if (opened.isEmpty()) {
            return refuse("a scope is one of read, read-archive, import, credit-check, write, metrics");
        }
        if (days < 1 || days > AccessTokens.LIFE.toDays()) {
            return refuse("a token lasts 1 to 365 days");
        }
        return desk.byName(name)
                .filter(User::isEnabled)
                .map(user -> say(tokens.create(user.id(), label, opened.get(), Duration.ofDays(days))))
                .orElseGet(() -> refuse("there is no enabled user " + name));
    }

    @Command(
            name = "second-factor",
            mixinStandardHelpOptions = true,
            description = "Tell whether a user signs in with a second factor, or take away one that is lost.")
    int secondFactor(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reset", description = "take it away; the user may set up a new one") boolean reset) {
        if (!mayManage()) {
            return refuse("only an administrator may manage users");
        }
        Optional<User> user = desk.byName(name);
        if (user.isEmpty()) {
            return refuse("there is no user " + name);
        }
        long id = user.get().id();
        if (reset && !factors.remove(id, "reset")) {
            return refuse(user.get().name() + " has no second factor");
        }
        FactorState state = factors.state(id);
        return say(user.get().name() + ": "
                + (state.isOn()
                        ? "second factor, %d recovery codes left".formatted(state.codesLeft())
                        : "password alone"));
    }

    @Command(
            name = "manager",
            mixinStandardHelpOptions = true,
            description = "Put a user behind codes by which files name a manager; without one, list them.")
    int manager(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "CODE", arity = "0..*") @Nullable List<String> codes,
            @Option(names = "--remove", description = "take the codes away instead") boolean remove) {
        if (!mayManage()) {
            return refuse("only an administrator may manage users");
        }
        Optional<User> user = desk.byName(name);
        if (user.isEmpty()) {
            return refuse("there is no user " + name);
        }
        Set<String> held = new TreeSet<>(managers.of(user.get().id()));
        if (codes != null && (remove ? held.removeAll(codes) : held.addAll(codes))) {
            try {
                managers.put(user.get().id(), held);
            } catch (Problem.Invalid unknown) {
                return refuse(texts.get(Texts.ENGLISH, unknown.messageKey(), unknown.arguments()));
            }
        }
        return say(user.get().name() + ": " + (held.isEmpty() ? "no manager" : String.join(", ", held)));
    }

    private static boolean mayManage() {
        return Acting.actor().is(Role.ADMINISTRATOR);
    }

    private static Optional<Role> roleOf(String code) {
        try {
            return Optional.of(Role.parse(code));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private int say(String line) {
        spec.commandLine().getOut().println(line);
        return 0;
    }

    private int refuse(String line) {
        spec.commandLine().getErr().println(line);
        return 1;
    }
}
