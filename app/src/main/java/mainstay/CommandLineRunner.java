package mainstay;

import java.util.List;
import mainstay.demo.SampleFirm;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.CommandLineCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// Runs one command of `bin/mainstay` as the local operator, or as a user with `--user`.
@Component
class CommandLineRunner {

    private static final int FAILED = 3;

    private final List<CommandLineCommand> commands;
    private final UserDesk users;
    private final SampleFirm sample;

    CommandLineRunner(List<CommandLineCommand> commands, UserDesk users, SampleFirm sample) {
        this.commands = commands;
        this.users = users;
        this.sample = sample;
    }

    int run(String... words) {
        Root root = new Root();
        CommandLine line = new CommandLine(root);
        commands.forEach(line::addSubcommand);
        line.setExecutionStrategy(parsed -> execute(line, root, parsed));
        line.setExecutionExceptionHandler((failure, failed, result) -> {
            failed.getErr().println("failed, nothing changed: " + failure.getMessage());
            return FAILED;
        });
        return line.execute(words);
    }

    private int execute(CommandLine line, Root root, ParseResult parsed) {
        if (!sample.isWhole()) {
            line.getErr().println("The sample is not loaded yet: start it once with bin/run --sample.");
            return FAILED;
        }
        String name = root.user;
        Actor actor = name == null
                ? Actor.operator()
                : Acting.asOperator(() -> users.byName(name))
                        .filter(User::isEnabled)
                        .map(Actor::of)
                        .orElseThrow(() -> new ParameterException(line, "there is no enabled user " + name));
        return Acting.as(actor, () -> new CommandLine.RunLast().execute(parsed));
    }

    @Command(
            name = "mainstay",
            mixinStandardHelpOptions = true,
            version = "Mainstay 0.1",
            description = "Key account management from the sales ledger. Without a command the server starts.")
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
