package mainstay.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import mainstay.postgres.HomeReplacement;
import mainstay.postgres.Installation;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs before anything has opened the data home: see [WithoutDatabase].
@Component
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Bring a backup back, into a new data directory or in place of what is there.")
class RestoreCommand implements CommandLineCommand {

    /// Whom the next start erases again.
    private static final String ERASED_PEOPLE = "erased-people";

    private final Installation installation;
    private final String externalUrl;
    private final Clock clock;
    private final Texts texts;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "as bin/mainstay backup or the night made it")
    private Path file;

    @Option(
            names = "--replace",
            description = "where the data directory holds a database already: keep that aside and take its place")
    private boolean replace;

    @Nullable
    @Option(names = "--language", description = "en, zh-CN or zh-TW; the machine's if left out")
    private String language;

    @SuppressWarnings("NullAway.Init") // picocli sets them before any call
    RestoreCommand(
            Installation installation,
            @Value("${mainstay.database-url:}") String externalUrl,
            Clock clock,
            Texts texts) {
        this.installation = installation;
        this.externalUrl = externalUrl;
        this.clock = clock;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        Speech speech = Speech.of(spec, texts, language);
        try {
            if (installation.sample().isPresent()) {
                throw new Problem.Invalid("restore.sample");
            }
            restore(speech);
            return 0;
        } catch (Problem refused) {
            return speech.refuse(refused);
        }
    }

    private void restore(Speech speech) {
        try (BackupFile backup = BackupFile.open(file)) {
            Restoration restoration = new Restoration(backup, clock);
            restoration.requireReadable();
            Manifest manifest = backup.manifest();
            speech.say(
                    "backup.verified",
                    manifest.createdAt(),
                    manifest.product(),
                    manifest.postgres(),
                    manifest.tables().size(),
                    manifest.rows());
            Optional<Path> before = Optional.empty();
            if (externalUrl.isBlank()) {
                before = restoration.into(
                        HomeReplacement.in(installation.home().resolve("database"), installation.options()), replace);
            } else if (replace) {
                throw new Problem.Invalid("restore.replaceElsewhere");
            } else {
                restoration.into(externalUrl);
            }
            speech.say("restore.done", manifest.tables().size(), manifest.rows());
            before.ifPresent(aside -> speech.say("restore.before", aside));
            speech.say("restore.lookThrough");
            Path erased = installation.home().resolve(ERASED_PEOPLE);
            speech.say(Files.exists(erased) ? "restore.erasedAgain" : "restore.erasedUnknown", erased);
        }
    }
}
