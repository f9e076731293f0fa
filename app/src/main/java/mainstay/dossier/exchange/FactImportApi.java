package mainstay.dossier.exchange;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.ledger.file.FileRefused;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/facts/imports")
@Tag(name = "Archive")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
class FactImportApi {

    private final FactImports imports;
    private final Texts texts;
    private final PageContexts contexts;

    FactImportApi(FactImports imports, Texts texts, PageContexts contexts) {
        this.imports = imports;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// What was, or would be, written.
    ///
    /// @param written  0 where the file was only looked at
    /// @param good     rows that say something new
    /// @param known    rows whose observation the archive holds already
    /// @param problems the first hundred bad rows
    record ReportJson(long written, long good, long known, long bad, List<ProblemJson> problems) {}

    record ProblemJson(long line, List<String> reasons) {}

    /// @param choice `look` changes nothing, `all` writes the file where no row is bad, `good` leaves bad rows out
    @PostMapping
    ReportJson take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "look") String choice,
            HttpServletRequest request)
            throws IOException {
        if (!List.of("look", "all", "good").contains(choice)) {
            throw new Problem.Invalid("factFile.badChoice", choice);
        }
        Locale language = contexts.locale(request);
        String name = file == null ? "" : FactUpload.name(file);
        try {
            FactFile read = FactUpload.during(file, path -> imports.read(path, language));
            FactTrial trial = imports.trial(name, read);
            long written = choice.equals("look")
                    ? 0
                    : imports.write(name, read, choice.equals("all")).written();
            return new ReportJson(written, trial.good(), trial.known(), trial.bad(), problems(trial, language));
        } catch (FileRefused refused) {
            Text why = FactUpload.told(refused);
            throw new Problem.Invalid(why.key(), why.arguments().toArray());
        }
    }

    private List<ProblemJson> problems(FactTrial trial, Locale language) {
        return trial.shown().stream()
                .map(row -> new ProblemJson(
                        row.sent().line(),
                        row.reasons().stream()
                                .map(reason -> texts.get(language, reason))
                                .toList()))
                .toList();
    }
}
