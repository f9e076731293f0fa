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
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers to requests that the web server refuses before the application hears of them: the same page and the
/// same problem as everywhere, for nobody in particular.
@Component
public class BareAnswers {

    private static final String PROBLEM = "application/problem+json";
    private static final String PAGE = "text/html";

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
        send(response, status, to(status, request.getRequestURI(), request.getLocale(), RequestNumber.of(request)));
    }

    /// The same, with the sentence of a refusal that has a name.
    public void send(HttpServletRequest request, HttpServletResponse response, Problem refusal) throws IOException {
        Locale locale = Texts.nearest(request.getLocale());
        String sentence = texts.get(locale, refusal.messageKey(), refusal.arguments());
        String number = RequestNumber.of(request);
        String path = request.getRequestURI();
        Answer answer = path.startsWith("/api/")
                ? new Answer(PROBLEM, problem(refusal.status(), refusal.type(), path, sentence, number))
                : new Answer(PAGE, page(refusal.status(), locale, sentence, number));
        send(response, refusal.status(), answer);
    }

    private static void send(HttpServletResponse response, int status, Answer answer) throws IOException {
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
                ? new Answer(PROBLEM, problem(status, "http-" + status, path, sentence, number))
                : new Answer(PAGE, page(status, locale, sentence, number));
    }

    private static String problem(int status, String type, String path, String sentence, String number) {
        HttpStatus known = HttpStatus.resolve(status);
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type", "urn:mainstay:problem:" + type,
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
