package mainstay.relationships.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.Remarks;
import mainstay.relationships.exchange.ActivityTrial.Row;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.Flash;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/activities/imports")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
class ActivityImportController {

    private static final int LONGEST_NAME = 200;
    private static final List<String> ENDINGS = List.of(".ics", ".csv", ".csv.gz", ".txt", ".xlsx");

    private final ActivityImports imports;
    private final Texts texts;
    private final PageContexts contexts;

    ActivityImportController(ActivityImports imports, Texts texts, PageContexts contexts) {
        this.imports = imports;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping("/new")
    ModelAndView fresh() {
        return form(null, "");
    }

    private static ModelAndView form(@Nullable Text refusal, String account) {
        ModelAndView form = new ModelAndView("relationships/import")
                .addObject("refusal", refusal)
                .addObject("account", account)
                .addObject("most", SentFile.MOST);
        if (refusal != null) {
            form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return form;
    }

    @PostMapping
    ModelAndView look(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String account,
            HttpServletRequest request)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return form(Text.of("activityFile.noFile"), account);
        }
        String name = name(file);
        String ending = ENDINGS.stream()
                .filter(name.toLowerCase(Locale.ROOT)::endsWith)
                .findFirst()
                .orElse(".unknown");
        Path path = Files.createTempFile("activities-", ending);
        try {
            file.transferTo(path);
            long draft = imports.look(path, name, account, contexts.locale(request));
            return new ModelAndView("redirect:/activities/imports/" + draft);
        } catch (FileRefused refused) {
            return form(
                    Text.of(
                            refused.problems().getFirst().reason().key(),
                            refused.problems().getFirst().args().toArray()),
                    account);
        } catch (Problem.Invalid wrong) {
            return form(Text.of(wrong.messageKey(), wrong.arguments()), account);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /// As the sender called it, to be shown and nothing else.
    private static String name(MultipartFile sent) {
        String whole = HarmlessText.cleaned(String.valueOf(sent.getOriginalFilename()));
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cc}", "")
                .strip();
        int from = last.codePointCount(0, last.length()) - LONGEST_NAME;
        return last.isEmpty() ? "activities" : from <= 0 ? last : last.substring(last.offsetByCodePoints(0, from));
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView trial(@PathVariable long id) {
        return new ModelAndView("relationships/trial").addObject("trial", imports.trial(id));
    }

    /// @param choice `all` or `good`
    @PostMapping("/{id:\\d+}/writing")
    String write(
            @PathVariable long id, @RequestParam(defaultValue = "all") String choice, RedirectAttributes redirect) {
        ActivityTrial done = imports.write(id, !choice.equals("good"));
        if (done.bad() > 0) {
            Flash.warning(redirect, "activityFile.writtenSome", done.fresh(), done.known(), done.bad());
        } else {
            Flash.success(redirect, "activityFile.written", done.fresh(), done.known());
        }
        return "redirect:/activities";
    }

    @PostMapping("/{id:\\d+}/withdrawal")
    String giveUp(@PathVariable long id, RedirectAttributes redirect) {
        imports.giveUp(id);
        Flash.success(redirect, "activityFile.givenUp");
        return "redirect:/activities/imports/new";
    }

    /// The bad rows as they were, each with what is wrong: corrected, they can be sent as they are.
    @GetMapping("/{id:\\d+}/problems.csv")
    void problems(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ActivityTrial trial = imports.trial(id);
        Locale language = contexts.locale(request);
        List<String> header = Stream.concat(remarks(language).headers(false).stream(), trial.headers().stream())
                .toList();
        CsvAnswer.write(
                response, "problems.csv", header, trial.badRows().stream().map(row -> line(row, language)));
    }

    private List<String> line(Row row, Locale language) {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(row.sent().line()));
        cells.add(row.reasons().stream()
                .map(reason -> texts.get(language, reason))
                .collect(Collectors.joining(" ")));
        cells.addAll(
                row.sent().cells().isEmpty()
                        ? List.of(row.sent().subject())
                        : row.sent().cells());
        return cells;
    }

    private static Remarks remarks(Locale language) {
        Locale nearest = Texts.nearest(language);
        if (nearest.equals(Texts.SIMPLIFIED)) {
            return Remarks.SIMPLIFIED;
        }
        return nearest.equals(Texts.TRADITIONAL) ? Remarks.TRADITIONAL : Remarks.ENGLISH;
    }
}
