package mainstay.ledger;

import java.io.PrintWriter;
import mainstay.shared.CommandLineCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Component
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Compute the daily and monthly figures anew from the lines, and tell whether any was wrong.")
class RebuildCommand implements CommandLineCommand {

    private final BatchDesk desk;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    RebuildCommand(BatchDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        long differing = desk.rebuildRollUps();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                differing == 0
                        ? "All daily and monthly figures equal those computed anew."
                        : differing + " daily and monthly figures were different and are right now.");
        out.flush();
        return differing == 0 ? 0 : 1;
    }
}
