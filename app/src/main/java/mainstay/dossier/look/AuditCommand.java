package mainstay.dossier.look;

import java.util.Locale;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Proves that nobody changed the read log behind the back of Mainstay, or says where it is broken.
@Component
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Verify the log of who saw what in the archive.")
class AuditCommand implements CommandLineCommand {

    private final Audit audit;
    private final Texts texts;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    AuditCommand(Audit audit, Texts texts) {
        this.audit = audit;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Reckon every link of the chain anew. Exit code 0: whole; 1: broken, with the first broken place.")
    int verify() {
        Locale language = Texts.nearest(Locale.getDefault(Locale.Category.DISPLAY));
        return switch (audit.verify()) {
            case Verdict.Whole whole -> {
                spec.commandLine().getOut().println(texts.get(language, "audit.whole", whole.looks(), whole.hash()));
                yield 0;
            }
            case Verdict.Broken broken -> {
                spec.commandLine().getErr().println(texts.get(language, broken.place()));
                yield 1;
            }
        };
    }
}
