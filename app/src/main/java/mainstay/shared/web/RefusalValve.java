package mainstay.shared.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import mainstay.shared.HarmlessText;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands where the web server would write an error page of its own.
final class RefusalValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalValve.class);

    private final BareAnswers answers;

    RefusalValve(BareAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String number = RequestNumber.next();
        String path = request.getRequestURI();
        LOG.warn("request {}: {} to {}", number, status, path == null ? "-" : HarmlessText.cleaned(path));
        BareAnswers.Answer answer = answers.to(status, path, request.getLocale(), number);
        try {
            response.setContentType(answer.type());
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(
                    "Content-Security-Policy", "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Request-Id", number);
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(answer.text());
                response.finishResponse();
            }
        } catch (IOException gone) {
            container.getLogger().debug("nobody waits for the answer any more", gone);
        }
    }
}
