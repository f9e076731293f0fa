package mainstay.ledger;

import java.io.PrintWriter;
import mainstay.shared.CommandLineCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Component
@Command(name = "withdraw", mixinStandardHelpOptions = true, description = "Take a batch out of the ledger again.")
class WithdrawCommand implements CommandLineCommand {

    private final BatchDesk desk;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BATCH")
    private long batch;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    WithdrawCommand(BatchDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return switch (desk.withdraw(batch)) {
            case BatchDesk.Withdrawn gone -> say("Batch " + gone.batch() + " was withdrawn.", 0);
            case BatchDesk.NotInLedger absent -> say("Batch " + batch + " is " + absent.status() + ".", 1);
            case BatchDesk.NoSuchBatch none -> say("There is no batch " + batch + ".", 1);
        };
    }

    private int say(String sentence, int code) {
        PrintWriter out =
                code == 0 ? spec.commandLine().getOut() : spec.commandLine().getErr();
        out.println(sentence);
        out.flush();
        return code;
    }
}
