package mainstay.ledger;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.Money;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Component
@Command(name = "rates", mixinStandardHelpOptions = true, description = "Translate what is in foreign currencies.")
class RatesCommand implements CommandLineCommand {

    private final RateDesk desk;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    RatesCommand(RateDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Translate sales lines, receivables and payments that had no rate when they were imported.")
    int apply(
            @Option(names = "--all", description = "translate all anew, at the rates now known for their days")
                    boolean all,
            @Option(names = "--json", description = "print what changed as JSON") boolean json) {
        Retranslation done = all ? desk.applyToAll() : desk.applyWhereNoneWas();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(RetranslationJson.of(done)));
        } else {
            done.parts().forEach(part -> out.println(sentence(part)));
            out.println(
                    done.changed() == 0
                            ? "Nothing changed."
                            : "All daily and monthly figures follow; each month equals its lines.");
            missing().forEach(out::println);
        }
        out.flush();
        return 0;
    }

    /// A line for each currency, with its months.
    private List<String> missing() {
        Map<String, List<RateDesk.Waiting>> currencies = desk.waiting().stream()
                .collect(Collectors.groupingBy(RateDesk.Waiting::currency, TreeMap::new, Collectors.toList()));
        return currencies.entrySet().stream()
                .map(currency -> "No rate of " + currency.getKey() + " for: "
                        + currency.getValue().stream()
                                .map(waiting -> YearMonth.from(waiting.month()) + " (" + waiting.rows() + " rows)")
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static String sentence(Retranslation.Part part) {
        return "%s: %d of %d rows in foreign currencies changed; %s became %s; without a rate were %d, are %d."
                .formatted(
                        part.kind(),
                        part.changed(),
                        part.rows(),
                        new Money(part.amountBefore()).toDecimal().toPlainString(),
                        new Money(part.amountAfter()).toDecimal().toPlainString(),
                        part.unknownBefore(),
                        part.unknownAfter());
    }
}
