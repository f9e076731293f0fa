package mainstay.shared.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers to requests that the web server refuses before the application hears of them: the same page and the
/// same problem as everywhere, for nobody in particular.
@Component
public class BareAnswers {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "mainstay.pages");
    private final Texts texts;
    private final PageContexts contexts;

    BareAnswers(Texts texts, PageContexts contexts) {
        this.texts = texts;
        this.contexts = contexts;
    }

    /// Answers a request of which nothing more may be read.
    public void send(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        Answer answer = to(status, request.getRequestURI(), request.getLocale(), RequestNumber.of(request));
        response.setStatus(status);
        response.setContentType(answer.type());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(answer.text());
    }

    /// @param type media type of the text
    record Answer(String type, String text) {}

    /// @param path what was asked for, as far as the server could read it
    /// @param number that stands in the log too
    Answer to(int status, @Nullable String path, Locale wanted, String number) {
        Locale locale = Texts.nearest(wanted);
        String known = "error." + status;
        String sentence = texts.get(locale, texts.has(known) ? known : "error.other");
        return path != null && path.startsWith("/api/")
                ? new Answer("application/problem+json", problem(status, path, sentence, number))
                : new Answer("text/html", page(status, locale, sentence, number));
    }

    private static String problem(int status, String path, String sentence, String number) {
        HttpStatus known = HttpStatus.resolve(status);
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type", "urn:mainstay:problem:http-" + status,
                        "title", known == null ? "" : known.getReasonPhrase(),
                        "status", status,
                        "detail", sentence,
                        "instance", path,
                        "requestId", number));
    }

    private String page(int status, Locale locale, String sentence, String number) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", contexts.bare(locale));
        parameters.put("status", status);
        parameters.put("sentence", sentence);
        parameters.put("number", number);
        StringOutput page = new StringOutput();
        engine.render("shared/error.jte", parameters, page);
        return page.toString();
    }
}
