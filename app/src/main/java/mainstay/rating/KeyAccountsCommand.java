package mainstay.rating;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import mainstay.shared.CommandLineCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// The key accounts on the command line, rated on what the ledger holds now.
@Component
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        description = "Key and provisional key accounts, the largest first.")
class KeyAccountsCommand implements CommandLineCommand {
    private static final String EACH = "Key accounts, each account by itself; --group counts groups as one:";
    private static final String GROUPS = "Key accounts, groups under common control counted as one:";

    private final KeyAccounts accounts;
    private final KeySentences sentences;
    private final Ratings ratings;
    private final JsonMapper json;

    @Spec
    private CommandSpec spec;

    @Option(names = "--key", required = true, description = "key and provisional key accounts")
    @SuppressWarnings("UnusedVariable") // names what is listed; without it there is nothing to list
    private boolean key;

    @Option(names = "--group", defaultValue = "false", description = "count accounts under common control as one")
    private boolean group;

    @Option(names = "--json", defaultValue = "false", description = "print JSON")
    private boolean asJson;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    KeyAccountsCommand(KeyAccounts accounts, KeySentences sentences, Ratings ratings, JsonMapper json) {
        this.accounts = accounts;
        this.sentences = sentences;
        this.ratings = ratings;
        this.json = json;
    }

    @Override
    public Integer call() {
        ratings.ensureCurrent();
        List<KeyAccountJson> found = accounts.key(group).stream()
                .map(account -> KeyAccountJson.of(account, sentences, Locale.ENGLISH))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(json.writeValueAsString(found));
        } else {
            out.println(group ? GROUPS : EACH);
            if (found.isEmpty()) {
                out.println("None has a large enough share of sales to be a key account.");
            }
            found.forEach(
                    account -> out.printf("%-14s %-40s %s%n", account.code(), account.name(), account.sentence()));
        }
        return 0;
    }
}
