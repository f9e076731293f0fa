package mainstay.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// One place that turns whatever went wrong into a page for people or an RFC 9457 problem for programs,
/// each with the request's number and never with a stack.
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private static final String CHARACTERS = "error.characters";
    private static final String REFUSAL = ErrorPages.class.getName() + ".refusal";

    private final Texts texts;
    private final PageContexts contexts;
    private final FieldLabels labels;

    ErrorPages(Texts texts, PageContexts contexts, FieldLabels labels) {
        this.texts = texts;
        this.contexts = contexts;
        this.labels = labels;
    }

    /// Keeps what a filter refused for the page that tells it.
    static void remember(Problem problem, HttpServletRequest request) {
        request.setAttribute(REFUSAL, problem);
    }

    @ExceptionHandler(Problem.class)
    Object refused(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem instanceof Problem.Busy busy) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(busy.retryAfter().toSeconds()));
        }
        if (problem.messageKey().equals(CHARACTERS)) {
            return mend(request, problem.status(), problem.type(), CHARACTERS, named(problem), 0);
        }
        return answer(request, problem.status(), problem.type(), problem.messageKey(), problem.arguments());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    Object unreadable(HttpMessageNotReadableException failure, HttpServletRequest request) {
        String place = Unreadable.place(failure);
        return place.isEmpty()
                ? answer(request, 400, "http-400", "error.unreadable")
                : answer(request, 400, "http-400", "error.unreadableAt", place);
    }

    /// The database let another go first.
    @ExceptionHandler(PessimisticLockingFailureException.class)
    Object overtaken(PessimisticLockingFailureException failure, HttpServletRequest request) {
        LOG.warn("request {} {} was overtaken", RequestNumber.of(request), request.getRequestURI(), failure);
        return answer(request, 409, "conflict", "error.overtaken");
    }

    /// What the framework refuses (unknown address, wrong method, unreadable parameter) has its status already.
    @ExceptionHandler(Exception.class)
    Object failed(Exception failure, HttpServletRequest request) {
        List<String> parameters = Unreadable.parameters(failure);
        if (!parameters.isEmpty()) {
            String key = Unreadable.parameterKey(failure);
            return mend(request, 400, "http-400", key, parameters, Unreadable.digits(failure));
        }
        if (failure instanceof ErrorResponse response) {
            return plain(request, response.getStatusCode().value());
        }
        if (failure instanceof TypeMismatchException) {
            return plain(request, 400);
        }
        if (Unreadable.isOutOfRange(failure)) {
            return plain(request, 422);
        }
        LOG.error("request {} {} failed", RequestNumber.of(request), request.getRequestURI(), failure);
        return plain(request, 500);
    }

    /// What a filter refused before any controller was asked.
    @RequestMapping("${server.error.path:/error}")
    Object dispatched(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(REFUSAL) instanceof Problem problem) {
            return refused(problem, request, response);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return plain(request, status instanceof Integer number ? number : 404);
    }

    private Object plain(HttpServletRequest request, int status) {
        String key = "error." + status;
        return answer(request, status, "http-" + status, texts.has(key) ? key : "error.other");
    }

    private static List<String> named(Problem problem) {
        return Arrays.stream(problem.arguments()).map(String::valueOf).toList();
    }

    /// Names the fields as the reader knows them, with the form that they stood in where it can be sent once more.
    private Object mend(
            HttpServletRequest request, int status, String type, String key, List<String> fields, int digits) {
        if (!wantsPage(request)) {
            return answer(request, status, type, key, String.join(", ", fields), digits);
        }
        Locale locale = contexts.locale(request);
        String labelled = fields.stream()
                .map(field -> texts.get(locale, "error.field", labels.of(locale, field)))
                .collect(Collectors.joining(" "));
        boolean filtered = request.getAttribute(REFUSAL) != null;
        Optional<Mending> mending = filtered
                ? Optional.empty()
                : Mending.of(request, key.equals(CHARACTERS) ? List.of() : fields, labels, locale);
        if (mending.isEmpty()) {
            return answer(request, status, type, key, labelled, digits);
        }
        ModelAndView page = new ModelAndView("shared/mend")
                .addObject("sentence", texts.get(locale, key, labelled, digits))
                .addObject("mending", mending.get())
                .addObject("number", RequestNumber.of(request));
        page.setStatus(HttpStatus.valueOf(status));
        return page;
    }

    private Object answer(HttpServletRequest request, int status, String type, String key, Object... arguments) {
        String number = RequestNumber.of(request);
        Locale locale = contexts.locale(request);
        if (!wantsPage(request)) {
            ProblemDetail detail =
                    ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), sentence(locale, key, arguments));
            detail.setType(URI.create("urn:mainstay:problem:" + type));
            detail.setTitle(HttpStatus.valueOf(status).getReasonPhrase());
            detail.setInstance(instance(request));
            detail.setProperty("requestId", number);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(detail);
        }
        ModelAndView page = new ModelAndView(
                "shared/error",
                Map.of("status", status, "sentence", sentence(locale, key, arguments), "number", number));
        page.setStatus(HttpStatus.valueOf(status));
        return page;
    }

    /// People and moments are told as on every page, for which the database is asked.
    private String sentence(Locale locale, String key, Object... arguments) {
        return Arrays.stream(arguments).anyMatch(one -> one instanceof Instant || one instanceof Text.Person)
                ? contexts.inWords(locale).t(Text.of(key, arguments))
                : texts.get(locale, key, arguments);
    }

    private static @Nullable URI instance(HttpServletRequest request) {
        try {
            return URI.create(path(request));
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /// What was asked for, also while the answer is made at the address for errors.
    private static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String dispatched ? dispatched : request.getRequestURI();
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String path = path(request);
        String accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return !path.startsWith("/api/") && !path.startsWith("/actuator/") && !accept.startsWith("application/json");
    }
}
