package mainstay.ledger;

import java.io.PrintWriter;
import java.util.Locale;
import mainstay.ledger.UnitDecision.Kept;
import mainstay.ledger.UnitDecision.Refused;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Component
@Command(name = "units", mixinStandardHelpOptions = true, description = "Say how units of products convert.")
class UnitsCommand implements CommandLineCommand {

    private final UnitDesk desk;
    private final Texts texts;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    UnitsCommand(UnitDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        desk.all()
                .forEach(
                        unit -> say("%s: 1 %s = %s %s".formatted(unit.code(), unit.unit(), unit.times(), unit.base())));
        return 0;
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = "units set PRODUCT UNIT FACTOR BASE: one UNIT of the product is FACTOR of BASE.")
    int set(
            @Parameters(paramLabel = "PRODUCT") String product,
            @Parameters(paramLabel = "UNIT") String unit,
            @Parameters(paramLabel = "FACTOR") String factor,
            @Parameters(paramLabel = "BASE") String base) {
        UnitWish wish = UnitWish.of(product, unit, factor, base);
        return switch (desk.settle(wish)) {
            case Kept kept -> {
                say("%s: 1 %s = %s %s".formatted(wish.product(), wish.unit(), wish.factor(), wish.base()));
                yield 0;
            }
            case Refused refused -> {
                say(texts.get(Locale.ENGLISH, refused.why()));
                yield 1;
            }
        };
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
