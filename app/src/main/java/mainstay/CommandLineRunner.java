package mainstay;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import mainstay.demo.SampleFirm;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.OperatorSettings;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.BadSetting;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// Runs one command of `bin/mainstay` as the local operator, or as a user with `--user`.
@Component
class CommandLineRunner {

    private static final int FAILED = 3;

    private final List<CommandLineCommand> commands;
    private final UserDesk users;
    private final SampleFirm sample;
    private final OperatorSettings settings;
    private final CommandRefusals refusals;
    private volatile boolean working;
    private volatile boolean stopped;

    CommandLineRunner(
            List<CommandLineCommand> commands,
            UserDesk users,
            SampleFirm sample,
            OperatorSettings settings,
            CommandRefusals refusals) {
        this.commands = commands;
        this.users = users;
        this.sample = sample;
        this.settings = settings;
        this.refusals = refusals;
    }

    int run(String... words) {
        Root root = new Root();
        CommandLine line = new CommandLine(root);
        commands.forEach(line::addSubcommand);
        line.registerConverter(LocalDate.class, CommandLineRunner::day);
        line.setExecutionStrategy(parsed -> execute(line, root, parsed));
        line.setExecutionExceptionHandler((failure, failed, result) -> ended(failure, failed));
        return line.execute(words);
    }

    /// Commands that are nobody's in particular and find nothing prepared.
    static CommandLine line(List<CommandLineCommand> commands) {
        CommandLine line = new CommandLine(new Root());
        commands.forEach(line::addSubcommand);
        line.setExecutionExceptionHandler(
                (failure, command, result) -> failed(command, String.valueOf(failure.getMessage())));
        return line;
    }

    private int ended(Exception failure, CommandLine command) {
        if (stopped) {
            return FAILED;
        }
        return failure instanceof Problem problem
                ? refusals.tell(problem, command)
                : failed(command, "failed, nothing changed: " + failure.getMessage());
    }

    private static int failed(CommandLine command, String sentence) {
        command.getErr().println(sentence);
        return FAILED;
    }

    /// Somebody ends the process while a command works: its connections go away under it, and what it has to say
    /// about that helps nobody.
    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (working) {
            stopped = true;
            System.err.println("Stopped before the end: what was not finished changed nothing.");
            LoggingSystem logging = LoggingSystem.get(CommandLineRunner.class.getClassLoader());
            List.of(LoggingSystem.ROOT_LOGGER_NAME, "mainstay")
                    .forEach(name -> logging.setLogLevel(name, LogLevel.OFF));
        }
    }

    private int execute(CommandLine line, Root root, ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (!sample.isWhole()) {
            line.getErr().println("The sample is not loaded yet: start it once with bin/run --sample.");
            return FAILED;
        }
        try {
            Acting.asOperator(() -> {
                settings.settle();
                return null;
            });
        } catch (BadSetting wrong) {
            return failed(line, String.valueOf(wrong.getMessage()));
        }
        Optional<Actor> actor = actor(root.user);
        if (actor.isEmpty()) {
            line.getErr().println("There is no enabled user " + root.user + ".");
            return line.getCommandSpec().exitCodeOnInvalidInput();
        }
        working = true;
        try {
            return Acting.as(actor.get(), () -> new CommandLine.RunLast().execute(parsed));
        } finally {
            working = false;
        }
    }

    private Optional<Actor> actor(@Nullable String name) {
        return name == null
                ? Optional.of(Actor.operator())
                : Acting.asOperator(() -> users.byName(name))
                        .filter(User::isEnabled)
                        .map(Actor::of);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new TypeConversionException(text + " is not a day, write 2025-01-31");
        }
    }

    @Command(
            name = "mainstay",
            mixinStandardHelpOptions = true,
            version = "Mainstay 0.1",
            description = "Key account management from the sales ledger. Without a command the server starts.",
            footerHeading = "%nSettings, from the environment:%n",
            footer = {
                "  MAINSTAY_HOME             where everything is kept (~/.mainstay)",
                "  MAINSTAY_CURRENCY         reporting currency until the firm's settings are saved (CNY)",
                "  MAINSTAY_ADMIN_PASSWORD   password of the first administrator; made and printed if left out",
                "  MAINSTAY_PORT, MAINSTAY_BIND",
                "                            where the server listens (8080 of 127.0.0.1)",
                "  MAINSTAY_PUBLIC_URL       the address by which people know the server",
                "  MAINSTAY_TRUSTED_PROXIES  whose word on the sender of a request counts",
                "  MAINSTAY_INBOX            a folder whose files are imported every night",
                "  MAINSTAY_INBOX_TIME       from when on, by the clock of the firm (02:00)",
                "  MAINSTAY_BACKUP_TIME      from when on each night's backup is made (03:00), or off",
                "  MAINSTAY_BACKUP_FOLDER    where it goes (MAINSTAY_HOME/backups)",
                "  MAINSTAY_BACKUP_DAILY, MAINSTAY_BACKUP_WEEKLY, MAINSTAY_BACKUP_MONTHLY",
                "                            how many stay (7, 4, 6)",
                "  MAINSTAY_DATABASE_URL     a PostgreSQL of your own instead of the one that comes with Mainstay",
                "",
                "--sample [NAME] before the command asks a public sample ledger instead of yours",
                "(wide-world-importers or online-retail)."
            })
    static final class Root implements Runnable {

        @Nullable
        @Option(names = "--user", scope = ScopeType.INHERIT, description = "see only what this user may see")
        private String user;

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                throw new ParameterException(spec.commandLine(), "name a command");
            }
        }
    }
}
