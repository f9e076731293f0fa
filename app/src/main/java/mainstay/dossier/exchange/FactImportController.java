package mainstay.dossier.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.Remarks;
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
@RequestMapping("/archive/imports")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
class FactImportController {

    private final FactImports imports;
    private final Texts texts;
    private final PageContexts contexts;

    FactImportController(FactImports imports, Texts texts, PageContexts contexts) {
        this.imports = imports;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping("/new")
    ModelAndView fresh() {
        return form(null);
    }

    private static ModelAndView form(@Nullable Text refusal) {
        ModelAndView form = new ModelAndView("dossier/fact-import")
                .addObject("refusal", refusal)
                .addObject("most", FactFile.MOST);
        if (refusal != null) {
            form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return form;
    }

    @PostMapping
    ModelAndView look(@RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request)
            throws IOException {
        Locale language = contexts.locale(request);
        try {
            long draft = FactUpload.during(
                    file, path -> imports.look(path, file == null ? "" : FactUpload.name(file), language));
            return new ModelAndView("redirect:/archive/imports/" + draft);
        } catch (FileRefused refused) {
            return form(FactUpload.told(refused));
        } catch (Problem.Invalid wrong) {
            return form(Text.of(wrong.messageKey(), wrong.arguments()));
        }
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView trial(@PathVariable long id) {
        return new ModelAndView("dossier/fact-trial").addObject("trial", imports.trial(id));
    }

    /// @param choice `all` or `good`
    @PostMapping("/{id:\\d+}/writing")
    String write(
            @PathVariable long id, @RequestParam(defaultValue = "all") String choice, RedirectAttributes redirect) {
        FactImports.Written done = imports.write(id, !choice.equals("good"));
        if (done.bad() > 0) {
            Flash.warning(redirect, "factFile.writtenSome", done.written(), done.known(), done.bad());
        } else {
            Flash.success(redirect, "factFile.written", done.written(), done.known());
        }
        return "redirect:/archive";
    }

    @PostMapping("/{id:\\d+}/withdrawal")
    String giveUp(@PathVariable long id, RedirectAttributes redirect) {
        imports.giveUp(id);
        Flash.success(redirect, "factFile.givenUp");
        return "redirect:/archive/imports/new";
    }

    /// The bad rows as they were, each with what is wrong: corrected, they can be sent as they are.
    @GetMapping("/{id:\\d+}/problems.csv")
    void problems(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FactTrial trial = imports.trial(id);
        Locale language = contexts.locale(request);
        List<String> header = Stream.concat(remarks(language).headers(false).stream(), trial.headers().stream())
                .toList();
        CsvAnswer.write(
                response, "problems.csv", header, trial.badRows().stream().map(row -> line(row, language)));
    }

    private List<String> line(Checked row, Locale language) {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(row.sent().line()));
        cells.add(row.reasons().stream()
                .map(reason -> texts.get(language, reason))
                .collect(Collectors.joining(" ")));
        cells.addAll(row.sent().cells());
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
