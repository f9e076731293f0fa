package mainstay.ledger;

import java.io.PrintWriter;
import java.util.Locale;
import mainstay.shared.CommandLineCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Component
@Command(name = "batches", mixinStandardHelpOptions = true, description = "List what was imported, the newest first.")
class BatchesCommand implements CommandLineCommand {

    private final BatchDesk desk;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print the list as JSON")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    BatchesCommand(BatchDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(desk.newest()));
        } else {
            desk.newest().forEach(batch -> out.println(line(batch)));
        }
        out.flush();
        return 0;
    }

    private static String line(BatchEntry batch) {
        String days = batch.from() == null || batch.to() == null ? "" : batch.from() + " to " + batch.to();
        return String.format(
                Locale.ENGLISH,
                "%5d  %-11s  %-9s  %,10d rows  %-24s  %s",
                batch.id(),
                batch.kind(),
                batch.status(),
                batch.accepted(),
                days,
                batch.fileName());
    }
}
