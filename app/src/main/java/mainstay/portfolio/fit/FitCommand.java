package mainstay.portfolio.fit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Models of repeat buying on the command line.
@Component
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Fit a model of repeat buying to a file: customers as x, t_x, T and perhaps m,",
            "or purchases as customer, date and perhaps quantity and amount."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:refused, with reasons", "2:wrong usage", "3:failed"})
class FitCommand implements CommandLineCommand {

    private static final double YEAR = 365.25;
    private static final int REFUSED = 1;

    private final Texts texts;
    private final JsonMapper json;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "separated by commas, tabs or blanks; a header is optional")
    private Path file;

    @Option(
            names = "--model",
            defaultValue = "auto",
            description = "bg-nbd, mbg-nbd, pareto-nbd, nbd, gamma-gamma or auto (the lowest BIC; default)")
    private String model = "auto";

    @Option(
            names = "--unit",
            required = true,
            description =
                    "day, week (7 days) or month (30.4375 days): of the times in a file of customers, and of the result")
    private String unit = "";

    @Nullable
    @Option(
            names = "--observation-end",
            description = "last day that counts, yyyy-MM-dd; the latest purchase if left out")
    private LocalDate observationEnd;

    @Nullable
    @Option(names = "--horizon", description = "how far to look ahead, in units; a year if left out")
    private Double horizon;

    @Option(names = "--customers", description = "score each customer")
    private boolean scored;

    @Option(names = "--json", description = "print JSON, its sentences in English unless --language is given")
    private boolean asJson;

    @Nullable
    @Option(names = "--language", description = "en, zh-CN or zh-TW; the machine's if left out")
    private String language;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification and the file before any call
    FitCommand(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    public Integer call() {
        TimeUnit in = unit();
        ModelWish wish = ModelWish.parse(model)
                .orElseThrow(
                        () -> usage("--model is bg-nbd, mbg-nbd, pareto-nbd, nbd, gamma-gamma or auto, not " + model));
        double ahead = horizon == null ? Horizon.days(YEAR).in(in) : horizon;
        if (!(ahead >= 0 && ahead < Double.POSITIVE_INFINITY)) {
            throw usage("--horizon is a number from 0 on, not " + ahead);
        }
        if (observationEnd != null && !Cells.isPlausible(observationEnd)) {
            throw usage("--observation-end is a day of the years 1900 to 2199, not " + observationEnd);
        }
        FitWords words = new FitWords(texts, language());
        try {
            Customers customers = FitFile.read(file).customers(in, observationEnd);
            print(new FitDesk(words, ahead, scored).fit(customers, wish), words);
            return 0;
        } catch (Problem refused) {
            refuse(new FitRefusal(refused, words));
            return REFUSED;
        }
    }

    private void refuse(FitRefusal refusal) {
        if (asJson) {
            refusal.print(spec.commandLine().getOut(), json);
        } else {
            refusal.print(spec.commandLine().getErr());
        }
    }

    private void print(FitReport report, FitWords words) {
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(json.writeValueAsString(report));
        } else {
            new FitPrint(out, words).print(report);
        }
        out.flush();
    }

    private Locale language() {
        if (language == null) {
            return asJson ? Texts.ENGLISH : Texts.nearest(Locale.getDefault(Locale.Category.DISPLAY));
        }
        Locale wanted = Locale.forLanguageTag(language.replace('_', '-'));
        if (!wanted.getLanguage().equals("en") && !wanted.getLanguage().equals("zh")) {
            throw usage("--language is en, zh-CN or zh-TW, not " + language);
        }
        return Texts.nearest(wanted);
    }

    private TimeUnit unit() {
        return switch (unit) {
            case "day" -> TimeUnit.DAY;
            case "week" -> TimeUnit.WEEK;
            case "month" -> TimeUnit.MONTH;
            default -> throw usage("--unit is day, week or month, not " + unit);
        };
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
