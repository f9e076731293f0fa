package mainstay.backup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.CommandLineCommand;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Works beside a running server and without one. Verifying a file needs no database, and so no desk.
@Component
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Put everything into one file, read back and compared; or check such a file.")
class BackupCommand implements CommandLineCommand {

    private final ObjectProvider<BackupDesk> desk;
    private final Texts texts;

    @Spec
    private CommandSpec spec;

    @Nullable
    @Option(
            names = "--to",
            paramLabel = "PLACE",
            description = "a directory or a file; MAINSTAY_HOME/backups if left out")
    private Path to;

    @Nullable
    @Option(names = "--verify", paramLabel = "FILE", description = "check a backup without restoring it")
    private Path verify;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Nullable
    @Option(names = "--language", description = "en, zh-CN or zh-TW; the machine's if left out")
    private String language;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
    BackupCommand(ObjectProvider<BackupDesk> desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        Speech speech = Speech.of(spec, texts, language);
        try {
            Path file = verify;
            return file == null ? make(speech) : check(speech, file);
        } catch (Problem refused) {
            return speech.refuse(refused);
        }
    }

    private int make(Speech speech) {
        if (!Acting.actor().equals(Actor.operator())) {
            throw new Problem.Forbidden("backup.operatorOnly");
        }
        BackupDesk.Made made = desk.getObject().byHand(to);
        Manifest manifest = made.manifest();
        if (json) {
            speech.print(JsonMapper.shared().writeValueAsString(json(made.place(), made.bytes(), manifest)));
            return 0;
        }
        speech.say("backup.made", manifest.tables().size(), manifest.rows(), made.bytes() / 1e6);
        speech.print(made.place().toString());
        return 0;
    }

    private int check(Speech speech, Path path) {
        try (BackupFile file = BackupFile.open(path)) {
            file.verify();
            Manifest manifest = file.manifest();
            if (json) {
                speech.print(JsonMapper.shared()
                        .writeValueAsString(json(path, path.toFile().length(), manifest)));
                return 0;
            }
            speech.say(
                    "backup.verified",
                    manifest.createdAt(),
                    manifest.product(),
                    manifest.postgres(),
                    manifest.tables().size(),
                    manifest.rows());
            return 0;
        }
    }

    private static Map<String, Object> json(Path place, long bytes, Manifest manifest) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", place.toString());
        json.put("bytes", bytes);
        json.put("verified", true);
        json.put("created", manifest.createdAt());
        json.put("product", manifest.product());
        json.put("postgres", manifest.postgres());
        Map<String, Object> tables = new LinkedHashMap<>();
        manifest.tables()
                .forEach(table -> tables.put(
                        table.table().toString(), Map.of("rows", table.rows(), "checksum", table.checksum())));
        json.put("tables", tables);
        return json;
    }
}
