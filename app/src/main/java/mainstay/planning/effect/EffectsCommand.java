package mainstay.planning.effect;

import mainstay.shared.CommandLineCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Measures effects now instead of within the hour.
@Component
@Command(
        name = "effects",
        mixinStandardHelpOptions = true,
        description = "Measure the effects of work whose window is over, as far as the ledger has changed since.")
class EffectsCommand implements CommandLineCommand {

    private final EffectRun run;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    EffectsCommand(EffectRun run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        spec.commandLine().getOut().printf("Effects measured: %d%n", run.run());
        return 0;
    }
}
