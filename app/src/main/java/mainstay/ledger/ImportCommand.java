package mainstay.ledger;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.ImportRequest.BadRows;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.ledger.file.Profile;
import mainstay.ledger.file.Profiles;
import mainstay.ledger.file.Reading;
import mainstay.shared.CommandLineCommand;
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

@Component
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Import a .csv, .csv.gz, .txt or .xlsx file into the ledger.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, or nothing to do",
            "1:refused, with reasons",
            "2:wrong usage",
            "3:failed, nothing changed"
        })
class ImportCommand implements CommandLineCommand {

    private final ImportDesk desk;
    private final RateDesk rates;
    private final Texts texts;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Nullable
    @Option(
            names = "--kind",
            description =
                    "sales, accounts, receivables, payments, orders, deliveries, sellout, products, territories or rates")
    private String kind;

    @Nullable
    @Option(names = "--profile", description = "a shipped mapping, or a .json file with one")
    private String profile;

    @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "the column, or a calculation, for a field")
    private Map<String, String> maps = new LinkedHashMap<>();

    @Nullable
    @Option(names = "--date-format", description = "how dates are written, for example d/M/yyyy")
    private String dateFormat;

    @Option(names = "--bad-rows", defaultValue = "refuse", description = "refuse the file (default) or skip the rows")
    private String badRows;

    @Nullable
    @Option(names = "--replace", paramLabel = "BATCH", description = "the batch that this file takes the place of")
    private Long replaces;

    @Nullable
    @Option(names = "--lookup", description = "the look-up file that the profile joins")
    private Path lookup;

    @Nullable
    @Option(names = "--source", description = "the name space of the codes in the file")
    private String source;

    @Nullable
    @Option(names = "--sheet", description = "the sheet of a workbook that has several")
    private String sheet;

    @Nullable
    @Option(names = "--encoding", description = "the encoding of a text file, for example GB18030")
    private String encoding;

    @Nullable
    @Option(names = "--delimiter", description = "the character between columns of a text file, or tab")
    private String delimiter;

    @Option(names = "--dry-run", description = "find out what the file would change, and change nothing")
    private boolean dryRun;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli fills the options before any call
    ImportCommand(ImportDesk desk, RateDesk rates, Texts texts) {
        this.desk = desk;
        this.rates = rates;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        Path absolute = file.toAbsolutePath();
        MappingWish named = new MappingWish(knownKind(), profile, checkedMaps(), checkedFormat(), lookup, reading());
        MappingWish wish = ofFile().map(named::by).orElse(named);
        ImportRequest request = new ImportRequest(
                absolute, absolute.getFileName().toString(), wish, knownBadRows(), replaces, source, dryRun);
        PrintWriter err = spec.commandLine().getErr();
        ImportReport report = desk.run(request, json ? ImportWatch.NOBODY : new ProgressLine(err));
        print(report);
        return exitCode(report.status());
    }

    private void print(ImportReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(ReportJson.of(report, texts, Texts.ENGLISH)));
        } else {
            ReportSentences.of(report, texts, Texts.ENGLISH).forEach(out::println);
            tellWhatWaits(report, out);
        }
        out.flush();
    }

    /// Rates translate nothing by themselves.
    private void tellWhatWaits(ImportReport report, PrintWriter out) {
        long waiting = report.kind() == Kind.RATES && report.status() == Status.DONE ? rates.waitingRows() : 0;
        if (waiting > 0) {
            out.println(texts.get(Texts.ENGLISH, "ledger.report.waiting", waiting));
        }
    }

    static int exitCode(Status status) {
        return switch (status) {
            case DONE, ALREADY_IMPORTED, REHEARSED -> 0;
            case REFUSED -> 1;
            case RUNNING, FAILED, CANCELLED, WITHDRAWN, SAME -> 3;
        };
    }

    private Optional<Profile> ofFile() {
        return profile != null && profile.endsWith(".json") ? Profiles.inFile(Path.of(profile)) : Optional.empty();
    }

    private Optional<Kind> knownKind() {
        if (kind == null) {
            return Optional.empty();
        }
        Optional<Kind> known = Kind.of(kind);
        if (known.isEmpty()) {
            throw usage("there is no kind " + kind);
        }
        return known;
    }

    private Map<String, String> checkedMaps() {
        Optional<Kind> known = knownKind();
        for (String field : maps.keySet()) {
            if (known.isPresent() ? known.get().field(field).isEmpty() : !Kind.knowsField(field)) {
                throw usage("there is no field " + field);
            }
        }
        return maps;
    }

    private Reading reading() {
        Charset charset = encoding == null
                ? null
                : Reading.charset(encoding).orElseThrow(() -> usage("there is no encoding " + encoding));
        Character separator = delimiter == null
                ? null
                : Reading.separator(delimiter).orElseThrow(() -> usage("--delimiter is one character, or tab"));
        return new Reading(charset, separator, sheet);
    }

    private @Nullable String checkedFormat() {
        if (dateFormat != null && !MappingWish.isDatePattern(dateFormat)) {
            throw usage("--date-format " + dateFormat + " is no date pattern");
        }
        return dateFormat;
    }

    private BadRows knownBadRows() {
        return switch (badRows) {
            case "refuse" -> BadRows.REFUSE;
            case "skip" -> BadRows.SKIP;
            default -> throw usage("--bad-rows is refuse or skip");
        };
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
