package mainstay.portfolio;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// The portfolio on the command line.
@Component
@Command(
        name = "portfolio",
        mixinStandardHelpOptions = true,
        description = "Concentration and profit of a period, with the ten largest accounts.")
class PortfolioCommand implements CommandLineCommand {
    private final Portfolio portfolio;
    private final JsonMapper json;
    private final Texts texts;

    @Spec
    private CommandSpec spec;

    @Nullable
    @Option(names = "--from", description = "first day, yyyy-MM-dd")
    private LocalDate from;

    @Nullable
    @Option(names = "--to", description = "last day, yyyy-MM-dd")
    private LocalDate to;

    @Nullable
    @Option(names = "--as-of", description = "what was known on that day; the latest sales date if left out")
    private LocalDate asOf;

    @Option(names = "--group", description = "count accounts under common control as one")
    private boolean group;

    @Option(names = "--by", defaultValue = "delivered", description = "delivered or billed account")
    private String by = "delivered";

    @Option(names = "--gross", description = "invoiced rows only, without returns and free goods")
    private boolean gross;

    @Option(names = "--json", description = "print JSON")
    private boolean asJson;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    PortfolioCommand(Portfolio portfolio, JsonMapper json, Texts texts) {
        this.portfolio = portfolio;
        this.json = json;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        PortfolioReport report = report();
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(json.writeValueAsString(report));
        } else {
            new PortfolioPrint(out, group, portfolio.state().to()).print(report);
        }
        return 0;
    }

    private PortfolioReport report() {
        try {
            return portfolio.report(
                    new PortfolioQuery(from, to, asOf, group, basis(), gross ? SalesView.GROSS : SalesView.NET));
        } catch (Problem.Invalid problem) {
            throw usage(texts.get(Texts.ENGLISH, problem.messageKey(), problem.arguments()));
        }
    }

    private Basis basis() {
        return switch (by.toLowerCase(Locale.ROOT)) {
            case "delivered" -> Basis.DELIVERED;
            case "billed" -> Basis.BILLED;
            default -> throw usage("--by is delivered or billed, not " + by);
        };
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
